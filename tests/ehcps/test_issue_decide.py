"""Deciding whether to issue a plan: within sixteen weeks of the request (NA-08)."""

from datetime import date
from itertools import count

import pytest
from django.urls import reverse

from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(assessment):
    return reverse("ehcps:issue-decide", args=[assessment.pk])


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        ({"issue": "yes"}, Stage.ISSUING),
        ({"issue": "no", "reasons": "Needs are met."}, Stage.NOT_ISSUED),
    ],
)
def test_decides_whether_to_issue(signed_in, assessing, answers, stage):
    manager = signed_in("team_manager")
    press(manager, url(assessing), told_on=date(2026, 11, 2), **answers)
    assessing.refresh_from_db()
    assert (assessing.stage, assessing.issue_decided_by) == (stage, manager.user)
    assert Plan.objects.count() == (1 if stage is Stage.ISSUING else 0)


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"issue": ""}, "issue", "Choose whether to issue"),
        ({"told_on": date(2026, 9, 21)}, "told_on", "decision to assess"),
        ({"told_on": date(2026, 11, 21)}, "told_on", "today or in the past"),
        ({"issue": "no"}, "reasons", "needs its reasons"),
    ],
)
def test_says_what_is_wrong_with_the_decision(
    signed_in, assessing, answers, field, said
):
    usual = {"issue": "yes", "told_on": date(2026, 11, 2)}
    answer = press(
        signed_in("team_manager"),
        url(assessing),
        **{**usual, **answers},
    )
    assert said in errors(answer)[field][0]


def test_is_only_for_those_who_decide(signed_in, assessing):
    client = signed_in("caseworker")
    assert client.get(url(assessing)).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    hidden = build.restricted_child()
    assessment = build.assessment(child_=hidden, stage=Stage.ASSESSING)
    assert signed_in("team_manager").get(url(assessment)).status_code == 404


@pytest.mark.parametrize("page", ["decision", "case"])
def test_more_advice_asks_no_more_queries(
    signed_in, assessing, queries_stay_flat, page
):
    authors = (f"Dr {number}" for number in count())

    def grow():
        paper = build.document(case_=assessing.case)
        build.held_advice(assessment_=assessing, author=next(authors), document=paper)

    there = url(assessing) if page == "decision" else assessing.get_absolute_url()
    queries_stay_flat(signed_in("team_manager"), there, grow)
