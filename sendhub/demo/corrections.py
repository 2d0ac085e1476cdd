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

    diary.on(diary.world.today - timedelta(days=days_ago), ask)
