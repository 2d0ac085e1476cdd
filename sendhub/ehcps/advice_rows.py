"""Advice as pages show it: how it stands, what it says, and what is not here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Document
from sendhub.casework.rules import READS, Wanted
from sendhub.ehcps.loading import advices_of, plan_from
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import (
    CATEGORY_OF,
    NAMED_BY_LAW,
    ON_TIME_TARGET,
    AdviceKind,
    Stage,
    share,
)


@dataclass(frozen=True)
class AdviceRow:
    """One advice: its six weeks, and its words where this person may read them.

    What is held already and was never asked for has no `due`.
    """

    advice: Advice
    due: date | None
    status: str
    days: int
    may_read: bool
    may_receive: bool
    may_open: bool
    may_judge: bool
    may_attach: bool
    after_plan: bool


@dataclass(frozen=True)
class Reader:
    """Who reads the advice of one assessment, and what is known of all of it."""

    user: User
    assessment: NeedsAssessment
    on: date
    readable: frozenset[int]
    issued_on: date | None

    def may(self, permission: Permission) -> bool:
        """Whether this person may do it."""
        return self.user.may(permission)


def advice_rows(
    assessment: NeedsAssessment, user: User, *, on: date
) -> list[AdviceRow]:
    """Every advice of an assessment, in the order it was asked for."""
    with_papers = Advice.objects.select_related("document")
    prefetch_related_objects([assessment], Prefetch("advices", with_papers))
    found = advices_of(assessment)
    reader = Reader(
        user, assessment, on, _readable(found, user), _issued_on(assessment)
    )
    return [_row(advice, reader) for advice in found]


def _readable(advices: Iterable[Advice], user: User) -> frozenset[int]:
    """The documents that carry this advice and that this person may open."""
    keys = [advice.document_id for advice in advices if advice.document_id]
    if not keys:
        return frozenset()
    papers = Document.objects.filter(pk__in=keys).visible_to(user)
    return frozenset(papers.values_list("pk", flat=True))


def _issued_on(assessment: NeedsAssessment) -> date | None:
    if assessment.stage != Stage.ISSUED:
        return None
    plan = plan_from(assessment)
    return plan.issued_on if plan else None


def _row(advice: Advice, reader: Reader) -> AdviceRow:
    """What is drawn from a document entered in error is read as the document is."""
    may_open = advice.document_id in reader.readable
    in_error = advice.document is not None and bool(advice.document.withdrawn_at)
    due, received_on = advice.due_on, advice.received_on
    standing = standing_of(advice, on=reader.on, running=reader.assessment.is_open)
    replaceable = advice.document is None or in_error or advice.is_sent_back
    came_late = reader.issued_on and received_on and received_on > reader.issued_on
    reads = READS[CATEGORY_OF[AdviceKind(advice.kind)]]
    return AdviceRow(
        advice=advice,
        due=None if advice.held_agreed_on else due,
        status=standing.status if standing else "open",
        days=standing.days if standing else 0,
        may_read=reader.may(reads) and (may_open or not in_error),
        may_open=may_open,
        may_receive=not advice.is_here and reader.may(Permission.ADVICE_RECEIVE),
        may_judge=bool(received_on)
        and reader.assessment.is_open
        and reader.may(Permission.ADVICE_JUDGE),
        may_attach=advice.is_here
        and replaceable
        and reader.may(Permission.ADVICE_ATTACH),
        after_plan=bool(came_late),
    )


def advice_lacking(rows: Sequence[AdviceRow]) -> str:
    """Say which advice that the law names is not here; empty when none lacks."""
    here = {row.advice.kind for row in rows if row.advice.is_here}
    lacking = [kind.label for kind in NAMED_BY_LAW if kind not in here]
    back = [str(row.advice) for row in rows if row.advice.is_sent_back]
    said = f"Sent back and not mended: {'; '.join(back)}. " if back else ""
    if lacking:
        said += (
            f"Not here: {', '.join(lacking)}. The law asks for this advice, unless "
            "what is held already was agreed to be enough (SEND Regulations 2014, "
            "reg. 6)."
        )
    return said.strip()


@dataclass(frozen=True)
class Standing:
    """How one advice of a list stands against its six weeks."""

    due: date
    status: str
    days: int


def standing_of(advice: Advice, *, on: date, running: bool) -> Standing | None:
    """Its six weeks; none where it was never asked for.

    `running`: the assessment is. Once it has ended, nobody waits for what is not here.
    """
    if advice.due_on is None:
        return None
    void = not running and advice.received_on is None
    ended = Wanted("NA-07", "", advice.due_on, advice.received_on, void).ended
    days = (advice.due_on - (advice.received_on or on)).days
    return Standing(advice.due_on, ended.value or "open", days)


@dataclass(frozen=True)
class Share:
    """One service's advice of a year: how much was due, and how much came on time."""

    kind: str
    label: str
    due: int
    on_time: int
    came_late: int
    missing: int
    percent: int
    tone: str


def shares(counted: Iterable[Mapping[str, Any]]) -> list[Share]:
    """The services in the order of the law, those that nobody asked left out."""
    of = {row["kind"]: row for row in counted}
    return [_share(kind, of[kind]) for kind in AdviceKind if kind in of]


def _share(kind: AdviceKind, row: Mapping[str, Any]) -> Share:
    percent = share(row["in_time"], row["all"]) or 0
    return Share(
        kind=kind.value,
        label=kind.label,
        due=row["all"],
        on_time=row["in_time"],
        came_late=row["here"] - row["in_time"],
        missing=row["all"] - row["here"],
        percent=percent,
        tone="good" if percent >= ON_TIME_TARGET else "late",
    )
