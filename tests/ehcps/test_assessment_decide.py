"""Deciding whether to assess: six weeks from the request (NA-03)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(assessment):
    return reverse("ehcps:assessment-decide", args=[assessment.pk])


def usual(**changed):
    answers = {"assess": "yes", "told_on": date(2026, 10, 13), "reasons": ""}
    return {**answers, **changed}


def deadline(assessment, rule):
    return Deadline.objects.get(
        about_type="ehcps.needsassessment", about_id=assessment.pk, rule=rule
    )


def test_a_manager_decides_to_assess(signed_in):
    manager = signed_in("team_manager")
    assessment = build.assessment(received_on=date(2026, 9, 1))
    answer = press(manager, url(assessment), **usual())
    assessment.refresh_from_db()
    assert answer.url == assessment.case.get_absolute_url()
    assert assessment.stage == Stage.ASSESSING
    assert assessment.assess_decided_by == manager.user
    assert deadline(assessment, "NA-03").ended == "met"
    assert deadline(assessment, "NA-13").ended == ""
    act = Act.objects.get(act="ehcps.assessment_decide")
    assert act.sentence == "Decided to assess; family told on 13 October 2026"


def test_reasons_that_a_refusal_must_give_are_not_called_optional(signed_in):
    page = signed_in("team_manager").get(url(build.assessment()))
    assert "optional" not in seen(page)
    assert "A refusal must give its reasons." in seen(page)


def test_a_decision_dated_on_a_sunday_stands_as_it_is_dated(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    sunday = date(2026, 10, 11)
    press(signed_in("team_manager"), url(assessment), **usual(told_on=sunday))
    met = deadline(assessment, "NA-03")
    assert (met.ended, met.met_on) == ("met", sunday)


def test_a_decision_a_day_after_six_weeks_is_late(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    press(
        signed_in("team_manager"), url(assessment), **usual(told_on=date(2026, 10, 14))
    )
    assert deadline(assessment, "NA-03").ended == "late"


def test_a_refusal_ends_the_later_limits(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    press(
        signed_in("service_manager"),
        url(assessment),
        **usual(assess="no", reasons="The school can meet these needs."),
    )
    assessment.refresh_from_db()
    assert assessment.stage == Stage.REFUSED
    assert deadline(assessment, "NA-13").ended == "void"


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"assess": ""}, "assess", "Choose whether to assess"),
        ({"told_on": None}, "told_on", "Enter"),
        ({"told_on": date(2026, 8, 31)}, "told_on", "request on 1 September 2026"),
        ({"told_on": date(2026, 11, 21)}, "told_on", "today or in the past"),
        ({"assess": "no", "reasons": " "}, "reasons", "needs its reasons"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    answer = press(signed_in("team_manager"), url(assessment), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assessment.refresh_from_db()
    assert assessment.stage == Stage.REQUESTED


@pytest.mark.parametrize("role", ["caseworker", "auditor", "administrator"])
def test_is_not_for_those_without_the_right(signed_in, role):
    assert signed_in(role).get(url(build.assessment())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    hidden = build.restricted_child()
    assessment = build.assessment(child_=hidden)
    assert signed_in("team_manager").get(url(assessment)).status_code == 404


def test_the_second_of_two_deciders_is_told_what_the_first_did(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    first, second = signed_in("team_manager"), signed_in("team_manager")
    hidden = opened(second, url(assessment))
    press(first, url(assessment), **usual())
    answer = press(
        second,
        url(assessment),
        hidden=hidden,
        assess="no",
        reasons="No.",
        told_on=date(2026, 10, 1),
    )
    said = errors(answer)["__all__"][0]
    assert str(first.user) in said
    assert "stage from “Request received” to “Assessing”" in said
    assert "No." in seen(answer)
    assessment.refresh_from_db()
    assert assessment.assess_decided_by == first.user


def test_a_decision_cannot_be_taken_twice(signed_in):
    assessment = build.assessment(stage=Stage.ASSESSING)
    answer = press(signed_in("team_manager"), url(assessment), **usual())
    assert "cannot go to" in errors(answer)["__all__"][0]


def test_a_double_click_decides_once(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    manager = signed_in("team_manager")
    hidden = opened(manager, url(assessment))
    first = press(manager, url(assessment), hidden=hidden, **usual())
    second = press(manager, url(assessment), hidden=hidden, **usual())
    assert first.url == second.url
    assert Act.objects.filter(act="ehcps.assessment_decide").count() == 1
    assert NeedsAssessment.objects.get().stage == Stage.ASSESSING
