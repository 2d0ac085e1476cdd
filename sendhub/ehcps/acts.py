"""What may be done next on an EHC case or with a plan."""

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.navigation import ActLink
from sendhub.ehcps.loading import (
    advices_of,
    assessments_of,
    ceasing_now,
    move_with,
    plans_of,
)
from sendhub.ehcps.models import MoveIn, NeedsAssessment, Plan
from sendhub.ehcps.moves import commissioner_of, link, may_finish, move_out_of
from sendhub.ehcps.rules import (
    ISSUED,
    NAMED_BY_LAW,
    REFUSED_AT,
    WORKFLOW,
    Stage,
    Standing,
    kept_until,
)
from sendhub.people.models import Child
from sendhub.statutory.people import age_on

ADULT = 18


def case_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done next on an EHC case, the usual next act first."""
    assessment = next(iter(assessments_of(case)), None)
    plan = next(iter(plans_of(case)), None)
    live = plan is not None and plan.standing == Standing.LIVE
    if plan and live and not (assessment and assessment.is_open):
        links = plan_acts(plan, user)
        return [*links, *_allowed(user, [_correct_act(a) for a in [assessment] if a])]
    if assessment is None:
        coming = _awaiting_acts(case)
        return _allowed(user, coming or begin_acts(case.child))
    if plan and assessment.stage in (Stage.ISSUING, Stage.DRAFT_SENT, Stage.ISSUED):
        links = plan_acts(plan, user)
    else:
        links = _allowed(user, _assessment_acts(assessment))
    links += _allowed(user, [_correct_act(assessment), *_void_acts(assessment)])
    links += _allowed(user, _awaiting_acts(case))
    if assessment.is_open:
        leaving = [_withdraw_act(assessment), *_moving_acts(case)]
        return [*links, *_allowed(user, leaving)]
    return [*links, *_allowed(user, begin_acts(case.child, usual=False))]


Act = tuple[Permission, ActLink]


def _assessment_acts(assessment: NeedsAssessment) -> list[Act]:
    pk = assessment.pk
    if assessment.stage == Stage.REQUESTED:
        again = " again" if assessment.is_again else ""
        decide = link("assessment-decide", pk, f"Decide whether to assess{again}")
        return [(Permission.ASSESSMENT_DECIDE, decide)]
    if assessment.stage == Stage.NOT_ISSUED and assessment.is_again:
        return [_dispute_act(assessment.case)]
    if assessment.stage in REFUSED_AT:
        label = "Record that this refusal was reversed"
        reverse_it = link("refusal-reverse", pk, label, usual=False)
        disputed = _dispute_act(assessment.case)
        return [(Permission.REFUSAL_REVERSE, reverse_it), disputed]
    if assessment.stage != Stage.ASSESSING:
        return []
    advices = advices_of(assessment)
    asked = {advice.kind for advice in advices}
    unasked = not set(NAMED_BY_LAW) <= asked
    ask = link("advice-ask", pk, "Ask for advice", usual=unasked)
    awaited = next((advice for advice in advices if not advice.is_here), None)
    what = "amend the plan" if assessment.is_again else "issue a plan"
    decide = link("issue-decide", pk, f"Decide whether to {what}", usual=not awaited)
    held = link("advice-accept", pk, "Accept advice held already", usual=False)
    acts = [(Permission.ADVICE_ASK, ask), (Permission.ADVICE_ACCEPT, held)]
    if awaited:
        label = f"Record advice: {awaited.get_kind_display()}"
        arrival = link("advice-receive", awaited.pk, label)
        acts.append((Permission.ADVICE_RECEIVE, arrival))
    return [*_telling(assessment), *acts, (Permission.ISSUE_DECIDE, decide)]


def _telling(assessment: NeedsAssessment) -> list[Act]:
    """The family must hear that a refusal was reversed."""
    untold = [turned for turned in assessment.reversals.all() if not turned.told_on]
    label = "Record that the family was told"
    return [
        (Permission.REVERSAL_TELL, link("reversal-tell", turned.pk, label))
        for turned in untold
    ]


def _correct_act(assessment: NeedsAssessment) -> Act:
    act = link(
        "correction-ask", assessment.pk, "Correct a date or a decision", usual=False
    )
    return Permission.CORRECTION_ASK, act


def _void_acts(assessment: NeedsAssessment) -> list[Act]:
    """Where a request may turn out never to have been made."""
    if not WORKFLOW.allows(Stage(assessment.stage), Stage.MISTAKE):
        return []
    label = "Say that it was recorded by mistake"
    void = link("request-void", assessment.pk, label, usual=False)
    return [(Permission.REQUEST_VOID, void)]


def _withdraw_act(assessment: NeedsAssessment) -> Act:
    label = "Record that it was withdrawn"
    act = link("request-withdraw", assessment.pk, label, usual=False)
    return Permission.REQUEST_WITHDRAW, act


def request_act(child: Child, *, usual: bool = True) -> Act:
    """The way to a first request."""
    label = "Log a request for an assessment"
    return Permission.REQUEST_LOG, link("request-log", child.pk, label, usual=usual)


def begin_acts(child: Child, *, usual: bool = True) -> list[Act]:
    """How a child comes to us: by a request, or from another authority."""
    if child.died_on:
        return []
    with_plan = link(
        "move-in-log", child.pk, "Log a plan from another authority", usual=False
    )
    coming = link(
        "plan-await", child.pk, "Wait for a plan from another authority", usual=False
    )
    label = "Log an assessment begun elsewhere"
    begun = link("request-take-over", child.pk, label, usual=False)
    return [
        request_act(child, usual=usual),
        (Permission.MOVE_IN_LOG, with_plan),
        (Permission.PLAN_AWAIT, coming),
        (Permission.REQUEST_TAKE_OVER, begun),
    ]


def _moving_acts(case: Case) -> list[Act]:
    """How a family leaves us."""
    move = move_out_of(case)
    if move is None:
        label = "Record that the family moves away"
        act = link("move-out-record", case.pk, label, usual=False)
        return [(Permission.MOVE_OUT_RECORD, act)]
    label = "Record the transfer" if move.in_england else "Record that they are gone"
    done = link("move-out-finish", move.pk, label, usual=may_finish(move))
    stays = link("move-out-drop", move.pk, "Record that they stay", usual=False)
    return [(Permission.MOVE_OUT_FINISH, done), (Permission.MOVE_OUT_DROP, stays)]


def _awaiting_acts(case: Case) -> list[Act]:
    """What may be done while another authority has a plan to send."""
    move = next((one for one in case.moves_in.all() if one.is_awaited), None)
    if move is None:
        return []
    here = link("move-in-log", case.child_id, "Log the plan that came")
    chase = link("plan-chase", move.pk, "Remind the other authority", usual=False)
    never = link("plan-forgo", move.pk, "Record that no plan will come", usual=False)
    return [
        (Permission.MOVE_IN_LOG, here),
        (Permission.PLAN_CHASE, chase),
        (Permission.PLAN_FORGO, never),
        request_act(case.child, usual=False),
    ]


def _transfer_acts(plan: Plan) -> list[Act]:
    """What is owed after a plan was transferred to us."""
    move = move_with(plan)
    if move is None:
        return []
    tell = link("move-in-tell", move.pk, "Record what the family was told")
    label = "Record the review after the transfer"
    review = link("move-in-review", move.pk, label, usual=bool(move.told_on))
    return [
        *([] if move.told_on else [(Permission.MOVE_IN_TELL, tell)]),
        *([] if move.reviewed_on else [(Permission.MOVE_IN_REVIEW, review)]),
        *(_paper_acts(move) if move.lacks_paper else []),
    ]


def _paper_acts(move: MoveIn) -> list[Act]:
    """The file of a plan that is ours."""
    add = link("plan-attach", move.pk, "Add the plan as it came", usual=False)
    label = "Remind the other authority of the plan itself"
    chase = link("plan-chase", move.pk, label, usual=False)
    return [(Permission.PLAN_ATTACH, add), (Permission.PLAN_CHASE, chase)]


def _commissioner_acts(plan: Plan) -> list[Act]:
    """What is to be recorded of the plan's health commissioner."""
    change = commissioner_of(plan)
    if change is None or not change.is_open:
        label = "Record another health commissioner"
        new = link("commissioner-change", plan.pk, label, usual=False)
        return [(Permission.COMMISSIONER_CHANGE, new)]
    pk = change.pk
    if change.told_on is None:
        tell = link("commissioner-tell", pk, "Record that the commissioner was told")
        return [(Permission.COMMISSIONER_TELL, tell)]
    done = "The review for the commissioner is done"
    label = done if change.asked_on else "The commissioner asks for nothing"
    close = link("commissioner-close", pk, label, usual=bool(change.asked_on))
    ask = link("commissioner-ask", pk, "Record what the commissioner asks for")
    asks = [] if change.asked_on else [(Permission.COMMISSIONER_ASK, ask)]
    return [*asks, (Permission.COMMISSIONER_CLOSE, close)]


def _again_acts(plan: Plan) -> list[Act]:
    """How a child with a plan comes to be assessed again."""
    if any(assessment.is_open for assessment in plan.case.assessments.all()):
        return []
    asked = link(
        "reassessment-log", plan.pk, "Log a request to assess again", usual=False
    )
    own = link("reassessment-begin", plan.pk, "Decide to assess again", usual=False)
    return [
        (Permission.REASSESSMENT_LOG, asked),
        (Permission.REASSESSMENT_BEGIN, own),
    ]


def return_act(plan: Plan) -> Act:
    """The way to what the return asks of a plan."""
    label = "Record what the return asks"
    there = link("plan-return-record", plan.pk, label, usual=False)
    return Permission.PLAN_RETURN_RECORD, there


def _dispute_act(case: Case) -> Act:
    label = "Record mediation or an appeal"
    there = link("dispute-record", case.pk, label, usual=False)
    return Permission.DISPUTE_RECORD, there


def plan_acts(plan: Plan, user: User) -> list[ActLink]:
    """What may be done next with a plan, the usual next act first."""
    if plan.standing == Standing.LIVE:
        acts = [*_transfer_acts(plan), *_again_acts(plan)]
        told = [return_act(plan), _dispute_act(plan.case)]
        leaving = [*_ending_acts(plan), *_moving_acts(plan.case)]
        acts += _commissioner_acts(plan)
        return _allowed(user, [*acts, *told, *leaving])
    if plan.standing in ISSUED:
        return _allowed(user, [return_act(plan), _dispute_act(plan.case)])
    if plan.standing != Standing.DRAFT:
        return []
    versions = list(plan.versions.all())
    sent = any(version.sent_on for version in versions)
    acts = []
    if sent:
        issue = link("plan-issue", plan.pk, "Issue the plan")
        acts.append((Permission.PLAN_ISSUE, issue))
        if plan.comments_on is None:
            heard = link("comments-record", plan.pk, "Record the family's comments")
            acts.append((Permission.COMMENTS_RECORD, heard))
    write = link("plan-write", plan.pk, "Write the draft", usual=not sent)
    acts.append((Permission.PLAN_WRITE, write))
    if any(version.sent_on is None for version in versions):
        send = link("draft-send", plan.pk, "Send the draft", usual=not sent)
        acts.append((Permission.DRAFT_SEND, send))
    return _allowed(user, acts)


def _ending_acts(plan: Plan) -> list[Act]:
    """How a live plan may end: in two steps, or at once where the law says so."""
    at_once = _at_once(plan)
    ceasing = ceasing_now(plan)
    if ceasing is None:
        propose = link("cease-propose", plan.pk, "Propose to end the plan", usual=False)
        return [(Permission.CEASE_PROPOSE, propose), *at_once]
    keep = link("cease-drop", ceasing.pk, "Keep the plan", usual=False)
    acts = [(Permission.CEASE_DROP, keep), *at_once]
    if ceasing.told_on is None:
        notice = link("cease-notify", ceasing.pk, "Record the notice of the end")
        return [(Permission.CEASE_NOTIFY, notice), *acts]
    until, _ = kept_until(ceasing.facts)
    over = until is not None and until <= clock.today()
    end = link("cease-end", ceasing.pk, "End the plan", usual=over)
    appeal = link("cease-challenge", ceasing.pk, "Record an appeal", usual=False)
    return [
        (Permission.CEASE_END, end),
        (Permission.CEASE_CHALLENGE, appeal),
        *acts,
    ]


def _at_once(plan: Plan) -> list[Act]:
    """The end at the maximum age, which nobody reaches before the 18th birthday.

    25, or 19 for who enters the adult estate (SEN2 item 4.6).
    """
    child = plan.case.child
    if age_on(child.born_on, clock.today()) < ADULT:
        return []
    ended = link("plan-cease", plan.pk, "It ended at the maximum age", usual=False)
    return [(Permission.PLAN_CEASE, ended)]


def _allowed(user: User, acts: list[Act]) -> list[ActLink]:
    return [link for permission, link in acts if user.may(permission)]
