"""Two people at the same moment, with real connections and threads."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions as casework
from sendhub.casework.models import Case
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Stage, Standing
from tests import build
from tests.pages import opened, press, seen
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_decide_at_once_one_is_told(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    url = reverse("ehcps:assessment-decide", args=[assessment.pk])
    managers = [signed_in("team_manager"), signed_in("team_manager")]
    pages = [(manager, opened(manager, url)) for manager in managers]

    def decide(manager, hidden):
        return lambda: press(
            manager, url, hidden=hidden, assess="yes", told_on=date(2026, 10, 1)
        )

    answers = at_once(*(decide(*page) for page in pages))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    loser = next(answer for answer in answers if answer.status_code == 200)
    assert "changed this while you had it open" in seen(loser)
    assert Act.objects.filter(act="ehcps.assessment_decide").count() == 1


def test_of_two_who_decide_a_correction_at_once_one_is_told():
    made = build.correction(build.assessment(stage=Stage.ASSESSING))
    managers = [build.user("team_manager"), build.user("team_manager")]

    def decide(by, agree):
        def act():
            try:
                actions.correction_decide(
                    correction=made, agree=agree, because="No.", by=by
                )
            except RuleBroken as broken:
                return broken.message
            return "done"

        return act

    answers = at_once(decide(managers[0], True), decide(managers[1], False))
    assert sorted(answers) == ["This was decided already.", "done"]


def test_a_family_is_gone_or_stays():
    move = build.move_out(build.plan().case)
    manager = build.user("team_manager")

    def transfer():
        try:
            actions.move_out_finish(
                move=move, gone_on=date(2026, 11, 19), papers="The plan.", by=manager
            )
        except RuleBroken as broken:
            return broken.message
        return "gone"

    def stay():
        try:
            actions.move_out_drop(
                move=move,
                dropped_on=date(2026, 11, 19),
                dropped_because="They stay.",
                by=manager,
            )
        except RuleBroken as broken:
            return broken.message
        return "stays"

    said = at_once(transfer, stay)
    assert len([one for one in said if one.startswith("This is over")]) == 1
    move.plan.refresh_from_db()
    assert (move.plan.standing == Standing.CEASED) == ("gone" in said)


def test_two_log_the_same_plan_at_once():
    child = build.child()

    def log():
        try:
            build.move_in(child_=child)
        except RuleBroken as broken:
            return broken.message
        return "logged"

    assert sorted(at_once(log, log)) == [
        "The child has a live plan here already.",
        "logged",
    ]


def test_two_wait_for_the_same_plan_at_once():
    child, terms = build.child(), {"officer": None}
    shropshire = build.code("LA_CODE", "893")
    workers = [build.user("caseworker"), build.user("caseworker")]
    days = {"moved_on": date(2026, 10, 1), "asked_on": date(2026, 10, 2)}

    def wait(by):
        def act():
            try:
                known = {"authority": shropshire, **days, **terms}
                actions.plan_await(child=child, by=by, **known)
            except RuleBroken as broken:
                return broken.message
            return ""

        return act

    assert sorted(at_once(*map(wait, workers))) == [
        "",
        "A plan is awaited already: chase that one.",
    ]


def test_two_log_a_request_to_assess_again_at_once():
    plan = build.plan(issued_on=date(2026, 3, 2))

    def log():
        try:
            build.again(plan)
        except RuleBroken as broken:
            return broken.message[:16]
        return "logged"

    assert sorted(at_once(log, log)) == ["There is already", "logged"]


def test_one_form_sent_eight_times_at_once_logs_one_request(signed_in):
    child = build.child()
    url = reverse("ehcps:request-log", args=[child.pk])
    client = signed_in("caseworker")
    hidden = opened(client, url)
    answers = {
        "received_on": date(2026, 9, 1),
        "source": build.code("REQUEST_SOURCE", "1"),
        "reasons": "He falls behind.",
    }
    job = lambda: press(client, url, hidden=hidden, **answers)  # noqa: E731
    found = at_once(*[job] * 8)
    assert {(a.status_code, a.url) for a in found} == {
        (302, Case.objects.get().get_absolute_url())
    }
    assert NeedsAssessment.objects.count() == 1


def test_two_different_forms_at_once_log_one_request(signed_in):
    child = build.child()
    url = reverse("ehcps:request-log", args=[child.pk])
    clients = [signed_in("caseworker"), signed_in("caseworker")]
    answers = {
        "received_on": date(2026, 9, 1),
        "source": build.code("REQUEST_SOURCE", "1"),
        "reasons": "He falls behind.",
    }
    pages = [(client, opened(client, url)) for client in clients]
    jobs = [
        lambda client=client, hidden=hidden: press(
            client, url, hidden=hidden, **answers
        )
        for client, hidden in pages
    ]
    statuses = sorted(answer.status_code for answer in at_once(*jobs))
    assert statuses == [200, 302]
    assert NeedsAssessment.objects.get().stage == Stage.REQUESTED


def test_a_document_is_not_taken_off_and_taken_for_advice_at_once():
    assessment = build.assessment(stage=Stage.ASSESSING)
    advice = build.advice(assessment_=assessment)
    document = build.document(case_=assessment.case)
    by = build.user("team_manager")

    def receive():
        try:
            actions.advice_receive(
                advice=advice,
                received_on=date(2026, 11, 4),
                summary="",
                document=document,
                by=by,
            )
        except RuleBroken as refused:
            return refused.field
        return "received"

    def take_off():
        casework.document_withdraw(document=document, reason="Another’s", by=by)

    [said, _] = at_once(receive, take_off)
    first = Act.objects.exclude(act="ehcps.advice_ask").order_by("-pk")[:2]
    order = [act.act for act in reversed(first)]
    if said == "received":
        assert order == ["ehcps.advice_receive", "casework.document_withdraw"]
    else:
        assert said == "document"
        assert not Act.objects.filter(act="ehcps.advice_receive").exists()
