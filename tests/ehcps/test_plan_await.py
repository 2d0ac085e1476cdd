"""A plan that another authority has still to send (TF-01)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Case, Deadline
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import MoveIn
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(child):
    return reverse("ehcps:plan-await", args=[child.pk])


def usual(**changed):
    answers = {
        "authority": build.code("LA_CODE", "893"),
        "moved_on": date(2026, 10, 1),
        "asked_on": date(2026, 10, 2),
    }
    return {**answers, **changed}


def test_the_other_authority_has_fifteen_working_days(signed_in):
    child = build.child()
    caseworker = signed_in("caseworker")
    answer = press(caseworker, url(child), **usual())
    case = Case.objects.get(child=child)
    assert answer.url == case.get_absolute_url()
    limit = Deadline.objects.open().get(case=case)
    assert (limit.rule, limit.due_on) == ("TF-01", date(2026, 10, 22))
    page = seen(caseworker.get(case.get_absolute_url()))
    assert "Their plan has not come. We asked for it on 2 October 2026" in page
    assert "remind them" in page
    assert "Log the plan that came" in page


def test_the_plan_that_comes_ends_the_wait(signed_in):
    move = build.awaited()
    log = reverse("ehcps:move-in-log", args=[move.case.child_id])
    caseworker = signed_in("caseworker")
    shown = opened(caseworker, log)
    assert (shown["authority"], shown["moved_on_day"]) == ("LA_CODE:893", 1)
    build.move_in(child_=move.case.child)
    came = MoveIn.objects.get()
    assert (came.pk, came.plan is not None) == (move.pk, True)
    chase = Deadline.objects.get(rule="TF-01")
    assert chase.ended == "", "its file is still to come"


def test_it_is_awaited_once(signed_in):
    move = build.awaited()
    answer = press(signed_in("caseworker"), url(move.case.child), **usual())
    assert "awaited already" in errors(answer)["__all__"][0]


def test_a_child_with_a_plan_waits_for_none(signed_in):
    child = build.plan().case.child
    page = seen(signed_in("caseworker").get(url(child)))
    assert "The child has a live plan here" in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"authority": None}, "authority", "Choose"),
        ({"moved_on": None}, "moved_on", "Enter"),
        ({"moved_on": date(2026, 11, 21)}, "moved_on", "today or in the past"),
        ({"moved_on": date(2010, 1, 1)}, "moved_on", "born"),
        ({"asked_on": None}, "asked_on", "Enter"),
        ({"asked_on": date(2026, 11, 21)}, "asked_on", "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.child()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not MoveIn.objects.exists()


def test_nobody_comes_from_here(signed_in):
    own = usual(authority=build.code("LA_CODE", "884"))
    answer = press(signed_in("caseworker"), url(build.child()), **own)
    assert "our own authority" in " ".join(errors(answer)["authority"])


def test_a_death_ends_the_wait():
    move = build.awaited()
    by = build.user("caseworker")
    ehcps.stop_at_death(child=dead(move.case.child), by=by)
    move.refresh_from_db()
    assert move.dropped_because == "The child has died."
    assert not Deadline.objects.open().exists()


def dead(child):
    child.died_on = date(2026, 11, 15)
    return child


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.child())).status_code == 403
    hidden = build.restricted_child()
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
