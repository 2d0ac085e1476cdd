"""Sending the draft: the family's fifteen days begin (NA-11)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Stage, Standing
from tests import build
from tests.pages import errors, opened, press

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:draft-send", args=[plan.pk])


def write_url(plan):
    return reverse("ehcps:plan-write", args=[plan.pk])


def comments_url(plan):
    return reverse("ehcps:comments-record", args=[plan.pk])


def test_sends_the_draft_and_starts_the_family_s_fifteen_days(signed_in):
    plan = build.plan(standing=Standing.DRAFT)
    caseworker = signed_in("caseworker")
    written = {f"section_{letter}": text for letter, text in build.TEXTS.items()}
    press(caseworker, write_url(plan), **written)
    press(caseworker, url(plan), served_on=date(2026, 10, 20))
    plan.assessment.refresh_from_db()
    assert plan.assessment.stage == Stage.DRAFT_SENT
    assert Deadline.objects.get(rule="NA-11").due_on == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("served_on", "field", "said"),
    [
        (None, "served_on", "Enter"),
        (date(2026, 10, 12), "served_on", "decision to issue on 13 October 2026"),
        (date(2026, 11, 21), "served_on", "today or in the past"),
        (date(2026, 10, 20), "__all__", "Write these sections first"),
    ],
)
def test_says_what_keeps_a_draft_from_going(signed_in, served_on, field, said):
    plan = build.plan(standing=Standing.DRAFT)
    answer = press(signed_in("caseworker"), url(plan), served_on=served_on)
    assert said in errors(answer)[field][0]


def test_the_same_draft_is_not_sent_twice(signed_in):
    answer = press(
        signed_in("caseworker"),
        url(build.draft_sent()),
        served_on=date(2026, 11, 10),
    )
    assert "already sent" in errors(answer)["__all__"][0]


def test_another_draft_starts_the_family_s_time_anew(signed_in):
    plan = build.draft_sent()
    caseworker = signed_in("caseworker")
    press(caseworker, comments_url(plan), comments_on=date(2026, 10, 28))
    press(caseworker, write_url(plan), section_B="Changed")
    press(caseworker, url(plan), served_on=date(2026, 11, 4))
    plan.refresh_from_db()
    assert plan.comments_on is None
    deadline = Deadline.objects.get(rule="NA-11")
    assert (deadline.due_on, deadline.ended) == (date(2026, 11, 18), "")


def test_text_nobody_saw_is_not_sent(signed_in):
    plan = build.plan(standing=Standing.DRAFT)
    manager, caseworker = signed_in("team_manager"), signed_in("caseworker")
    hidden = opened(manager, url(plan))
    press(caseworker, write_url(plan), section_B="Written meanwhile")
    answer = press(manager, url(plan), hidden=hidden, served_on=date(2026, 11, 1))
    assert str(caseworker.user) in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.plan())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(plan)).status_code == 404
