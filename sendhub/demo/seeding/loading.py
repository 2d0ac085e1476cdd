"""Seeding: batch after batch, each of them whole or not at all."""

from collections.abc import Callable
from time import monotonic

import pghistory
from django.db import transaction

from sendhub.core.models import Partnership
from sendhub.demo.retold.copying import begin, tell_again
from sendhub.demo.retold.scope import CannotTell
from sendhub.demo.retold.staging import written
from sendhub.demo.retold.statements import run
from sendhub.demo.seeding import aside
from sendhub.demo.seeding.lives import Lives, choose
from sendhub.demo.seeding.shares import AT_ONCE, Batch, batches
from sendhub.demo.seeding.staff import staff_of
from sendhub.ehcps.models import Plan

NAME = "manage.py seed"  # where history says that a row was made
Say = Callable[[str], object]


QUICK_FROM = 50_000  # plans from which on it is quicker to make indexes again


def seed(
    *, plans: int, say: Say, at_once: int = AT_ONCE, quick_from: int = QUICK_FROM
) -> int:
    """Make the caseload as big as so many live plans; how many were made.

    A run that was stopped has lost its last batch only: another goes on after it.
    Where very many are to be made, and this is the owner's connection, indexes and
    foreign keys are put aside meanwhile. CannotTell: somebody else seeds, or only the
    owner can go on after such a run was stopped.
    """
    there = live_plans()
    quick = aside.is_aside()
    if quick and not aside.is_owner():
        raise CannotTell("Go on as the tables' owner: SENDHUB_AS_OWNER=1.")
    if not quick and plans - there >= quick_from and aside.is_owner():
        aside.put_aside()
        quick = True
    chosen = Lives.chosen()
    began, counted = monotonic(), there
    for batch in batches(there, plans, at_once=at_once):
        _whole(batch, chosen, quick=quick)
        made = batch.first + batch.plans
        if made >= 2 * counted:
            counted = made
            _count()
        left = (plans - made) * (monotonic() - began) / (made - there)
        say(f"{made:,} of {plans:,} live plans; {left / 60:.0f} minutes to go")
    if quick:
        aside.make_again(say)
    say("counting what lies where (ANALYZE)")
    run("ANALYZE")
    return max(0, plans - there)


def live_plans() -> int:
    """How many live plans there are."""
    return Plan.objects.live().count()


def _count() -> None:
    """Let PostgreSQL know how much there is: while a batch runs, it cannot look."""
    for model in written():
        run(f"ANALYZE {model._meta.db_table}")


def _whole(batch: Batch, chosen: Lives, *, quick: bool) -> None:
    """Make one batch; nobody else seeds meanwhile."""
    with transaction.atomic(), pghistory.context(url=NAME):
        Partnership.objects.select_for_update().get(pk=1)
        if live_plans() != batch.first:
            raise CannotTell("Somebody else seeds. Run it again.")
        begin()
        staff_of(batch.sets)
        choose(batch, chosen)
        if quick:
            with aside.without_triggers():
                tell_again(history=True)
        else:
            tell_again()
