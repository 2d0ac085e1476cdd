"""What a merge will bring together, before anybody presses the button (PPL-8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.timezone import localtime

from sendhub.people import merging
from sendhub.people.merge_choices import CHOICES, Choice
from sendhub.people.models import Address, Child, Contact, NotSame, Withholding
from sendhub.statutory.words import date_words

ON_CONTACTS = {Address, Contact, Withholding}


@dataclass(frozen=True)
class Side:
    """One line of the comparison."""

    label: str
    kept: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether the two records say different things."""
        return self.kept != self.other


@dataclass(frozen=True)
class Kind:
    """How much of one kind the two records hold, and what of it does not move."""

    what: str
    kept: int
    kept_url: str
    other: int
    other_url: str
    staying: list[str]


def left_on(other: Child) -> list[str]:
    """What a merge left with the other record, each with what kind of thing it is."""
    return [
        f"{_plainly(str(key.model._meta.verbose_name))}: {row}"
        for key in merging.moving()
        if merging.may_stay(key)
        for row in merging.rows_of(key, other)
    ]


@dataclass(frozen=True)
class Opened:
    """A record with a page of its own, and what hangs on it."""

    name: str
    url: str
    holds: str


def comparison(kept: Child, other: Child) -> list[Side]:
    """The two records side by side, without what neither says."""
    lines = [_side(choice, kept, other) for choice in CHOICES]
    lines.append(Side("Recorded", _recorded(kept), _recorded(other)))
    return [line for line in lines if line.kept or line.other]


def _side(choice: Choice, kept: Child, other: Child) -> Side:
    return Side(choice.label, choice.said(kept), choice.said(other))


def _recorded(child: Child) -> str:
    return date_words(localtime(child.recorded_at).date())


def kinds(kept: Child, other: Child) -> list[Kind]:
    """What of each kind there is on either record."""
    found = []
    for key in merging.moving():
        here, there = (merging.rows_of(key, child).count() for child in (kept, other))
        if here or there:
            twins = merging.twins(key, kept, other) if here and there else {}
            name = str(key.model._meta.verbose_name_plural)
            urls = [_page(key, child) for child in (kept, other)]
            staying = [f"{row}" for row in twins]
            found.append(Kind(_plainly(name), here, urls[0], there, urls[1], staying))
    return found


def _plainly(name: str) -> str:
    return name[:1].upper() + name[1:]


def _page(key: models.ForeignKey, child: Child) -> str:
    """Where the rows of one kind can be read."""
    page = "child-contacts" if key.model in ON_CONTACTS else "child-page"
    return reverse(f"people:{page}", args=[child.pk])


def opened(child: Child) -> list[Opened]:
    """The records of a child that have pages of their own, such as cases."""
    rows = (
        row
        for key in merging.moving()
        if hasattr(key.model, "get_absolute_url") and key.model is not Child
        for row in merging.rows_of(key, child)
    )
    return [Opened(str(row), row.get_absolute_url(), _holds(row)) for row in rows]


def _holds(row: Any) -> str:
    """How much hangs on a record, in words."""
    found = []
    for relation in row._meta.related_objects:
        model = relation.related_model
        if merging.is_history(model):
            continue
        number = model._base_manager.filter(**{relation.field.name: row}).count()
        meta = model._meta
        name = meta.verbose_name if number == 1 else meta.verbose_name_plural
        if number:
            found.append(f"{number} {name}")
    return ", ".join(found) or "nothing yet"


def warnings(kept: Child, other: Child, *, on: date) -> Iterator[str]:
    """What does not stand in the way, but should be known before."""
    pair = sorted((kept.pk, other.pk))
    told = NotSame.objects.filter(first=pair[0], second=pair[1])
    for noted in told.select_related("noted_by"):
        day = date_words(localtime(noted.noted_at).date())
        yield f"{noted.noted_by} said on {day} that these are two children. Ask first."
    for mine, theirs in merging.same_people(kept, other, on=on):
        if mine.adult_id != theirs.adult_id:
            yield (
                f"“{mine.adult}” is on both records as two people, and would be "
                "written to twice: end one of the two contacts afterwards."
            )
    if kept.is_restricted:
        yield (
            "The record stays restricted. Whoever works with the other record and is "
            "not named on this one does not see the child any more."
        )
