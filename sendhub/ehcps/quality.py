"""The rules of the return as the database runs them, and as one case shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import (
    Count,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
)
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import OPEN, Standing
from sendhub.ehcps.rules.sen2 import (
    ENGAGES_FROM,
    RETURN_RULES,
    UN1_UNTIL,
    Mends,
    ReturnFacts,
    ReturnRule,
    return_lacks,
    return_since,
    too_old_from,
    years_before,
)
from sendhub.people.models import Attendance


class Birthday(Func):
    """The day on which somebody has lived so many years."""

    template = "(%(expressions)s + interval '%(years)s years')::date"
    output_field = DateField()

    def __init__(self, born_on: str, years: int) -> None:
        super().__init__(F(born_on), years=years)


def in_return(cases: Any, *, on: date) -> QuerySet:
    """Of these cases, those that the next return tells of (SEN2 modules 1 to 5).

    A request that runs or came, was decided or ended in the year; a plan that is live
    or ceased in it.
    """
    since = return_since(on)
    requests = NeedsAssessment.objects.filter(case=OuterRef("pk")).filter(
        Q(stage__in=sorted(OPEN))
        | Q(received_on__gte=since)
        | Q(assess_told_on__gte=since)
        | Q(issue_told_on__gte=since)
        | Q(withdrawn_on__gte=since)
    )
    plans = Plan.objects.filter(case=OuterRef("pk")).filter(
        Q(standing=Standing.LIVE) | Q(ceased_on__gte=since)
    )
    found = cases.filter(service=ServiceKey.EHC)
    return found.filter(Exists(requests) | Exists(plans))


def conditions(*, on: date) -> Mapping[str, Q]:
    """Each rule of the return as a condition on a case that breaks it."""
    unnumbered = Q(child__upn="", child__uln="")
    live = Plan.objects.filter(case=OuterRef("pk"), standing=Standing.LIVE)
    here = Attendance.objects.in_force(on=on).filter(child=OuterRef("case__child"))
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
        "SH-411": Q(Exists(live.filter(setting__urn="", setting__ukprn=""))),
        "SH-419": Q(Exists(live.filter(arrangement="SEN_SETTING:NEET"))) & young,
        "SH-502": Q(Exists(live.filter(setting__isnull=False).exclude(Exists(here)))),
    }


def _ceased(on: date, reason: str, *, before: int) -> Q:
    """A plan that ceased in the return's year for a reason, before a birthday."""
    plans = Plan.objects.filter(
        case=OuterRef("pk"),
        ceased_on__gte=return_since(on),
        cease_reason=f"CEASE_REASON:{reason}",
        ceased_on__lt=Birthday("case__child__born_on", before),
    )
    return Q(Exists(plans))


def breaking(cases: Any, rule: str, *, on: date) -> QuerySet:
    """Of these cases, those that break one rule, or any ("")."""
    wanted = conditions(on=on)
    broken = wanted[rule] if rule else Q()
    if not rule:
        for condition in wanted.values():
            broken |= condition
    return in_return(cases, on=on).filter(broken)


@dataclass(frozen=True)
class Broken:
    """One rule of the return, and how many cases break it."""

    rule: ReturnRule
    cases: int


def counted(cases: Any, *, on: date) -> tuple[int, list[Broken]]:
    """How many cases the return tells of, and how many break each rule: one query."""
    numbers = {
        rule.replace("-", "_"): Count("pk", filter=condition)
        for rule, condition in conditions(on=on).items()
    }
    found = in_return(cases, on=on).aggregate(all=Count("pk"), **numbers)
    return found["all"], [
        Broken(rule, found[rule.id.replace("-", "_")]) for rule in RETURN_RULES.values()
    ]


@dataclass(frozen=True)
class Lack:
    """Something that the return needs of a case, and the page that mends it."""

    rule: str
    says: str
    must_mend: bool
    url: str
    label: str


def lacks_of(case: Case, user: User, *, on: date) -> list[Lack]:
    """What the next return still needs of one case, for somebody to do."""
    if not in_return(Case.objects.filter(pk=case.pk), on=on).exists():
        return []
    plan = (
        Plan.objects.filter(case=case)
        .filter(Q(standing=Standing.LIVE) | Q(ceased_on__gte=return_since(on)))
        .select_related("setting")
        .order_by("-pk")
        .first()
    )
    broken = return_lacks(_facts(case, plan, on), on=on)
    return [_lack(rule, case, plan, user) for rule in broken]


def _facts(case: Case, plan: Plan | None, on: date) -> ReturnFacts:
    child = case.child
    of_child = ReturnFacts(
        born_on=child.born_on,
        has_number=bool(child.upn or child.uln),
        upn_unknown=_code(child.upn_unknown_id),
        has_ethnicity=child.ethnicity_id is not None,
    )
    if plan is None:
        return of_child
    live, setting = plan.standing == Standing.LIVE, plan.setting
    attended = child.attendances.in_force(on=on)
    return replace(
        of_child,
        live=live,
        names_setting=setting is not None,
        setting_has_number=bool(setting and (setting.urn or setting.ukprn)),
        attends=live and setting is not None and attended.exists(),
        arrangement=_code(plan.arrangement_id),
        cease_reason=_code(plan.cease_reason_id),
        ceased_on=plan.ceased_on,
    )


def _code(key: str | None) -> str:
    """The national code in a key like "UPNUNKNOWN:UN1"."""
    return key.partition(":")[2] if key else ""


MENDS: Mapping[Mends, tuple[str, Permission]] = {
    Mends.CHILD: ("people:child-edit", Permission.CHILD_EDIT),
    Mends.PLACE: ("people:attendance-start", Permission.CHILD_EDIT),
    Mends.SETTING: ("schools:setting-page", Permission.SETTING_VIEW),
    Mends.PLAN: ("ehcps:plan-page", Permission.EHC_VIEW),
}


def _lack(rule: ReturnRule, case: Case, plan: Plan | None, user: User) -> Lack:
    name, permission = MENDS[rule.mends]
    of = {
        Mends.SETTING: plan and plan.setting_id,
        Mends.PLAN: plan and plan.pk,
    }.get(rule.mends, case.child_id)
    url = reverse(name, args=[of]) if of and user.may(permission) else ""
    return Lack(rule.id, rule.says, rule.must_mend, url, rule.mends.label)
