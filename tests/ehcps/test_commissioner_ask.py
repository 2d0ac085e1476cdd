"""What a new health commissioner asks for, and that we must do it (TF-05b)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(change):
    return reverse("ehcps:commissioner-ask", args=[change.pk])


def told(**more):
    change = build.commissioner(build.plan(issued_on=date(2026, 6, 1), **more))
    by = build.user("caseworker")
    return ehcps.commissioner_tell(change=change, told_on=date(2026, 11, 9), by=by)


def usual(**changed):
    answers = {
        "asked_for": "assessment",
        "asked_on": date(2026, 11, 16),
        "reasons": "There is no speech therapist for this.",
    }
    return {**answers, **changed}


def test_a_new_assessment_begins_and_cannot_be_refused(signed_in):
    change = told()
    caseworker = signed_in("caseworker")
    press(caseworker, url(change), **usual())
    change.refresh_from_db()
    again = change.assessment
    assert (again.requester, again.received_on) == (
        "NHS Shropshire",
        date(2026, 11, 16),
    )
    assert Deadline.objects.get(rule="TF-05b").ended == "met"
    assert Deadline.objects.get(rule="RA-01").ended == ""
    decide = reverse("ehcps:assessment-decide", args=[again.pk])
    manager = signed_in("team_manager")
    refused = {"told_on": date(2026, 11, 18), "reasons": "Too soon."}
    answer = press(manager, decide, assess="no", **refused)
    assert "must assess again" in errors(answer)["assess"][0]
    press(manager, decide, assess="yes", **refused)
    again.refresh_from_db()
    assert again.stage == Stage.ASSESSING
    with pytest.raises(RuleBroken, match="commissioner relies"):
        build.correction(again, field="assess", new_on=None, reasons="No.")


def test_a_review_is_to_be_done(signed_in):
    change = told()
    caseworker = signed_in("caseworker")
    press(caseworker, url(change), **usual(asked_for="review"))
    page = seen(caseworker.get(change.plan.case.get_absolute_url()))
    assert "for a review of the plan: we must do it" in page
    assert "The review for the commissioner is done" in page
    again = press(caseworker, url(change), **usual(asked_for="review"))
    assert "asked already" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"asked_for": None}, "asked_for", "Choose what it asks for"),
        ({"asked_on": None}, "asked_on", "Enter"),
        ({"asked_on": date(2026, 11, 8)}, "asked_on", "before it was told"),
        ({"asked_on": date(2026, 11, 21)}, "asked_on", "today or in the past"),
        ({"reasons": ""}, "reasons", "Enter"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(told()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_one_assessment_runs_at_a_time(signed_in):
    change = told()
    build.again(change.plan)
    answer = press(signed_in("caseworker"), url(change), **usual())
    assert "already an open request" in errors(answer)["__all__"][0]


def test_it_is_told_before_it_asks(signed_in):
    change = build.commissioner(build.plan())
    answer = press(signed_in("caseworker"), url(change), **usual())
    assert "Record first when it was told" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(told())).status_code == 403
    hidden = told(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
