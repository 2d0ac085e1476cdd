"""What a child's death stops in this service (PPL-11)."""

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.core.models import Code
from sendhub.ehcps.actions.assessment import request_withdraw
from sendhub.ehcps.actions.awaiting import plan_forgo
from sendhub.ehcps.actions.ceasing import cease
from sendhub.ehcps.actions.move_out import move_out_drop
from sendhub.ehcps.actions.plan import locked_plan
from sendhub.ehcps.models import MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.rules import DECEASED
from sendhub.people.models import Child


@transaction.atomic
def stop_at_death(*, child: Child, by: User) -> None:
    """End the child's open request and live plan on the day of death."""
    if child.died_on is None:
        return
    for move in MoveOut.objects.open().of_child(child):
        move_out_drop(
            move=move,
            dropped_on=max(child.died_on, move.known_on),
            dropped_because="The child has died.",
            by=by,
        )
    for came in MoveIn.objects.awaited().of_child(child):
        plan_forgo(
            move=came,
            dropped_on=max(child.died_on, came.asked_on or child.died_on),
            dropped_because="The child has died.",
            by=by,
        )
    for assessment in NeedsAssessment.objects.open().of_child(child):
        request_withdraw(
            assessment=assessment,
            withdrawn_on=max(child.died_on, assessment.received_on),
            reason="The child has died.",
            by=by,
        )
    for plan in Plan.objects.live().of_child(child):
        plan = locked_plan(plan)
        cease(
            plan,
            ceased_on=max(child.died_on, plan.issued_on or child.died_on),
            cease_told_on=None,
            cease_reason=Code.objects.get(set="CEASE_REASON", code=DECEASED),
            cease_detail="",
            by=by,
        )
