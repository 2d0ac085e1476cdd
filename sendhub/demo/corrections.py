"""Dates that were written down wrong: one mended by two people, one that waits."""

from datetime import date, timedelta

from sendhub.demo.diary import Diary
from sendhub.ehcps import actions as ehcps

LATER = timedelta(days=1)
WHY = "The letter was posted a day later than written here: the post book says so."


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
