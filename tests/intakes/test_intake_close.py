"""Closing what leads neither to an assessment nor to support."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.intakes.rules import Kind, Outcome
from sendhub.people import actions as people
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(intake):
    return reverse("intakes:intake-close", args=[intake.pk])


def usual(**changed):
    answers = {
        "outcome": Outcome.CLOSED,
        "ended_on": date(2026, 11, 18),
        "end_reason": "The family moved away.",
    }
    return {**answers, **changed}


def test_ends_it_with_its_clock_and_its_case(signed_in):
    intake, client = build.intake(), signed_in("caseworker")
    answer = press(client, url(intake), **usual())
    intake.refresh_from_db()
    assert (intake.outcome, intake.ended_on) == (Outcome.CLOSED, date(2026, 11, 18))
    assert intake.case.closed_on == TODAY
    assert Deadline.objects.get().ended == Ended.VOID
    assert str(Act.objects.get(act="intakes.intake_close")) == (
        "Referral to portage: closed for another reason (The family moved away.)"
    )
    assert "The family moved away." in seen(client.get(answer.url))


def test_telling_the_family_in_time_meets_the_six_weeks(signed_in):
    intake = build.intake(kind=Kind.NOTICE)
    answers = usual(outcome=Outcome.NOT_CONSIDERED)
    press(signed_in("caseworker"), url(intake), **answers)
    limit = Deadline.objects.get()
    assert (limit.ended, limit.met_on) == (Ended.MET, date(2026, 11, 18))


def test_a_referral_asks_for_no_decision_about_an_assessment(signed_in):
    intake, client = build.intake(), signed_in("caseworker")
    assert "No assessment was considered" not in seen(client.get(url(intake)))
    answer = press(client, url(intake), **usual(outcome=Outcome.NOT_CONSIDERED))
    assert "valid choice" in errors(answer)["outcome"][0]


def test_the_case_stays_open_for_what_else_is_in_hand(signed_in):
    child = build.child(born_on=date(2023, 5, 5))
    intake = build.intake(child_=child)
    build.intake(child_=child, kind=Kind.NOTICE)
    press(signed_in("caseworker"), url(intake), **usual())
    intake.case.refresh_from_db()
    assert intake.case.closed_on is None


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"outcome": None}, "outcome", "Choose what became of it"),
        ({"outcome": Outcome.SUPPORT}, "outcome", "valid choice"),
        ({"ended_on": None}, "ended_on", "Enter"),
        ({"ended_on": date(2026, 11, 1)}, "ended_on", "2 November 2026"),
        ({"ended_on": date(2026, 11, 21)}, "ended_on", "today or in the past"),
        ({"end_reason": ""}, "end_reason", "Answer the question"),
        ({"end_reason": "x" * 2001}, "end_reason", "2,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.intake()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_what_was_logged_by_mistake_counts_nowhere(signed_in):
    intake, client = build.intake(), signed_in("caseworker")
    press(client, url(intake), **usual(outcome=Outcome.MISTAKE))
    assert Deadline.objects.get().ended == Ended.VOID
    child = intake.case.child
    page = client.get(reverse("intakes:intake-list"), {"outcome": "any"})
    assert not page.context["page"].rows
    assert "Referral to portage of" not in seen(client.get(child.get_absolute_url()))
    assert "Recorded by mistake" in seen(client.get(intake.get_absolute_url()))


def test_may_be_logged_anew_after_it_was_closed(signed_in):
    intake = build.intake()
    press(signed_in("caseworker"), url(intake), **usual())
    again = build.intake(child_=intake.case.child, received_on=TODAY)
    assert again.case != intake.case


def test_ends_with_the_child_s_death():
    intake = build.intake(kind=Kind.NOTICE)
    by = build.user("caseworker")
    people.child_died(child=intake.case.child, died_on=date(2026, 11, 10), by=by)
    intake.refresh_from_db()
    assert (intake.outcome, intake.ended_on) == (Outcome.CLOSED, date(2026, 11, 10))
    assert not Deadline.objects.open().exists()


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.intake())).status_code == 403
