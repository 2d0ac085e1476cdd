"""The programs that make up a running site: started, watched, stopped."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sendhub.local.trouble import Trouble, last_words, say, tail
from sendhub.local.waiting import waited_for

PATIENCE_TO_START = 90
PATIENCE_TO_STOP = 6
TOO_OFTEN = 5
LEASH = Path(__file__).with_name("leash.py")


@dataclass
class Service:
    """One program that should run as long as the site does."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    cwd: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None
    begun: int = 0
    restarts: deque[float] = field(default_factory=lambda: deque(maxlen=TOO_OFTEN))

    def start(self) -> None:
        self.begun = self.log.stat().st_size if self.log.exists() else 0
        leash = [sys.executable, "-I", "-B", str(LEASH), str(os.getpid())]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*leash, *self.command],
                env=dict(self.env),
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def refusal(self) -> Trouble:
        """Say why it does not run."""
        why = last_words(tail(self.log, self.begun))
        return Trouble(f"The {self.name} stopped: {why} (its log is {self.log}).")

    def revive(self) -> None:
        """Start it again after it ended, but not for ever."""
        now = time.monotonic()
        if len(self.restarts) == TOO_OFTEN and now - self.restarts[0] < 60:
            raise self.refusal()
        self.restarts.append(now)
        say(f"The {self.name} stopped and is started again (its log is {self.log}).")
        self.start()


def stop_all(services: Sequence[Service]) -> None:
    """Stop every service: politely, and then at once."""
    processes = [one.process for one in services if one.process and not one.ended()]
    for process in processes:
        process.terminate()
    give_up = time.monotonic() + PATIENCE_TO_STOP
    for process in processes:
        try:
            process.wait(max(0.1, give_up - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for_page(port: int, web: Service, services: Sequence[Service]) -> None:
    """Wait until the site answers; if a service ends meanwhile, say why."""
    give_up = time.monotonic() + PATIENCE_TO_START
    while time.monotonic() < give_up:
        for service in services:
            if service.ended():
                raise service.refusal()
        status = answer(port)
        if status >= 500:
            raise Trouble(
                f"The site answers with error {status}: the reason is in {web.log}."
            )
        if status:
            return
        time.sleep(0.1)
    raise Trouble(f"The site does not answer: the reason may be in {web.log}.")


def answer(port: int) -> int:
    """Return the status of the health page, 0 while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/health/", headers={"Host": "localhost"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def watch(services: Sequence[Service], before_each: Callable[[], None]) -> None:
    """Keep the services running until a signal ends this program."""
    while True:
        time.sleep(0.5)
        before_each()
        for service in services:
            if service.ended():
                service.revive()


def port_number(text: str) -> int:
    """Read the port to serve on."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise Trouble(f"PORT must be a number from 1 to 65535; it is '{text}'.")
    return int(text)


def wait_for_port(port: int, patience: float = 3) -> None:
    """Wait until a port is free: a site just stopped holds it for a moment."""
    if not waited_for(lambda: is_free(port), patience):
        other = port + 1 if port < 65535 else 8000
        raise Trouble(
            f"Port {port} is busy: another program uses it; stop that one, or try"
            f" PORT={other} bin/start"
        )


def is_free(port: int) -> bool:
    """Tell whether a port can be had."""
    try:
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", port))
            listener.listen()
    except PermissionError:
        raise Trouble(
            f"Port {port} is for system programs only: try PORT=8000 bin/start"
        ) from None
    except OSError:
        return False
    return True
