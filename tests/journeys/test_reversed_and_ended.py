"""A refusal that the tribunal turned over, a late plan excused, a plan that ends."""

from datetime import date

import pytest

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Ceasing, Reversal
from sendhub.ehcps.rules import AdviceKind, Ground, Route, Stage, Standing
from tests import build
from tests.journeys import steps
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def test_a_refusal_is_turned_over_and_a_plan_follows_in_its_new_time(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    case = steps.when_they_log_a_request(caseworker, child, on=date(2026, 2, 2))
    steps.when_they_refuse_to_assess(manager, case, told_on=date(2026, 3, 9))
    steps.then_the_limit_was(case, "NA-13", "void")

    ordered = press(
        manager,
        steps.ehc("refusal-reverse", steps.assessment_of(case)),
        route=Route.ORDER,
        happened_on=date(2026, 7, 27),
        reasons="The tribunal orders an assessment.",
    )
    assert ordered.status_code == 302, seen(ordered)
    steps.then_my_work_shows(caseworker, "Owain Preece", "NA-15")
    told = press(
        caseworker,
        steps.ehc("reversal-tell", Reversal.objects.get()),
        told_on=date(2026, 8, 3),
    )
    assert told.status_code == 302, seen(told)
    kinds = (AdviceKind.EDUCATION, AdviceKind.PSYCHOLOGY)
    steps.when_advice_is_asked_of(caseworker, case, *kinds, on=date(2026, 8, 4))
    steps.when_advice_arrives(caseworker, case, on=date(2026, 9, 14))
    steps.when_they_decide_to_issue(manager, case, told_on=date(2026, 10, 1))
    steps.when_the_draft_goes_out(caseworker, case, on=date(2026, 10, 5))
    plan = steps.when_the_plan_is_issued(manager, case, on=date(2026, 11, 2))

    assert plan.standing == Standing.LIVE
    after = Deadline.objects.filter(case=case, rule="NA-15")
    assert dict(after.values_list("step", "ended")) == {
        "notify": "met",
        "refuse": "met",
        "final": "met",
    }
    assert not Deadline.objects.open().filter(case=case).exists()
    assert steps.assessment_of(case).refused_to_assess
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Decided not to assess; family told on 9 March 2026",
        "The decision not to assess reversed: The tribunal ordered it, also by consent",
        "Family told that we go on after all",
    )


def test_a_late_decision_is_excused_and_stays_late(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    case = steps.when_they_log_a_request(caseworker, child, on=date(2026, 6, 1))
    limit = Deadline.objects.get(case=case, rule="NA-03")
    page = steps.ehc("exemption-record", limit)
    why = {"impractical_because": "Nobody who knows him could be asked."}

    none = press(
        caseworker,
        page,
        ground=Ground.ABSENCE,
        starts_on=date(2026, 6, 8),
        ends_on=date(2026, 6, 15),
        **why,
    )
    assert "at least four weeks" in errors(none)["ground"][0]
    press(
        caseworker,
        page,
        ground=Ground.ABSENCE,
        starts_on=date(2026, 6, 8),
        ends_on=date(2026, 7, 20),
        **why,
    )
    steps.when_they_decide_to_assess(manager, case, told_on=date(2026, 7, 27))

    steps.then_the_limit_was(case, "NA-03", "late")
    assert "Exemption recorded" in seen(caseworker.get(case.get_absolute_url()))


def test_a_plan_ends_only_when_nobody_can_appeal_any_more(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    plan = build.plan(issued_on=date(2026, 1, 12))
    proposed = press(
        caseworker,
        steps.ehc("cease-propose", plan),
        consulted_on=date(2026, 6, 1),
        cease_reason=build.code("CEASE_REASON", "2"),
        why="His school gives what he needs.",
    )
    assert proposed.status_code == 302, seen(proposed)
    ceasing = Ceasing.objects.get()
    press(manager, steps.ehc("cease-notify", ceasing), told_on=date(2026, 7, 6))
    end = steps.ehc("cease-end", ceasing)

    early = press(manager, end, ceased_on=date(2026, 8, 31))
    assert "goes on until" in errors(early)["ceased_on"][0]
    press(
        caseworker,
        steps.ehc("cease-challenge", ceasing),
        appealed_on=date(2026, 8, 24),
    )
    waits = press(manager, end, ceased_on=date(2026, 11, 9))
    assert "An appeal waits" in errors(waits)["ceased_on"][0]
    press(
        caseworker,
        steps.ehc("cease-challenge", ceasing),
        appealed_on=date(2026, 8, 24),
        appeal_decided_on=date(2026, 11, 9),
    )
    ended = press(manager, end, ceased_on=date(2026, 11, 9))

    assert ended.status_code == 302, seen(ended)
    plan.refresh_from_db()
    assert plan.standing == Standing.CEASED
    assert plan.assessment.stage == Stage.ISSUED
    assert not Deadline.objects.open().filter(case=plan.case).exists()
