"""What a correction changes: where the value stands, its neighbours, its effects."""

from datetime import date

from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.ceasing import ceasing_clock_refresh
from sendhub.ehcps.actions.clocks import advice_clock_refresh, clocks_refresh
from sendhub.ehcps.actions.corrected_moves import (
    around_move,
    follow_move,
    move_held,
)
from sendhub.ehcps.actions.plan import draft_abandon, draft_open
from sendhub.ehcps.actions.voided import check_void, void
from sendhub.ehcps.facts import check_free
from sendhub.ehcps.models import (
    Advice,
    Ceasing,
    CommissionerChange,
    Correction,
    MoveIn,
    MoveOut,
    NeedsAssessment,
    Plan,
    PlanVersion,
)
from sendhub.ehcps.rules import OPEN, CeasingEnd, Refusal, Stage, Standing
from sendhub.ehcps.rules.correction import (
    AHEAD,
    DECISIONS,
    OF_ADVICE,
    YES,
    YES_OR_NO,
    Corrected,
    Day,
    check_between,
    check_changes,
    check_plan_lives,
    check_refusal_reasons,
    opposite,
)
from sendhub.letters.actions import stop_untrue

LETTERS = {
    Stage.ASSESSING: "ehc_assess",
    Stage.REFUSED: "ehc_not_assess",
    Stage.ISSUING: "ehc_issue",
    Stage.NOT_ISSUED: "ehc_not_issue",
}
"""The letter that tells each decision."""
LETTERS_AGAIN = {
    Stage.ASSESSING: "ehc_again_assess",
    Stage.REFUSED: "ehc_again_not_assess",
}
"""Likewise in a re-assessment; the plan itself tells that it is amended."""
CORRECTED = "The decision that it tells was corrected."
OF_PLAN = frozenset({Corrected.ISSUED, Corrected.CEASED})
Held = NeedsAssessment | Plan | Advice | Ceasing | MoveIn | MoveOut


def held(correction: Correction) -> tuple[Held | None, str]:
    """The locked record that has the value to be corrected, and its name there."""
    assessment, which = correction.assessment, Corrected(correction.field)
    if assessment is None:
        return move_held(correction)
    if which in OF_ADVICE:
        advices = assessment.advices.select_for_update()
        return advices.filter(pk=correction.advice_id or 0).first(), OF_ADVICE[which]
    if which is Corrected.CEASE_TOLD:
        notices = Ceasing.objects.select_for_update().filter(ended="")
        return notices.filter(plan__assessment=assessment).first(), "told_on"
    if which in OF_PLAN:
        plans = Plan.objects.select_for_update(of=("self",))
        plans = plans.filter(assessment=assessment)
        if which is Corrected.CEASED:  # where they moved, the move has that day
            plans = plans.exclude(cease_reason__code__in=rules.MOVED)
        return plans.first(), which.value
    return assessment, which.value


def recorded(correction: Correction) -> date | None:
    """The day that stands there now; none for what has not happened."""
    record, name = held(correction)
    return getattr(record, name, None)


def answered(correction: Correction) -> bool | None:
    """The answer that stands there now; none where nobody gave one."""
    if correction.field == Corrected.MISTAKE:
        return _assessment(correction).stage == Stage.MISTAKE
    if correction.field not in DECISIONS:
        record, name = held(correction)
        return getattr(record, name, None)
    return Stage(_assessment(correction).stage) in YES


def check(correction: Correction) -> None:
    """Ask of the new value what was asked of the first: its place among the steps."""
    if correction.field == Corrected.MISTAKE:
        check_void(_assessment(correction))
        return
    if correction.field in DECISIONS:
        stage = _turned(correction)
        check_refusal_reasons(stage, correction.reasons, _reasons(correction))
        return
    if correction.field in YES_OR_NO:
        return
    check_changes(recorded(correction), correction.new_on)
    new_on = correction.new_on or clock.today()
    if correction.field not in AHEAD:
        check_not_future(new_on, on=clock.today(), field="new_on")
    try:
        after, before = _neighbours(correction)
    except RuleBroken as broken:
        raise RuleBroken(broken.message, "new_on") from broken
    check_between(new_on, after=after, before=before)


def apply(correction: Correction) -> None:
    """Write the right value; the deadlines follow."""
    if correction.field == Corrected.MISTAKE:
        void(_assessment(correction), by=correction.decided_by or correction.asked_by)
        return
    record, name = held(correction)
    if correction.field in DECISIONS:
        _turn(correction)
    elif record is not None:
        to_yes = correction.field in YES_OR_NO
        setattr(record, name, correction.to_yes if to_yes else correction.new_on)
        record.save(update_fields=[name])
    if isinstance(record, MoveIn | MoveOut):
        follow_move(record, before=correction.old_on)
        return
    assessment = _assessment(correction)
    if isinstance(record, Plan):
        _follow_plan(record, correction)
    if isinstance(record, Advice):
        advice_clock_refresh(assessment, record)
    if isinstance(record, Ceasing):
        ceasing_clock_refresh(record)
    clocks_refresh(assessment)


def _assessment(correction: Correction) -> NeedsAssessment:
    """The request that a correction is of, where it is of none of the moves."""
    if correction.assessment is None:
        raise RuleBroken("This is recorded of a move.", "field")
    return correction.assessment


def _follow_plan(plan: Plan, correction: Correction) -> None:
    """The final version was sent when the plan was issued; its end is its ceasing's."""
    if correction.field == Corrected.CEASED:
        plan.ceasings.filter(ended=CeasingEnd.CEASED).update(ended_on=plan.ceased_on)
        return
    final = plan.versions.select_for_update().sent().newest_first()[0]
    final.sent_on = correction.new_on
    final.save(update_fields=["sent_on"])


def _turned(correction: Correction) -> Stage:
    assessment, which = _assessment(correction), Corrected(correction.field)
    before = assessment.reassesses
    if which is Corrected.ISSUE and before:
        check_plan_lives(live=before.standing == Standing.LIVE)
    of = Refusal(which.value)
    turned = any(reversal.of == of for reversal in assessment.reversals.all())
    stage = opposite(
        which, Stage(assessment.stage), turned=turned, built_on=_built_on(correction)
    )
    if stage in OPEN and not assessment.is_open:
        check_free(assessment)
    return stage


def _built_on(correction: Correction) -> str:
    """What was done because of the decision."""
    assessment = _assessment(correction)
    if correction.field != Corrected.ASSESS:
        return ""
    if CommissionerChange.objects.filter(assessment=assessment).exists():
        return "The health commissioner relies"
    return "Advice was asked for" if assessment.advices.exists() else ""


def _reasons(correction: Correction) -> str:
    return str(getattr(_assessment(correction), f"{correction.field}_reasons"))


def _turn(correction: Correction) -> None:
    """Let the decision read the other way, and open or put away its draft."""
    assessment = _assessment(correction)
    letters = {**LETTERS, **(LETTERS_AGAIN if assessment.is_again else {})}
    stop_untrue(
        case=assessment.case, kind=letters[Stage(assessment.stage)], reason=CORRECTED
    )
    assessment.stage = _turned(correction)
    name = f"{correction.field}_reasons"
    setattr(assessment, name, correction.reasons or _reasons(correction))
    assessment.save(update_fields=["stage", name])
    if correction.field == Corrected.ISSUE:
        (draft_open if assessment.stage in YES else draft_abandon)(assessment)


def _neighbours(correction: Correction) -> tuple[list[Day], list[Day]]:
    """The steps that come before and after a date, each with its day."""
    which = Corrected(correction.field)
    if correction.assessment is None:
        return around_move(correction)
    if which in OF_ADVICE:
        return _around_advice(correction)
    if which is Corrected.ISSUED:
        return _around_issue(correction)
    if which is Corrected.CEASED:
        return _around_end(correction)
    if which is Corrected.CEASE_TOLD:
        return _around_notice(correction)
    return _around_decision(_assessment(correction), which)


def _around_decision(
    assessment: NeedsAssessment, which: Corrected
) -> tuple[list[Day], list[Day]]:
    withdrawn = (assessment.withdrawn_on, "it was withdrawn")
    assess_told = (assessment.assess_told_on, "the decision whether to assess")
    issue_told = (assessment.issue_told_on, "the decision whether to issue")
    if which is Corrected.RECEIVED:
        return _before_request(assessment), [assess_told, withdrawn]
    reversed_on = {r.of: r.happened_on for r in assessment.reversals.all()}
    if which is Corrected.ASSESS_TOLD:
        asked = assessment.advices.asked().order_by("asked_on").first()
        first = (asked.asked_on if asked else None, "advice was asked for")
        turned = (reversed_on.get(Refusal.ASSESS), "the refusal was reversed")
        received = (assessment.received_on, "the request")
        return [received], [first, issue_told, turned, withdrawn]
    versions = PlanVersion.objects.filter(plan__assessment=assessment).sent()
    sent = versions.order_by("sent_on").values_list("sent_on", flat=True).first()
    turned = (reversed_on.get(Refusal.ISSUE), "the refusal was reversed")
    start = (assessment.assessing_from, "the decision to assess")
    return [start], [(sent, "the draft was sent"), turned, withdrawn]


def _before_request(assessment: NeedsAssessment) -> list[Day]:
    came = MoveIn.objects.filter(assessment=assessment).first()
    return [
        (assessment.case.child.born_on, "the child’s birth"),
        (came.moved_on if came else None, "they moved here"),
    ]


def _around_advice(correction: Correction) -> tuple[list[Day], list[Day]]:
    advice, assessment = correction.advice, _assessment(correction)
    if advice is None:
        raise RuleBroken("Choose which advice.", "field")
    if correction.field == Corrected.ADVICE_CAME:
        return [(advice.asked_on, "it was asked for")], [
            (advice.judged_on, "it was judged")
        ]
    start = (assessment.assessing_from, "the decision to assess")
    return [start], [(advice.received_on, "it came")]


def _around_issue(correction: Correction) -> tuple[list[Day], list[Day]]:
    """After the last draft and the family's time to answer it, before the end."""
    plan = Plan.objects.get(assessment=_assessment(correction))
    last = plan.versions.sent().drafts().newest_first().first()
    served_on = last.sent_on if last else None
    if served_on and correction.new_on:
        rules.check_comments_heard(
            served_on=served_on,
            issued_on=correction.new_on,
            comments_on=plan.comments_on,
        )
    ceasing = plan.ceasings.order_by("consulted_on").first()
    asked = (ceasing.consulted_on if ceasing else None, "its end was proposed")
    told = (plan.cease_told_on, "the family was told that it ends")
    ended = (plan.ceased_on, "it ceased")
    return [(served_on, "the draft was sent")], [asked, told, ended]


def _around_end(correction: Correction) -> tuple[list[Day], list[Day]]:
    """After the notice, and not while an appeal could be made or waited (CE-04)."""
    plan = Plan.objects.get(assessment=_assessment(correction))
    ceasing = plan.ceasings.filter(ended=CeasingEnd.CEASED).first()
    if ceasing and correction.new_on:
        rules.check_may_end(ceasing.facts, correction.new_on)
    told = (plan.cease_told_on, "the family was told")
    return [(plan.issued_on, "it was issued"), told], []


def _around_notice(correction: Correction) -> tuple[list[Day], list[Day]]:
    ceasing = Ceasing.objects.get(plan__assessment=_assessment(correction), ended="")
    certificate = (ceasing.certificate_on, "the mediation certificate")
    appealed = (ceasing.appealed_on, "the appeal")
    return [(ceasing.consulted_on, "they were asked")], [certificate, appealed]
