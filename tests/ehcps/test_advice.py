"""Asking for advice and recording it: six weeks for each service (NA-07, EHC-4)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework import actions as casework
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.models import Advice
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def ask_url(assessment):
    return reverse("ehcps:advice-ask", args=[assessment.pk])


def receive_url(advice):
    return reverse("ehcps:advice-receive", args=[advice.pk])


def asking(**changed):
    answers = {
        "asked_on": date(2026, 9, 23),
        "ask_parent": False,
        "ask_education": False,
        "ask_social_care": False,
        "ask_medical": True,
        "of_medical": "Designated clinical officer",
        "ask_psychology": True,
        "of_psychology": "Educational psychology service",
    }
    return {**answers, **changed}


def test_asks_several_services_at_once(signed_in, assessing):
    answer = press(signed_in("caseworker"), ask_url(assessing), **asking())
    assert answer.status_code == 302
    assert sorted(Advice.objects.values_list("kind", "asked_of")) == [
        ("medical", "Designated clinical officer"),
        ("psychology", "Educational psychology service"),
    ]
    dues = Deadline.objects.filter(rule="NA-07").values_list("due_on", flat=True)
    assert list(dues) == [date(2026, 11, 4)] * 2


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"asked_on": None}, "asked_on", "Enter"),
        ({"asked_on": date(2026, 9, 21)}, "asked_on", "decision to assess"),
        ({"asked_on": date(2026, 11, 21)}, "asked_on", "today or in the past"),
        ({"of_medical": ""}, "of_medical", "Say whom you asked"),
        (
            {"ask_medical": False, "ask_psychology": False},
            "asked_on",
            "Tick at least one",
        ),
    ],
)
def test_says_beside_the_field_what_is_wrong(
    signed_in, assessing, changed, field, said
):
    answer = press(signed_in("caseworker"), ask_url(assessing), **asking(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Advice.objects.exists()


def test_the_same_advice_is_not_asked_twice(signed_in, assessing):
    caseworker = signed_in("caseworker")
    press(caseworker, ask_url(assessing), **asking())
    answer = press(caseworker, ask_url(assessing), **asking())
    assert "already been asked" in str(errors(answer))
    assert Advice.objects.count() == 2


def test_advice_is_asked_only_while_the_assessment_runs(signed_in):
    assessment = build.assessment(stage=Stage.REQUESTED)
    answer = press(signed_in("caseworker"), ask_url(assessment), **asking())
    assert "while the assessment runs" in errors(answer)["__all__"][0]


def test_records_advice_that_arrived_in_time(signed_in, assessing):
    advice = build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    caseworker = signed_in("caseworker")
    press(
        caseworker,
        receive_url(advice),
        received_on=date(2026, 11, 4),
        summary="Two hours a week of support.",
    )
    advice.refresh_from_db()
    assert advice.received_by == caseworker.user
    assert Deadline.objects.get(rule="NA-07").ended == "met"


@pytest.mark.parametrize(
    ("received_on", "said"),
    [
        (date(2026, 9, 22), "request on 23 September 2026"),
        (date(2026, 11, 21), "today or in the past"),
        (None, "Enter"),
    ],
)
def test_advice_cannot_arrive_before_it_was_asked(
    signed_in, assessing, received_on, said
):
    advice = build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    answer = press(
        signed_in("caseworker"), receive_url(advice), received_on=received_on
    )
    assert said in errors(answer)["received_on"][0]


def test_advice_is_recorded_once(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    caseworker = signed_in("caseworker")
    press(caseworker, receive_url(advice), received_on=date(2026, 11, 4))
    answer = press(caseworker, receive_url(advice), received_on=date(2026, 11, 5))
    assert "already recorded" in errors(answer)["__all__"][0]


def test_the_document_of_another_child_cannot_be_chosen(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    other = build.document(case_=build.case())
    answer = press(
        signed_in("caseworker"),
        receive_url(advice),
        received_on=date(2026, 11, 4),
        document=other,
    )
    assert "valid choice" in errors(answer)["document"][0]


def test_a_document_entered_in_error_cannot_be_chosen(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    wrong = build.document(case_=assessing.case)
    manager = signed_in("team_manager")
    casework.document_withdraw(document=wrong, reason="Another’s", by=manager.user)
    answer = press(
        manager, receive_url(advice), received_on=date(2026, 11, 4), document=wrong
    )
    assert "valid choice" in errors(answer)["document"][0]


def test_a_document_that_turns_out_wrong_meanwhile_is_refused(assessing):
    advice = build.advice(assessment_=assessing)
    wrong = build.document(case_=assessing.case)
    by = build.user("team_manager")
    casework.document_withdraw(document=wrong, reason="Another’s", by=by)
    with pytest.raises(RuleBroken, match="entered in error") as refused:
        actions.advice_receive(
            advice=advice,
            received_on=date(2026, 11, 4),
            summary="",
            document=wrong,
            by=by,
        )
    assert refused.value.field == "document"
    advice.refresh_from_db()
    assert advice.received_on is None


@pytest.mark.parametrize("role", ["caseworker", "team_manager"])
def test_advice_stays_received_when_its_document_was_an_error(
    signed_in, assessing, role
):
    advice = build.advice(assessment_=assessing)
    wrong = build.document(case_=assessing.case, title="Canary")
    client = signed_in(role)
    url = assessing.case.get_absolute_url()
    press(client, receive_url(advice), received_on=date(2026, 11, 4), document=wrong)
    assert "Canary</a>" in client.get(url).content.decode()
    casework.document_withdraw(document=wrong, reason="Another’s", by=wrong.added_by)
    text = seen(client.get(url))
    assert "Received 4 Nov 2026. Its document was entered in error." in text
    assert ("Canary" in text) is (role == "team_manager")
    advice.refresh_from_db()
    assert advice.received_on == date(2026, 11, 4)


@pytest.mark.parametrize("role", ["auditor", "hub_coordinator"])
def test_is_not_for_those_without_the_right(signed_in, assessing, role):
    client = signed_in(role)
    assert client.get(ask_url(assessing)).status_code == 403
    assert client.get(receive_url(build.advice())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    hidden = build.restricted_child()
    assessment = build.assessment(child_=hidden, stage=Stage.ASSESSING)
    client = signed_in("caseworker")
    assert client.get(ask_url(assessment)).status_code == 404
    advice = build.advice(assessment_=assessment)
    assert client.get(receive_url(advice)).status_code == 404
