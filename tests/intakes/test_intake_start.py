"""Recording that early years support or portage began."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.intakes.rules import Kind, Outcome
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(intake):
    return reverse("intakes:intake-start", args=[intake.pk])


def test_ends_the_wait_and_counts_it(signed_in):
    intake = build.intake(received_on=date(2026, 6, 1))
    client = signed_in("caseworker")
    assert "has waited 24 weeks" in seen(client.get(url(intake)))
    press(client, url(intake), started_on=date(2026, 11, 16))
    intake.refresh_from_db()
    assert (intake.outcome, intake.ended_on) == (Outcome.SUPPORT, date(2026, 11, 16))
    assert Deadline.objects.get().ended == Ended.VOID
    act = Act.objects.get(act="intakes.intake_start")
    assert str(act) == "Support began (referral to portage), after 24 weeks"
    page = seen(client.get(intake.get_absolute_url()))
    assert "Support began on 16 November 2026, after 24 weeks" in page


def test_the_case_stays_open_while_support_goes_on(signed_in):
    intake = build.intake()
    press(signed_in("caseworker"), url(intake), started_on=date(2026, 11, 16))
    intake.case.refresh_from_db()
    assert intake.case.closed_on is None


def test_a_notice_waits_for_no_support(signed_in):
    notice = build.intake(kind=Kind.NOTICE)
    answer = press(signed_in("caseworker"), url(notice), started_on=date(2026, 11, 9))
    assert "Only a referral" in errors(answer)["__all__"][0]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 11, 1), "reached us on 2 November 2026"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    answer = press(signed_in("caseworker"), url(build.intake()), started_on=day)
    assert said in errors(answer)["started_on"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.intake())).status_code == 403
