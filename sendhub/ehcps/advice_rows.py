"""Advice as pages show it: how it stands, what it says, and what is not here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendhub import statutory
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Document
from sendhub.casework.rules import READS, Wanted
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import CATEGORY_OF, NAMED_BY_LAW, AdviceKind


@dataclass(frozen=True)
class AdviceRow:
    """One advice: its six weeks, and its words where this person may read them."""

    advice: Advice
    due: date
    status: str
    days: int
    may_read: bool
    may_receive: bool
    may_open: bool


def advice_rows(
    assessment: NeedsAssessment, user: User, *, on: date
) -> list[AdviceRow]:
    """Every advice of an assessment, in the order it was asked for."""
    found = assessment.advices.in_order().select_related("document")
    papers = Document.objects.filter(case=assessment.case_id).visible_to(user)
    readable = set(papers.values_list("pk", flat=True))
    return [_row(advice, assessment, user, on, readable) for advice in found]


def _row(
    advice: Advice,
    assessment: NeedsAssessment,
    user: User,
    on: date,
    readable: set[int],
) -> AdviceRow:
    """What is drawn from a document entered in error is read as the document is."""
    may_open = advice.document_id in readable
    in_error = advice.document is not None and bool(advice.document.withdrawn_at)
    due = statutory.due("NA-07", advice_requested=advice.asked_on)
    ended = Wanted("NA-07", "", due, met_on=advice.received_on).ended
    return AdviceRow(
        advice=advice,
        due=due,
        status=ended.value or "open",
        days=(due - (advice.received_on or on)).days,
        may_read=user.may(READS[CATEGORY_OF[AdviceKind(advice.kind)]])
        and (may_open or not in_error),
        may_open=may_open,
        may_receive=assessment.is_open
        and advice.received_on is None
        and user.may(Permission.ADVICE_RECEIVE),
    )


def advice_lacking(rows: Sequence[AdviceRow]) -> str:
    """Say which advice that the law names is not here; empty when none lacks."""
    here = {row.advice.kind for row in rows if row.advice.received_on}
    lacking = [kind.label for kind in NAMED_BY_LAW if kind not in here]
    if not lacking:
        return ""
    return (
        f"Not here: {', '.join(lacking)}. The law asks for this advice, unless what is "
        "held already was agreed to be enough (SEND Regulations 2014, reg. 6)."
    )
