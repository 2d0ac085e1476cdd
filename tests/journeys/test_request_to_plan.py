"""From a school's request to a plan: in time, refused, and late."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import AdviceKind, Stage, Standing
from tests import build
from tests.journeys import steps
from tests.pages import seen

pytestmark = pytest.mark.django_db


def test_a_school_s_request_becomes_a_plan_in_time(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    case = steps.when_they_log_a_request(caseworker, child, on=date(2026, 6, 29))
    steps.then_my_work_shows(caseworker, "Owain Preece", "NA-03")

    steps.when_they_decide_to_assess(manager, case, told_on=date(2026, 8, 10))
    kinds = (AdviceKind.EDUCATION, AdviceKind.PSYCHOLOGY)
    steps.when_advice_is_asked_of(caseworker, case, *kinds, on=date(2026, 8, 10))
    steps.then_my_work_shows(caseworker, "Advice: Educational psychologist")
    steps.when_advice_arrives(caseworker, case, on=date(2026, 9, 21))
    steps.when_they_decide_to_issue(manager, case, told_on=date(2026, 10, 19))
    steps.when_the_draft_goes_out(caseworker, case, on=date(2026, 10, 26))
    plan = steps.when_the_plan_is_issued(manager, case, on=date(2026, 11, 16))

    assert plan.standing == Standing.LIVE
    for rule in ("NA-03", "NA-08", "NA-13"):
        steps.then_the_limit_was(case, rule, "met")
    assert not Deadline.objects.open().filter(case=case).exists()
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Request for a needs assessment received (School or other education setting)",
        "Decided to assess; family told on 10 August 2026",
        "Advice received from Educational psychologist team",
        "Draft 1 sent to the family",
        "Plan issued, naming Hillside School",
    )
    page = seen(caseworker.get(reverse("people:child-page", args=[child.pk])))
    assert "naming Hillside School" in page


def test_a_refusal_ends_the_request_and_stops_its_clocks(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    whole = {"upn": "H801200001001", "ethnicity": build.code("ETHNICITY", "WBRI")}
    child = steps.when_they_record_a_child(caseworker, **whole)
    case = steps.when_they_log_a_request(caseworker, child, on=date(2026, 10, 1))

    steps.when_they_refuse_to_assess(manager, case, told_on=date(2026, 11, 2))

    assert steps.assessment_of(case).stage == Stage.REFUSED
    steps.then_the_limit_was(case, "NA-03", "met")
    steps.then_the_limit_was(case, "NA-13", "void")
    assert "Owain Preece" not in steps.then_my_work_shows(caseworker)
    assert not Plan.objects.exists()
    steps.then_the_chronology_tells(
        caseworker, child, "Decided not to assess; family told on 2 November 2026"
    )


def test_a_late_assessment_shows_how_late_at_every_step(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    case = steps.when_they_log_a_request(caseworker, child, on=date(2026, 5, 4))

    text = steps.then_my_work_shows(caseworker, "Owain Preece")
    assert "158 days late" in text  # due 15 June, today 20 November
    steps.when_they_decide_to_assess(manager, case, told_on=date(2026, 6, 16))
    steps.then_the_limit_was(case, "NA-03", "late")
    steps.when_advice_is_asked_of(
        caseworker, case, AdviceKind.MEDICAL, on=date(2026, 6, 16)
    )
    steps.when_advice_arrives(caseworker, case, on=date(2026, 9, 1))
    steps.when_they_decide_to_issue(manager, case, told_on=date(2026, 9, 30))
    steps.when_the_draft_goes_out(caseworker, case, on=date(2026, 10, 5))
    steps.when_the_plan_is_issued(manager, case, on=date(2026, 10, 26))

    for rule in ("NA-08", "NA-13"):
        steps.then_the_limit_was(case, rule, "late")
    text = seen(caseworker.get(case.get_absolute_url()))
    assert "35 days late" in text  # due 21 September, sent 26 October
