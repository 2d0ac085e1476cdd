"""Making a PostgreSQL data folder: checksums, a fixed order, two roles, shut doors."""

import locale
import os
import shutil
import subprocess
from pathlib import Path

from sendhub.local.binaries import Binaries
from sendhub.local.system_user import ServerUser
from sendhub.local.trouble import FULL_WORDS, Trouble, disk_full, last_words

OWNER, APP, DATABASE = "sendhub_owner", "sendhub_app", "sendhub"
BUILTIN_LOCALES_SINCE = 17
DOORS = f"local all {OWNER},{APP} scram-sha-256\n"


def version_of(pg: Path) -> int | None:
    """Return the major version that made a data folder; None if there are no data."""
    try:
        return int((pg / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


def make(
    pg: Path, found: Binaries, user: ServerUser, passwords: dict[str, str]
) -> None:
    """Make the data folder beside its place and move it there when it is whole."""
    making = pg.with_name(pg.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    user.own(making)
    with user.reach(making) as (reached, descriptors):
        command = [str(found.folder / "initdb"), "-D", reached]
        command += ["--auth=reject", "--username=postgres", "--encoding=UTF8"]
        command += ["--data-checksums", *sort_order(found)]
        run(command, user, descriptors, making)
    write(making / "pg_hba.conf", DOORS)
    run_sql(making, found, user, [*roles("CREATE", passwords), *database()])
    if pg.exists():
        pg.rmdir()
    making.rename(pg)


def sort_order(found: Binaries) -> list[str]:
    """Return a sort order that no update of the system's libraries can change."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        name = locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        name = "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    if found.major < BUILTIN_LOCALES_SINCE:
        return [f"--locale={name}"]
    return [
        f"--locale={name}",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
    ]


def roles(verb: str, passwords: dict[str, str]) -> list[str]:
    """Return the SQL for the two roles: one owns and migrates, one runs the site."""
    may = {OWNER: "LOGIN CREATEDB", APP: "LOGIN"}
    return [
        f"{verb} ROLE {name} {may[name]} PASSWORD '{password}'"
        for name, password in passwords.items()
    ]


def database() -> list[str]:
    return [f"CREATE DATABASE {DATABASE} OWNER {OWNER}"]


def run_sql(pg: Path, found: Binaries, user: ServerUser, lines: list[str]) -> None:
    """Run statements in a stopped server: nobody has to be let in for it."""
    with user.reach(pg) as (reached, descriptors):
        command = [str(found.folder / "postgres"), "--single", "-D", reached]
        command += [
            "-c",
            "exit_on_error=on",
            "-c",
            "log_min_messages=error",
            "postgres",
        ]
        run(command, user, descriptors, pg, "\n".join(lines) + "\n")


def run(
    command: list[str],
    user: ServerUser,
    descriptors: tuple[int, ...],
    folder: Path,
    text: str = "",
) -> None:
    """Run a PostgreSQL program to its end."""
    done = subprocess.run(
        command,
        check=False,
        input=text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=descriptors,
        **user.options(),
    )
    if done.returncode:
        told = done.stdout.decode(errors="replace")
        if any(words in told for words in FULL_WORDS):
            raise disk_full(folder)
        program = os.path.basename(command[0])
        raise Trouble(f"{program} could not prepare {folder}: {last_words(told)}")


def write(path: Path, text: str) -> None:
    """Write a file of the data folder, keeping its owner."""
    with path.open("r+") as stream:
        stream.truncate()
        stream.write(text)
