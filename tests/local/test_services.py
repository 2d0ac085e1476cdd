"""The site and the worker: started, watched, stopped."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sendhub.local import services
from sendhub.local.services import Service, port_number, stop_all, wait_for_port
from sendhub.local.trouble import Trouble
from sendhub.local.waiting import waited_for

Maker = Callable[[str], Service]
SLEEP = "import time; print('here', flush=True); time.sleep(600)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEP}"


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Maker]:
    """Give a way to make services; whatever was started is stopped at the end."""
    made = []

    def make_one(code: str) -> Service:
        command = [sys.executable, "-c", code]
        log = tmp_path / "site.log"
        made.append(Service("site", command, os.environ, tmp_path, log))
        return made[-1]

    yield make_one
    stop_all(made)


def wait_until_here(service: Service) -> None:
    assert waited_for(lambda: "here" in service.log.read_text(), 30)


def test_says_why_a_service_stopped(make: Maker) -> None:
    service = make("raise ValueError('the key is too short')")
    service.start()
    assert service.process
    service.process.wait()
    assert service.ended()
    assert "The site stopped: the key is too short" in str(service.refusal())


def test_starts_a_service_again_but_not_for_ever(make: Maker) -> None:
    service = make("raise SystemExit")
    for _ in range(services.TOO_OFTEN):
        service.revive()
        assert service.process
        service.process.wait()
    with pytest.raises(Trouble, match="The site stopped"):
        service.revive()


@pytest.mark.parametrize("code", [SLEEP, STUBBORN])
def test_stops_what_runs(
    make: Maker, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "PATIENCE_TO_STOP", 1)
    service = make(code)
    service.start()
    wait_until_here(service)
    stop_all([service])
    assert service.ended()


def test_gives_up_on_a_site_that_ends_at_once(make: Maker) -> None:
    service = make("raise ValueError('no such setting')")
    service.start()
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        with pytest.raises(Trouble, match="no such setting"):
            services.wait_for_page(port, service, [service])


def test_refuses_a_busy_port() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(
            Trouble, match=f"Port {port} is busy: .* PORT=\\d+ bin/start"
        ):
            wait_for_port(port, patience=0)


def test_takes_a_free_port() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    wait_for_port(port)


@pytest.mark.parametrize("text", ["", "http", "0", "70000", "-1", "8000.5"])
def test_refuses_what_is_no_port(text: str) -> None:
    with pytest.raises(Trouble, match="PORT must be a number"):
        port_number(text)
