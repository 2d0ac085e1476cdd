"""Dates that were written down wrong: one mended by two people, one that waits."""

from datetime import date, timedelta

from sendhub.demo.diary import Diary
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import MoveIn

LATER = timedelta(days=1)
WHY = "The letter was posted a day later than written here: the post book says so."


def correct_transfer(diary: Diary, days_ago: int) -> None:
    """Ask to have the day on which a plan came to us a day later; nobody agrees yet."""

    def ask(day: date) -> None:
        move = MoveIn.objects.get(case__child=diary.child)
        ehcps.move_in_correct(
            move=move,
            field="transferred_on",
            new_on=(move.transferred_on or day) + LATER,
            reason="The plan came with the post of the day after, by its stamp.",
            by=diary.worker,
        )

    diary.on(diary.ago(days_ago), ask)


def log_by_mistake(diary: Diary, days_ago: int) -> None:
    """Log a request on the wrong child; a week later two people take it back."""

    def log(day: date) -> None:
        diary.assessment = ehcps.request_log(
            child=diary.child,
            by=diary.worker,
            officer=diary.officer,
            received_on=day,
            source=diary.world.county.codes["REQUEST_SOURCE:2"],
            requester=diary.say("{school}"),
            reasons=diary.say("{child} cannot follow lessons."),
            dates_checked=True,
        )

    def take_back(day: date) -> None:
        made = ehcps.request_void(
            assessment=diary.assessment,
            reason="The school meant another child of the same class. Logged there.",
            by=diary.worker,
        )
        staff = diary.world.county.manager("north"), diary.world.county.manager("south")
        ehcps.correction_decide(
            correction=made,
            agree=True,
            because="",
            by=next(manager for manager in staff if manager != diary.worker),
        )

    diary.on(diary.ago(days_ago), log)
    diary.on(diary.ago(days_ago - 7), take_back)


def correct(diary: Diary, field: str, days_ago: int, agreed: bool) -> None:
    """Ask to have a date a day later; let the manager agree, or not yet."""

    def ask(day: date) -> None:
        diary.assessment.refresh_from_db()
        held = diary.assessment.plan if field == "issued_on" else diary.assessment
        made = ehcps.correction_ask(
            assessment=diary.assessment,
            field=field,
            advice=None,
            new_on=getattr(held, field) + LATER,
            reasons="",
            reason=WHY,
            by=diary.worker,
        )
        if agreed:
            ehcps.correction_decide(
                correction=made, agree=True, because="", by=diary.manager
            )

    diary.on(diary.ago(days_ago), ask)
