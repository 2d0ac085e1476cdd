"""A child with a plan is assessed again, and the plan is amended or stays."""

from datetime import date

import pytest

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import IN_DRAFT, AdviceKind, Stage, Standing
from sendhub.people.actions import child_died
from tests import build
from tests.journeys import steps
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def done(answer):
    assert answer.status_code == 302, seen(answer)


def given_a_plan_and_a_request_to_assess_again(client, *, on=date(2026, 6, 1)):
    plan = build.plan(issued_on=date(2025, 9, 1))
    facts = {
        "received_on": on,
        "source": build.code("REQUEST_SOURCE", "1"),
        "reasons": "His needs have changed.",
    }
    done(press(client, steps.ehc("reassessment-log", plan), **facts))
    return plan, NeedsAssessment.objects.get(reassesses=plan)


def limits(made):
    found = Deadline.objects.filter(
        about_id=made.pk, about_type="ehcps.needsassessment"
    )
    return {rule: (due, how) for rule, due, how in found.values_list(*ASKED)}


ASKED = ("rule", "due_on", "ended")


def test_the_plan_lives_on_until_the_amended_one_takes_its_place(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    old, again = given_a_plan_and_a_request_to_assess_again(caseworker)
    agreed = {"assess": "yes", "told_on": date(2026, 6, 15)}
    done(press(manager, steps.ehc("assessment-decide", again), **agreed))
    asked = {f"ask_{k}": k == AdviceKind.EDUCATION for k in AdviceKind}
    done(
        press(
            caseworker,
            steps.ehc("advice-ask", again),
            asked_on=date(2026, 6, 16),
            **asked,
            of_education="Hillside School",
        )
    )
    amend = {"issue": "yes", "told_on": date(2026, 8, 3)}
    done(press(manager, steps.ehc("issue-decide", again), **amend))
    draft = Plan.objects.get(assessment=again)
    page = seen(caseworker.get(draft.get_absolute_url()))
    assert "I like trains." in page
    case = seen(caseworker.get(old.case.get_absolute_url()))
    assert "The plan in force" in case
    assert "naming" in seen(caseworker.get(old.case.child.get_absolute_url()))
    texts = {f"section_{letter}": f"Now in {letter}." for letter in IN_DRAFT}
    done(press(caseworker, steps.ehc("plan-write", draft), **texts))
    served = {"served_on": date(2026, 8, 10)}
    done(press(caseworker, steps.ehc("draft-send", draft), **served))
    done(
        press(
            manager,
            steps.ehc("plan-issue", draft),
            issued_on=date(2026, 9, 7),
            primary_need=build.code("SEN_TYPE", "SLCN"),
            setting=build.setting(),
        )
    )

    old.refresh_from_db()
    draft.refresh_from_db()
    assert (old.standing, draft.standing) == (Standing.REPLACED, Standing.LIVE)
    assert limits(again) == {
        "RA-01": (date(2026, 6, 16), "met"),
        "RA-03": (date(2026, 9, 21), "met"),
        "NA-11": (date(2026, 8, 24), "void"),
    }
    steps.then_the_chronology_tells(
        caseworker,
        old.case.child,
        "Request to assess again received (Young person or parent)",
        "Decided to assess again; family told on 15 June 2026",
        "Decided to amend the plan; family told on 3 August 2026",
    )


def test_the_plan_stays_as_it_is(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    plan, again = given_a_plan_and_a_request_to_assess_again(caseworker)
    agreed = {"assess": "yes", "told_on": date(2026, 6, 15)}
    done(press(manager, steps.ehc("assessment-decide", again), **agreed))
    stays = {"issue": "no", "told_on": date(2026, 9, 28), "reasons": "It is enough."}
    done(press(manager, steps.ehc("issue-decide", again), **stays))
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE
    assert limits(again)["RA-03"] == (date(2026, 9, 21), "late")
    page = seen(manager.get(plan.case.get_absolute_url()))
    assert "Plan unchanged" in page
    assert "To leave the plan as it is" in page


def test_we_do_not_assess_again_until_the_tribunal_says_so(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    _, again = given_a_plan_and_a_request_to_assess_again(caseworker)
    refused = {"assess": "no", "told_on": date(2026, 6, 15), "reasons": "In March."}
    done(press(manager, steps.ehc("assessment-decide", again), **refused))
    assert limits(again) == {"RA-01": (date(2026, 6, 16), "met")}
    ordered = {"route": "order", "happened_on": date(2026, 10, 5), "reasons": "It is."}
    done(press(manager, steps.ehc("refusal-reverse", again), **ordered))
    again.refresh_from_db()
    assert again.stage == Stage.ASSESSING
    assert limits(again)["RA-03"][1] == "void"
    assert "NA-15" in limits(again)


def test_a_first_request_is_refused_and_led_to_the_plan(signed_in):
    caseworker = signed_in("caseworker")
    plan = build.plan(issued_on=date(2025, 9, 1))
    page = seen(caseworker.get(steps.ehc("request-log", plan.case.child)))
    assert "The child has a live plan here. Open the plan" in page


def test_the_end_of_the_plan_ends_its_re_assessment(signed_in):
    caseworker = signed_in("caseworker")
    plan, again = given_a_plan_and_a_request_to_assess_again(caseworker)
    child_died(
        child=plan.case.child, died_on=date(2026, 11, 1), by=build.user("caseworker")
    )
    again.refresh_from_db()
    plan.refresh_from_db()
    assert (again.stage, plan.standing) == (Stage.WITHDRAWN, Standing.CEASED)
    assert not Deadline.objects.open().exists()


def test_a_family_that_moves_takes_the_amended_plan(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    old, again = given_a_plan_and_a_request_to_assess_again(caseworker)
    agreed = {"assess": "yes", "told_on": date(2026, 6, 15)}
    done(press(manager, steps.ehc("assessment-decide", again), **agreed))
    amend = {"issue": "yes", "told_on": date(2026, 8, 3)}
    done(press(manager, steps.ehc("issue-decide", again), **amend))
    draft = Plan.objects.get(assessment=again)
    move = build.move_out(old.case, moves_on=date(2026, 12, 14))
    texts = {f"section_{letter}": f"Now in {letter}." for letter in IN_DRAFT}
    done(press(caseworker, steps.ehc("plan-write", draft), **texts))
    served = {"served_on": date(2026, 8, 10)}
    done(press(caseworker, steps.ehc("draft-send", draft), **served))
    final = {
        "issued_on": date(2026, 11, 16),
        "primary_need": build.code("SEN_TYPE", "SLCN"),
        "arrangement": build.code("SEN_SETTING", "OTH"),
    }
    proposed = build.ceasing(old)
    answer = press(manager, steps.ehc("plan-issue", draft), **final)
    assert "decide that first" in errors(answer)["__all__"][0]
    kept = {"ended_on": date(2026, 11, 13), "kept_because": "It is needed."}
    done(press(manager, steps.ehc("cease-drop", proposed), **kept))
    done(press(manager, steps.ehc("plan-issue", draft), **final))
    move.refresh_from_db()
    assert move.plan == draft
    assert Deadline.objects.open().get(rule="TF-01").due_on == date(2026, 12, 14)
