"""Who is away and who covers."""

from datetime import date, timedelta

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.record import record
from sendhub.casework import rules
from sendhub.casework.models import Cover
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import date_words


@transaction.atomic
def cover_set(
    *, officer: User, covered_by: User, starts_on: date, ends_on: date, by: User
) -> Cover:
    """Say that somebody is away from one day to another, and who covers meanwhile.

    Officers say it of themselves, managers of everybody.
    """
    rules.check_cover(starts_on, ends_on, on=clock.today())
    _check_says_it(officer, by)
    if officer == covered_by:
        raise RuleBroken("Somebody else must cover.", "covered_by")
    if not covered_by.may(Permission.WORK_VIEW):
        raise RuleBroken(f"{covered_by} does not work on cases.", "covered_by")
    User.objects.select_for_update().filter(pk__in=[officer.pk, covered_by.pk]).count()
    period = Cover.objects.overlapping(starts_on, ends_on)
    if away := period.of_officer(covered_by).first():
        raise RuleBroken(
            f"{covered_by} is away until {date_words(away.ends_on)}. Choose another.",
            "covered_by",
        )
    cover = Cover.objects.create(
        officer=officer,
        covered_by=covered_by,
        starts_on=starts_on,
        ends_on=ends_on,
        set_by=by,
    )
    record(
        "casework.cover_set",
        by=by,
        about=cover,
        officer=officer,
        covered_by=covered_by,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return cover


@transaction.atomic
def cover_end(*, cover: Cover, by: User) -> Cover:
    """Say that somebody is back from today, or does not go away after all."""
    cover = Cover.objects.select_for_update(of=("self",)).get(pk=cover.pk)
    _check_says_it(cover.officer, by)
    today = clock.today()
    if cover.cancelled_at or cover.ends_on < today:
        raise RuleBroken("This is over already.")
    if cover.starts_on < today:
        cover.ends_on = today - timedelta(days=1)
        cover.save(update_fields=["ends_on"])
    else:
        cover.cancelled_at, cover.cancelled_by = clock.now(), by
        cover.save(update_fields=["cancelled_at", "cancelled_by"])
    record(
        "casework.cover_end",
        by=by,
        about=cover,
        officer=cover.officer,
        covered_by=cover.covered_by,
    )
    return cover


def _check_says_it(officer: User, by: User) -> None:
    if officer != by and not by.may(Permission.CASE_ASSIGN):
        raise RuleBroken("Only a manager may say this of somebody else.", "officer")
