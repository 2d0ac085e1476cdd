"""The PostgreSQL server that SENDhub brings along, for demonstration and development.

It listens on a Unix socket only, lets in two roles by password, and keeps its data in
the data folder. It runs in a session of its own, so that Ctrl-C does not reach it
first, and is found again if the program that started it was killed.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import signal
import stat
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from sendhub.local import cluster
from sendhub.local.binaries import Binaries, choose, runnable
from sendhub.local.place import Place
from sendhub.local.system_user import ServerUser, server_user
from sendhub.local.trouble import FULL_WORDS, Trouble, disk_full, last_words, tail
from sendhub.local.waiting import waited_for

LONGEST_SOCKET = 100
PORT = 5432
ROLES = (cluster.OWNER, cluster.APP)
PATIENCE = 30
STILL_HELD = ("shared memory block", "lock file", "is being used by")
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "300",
    "shared_buffers": "128MB",
    "max_wal_size": "512MB",
    "max_locks_per_transaction": "256",
    "jit": "off",  # pages ask short questions: compiling one takes longer than it
    "logging_collector": "off",
    "log_destination": "stderr",
    # Statements and keys would carry names and numbers of children.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_line_prefix": "%m [%p] ",
}
HASTY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class Server:
    """One embedded server; `durable=False` trades safety for speed in tests."""

    def __init__(self, place: Place, venv: Path, *, durable: bool = True) -> None:
        self.place = place
        self.venv = venv
        self.settings = SETTINGS if durable else SETTINGS | HASTY
        self.user = server_user()
        self.log = place.log("postgresql")
        self.socket = socket_folder(place.data, self.user)
        self.found: Binaries | None = None
        self.process: subprocess.Popen[bytes] | None = None

    # --- what people outside need

    def url(self, role: str) -> str:
        """Return the address for one of the two roles."""
        password = self.place.secret(role)
        where = quote(str(self.socket), safe="")
        return f"postgresql://{role}:{password}@/{cluster.DATABASE}?host={where}&port={PORT}"

    def ensure(self) -> None:
        """Have the server running, whatever state the last run left it in."""
        with (self.place.data / "pg.lock").open("a") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            lost = not all((self.place.secrets / role).exists() for role in ROLES)
            if self.pid() and (lost or not self.socket_file().exists()):
                self.stop()
            if not self.pid():
                self.prepare(lost)
            self.start()

    def stop(self) -> None:
        """Stop the server, first politely."""
        for wish, patience in ((signal.SIGINT, PATIENCE), (signal.SIGQUIT, 5)):
            pid = self.pid()
            if pid is None:
                break
            os.kill(pid, wish)
            waited_for(lambda: self.pid() is None, patience)
        with contextlib.suppress(OSError):
            self.socket.rmdir()

    def pid(self) -> int | None:
        """Return the process number of the running server, if there is one."""
        if self.process and self.process.poll() is None:
            return self.process.pid
        lines = self.pid_file()
        if not lines or not lines[0].isdigit():
            return None
        return int(lines[0]) if is_postgres(int(lines[0])) else None

    # --- how it is done

    def prepare(self, lost: bool) -> None:
        """Make the data folder if there is none, and lost passwords anew."""
        pg = self.place.pg
        made_by = cluster.version_of(pg)
        if made_by is None and pg.exists() and any(pg.iterdir()):
            raise Trouble(
                f"{pg} holds something else than PostgreSQL's data: move it away, and"
                " start again."
            )
        found = self.programs()
        passwords = {role: self.place.secret(role) for role in ROLES}
        if made_by is None:
            cluster.make(pg, found, self.user, passwords)
        self.user.own(pg)
        self.drop_stale_pid_file()
        if made_by is not None and lost:
            cluster.run_sql(pg, found, self.user, cluster.roles("ALTER", passwords))

    def start(self) -> None:
        """Start the server unless it runs, and wait until it answers."""
        give_up = time.monotonic() + PATIENCE
        while self.status() != "ready" or not self.pid():
            if self.pid():
                time.sleep(0.02)
                continue
            told = self.launch()
            if told and (not still_held(told) or time.monotonic() > give_up):
                raise self.refusal(told)

    def launch(self) -> str:
        """Start the program; return what it said if it stopped again at once."""
        make_socket_folder(self.socket, self.user)
        self.user.own(self.place.pg)
        begun = self.log.stat().st_size if self.log.exists() else 0
        settings = self.settings | {"unix_socket_directories": str(self.socket)}
        with self.log.open("ab") as log, self.user.reach(self.place.pg) as reach:
            command = [str(self.programs().folder / "postgres"), "-D", reach[0]]
            for name, value in settings.items():
                command += ["-c", f"{name}={value}"]
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=reach[1],
                start_new_session=True,
                **self.user.options(),
            )
        process = self.process
        waited_for(lambda: process.poll() is not None or self.status() == "ready", 3600)
        if process.poll() is None:
            return ""
        time.sleep(0.3)
        return tail(self.log, begun) or "it said nothing"

    def refusal(self, told: str) -> Trouble:
        """Say in a sentence why the server did not start."""
        if any(words in told for words in FULL_WORDS):
            return disk_full(self.place.data)
        reasons = re.findall(r"(?:FATAL|PANIC): +(.*)", told)
        why = reasons[-1] if reasons else last_words(told)
        return Trouble(f"PostgreSQL did not start: {why} (its log is {self.log}).")

    def programs(self) -> Binaries:
        """Return the programs to use: those that made the data, if there are data."""
        if self.found is None:
            made_by = cluster.version_of(self.place.pg)
            self.found = runnable(choose(self.venv, made_by, self.place.pg), self.user)
        return self.found

    def pid_file(self) -> list[str]:
        try:
            return (self.place.pg / "postmaster.pid").read_text().splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return []

    def status(self) -> str:
        """Return what the server says of itself: starting, ready, stopping."""
        lines = self.pid_file()
        ours = self.process is None or lines[:1] == [str(self.process.pid)]
        return lines[7].strip() if ours and len(lines) > 7 else ""

    def socket_file(self) -> Path:
        return self.socket / f".s.PGSQL.{PORT}"

    def drop_stale_pid_file(self) -> None:
        """Remove the mark of a killed server whose number another program now has."""
        lines = self.pid_file()
        if lines and lines[0].isdigit() and os.path.exists(f"/proc/{lines[0]}"):
            (self.place.pg / "postmaster.pid").unlink()


def still_held(told: str) -> bool:
    """Tell whether a killed server's last processes still hold its memory."""
    return any(words in told for words in STILL_HELD)


def is_postgres(pid: int) -> bool:
    """Tell whether a process number belongs to a living PostgreSQL server."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return not os.path.isdir("/proc/self")
    return os.path.basename(line.split(b"\0")[0]).startswith(
        (b"postgres", b"postmaster")
    )


def socket_folder(data: Path, user: ServerUser) -> Path:
    """Return a folder for the socket, whose whole path must be short and plain."""
    own = data / "socket"
    fits = len(os.fsencode(own / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET
    plain = re.fullmatch(r"[\w ./+-]+", str(own), re.ASCII)
    if fits and plain and not user.switch:
        return own
    base = Path("/run") if user.switch and os.access("/run", os.W_OK) else Path("/tmp")  # noqa: S108
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return base / f"sendhub-{mark}-{user.uid}"


def make_socket_folder(folder: Path, user: ServerUser) -> None:
    """Make the socket's folder, refusing one that somebody else put there."""
    try:
        folder.mkdir(mode=0o700)
        user.own(folder)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != user.uid:
            raise Trouble(
                f"{folder} belongs to somebody else, and SENDhub needs it for its"
                " database: remove it, and start again."
            ) from None
        folder.chmod(0o700)
