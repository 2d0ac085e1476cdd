"""Finding a child by whatever is known of them (PPL-7)."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from sendhub.accounts.permissions import Permission as P
from sendhub.people import finders, sought
from sendhub.people.models import Child, ExternalNumber
from sendhub.people.querysets.children import CANDIDATES
from sendhub.people.sought import Sought

if TYPE_CHECKING:
    from sendhub.accounts.models import User
    from sendhub.people.querysets import ChildQuerySet

SHOWN = 50
COMPARED = 40
"""How many children whose names have the words are compared for each one shown."""


@dataclass(frozen=True)
class Answer:
    """What a search found.

    `restricted_id`: a restricted record has exactly this identifier, and this person
    may not see it; nothing else of it is told. `more`: others fit too. `names_one`:
    what was typed names one child, by an identifier or a case.
    """

    sought: Sought
    children: list[Child] = field(default_factory=list)
    more: bool = False
    restricted_id: int | None = None
    names_one: bool = False

    @property
    def restricted(self) -> bool:
        """Whether there is a restricted record to ask for."""
        return self.restricted_id is not None


def search(*, user: "User", typed: str, on: date, most: int = SHOWN) -> Answer:
    """Answer what was typed; last of all as a number of another system (PPL-13)."""
    answer = _search(user=user, typed=typed, on=on, most=most)
    text = answer.sought.text
    if answer.children or answer.restricted or not any(map(str.isdigit, text)):
        return answer
    numbers = ExternalNumber.objects.typed(text).values("child")
    seen = Child.objects.visible_to(user).for_results(on=on).filter(pk__in=numbers)
    rows = list(seen.order_by("sort_name", "pk")[: most + 1])
    hidden = Child.objects.hidden_from(user).filter(pk__in=numbers)
    ids = hidden.values_list("pk", flat=True)[:1] if user.may(P.CHILDREN_ALL) else []
    restricted_id = next(iter(ids), None)
    if not rows and restricted_id is None:
        return answer
    wanted = replace(answer.sought, trouble="")
    found = _answer(wanted, rows, most)
    return replace(found, restricted_id=restricted_id, names_one=True)


def _search(*, user: "User", typed: str, on: date, most: int) -> Answer:
    """Answer what was typed with the children in sight, the closest first.

    `most`: how many children are shown.
    """
    wanted = sought.read(typed, on=on)
    visible: ChildQuerySet = Child.objects.visible_to(user).for_results(on=on)
    found = finders.found_by_others(user, wanted.text) if wanted.text else None
    if found is not None:
        known = visible.filter(pk__in=found.values("pk")).order_by("sort_name", "pk")
        first = list(known[: most + 1])
        if first or not wanted.number:
            wanted = replace(wanted, trouble="") if first else wanted
            return replace(_answer(wanted, first, most), names_one=True)
    if wanted.is_empty:
        return Answer(wanted)
    if wanted.identifier:
        return _by_identifier(user, wanted, visible, most)
    if wanted.born_on:
        visible = visible.born(wanted.born_on)
    if wanted.postcode:
        visible = visible.living_at(wanted.postcode, on=on)
    if not wanted.names:
        rows = visible.order_by("sort_name", "pk")[: most + 1]
        return _answer(wanted, list(rows), most)
    return _answer(wanted, _by_names(wanted.names, visible, on, most), most)


def _answer(wanted: Sought, rows: list[Child], most: int) -> Answer:
    return Answer(wanted, rows[:most], more=len(rows) > most)


def _by_identifier(
    user: "User", wanted: Sought, visible: "ChildQuerySet", most: int
) -> Answer:
    rows = list(visible.with_identifier(wanted.identifier).order_by("pk")[:most])
    hidden = Child.objects.hidden_from(user).with_identifier(wanted.identifier)
    ids = hidden.values_list("pk", flat=True) if user.may(P.CHILDREN_ALL) else []
    return Answer(wanted, rows, restricted_id=next(iter(ids), None), names_one=True)


@transaction.atomic
def _by_names(names: str, visible: "ChildQuerySet", on: date, most: int) -> list[Child]:
    """Names as typed first; where few have them, names that are like them."""
    among = min(CANDIDATES, COMPARED * most)
    closest = visible.with_words(names).closest_to(names, among=among)
    rows = list(closest.for_results(on=on)[: most + 1])
    if len(rows) <= most:
        others = visible.exclude(pk__in=[child.pk for child in rows])
        like = others.forgiving().named_like(names).closest_to(names)
        rows += like.for_results(on=on)[: most + 1 - len(rows)]
    return rows
