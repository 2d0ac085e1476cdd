"""Children with a plan who are assessed again."""

from datetime import date, timedelta

from sendhub.demo.diary import Diary, workday
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import NeedsAssessment


def ask(diary: Diary, asked: int, *, agreed: bool) -> None:
    """Ask to have the child assessed again; where it is agreed, say so in time."""

    def act(day: date) -> None:
        ehcps.reassessment_log(
            plan=diary.plan,
            received_on=day,
            source=diary.world.county.codes["REQUEST_SOURCE:2"],
            requester=diary.say("{school}"),
            reasons=diary.say("{child} has made no progress for two terms."),
            by=diary.worker,
        )

    def agree(day: date) -> None:
        ehcps.assessment_decide(
            assessment=NeedsAssessment.objects.get(reassesses=diary.plan),
            assess=True,
            told_on=day,
            reasons="",
            by=diary.manager,
        )

    diary.on(diary.ago(asked), act)
    if agreed:
        diary.on(workday(diary.ago(asked) + timedelta(days=14)), agree)


def amend(diary: Diary, asked: int) -> None:
    """Decide to amend the plan, and issue the one that takes its place."""
    since = diary.ago(asked)

    def begun() -> NeedsAssessment:
        return NeedsAssessment.objects.get(reassesses=diary.plan)

    def decide(day: date) -> None:
        ehcps.issue_decide(
            assessment=begun(), issue=True, told_on=day, reasons="", by=diary.manager
        )

    def send(day: date) -> None:
        ehcps.draft_send(plan=begun().plan, served_on=day, by=diary.worker)

    def issue(day: date) -> None:
        old = diary.plan
        old.refresh_from_db()
        ehcps.plan_issue(
            plan=begun().plan,
            issued_on=day,
            setting=old.setting,
            arrangement=old.arrangement,
            primary_need=old.primary_need,
            secondary_need=old.secondary_need,
            by=diary.manager,
        )

    for days, act in ((63, decide), (70, send), (98, issue)):
        diary.on(workday(since + timedelta(days=days)), act)
