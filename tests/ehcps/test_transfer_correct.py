"""What was written down wrong of a plan that came from another authority."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import Plan
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
WHY = {"reason": "The plan itself says so."}


def url(move):
    return reverse("ehcps:transfer-correct", args=[move.pk])


def test_the_plan_says_what_it_says(signed_in):
    move = build.move_in()
    manager = signed_in("team_manager")
    right = {
        "made_on": date(2026, 4, 2),
        "last_review_on": date(2026, 9, 1),
        "primary_need": build.code("SEN_TYPE", "ASD"),
        "setting": build.setting("Hillside School"),
        "arrangement": None,
    }
    assert press(manager, url(move), **right, **WHY).status_code == 302
    move.refresh_from_db()
    plan = move.plan
    assert (plan.issued_on, plan.named) == (date(2026, 4, 2), "Hillside School")
    assert plan.primary_need.code == "ASD"
    assert move.case.child.primary_need.code == "ASD"
    assert Deadline.objects.get(rule="TF-03").due_on == date(2027, 9, 1)
    said = Act.objects.get(act="ehcps.transfer_correct").sentence
    assert "date of the plan from 2 March 2026 to 2 April 2026" in said
    assert "last review there from nothing to 1 September 2026" in said


def test_a_setting_that_has_closed_since_may_stay(signed_in):
    move = build.move_in()
    named = build.setting("Gone School", authority_code="301", status="2")
    Plan.objects.filter(pk=move.plan.pk).update(setting=named, arrangement=None)
    right = {"made_on": date(2026, 4, 2), "setting": named, **WHY}
    assert press(signed_in("team_manager"), url(move), **right).status_code == 302
    assert Plan.objects.get(pk=move.plan.pk).setting == named
    other = build.setting("Shut School", authority_code="301", status="2")
    wrong = {"setting": None, "setting_urn": other.urn, **WHY}
    refused = press(signed_in("team_manager"), url(move), **wrong)
    assert "Shut School is not open." in errors(refused)["setting_urn"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"reason": ""}, "reason", "Say how it came"),
        ({"made_on": date(2026, 10, 6)}, "made_on", "cannot be newer"),
        ({"last_review_on": date(2026, 10, 6)}, "last_review_on", "our own review"),
        ({"last_review_on": date(2026, 3, 1)}, "last_review_on", "before the plan"),
        ({"arrangement": None}, "setting", "setting"),
        ({}, "__all__", "Nothing is changed"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    move = build.move_in()
    answer = press(signed_in("team_manager"), url(move), **{**WHY, **changed})
    assert said in " ".join(errors(answer)[field])


def test_it_did_not_come_from_us(signed_in):
    move = build.move_in()
    own = build.code("LA_CODE", "884")
    answer = press(signed_in("team_manager"), url(move), authority=own, **WHY)
    assert "our own authority" in " ".join(errors(answer)["authority"])


def test_where_no_plan_came_there_is_nothing_to_correct():
    move = build.taken_over().move_in
    with pytest.raises(RuleBroken, match="No plan came"):
        ehcps.transfer_correct(move=move, reason="?", by=build.user("team_manager"))


def test_the_case_offers_it_to_managers(signed_in):
    move = build.move_in()
    link = "Correct what the plan says"
    page = move.case.get_absolute_url()
    assert link in seen(signed_in("team_manager").get(page))
    assert link not in seen(signed_in("caseworker").get(page))


def test_right_and_sight(signed_in):
    assert signed_in("caseworker").get(url(build.move_in())).status_code == 403
    hidden = build.move_in(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(hidden)).status_code == 404
