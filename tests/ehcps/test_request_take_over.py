"""A child who moved here in the middle of an assessment elsewhere (EHC-11)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Case, Deadline
from sendhub.ehcps.models import MoveIn, NeedsAssessment
from sendhub.ehcps.rules import Begun, Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(child):
    return reverse("ehcps:request-take-over", args=[child.pk])


def usual(**changed):
    answers = {
        "authority": build.code("LA_CODE", "893"),
        "moved_on": date(2026, 10, 1),
        "received_on": date(2026, 10, 6),
        "how_far": "Advice was asked for.",
        "source": build.code("REQUEST_SOURCE", "1"),
        "reasons": "He falls behind.",
    }
    return {**answers, **changed}


def test_we_decide_afresh_from_the_day_we_became_responsible(signed_in):
    child = build.child()
    caseworker = signed_in("caseworker")
    press(caseworker, url(child), **usual())
    made = NeedsAssessment.objects.get()
    assert (made.stage, made.begun) == (Stage.REQUESTED, Begun.RESPONSIBLE)
    limits = Deadline.objects.open().filter(about_id=made.pk)
    assert dict(limits.values_list("rule", "due_on"))["NA-03"] == date(2026, 11, 17)
    page = seen(caseworker.get(made.get_absolute_url()))
    assert "Moved here from Shropshire on 1 October 2026, during an assessment" in page
    assert "We became responsible on 6 October 2026" in page
    assert MoveIn.objects.get().plan is None


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"authority": None}, "authority", "Choose"),
        ({"authority": "LA_CODE:884"}, "authority", "our own authority"),
        ({"moved_on": None}, "moved_on", "Enter"),
        ({"moved_on": date(2026, 11, 21)}, "moved_on", "today or in the past"),
        ({"received_on": date(2026, 9, 30)}, "received_on", "1 October 2026"),
        ({"received_on": None}, "received_on", "Enter"),
        ({"how_far": ""}, "how_far", "Answer the question"),
        ({"source": None}, "source", "Choose"),
        ({"reasons": ""}, "reasons", "Enter"),
        (
            {"moved_on": date(2025, 9, 1), "received_on": date(2025, 10, 6)},
            "dates_checked",
            "Check the year",
        ),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.child()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Case.objects.exists()


def test_a_request_that_runs_here_is_led_to(signed_in):
    made = build.assessment()
    page = seen(signed_in("caseworker").get(url(made.case.child)))
    assert "already an open request for this child. Follow that one" in page


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.child())).status_code == 403
    hidden = build.restricted_child()
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
