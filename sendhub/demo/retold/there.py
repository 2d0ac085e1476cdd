"""What the county's children count as, before their stories are told again."""

from collections.abc import Iterator
from datetime import date

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import Stage, Standing
from sendhub.people.models import Attendance
from sendhub.people.rules import Provision
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category

YEAR = 365
LAST_HELD = 5  # years: from the fifth on they count together
AGES = ((4, "0-4"), (10, "5-10"), (15, "11-15"), (19, "16-19"), (25, "20-25"))
PLACES = {
    Category.MAINSTREAM: "mainstream",
    Category.MAINSTREAM_INDEPENDENT: "mainstream",
    Category.OTHER: "mainstream",  # in Wales: the register says no more
    Category.SPECIAL: "special",
    Category.SPECIAL_INDEPENDENT: "special",
    Category.SPECIAL_NON_MAINTAINED: "special",
    Category.ALTERNATIVE: "alternative",
    Category.SIXTH_FORM: "college",
    Category.FURTHER_EDUCATION: "college",
    Category.SPECIALIST_POST_16: "college",
    Category.EARLY_YEARS: "early_years",
    Category.NURSERY_SCHOOL: "early_years",
}


def age_band(age: int) -> str:
    """The band in which an age is told here."""
    return next(band for last, band in AGES if age <= last or last == AGES[-1][0])


def held(days: int) -> str:
    """For how many whole years a plan has been there."""
    return str(min(LAST_HELD, days // YEAR))


def place(setting: Setting | None, provision: str, arrangement: str | None) -> str:
    """What kind of place a child has, in the words of the everyday stories."""
    if setting is None:
        return arrangement or "unknown"
    if provision == Provision.RESOURCED:
        return "resourced"
    return PLACES.get(Category(setting.category), "mainstream")


def live_plans(today: date) -> Iterator[dict[str, str]]:
    """Every live plan, by what the published figures count."""
    now = Attendance.objects.in_force(on=today).select_related("setting")
    there = {one.child_id: one for one in now}
    in_time = dict(
        Deadline.objects.filter(rule="NA-13", met_on__isnull=False).values_list(
            "about_id", "ended"
        )
    )
    plans = Plan.objects.filter(standing=Standing.LIVE).select_related(
        "case__child", "primary_need", "arrangement", "case__child__sex"
    )
    for plan in plans:
        child, here = plan.case.child, there.get(plan.case.child_id)
        years = held((today - (plan.issued_on or today)).days)
        ended = in_time.get(plan.assessment_id or 0, Ended.LATE)
        yield {
            "need": plan.primary_need.code,
            "sex": child.sex.code,
            "age": age_band(child.age(today)),
            "place": place(
                here.setting if here else None,
                here.provision if here else "",
                plan.arrangement.code if plan.arrangement else None,
            ),
            "held": f"{years}:{'in' if ended == Ended.MET else 'late'}",
        }


def requests(since: date) -> Iterator[dict[str, str]]:
    """Every request that came since a day: who asked, and what we decided."""
    came = NeedsAssessment.objects.counted().filter(received_on__gte=since)
    for one in came.select_related("source", "case__child__sex"):
        decided = "assess" if one.assess_told_on else "undecided"
        yield {
            "decision": "refuse" if one.stage == Stage.REFUSED else decided,
            "source": one.source.code,
            "sex": one.case.child.sex.code,
        }
