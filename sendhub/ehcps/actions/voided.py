"""A request that was recorded by mistake: from then on it counts nowhere."""

from sendhub.accounts.models import User
from sendhub.casework.actions import case_close_if_idle
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import clocks_refresh
from sendhub.ehcps.models import MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.reactions import request_voided
from sendhub.ehcps.rules import Stage, Standing
from sendhub.letters import kinds
from sendhub.letters.actions import stop_untrue

UNTRUE = "The request that it is about was recorded by mistake."


def check_void(assessment: NeedsAssessment) -> None:
    """Nothing that cannot be taken back hangs on a request."""
    rules.check_may_void(Stage(assessment.stage), _hangs_on(assessment))


def void(assessment: NeedsAssessment, *, by: User) -> None:
    """Let a request count nowhere: its clocks, its advice, its letters not sent yet.

    A case that was opened for it alone is closed.
    """
    case = assessment.case
    others = NeedsAssessment.objects.counted().filter(case=case)
    others = others.exclude(pk=assessment.pk)
    if not others.filter(received_on__gte=assessment.received_on).exists():
        for kind in kinds.of_service(case.service):
            if kind is not kinds.GENERAL:
                stop_untrue(case=case, kind=kind.key, reason=UNTRUE)
    assessment.stage = Stage.MISTAKE
    assessment.save(update_fields=["stage"])
    clocks_refresh(assessment)
    plans = Plan.objects.filter(case=case).exclude(standing=Standing.ABANDONED)
    there = (others, plans, MoveIn.objects.filter(case=case))
    if not any(found.exists() for found in there):
        case_close_if_idle(case=case, by=by)
    request_voided.run(assessment=assessment, by=by)


def _hangs_on(assessment: NeedsAssessment) -> str:
    """What was built on a request, in words that begin a sentence; "" for nothing."""
    waiting = assessment.corrections.waiting().exclude(field="mistake")
    found = (
        (assessment.reversals, "A refusal that was reversed"),
        (assessment.disputes.standing(), "Mediation or an appeal"),
        (MoveOut.objects.filter(assessment=assessment, ended__in=("", "gone")),
         "A family’s move"),
        (waiting, "A correction that waits"),
    )  # fmt: skip
    return next((words for rows, words in found if rows.exists()), "")
