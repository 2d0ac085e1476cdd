"""The worker's part of a register from a page: comparing it, and loading it (ADR 32).

Killed in the middle, it is called again: a comparing begins anew, a loading goes on
after the last rows that were written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sendhub.accounts.permissions import Permission
from sendhub.background.kinds import Kind, Outcome
from sendhub.background.models import Job
from sendhub.background.progress import Progress, Stopped
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.schools import actions
from sendhub.schools.actions.registers import KIND
from sendhub.schools.models import Load
from sendhub.schools.rules import Stage
from sendhub.schools.tables import NotTheTable

if TYPE_CHECKING:
    from sendhub.accounts.models import User

COMPARED = "Compared. See what it would change, and confirm it."


def _run(job: Job, progress: Progress) -> Outcome:
    load = Load.objects.get(pk=job.asks["load"])
    try:
        if load.stage == Stage.READING:
            _compare(load, progress)
        elif load.stage == Stage.LOADING:
            _load(load, progress)
    except actions.CutIn:
        raise Stopped from None
    except NotTheTable as trouble:
        actions.register_refuse(load=load, fault=str(trouble))
        raise RuleBroken(str(trouble)) from None
    return Outcome(COMPARED if job.asks["stage"] == Stage.READING else "Loaded.")


def _compare(load: Load, progress: Progress) -> None:
    with _source(load) as source:
        progress.of(source.table.rows)
        actions.load_compare(source=source, step=progress.step, load=load)


def _load(load: Load, progress: Progress) -> None:
    with _source(load) as source:
        progress.of(source.table.rows)
        actions.load_run(load=load, source=source, on=clock.today(), step=progress.step)


@contextmanager
def _source(load: Load) -> Iterator[actions.Source]:
    with Path(load.file.path).open("rb") as file:
        if not load.links.name:
            yield actions.Source.of(file)
            return
        with Path(load.links.path).open("rb") as links:
            yield actions.Source.of(file, links)


def _may(user: "User", job: Job) -> bool:
    return user.may(Permission.REGISTER_LOAD)


def _page(job: Job) -> str:
    return Load(pk=job.asks["load"]).get_absolute_url()


REGISTER = Kind(KIND, run=_run, may=_may, page=_page)
