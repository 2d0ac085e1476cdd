"""A virus scanner that listens, as clamd does, and says what a test wants."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def clean_or_not(content: bytes) -> bytes:
    """What clamd says of a file."""
    found = EICAR in content
    return b"stream: Eicar-Test-Signature FOUND\0" if found else b"stream: OK\0"


class Scanner:
    """What came to it, and how it answers."""

    def __init__(self, answer: Any, slow: float) -> None:
        self.answer, self.slow = answer, slow
        self.files: list[bytes] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(0.05)
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def serve(self) -> None:
        while not self.ended.is_set():
            try:
                caller, _ = self.listener.accept()
            except TimeoutError:
                continue
            with caller:
                caller.settimeout(5)
                self.one(caller)

    def one(self, caller: socket.socket) -> None:
        stream = caller.makefile("rb")
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", stream.read(4))[0]:
            content += stream.read(length)
        self.files.append(content)
        time.sleep(self.slow)
        said = self.answer(content) if callable(self.answer) else self.answer
        try:
            caller.sendall(said)
        except OSError:
            return  # whoever asked has stopped waiting


@contextmanager
def scanning(
    settings: Any, answer: Any = clean_or_not, slow: float = 0
) -> Iterator[Scanner]:
    """Run a scanner for this site."""
    made = Scanner(answer, slow)
    made.thread.start()
    settings.CLAMAV = made.address
    try:
        yield made
    finally:
        made.ended.set()
        made.thread.join()
        made.listener.close()
