"""A change of health commissioner that is settled."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db
DAY = {"closed_on": date(2026, 11, 18)}


def url(change):
    return reverse("ehcps:commissioner-close", args=[change.pk])


def told(**more):
    change = build.commissioner(build.plan(**more))
    by = build.user("caseworker")
    return ehcps.commissioner_tell(change=change, told_on=date(2026, 11, 9), by=by)


def reviewing():
    return ehcps.commissioner_ask(
        change=told(),
        asked_for="review",
        asked_on=date(2026, 11, 16),
        reasons="No therapist.",
        by=build.user("caseworker"),
    )


def test_it_asks_for_nothing(signed_in):
    change = told()
    caseworker = signed_in("caseworker")
    press(caseworker, url(change), **DAY)
    assert Deadline.objects.get(rule="TF-05b").ended == "void"
    said = Act.objects.get(act="ehcps.commissioner_close").sentence
    assert said.endswith("it arranges what the plan says")
    again = press(caseworker, url(change), **DAY)
    assert "settled already" in errors(again)["__all__"][0]
    build.commissioner(change.plan, commissioner="NHS Powys")


def test_the_review_it_asked_for_is_done(signed_in):
    change = reviewing()
    press(signed_in("caseworker"), url(change), **DAY)
    said = Act.objects.get(act="ehcps.commissioner_close").sentence
    assert said.endswith("the plan was reviewed")


@pytest.mark.parametrize(
    ("make", "day", "said"),
    [
        (told, None, "Enter"),
        (told, date(2026, 11, 8), "before it was told"),
        (reviewing, date(2026, 11, 15), "before it asked"),
        (told, date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, make, day, said):
    answer = press(signed_in("caseworker"), url(make()), closed_on=day)
    assert said in " ".join(errors(answer)["closed_on"])


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(told())).status_code == 403
    hidden = told(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
