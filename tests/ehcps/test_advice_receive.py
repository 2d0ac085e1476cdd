"""Recording advice that arrived, in time or not (NA-07, EHC-4)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework import actions as casework
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(advice):
    return reverse("ehcps:advice-receive", args=[advice.pk])


def test_records_advice_that_arrived_in_time(signed_in, assessing):
    advice = build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    caseworker = signed_in("caseworker")
    press(
        caseworker,
        url(advice),
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
    answer = press(signed_in("caseworker"), url(advice), received_on=received_on)
    assert said in errors(answer)["received_on"][0]


def test_advice_that_was_here_before_is_offered_as_held(signed_in, assessing):
    advice = build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    client = signed_in("caseworker")
    answer = press(client, url(advice), received_on=date(2026, 6, 10))
    assert "advice held already" in errors(answer)["received_on"][0]
    link = reverse("ehcps:advice-accept", args=[assessing.pk])
    assert link in answer.content.decode()


def test_advice_after_the_plan_is_kept_late_and_opens_nothing(signed_in):
    assessment = build.assessment(stage=Stage.ASSESSING)
    advice = build.advice(assessment_=assessment)
    by = build.user("team_manager")
    actions.issue_decide(
        assessment=assessment,
        issue=True,
        told_on=date(2026, 10, 13),
        reasons="",
        by=by,
    )
    build.send_draft(assessment, date(2026, 9, 1), by)
    build.issue(assessment, date(2026, 9, 1), by)
    assert Deadline.objects.get(rule="NA-07").ended == "void"
    client = signed_in("caseworker")
    case = assessment.case.get_absolute_url()
    assert "Record its arrival" in seen(client.get(case))
    assert "opens nothing again" in seen(client.get(url(advice)))
    press(client, url(advice), received_on=date(2026, 11, 12))
    assert Deadline.objects.get(rule="NA-07").ended == "late"
    assessment.refresh_from_db()
    assert assessment.stage == Stage.ISSUED
    text = seen(client.get(case))
    assert "Received 12 Nov 2026, after the plan was issued" in text


def test_advice_is_recorded_once(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    caseworker = signed_in("caseworker")
    press(caseworker, url(advice), received_on=date(2026, 11, 4))
    answer = press(caseworker, url(advice), received_on=date(2026, 11, 5))
    assert "already recorded" in errors(answer)["__all__"][0]


def test_the_document_of_another_child_cannot_be_chosen(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    other = build.document(case_=build.case())
    answer = press(
        signed_in("caseworker"),
        url(advice),
        received_on=date(2026, 11, 4),
        document=other,
    )
    assert "valid choice" in errors(answer)["document"][0]


def test_a_document_entered_in_error_cannot_be_chosen(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    wrong = build.document(case_=assessing.case)
    manager = signed_in("team_manager")
    casework.document_withdraw(document=wrong, reason="Another’s", by=manager.user)
    answer = press(manager, url(advice), received_on=date(2026, 11, 4), document=wrong)
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
    case_url = assessing.case.get_absolute_url()
    press(client, url(advice), received_on=date(2026, 11, 4), document=wrong)
    assert "Canary</a>" in client.get(case_url).content.decode()
    casework.document_withdraw(document=wrong, reason="Another’s", by=wrong.added_by)
    text = seen(client.get(case_url))
    assert "Received 4 Nov 2026. Its document was entered in error." in text
    assert ("Canary" in text) is (role == "team_manager")
    advice.refresh_from_db()
    assert advice.received_on == date(2026, 11, 4)


@pytest.mark.parametrize("role", ["auditor", "hub_coordinator"])
def test_is_not_for_those_without_the_right(signed_in, role):
    assert signed_in(role).get(url(build.advice())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    hidden = build.restricted_child()
    assessment = build.assessment(child_=hidden, stage=Stage.ASSESSING)
    advice = build.advice(assessment_=assessment)
    assert signed_in("caseworker").get(url(advice)).status_code == 404


def test_a_document_for_others_is_not_named_beside_the_advice(signed_in, assessing):
    advice = build.advice(assessment_=assessing, kind="parent")
    private = build.document(case_=assessing.case, title="Canary", category="health")
    client = signed_in("caseworker")
    press(client, url(advice), received_on=date(2026, 11, 4), document=private)
    case_url = assessing.case.get_absolute_url()
    assert "Canary" in seen(client.get(case_url))
    assert "Canary" not in signed_in("data_officer").get(case_url).content.decode()


def test_what_was_drawn_from_a_wrong_document_is_read_by_few(signed_in, assessing):
    advice = build.advice(assessment_=assessing)
    wrong = build.document(case_=assessing.case)
    client = signed_in("caseworker")
    sent = {"received_on": date(2026, 11, 4), "document": wrong, "summary": "Canary"}
    press(client, url(advice), **sent)
    casework.document_withdraw(document=wrong, reason="Another’s", by=wrong.added_by)
    case_url = assessing.case.get_absolute_url()
    assert "Canary" not in seen(client.get(case_url))
    assert "Canary" in seen(signed_in("team_manager").get(case_url))
