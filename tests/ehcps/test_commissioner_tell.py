"""The day on which a new health commissioner was told."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(change):
    return reverse("ehcps:commissioner-tell", args=[change.pk])


def test_it_has_fifteen_working_days_to_ask(signed_in):
    change = build.commissioner(build.plan())
    caseworker = signed_in("caseworker")
    press(caseworker, url(change), told_on=date(2026, 11, 9))
    limits = Deadline.objects.filter(about_type="ehcps.commissionerchange")
    assert dict(limits.values_list("rule", "ended")) == {"TF-05a": "met", "TF-05b": ""}
    assert limits.get(rule="TF-05b").due_on == date(2026, 11, 30)
    again = press(caseworker, url(change), told_on=date(2026, 11, 9))
    assert "told already" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 11, 1), "before the old one learned of it"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    change = build.commissioner(build.plan())
    answer = press(signed_in("caseworker"), url(change), told_on=day)
    assert said in " ".join(errors(answer)["told_on"])


def test_right_and_sight(signed_in):
    change = build.commissioner(build.plan())
    assert signed_in("auditor").get(url(change)).status_code == 403
    hidden = build.commissioner(build.plan(child_=build.restricted_child()))
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
