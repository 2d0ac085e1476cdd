"""The data folder (`var/`): what lies where in it, whose it is, and who uses it now."""

import fcntl
import os
import pwd
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sendhub.local.trouble import Trouble, need_room

ROOM_FOR_DATA_MB = 300
KEEP_LOG_BYTES = 5_000_000


def user_name(uid: int) -> str:
    """Name a user as the system does, or by number if it knows no name."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


@dataclass(frozen=True)
class Place:
    """One data folder."""

    data: Path

    @property
    def pg(self) -> Path:
        return self.data / "pg"

    @property
    def secrets(self) -> Path:
        return self.data / "secrets"

    def prepare(self, room_mb: int = ROOM_FOR_DATA_MB) -> None:
        """Make the folder, or say in a sentence why it cannot be used."""
        try:
            self.check_owner()
            need_room(self.data, room_mb)
            self.data.mkdir(parents=True, exist_ok=True)
            for folder in (self.secrets, self.data / "log"):
                folder.mkdir(mode=0o700, exist_ok=True)
        except (PermissionError, FileExistsError, NotADirectoryError):
            raise Trouble(
                f"{self.data} cannot be made or written by {user_name(os.geteuid())}:"
                " name a folder of your own, with"
                " SENDHUB_DATA_DIR=~/sendhub-data in front."
            ) from None

    def check_owner(self) -> None:
        """Refuse data that another user made: half of it could not be read."""
        try:
            owner = self.secrets.lstat().st_uid
        except FileNotFoundError:
            return
        except PermissionError:
            owner = self.data.lstat().st_uid
        if owner != os.geteuid():
            raise Trouble(
                f"The data in {self.data} belong to {user_name(owner)}, who started"
                f" SENDhub here first: start it as {user_name(owner)}, or keep data of"
                " your own with SENDHUB_DATA_DIR=~/sendhub-data in front."
            )

    def lock(self) -> IO[str] | None:
        """Take the folder for this run; None when another run has it."""
        stream = (self.data / "lock").open("a+")
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.close()
            return None
        return stream

    def secret(self, name: str) -> str:
        """Return a secret of this installation, made at random the first time."""
        path = self.secrets / name
        try:
            text = path.read_text().strip()
        except FileNotFoundError:
            text = ""
        if not text:
            text = secrets.token_urlsafe(40)
            new = path.with_suffix(".new")
            new.unlink(missing_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as stream:
                stream.write(text + "\n")
                stream.flush()
                os.fsync(stream.fileno())
            new.rename(path)
        return text

    def log(self, name: str) -> Path:
        """Return the path of a log, having put an overlong one aside."""
        path = self.data / "log" / f"{name}.log"
        if path.exists() and path.stat().st_size > KEEP_LOG_BYTES:
            path.replace(path.with_suffix(".log.1"))
        return path


def data_folder(repo: Path) -> Path:
    """Return where data are kept: SENDHUB_DATA_DIR, else `var` in the clone."""
    chosen = os.environ.get("SENDHUB_DATA_DIR")
    folder = Path(chosen).expanduser() if chosen else repo / "var"
    return Path(os.path.abspath(folder))


def read_env_file(path: Path) -> dict[str, str]:
    """Read `NAME=value` lines, as systemd and Docker do."""
    if not path.is_file():
        return {}
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"\s*([A-Z][A-Z0-9_]*)=(.*?)\s*", line)
        if match:
            found[match[1]] = match[2].strip("'\"")
    return found
