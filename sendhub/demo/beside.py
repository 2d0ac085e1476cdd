"""Doing two things at once: one here, the other in a process of its own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, SIGTERM, signal

import django
from django.core.management.base import CommandError


@contextmanager
def beside(module: str, name: str) -> Iterator[None]:
    """Run a function of a module in another process; wait for it at the end.

    CommandError: it failed there. It has said why on the error stream. Whatever fails
    here stops it, too.
    """
    process = get_context("spawn").Process(target=_run, args=(module, name))
    process.daemon = True  # it ends when this process does
    process.start()
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
    if process.exitcode:
        raise CommandError(f"{name} failed in its own process; the reason is above.")


def _run(module: str, name: str) -> None:
    """What the other process does: it starts with nothing but the environment.

    Stopped, it ends as by an error, so that what it began is undone. Ctrl-C is for the
    process that waits, which stops it then.
    """
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, lambda number, frame: sys.exit(1))
    django.setup()
    getattr(import_module(module), name)()
