"""Going on after a refusal was reversed, by each of the four routes (NA-15)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Reversal
from sendhub.ehcps.rules import Refusal, Route, Stage, Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db

REFUSED = {"received_on": date(2026, 5, 4), "stage": Stage.REFUSED}


def url(assessment):
    return reverse("ehcps:refusal-reverse", args=[assessment.pk])


def usual(**changed):
    answers = {
        "route": Route.ORDER,
        "happened_on": date(2026, 10, 5),
        "reasons": "The tribunal ordered an assessment.",
        "agreed_by": None,
        "told_on": None,
    }
    return {**answers, **changed}


def due(assessment):
    """What is still due, by rule and step."""
    rows = Deadline.objects.open().filter(about_id=assessment.pk)
    rows = rows.filter(about_type="ehcps.needsassessment")
    return {f"{row.rule} {row.step}".strip(): row.due_on for row in rows}


@pytest.mark.parametrize(
    ("route", "after"),
    [
        (
            Route.ORDER,
            {
                "NA-15 notify": date(2026, 10, 19),
                "NA-15 refuse": date(2026, 12, 14),
                "NA-15 final": date(2027, 1, 11),
            },
        ),
        (
            Route.UNOPPOSED,
            {
                "NA-15 notify": date(2026, 10, 19),
                "NA-15 refuse": date(2026, 12, 14),
                "NA-15 final": date(2027, 1, 11),
            },
        ),
        (
            Route.MEDIATION,
            {
                "NA-15 notify": date(2026, 10, 19),
                "NA-15 refuse": date(2026, 12, 14),
                "NA-15 final": date(2027, 1, 11),
            },
        ),
        (
            Route.INFORMAL,
            {"NA-08": date(2026, 8, 24), "NA-13": date(2026, 9, 21)},
        ),
    ],
)
def test_each_route_to_an_assessment_has_its_clock(signed_in, route, after):
    assessment = build.assessment(**REFUSED)
    told = assessment.assess_told_on
    press(signed_in("team_manager"), url(assessment), **usual(route=route))
    assessment.refresh_from_db()
    assert assessment.stage == Stage.ASSESSING
    assert assessment.assess_told_on == told
    assert assessment.refused_to_assess
    assert due(assessment) == after


@pytest.mark.parametrize(
    ("route", "after"),
    [
        (
            Route.ORDER,
            {"TR-02a draft": date(2026, 11, 9), "TR-02a final": date(2026, 12, 21)},
        ),
        (
            Route.UNOPPOSED,
            {"TR-03 draft": date(2026, 11, 9), "TR-03 final": date(2026, 12, 21)},
        ),
        (
            Route.MEDIATION,
            {"ME-07 draft": date(2026, 11, 9), "ME-07 final": date(2026, 12, 21)},
        ),
        (Route.INFORMAL, {"NA-13": date(2026, 9, 21)}),
    ],
)
def test_each_route_to_a_plan_has_its_clock(signed_in, route, after):
    assessment = build.assessment(received_on=date(2026, 5, 4), stage=Stage.NOT_ISSUED)
    press(signed_in("team_manager"), url(assessment), **usual(route=route))
    assessment.refresh_from_db()
    assert assessment.stage == Stage.ISSUING
    assert assessment.refused_to_issue
    assert assessment.plan.standing == Standing.DRAFT
    assert due(assessment) == after


def test_another_date_agreed_in_mediation_takes_the_place_of_the_fourteen_weeks(
    signed_in,
):
    assessment = build.assessment(**REFUSED)
    agreed = usual(route=Route.MEDIATION, agreed_by=date(2027, 2, 1))
    press(signed_in("team_manager"), url(assessment), **agreed)
    assert due(assessment)["NA-15 final"] == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"route": ""}, "route", "Choose how"),
        ({"happened_on": None}, "happened_on", "Enter"),
        ({"happened_on": date(2026, 12, 1)}, "happened_on", "today or in the past"),
        ({"happened_on": date(2026, 5, 4)}, "happened_on", "the refusal on"),
        ({"reasons": ""}, "reasons", "Enter"),
        ({"told_on": date(2026, 10, 1)}, "told_on", "the reversal on"),
        ({"agreed_by": date(2027, 2, 1)}, "agreed_by", "only in mediation"),
        (
            {"route": Route.MEDIATION, "agreed_by": date(2026, 10, 1)},
            "agreed_by",
            "cannot be earlier",
        ),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    assessment = build.assessment(**REFUSED)
    answer = press(signed_in("team_manager"), url(assessment), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Reversal.objects.exists()


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASSESSING, Stage.WITHDRAWN])
def test_only_a_refusal_can_be_reversed(signed_in, stage):
    assessment = build.assessment(received_on=date(2026, 5, 4), stage=stage)
    answer = press(signed_in("team_manager"), url(assessment), **usual())
    assert "was not refused" in errors(answer)["__all__"][0]


def test_waits_for_another_open_request_to_end(signed_in):
    assessment = build.assessment(**REFUSED)
    child = assessment.case.child
    build.assessment(child_=child, received_on=date(2026, 9, 1))
    answer = press(signed_in("team_manager"), url(assessment), **usual())
    assert "another open request" in errors(answer)["__all__"][0]


def test_the_case_shows_the_refusal_and_what_became_of_it(signed_in):
    assessment = build.assessment(**REFUSED)
    manager = signed_in("team_manager")
    press(manager, url(assessment), **usual())
    page = seen(manager.get(assessment.get_absolute_url()))
    assert "Not to assess: decided by" in page
    assert "The decision not to assess was reversed on 5 October 2026" in page
    assert "Record that the family was told" in page


def test_a_second_refusal_meets_what_it_can_and_ends_the_rest():
    assessment = build.assessment(**REFUSED)
    build.reversal(assessment)
    build.not_issued(assessment, told_on=date(2026, 11, 16))
    rows = Deadline.objects.filter(about_id=assessment.pk, rule="NA-15")
    assert dict(rows.values_list("step", "ended")) == {
        "notify": "",
        "refuse": "met",
        "final": "void",
    }


def test_is_for_managers(signed_in):
    assessment = build.assessment(**REFUSED)
    assert signed_in("caseworker").get(url(assessment)).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    assessment = build.assessment(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(assessment)).status_code == 404


def test_both_refusals_of_one_assessment_can_be_reversed():
    assessment = build.assessment(**REFUSED)
    build.reversal(assessment)
    build.not_issued(assessment, told_on=date(2026, 11, 9))
    build.reversal(assessment, happened_on=date(2026, 11, 16))
    found = {reversal.of for reversal in assessment.reversals.all()}
    assert found == {Refusal.ASSESS, Refusal.ISSUE}
    assert due(assessment) == {
        "NA-15 notify": date(2026, 10, 19),
        "TR-02a draft": date(2026, 12, 21),
        "TR-02a final": date(2027, 2, 1),
    }
