"""Moving the clock, for the time limits."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sendhub.core import clock


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let time pass, as SENDhub's clock tells it."""
    real = clock.now
    passed = timedelta()

    def pass_time(**how_long: int) -> None:
        nonlocal passed
        passed += timedelta(**how_long)
        monkeypatch.setattr(clock, "now", lambda: real() + passed)

    return pass_time
