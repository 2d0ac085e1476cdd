"""Mediation that took place, and appeals that were registered (SEN2 2.6 to 3.6)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.ehcps.models import Dispute
from sendhub.ehcps.rules import Forum, Matter, Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(case):
    return reverse("ehcps:dispute-record", args=[case.pk])


def usual(**changed):
    return {
        "about": "assess",
        "forum": "mediation",
        "happened_on": date(2026, 10, 12),
        "detail": "Nothing was agreed.",
        **changed,
    }


def refused():
    """A request refused on 29 September 2026."""
    return build.assessment(stage=Stage.REFUSED)


def test_mediation_is_kept_and_the_decision_stays(signed_in):
    assessment = refused()
    caseworker = signed_in("caseworker")
    press(caseworker, url(assessment.case), **usual())
    made = Dispute.objects.get()
    assert (made.assessment, made.about, made.forum) == (
        assessment,
        Matter.ASSESS,
        Forum.MEDIATION,
    )
    assessment.refresh_from_db()
    assert assessment.stage == Stage.REFUSED
    page = seen(caseworker.get(assessment.case.get_absolute_url()))
    assert "Mediation on 12 October 2026: the decision not to assess." in page
    assert "Nothing was agreed." in page


@pytest.mark.parametrize(
    ("stage", "matter", "on"),
    [
        (Stage.REFUSED, "assess", date(2026, 9, 29)),
        (Stage.NOT_ISSUED, "issue", date(2026, 11, 20)),
        (Stage.ISSUED, "other", date(2026, 11, 20)),
    ],
)
def test_each_matter_has_its_own_decision(signed_in, stage, matter, on):
    received = date(2026, 6, 1) if matter == "issue" else date(2026, 9, 1)
    made = build.assessment(stage=stage, received_on=received)
    answers = usual(about=matter, forum="tribunal", happened_on=on)
    press(signed_in("caseworker"), url(made.case), **answers)
    dispute = Dispute.objects.get()
    assert dispute.assessment == (None if matter == "other" else made)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"about": None}, "about", "Choose what"),
        ({"about": "issue"}, "about", "no decision not to issue"),
        ({"about": "other"}, "about", "No plan was issued"),
        ({"forum": None}, "forum", "Choose mediation"),
        ({"happened_on": None}, "happened_on", "Enter"),
        ({"happened_on": date(2026, 9, 28)}, "happened_on", "29 September 2026"),
        ({"happened_on": date(2026, 11, 21)}, "happened_on", "today or in the past"),
        ({"detail": "x" * 2001}, "detail", "2000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(refused().case), **usual(**changed))
    assert said in " ".join(errors(answer)[field]).replace(",", "")
    assert not Dispute.objects.exists()


def test_a_decision_to_assess_cannot_be_disputed(signed_in):
    made = build.assessment(stage=Stage.ASSESSING)
    answer = press(signed_in("caseworker"), url(made.case), **usual())
    assert "no decision not to assess" in errors(answer)["about"][0]


def test_a_refusal_that_was_reversed_can_still_have_been_disputed(signed_in):
    turned = build.reversal(refused()).assessment
    press(signed_in("caseworker"), url(turned.case), **usual())
    assert Dispute.objects.get().assessment == turned


def test_the_same_is_recorded_once(signed_in):
    case = refused().case
    client = signed_in("caseworker")
    press(client, url(case), **usual())
    answer = press(client, url(case), **usual())
    assert "already recorded" in errors(answer)["happened_on"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(refused().case)).status_code == 403
    hidden = build.assessment(stage=Stage.REFUSED, child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden.case)).status_code == 404
