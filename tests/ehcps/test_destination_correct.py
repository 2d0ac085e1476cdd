"""Where a family moves, written down wrong."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
WHY = {"reason": "They rang from there."}


def url(move):
    return reverse("ehcps:destination-correct", args=[move.pk])


def leaving(**more):
    return build.move_out(build.plan().case, **more)


def gone(move, **more):
    facts = {"gone_on": date(2026, 11, 19), "papers": "The plan.", **more}
    return ehcps.move_out_finish(move=move, by=build.user("team_manager"), **facts)


def test_outside_england_nothing_is_transferred(signed_in):
    move = leaving()
    manager = signed_in("team_manager")
    abroad = {"authority": None, "country": "Powys, Wales"}
    press(manager, url(move), **abroad, **WHY)
    move.refresh_from_db()
    assert move.where == "Powys, Wales"
    assert Deadline.objects.get(rule="TF-01").ended == "void"


def test_the_reason_of_the_return_follows(signed_in):
    move = gone(leaving())
    manager = signed_in("team_manager")
    abroad = {"authority": None, "country": "Powys, Wales"}
    press(manager, url(move), **abroad, **WHY)
    move.plan.refresh_from_db()
    assert move.plan.cease_reason.code == "7"
    page = seen(manager.get(move.case.get_absolute_url()))
    assert "The family moved to Powys, Wales" in page
    back = {"authority": build.code("LA_CODE", "893"), "country": ""}
    press(manager, url(move), **back, **WHY)
    move.plan.refresh_from_db()
    assert move.plan.cease_reason.code == "5"


def test_the_plan_goes_with_its_papers(signed_in):
    abroad = {"authority": None, "country": "Powys, Wales"}
    move = gone(leaving(**abroad), papers="")
    there = {"authority": build.code("LA_CODE", "893"), "country": ""}
    answer = press(signed_in("team_manager"), url(move), **there, **WHY)
    assert "Say what was sent" in errors(answer)["papers"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"reason": ""}, "reason", "Say how it came"),
        ({}, "__all__", "Nothing is changed"),
        ({"country": "Powys"}, "country", "Leave this empty"),
        ({"authority": None}, "authority", "Choose the authority"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("team_manager"), url(leaving()), **{**WHY, **changed})
    assert said in " ".join(errors(answer)[field])


def test_what_came_to_nothing_has_no_destination(signed_in):
    move = leaving()
    dropped = {"dropped_on": date(2026, 11, 9), "dropped_because": "They stay."}
    ehcps.move_out_drop(move=move, by=build.user("caseworker"), **dropped)
    there = {"authority": build.code("LA_CODE", "330")}
    answer = press(signed_in("team_manager"), url(move), **there, **WHY)
    assert "came to nothing" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("caseworker").get(url(leaving())).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    answer = signed_in("team_manager").get(url(build.move_out(hidden.case)))
    assert answer.status_code == 404
