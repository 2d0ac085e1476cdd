"""Families who come from another authority, and those who go."""

from datetime import date, timedelta

from sendhub.demo.diary import Diary, workday
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import CommissionerChange, MoveIn, MoveOut, Plan

SHROPSHIRE, POWYS = "LA_CODE:893", "Powys, Wales"


def come_with_plan(diary: Diary, *, moved: int) -> None:
    """Move here with a plan that the other authority transferred in time."""
    codes = diary.world.county.codes

    def act(day: date) -> None:
        ehcps.move_in_log(
            child=diary.child,
            by=diary.worker,
            officer=diary.officer,
            authority=codes[SHROPSHIRE],
            moved_on=day,
            transferred_on=day,
            made_on=workday(day - timedelta(days=190)),
            last_review_on=None,
            setting=diary.school,
            arrangement=None if diary.school else codes["SEN_SETTING:OTH"],
            primary_need=codes[f"SEN_TYPE:{diary.who.primary}"],
            secondary_need=None,
            paper=[],
        )

    diary.on(diary.ago(moved), act)


def wait_for_plan(diary: Diary, *, moved: int, chased: int) -> None:
    """Move here with a plan that the other authority is long in sending."""
    codes = diary.world.county.codes

    def ask(day: date) -> None:
        ehcps.plan_await(
            child=diary.child,
            officer=diary.officer,
            authority=codes[SHROPSHIRE],
            moved_on=workday(day - timedelta(days=4)),
            asked_on=day,
            by=diary.worker,
        )

    def chase(day: date) -> None:
        ehcps.plan_chase(
            move=MoveIn.objects.get(case__child=diary.child),
            chased_on=day,
            answer="Their SEN office is moving. It will come next week.",
            by=diary.worker,
        )

    diary.on(diary.ago(moved), ask)
    diary.on(diary.ago(chased), chase)


def come_in_assessment(diary: Diary, *, moved: int) -> None:
    """Move here while another authority assesses: we decide afresh."""
    codes = diary.world.county.codes

    def act(day: date) -> None:
        diary.assessment = ehcps.request_take_over(
            child=diary.child,
            by=diary.worker,
            officer=diary.officer,
            authority=codes[SHROPSHIRE],
            moved_on=workday(day - timedelta(days=3)),
            received_on=day,
            how_far="They had agreed to assess. The school’s advice has come along.",
            source=codes["REQUEST_SOURCE:1"],
            requester=diary.say("{mother}"),
            reasons=diary.say("{child} cannot learn in a class without help."),
            youth_accommodation=False,
        )

    diary.on(diary.ago(moved), act)


def new_commissioner(diary: Diary, changed: int) -> None:
    """Move to another doctor across the border: another health commissioner."""

    def change(day: date) -> None:
        ehcps.commissioner_change(
            plan=Plan.objects.live().get(case=diary.case),
            commissioner="NHS Shropshire, Telford and Wrekin",
            with_move=False,
            changed_on=day,
            known_on=day,
            by=diary.worker,
        )

    def tell(day: date) -> None:
        ehcps.commissioner_tell(
            change=CommissionerChange.objects.get(plan__case=diary.case),
            told_on=day,
            by=diary.worker,
        )

    diary.on(diary.ago(changed), change)
    diary.on(diary.ago(changed - 12), tell)


def announce(diary: Diary, known: int, moves_in: int, *, abroad: bool = False) -> None:
    """Hear that the family will move, or has moved."""
    move_on = diary.world.today + timedelta(days=moves_in)
    authority = None if abroad else diary.world.county.codes[SHROPSHIRE]

    def act(day: date) -> None:
        ehcps.move_out_record(
            case=diary.case,
            moves_on=move_on,
            known_on=day,
            authority=authority,
            country=POWYS if abroad else "",
            by=diary.worker,
        )

    diary.on(diary.ago(known), act)


def leave(diary: Diary, gone: int, *, abroad: bool) -> None:
    """Move away, and have the plan transferred on the day."""
    gone_on = diary.ago(gone)
    moves_in = (gone_on - diary.world.today).days
    announce(diary, gone + 28, moves_in, abroad=abroad)

    def act(day: date) -> None:
        ehcps.move_out_finish(
            move=MoveOut.objects.get(case=diary.case),
            gone_on=day,
            papers="" if abroad else "The plan, its advice and the last review.",
            by=diary.manager,
        )

    diary.on(gone_on, act)
