"""What a register would change: each of its rows beside the setting as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from sendhub.schools.models import Setting
from sendhub.schools.register import Row
from sendhub.schools.rules import Outcome, outcome_of
from sendhub.statutory.words import date_words

CLOSED_EARLY = "by what is known of it, it closed before it opened"


@dataclass(frozen=True)
class Compared:
    """One row, the setting as the register would have it, and what that changes."""

    row: Row
    outcome: Outcome
    setting: Setting | None = None
    changes: list[list[str]] = field(default_factory=list)


def compared(rows: Sequence[Row], settings: QuerySet[Setting]) -> Iterator[Compared]:
    """Set some rows beside their settings: found by URN, with one query.

    What we know ourselves stays: our own word of what kind a setting is, too.
    """
    fit = [row for row in rows if not row.errors]
    there = {
        setting.urn: setting
        for setting in settings.filter(urn__in={row.facts["urn"] for row in fit})
    }
    for row in rows:
        if row.errors:
            yield Compared(row, Outcome.WRONG)
        elif row.facts["urn"] in there:
            yield _changed(row, there[row.facts["urn"]])
        else:
            yield Compared(row, Outcome.NEW, Setting(**row.facts))


def _changed(row: Row, setting: Setting) -> Compared:
    before = setting.status
    facts = dict(row.facts)
    if setting.own_category:
        facts["category"] = setting.own_category
    changes = []
    for name, value in facts.items():
        if (old := getattr(setting, name)) != value:
            column: Any = Setting._meta.get_field(name)
            changes.append(
                [str(column.verbose_name), said(column, old), said(column, value)]
            )
            setattr(setting, name, value)
    if not changes:
        return Compared(row, Outcome.UNCHANGED, setting)
    opened, closed = setting.opened_on, setting.closed_on
    if opened and closed and closed < opened:
        return Compared(replace(row, errors=(CLOSED_EARLY,)), Outcome.WRONG)
    return Compared(row, outcome_of(before, setting.status), setting, changes)


def said(column: Any, value: Any) -> str:
    """A fact as people read it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "year"):
        return date_words(value)
    return str(dict(column.flatchoices).get(value, value))
