"""The virtual environment: made once, finished or remade, never half used."""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sendhub.local.place import user_name
from sendhub.local.trouble import (
    FULL_WORDS,
    Trouble,
    disk_full,
    last_words,
    need_room,
    tail,
)

ROOM_MB = {"run": 700, "dev": 1300}
FILES = {
    "run": ("requirements.txt",),
    "dev": ("requirements.txt", "requirements-dev.txt"),
}
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV")
NO_NETWORK_WORDS = (
    "No matching distribution",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Connection refused",
    "Connection to ",
    "Max retries exceeded",
)


@dataclass(frozen=True)
class Packages:
    """The packages of one kind: `run` for the site, `dev` for the tests as well."""

    repo: Path
    kind: str = "run"

    @property
    def venv(self) -> Path:
        return self.repo / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def unfinished(self) -> Path:
        return self.venv / "being-made"

    def ensure(self, log: Path) -> bool:
        """Have the locked packages installed; tell whether anything had to be done."""
        if self.complete():
            return False
        with self.alone():
            if self.complete():
                return False
            self.check_writable()
            need_room(self.repo, ROOM_MB[self.kind])
            if not self.sound():
                self.make(log)
            self.install(log)
        return True

    def complete(self) -> bool:
        """Tell whether exactly these packages are installed and the venv runs."""
        try:
            noted = self.stamp().read_text()
        except OSError:
            return False
        return not self.unfinished.exists() and noted == self.fingerprint()

    def stamp(self) -> Path:
        return self.venv / f"packages-{self.kind}.stamp"

    def fingerprint(self) -> str:
        """Return a mark of the lock files, the place and the Python that runs there."""
        digest = hashlib.sha256(f"{self.venv}\n{self.python_version()}\n".encode())
        for name in FILES[self.kind]:
            digest.update((self.repo / name).read_bytes())
        return digest.hexdigest()

    def python_version(self) -> str:
        """Return the version of the venv's Python, or nothing if it does not run."""
        code = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            done = subprocess.run(
                [self.python, "-I", "-c", code],
                check=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            return ""
        return done.stdout.decode().strip()

    def sound(self) -> bool:
        """Tell whether the venv can be installed into: whole, in its place, has pip."""
        if self.unfinished.exists():
            return False
        try:
            pip = (self.venv / "bin" / "pip").read_text()
        except OSError:
            return False
        version = self.python_version()
        library = self.venv / "lib" / f"python{version}" / "site-packages" / "pip"
        in_its_place = str(self.venv) in pip
        return bool(version) and in_its_place and (library / "__main__.py").exists()

    def make(self, log: Path) -> None:
        """Make an empty virtual environment in the place of whatever was there."""
        if importlib.util.find_spec("ensurepip") is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise Trouble(
                f"Python {version} on this machine has no venv module: install it, on"
                f" Debian or Ubuntu with 'apt install python{version}-venv', and start"
                " again."
            )
        if self.venv.is_symlink() or self.venv.is_file():
            self.venv.unlink()
        elif self.venv.exists():
            shutil.rmtree(self.venv)
        self.venv.mkdir()
        self.unfinished.touch()
        self.run([sys.executable, "-m", "venv", str(self.venv)], log)

    def install(self, log: Path) -> None:
        """Install what the lock files name, and note it when all of it is there."""
        self.unfinished.touch()
        command = [str(self.python), "-m", "pip", "install", "--require-hashes"]
        command += ["--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
        command += ["--no-warn-script-location", "--progress-bar=off"]
        for name in FILES[self.kind]:
            command += ["-r", str(self.repo / name)]
        self.run(command, log)
        Packages(self.repo, "run").note()
        self.note()
        self.unfinished.unlink()

    def note(self) -> None:
        self.stamp().write_text(self.fingerprint())

    def run(self, command: list[str], log: Path) -> None:
        """Run pip or venv, quietly; a failure becomes a sentence."""
        kept = {
            name: value for name, value in os.environ.items() if name not in MISLEADING
        }
        begun = log.stat().st_size if log.exists() else 0
        with log.open("ab") as stream:
            done = subprocess.run(
                command,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                env=kept,
            )
        if done.returncode:
            raise self.refusal(tail(log, begun), log)

    def refusal(self, told: str, log: Path) -> Trouble:
        """Say in a sentence why the packages could not be installed."""
        if any(words in told for words in FULL_WORDS):
            return disk_full(self.venv)
        if any(words in told for words in NO_NETWORK_WORDS):
            return Trouble(
                "The packages could not be fetched: SENDhub needs the Python package"
                f" index the first time; look at the network, then start again (pip's"
                f" report is {log})."
            )
        return Trouble(
            f"The packages could not be installed: {last_words(told)} (the report is"
            f" {log})."
        )

    def check_writable(self) -> None:
        """Refuse early if the folder belongs to somebody else."""
        for folder in (self.repo, self.venv):
            if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
                raise Trouble(
                    f"{folder} belongs to {user_name(folder.stat().st_uid)}, and"
                    f" {user_name(os.geteuid())} may not install packages there: start"
                    " SENDhub from a clone of your own."
                )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one SENDhub command at a time install packages."""
        descriptor = os.open(self.repo, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
