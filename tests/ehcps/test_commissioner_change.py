"""Another health commissioner for a plan (TF-05, TF-05a)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import CommissionerChange
from tests import build
from tests.ehcps.test_constraints import change, refuses
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 9)


def url(plan):
    return reverse("ehcps:commissioner-change", args=[plan.pk])


def usual(**changed):
    answers = {
        "commissioner": "NHS Shropshire",
        "with_move": "no",
        "changed_on": date(2026, 11, 2),
        "known_on": date(2026, 11, 2),
    }
    return {**answers, **changed}


@pytest.mark.parametrize(
    ("with_move", "known_on", "rule", "due_on"),
    [
        ("no", date(2026, 11, 2), "TF-05a", date(2026, 11, 23)),
        ("yes", date(2026, 11, 2), "TF-05", date(2026, 11, 20)),
        ("yes", date(2026, 10, 1), "TF-05", date(2026, 11, 2)),
    ],
)
def test_the_new_one_is_to_be_told(signed_in, with_move, known_on, rule, due_on):
    plan = build.plan()
    caseworker = signed_in("caseworker")
    press(caseworker, url(plan), **usual(with_move=with_move, known_on=known_on))
    limit = Deadline.objects.get(about_type="ehcps.commissionerchange")
    assert (limit.rule, limit.due_on) == (rule, due_on)
    page = seen(caseworker.get(plan.case.get_absolute_url()))
    assert "New health commissioner: NHS Shropshire" in page
    assert "Record that the commissioner was told" in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"commissioner": ""}, "commissioner", "Enter"),
        ({"with_move": None}, "with_move", "Choose whether"),
        ({"changed_on": None}, "changed_on", "Enter"),
        ({"changed_on": date(2026, 11, 21)}, "changed_on", "today or in the past"),
        ({"known_on": date(2026, 11, 21)}, "known_on", "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.plan()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_one_change_runs_at_a_time(signed_in):
    plan = build.plan()
    build.commissioner(plan)
    answer = press(signed_in("caseworker"), url(plan), **usual())
    assert "recorded already" in errors(answer)["__all__"][0]


def test_it_falls_away_with_the_plan(signed_in):
    move = build.move_in()
    build.commissioner(move.plan)
    ehcps.plan_cease(
        plan=move.plan,
        told_on=DAY,
        ceased_on=DAY,
        cease_reason=build.code("CEASE_REASON", "1"),
        detail="",
        by=build.user("team_manager"),
    )
    assert Deadline.objects.get(rule="TF-05a").ended == "void"
    answer = press(signed_in("caseworker"), url(move.plan), **usual())
    assert "Only a live plan" in errors(answer)["__all__"][0]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        (
            {"told_on": date(2026, 11, 1)},
            "ehcps_commissionerchange_known_then_told",
        ),
        ({"asked_on": DAY}, "ehcps_commissionerchange_asked_what_and_when"),
        ({"asked_for": "review"}, "ehcps_commissionerchange_asked_what_and_when"),
        ({"closed_on": DAY}, "ehcps_commissionerchange_closed_who_and_when"),
    ],
)
def test_the_database_refuses_what_must_not_be(values, constraint):
    made = build.commissioner(build.plan())
    with refuses(constraint):
        change(CommissionerChange.objects.get(pk=made.pk), **values)


def test_the_database_keeps_one_open():
    made = build.commissioner(build.plan())
    made.pk = None
    with refuses("ehcps_commissionerchange_one_open"):
        made.save(force_insert=True)


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.plan())).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
