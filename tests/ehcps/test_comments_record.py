"""Recording what the family said about the draft."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:comments-record", args=[plan.pk])


def page_url(plan):
    return reverse("ehcps:plan-page", args=[plan.pk])


@pytest.mark.parametrize(
    ("comments_on", "ended"),
    [(date(2026, 11, 3), "met"), (date(2026, 11, 4), "void")],
)
def test_records_what_the_family_said(signed_in, comments_on, ended):
    plan = build.draft_sent()
    caseworker = signed_in("caseworker")
    heard = {"comments_on": comments_on, "comments": "More hours, please."}
    press(caseworker, url(plan), **heard)
    assert Deadline.objects.get(rule="NA-11").ended == ended
    assert "More hours, please." in seen(caseworker.get(page_url(plan)))


@pytest.mark.parametrize(
    ("comments_on", "said"),
    [
        (None, "Enter"),
        (date(2026, 10, 19), "draft on 20 October 2026"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_what_is_wrong_with_the_comments_date(signed_in, comments_on, said):
    answer = press(
        signed_in("caseworker"),
        url(build.draft_sent()),
        comments_on=comments_on,
    )
    assert said in errors(answer)["comments_on"][0]


def test_comments_are_about_a_draft_that_was_sent(signed_in):
    caseworker = signed_in("caseworker")
    on = {"comments_on": date(2026, 11, 12)}
    answer = press(caseworker, url(build.plan()), **on)
    assert "has been issued" in errors(answer)["__all__"][0]
    answer = press(caseworker, url(build.plan(standing=Standing.DRAFT)), **on)
    assert "Send the draft" in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.plan())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(plan)).status_code == 404
