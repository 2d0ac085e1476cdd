"""Advice held already that all agree is enough (SEND Regulations 2014, reg. 6(4))."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.models import Advice
from sendhub.ehcps.rules import AdviceKind, Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(assessment):
    return reverse("ehcps:advice-accept", args=[assessment.pk])


def held(**changed):
    answers = {
        "kind": "psychology",
        "author": "Dr Bevan",
        "dated_on": date(2026, 6, 10),
        "agreed_on": date(2026, 9, 24),
        "agreed_with": "Ceri Parent",
        "author_agrees": True,
        "family_agrees": True,
    }
    return {**answers, **changed}


def test_counts_as_here_and_starts_no_clock(signed_in, assessing):
    caseworker = signed_in("caseworker")
    assert press(caseworker, url(assessing), **held()).status_code == 302
    advice = Advice.objects.get()
    assert (advice.held_agreed_by, advice.asked_on) == (caseworker.user, None)
    assert not Deadline.objects.filter(rule="NA-07").exists()
    text = seen(caseworker.get(assessing.case.get_absolute_url()))
    assert "Held already, dated 10 Jun 2026; agreed to be enough on 24 Sep 2026" in text
    before = caseworker.get(reverse("ehcps:advice-ask", args=[assessing.pk]))
    assert "Educational psychologist: Dr Bevan, held already" in seen(before)
    assert not before.context["form"]["ask_psychology"].value()


def test_the_decision_page_no_longer_lacks_it(signed_in, assessing):
    manager = signed_in("team_manager")
    page = reverse("ehcps:issue-decide", args=[assessing.pk])
    assert "Educational psychologist" in manager.get(page).context["lacking"]
    build.held_advice(assessment_=assessing)
    assert "Educational psychologist" not in manager.get(page).context["lacking"]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"kind": ""}, "kind", "Choose whose advice"),
        ({"author": ""}, "author", "Enter"),
        ({"dated_on": None}, "dated_on", "Enter"),
        ({"dated_on": date(2026, 9, 25)}, "agreed_on", "date of the advice"),
        ({"agreed_on": date(2026, 11, 21)}, "agreed_on", "today or in the past"),
        ({"agreed_with": ""}, "agreed_with", "Enter"),
        ({"author_agrees": False}, "author_agrees", "Unless its author agrees"),
        ({"family_agrees": False}, "family_agrees", "Unless the parent or young"),
    ],
)
def test_says_beside_the_field_what_is_wrong(
    signed_in, assessing, changed, field, said
):
    answer = press(signed_in("caseworker"), url(assessing), **held(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Advice.objects.exists()


def test_the_familys_own_is_never_held_already(signed_in, assessing):
    answer = press(signed_in("caseworker"), url(assessing), **held(kind="parent"))
    assert "kind" in errors(answer)
    with pytest.raises(RuleBroken, match="always asks the parent"):
        build.held_advice(assessment_=assessing, kind=AdviceKind.PARENT)


@pytest.mark.parametrize(
    ("kind", "asked_of", "ended"),
    [
        (AdviceKind.EDUCATION, "Hillside School", "void"),
        (AdviceKind.PSYCHOLOGY, "Dr Bevan", ""),
    ],
)
def test_takes_the_place_of_what_was_asked_of_the_same_service(
    assessing, kind, asked_of, ended
):
    advice = build.advice(assessment_=assessing)
    build.held_advice(assessment_=assessing, kind=kind, author="Another")
    assert Deadline.objects.get(rule="NA-07").ended == ended
    assert Advice.objects.awaited().filter(pk=advice.pk).exists() is (ended == "")


def test_of_other_persons_only_the_one_named_is_no_longer_awaited(assessing):
    actions.advice_ask(
        assessment=assessing,
        asked_on=date(2026, 9, 23),
        asked_of={},
        others=["Ann Rees, therapist", "Bob Roe, coach"],
        by=build.user("caseworker"),
    )
    other = AdviceKind.OTHER
    build.held_advice(assessment_=assessing, kind=other, author="Bob Roe, coach")
    awaited = Advice.objects.awaited()
    assert [advice.asked_of for advice in awaited] == ["Ann Rees, therapist"]
    assert Advice.objects.count() == 2


def test_what_was_accepted_is_not_received_as_well(assessing):
    advice = build.advice(assessment_=assessing)
    kind = AdviceKind.EDUCATION
    build.held_advice(assessment_=assessing, kind=kind, author=advice.asked_of)
    with pytest.raises(RuleBroken, match="agreed to be enough"):
        actions.advice_receive(
            advice=advice,
            received_on=date(2026, 10, 10),
            summary="",
            document=None,
            by=build.user("caseworker"),
        )


def test_a_document_entered_in_error_is_refused(assessing):
    from sendhub.casework import actions as casework

    wrong = build.document(case_=assessing.case)
    casework.document_withdraw(
        document=wrong, reason="Another’s", by=build.user("team_manager")
    )
    with pytest.raises(RuleBroken, match="entered in error"):
        build.held_advice(assessment_=assessing, document=wrong)


def test_is_for_an_assessment_that_runs():
    with pytest.raises(RuleBroken, match="while the assessment runs"):
        build.held_advice(assessment_=build.assessment(stage=Stage.REQUESTED))


def test_stands_in_the_chronology(assessing):
    build.held_advice(assessment_=assessing)
    act = Act.objects.get(act="ehcps.advice_accept")
    assert act.happened_on == date(2026, 9, 24)
    assert "Advice of 10 June 2026 held already, from Dr Bevan" in act.sentence
