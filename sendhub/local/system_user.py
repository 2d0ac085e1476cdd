"""PostgreSQL refuses to run as root; as root we run it as a user of its own."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sendhub.local.trouble import Trouble

NAME = "sendhub-pg"
FALLBACKS = ("postgres", "nobody")


@dataclass(frozen=True)
class ServerUser:
    """Who runs PostgreSQL; `switch` is False when that is simply the caller."""

    uid: int
    gid: int
    switch: bool

    def options(self) -> dict[str, Any]:
        """Return what subprocess needs to run a program as this user."""
        quiet: dict[str, Any] = {"cwd": "/", "env": bare_environment()}
        if self.switch:
            quiet |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return quiet

    def own(self, folder: Path) -> None:
        """Give a folder and all in it to this user."""
        if not self.switch or folder.lstat().st_uid == self.uid:
            return
        for parent, _, files in os.walk(folder):
            for path in (parent, *(os.path.join(parent, name) for name in files)):
                os.lchown(path, self.uid, self.gid)

    @contextmanager
    def reach(self, folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Let this user use a folder that may lie below somebody's closed home.

        Root opens the folder and hands the open folder down, so that no parent's
        permissions need be widened.
        """
        if not self.switch:
            yield str(folder), ()
            return
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield f"/proc/self/fd/{descriptor}", (descriptor,)
        finally:
            os.close(descriptor)


def bare_environment() -> dict[str, str]:
    """Return an environment with nothing of the caller's in it."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def server_user() -> ServerUser:
    """Choose who runs PostgreSQL: the caller, or a system user when that is root."""
    if os.geteuid() != 0:
        return ServerUser(os.geteuid(), os.getegid(), switch=False)
    known = find(NAME)
    if known is None:
        create()
        known = find(NAME, *FALLBACKS)
    if known is None:
        raise Trouble(
            "PostgreSQL does not run as root, and no system user could be made for it:"
            " start SENDhub as an ordinary user."
        )
    return ServerUser(known.pw_uid, known.pw_gid, switch=True)


def find(*names: str) -> pwd.struct_passwd | None:
    """Return the first of these users that exists."""
    for name in names:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def create() -> None:
    """Make the system user; if that fails, the caller falls back on another."""
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        return
    options = "--system --user-group --no-create-home --home-dir /nonexistent"
    subprocess.run(
        [useradd, *options.split(), "--shell", "/usr/sbin/nologin", NAME],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
