"""A real PostgreSQL for each test, in a folder of its own, stopped afterwards."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sendhub.local.place import Place
from sendhub.local.postgres import Server

VENV = Path(sys.prefix)
Starter = Callable[[Path], Server]


@pytest.fixture
def start_server() -> Iterator[Starter]:
    """Give a way to start servers; whatever was started is stopped at the end."""
    started = []

    def start(folder: Path) -> Server:
        place = Place(folder)
        place.prepare()
        server = Server(place, VENV)
        started.append(server)
        server.ensure()
        return server

    yield start
    for server in started:
        server.stop()
