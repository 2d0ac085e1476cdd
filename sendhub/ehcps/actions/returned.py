"""Recording what the return asks of a plan, and mediation and appeals (SEN2 2 to 4)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Case
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps import rules
from sendhub.ehcps.actions.plan import check_open, locked_plan
from sendhub.ehcps.models import Dispute, NeedsAssessment, Plan, PlanReturn
from sendhub.ehcps.rules import ISSUED, Forum, Matter
from sendhub.people.rules import Provision
from sendhub.schools.models import Setting


class PlanFlags(TypedDict):
    """What the return asks of a plan besides its dates and needs."""

    personal_budget: bool
    organised: bool
    direct_payment: Code | None
    residential: Code | None
    work_based: Code | None
    provision: Provision | str
    explained: str
    second_setting: Setting | None
    second_provision: Provision | str


@transaction.atomic
def plan_return_record(
    *, plan: Plan, by: User, **flags: Unpack[PlanFlags]
) -> PlanReturn:
    """Record the flags of a plan, and its second setting; again when they change."""
    plan = locked_plan(plan)
    if plan.standing not in ISSUED:
        raise RuleBroken("The return asks this of a plan that was issued.")
    _check_flags(plan, flags)
    found, _ = PlanReturn.objects.update_or_create(
        plan=plan, defaults={**flags, "recorded_by": by}
    )
    record("ehcps.plan_return_record", by=by, child=plan.case.child, about=found)
    return found


def _check_flags(plan: Plan, flags: PlanFlags) -> None:
    rules.check_budget(
        personal_budget=flags["personal_budget"],
        organised=flags["organised"],
        paid=flags["direct_payment"],
    )
    rules.check_explained(arrangement=plan.arrangement_id, explained=flags["explained"])
    rules.check_places(named=plan.setting_id, provision=flags["provision"])
    second = flags["second_setting"]
    rules.check_second(
        named=plan.setting_id,
        second=second.pk if second else None,
        provision=flags["second_provision"],
    )
    said = PlanReturn.objects.filter(plan=plan).first()
    named = said.second_setting_id if said else None
    check_open(second, named=named, field="second_setting")


class DisputeTerms(TypedDict):
    """What was disputed, before whom, when, and what came of it."""

    about: Matter
    forum: Forum
    happened_on: date
    detail: str


@transaction.atomic
def dispute_record(*, case: Case, by: User, **terms: Unpack[DisputeTerms]) -> Dispute:
    """Record that mediation took place, or that an appeal was registered.

    The decision and its date stay as they are: the return has flags for these.
    """
    matter = Matter(terms["about"])
    assessment = _refused(case, matter)
    disputed_on = rules.check_disputed(
        matter,
        decided_on=_decided_on(assessment, matter),
        issued_on=_issued_on(case),
    )
    check_not_future(terms["happened_on"], on=clock.today(), field="happened_on")
    rules.check_order(
        terms["happened_on"],
        after=disputed_on,
        what="what it is about",
        field="happened_on",
    )
    made = Dispute.objects.create(
        case=case, assessment=assessment, recorded_by=by, **terms
    )
    record(
        "ehcps.dispute_record",
        by=by,
        child=case.child,
        about=made,
        on=made.happened_on,
        what=str(made),
    )
    return made


@transaction.atomic
def dispute_withdraw(*, dispute: Dispute, reason: str, by: User) -> Dispute:
    """Take back a dispute that should not have been recorded; history keeps it."""
    dispute = (
        Dispute.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=dispute.pk)
    )
    if dispute.withdrawn_at:
        raise RuleBroken("This was already taken back.")
    dispute.take_back(by=by, reason=reason)
    record(
        "ehcps.dispute_withdraw",
        by=by,
        child=dispute.case.child,
        about=dispute,
        what=str(dispute),
        reason=reason,
    )
    return dispute


def _refused(case: Case, matter: Matter) -> NeedsAssessment | None:
    """The newest assessment of a case that was refused in this matter."""
    if matter is Matter.OTHER:
        return None
    newest = case.assessments.counted().select_for_update(of=("self",)).order_by("-pk")
    for one in newest:
        refused = {
            Matter.ASSESS: one.refused_to_assess,
            Matter.ISSUE: one.refused_to_issue,
        }
        if refused[matter]:
            found: NeedsAssessment = one
            return found
    return None


def _decided_on(assessment: NeedsAssessment | None, matter: Matter) -> date | None:
    if assessment is None:
        return None
    told = {Matter.ASSESS: assessment.assess_told_on}
    return told.get(matter, assessment.issue_told_on)


def _issued_on(case: Case) -> date | None:
    """The day on which the first plan of a case was issued."""
    issued = Plan.objects.issued().filter(case=case).order_by("issued_on")
    return issued.values_list("issued_on", flat=True).first()
