"""A notice whose request was recorded by mistake is in hand again, with its clock."""

from datetime import date

import pytest

from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended
from sendhub.ehcps import actions as ehcps
from sendhub.intakes import actions
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome
from tests import build
from tests.conftest import TODAY
from tests.pages import seen

pytestmark = pytest.mark.django_db


def notice(**more):
    return build.intake(**{"kind": Kind.NOTICE, "informant": "The trust", **more})


def assess(intake):
    by = build.user("caseworker")
    made = actions.intake_assess(
        intake=intake, responsible_on=intake.received_on, by=by
    )
    intake.refresh_from_db()
    return made


def void(assessment):
    asked = ehcps.request_void(
        assessment=assessment, reason="His brother's.", by=build.user("caseworker")
    )
    manager = build.user("team_manager")
    ehcps.correction_decide(correction=asked, agree=True, because="", by=manager)


def clock_of(intake):
    return Deadline.objects.get(about_type="intakes.intake", about_id=intake.pk)


def test_is_in_hand_again_on_its_case_with_its_own_clock(signed_in):
    intake = notice()
    assessment = assess(intake)
    assert Case.objects.get(pk=intake.case_id).closed_on == TODAY
    void(assessment)
    intake.refresh_from_db()
    assert (intake.outcome, intake.assessment, intake.ended_on) == ("", None, None)
    assert intake.case.closed_on is None
    limit = clock_of(intake)
    assert (limit.ended, limit.due_on) == (Ended.OPEN, date(2026, 12, 14))
    assert str(Act.objects.get(act="intakes.intake_resume")) == (
        "Notice from a health body is in hand again: the request of 2 November 2026 "
        "was recorded by mistake"
    )
    assert str(Act.objects.get(act="casework.case_reopen")) == "Case opened again"
    page = seen(signed_in("caseworker").get(intake.get_absolute_url()))
    assert "Decision:" in page
    assert "Assessment considered since" not in page


def test_it_may_lead_to_an_assessment_again():
    intake = notice()
    void(assess(intake))
    again = assess(intake)
    assert again.is_open
    assert intake.outcome == Outcome.ASSESSMENT


def test_goes_on_on_the_case_that_was_opened_since():
    intake = notice()
    assessment = assess(intake)
    since = build.intake(child_=intake.case.child, received_on=date(2026, 11, 16))
    assert since.case_id != intake.case_id
    void(assessment)
    intake.refresh_from_db()
    assert intake.is_open
    assert intake.case_id == since.case_id
    assert (clock_of(intake).case_id, clock_of(intake).ended) == (since.case_id, "")


@pytest.mark.parametrize("joined", [True, False])
def test_of_two_of_a_kind_the_first_goes_on(joined):
    first = notice()
    assessment = assess(first)
    second = notice(child_=first.case.child, received_on=date(2026, 11, 16))
    if joined:
        assert assess(second) == assessment
    void(assessment)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.is_open
    assert (second.outcome, second.end_reason) == (
        Outcome.CLOSED,
        "It goes on as one with that of 2 November 2026.",
    )
    assert clock_of(second).ended == Ended.VOID
    assert clock_of(first).ended == Ended.OPEN


def test_an_earlier_one_in_hand_goes_on():
    child = build.child(born_on=date(2023, 5, 5))
    later = notice(child_=child, received_on=date(2026, 11, 16))
    assessment = assess(later)
    earlier = notice(child_=child)
    void(assessment)
    later.refresh_from_db()
    assert later.outcome == Outcome.CLOSED
    assert list(Intake.objects.open()) == [earlier]


def test_nothing_is_in_hand_for_a_child_who_has_died():
    intake = notice()
    assessment = assess(intake)
    child = intake.case.child
    type(child).objects.filter(pk=child.pk).update(died_on=TODAY)
    void(assessment)
    intake.refresh_from_db()
    assert (intake.outcome, intake.end_reason) == (
        Outcome.CLOSED,
        "The child has died.",
    )
    assert intake.case.closed_on == TODAY
