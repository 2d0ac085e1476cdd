"""Requests that end otherwise: withdrawn, no plan until an appeal, a child who dies."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import NeedsAssessment, Reversal
from sendhub.ehcps.rules import AdviceKind, Route, Stage, Standing
from sendhub.people.models import Child
from tests import build
from tests.journeys import steps
from tests.pages import errors, held, press, seen

pytestmark = pytest.mark.django_db


def given_an_assessment(caseworker, manager, *, asked_on=date(2026, 6, 1)):
    child = steps.when_they_record_a_child(caseworker)
    case = steps.when_they_log_a_request(caseworker, child, on=asked_on)
    steps.when_they_decide_to_assess(manager, case, told_on=date(2026, 6, 29))
    kinds = (AdviceKind.EDUCATION, AdviceKind.PSYCHOLOGY)
    steps.when_advice_is_asked_of(caseworker, case, *kinds, on=date(2026, 6, 30))
    return child, case


def then_nothing_runs(case):
    assert not Deadline.objects.open().filter(case=case).exists()


def test_a_parent_withdraws_during_the_assessment(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child, case = given_an_assessment(caseworker, manager)
    withdrawn = press(
        caseworker,
        steps.ehc("request-withdraw", steps.assessment_of(case)),
        withdrawn_on=date(2026, 7, 20),
        reason="She wants to see how the new school goes.",
    )
    assert withdrawn.status_code == 302, seen(withdrawn)
    then_nothing_runs(case)
    assert "Decide whether" not in steps.then_my_work_shows(caseworker)
    again = steps.when_they_log_a_request(caseworker, child, on=date(2026, 11, 2))
    assert again == case
    assert NeedsAssessment.objects.open().get().received_on == date(2026, 11, 2)


def test_no_plan_until_the_council_does_not_oppose_the_appeal(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child, case = given_an_assessment(caseworker, manager)
    steps.when_advice_arrives(caseworker, case, on=date(2026, 8, 10))
    refused = press(
        manager,
        steps.ehc("issue-decide", steps.assessment_of(case)),
        issue="no",
        told_on=date(2026, 9, 7),
        reasons="The school can provide all of it.",
    )
    assert refused.status_code == 302, seen(refused)
    then_nothing_runs(case)
    unopposed = press(
        manager,
        steps.ehc("refusal-reverse", steps.assessment_of(case)),
        route=Route.UNOPPOSED,
        happened_on=date(2026, 10, 19),
        reasons="The council told the tribunal that it does not oppose.",
    )
    assert unopposed.status_code == 302, seen(unopposed)
    turned = Reversal.objects.get()
    if turned.told_on is None:
        told = steps.ehc("reversal-tell", turned)
        assert press(caseworker, told, told_on=date(2026, 10, 20)).status_code == 302
    steps.then_my_work_shows(caseworker, "Owain Preece", "TR-03")
    steps.when_the_draft_goes_out(caseworker, case, on=date(2026, 10, 26))
    plan = steps.when_the_plan_is_issued(manager, case, on=date(2026, 11, 16))
    assert plan.standing == Standing.LIVE
    assert steps.assessment_of(case).refused_to_issue
    said = seen(caseworker.get(reverse("ehcps:case-return", args=[case.pk])))
    assert "(AssessmentOutcome) N: Decided not to issue a plan" in said
    assert "(AssessmentTribunal) Yes" in said
    steps.then_the_chronology_tells(caseworker, child, "Decided not to issue a plan")


def test_a_child_dies_and_nothing_more_reaches_the_family(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child, case = given_an_assessment(caseworker, manager)
    build.contact(child, parental_responsibility=True)
    write = reverse("letters:letter-make", args=[case.pk])
    assert caseworker.get(write).status_code == 200

    died = press(
        caseworker,
        reverse("people:child-died", args=[child.pk]),
        died_on=date(2026, 11, 1),
    )
    assert died.status_code == 302, seen(died)
    then_nothing_runs(case)
    assert steps.assessment_of(case).stage == Stage.WITHDRAWN
    assert "Owain Preece" not in steps.then_my_work_shows(caseworker)
    assert "Died 1 November 2026" in seen(caseworker.get(child.get_absolute_url()))
    nobody = seen(caseworker.get(write, {"kind": "general"}))
    assert "The child has died: nobody is written to." in nobody
    no_more = press(
        caseworker,
        steps.ehc("request-log", child),
        received_on=date(2026, 11, 2),
        source=build.code("REQUEST_SOURCE", "2"),
        reasons="Sent before they knew.",
    )
    assert errors(no_more)


def test_twins_are_asked_for_on_one_day_and_stay_two(signed_in):
    caseworker = signed_in("caseworker")
    facts = {"family_name": "Preece", "born_on": date(2017, 3, 14)}
    first = steps.when_they_record_a_child(caseworker, given_names="Owain", **facts)
    record = reverse("people:child-record")
    twin = {"given_names": "Owen", "sex": build.code("SEX", "M"), **facts}
    asked = press(caseworker, record, **twin)
    assert "Preece, Owain" in seen(asked)
    press(caseworker, record, hidden=held(asked), not_same=True, **twin)
    second = Child.objects.get(given_names="Owen")
    day = date(2026, 11, 2)
    one = steps.when_they_log_a_request(caseworker, first, on=day)
    other = steps.when_they_log_a_request(caseworker, second, on=day)
    assert one != other
    steps.then_my_work_shows(caseworker, "Owain Preece", "Owen Preece")
