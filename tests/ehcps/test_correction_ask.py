"""Asking for a wrong date to be corrected."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.models import Correction
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db

TOLD = {
    "field": "assess_told_on",
    "new_on": date(2026, 9, 20),
    "reason": "The letter is of that day.",
}


def url(assessment):
    return reverse("ehcps:correction-ask", args=[assessment.pk])


def test_the_date_of_a_decision_waits_for_a_second_person(signed_in, assessing):
    client = signed_in("caseworker")
    assert press(client, url(assessing), **TOLD).status_code == 302
    assessing.refresh_from_db()
    assert assessing.assess_told_on == date(2026, 9, 22)
    made = Correction.objects.get()
    assert (made.old_on, made.new_on, made.outcome) == (
        date(2026, 9, 22),
        date(2026, 9, 20),
        "",
    )
    assert "Waiting already" in seen(client.get(url(assessing)))
    act = Act.objects.get(act="ehcps.correction_ask")
    assert "to be corrected from 22 September 2026 to 20 September 2026" in act.sentence


def test_a_manager_alone_corrects_the_day_a_request_came(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    received = {**TOLD, "field": "received_on", "new_on": date(2026, 8, 31)}
    press(signed_in("team_manager"), url(assessment), **received)
    assessment.refresh_from_db()
    assert assessment.received_on == date(2026, 8, 31)
    assert Deadline.objects.get(rule="NA-03").due_on == date(2026, 10, 12)
    assert Correction.objects.get().outcome == "alone"


def test_nobody_else_is_offered_the_day_a_request_came(signed_in):
    assessment = build.assessment(stage=Stage.ASSESSING)
    build.advice(assessment_=assessment)
    client = signed_in("caseworker")
    page = seen(client.get(url(assessment)))
    assert "Day the family was told whether we assess: 22 September 2026" in page
    assert "Day the request was received:" not in page
    assert "Day advice was asked for" not in page
    received = {**TOLD, "field": "received_on", "new_on": date(2026, 8, 31)}
    answer = press(client, url(assessment), **received)
    assert "valid choice" in errors(answer)["field"][0]
    with pytest.raises(RuleBroken, match="Only a manager"):
        build.correction(assessment, **received)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"field": ""}, "field", "Choose what is wrong"),
        ({"field": "issue_told_on"}, "field", "valid choice"),
        ({"reason": ""}, "reason", "Say how it came"),
        ({"new_on": None}, "new_on", "Enter"),
        ({"new_on": date(2026, 9, 22)}, "new_on", "recorded already"),
        ({"new_on": date(2026, 11, 21)}, "new_on", "today or in the past"),
        ({"new_on": date(2026, 8, 31)}, "new_on", "before the request on 1 September"),
        ({"new_on": date(2026, 9, 24)}, "new_on", "after advice was asked for on 23"),
    ],
)
def test_says_beside_the_field_what_is_wrong(
    signed_in, assessing, changed, field, said
):
    build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    answer = press(signed_in("caseworker"), url(assessing), **{**TOLD, **changed})
    assert said in " ".join(errors(answer)[field])
    assert not Correction.objects.exists()


def test_a_request_is_not_corrected_to_before_the_birth():
    child = build.child(born_on=date(2024, 5, 5))
    assessment = build.assessment(child_=child)
    with pytest.raises(RuleBroken, match="the child’s birth"):
        build.correction(
            assessment,
            field="received_on",
            new_on=date(2024, 5, 4),
            by=build.user("team_manager"),
        )


def test_the_decision_to_issue_lies_before_the_draft():
    assessment = build.assessment(stage=Stage.DRAFT_SENT)
    issue = {"field": "issue_told_on"}
    with pytest.raises(RuleBroken, match="the draft was sent on 20 October"):
        build.correction(assessment, new_on=date(2026, 10, 21), **issue)
    assert build.correction(assessment, new_on=date(2026, 10, 20), **issue)


def test_one_correction_of_a_date_waits_at_a_time(signed_in, assessing):
    client = signed_in("caseworker")
    press(client, url(assessing), **TOLD)
    again = {**TOLD, "new_on": date(2026, 9, 18)}
    answer = press(client, url(assessing), **again)
    assert "waits already" in errors(answer)["field"][0]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"new_on": date(2026, 9, 22)}, "ehcps_correction_changes_with_reason"),
        ({"reason": ""}, "ehcps_correction_changes_with_reason"),
        ({"outcome": "agreed"}, "ehcps_correction_decided_by_another"),
        ({"field": "reviewed_on"}, "ehcps_correction_of_one_record"),
        ({"outcome": "alone"}, "ehcps_correction_decided_by_another"),
        ({"because": "No."}, "ehcps_correction_refused_with_reason"),
        ("own", "ehcps_correction_decided_by_another"),
    ],
)
def test_the_database_refuses_what_must_not_be(assessing, values, constraint):
    made = build.correction(assessing)
    if values == "own":
        who = {"decided_by": made.asked_by, "decided_at": made.asked_at}
        values = {"outcome": "agreed", **who}
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Correction.objects.filter(pk=made.pk).update(**values)
    assert refused.value.__cause__.diag.constraint_name == constraint


def test_the_database_keeps_one_waiting(assessing):
    made = build.correction(assessing)
    made.pk = None
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        made.save(force_insert=True)
    found = refused.value.__cause__.diag.constraint_name
    assert found == "ehcps_correction_one_open"


@pytest.mark.parametrize("role", ["auditor", "hub_coordinator"])
def test_is_not_for_those_without_the_right(signed_in, assessing, role):
    assert signed_in(role).get(url(assessing)).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    hidden = build.restricted_child()
    assessment = build.assessment(child_=hidden, stage=Stage.ASSESSING)
    assert signed_in("caseworker").get(url(assessment)).status_code == 404
