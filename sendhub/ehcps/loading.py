"""What the pages of a case read of it: loaded at once, then asked for nothing more.

The functions here read a case's own relations: where `load_case` has been, they cost no
query; where it has not, each asks for what it reads.
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from sendhub.casework.models import Case
from sendhub.ehcps.models import (
    Advice,
    Ceasing,
    MoveIn,
    MoveOut,
    NeedsAssessment,
    Plan,
)
from sendhub.ehcps.rules import Stage, Standing


def load_case(case: Case) -> None:
    """Load what the page of a case reads: its panel, its acts and its letters."""
    load_requests([case])
    prefetch_related_objects(
        [case],
        Prefetch("plans__ceasings", Ceasing.objects.select_related("cease_reason")),
        "plans__commissioner_changes",
        Prefetch(
            "moves_in", MoveIn.objects.select_related("authority", "plan", "assessment")
        ),
        Prefetch("moves_out", MoveOut.objects.select_related("authority")),
    )


def load_requests(cases: Sequence[Case]) -> None:
    """Load the requests of many cases, their advice, and the plans they led to."""
    assessments = NeedsAssessment.objects.select_related(
        "source", "assess_decided_by", "issue_decided_by"
    )
    advices = Advice.objects.select_related("document")
    prefetch_related_objects(
        cases,
        Prefetch("assessments", assessments),
        Prefetch("assessments__advices", advices),
        "assessments__reversals",
        Prefetch("plans", Plan.objects.for_panel()),
        "plans__versions",
    )


def assessments_of(case: Case) -> list[NeedsAssessment]:
    """The one that runs before those that ended, then the newest first."""
    counted = (one for one in case.assessments.all() if one.stage != Stage.MISTAKE)
    newest = sorted(counted, key=lambda one: (one.received_on, one.pk), reverse=True)
    return sorted(newest, key=lambda one: not one.is_open)


def advices_of(assessment: NeedsAssessment) -> list[Advice]:
    """The advice for an assessment by the day asked, what nobody asked for last."""
    return sorted(
        assessment.advices.all(), key=lambda one: (one.asked_on or date.max, one.pk)
    )


def plans_of(case: Case) -> list[Plan]:
    """The plans of a case that were ever issued or are being written, newest first."""
    plans = (p for p in case.plans.all() if p.standing != Standing.ABANDONED)
    return sorted(plans, key=lambda plan: -plan.pk)


def plan_from(assessment: NeedsAssessment) -> Plan | None:
    """The plan that an assessment led to, abandoned or not."""
    plans = assessment.case.plans.all()
    return next((p for p in plans if p.assessment_id == assessment.pk), None)


def ceasing_now(plan: Plan) -> Ceasing | None:
    """The proposal to end a plan that is open, if there is one."""
    return next((one for one in plan.ceasings.all() if not one.ended), None)


def move_with(plan: Plan) -> MoveIn | None:
    """The move here that a plan came with."""
    moves = plan.case.moves_in.all()
    return next((move for move in moves if move.plan_id == plan.pk), None)
