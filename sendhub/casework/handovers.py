"""How cases given away, and what was written for their new officers, are shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from sendhub.accounts.models import User
from sendhub.casework.actions.handover import Plan
from sendhub.casework.models import Case, Handover
from sendhub.casework.querysets import HandoverQuerySet
from sendhub.core import clock

NAMED = 10
PREVIEWED = 200


@dataclass(frozen=True)
class Share:
    """What one officer gets: how many, and the first and the last by name."""

    officer: User
    cases: Sequence[Case]

    @property
    def span(self) -> str:
        """From whom to whom by family name; neighbours stay together."""
        first, last = self.cases[0].child, self.cases[-1].child
        if first == last:
            return first.known_as
        return f"{first.family_name} to {last.family_name}"


@dataclass(frozen=True)
class Group:
    """Handovers of the same words by the same person."""

    key: int
    first: Handover
    ids: Sequence[int]
    named: Sequence[Handover]

    @property
    def more(self) -> int:
        """How many are not named."""
        return len(self.ids) - len(self.named)


def shown(plan: Plan, user: User) -> Mapping[str, Any]:
    """A plan as its page shows it before it is done."""
    by_officer: dict[User, list[Case]] = {}
    for case, officer in plan.given:
        by_officer.setdefault(officer, []).append(case)
    return {
        "shares": [Share(officer, cases) for officer, cases in by_officer.items()],
        "rows": plan.given[:PREVIEWED],
        "more": max(0, len(plan.given) - PREVIEWED),
        "skipped": skipped(plan.skipped, user),
    }


def skipped(
    pairs: Sequence[Sequence[Any]], user: User
) -> list[tuple[Case | None, str]]:
    """The cases left out with their reasons; those out of sight are not named."""
    ids = [pk for pk, _ in pairs]
    seen = Case.objects.chosen_by(user, ids)
    cases = {case.pk: case for case in seen.for_page(on=clock.today())}
    return [(cases.get(pk), why) for pk, why in pairs]


def shares(given: HandoverQuerySet) -> list[tuple[str, int]]:
    """How many cases each officer got."""
    rows = given.order_by("given_to__name", "given_to")
    counts = rows.values("given_to__name").annotate(n=Count("pk"))
    return [(row["given_to__name"], row["n"]) for row in counts]


def grouped(handovers: Iterable[Handover]) -> list[Group]:
    """Put handovers of the same words together, the newest first."""
    together: dict[tuple[int, str], list[Handover]] = {}
    for one in handovers:
        together.setdefault((one.written_by_id, one.words), []).append(one)
    groups = [
        Group(
            key=min(one.pk for one in same),
            first=same[0],
            ids=[one.pk for one in same],
            named=same[:NAMED],
        )
        for same in together.values()
    ]
    return sorted(groups, key=lambda group: -group.key)
