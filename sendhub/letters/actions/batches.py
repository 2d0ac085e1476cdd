"""The same letter on many cases: ordered by a person, made by a worker, each once."""

import logging
from collections.abc import Sequence

from django.db import transaction
from procrastinate.contrib.django import app as jobs

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Partnership
from sendhub.letters.access import may_write
from sendhub.letters.actions.making import Order, letters_keep
from sendhub.letters.composing import BESIDE, compose
from sendhub.letters.models import Batch, BatchRow, TemplateVersion
from sendhub.letters.rules import AT_ONCE, REASON_LENGTH, RowState
from sendhub.people.models import Child

log = logging.getLogger("sendhub.letters")
RUN = "sendhub.letters.tasks.batch_run"
OUT_OF_SIGHT = "The record is no longer open to whoever asked for the letters."
WENT_WRONG = "Something went wrong with this one. Write it by itself, on its case."


@transaction.atomic
def batch_make(*, version: TemplateVersion, cases: Sequence[Case], by: User) -> Batch:
    """Order one letter for many cases; a worker makes them (WRK-5)."""
    keys = [case.pk for case in cases]
    if not keys:
        raise RuleBroken("Choose the cases to write on.")
    if len(keys) > AT_ONCE:
        raise RuleBroken(f"Choose {AT_ONCE} cases or fewer at a time.")
    batch = Batch.objects.create(
        template_version=version, asked_by=by, asked_at=clock.now()
    )
    BatchRow.objects.bulk_create(BatchRow(batch=batch, case_id=key) for key in keys)
    record(
        "letters.batch_make",
        by=by,
        about=batch,
        name=version.template.name,
        number=len(keys),
    )
    jobs.configure_task(RUN).defer(batch_id=batch.pk)
    return batch


def batch_run(*, batch_id: int) -> int:
    """Make what is still waiting of an order; a second run makes nothing twice."""
    batch = Batch.objects.select_related("template_version__template").get(pk=batch_id)
    made = 0
    for key in list(batch.rows.waiting().order_by("pk").values_list("pk", flat=True)):
        made += _row_make(batch, key)
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(pk=batch_id)
        if batch.finished_at is None and not batch.rows.waiting().exists():
            batch.finished_at = clock.now()
            batch.save(update_fields=["finished_at"])
    return made


def _row_make(batch: Batch, key: int) -> bool:
    """Make one case's letters and say so, together or not at all."""
    try:
        with transaction.atomic():
            waiting = BatchRow.objects.waiting().filter(pk=key)
            row = waiting.select_for_update(skip_locked=True, of=("self",)).first()
            if row is None:
                return False
            obstacle = _letters_make(batch, row)
            _row_settle(row, obstacle)
            return not obstacle
    except RuleBroken as broken:
        _row_skip(key, broken.message)
    except Exception:
        log.exception("row %s of order %s could not be made", key, batch.pk)
        _row_skip(key, WENT_WRONG)
    return False


def _letters_make(batch: Batch, row: BatchRow) -> str:
    """Make the letters of a row; or say why not, as whoever ordered them sees it."""
    by = batch.asked_by
    Child.objects.select_for_update().get(cases=row.case_id)
    seen = Case.objects.chosen_by(by, [row.case_id])
    case = seen.select_for_update(of=("self",)).select_related(*BESIDE).first()
    if case is None or not may_write(by, case):
        return OUT_OF_SIGHT
    on = clock.today()
    [now] = compose([case], batch.template_version, on=on)
    if now.obstacle:
        return now.obstacle
    order = Order(
        batch.template_version, by, on, Partnership.objects.get(pk=1), batch=batch
    )
    letters_keep(now, now.to.recipients, order, subject=now.subject, body=now.body)
    return ""


@transaction.atomic
def _row_skip(key: int, reason: str) -> None:
    waiting = BatchRow.objects.waiting().filter(pk=key)
    row = waiting.select_for_update(skip_locked=True).first()
    if row is not None:
        _row_settle(row, reason)


def _row_settle(row: BatchRow, reason: str) -> None:
    row.state = RowState.SKIPPED if reason else RowState.MADE
    row.reason = reason[:REASON_LENGTH]
    row.save(update_fields=["state", "reason"])
