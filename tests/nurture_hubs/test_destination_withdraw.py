"""Taking back where a child was said to be."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.nurture_hubs.rules.ends import Point
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(destination):
    return reverse("nurture_hubs:destination-withdraw", args=[destination.pk])


def test_is_asked_again_on_an_open_case(signed_in):
    place = build.hubs.begun(date(2025, 1, 6), date(2025, 11, 14))
    told = build.hubs.destination(place, point=Point.TWELVE_MONTHS, on=TODAY)
    case = place.referral.case
    case.refresh_from_db()
    assert case.closed_on
    client = signed_in("hub_coordinator")
    press(client, url(told), reason="That was his brother.")
    case.refresh_from_db()
    assert case.closed_on is None
    assert Deadline.objects.get(rule="NH-04").ended == Ended.OPEN
    page = seen(client.get(case.get_absolute_url()))
    assert "Record where the child is: twelve months later" in page
    assert client.get(url(told)).status_code == 404


def test_needs_a_reason(signed_in):
    answer = press(
        signed_in("hub_coordinator"), url(build.hubs.destination()), reason=""
    )
    assert errors(answer)["reason"] == ["Write what was wrong."]


def test_is_not_for_those_without_the_right(signed_in):
    told = build.hubs.destination()
    assert signed_in("caseworker").get(url(told)).status_code == 403
