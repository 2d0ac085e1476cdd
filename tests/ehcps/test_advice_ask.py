"""Asking services for their advice: six weeks for each (NA-07, EHC-4)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Advice
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(assessment):
    return reverse("ehcps:advice-ask", args=[assessment.pk])


def asking(**changed):
    answers = {
        "asked_on": date(2026, 9, 23),
        "ask_parent": False,
        "ask_education": False,
        "ask_social_care": False,
        "ask_medical": True,
        "of_medical": "Designated clinical officer",
        "ask_psychology": True,
        "of_psychology": "Educational psychology service",
    }
    return {**answers, **changed}


def test_asks_several_services_at_once(signed_in, assessing):
    answer = press(signed_in("caseworker"), url(assessing), **asking())
    assert answer.status_code == 302
    assert sorted(Advice.objects.values_list("kind", "asked_of")) == [
        ("medical", "Designated clinical officer"),
        ("psychology", "Educational psychology service"),
    ]
    dues = Deadline.objects.filter(rule="NA-07").values_list("due_on", flat=True)
    assert list(dues) == [date(2026, 11, 4)] * 2


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"asked_on": None}, "asked_on", "Enter"),
        ({"asked_on": date(2026, 9, 21)}, "asked_on", "decision to assess"),
        ({"asked_on": date(2026, 11, 21)}, "asked_on", "today or in the past"),
        ({"of_medical": ""}, "of_medical", "Say whom you asked"),
        (
            {"ask_medical": False, "ask_psychology": False},
            "asked_on",
            "Tick at least one",
        ),
        ({"other_name_2": "Ann Rees"}, "other_role_2", "Give the role"),
        ({"other_role_1": "Coach"}, "other_name_1", "Give the name"),
    ],
)
def test_says_beside_the_field_what_is_wrong(
    signed_in, assessing, changed, field, said
):
    answer = press(signed_in("caseworker"), url(assessing), **asking(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Advice.objects.exists()


def test_asks_several_other_persons_by_name_and_role(signed_in, assessing):
    others = {
        "other_name_1": "Ann Rees",
        "other_role_1": "music therapist",
        "other_name_3": "Bob Roe",
        "other_role_3": "football coach",
    }
    nobody = {"ask_medical": False, "ask_psychology": False}
    press(signed_in("caseworker"), url(assessing), **asking(**nobody, **others))
    assert sorted(Advice.objects.values_list("kind", "asked_of")) == [
        ("other", "Ann Rees, music therapist"),
        ("other", "Bob Roe, football coach"),
    ]
    assert Deadline.objects.filter(rule="NA-07").count() == 2


def test_the_same_advice_is_not_asked_twice(signed_in, assessing):
    caseworker = signed_in("caseworker")
    press(caseworker, url(assessing), **asking())
    answer = press(caseworker, url(assessing), **asking())
    assert "already been asked" in str(errors(answer))
    assert Advice.objects.count() == 2


def test_advice_is_asked_only_while_the_assessment_runs(signed_in):
    assessment = build.assessment(stage=Stage.REQUESTED)
    answer = press(signed_in("caseworker"), url(assessment), **asking())
    assert "while the assessment runs" in errors(answer)["__all__"][0]
