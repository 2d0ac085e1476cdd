"""Kinds of background work: each app adds its own, once, in `ready` (ADR 32)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendhub.accounts.models import User
    from sendhub.background.models import Job
    from sendhub.background.progress import Progress


@dataclass(frozen=True)
class Outcome:
    """What came of a job: in words, and a file to fetch where there is one.

    The file is made in `progress.folder`, and moved away from there.
    """

    said: str
    file: Path | None = None
    filename: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of work.

    `run` may be called again from the beginning after a worker was killed, tells of
    its progress and stops when that says so. `may` is asked when it is asked for,
    when it runs, and when its result is fetched. Work that has a page of its own
    gives its address: it is shown there.
    """

    key: str
    run: Callable[["Job", "Progress"], Outcome]
    may: Callable[["User", "Job"], bool]
    page: Callable[["Job"], str] | None = None


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; called from an app's `ready`."""
    _kinds[kind.key] = kind


def of(job: "Job") -> Kind:
    """The kind of a job."""
    return _kinds[job.kind]
