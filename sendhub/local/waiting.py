"""Waiting for something that happens outside this program."""

import time
from collections.abc import Callable


def waited_for(happened: Callable[[], bool], seconds: float) -> bool:
    """Wait until something has happened, at most so long; tell whether it has."""
    give_up = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > give_up:
            return False
        time.sleep(0.02)
    return True
