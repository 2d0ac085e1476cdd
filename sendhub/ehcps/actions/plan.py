"""Writing, sending, issuing and ceasing a plan."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import clocks_refresh, moves_refresh
from sendhub.ehcps.models import (
    MoveOut,
    NeedsAssessment,
    Plan,
    PlanSection,
    PlanVersion,
)
from sendhub.ehcps.rules import Section, Stage, Standing, VersionKind
from sendhub.people.actions import needs_set
from sendhub.people.rules import check_needs
from sendhub.schools.models import Setting


@transaction.atomic
def plan_write(
    *,
    plan: Plan,
    texts: Mapping[Section, str],
    by: User,
    marks: Mapping[Section, str] | None = None,
) -> PlanVersion:
    """Write sections of the draft; after one was sent, of the next draft.

    `marks` (of rules.mark_of) say what the writer had before them: a section that
    has another text by now is refused. Without them the texts are written as given.
    """
    plan = locked_plan(plan)
    if plan.standing != Standing.DRAFT:
        raise RuleBroken("Only a draft can be written; this plan has been issued.")
    version = _being_written(plan) or _next_version(plan)
    if marks is not None:
        now = {Section(s.letter): s.text for s in version.sections.all()}
        rules.check_marks(texts, marks, now)
    PlanSection.objects.bulk_create(
        [
            PlanSection(plan_version=version, letter=letter, text=text)
            for letter, text in texts.items()
        ],
        update_conflicts=True,
        unique_fields=["plan_version", "letter"],
        update_fields=["text"],
    )
    plan.written_at = version.written_at = clock.now()
    version.save(update_fields=["written_at"])
    plan.save(update_fields=["written_at"])
    record(
        "ehcps.plan_write",
        by=by,
        child=plan.case.child,
        about=version,
        number=version.number,
    )
    return version


@transaction.atomic
def draft_send(*, plan: Plan, served_on: date, by: User) -> PlanVersion:
    """Send the draft to the family, who have at least 15 days for their comments.

    SEND Regulations 2014 reg. 13(1) (NA-11). A sent version no longer changes.
    """
    plan = locked_plan(plan)
    version = _being_written(plan)
    if version is None:
        raise RuleBroken(
            "This draft was already sent. Change it first to send another."
        )
    assessment = _assessment_of(plan)
    rules.WORKFLOW.check(Stage(assessment.stage), Stage.DRAFT_SENT)
    _check_served(plan, served_on, decided_on=assessment.drafting_from)
    rules.check_sections({s.letter: s.text for s in version.sections.all()})
    _freeze(version, sent_on=served_on, by=by)
    plan.comments_on, plan.comments = None, ""
    plan.save(update_fields=["comments_on", "comments"])
    assessment.stage = Stage.DRAFT_SENT
    assessment.save(update_fields=["stage"])
    clocks_refresh(assessment)
    record(
        "ehcps.draft_send",
        by=by,
        child=plan.case.child,
        about=version,
        on=served_on,
        number=version.number,
    )
    return version


def _check_served(plan: Plan, served_on: date, *, decided_on: date) -> None:
    check_not_future(served_on, on=clock.today(), field="served_on")
    last = plan.versions.sent().newest_first().first()
    after = (last.sent_on if last else None) or decided_on
    what = "the last draft" if last else "the decision to issue"
    rules.check_order(served_on, after=after, what=what, field="served_on")


@transaction.atomic
def comments_record(*, plan: Plan, comments_on: date, comments: str, by: User) -> Plan:
    """Record what the family said of the draft, and on which day (reg. 13(1)).

    Another draft starts their time anew.
    """
    plan = locked_plan(plan)
    if plan.standing != Standing.DRAFT:
        raise RuleBroken("Comments are about a draft; this plan has been issued.")
    check_not_future(comments_on, on=clock.today(), field="comments_on")
    rules.check_order(
        comments_on, after=_last_served(plan), what="the draft", field="comments_on"
    )
    plan.comments_on, plan.comments = comments_on, comments
    plan.save(update_fields=["comments_on", "comments"])
    clocks_refresh(_assessment_of(plan))
    record(
        "ehcps.comments_record",
        by=by,
        child=plan.case.child,
        about=plan,
        on=comments_on,
    )
    return plan


class IssueTerms(TypedDict):
    """What the final plan says of itself."""

    issued_on: date
    setting: Setting | None
    arrangement: Code | None
    primary_need: Code
    secondary_need: Code | None


@transaction.atomic
def plan_issue(*, plan: Plan, by: User, **terms: Unpack[IssueTerms]) -> Plan:
    """Issue the final plan: it names the setting and never changes again.

    Twenty weeks from the request: SEND Regulations 2014 reg. 13(2) (NA-13). After a
    re-assessment it takes the place of the plan there was (reg. 27; RA-03).
    """
    plan = locked_plan(plan)
    assessment = _assessment_of(plan)
    rules.WORKFLOW.check(Stage(assessment.stage), Stage.ISSUED)
    _check_issue(plan, terms)
    if assessment.reassesses:
        _replace(assessment.reassesses, by=plan)
    for name, value in terms.items():
        setattr(plan, name, value)
    plan.standing, plan.issued_by = Standing.LIVE, by
    plan.save(update_fields=["standing", "issued_by", *terms])
    _final_version(plan, sent_on=terms["issued_on"], by=by)
    assessment.stage = Stage.ISSUED
    assessment.save(update_fields=["stage"])
    clocks_refresh(assessment)
    moves_refresh(plan)
    needs_set(
        child=plan.case.child,
        primary_need=terms["primary_need"],
        secondary_need=terms["secondary_need"],
        by=by,
    )
    record(
        "ehcps.plan_issue",
        by=by,
        child=plan.case.child,
        about=plan,
        on=terms["issued_on"],
        named=plan.named,
    )
    return plan


def _check_issue(plan: Plan, terms: IssueTerms) -> None:
    issued_on = terms["issued_on"]
    check_not_future(issued_on, on=clock.today(), field="issued_on")
    served_on = _last_served(plan)
    rules.check_order(issued_on, after=served_on, what="the draft", field="issued_on")
    rules.check_comments_heard(
        served_on=served_on, issued_on=issued_on, comments_on=plan.comments_on
    )
    rules.check_setting_named(terms["setting"], terms["arrangement"])
    check_open(terms["setting"])
    check_needs(terms["primary_need"].pk, getattr(terms["secondary_need"], "pk", None))


def check_open(
    setting: Setting | None, *, named: int | None = None, field: str = "setting"
) -> None:
    """Refuse to name a setting that has closed or is not open yet.

    `named`: the key of the one that is named already, which may stay.
    """
    if setting and setting.pk != named and not setting.is_open:
        raise RuleBroken(setting.not_open_words, field)


def _replace(old: Plan, *, by: Plan) -> None:
    """A plan that lived on through a re-assessment ends with the one that follows."""
    old = locked_plan(old)
    if old.standing != Standing.LIVE:
        raise RuleBroken("The plan that was to be amended has ended.")
    if old.ceasings.open().exists():
        raise RuleBroken("It is proposed to end the plan: decide that first.")
    old.standing = Standing.REPLACED
    old.save(update_fields=["standing"])
    for leaving in MoveOut.objects.open().filter(plan=old).select_for_update():
        leaving.plan = by
        leaving.save(update_fields=["plan"])
    moves_refresh(old)


def draft_open(assessment: NeedsAssessment) -> None:
    """Open the first draft of an assessment’s plan, or take up the one put away.

    After a re-assessment it begins with the text of the plan there is.
    """
    put_away = Plan.objects.filter(assessment=assessment).first()
    if put_away:
        put_away.standing = Standing.DRAFT
        put_away.save(update_fields=["standing"])
        return
    before = assessment.reassesses
    last = before.versions.newest_first().first() if before else None
    texts = {s.letter: s.text for s in last.sections.all()} if last else {}
    plan = Plan.objects.create(case=assessment.case, assessment=assessment)
    version = PlanVersion.objects.create(
        plan=plan, number=1, kind=VersionKind.DRAFT, written_at=clock.now()
    )
    PlanSection.objects.bulk_create(
        PlanSection(plan_version=version, letter=letter, text=texts.get(letter, ""))
        for letter in rules.IN_DRAFT
    )


def draft_abandon(assessment: NeedsAssessment) -> None:
    """Put away the draft of a plan that will not be issued."""
    for plan in Plan.objects.select_for_update().filter(
        assessment=assessment, standing=Standing.DRAFT
    ):
        plan.standing = Standing.ABANDONED
        plan.save(update_fields=["standing"])


def locked_plan(plan: Plan) -> Plan:
    """Take a plan for this transaction alone."""
    return (
        Plan.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=plan.pk)
    )


def _assessment_of(plan: Plan) -> NeedsAssessment:
    """The assessment that a draft belongs to, for this transaction alone."""
    if plan.assessment_id is None:
        raise RuleBroken("This plan was made by another authority.")
    return NeedsAssessment.objects.select_for_update().get(pk=plan.assessment_id)


def _being_written(plan: Plan) -> PlanVersion | None:
    return plan.versions.select_for_update().being_written().first()


def _last_served(plan: Plan) -> date:
    last = plan.versions.sent().newest_first().first()
    if last is None or last.sent_on is None:
        raise RuleBroken("Send the draft to the family first.")
    return last.sent_on


def _next_version(plan: Plan, kind: VersionKind = VersionKind.DRAFT) -> PlanVersion:
    """Begin a version as a copy of the last one."""
    last = plan.versions.newest_first().first()
    version = PlanVersion.objects.create(
        plan=plan,
        number=last.number + 1 if last else 1,
        kind=kind,
        written_at=clock.now(),
    )
    copied = last.sections.all() if last else []
    PlanSection.objects.bulk_create(
        PlanSection(plan_version=version, letter=s.letter, text=s.text) for s in copied
    )
    return version


def _final_version(plan: Plan, *, sent_on: date, by: User) -> None:
    version = _being_written(plan)
    if version:
        version.kind = VersionKind.FINAL
        version.save(update_fields=["kind"])
    else:
        version = _next_version(plan, VersionKind.FINAL)
    PlanSection.objects.update_or_create(
        plan_version=version, letter=Section.I, defaults={"text": plan.named}
    )
    _freeze(version, sent_on=sent_on, by=by)


def _freeze(version: PlanVersion, *, sent_on: date, by: User) -> None:
    version.sent_on, version.sent_by = sent_on, by
    version.save(update_fields=["sent_on", "sent_by"])
