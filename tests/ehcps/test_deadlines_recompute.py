"""`manage.py deadlines_recompute`: which dates would move, and why, before they do."""

import io
from datetime import date

import pytest
from django.core.management import call_command

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Stage
from tests import build

pytestmark = pytest.mark.django_db


def run(**options):
    out = io.StringIO()
    call_command("deadlines_recompute", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def limit():
    """The twenty weeks of a request, written down a week too late."""
    build.assessment()
    [wrong] = Deadline.objects.filter(rule="NA-13")
    right = wrong.due_on
    Deadline.objects.filter(pk=wrong.pk).update(due_on=date(2027, 1, 1))
    return wrong, right


def test_a_dry_run_shows_what_would_move_and_changes_nothing(limit):
    wrong, right = limit
    said = run(dry_run=True)
    assert f"{wrong.case.reference}  NA-13 Send the final plan" in said
    assert f"2027-01-01 -> {right.isoformat()}" in said
    assert "reg. 13(2)" in said
    assert said.endswith("1 date would move.\n")
    wrong.refresh_from_db()
    assert wrong.due_on == date(2027, 1, 1)


def test_moves_what_is_wrong_once(limit):
    wrong, right = limit
    assert run().endswith("1 date moved.\n")
    wrong.refresh_from_db()
    assert wrong.due_on == right
    assert run() == "0 dates moved.\n"


def test_shows_a_deadline_that_is_lacking_and_one_too_many():
    assessment = build.assessment()
    Deadline.objects.filter(rule="NA-08").delete()
    one = Deadline.objects.get(rule="NA-13")
    one.pk, one.rule = None, "AR-01"
    one.save()
    said = run(dry_run=True)
    assert "NA-08" in said
    assert "none -> " in said
    assert f"({Ended.VOID.label.lower()})" in said
    assert said.endswith("2 dates would move.\n")
    assert assessment.case.reference in said


def test_the_dates_of_ended_requests_stay():
    build.assessment()
    Deadline.objects.update(due_on=date(2027, 1, 1), ended=Ended.VOID)
    NeedsAssessment.objects.update(stage=Stage.WITHDRAWN, withdrawn_on=date(2026, 9, 9))
    assert run(dry_run=True) == "0 dates would move.\n"
