"""A request to assess again a child who has a plan (RA-01)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Begun, Stage, Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
ISSUED = date(2026, 3, 2)


def url(plan):
    return reverse("ehcps:reassessment-log", args=[plan.pk])


def usual(**changed):
    answers = {
        "received_on": date(2026, 11, 9),
        "source": build.code("REQUEST_SOURCE", "1"),
        "reasons": "His needs have changed.",
    }
    return {**answers, **changed}


def test_we_decide_in_fifteen_days_and_the_plan_goes_on(signed_in):
    plan = build.plan(issued_on=ISSUED)
    caseworker = signed_in("caseworker")
    press(caseworker, url(plan), **usual())
    made = NeedsAssessment.objects.get(reassesses=plan)
    assert (made.stage, made.begun) == (Stage.REQUESTED, Begun.AGAIN)
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE
    limits = Deadline.objects.open().filter(about_id=made.pk, case=plan.case)
    assert dict(limits.values_list("rule", "due_on")) == {"RA-01": date(2026, 11, 24)}
    page = seen(caseworker.get(made.get_absolute_url()))
    assert "Re-assessment Asked to assess again" in page
    assert "Asked again on 9 November 2026 by young person or parent" in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"received_on": None}, "received_on", "Enter"),
        ({"received_on": date(2026, 3, 1)}, "received_on", "2 March 2026"),
        ({"received_on": date(2026, 11, 21)}, "received_on", "today or in the past"),
        ({"source": None}, "source", "Choose"),
        ({"reasons": ""}, "reasons", "Enter"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    plan = build.plan(issued_on=ISSUED)
    answer = press(signed_in("caseworker"), url(plan), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_an_open_request_is_led_to(signed_in):
    made = build.again(build.plan(issued_on=ISSUED))
    page = seen(signed_in("caseworker").get(url(made.reassesses)))
    assert "already an open request for this child. Follow that one" in page


def test_only_a_live_plan_has_its_child_assessed_again(signed_in):
    ended = build.plan(issued_on=ISSUED)
    gone = build.move_out(ended.case)
    finish(gone)
    answer = press(signed_in("caseworker"), url(ended), **usual())
    assert "Only a child with a live plan" in errors(answer)["__all__"][0]


def finish(gone):
    ehcps.move_out_finish(
        move=gone,
        gone_on=date(2026, 11, 18),
        papers="The plan.",
        by=build.user("team_manager"),
    )


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.plan())).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
