"""Our own decision to assess again (RA-03)."""

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
    return reverse("ehcps:reassessment-begin", args=[plan.pk])


def usual(**changed):
    answers = {"told_on": date(2026, 11, 9), "reasons": "She moved to us in a crisis."}
    return {**answers, **changed}


def test_fourteen_weeks_run_from_the_decision(signed_in):
    plan = build.plan(issued_on=ISSUED)
    manager = signed_in("team_manager")
    press(manager, url(plan), **usual())
    made = NeedsAssessment.objects.get(reassesses=plan)
    assert (made.stage, made.begun) == (Stage.ASSESSING, Begun.OWN)
    limits = Deadline.objects.open().filter(about_id=made.pk, case=plan.case)
    assert dict(limits.values_list("rule", "due_on")) == {"RA-03": date(2027, 2, 15)}
    page = seen(manager.get(made.get_absolute_url()))
    assert "We decided ourselves on 9 November 2026 to assess again" in page
    assert Standing(plan.standing) is Standing.LIVE


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"told_on": None}, "told_on", "Enter"),
        ({"told_on": date(2026, 3, 1)}, "told_on", "2 March 2026"),
        ({"told_on": date(2026, 11, 21)}, "told_on", "today or in the past"),
        ({"reasons": ""}, "reasons", "Answer the question"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    plan = build.plan(issued_on=ISSUED)
    answer = press(signed_in("team_manager"), url(plan), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_an_open_request_is_led_to(signed_in):
    made = build.again(build.plan(issued_on=ISSUED))
    page = seen(signed_in("team_manager").get(url(made.reassesses)))
    assert "already an open request for this child. Follow that one" in page


def test_only_a_live_plan_has_its_child_assessed_again(signed_in):
    ended = build.plan(issued_on=ISSUED)
    gone = build.move_out(ended.case)
    finish(gone)
    answer = press(signed_in("team_manager"), url(ended), **usual())
    assert "Only a child with a live plan" in errors(answer)["__all__"][0]


def finish(gone):
    ehcps.move_out_finish(
        move=gone,
        gone_on=date(2026, 11, 18),
        papers="The plan.",
        by=build.user("team_manager"),
    )


def test_right_and_sight(signed_in):
    assert signed_in("caseworker").get(url(build.plan())).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(hidden)).status_code == 404
