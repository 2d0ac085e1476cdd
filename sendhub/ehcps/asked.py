"""The deadlines that the law asks for now, of every record of EHC casework."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from django.db.models import F, Max, Q, QuerySet

from sendhub.casework.limits import Asked, Differing, differing
from sendhub.core.verifying import AT_ONCE
from sendhub.ehcps.models import (
    Advice,
    Ceasing,
    CommissionerChange,
    MoveIn,
    MoveOut,
    NeedsAssessment,
)
from sendhub.ehcps.rules import (
    OPEN,
    AdviceKind,
    Stage,
    VersionKind,
    advice_wanted,
    ceasing_wanted,
    commissioner_wanted,
    deadlines_wanted,
    move_in_wanted,
    move_out_wanted,
)

REMEMBERED = 10_000  # sets of facts whose limits need not be worked out again
Children = Collection[int] | None


def limits_differing(children: Children = None) -> Iterator[Differing]:
    """Every deadline that is not as the law asks, of some children or of all."""
    for kind, asked in (
        ("ehcps.needsassessment", _assessments(children)),
        ("ehcps.advice", _advice(children)),
        ("ehcps.ceasing", _ceasings(children)),
        ("ehcps.movein", _moves_in(children)),
        ("ehcps.moveout", _moves_out(children)),
        ("ehcps.commissionerchange", _commissioners(children)),
    ):
        yield from differing(kind, asked)


def _of(found: QuerySet, path: str, children: Children) -> QuerySet:
    if children is not None:
        found = found.filter(**{f"{path}__child__in": children})
    return found.order_by("pk")


def _assessments(children: Children) -> Iterator[Asked]:
    """Each assessment, with the deadlines that the law sets for it now."""
    wanted = lru_cache(REMEMBERED)(deadlines_wanted)
    draft = Q(plan__versions__kind=VersionKind.DRAFT)
    found = (
        _of(NeedsAssessment.objects.all(), "case", children)
        .prefetch_related("reversals")
        .annotate(
            served=Max("plan__versions__sent_on", filter=draft),
            final=F("plan__issued_on"),
            heard=F("plan__comments_on"),
        )
    )
    for one in found.iterator(AT_ONCE):
        facts = one.clock_facts(
            draft_served_on=one.served, plan_sent_on=one.final, comments_on=one.heard
        )
        yield one.pk, wanted(facts)


def _advice(children: Children) -> Iterator[Asked]:
    """Each advice that was asked for, with its six weeks."""
    wanted = lru_cache(REMEMBERED)(advice_wanted)
    found = _of(Advice.objects.exclude(asked_on=None), "assessment__case", children)
    rows = found.values_list(
        "pk", "kind", "asked_on", "received_on", "held_agreed_on", "assessment__stage"
    )
    for pk, kind, asked_on, received_on, held_on, stage in rows.iterator(AT_ONCE):
        if stage == Stage.MISTAKE:
            yield pk, []
            continue
        want = wanted(
            kind=AdviceKind(kind),
            asked_on=asked_on,
            received_on=received_on,
            closed=bool(held_on) or stage not in OPEN,
        )
        yield pk, [want]


def _ceasings(children: Children) -> Iterator[Asked]:
    """Each proposal to end a plan, with the day until which the plan goes on."""
    found = _of(Ceasing.objects.all(), "plan__case", children)
    for one in found.iterator(AT_ONCE):
        yield one.pk, ceasing_wanted(one.facts, ended=bool(one.ended))


def _moves_in(children: Children) -> Iterator[Asked]:
    """Each move here, with what we owe the family after a transfer."""
    found = _of(MoveIn.objects.select_related("plan"), "case", children)
    for one in found.iterator(AT_ONCE):
        yield one.pk, move_in_wanted(one.facts, one.awaited)


def _moves_out(children: Children) -> Iterator[Asked]:
    """Each move away, with the day by which the plan is transferred."""
    found = _of(MoveOut.objects.select_related("plan"), "case", children)
    for one in found.iterator(AT_ONCE):
        yield one.pk, move_out_wanted(one.facts)


def _commissioners(children: Children) -> Iterator[Asked]:
    """Each change of the health commissioner, with the days to tell and to ask."""
    found = _of(
        CommissionerChange.objects.select_related("plan"), "plan__case", children
    )
    for one in found.iterator(AT_ONCE):
        yield one.pk, commissioner_wanted(one.facts)
