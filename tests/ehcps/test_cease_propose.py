"""Asking before a plan ends: the first step (CE-03)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Ceasing
from sendhub.ehcps.rules import Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
ISSUED = date(2026, 3, 2)
TOLD = date(2026, 8, 17)
KEPT_UNTIL = date(2026, 10, 19)  # two months, from a Saturday to the Monday


def url(plan):
    return reverse("ehcps:cease-propose", args=[plan.pk])


def usual(**changed):
    answers = {
        "consulted_on": date(2026, 10, 5),
        "cease_reason": build.code("CEASE_REASON", "2"),
        "why": "His needs are met without it.",
    }
    return {**answers, **changed}


def test_the_plan_stays_live_and_says_so(signed_in):
    plan = build.plan(issued_on=ISSUED)
    caseworker = signed_in("caseworker")
    press(caseworker, url(plan), **usual())
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE
    page = seen(caseworker.get(plan.get_absolute_url()))
    assert "It is proposed to end this plan" in page
    assert "The plan goes on meanwhile" in page
    assert not Deadline.objects.filter(rule="CE-04").exists()


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"consulted_on": None}, "consulted_on", "Enter"),
        ({"consulted_on": date(2026, 12, 1)}, "consulted_on", "today or in the past"),
        ({"consulted_on": date(2026, 3, 1)}, "consulted_on", "2 March 2026"),
        ({"cease_reason": None}, "cease_reason", "Choose"),
        ({"cease_reason": "CEASE_REASON:5"}, "cease_reason", "valid choice"),
        ({"why": ""}, "why", "Answer the question"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    plan = build.plan(issued_on=ISSUED)
    answer = press(signed_in("caseworker"), url(plan), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_is_proposed_once(signed_in):
    plan = build.ceasing(build.plan(issued_on=ISSUED)).plan
    answer = press(signed_in("caseworker"), url(plan), **usual())
    assert "already proposed" in errors(answer)["__all__"][0]


def test_only_a_live_plan_can_end(signed_in):
    draft = build.plan(standing=Standing.DRAFT)
    answer = press(signed_in("caseworker"), url(draft), **usual())
    assert "Only a live plan" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(plan)).status_code == 404
    assert signed_in("auditor").get(url(build.plan())).status_code == 403


def test_a_plan_that_ends_by_itself_overtakes_the_proposal(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED))
    press(
        signed_in("team_manager"),
        reverse("ehcps:plan-cease", args=[ceasing.plan_id]),
        told_on=date(2026, 11, 1),
        ceased_on=date(2026, 11, 2),
        cease_reason=build.code("CEASE_REASON", "1"),
    )
    assert Ceasing.objects.get().ended == "kept"
