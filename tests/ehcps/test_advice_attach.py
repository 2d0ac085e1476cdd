"""Adding its document to advice that came without one."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework import actions as casework
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(advice):
    return reverse("ehcps:advice-attach", args=[advice.pk])


def test_adds_the_document_later(signed_in, assessing):
    advice = build.advice_here(assessment_=assessing)
    paper = build.document(case_=assessing.case, title="Round robin")
    client = signed_in("caseworker")
    case = assessing.case.get_absolute_url()
    assert "Add its document" in seen(client.get(case))
    assert press(client, url(advice), document=paper).status_code == 302
    advice.refresh_from_db()
    assert advice.document == paper
    assert advice.received_on == date(2026, 10, 10)
    assert "Add its document" not in seen(client.get(case))


@pytest.mark.parametrize("make", [build.advice_here, build.held_advice])
def test_is_for_received_and_for_held_advice(assessing, make):
    advice = make(assessment_=assessing)
    paper = build.document(case_=assessing.case)
    by = build.user("caseworker")
    made = actions.advice_attach(advice=advice, document=paper, by=by)
    assert made.document == paper


def test_a_document_is_needed_and_is_of_this_case(signed_in, assessing):
    advice = build.advice_here(assessment_=assessing)
    client = signed_in("caseworker")
    assert "Choose the document" in errors(press(client, url(advice)))["document"][0]
    other = build.document(case_=build.case())
    answer = press(client, url(advice), document=other)
    assert "valid choice" in errors(answer)["document"][0]


def attach(advice, paper):
    return actions.advice_attach(
        advice=advice, document=paper, by=build.user("caseworker")
    )


def test_the_document_it_has_is_not_replaced_in_silence(assessing):
    first = build.document(case_=assessing.case)
    second = build.document(case_=assessing.case)
    advice = build.advice_here(assessment_=assessing, document=first)
    with pytest.raises(RuleBroken, match="has its document"):
        attach(advice, second)
    actions.advice_judge(
        advice=advice,
        quality="sent_back",
        lacking="No hours.",
        by=build.user("caseworker"),
    )
    assert attach(advice, second).document == second


def test_a_document_entered_in_error_is_replaced_and_not_used(assessing):
    wrong = build.document(case_=assessing.case)
    advice = build.advice_here(assessment_=assessing, document=wrong)
    by = build.user("team_manager")
    casework.document_withdraw(document=wrong, reason="Another’s", by=by)
    with pytest.raises(RuleBroken, match="entered in error"):
        attach(advice, wrong)
    right = build.document(case_=assessing.case)
    assert attach(advice, right).document == right


def test_advice_that_is_not_here_has_no_document(assessing):
    advice = build.advice(assessment_=assessing)
    with pytest.raises(RuleBroken, match="not arrived"):
        attach(advice, build.document(case_=assessing.case))
