"""The steps that journeys are told in, as staff would say them."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from sendhub.casework.models import Case, Deadline
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import IN_DRAFT, AdviceKind
from sendhub.people.models import Child
from tests import build
from tests.pages import press, seen


def ehc(name: str, thing: Any) -> str:
    return reverse(f"ehcps:{name}", args=[thing.pk])


def when_they_record_a_child(client: Client, **answers: Any) -> Child:
    usual = {
        "given_names": "Owain",
        "family_name": "Preece",
        "born_on": date(2017, 3, 14),
        "sex": build.code("SEX", "M"),
    }
    answer = press(client, reverse("people:child-record"), **{**usual, **answers})
    assert answer.status_code == 302, seen(answer)
    return Child.objects.latest("pk")


def when_they_log_a_request(client: Client, child: Child, *, on: date) -> Case:
    answer = press(
        client,
        ehc("request-log", child),
        received_on=on,
        source=build.code("REQUEST_SOURCE", "2"),
        requester="Hillside School",
        reasons="He cannot follow a lesson without an adult beside him.",
        officer=client.user,  # type: ignore[attr-defined]
    )
    assert answer.status_code == 302, seen(answer)
    return Case.objects.get(child=child)


def assessment_of(case: Case) -> NeedsAssessment:
    return NeedsAssessment.objects.get(case=case)


def when_they_decide_to_assess(client: Client, case: Case, *, told_on: date) -> None:
    url = ehc("assessment-decide", assessment_of(case))
    answer = press(client, url, assess="yes", told_on=told_on)
    assert answer.status_code == 302, seen(answer)


def when_they_refuse_to_assess(client: Client, case: Case, *, told_on: date) -> None:
    answer = press(
        client,
        ehc("assessment-decide", assessment_of(case)),
        assess="no",
        told_on=told_on,
        reasons="The school meets his needs from what is ordinarily available.",
    )
    assert answer.status_code == 302, seen(answer)


def when_advice_is_asked_of(
    client: Client, case: Case, *kinds: AdviceKind, on: date
) -> None:
    ticked = {f"ask_{kind}": kind in kinds for kind in AdviceKind}
    whom = {f"of_{kind}": f"{kind.label} team" for kind in kinds}
    answer = press(
        client, ehc("advice-ask", assessment_of(case)), asked_on=on, **ticked, **whom
    )
    assert answer.status_code == 302, seen(answer)


def when_advice_arrives(client: Client, case: Case, *, on: date) -> None:
    for advice in assessment_of(case).advices.awaited():
        answer = press(
            client, ehc("advice-receive", advice), received_on=on, summary="Two hours."
        )
        assert answer.status_code == 302, seen(answer)


def when_they_decide_to_issue(client: Client, case: Case, *, told_on: date) -> None:
    answer = press(
        client, ehc("issue-decide", assessment_of(case)), issue="yes", told_on=told_on
    )
    assert answer.status_code == 302, seen(answer)


def when_the_draft_goes_out(client: Client, case: Case, *, on: date) -> None:
    plan = Plan.objects.get(case=case)
    texts = {f"section_{letter}": f"What section {letter} says." for letter in IN_DRAFT}
    assert press(client, ehc("plan-write", plan), **texts).status_code == 302
    assert press(client, ehc("draft-send", plan), served_on=on).status_code == 302


def when_the_plan_is_issued(client: Client, case: Case, *, on: date) -> Plan:
    plan = Plan.objects.get(case=case)
    answer = press(
        client,
        ehc("plan-issue", plan),
        issued_on=on,
        primary_need=build.code("SEN_TYPE", "SLCN"),
        setting=build.setting("Hillside School"),
    )
    assert answer.status_code == 302, seen(answer)
    return Plan.objects.get(case=case)


def then_the_limit_was(case: Case, rule: str, how: str) -> None:
    deadline = Deadline.objects.get(
        case=case, rule=rule, about_type="ehcps.needsassessment"
    )
    assert deadline.ended == how, (rule, deadline.due_on, deadline.met_on)


def then_the_chronology_tells(client: Client, child: Child, *sentences: str) -> None:
    text = seen(client.get(reverse("people:child-chronology", args=[child.pk])))
    for sentence in sentences:
        assert sentence in text, sentence


def then_my_work_shows(client: Client, *words: str) -> str:
    text = seen(client.get(reverse("casework:work-list")))
    for word in words:
        assert word in text, word
    return text
