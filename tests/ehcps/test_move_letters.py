"""The letters of moves and re-assessments: which fits when, what it says, to whom."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.ehcps import actions, letters, move_letters
from sendhub.letters import kinds, markup
from sendhub.letters.composing import compose
from sendhub.letters.models import Letter, Template
from sendhub.people.models import Professional
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def facts(case, on=ON):
    known = kinds.known_of([case])
    found = move_letters.KINDS
    return {kind.key: kinds.found(kind, case, known, on=on) for kind in found}


def fitting(case):
    return {key for key, one in facts(case).items() if not one.unfit}


def due(case):
    return {key for key, one in facts(case).items() if one.due_since and not one.unfit}


def told(move, *, will_assess=False):
    return actions.move_in_tell(
        move=move,
        told_on=date(2026, 11, 2),
        will_assess=will_assess,
        review_on=date(2027, 2, 1),
        by=build.user("caseworker"),
    )


def decided(again, *, assess):
    return actions.assessment_decide(
        assessment=again,
        assess=assess,
        told_on=date(2026, 10, 20),
        reasons="Little has changed.",
        by=build.user("service_manager"),
    )


def test_a_case_without_moves_has_none_of_these():
    assert fitting(build.assessment().case) == set()
    assert fitting(build.case()) == set()


def test_a_plan_is_asked_for_and_then_reminded_of():
    case = build.awaited().case
    assert fitting(case) == due(case) == {"ehc_plan_request", "ehc_plan_reminder"}
    early = facts(case, on=date(2026, 10, 21))["ehc_plan_reminder"]
    assert (early.unfit, early.due_since) == ("", None)
    [to] = facts(case)["ehc_plan_request"].services
    assert (to.name, to.email) == ("SEND team, Shropshire", "")
    name = {"name": "SEND team, Shropshire", "kind": "paediatrics"}
    Professional.objects.create(email="send@example.org", **name)
    [to] = facts(case)["ehc_plan_request"].services
    assert to.email == "send@example.org"


def test_a_plan_that_came_is_acknowledged_and_the_family_told():
    move = build.move_in()
    assert fitting(move.case) == {"ehc_plan_received"}
    assert "Record first" in facts(move.case)["ehc_transfer_told"].unfit
    told(move)
    assert due(move.case) == {"ehc_plan_received", "ehc_transfer_told"}
    values = facts(move.case)["ehc_transfer_told"].values
    assert values["transfer.on"] == "5 October 2026"
    assert values["transfer.review_on"] == "1 February 2027"
    assert "keep to the plan" in values["transfer.assess"]


@pytest.mark.parametrize(
    ("assess", "said"),
    [
        (True, "We have decided to assess the needs again."),
        (False, "We have decided to keep to the plan as it is"),
    ],
)
def test_the_decision_after_a_transfer_is_bold_without_stars(assess, said):
    build.who_helps()
    move = told(build.move_in(), will_assess=assess)
    template = Template.objects.get(name="Your plan has moved with you")
    [made] = compose([move.case], template.now, on=ON)
    runs = [
        run for block in markup.parse(made.body) for line in block.lines for run in line
    ]
    assert "*" not in "".join(run.text for run in runs)
    assert any(run.bold and said in run.text for run in runs)


def test_a_plan_without_its_file_is_reminded_of():
    move = build.move_in(child_=build.awaited().case.child)
    assert "ehc_plan_reminder" in due(move.case)


def test_the_authority_they_move_to_hears_of_the_plan():
    move = build.move_out(build.plan().case)
    found = facts(move.case)["ehc_move_notice"]
    assert found.values["transfer.by"] == "20 November 2026"
    assert (found.due_since, found.services[0].name) == (
        date(2026, 11, 2),
        "SEND team, Shropshire",
    )
    gone = {"gone_on": date(2026, 11, 19), "papers": "The plan."}
    actions.move_out_finish(move=move, by=build.user("team_manager"), **gone)
    assert facts(move.case)["ehc_move_notice"].due_since is None


def test_nobody_outside_england_and_without_a_plan_is_told():
    abroad = {"authority": None, "country": "Powys, Wales"}
    move = build.move_out(build.plan().case, **abroad)
    assert fitting(move.case) == set()
    assert fitting(build.move_out(build.assessment().case).case) == set()


def test_a_decision_to_assess_again_has_its_fourteen_weeks():
    again = build.again(build.plan(issued_on=date(2026, 6, 1)))
    case = again.case
    assert not {"ehc_again_assess", "ehc_again_not_assess"} & fitting(case)
    decided(again, assess=True)
    found = facts(case)["ehc_again_assess"]
    assert found.due_since == date(2026, 10, 20)
    assert found.values["limit.plan_by"] == "26 January 2027"


def test_our_own_decision_is_told_too():
    plan = build.plan(issued_on=date(2026, 6, 1))
    day = {"told_on": date(2026, 11, 9), "reasons": "Needs have changed."}
    actions.reassessment_begin(plan=plan, by=build.user("service_manager"), **day)
    found = facts(plan.case)["ehc_again_assess"]
    assert found.values["limit.plan_by"] == "15 February 2027"


def test_a_refusal_to_assess_again_has_its_rights():
    build.who_helps()
    plan = build.plan(issued_on=date(2026, 6, 1))
    again = decided(build.again(plan), assess=False)
    found = facts(again.case)["ehc_again_not_assess"]
    assert (found.due_since, found.values["appeal.by"]) == (
        date(2026, 10, 20),
        "21 December 2026",
    )
    name = "We will not assess again"
    [made] = compose([again.case], Template.objects.get(name=name).now, on=ON)
    assert "Little has changed." in made.body
    assert "SEND35A" not in made.body
    assert "certificate" in made.body


def test_the_other_authority_is_written_to_from_the_case(signed_in):
    days = {"moved_on": date(2026, 11, 1), "asked_on": date(2026, 11, 3)}
    move = build.awaited(**days)
    caseworker = signed_in("caseworker")
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "Write the letter: request for a plan from another authority" in page
    template = Template.objects.get(name="Please send us the plan")
    url = reverse("letters:letter-make", args=[move.case.pk])
    press(caseworker, f"{url}?template={template.pk}")
    made = Letter.objects.get()
    assert (made.to_name, made.part) == ("SEND team, Shropshire", "service")
    assert "moved to our area on 1 November 2026" in made.body


def test_many_cases_are_loaded_with_as_few_questions_as_one():
    cases = [build.awaited().case, build.move_in().case]
    with CaptureQueriesContext(connection) as one:
        letters.load(cases[:1])
    with CaptureQueriesContext(connection) as many:
        letters.load(cases)
    assert len(many) <= len(one) + 2  # a plan has versions
