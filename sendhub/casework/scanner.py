"""Asking the virus scanner about a file: clamd's INSTREAM, over a socket.

A scanner that is away, slow or hard to understand never stops somebody's work: the
file is kept and marked as not scanned, and a job asks again.
"""

import logging
import socket
import struct
import time
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

log = logging.getLogger("sendhub.casework")
STEP_SECONDS = 10.0
"""How long the scanner may take over one step: connecting, a chunk, its answer."""
WHOLE_SECONDS = 30.0
"""How long it may take over one file."""
LONGEST_ANSWER = 1000
DEFAULT_PORT = 3310


class Away(Exception):
    """The scanner could not be asked, or gave no answer that can be read."""


@dataclass(frozen=True)
class Verdict:
    """What the scanner says: the name of a virus, or nothing found."""

    virus: str = ""


def is_set() -> bool:
    """Whether this site has a scanner at all."""
    return bool(settings.CLAMAV)


def ask(chunks: Iterable[bytes]) -> Verdict:
    """Have one file scanned; raises Away if that cannot be done now."""
    try:
        with _connected() as connection:
            return _read(_answer(connection, chunks))
    except (OSError, ValueError) as error:
        log.warning("the virus scanner could not be asked: %s", error)
        raise Away from error


def _connected() -> socket.socket:
    address = settings.CLAMAV
    if address.startswith("/"):
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(STEP_SECONDS)
        try:
            made.connect(address)
        except OSError:
            made.close()
            raise
        return made
    host, _, port = address.rpartition(":")
    where = (host.strip("[]"), int(port)) if host else (address, DEFAULT_PORT)
    return socket.create_connection(where, timeout=STEP_SECONDS)


def _answer(connection: socket.socket, chunks: Iterable[bytes]) -> bytes:
    """Send the file in pieces, each after its length, and read until the last byte."""
    give_up = time.monotonic() + WHOLE_SECONDS
    connection.sendall(b"zINSTREAM\0")
    for chunk in chunks:
        _check_time(give_up)
        if chunk:
            connection.sendall(struct.pack(">I", len(chunk)) + chunk)
    connection.sendall(struct.pack(">I", 0))
    said = b""
    while not said.endswith(b"\0"):
        _check_time(give_up)
        part = connection.recv(LONGEST_ANSWER)
        if not part or len(said) > LONGEST_ANSWER:
            raise ValueError("its answer broke off")
        said += part
    return said


def _check_time(give_up: float) -> None:
    if time.monotonic() > give_up:
        raise TimeoutError("it took too long")


def _read(said: bytes) -> Verdict:
    """Understand `stream: OK` and `stream: <virus> FOUND`, and nothing else."""
    words = said.rstrip(b"\0").decode("ascii", "replace").strip()
    if words == "stream: OK":
        return Verdict()
    if words.startswith("stream: ") and words.endswith(" FOUND"):
        return Verdict(words.removeprefix("stream: ").removesuffix(" FOUND") or "?")
    raise ValueError(f"it said {words[:100]!r}")
