"""Judging advice that arrived: it will do, or goes back for what is missing."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.rules import AdviceKind
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

BACK = {"quality": "sent_back", "lacking": "No provision is named."}


def url(advice):
    return reverse("ehcps:advice-judge", args=[advice.pk])


def test_advice_sent_back_is_outstanding_without_a_new_clock(signed_in, assessing):
    advice = build.advice_here(assessment_=assessing)
    client = signed_in("caseworker")
    press(client, url(advice), **BACK)
    advice.refresh_from_db()
    assert (advice.judged_by, advice.judged_on) == (client.user, date(2026, 11, 20))
    assert [d.ended for d in Deadline.objects.filter(rule="NA-07")] == ["met"]
    text = seen(client.get(assessing.case.get_absolute_url()))
    assert "Sent back No provision is named." in text
    assert "Is it mended?" in text
    page = reverse("ehcps:issue-decide", args=[assessing.pk])
    lacking = signed_in("team_manager").get(page).context["lacking"]
    assert lacking.startswith("Sent back and not mended: School or setting")


def test_what_was_sent_back_can_meet_the_need_later(signed_in, assessing):
    advice = build.advice_here(assessment_=assessing, **BACK)
    client = signed_in("caseworker")
    assert opened(client, url(advice))["lacking"] == "No provision is named."
    press(client, url(advice), quality="meets")
    advice.refresh_from_db()
    assert (advice.quality, advice.lacking) == ("meets", "")
    assert "Meets the need" in seen(client.get(assessing.case.get_absolute_url()))


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "quality", "Say whether it meets"),
        ({"quality": "sent_back"}, "lacking", "Say what is missing"),
        ({"quality": "other"}, "quality", "valid choice"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, assessing, typed, field, said):
    advice = build.advice_here(assessment_=assessing)
    answer = press(signed_in("caseworker"), url(advice), **typed)
    assert said in errors(answer)[field][0]


def test_advice_can_be_judged_as_it_arrives(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    page = reverse("ehcps:advice-receive", args=[advice.pk])
    client = signed_in("caseworker")
    answer = press(client, page, received_on=date(2026, 10, 10), quality="sent_back")
    assert "Say what is missing" in errors(answer)["lacking"][0]
    press(client, page, received_on=date(2026, 10, 10), **BACK)
    advice.refresh_from_db()
    assert advice.is_sent_back


def test_advice_that_is_not_here_cannot_be_judged(assessing):
    advice = build.advice(assessment_=assessing)
    with pytest.raises(RuleBroken, match="not arrived"):
        actions.advice_judge(
            advice=advice, quality="meets", lacking="", by=build.user("caseworker")
        )


def test_what_is_missing_is_read_as_the_advice_is(signed_in, assessing):
    actions.advice_ask(
        assessment=assessing,
        asked_on=date(2026, 9, 23),
        asked_of={AdviceKind.MEDICAL: "Paediatrics"},
        by=build.user("caseworker"),
    )
    actions.advice_receive(
        advice=assessing.advices.get(),
        received_on=date(2026, 10, 10),
        summary="",
        document=None,
        quality="sent_back",
        lacking="Canary",
        by=build.user("caseworker"),
    )
    case = assessing.case.get_absolute_url()
    assert "Canary" in seen(signed_in("caseworker").get(case))
    assert "Canary" not in seen(signed_in("data_officer").get(case))
