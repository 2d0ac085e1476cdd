"""Families who come from another authority, and those who go."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sendhub.casework.models import Case, Deadline
from sendhub.ehcps.models import MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.rules import Stage, Standing
from tests import build
from tests.journeys import steps
from tests.pages import press, seen

pytestmark = pytest.mark.django_db


def done(answer):
    assert answer.status_code == 302, seen(answer)


def when_a_plan_comes_from_shropshire(client, child):
    done(
        press(
            client,
            steps.ehc("move-in-log", child),
            authority=build.code("LA_CODE", "893"),
            moved_on=date(2026, 9, 28),
            transferred_on=date(2026, 9, 30),
            made_on=date(2025, 11, 3),
            primary_need=build.code("SEN_TYPE", "ASD"),
            setting=build.setting("Hillside School"),
        )
    )
    return Plan.objects.get(case__child=child)


def when_they_announce_a_move(client, case, **where):
    answers = {"moves_on": date(2026, 11, 18), "known_on": date(2026, 11, 16), **where}
    done(press(client, steps.ehc("move-out-record", case), **answers))
    return MoveOut.objects.get(case=case)


def test_a_child_comes_with_a_plan_and_goes_with_it(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    plan = when_a_plan_comes_from_shropshire(caseworker, child)
    steps.then_my_work_shows(caseworker, "Owain Preece", "TF-02")
    move = MoveIn.objects.get()
    told = {"told_on": date(2026, 10, 12), "will_assess": "no"}
    review = {"review_on": date(2026, 11, 27)}
    done(press(caseworker, steps.ehc("move-in-tell", move), **told, **review))
    reviewed = {"reviewed_on": date(2026, 11, 13)}
    done(press(caseworker, steps.ehc("move-in-review", move), **reviewed))

    shropshire = {"authority": build.code("LA_CODE", "893")}
    leaving = when_they_announce_a_move(caseworker, plan.case, **shropshire)
    limit = Deadline.objects.open().get(case=plan.case)
    assert (limit.rule, limit.due_on) == ("TF-01", date(2026, 12, 4))
    sent = {"gone_on": date(2026, 11, 19), "papers": "The plan and its advice."}
    done(press(manager, steps.ehc("move-out-finish", leaving), **sent))

    plan.refresh_from_db()
    assert (plan.standing, plan.cease_reason.code) == (Standing.CEASED, "5")
    assert not Deadline.objects.open().exists()
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Plan of 3 November 2025 transferred to us from Shropshire",
        "Family told of the transfer: we do not assess again, and review the plan by "
        "27 November 2026",
        "Plan reviewed after the transfer",
        "Family moves to Shropshire on 18 November 2026",
        "Family moved to Shropshire; sent: The plan and its advice.",
    )


def test_a_plan_that_is_long_in_coming_is_chased(signed_in):
    caseworker = signed_in("caseworker")
    child = steps.when_they_record_a_child(caseworker)
    asked = {"moved_on": date(2026, 9, 28), "asked_on": date(2026, 9, 29)}
    shropshire = {"authority": build.code("LA_CODE", "893")}
    officer = {"officer": caseworker.user}
    await_it = steps.ehc("plan-await", child)
    done(press(caseworker, await_it, **shropshire, **asked, **officer))
    steps.then_my_work_shows(caseworker, "Owain Preece", "TF-01")
    move = MoveIn.objects.get()
    reminded = {"chased_on": date(2026, 10, 26), "answer": "In the post."}
    done(press(caseworker, steps.ehc("plan-chase", move), **reminded))

    plan = when_a_plan_comes_from_shropshire(caseworker, child)
    paper = SimpleUploadedFile("plan.txt", b"Section A: I like trains.")
    came = {"paper": paper, "came_on": date(2026, 10, 30)}
    done(press(caseworker, steps.ehc("plan-attach", move), **came))
    assert not Deadline.objects.open().filter(rule="TF-01").exists()
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Plan asked for from Shropshire, where they came from",
        "Shropshire reminded of the plan: In the post.",
        "Plan of 3 November 2025 transferred to us from Shropshire",
        "The file of the plan came from Shropshire",
    )
    page = seen(caseworker.get(plan.case.get_absolute_url()))
    assert "The plan as it came" in page


def test_a_new_health_commissioner_asks_and_is_obeyed(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    plan = when_a_plan_comes_from_shropshire(caseworker, child)
    known = {"changed_on": date(2026, 9, 28), "known_on": date(2026, 9, 28)}
    new = {"commissioner": "NHS Herefordshire", "with_move": "yes", **known}
    done(press(caseworker, steps.ehc("commissioner-change", plan), **new))
    change = plan.commissioner_changes.get()
    told = {"told_on": date(2026, 10, 12)}
    done(press(caseworker, steps.ehc("commissioner-tell", change), **told))
    asked = {"asked_for": "assessment", "asked_on": date(2026, 10, 26)}
    reasons = {"reasons": "Nobody here gives this therapy."}
    done(press(caseworker, steps.ehc("commissioner-ask", change), **asked, **reasons))

    steps.when_they_decide_to_assess(manager, plan.case, told_on=date(2026, 11, 2))
    met = Deadline.objects.filter(case=plan.case, ended="met")
    assert {"RA-01", "TF-05b"} <= set(met.values_list("rule", flat=True))
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Health commissioner is now NHS Herefordshire",
        "NHS Herefordshire asks for a new assessment",
    )


def test_a_child_comes_during_an_assessment_and_gets_a_plan_here(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    done(
        press(
            caseworker,
            steps.ehc("request-take-over", child),
            authority=build.code("LA_CODE", "893"),
            moved_on=date(2026, 7, 1),
            received_on=date(2026, 7, 6),
            how_far="They had agreed to assess.",
            source=build.code("REQUEST_SOURCE", "1"),
            reasons="He cannot follow a lesson.",
        )
    )
    case = Case.objects.get(child=child)
    steps.when_they_decide_to_assess(manager, case, told_on=date(2026, 8, 10))
    steps.when_they_decide_to_issue(manager, case, told_on=date(2026, 10, 5))
    steps.when_the_draft_goes_out(caseworker, case, on=date(2026, 10, 12))
    plan = steps.when_the_plan_is_issued(manager, case, on=date(2026, 11, 9))
    assert plan.standing == Standing.LIVE
    steps.then_the_limit_was(case, "NA-03", "met")
    steps.then_the_limit_was(case, "NA-13", "met")


def test_a_family_leaves_for_wales_during_an_assessment(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker)
    case = steps.when_they_log_a_request(caseworker, child, on=date(2026, 10, 5))
    leaving = when_they_announce_a_move(caseworker, case, country="Powys, Wales")
    gone = {"gone_on": date(2026, 11, 18)}
    done(press(manager, steps.ehc("move-out-finish", leaving), **gone))

    made = NeedsAssessment.objects.get()
    assert (made.stage, made.withdrawn_on) == (Stage.WITHDRAWN, date(2026, 11, 18))
    assert not Deadline.objects.open().exists()
    page = seen(caseworker.get(reverse("ehcps:request-list") + "?stage=any"))
    assert "Owain Preece" in page
