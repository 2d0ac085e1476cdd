"""Each constraint of moves, broken once."""

from datetime import date

import pytest

from sendhub.ehcps.models import MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.rules import Standing
from tests import build
from tests.ehcps.test_constraints import change, refuses

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"plan": None, "transferred_on": None}, "ehcps_movein_plan_or_assessment"),
        ({"transferred_on": None}, "ehcps_movein_plan_transferred"),
        ({"transferred_on": date(2026, 9, 30)}, "ehcps_movein_plan_transferred"),
        (
            {"last_review_on": date(2026, 10, 6)},
            "ehcps_movein_reviewed_there_before",
        ),
        ({"told_on": DAY}, "ehcps_movein_told_who_when_and_what"),
        ({"will_assess": True}, "ehcps_movein_told_who_when_and_what"),
        ({"told_by_id": 1}, "ehcps_movein_told_who_when_and_what"),
        ({"reviewed_by_id": 1}, "ehcps_movein_reviewed_who_and_when"),
        ({"reviewed_on": DAY}, "ehcps_movein_reviewed_who_and_when"),
        ({"authority_id": "SEX:F"}, "ehcps_movein_authority_code"),
    ],
)
def test_a_move_here_is_whole(values, constraint):
    move = build.move_in()
    with refuses(constraint):
        change(MoveIn.objects.get(pk=move.pk), **values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"asked_on": None}, "ehcps_movein_plan_or_assessment"),
        ({"chased_on": date(2026, 10, 1)}, "ehcps_movein_asked_then_chased"),
        ({"dropped_on": DAY}, "ehcps_movein_dropped_with_reason"),
        ({"dropped_because": "None."}, "ehcps_movein_dropped_with_reason"),
    ],
)
def test_a_plan_that_is_awaited_was_asked_for(values, constraint):
    move = build.awaited()
    with refuses(constraint):
        change(MoveIn.objects.get(pk=move.pk), **values)


def test_one_plan_is_awaited_at_a_time():
    move = build.awaited()
    move.pk = None
    with refuses("ehcps_movein_one_awaited"):
        move.save(force_insert=True)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"plan": None}, "ehcps_moveout_of_something"),
        ({"country": "Wales"}, "ehcps_moveout_one_destination"),
        ({"authority": None}, "ehcps_moveout_one_destination"),
        ({"ended": "gone"}, "ehcps_moveout_ended_how_and_when"),
        (
            {"ended": "gone", "ended_on": date(2026, 11, 17), "papers": "It."},
            "ehcps_moveout_ended_how_and_when",
        ),
        ({"ended": "dropped", "ended_on": DAY}, "ehcps_moveout_ended_how_and_when"),
        (
            {"ended": "gone", "ended_on": date(2026, 11, 18)},
            "ehcps_moveout_plan_goes_with_papers",
        ),
        ({"authority_id": "SEX:F"}, "ehcps_moveout_authority_code"),
    ],
)
def test_a_move_away_is_whole(values, constraint):
    move = build.move_out(build.plan().case)
    with refuses(constraint):
        change(MoveOut.objects.get(pk=move.pk), **values)


def test_one_move_away_is_open():
    move = build.move_out(build.plan().case)
    with refuses("ehcps_moveout_one_open"):
        MoveOut.objects.create(
            case=move.case,
            plan=move.plan,
            moves_on=DAY,
            known_on=DAY,
            country="Wales",
            recorded_by=move.recorded_by,
        )


def test_a_draft_is_of_an_assessment():
    plan = build.plan(standing=Standing.DRAFT)
    with refuses("ehcps_plan_assessed_or_transferred"):
        change(Plan.objects.get(pk=plan.pk), assessment=None)


def test_only_a_child_with_a_plan_is_assessed_again():
    made = build.assessment()
    with refuses("ehcps_needsassessment_again_of_a_plan"):
        change(NeedsAssessment.objects.get(pk=made.pk), begun="again")
    again = build.again(build.plan(issued_on=date(2026, 3, 2)))
    with refuses("ehcps_needsassessment_again_of_a_plan"):
        change(NeedsAssessment.objects.get(pk=again.pk), reassesses=None)


def test_time_runs_from_something():
    made = build.assessment()
    with refuses("ehcps_needsassessment_begun_somehow"):
        change(NeedsAssessment.objects.get(pk=made.pk), begun="whim")
