"""What the return asks of plans, and mediation that changed nothing."""

from datetime import date

from sendhub.demo.diary import Diary
from sendhub.demo.everyday import RESOURCED
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import Forum, Matter
from sendhub.ehcps.rules.sen2 import TO_EXPLAIN
from sendhub.people.rules import Provision
from sendhub.schools.models import Setting

LEFT_OUT = 12
WITH_BUDGET = 9


def say(diary: Diary, day: date) -> None:
    """Record what the return asks of a plan; of one in twelve nobody has yet."""
    if diary.who.born_on.day % LEFT_OUT:
        diary.on(day, lambda _: _record(diary))


def _record(diary: Diary) -> None:
    plan, codes = Plan.objects.get(pk=diary.plan.pk), diary.world.county.codes
    number = diary.who.born_on.toordinal()
    budget = number % WITH_BUDGET == 0
    other = plan.arrangement is not None and plan.arrangement.code in TO_EXPLAIN
    ehcps.plan_return_record(
        plan=plan,
        by=diary.worker,
        personal_budget=budget,
        organised=budget and number % 2 == 0,
        direct_payment=codes["DIRECT_PAYMENT:E"] if budget and number % 2 else None,
        residential=None,
        work_based=None,
        provision=_place(diary, plan.setting) if plan.setting else "",
        explained="A place at a specialist college is being sought." if other else "",
        second_setting=None,
        second_provision="",
    )


def _place(diary: Diary, setting: Setting) -> Provision:
    """A place in the unit of a setting that has one, else an ordinary one.

    In an everyday story only where it is about such a place.
    """
    if diary.like and diary.like.place != RESOURCED:
        return Provision.ORDINARY
    if setting.sen_unit:
        return Provision.UNIT
    return Provision.RESOURCED if setting.resourced_provision else Provision.ORDINARY


def mediate(diary: Diary, on: date, *, about: Matter) -> None:
    """Meet the family in mediation, where nothing was agreed."""
    diary.on(
        on,
        lambda day: ehcps.dispute_record(
            case=diary.case,
            about=about,
            forum=Forum.MEDIATION,
            happened_on=day,
            detail="Nothing was agreed. The family thinks about an appeal.",
            by=diary.worker,
        ),
    )
