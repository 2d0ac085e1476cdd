"""Comparing the deadlines that there are with those that the facts ask for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, Wanted
from sendhub.core.verifying import AT_ONCE

Asked = tuple[int, list[Wanted]]
"""The key of a record, and the deadlines that its facts ask for."""


class There(NamedTuple):
    """A deadline as it is kept."""

    about_id: int
    pk: int
    rule: str
    step: str
    due_on: date
    met_on: date | None
    ended: str


@dataclass(frozen=True)
class Differing:
    """A deadline that is missing, due or ended otherwise, or that nothing asks for."""

    kind: str
    about_id: int
    want: Wanted | None
    have: There | None

    def __str__(self) -> str:
        rule = self.want or self.have
        return f"{self.kind} {self.about_id} {rule.rule if rule else ''}"


def deadline_of(case: Case, kind: str, pk: int, want: Wanted) -> Deadline:
    """A deadline that a record of a case asks for; not saved."""
    return Deadline(
        case=case,
        child_id=case.child_id,
        about_type=kind,
        about_id=pk,
        rule=want.rule,
        step=want.step,
        title=want.title,
        due_on=want.due_on,
        met_on=want.met_on,
        ended=want.ended,
    )


def differing(kind: str, asked: Iterable[Asked]) -> Iterator[Differing]:
    """Compare the deadlines of one kind of record, all in one pass.

    What nothing asks for any more is right where it was ended as void.
    """
    asked = iter(asked)
    while batch := list(islice(asked, AT_ONCE)):
        there: dict[int, dict[tuple[str, str], There]] = {pk: {} for pk, _ in batch}
        found = Deadline.objects.filter(about_type=kind, about_id__in=there)
        for row in found.values_list(*There._fields):
            have = There(*row)
            there[have.about_id][have.rule, have.step] = have
        for pk, wanted in batch:
            ours = there[pk]
            for want in wanted:
                kept = ours.pop((want.rule, want.step), None)
                if kept is None or not _agree(want, kept):
                    yield Differing(kind, pk, want, kept)
            for surplus in ours.values():
                if surplus.ended != Ended.VOID:
                    yield Differing(kind, pk, None, surplus)


def _agree(want: Wanted, have: There) -> bool:
    wanted = (want.due_on, want.met_on, want.ended)
    return wanted == (have.due_on, have.met_on, have.ended)
