"""Recording that a request was withdrawn."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Stage, Standing
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(assessment):
    return reverse("ehcps:request-withdraw", args=[assessment.pk])


def usual(**changed):
    answers = {"withdrawn_on": date(2026, 11, 2), "reason": "The family moved away."}
    return {**answers, **changed}


@pytest.mark.parametrize(
    "stage", [Stage.REQUESTED, Stage.ASSESSING, Stage.ISSUING, Stage.DRAFT_SENT]
)
def test_ends_the_request_at_any_open_stage(signed_in, stage):
    assessment = build.assessment(stage=stage)
    press(signed_in("caseworker"), url(assessment), **usual())
    assessment.refresh_from_db()
    assert assessment.stage == Stage.WITHDRAWN
    assert not Deadline.objects.open().exists()
    if stage in (Stage.ISSUING, Stage.DRAFT_SENT):
        assert assessment.plan.standing == Standing.ABANDONED


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"withdrawn_on": date(2026, 8, 31)}, "withdrawn_on", "1 September 2026"),
        ({"withdrawn_on": date(2026, 12, 1)}, "withdrawn_on", "today or in the past"),
        ({"withdrawn_on": None}, "withdrawn_on", "Enter"),
        ({"reason": ""}, "reason", "Answer the question"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    answer = press(signed_in("caseworker"), url(assessment), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_an_ended_request_stays_ended(signed_in):
    assessment = build.assessment(stage=Stage.REFUSED)
    answer = press(signed_in("caseworker"), url(assessment), **usual())
    assert "cannot go to" in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.assessment())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    assessment = build.assessment(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(assessment)).status_code == 404
