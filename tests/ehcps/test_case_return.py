"""What the return says of a case, item by item (SEN2 modules 2 to 5)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.ehcps import actions
from sendhub.ehcps.models import MoveIn, Plan
from sendhub.ehcps.returned import NOT_SAID, parts_of
from sendhub.ehcps.rules import Forum, Matter, Route, Stage, Standing
from tests import build
from tests.conftest import TODAY
from tests.pages import seen

pytestmark = pytest.mark.django_db


def said(case, on=TODAY):
    """Every item of a case, the last of each name; of a code its letters."""
    items = [item for part in parts_of(case, on=on) for item in part.items]
    return {item.name: getattr(item.says, "code", item.says) for item in items}


@pytest.mark.parametrize(
    ("stage", "on", "requested", "assessed"),
    [
        (Stage.REQUESTED, TODAY, "A", None),
        (Stage.WITHDRAWN, TODAY, "W", None),
        (Stage.REFUSED, TODAY, "N", None),
        (Stage.ASSESSING, TODAY, "Y", "A"),
        (Stage.ASSESSING, date(2027, 3, 1), "H", "A"),
        (Stage.ISSUING, TODAY, "Y", "Y"),
        (Stage.ISSUED, TODAY, "Y", "Y"),
        (Stage.ISSUED, date(2027, 2, 28), "Y", "Y"),
        (Stage.ISSUED, date(2027, 3, 1), "H", "H"),
        (Stage.REFUSED, date(2027, 3, 1), "N", None),
    ],
)
def test_the_outcomes_of_a_request(stage, on, requested, assessed):
    found = said(build.assessment(stage=stage).case, on)
    assert found["RequestOutcome"] == requested
    assert found.get("AssessmentOutcome") == assessed


def test_an_assessment_without_a_plan():
    made = build.assessment(stage=Stage.NOT_ISSUED, received_on=date(2026, 6, 1))
    found = said(made.case)
    assert (found["AssessmentOutcome"], found["AssessmentOutcomeDate"]) == (
        "N",
        made.issue_told_on,
    )
    assert "StartDate" not in found


def test_a_request_that_went_to_an_assessment_and_was_then_withdrawn():
    made = build.assessment(stage=Stage.ASSESSING)
    actions.request_withdraw(
        assessment=made, withdrawn_on=TODAY, reason="They asked.", by=build.user()
    )
    found = said(made.case)
    assert (found["RequestOutcome"], found["AssessmentOutcome"]) == ("Y", "W")


@pytest.mark.parametrize(
    ("route", "mediation", "tribunal"),
    [
        (Route.ORDER, False, True),
        (Route.UNOPPOSED, False, True),
        (Route.MEDIATION, True, False),
        (Route.INFORMAL, False, False),
    ],
)
def test_a_refusal_that_is_reversed_stays_a_refusal(route, mediation, tribunal):
    refused = build.assessment(stage=Stage.REFUSED)
    found = said(build.reversal(refused, route=route).assessment.case)
    assert found["RequestOutcome"] == "N"
    assert found["RequestMediation"] is mediation
    assert found["RequestTribunal"] is tribunal


def test_mediation_that_changed_nothing_is_told_of_and_not_once_taken_back():
    case = build.assessment(stage=Stage.REFUSED).case
    made = build.dispute(case)
    assert said(case)["RequestMediation"] is True
    actions.dispute_withdraw(
        dispute=made, reason="Another child's.", by=build.user("team_manager")
    )
    assert said(case)["RequestMediation"] is False


def test_an_appeal_about_the_end_of_a_plan_is_about_something_else():
    plan = build.plan(issued_on=date(2026, 3, 2))
    assert said(plan.case)["OtherTribunal"] is False
    ceasing = build.ceasing(plan, told_on=date(2026, 5, 4))
    build.appealed(ceasing, appealed_on=date(2026, 6, 1))
    found = said(plan.case)
    assert (found["OtherTribunal"], found["OtherMediation"]) == (True, False)
    build.dispute(
        plan.case,
        about=Matter.OTHER,
        forum=Forum.MEDIATION,
        happened_on=date(2026, 5, 20),
    )
    assert said(plan.case)["OtherMediation"] is True


def test_a_plan_of_which_nobody_has_said_yet_and_of_which_all_is_said():
    plan = build.plan()
    before = said(plan.case)
    assert (before["PB"], before["SENunitIndicator"]) == (NOT_SAID, NOT_SAID)
    second = build.setting(ukprn="10000001", urn="")
    build.plan_return(
        plan,
        provision="unit",
        personal_budget=True,
        second_setting=second,
        second_provision="resourced",
    )
    parts = {part.title: part.items for part in parts_of(plan.case, on=TODAY)}
    first = {item.name: item.says for item in parts["4b. Where the plan says"]}
    assert (first["URN"], first["SENunitIndicator"]) == (
        f"{plan.setting.urn} {plan.setting}",
        True,
    )
    other = {item.name: item.says for item in parts["4b. Second setting"]}
    assert (other["UKPRN"], other["PlacementRank"]) == (f"10000001 {second}", 2)
    assert other["ResourcedProvisionIndicator"] is True


def test_an_other_arrangement_with_its_words():
    plan = build.plan()
    Plan.objects.filter(pk=plan.pk).update(setting=None, arrangement="SEN_SETTING:NIEO")
    plan.refresh_from_db()
    build.plan_return(plan, explained="Awaits a place.")
    found = said(plan.case)
    assert found["SENsetting"] == "NIEO"
    assert found["SENsettingOther"] == "Awaits a place."


def test_a_plan_from_elsewhere_is_historical_and_says_from_where():
    move = build.move_in()
    found = said(move.case)
    assert found["AssessmentOutcome"] == "H"
    assert found["TransferLA"] == move.authority.code
    assert found["StartDate"] == MoveIn.objects.get(pk=move.pk).plan.issued_on
    assert "TransferLA" not in said(move.case, date(2027, 3, 1))


def test_where_the_child_learns():
    plan = build.plan()
    assert said(plan.case)["URN"] == NOT_SAID
    build.attendance(
        plan.case.child, plan.setting, residential=build.code("RESIDENTIAL", "A")
    )
    found = said(plan.case)
    assert found["EntryDate"] == date(2021, 9, 1)
    assert found["Res"] == "A"


def test_a_plan_amended_after_a_re_assessment_is_the_plan_of_the_first_request():
    old = build.plan(issued_on=date(2026, 2, 2))
    again = build.again(old)
    Plan.objects.filter(pk=old.pk).update(standing=Standing.REPLACED)
    Plan.objects.create(
        case=old.case,
        assessment=again,
        standing=Standing.LIVE,
        issued_on=date(2026, 11, 2),
        issued_by=old.issued_by,
        primary_need=old.primary_need,
        setting=old.setting,
    )
    parts = parts_of(old.case, on=TODAY)
    assert [part.title for part in parts].count("2. Request") == 1
    assert said(old.case)["StartDate"] == date(2026, 11, 2)


ITEMS = {
    "2": "ReceivedDate RequestSource RYA RequestOutcome RequestOutcomeDate "
    "RequestMediation RequestTribunal Exported",
    "3": "AssessmentOutcome AssessmentOutcomeDate AssessmentMediation "
    "AssessmentTribunal Week20 OtherMediation OtherTribunal",
    "4": "StartDate PlanRes PlanWBP PB OA DP",
    "4b": "URN SENunitIndicator ResourcedProvisionIndicator PlacementRank",
    "5": "LastReview SENtype",
    "5b": "URN SENunitIndicator ResourcedProvisionIndicator PlacementRank EntryDate "
    "LeavingDate Res WBP",
}
"""What the guide lists, less what annual reviews and phase transfers bring."""


def test_says_every_item_of_the_guide():
    plan = build.plan()
    build.plan_return(plan)
    build.attendance(plan.case.child, plan.setting)
    found = {
        part.title.partition(".")[0]: " ".join(item.name for item in part.items)
        for part in parts_of(plan.case, on=TODAY)
    }
    assert found == ITEMS


def test_the_page_shows_it_to_who_may_see_the_case(signed_in):
    plan = build.plan()
    url = reverse("ehcps:case-return", args=[plan.case.pk])
    page = seen(signed_in("caseworker").get(url))
    assert "Personal budget taken up (PB) Not recorded" in page
    assert "Who asked (RequestSource) 2: School or other education setting" in page
    assert f"Request received (ReceivedDate) {plan.assessment.received_on.day}" in page
    assert signed_in("panel_member").get(url).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    out_of_sight = reverse("ehcps:case-return", args=[hidden.case.pk])
    assert signed_in("caseworker").get(out_of_sight).status_code == 404
