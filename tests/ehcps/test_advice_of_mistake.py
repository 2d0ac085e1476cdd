"""Advice of a request that was recorded by mistake stays as it was that day."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db
SAID = "recorded by mistake: nothing of it counts"


def voided(assessment):
    made = actions.request_void(
        assessment=assessment, reason="His brother's.", by=build.user("caseworker")
    )
    manager = build.user("team_manager")
    actions.correction_decide(correction=made, agree=True, because="", by=manager)
    assessment.refresh_from_db()
    assert assessment.stage == Stage.MISTAKE


def test_none_is_received(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    client = signed_in("caseworker")
    page = reverse("ehcps:advice-receive", args=[advice.pk])
    voided(assessing)
    answer = press(client, page, received_on=date(2026, 10, 10))
    assert SAID in errors(answer)["__all__"][0]
    advice.refresh_from_db()
    assert advice.received_on is None


def test_none_is_judged(assessing):
    advice = build.advice_here(assessment_=assessing)
    voided(assessing)
    with pytest.raises(RuleBroken, match=SAID):
        actions.advice_judge(
            advice=advice, quality="meets", lacking="", by=build.user("caseworker")
        )


def test_no_document_is_added_to_it(assessing):
    advice = build.advice_here(assessment_=assessing)
    paper = build.document(case_=assessing.case)
    voided(assessing)
    with pytest.raises(RuleBroken, match=SAID):
        actions.advice_attach(
            advice=advice, document=paper, by=build.user("caseworker")
        )


@pytest.mark.parametrize("make", [build.advice, build.held_advice])
def test_none_is_asked_for_and_none_accepted(assessing, make):
    voided(assessing)
    with pytest.raises(RuleBroken, match=SAID):
        make(assessment_=assessing)
