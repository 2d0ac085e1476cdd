"""A family that moves away, as soon as it is known (TF-01)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import MoveOut
from sendhub.ehcps.rules import Stage, Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(case):
    return reverse("ehcps:move-out-record", args=[case.pk])


def usual(**changed):
    answers = {
        "moves_on": date(2026, 12, 14),
        "known_on": date(2026, 11, 16),
        "authority": build.code("LA_CODE", "893"),
        "country": "",
    }
    return {**answers, **changed}


def test_nothing_ends_yet_and_the_transfer_has_its_day(signed_in):
    plan = build.plan()
    caseworker = signed_in("caseworker")
    press(caseworker, url(plan.case), **usual())
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE
    assert Deadline.objects.get(rule="TF-01").due_on == date(2026, 12, 14)
    page = seen(caseworker.get(plan.get_absolute_url()))
    assert "The family moves to Shropshire on 14 December 2026" in page
    assert "The plan is ours until it is transferred" in page


def test_an_assessment_has_no_plan_to_transfer(signed_in):
    made = build.assessment(stage=Stage.ASSESSING)
    press(signed_in("caseworker"), url(made.case), **usual())
    assert MoveOut.objects.get().assessment == made
    assert not Deadline.objects.filter(rule="TF-01").exists()


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"moves_on": None}, "moves_on", "Enter"),
        ({"moves_on": date(2027, 12, 14)}, "moves_on", "Check the year"),
        ({"moves_on": date(2026, 1, 4)}, "moves_on", "before the plan was issued"),
        ({"known_on": None}, "known_on", "Enter"),
        ({"known_on": date(2026, 11, 21)}, "known_on", "today or in the past"),
        ({"authority": None}, "authority", "Choose the authority"),
        ({"authority": "LA_CODE:884"}, "authority", "our own authority"),
        ({"country": "Wales"}, "country", "Leave this empty"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    case = build.plan().case
    answer = press(signed_in("caseworker"), url(case), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_nobody_moves_away_before_they_came_or_asked(signed_in):
    asked = build.assessment(received_on=date(2026, 9, 1)).case
    client = signed_in("caseworker")
    answer = press(client, url(asked), **usual(moves_on=date(2026, 8, 31)))
    assert "before the request on 1 September 2026" in errors(answer)["moves_on"][0]
    here = build.move_in().case
    answer = press(client, url(here), **usual(moves_on=date(2026, 9, 30)))
    assert "before they moved here on 1 October" in errors(answer)["moves_on"][0]
    assert not MoveOut.objects.exists()


def test_is_recorded_once(signed_in):
    case = build.move_out(build.plan().case).case
    answer = press(signed_in("caseworker"), url(case), **usual())
    assert "already recorded" in errors(answer)["__all__"][0]


def test_there_must_be_something_that_a_move_ends(signed_in):
    answer = press(signed_in("caseworker"), url(build.case()), **usual())
    assert "neither a live plan nor" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.plan().case)).status_code == 403
    hidden = build.case(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
    other = build.case(service="placements")
    assert signed_in("caseworker").get(url(other)).status_code == 404
