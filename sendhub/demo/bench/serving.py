"""My work over a socket: requests a second, and the memory of the server's processes.

The server is gunicorn with the site's own settings (`sendhub/gunicorn.py`) and two
workers; whoever asks is a session that is thrown away afterwards.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from sendhub.accounts import sessions
from sendhub.accounts.models import User
from sendhub.demo.bench.measuring import MB, text_table

WORKERS = 2
CLIENTS = 8
SECONDS = 10.0
STARTS_WITHIN = 60.0
OURS = "sendhub.wsgi"
ADMIN = "sendhub.demo.bench.stock_wsgi"


@dataclass(frozen=True)
class Served:
    """What a server answered in a time, and what its processes held then."""

    what: str
    per_second: float
    p50: float
    p95: float
    master: float
    workers: tuple[float, ...]


def serve_all(officer: User, *, seconds: float = SECONDS) -> Iterator[Served]:
    """Serve My work, then the same list by Django's admin."""
    ours = reverse("casework:work-list")
    admin = f"/stock/casework/deadline/?officer__exact={officer.pk}&ended__exact=&o=4"
    with session_of(officer) as cookie:
        yield serve("My work", OURS, ours, cookie, seconds=seconds)
        yield serve("Django admin", ADMIN, admin, cookie, seconds=seconds)


@contextmanager
def session_of(officer: User) -> Iterator[str]:
    """A session of an officer, as a browser sends it."""
    kept = SessionStore()
    kept[SESSION_KEY] = str(officer.pk)
    kept[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    kept[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    sessions.start(kept)
    kept.create()
    try:
        yield f"{settings.SESSION_COOKIE_NAME}={kept.session_key}"
    finally:
        kept.delete()


def serve(what: str, app: str, path: str, cookie: str, *, seconds: float) -> Served:
    """Start a server, ask it from several threads, and look at its memory."""
    port = free_port()
    with running(app, port) as master:
        visitors = Visitors(port, path, cookie)
        visitors.wait()
        visitors.ask(seconds / 5)
        took = visitors.ask(seconds)
        held = [held_by(pid) for pid in children_of(master)]
        ordered = sorted(took)
        return Served(
            what,
            len(took) / seconds,
            ordered[len(ordered) // 2] * 1000,
            ordered[int(len(ordered) * 0.95)] * 1000,
            held_by(master),
            tuple(held),
        )


@contextmanager
def running(app: str, port: int) -> Iterator[int]:
    """A server of two processes, until we have asked enough."""
    command = [sys.executable, "-m", "gunicorn", "--config", "sendhub/gunicorn.py"]
    ours = {
        "SENDHUB_BIND": f"127.0.0.1:{port}",
        "WEB_CONCURRENCY": str(WORKERS),
        "SENDHUB_SECOND_FACTOR": "0",
        "SENDHUB_HTTPS": "0",
        "SENDHUB_HOSTS": "127.0.0.1",
        "SENDHUB_SECRET_KEY": settings.SECRET_KEY,
    }
    server = subprocess.Popen(  # noqa: S603  our own server, with our own words
        [*command, f"{app}:application"],
        cwd=settings.BASE_DIR,
        env={**os.environ, **ours},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=60)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Visitors:
    """Browsers that ask for one page as often as it is answered."""

    def __init__(self, port: int, path: str, cookie: str) -> None:
        self.port, self.path, self.cookie = port, path, cookie

    def wait(self) -> None:
        """Wait until the page is there."""
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                with closing(self.connection()) as to:
                    self.once(to)
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
            else:
                return

    def connection(self) -> HTTPConnection:
        """A connection that stays open."""
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def once(self, to: HTTPConnection) -> None:
        """Ask for the page, and read it to its end."""
        to.request("GET", self.path, headers={"Cookie": self.cookie})
        answer = to.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{self.path} answered {answer.status}")

    def ask(self, seconds: float) -> list[float]:
        """Ask from several threads for a time; the seconds of each answer."""
        took: list[float] = []
        wrong: list[Exception] = []
        until = time.perf_counter() + seconds

        def visit() -> None:
            to = self.connection()
            try:
                while (started := time.perf_counter()) < until:
                    self.once(to)
                    took.append(time.perf_counter() - started)
            except (OSError, RuntimeError) as trouble:
                wrong.append(trouble)
            finally:
                to.close()

        threads = [threading.Thread(target=visit) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if wrong:
            raise wrong[0]
        return took


def children_of(pid: int) -> list[int]:
    """The processes that a process started; none where the system does not tell."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in found.split()]


def held_by(pid: int) -> float:
    """Megabytes that a process holds; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / MB


def served_table(served: list[Served]) -> str:
    """What each server answered."""
    rows = [
        [
            one.what,
            f"{one.per_second:.1f}",
            f"{one.p50:.0f}",
            f"{one.p95:.0f}",
            f"{one.master:.0f}",
            " + ".join(f"{worker:.0f}" for worker in one.workers),
        ]
        for one in served
    ]
    headings = ["worklist", "requests/s", "p50 ms", "p95 ms"]
    return text_table([*headings, "master MB", "workers MB"], rows)
