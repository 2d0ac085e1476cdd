"""Recording the welcome letter, or the answer to whoever told us."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.intakes.rules import Kind
from tests import build
from tests.pages import errors, opened, press, seen, written_over

pytestmark = pytest.mark.django_db


def url(intake):
    return reverse("intakes:intake-answer", args=[intake.pk])


@pytest.mark.parametrize(
    ("day", "ended"), [(16, Ended.MET), (17, Ended.LATE)], ids=["in time", "late"]
)
def test_a_welcome_letter_meets_its_two_weeks(signed_in, day, ended):
    intake = build.intake()
    client = signed_in("caseworker")
    answer = press(client, url(intake), answered_on=date(2026, 11, day))
    assert answer.url == intake.get_absolute_url()
    assert Deadline.objects.get().ended == ended
    assert str(Act.objects.get(act="intakes.intake_answer")) == "Welcome letter sent"
    assert f"Welcome letter sent on {day} November 2026" in seen(client.get(answer.url))


def test_an_answer_to_a_health_body_leaves_the_six_weeks_running(signed_in):
    intake = build.intake(kind=Kind.NOTICE, informant="The trust")
    press(signed_in("caseworker"), url(intake), answered_on=date(2026, 11, 3))
    assert Deadline.objects.get().ended == Ended.OPEN
    assert (
        str(Act.objects.get(act="intakes.intake_answer")) == "Answer sent to The trust"
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 11, 1), "reached us on 2 November 2026"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    answer = press(signed_in("caseworker"), url(build.intake()), answered_on=day)
    assert said in errors(answer)["answered_on"][0]


def test_is_answered_once(signed_in):
    intake, client = build.intake(), signed_in("caseworker")
    press(client, url(intake), answered_on=date(2026, 11, 3))
    answer = press(client, url(intake), answered_on=date(2026, 11, 4))
    assert "answered on 3 November 2026 already" in errors(answer)["__all__"][0]


def test_a_stale_page_is_told_so(signed_in):
    intake, client = build.intake(), signed_in("caseworker")
    hidden = opened(client, url(intake))
    press(signed_in("caseworker"), url(intake), answered_on=date(2026, 11, 3))
    sent = written_over(hidden, answered_on=date(2026, 11, 4))
    assert "changed this while you had it open" in seen(client.post(url(intake), sent))


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.intake())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    intake = build.intake(child_=build.child(born_on=date(2023, 5, 5)))
    build_restricted(intake.case.child)
    assert signed_in("caseworker").get(url(intake)).status_code == 404


def build_restricted(child):
    from sendhub.people import actions as people

    people.child_restrict(
        child=child, named=[], reason="A relative", by=build.user("service_manager")
    )
