"""Telling the family that a refusal was reversed (NA-15)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def reversal(**more):
    return build.reversal(
        build.assessment(received_on=date(2026, 5, 4), stage=Stage.REFUSED, **more)
    )


def url(reversal):
    return reverse("ehcps:reversal-tell", args=[reversal.pk])


def test_the_family_is_told_within_two_weeks(signed_in):
    page = url(reversal())
    caseworker = signed_in("caseworker")
    early = press(caseworker, page, told_on=date(2026, 10, 4))
    assert "the reversal on" in errors(early)["told_on"][0]
    press(caseworker, page, told_on=date(2026, 10, 19))
    assert Deadline.objects.get(rule="NA-15", step="notify").ended == "met"
    again = press(caseworker, page, told_on=date(2026, 10, 20))
    assert "already recorded" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("told_on", "said"), [(None, "Enter"), (date(2026, 12, 1), "today or in the past")]
)
def test_says_beside_the_field_what_is_wrong(signed_in, told_on, said):
    answer = press(signed_in("caseworker"), url(reversal()), told_on=told_on)
    assert said in errors(answer)["told_on"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(reversal())).status_code == 403
    hidden = reversal(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
