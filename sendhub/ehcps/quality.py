"""The rules of the return as the database runs them, and as one case shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from django.core.cache import cache
from django.db.models import (
    BigAutoField,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    FilteredRelation,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models import Case as Choice
from django.db.models.functions import Coalesce
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.casework.services import Facts, Lack
from sendhub.core import clock
from sendhub.core.remembered import Given, Remembered
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import OPEN, Standing
from sendhub.ehcps.rules.sen2 import (
    ENGAGES_FROM,
    RETURN_RULES,
    TO_EXPLAIN,
    UN1_UNTIL,
    UNLIKELY,
    Mends,
    ReturnRule,
    census_day,
    return_since,
    too_old_from,
    years_before,
)
from sendhub.people.models import Attendance, Child
from sendhub.people.rules import Provision
from sendhub.schools.rules import Status


class Birthday(Func):
    """The day on which somebody has lived so many years."""

    template = "(%(expressions)s + interval '%(years)s years')::date"
    output_field = DateField()

    def __init__(self, born_on: F, years: int) -> None:
        super().__init__(born_on, years=years)


@lru_cache(maxsize=8)
def told_of(on: date) -> Q:
    """A case that the next return tells of (SEN2 modules 1 to 5), as a condition.

    A request that runs or came, was decided or ended in the year; a plan that is live
    or ceased in it.
    """
    since = return_since(on)
    counted = NeedsAssessment.objects.counted()
    requests = counted.filter(case=OuterRef("pk")).filter(
        Q(stage__in=sorted(OPEN))
        | Q(received_on__gte=since)
        | Q(assess_told_on__gte=since)
        | Q(issue_told_on__gte=since)
        | Q(withdrawn_on__gte=since)
    )
    ceased = Plan.objects.filter(case=OuterRef("pk"), ceased_on__gte=since)
    told = Q(live__isnull=False) | Q(Exists(ceased)) | Q(Exists(requests))
    return told & Q(service=ServiceKey.EHC)


def with_live_plan(cases: Any) -> QuerySet:
    """Join the one plan that is in force, as `live`: the rules read it."""
    live = FilteredRelation("plans", condition=Q(plans__standing=Standing.LIVE))
    found: QuerySet = cases.alias(live=live)
    return found


def in_return(cases: Any, *, on: date, and_also: Q | None = None) -> QuerySet:
    """Of these cases, those that the next return tells of (and that break a rule)."""
    return with_live_plan(cases).filter(told_of(on) & (and_also or Q()))


@lru_cache(maxsize=8)
def conditions(*, on: date) -> Mapping[str, Q]:
    """Each rule of the return as a condition on a case that breaks it.

    The plan in force is `live`, joined once; a case without one breaks no rule of it.
    """
    unnumbered = Q(child__upn="", child__uln="")
    here = Attendance.objects.in_force(on=on).filter(child=OuterRef("child"))
    ours = Q(live__move_in=None) | Q(live__move_in__transferred_on__lt=return_since(on))
    to_explain = [f"SEN_SETTING:{code}" for code in TO_EXPLAIN]
    young = Q(child__born_on__gt=years_before(on, ENGAGES_FROM))
    return {
        "SH-101": unnumbered & Q(child__upn_unknown=None),
        "SH-103": ~unnumbered & Q(child__upn_unknown__isnull=False),
        "SH-104": Q(
            child__upn_unknown="UPNUNKNOWN:UN1",
            child__born_on__lte=years_before(on, UN1_UNTIL),
        ),
        "SH-111": Q(child__born_on__lte=too_old_from(return_since(on))),
        "SH-112": Q(child__ethnicity=None),
        "SH-407": _ceased(on, "1", before=25),
        "SH-408": _ceased(on, "6", before=ENGAGES_FROM),
        "SH-411": Q(live__setting__urn="", live__setting__ukprn=""),
        "SH-413": Q(live__arrangement__in=to_explain, live__for_return__explained=""),
        "SH-415": Q(live__isnull=False, live__for_return=None) | _ceased_unsaid(on),
        "SH-416": _without("sen_unit", Provision.UNIT, here),
        "SH-417": _without("resourced_provision", Provision.RESOURCED, here),
        "SH-418": Q(live__setting__type_code__in=UNLIKELY),
        "SH-419": Q(live__arrangement="SEN_SETTING:NEET") & young,
        "SH-420": Q(live__setting__status=Status.CLOSED)
        | Q(live__for_return__second_setting__status=Status.CLOSED),
        "SH-502": Q(live__setting__isnull=False) & ours & ~Q(Exists(here)),
    }


def _ceased_unsaid(on: date) -> Q:
    """A plan that ceased in the return's year, and of which nobody has said all."""
    plans = Plan.objects.filter(case=OuterRef("pk"), ceased_on__gte=return_since(on))
    return Q(Exists(plans.filter(for_return=None)))


def _without(flag: str, provision: Provision, here: Any) -> Q:
    """A kind of place, named or attended, at a setting that has none of it."""
    there = here.filter(provision=provision, **{f"setting__{flag}": False})
    first = {
        "live__for_return__provision": provision,
        f"live__setting__{flag}": False,
    }
    second = {
        "live__for_return__second_provision": provision,
        f"live__for_return__second_setting__{flag}": False,
    }
    return Q(**first) | Q(**second) | Q(Exists(there), live__isnull=False)


def _ceased(on: date, reason: str, *, before: int) -> Q:
    """A plan that ceased in the return's year for a reason, before a birthday."""
    plans = Plan.objects.filter(
        case=OuterRef("pk"),
        ceased_on__gte=return_since(on),
        cease_reason=f"CEASE_REASON:{reason}",
        ceased_on__lt=Birthday(OuterRef("child__born_on"), before),
    )
    return Q(Exists(plans))


def name(rule: str) -> str:
    """A rule's number as the name of a column."""
    return rule.replace("-", "_")


def breaking(cases: Any, rule: str, *, on: date) -> QuerySet:
    """Of these cases, those that break one rule, or any ("")."""
    wanted = conditions(on=on)
    broken = wanted[rule] if rule else reduce(or_, wanted.values())
    return in_return(cases, on=on, and_also=broken)


@dataclass(frozen=True)
class Broken:
    """One rule of the return, and how many cases break it."""

    rule: ReturnRule
    cases: int


@dataclass(frozen=True)
class Counts:
    """How many cases the return tells of, and how many break each rule.

    `at` is when they were counted, if that was not just now.
    """

    cases: int
    broken: Mapping[str, int]
    at: datetime | None = None

    @property
    def rows(self) -> list[Broken]:
        """Each rule with its number."""
        return [Broken(rule, self.broken[rule.id]) for rule in RETURN_RULES.values()]

    def and_those(self, more: "Counts") -> "Counts":
        """These and others together, as they were when the first were counted."""
        broken = {rule: n + more.broken[rule] for rule, n in self.broken.items()}
        return Counts(self.cases + more.cases, broken, self.at)


def counted(cases: Any, *, on: date) -> Counts:
    """How many cases the return tells of, and how many break each rule: one query."""
    numbers = {
        name(rule): Count("pk", filter=condition)
        for rule, condition in conditions(on=on).items()
    }
    found = in_return(cases, on=on).aggregate(all=Count("pk"), **numbers)
    broken = {rule: found[name(rule)] for rule in RETURN_RULES}
    return Counts(found["all"], broken)


KEPT, KEPT_FOR = "ehcps.quality", timedelta(minutes=30)
"""Where the job's counts stand; where no job runs the page counts for itself."""


def keep_counts() -> Counts:
    """Count the cases of every child who is not restricted, for all who see them."""
    cases = Case.objects.filter(child__in=Child.objects.not_merged().unrestricted())
    before = clock.now()  # who is restricted while it counts is restricted since
    counts = replace(counted(cases, on=clock.today()), at=before)
    cache.set(KEPT, asdict(counts), KEPT_FOR.total_seconds())
    return counts


def _kept_counts(user: User) -> Counts | None:
    """What the job counted last; nothing where somebody was restricted since."""
    found = cache.get(KEPT) if user.may(Permission.CHILDREN_ALL) else None
    if not found or set(found["broken"]) != set(RETURN_RULES):
        return None
    hidden_since = Child.objects.restricted_since(found["at"])
    return None if hidden_since.exists() else Counts(**found)


def counts_for(user: User, *, on: date) -> Counts:
    """The counts of the cases in sight: those kept, and the restricted ones besides."""
    kept = _kept_counts(user)
    if kept is None:
        return counted(Case.objects.visible_to(user), on=on)
    named = Child.objects.restricted().visible_to(user).values_list("pk", flat=True)
    theirs = Case.objects.filter(child__in=list(named))
    return kept.and_those(counted(theirs, on=on))


def missing(cases: Any, on: date) -> Any:
    """Of these cases, those of which the next return needs something mended.

    What is only to be checked may be right as it is: it stays with Data quality.
    """
    return in_return(cases, on=on, and_also=_amiss(on))


@lru_cache(maxsize=8)
def _amiss(on: date) -> Q:
    """Any rule broken that must be mended."""
    return reduce(or_, _to_mend(on).values())


def _to_mend(on: date) -> Mapping[str, Q]:
    wanted = conditions(on=on)
    return {rule: wanted[rule] for rule in wanted if RETURN_RULES[rule].must_mend}


def missing_words(on: date) -> Func:
    """What is to be mended of a case, in the words of a list."""
    says = [
        Choice(When(condition, then=Value(RETURN_RULES[rule].says)))
        for rule, condition in _to_mend(on).items()
    ]
    return Func(Value("; "), *says, function="concat_ws", output_field=CharField())


def lacks_of_each(
    cases: Iterable[Case], user: User, on: date
) -> Mapping[int, list[Lack]]:
    """What is to be mended of many cases, for somebody to do: one query."""
    found = Case.objects.filter(pk__in=[case.pk for case in cases])
    wanted = _to_mend(on)
    rows = _lacking(with_live_plan(found), wanted)
    return {row["pk"]: _lacks(row, wanted, user) for row in rows}


FACTS = Facts(missing, lacks_of_each, missing_words, census_day)


def lacks_of(case: Case, user: User, *, on: date) -> list[Lack]:
    """What the next return still needs of one case, for somebody to do or to check."""
    of_child = not case.plans.all()  # only the child's own details can be amiss
    found = _lacking_of_one(on, of_child).rows(case=case.pk)
    return _lacks(found[0], _wanted(on, of_child), user) if found else []


@lru_cache(maxsize=8)
def _lacking_of_one(on: date, of_child: bool) -> Remembered:
    """Which rules one case breaks, if the return tells of it: every case page asks."""
    one = Case.objects.filter(pk=Given("case", BigAutoField()))
    return Remembered.of(_lacking(in_return(one, on=on), _wanted(on, of_child)))


def _wanted(on: date, of_child: bool) -> Mapping[str, Q]:
    wanted = conditions(on=on)
    if not of_child:
        return wanted
    return {r: wanted[r] for r in wanted if RETURN_RULES[r].mends == Mends.CHILD}


def _lacking(cases: QuerySet, wanted: Mapping[str, Q]) -> QuerySet:
    """Which rules each case breaks; a plan that ceased is the newest that did."""
    ceased = Plan.objects.filter(case=OuterRef("pk"), ceased_on__isnull=False)
    newest = Subquery(ceased.order_by("-pk").values("pk")[:1])
    return cases.values("pk", "child_id").annotate(
        plan_id=Coalesce(F("live__pk"), newest),
        setting_id=F("live__setting"),
        **{name(rule): broken for rule, broken in wanted.items()},
    )


def _lacks(row: Mapping[str, Any], wanted: Mapping[str, Q], user: User) -> list[Lack]:
    """What a row says is amiss, for somebody to do."""
    return [_lack(RETURN_RULES[r], row, user) for r in wanted if row[name(r)]]


MENDS: Mapping[Mends, tuple[str, Permission]] = {
    Mends.CHILD: ("people:child-edit", Permission.CHILD_EDIT),
    Mends.PLACE: ("people:attendance-start", Permission.CHILD_EDIT),
    Mends.SETTING: ("schools:setting-page", Permission.SETTING_VIEW),
    Mends.PLAN: ("ehcps:plan-page", Permission.EHC_VIEW),
    Mends.RETURN: ("ehcps:plan-return-record", Permission.PLAN_RETURN_RECORD),
    Mends.SAID: ("ehcps:case-return", Permission.EHC_VIEW),
}


def _lack(rule: ReturnRule, case: Mapping[str, Any], user: User) -> Lack:
    """What is missing, and where it is mended by whoever may."""
    page, permission = MENDS[rule.mends]
    of = {
        Mends.SETTING: case["setting_id"],
        Mends.PLAN: case["plan_id"],
        Mends.RETURN: case["plan_id"],
        Mends.SAID: case["pk"],
    }
    subject = of.get(rule.mends, case["child_id"])
    url = reverse(page, args=[subject]) if subject and user.may(permission) else ""
    return Lack(rule.id, rule.says, rule.must_mend, url, rule.mends.label)
