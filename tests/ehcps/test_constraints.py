"""Each constraint and trigger of needs assessments and plans, broken once."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from sendhub.ehcps import actions
from sendhub.ehcps.models import (
    Advice,
    NeedsAssessment,
    Plan,
    PlanSection,
    PlanVersion,
    Reversal,
)
from sendhub.ehcps.rules import (
    AdviceKind,
    Refusal,
    Route,
    Stage,
    Standing,
    VersionKind,
)
from tests import build

pytestmark = pytest.mark.django_db


@contextmanager
def refuses(constraint):
    with pytest.raises(IntegrityError) as refused:
        yield
    assert refused.value.__cause__.diag.constraint_name == constraint


def change(row, **values):
    with transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize(
    ("stage", "values", "constraint"),
    [
        (
            Stage.ASSESSING,
            {"assess_decided_by": None},
            "ehcps_needsassessment_assess_who_and_when",
        ),
        (
            Stage.ISSUING,
            {"issue_decided_by": None},
            "ehcps_needsassessment_issue_who_and_when",
        ),
        (
            Stage.REQUESTED,
            {"stage": Stage.ASSESSING},
            "ehcps_needsassessment_stage_has_decision",
        ),
        (
            Stage.ASSESSING,
            {"stage": Stage.ISSUING},
            "ehcps_needsassessment_stage_has_issue_decision",
        ),
        (
            Stage.REQUESTED,
            {"stage": Stage.WITHDRAWN},
            "ehcps_needsassessment_withdrawn_when",
        ),
        (
            Stage.REQUESTED,
            {"withdrawn_on": date(2026, 10, 1)},
            "ehcps_needsassessment_withdrawn_when",
        ),
        (
            Stage.ASSESSING,
            {"assess_told_on": date(2026, 8, 1)},
            "ehcps_needsassessment_dates_in_order",
        ),
        (
            Stage.ISSUING,
            {"issue_told_on": date(2026, 9, 2)},
            "ehcps_needsassessment_dates_in_order",
        ),
        (
            Stage.REQUESTED,
            {"source_id": "SEN_TYPE:ASD"},
            "ehcps_needsassessment_source_code",
        ),
    ],
)
def test_an_assessment_is_never_half_decided(stage, values, constraint):
    row = build.assessment(stage=stage)
    with refuses(constraint):
        change(row, **values)


def test_a_case_has_one_open_assessment():
    row = build.assessment()
    with refuses("ehcps_needsassessment_one_open"):
        NeedsAssessment.objects.create(
            case=row.case,
            received_on=date(2026, 10, 1),
            source=row.source,
            reasons="Again",
            logged_by=row.logged_by,
        )


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"received_on": date(2026, 10, 1)}, "ehcps_advice_received_who_and_when"),
        ({"received_on": date(2026, 9, 1)}, "ehcps_advice_received_after_asked"),
    ],
)
def test_advice_is_received_by_somebody_after_it_was_asked(values, constraint):
    row = build.advice()
    if constraint == "ehcps_advice_received_after_asked":
        values["received_by"] = row.asked_by
    with refuses(constraint):
        change(row, **values)


def test_the_same_advice_is_asked_once():
    row = build.advice()
    with refuses("ehcps_advice_once"):
        Advice.objects.create(
            assessment=row.assessment,
            kind=AdviceKind.EDUCATION,
            asked_of=row.asked_of,
            asked_on=row.asked_on,
            asked_by=row.asked_by,
            due_on=row.due_on,
        )


JUDGED = "ehcps_advice_judged_who_when_and_why"


@pytest.mark.parametrize(
    ("make", "values", "constraint"),
    [
        ("advice", {"due_on": None}, "ehcps_advice_asked_who_and_when"),
        ("advice", {"asked_by": None}, "ehcps_advice_asked_who_and_when"),
        (
            "advice",
            {"asked_on": None, "asked_by": None, "due_on": None},
            "ehcps_advice_asked_or_held",
        ),
        ("advice", {"held_from": date(2026, 6, 1)}, "ehcps_advice_held_as_agreed"),
        ("held_advice", {"held_agreed_with": ""}, "ehcps_advice_held_as_agreed"),
        (
            "held_advice",
            {"held_from": date(2026, 10, 1)},
            "ehcps_advice_held_as_agreed",
        ),
        (
            "held_advice",
            {"kind": AdviceKind.PARENT},
            "ehcps_advice_held_not_asked_of_family",
        ),
        ("advice_here", {"quality": "meets"}, JUDGED),
        ("advice_here", {"lacking": "No hours."}, JUDGED),
        ("sent_back", {"lacking": ""}, JUDGED),
        ("sent_back", {"quality": "meets"}, JUDGED),
        ("sent_back", {"judged_by": None}, JUDGED),
        ("sent_back", {"judged_on": date(2026, 10, 9)}, JUDGED),
        ("sent_back", {"received_on": None, "received_by": None}, JUDGED),
    ],
)
def test_advice_is_asked_or_held_and_judged_when_here(make, values, constraint):
    if make == "sent_back":
        row = build.advice_here(quality="sent_back", lacking="No hours.")
    else:
        row = getattr(build, make)()
    with refuses(constraint):
        change(row, **values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"issued_by": None}, "ehcps_plan_issued_who_when_and_need"),
        ({"primary_need": None}, "ehcps_plan_issued_who_when_and_need"),
        ({"setting": None}, "ehcps_plan_names_one_setting"),
        ({"arrangement_id": "SEN_SETTING:EHE"}, "ehcps_plan_names_one_setting"),
        ({"standing": Standing.CEASED}, "ehcps_plan_ceased_who_when_and_why"),
        ({"ceased_on": date(2026, 11, 11)}, "ehcps_plan_ceased_who_when_and_why"),
        ({"secondary_need_id": "SEN_TYPE:SLCN"}, "ehcps_plan_needs_differ"),
        ({"primary_need_id": "SEX:F"}, "ehcps_plan_primary_code"),
        ({"secondary_need_id": "SEX:F"}, "ehcps_plan_secondary_code"),
        ({"setting": None, "arrangement_id": "SEX:F"}, "ehcps_plan_arrangement_code"),
    ],
)
def test_an_issued_plan_says_all_it_must(values, constraint):
    row = build.plan()
    with refuses(constraint):
        change(row, **values)


@pytest.mark.parametrize(
    ("ceased_on", "reason", "constraint"),
    [
        (date(2026, 11, 9), "CEASE_REASON:9", "ehcps_plan_ceases_after_issue"),
        (date(2026, 11, 12), "SEX:F", "ehcps_plan_cease_code"),
    ],
)
def test_a_plan_ceases_after_its_issue_for_a_reason_of_the_list(
    ceased_on, reason, constraint
):
    row = build.plan()
    with refuses(constraint):
        change(
            row,
            standing=Standing.CEASED,
            ceased_on=ceased_on,
            ceased_by=row.issued_by,
            cease_reason_id=reason,
        )


def test_a_case_has_one_live_plan():
    row = build.plan()
    other = build.plan()
    with refuses("ehcps_plan_one_live"):
        change(other, case=row.case)


def new_version(plan, **values):
    facts = {"number": 7, "kind": VersionKind.DRAFT, "written_at": timezone.localtime()}
    return PlanVersion.objects.create(plan=plan, **{**facts, **values})


def test_versions_are_numbered_once_and_written_one_at_a_time():
    plan = build.plan(standing=Standing.DRAFT)
    with refuses("ehcps_planversion_number_once"), transaction.atomic():
        new_version(
            plan, number=1, sent_on=date(2026, 11, 1), sent_by=build.user("caseworker")
        )
    with refuses("ehcps_planversion_one_being_written"), transaction.atomic():
        new_version(plan)
    with refuses("ehcps_planversion_sent_who_and_when"), transaction.atomic():
        change(plan.versions.get(), sent_on=date(2026, 11, 1))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ehcps_planversion SET kind = 'draft' WHERE id = %(version)s",
        "DELETE FROM ehcps_planversion WHERE id = %(version)s",
        "UPDATE ehcps_plansection SET text = 'x' WHERE plan_version_id = %(version)s",
        "DELETE FROM ehcps_plansection WHERE plan_version_id = %(version)s",
        "INSERT INTO ehcps_plansection (plan_version_id, letter, text)"
        " VALUES (%(version)s, 'J', 'x')",
        "UPDATE ehcps_plansection SET plan_version_id = %(version)s"
        " WHERE plan_version_id = %(other)s",
    ],
)
def test_a_version_that_was_sent_never_changes(sql):
    version = build.plan().versions.newest_first().first()
    other = build.plan(standing=Standing.DRAFT).versions.get()
    with (
        refuses("ehcps_planversion_sent_is_sent"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, {"version": version.pk, "other": other.pk})


def test_a_section_stands_once_in_a_version():
    version = build.plan(standing=Standing.DRAFT).versions.get()
    with refuses("ehcps_plansection_once"):
        PlanSection.objects.create(plan_version=version, letter="A")


def test_a_plan_belongs_to_one_assessment():
    plan = build.plan(standing=Standing.DRAFT)
    with pytest.raises(IntegrityError):
        Plan.objects.create(case=plan.case, assessment=plan.assessment)


def test_a_refusal_stands_until_it_is_reversed():
    refused = build.assessment(stage=Stage.REFUSED)
    with refuses("ehcps_needsassessment_goes_on_by_reversal"):
        change(refused, stage=Stage.ASSESSING)


def test_two_people_agree_that_a_request_was_a_mistake():
    refused = build.assessment(stage=Stage.REFUSED)
    with refuses("ehcps_needsassessment_mistake_is_agreed"):
        change(refused, stage=Stage.MISTAKE)


def test_a_mistake_stays_a_mistake():
    request = build.assessment()
    made = actions.request_void(
        assessment=request, reason="Twice.", by=build.user("caseworker")
    )
    by = build.user("team_manager")
    actions.correction_decide(correction=made, agree=True, because="", by=by)
    with refuses("ehcps_needsassessment_mistake_is_agreed"):
        change(request, stage=Stage.REQUESTED)


def turned(assessment, **changed):
    facts = {
        "of": Refusal.ASSESS,
        "route": Route.ORDER,
        "happened_on": date(2026, 10, 5),
        "reasons": "Ordered.",
        "recorded_by": build.user(),
    }
    with transaction.atomic():
        return Reversal.objects.create(assessment=assessment, **(facts | changed))


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"of": Refusal.ISSUE}, "ehcps_reversal_reverses_a_refusal"),
        ({"agreed_by": date(2026, 12, 1)}, "ehcps_reversal_agreed_in_mediation"),
        (
            {"route": Route.MEDIATION, "agreed_by": date(2026, 10, 4)},
            "ehcps_reversal_agreed_in_mediation",
        ),
        ({"told_on": date(2026, 10, 4)}, "ehcps_reversal_told_after"),
        ({"route": "letter"}, "ehcps_reversal_known_route"),
    ],
)
def test_a_reversal_must_be_whole(changed, constraint):
    refused = build.assessment(stage=Stage.REFUSED)
    with refuses(constraint):
        turned(refused, **changed)


def test_nothing_but_a_refusal_is_reversed():
    with refuses("ehcps_reversal_reverses_a_refusal"):
        turned(build.assessment(stage=Stage.ASSESSING))


def test_a_refusal_is_reversed_once():
    refused = build.assessment(stage=Stage.REFUSED)
    turned(refused)
    with refuses("ehcps_reversal_once"):
        turned(refused, route=Route.INFORMAL)


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"told_on": date(2026, 3, 11)}, "ehcps_ceasing_asked_before_told"),
        ({"told_by": None}, "ehcps_ceasing_asked_before_told"),
        ({"told_on": None}, "ehcps_ceasing_asked_before_told"),
        (
            {"certificate_on": date(2026, 8, 16)},
            "ehcps_ceasing_certificate_after_notice",
        ),
        ({"appealed_on": date(2026, 8, 16)}, "ehcps_ceasing_appeal_after_notice"),
        (
            {"appeal_decided_on": date(2026, 11, 2)},
            "ehcps_ceasing_decided_after_appeal",
        ),
        ({"ended": "kept"}, "ehcps_ceasing_ended_how_and_when"),
        ({"ended": "ceased"}, "ehcps_ceasing_ended_how_and_when"),
        ({"cease_reason": "SEX:F"}, "ehcps_ceasing_reason_code"),
    ],
)
def test_a_proposal_to_end_a_plan_must_be_whole(changed, constraint):
    plan = build.plan(issued_on=date(2026, 3, 2))
    ceasing = build.ceasing(plan, told_on=date(2026, 8, 17))
    with refuses(constraint):
        change(ceasing, **changed)


def test_a_plan_has_one_open_proposal_to_end_it():
    ceasing = build.ceasing(build.plan(issued_on=date(2026, 3, 2)))
    ceasing.pk = None
    with refuses("ehcps_ceasing_one_open"), transaction.atomic():
        ceasing.save()
