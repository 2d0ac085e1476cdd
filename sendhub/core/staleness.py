"""Telling the second of two people what the first one changed, and what to do now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime

from sendhub.core import clock

DAY, TIME = "j F Y", "H:i"
AGAIN = "What you typed is kept below. Check it and press the button again."
MOVED_ON = (
    "Look first at how it stands now. What you typed is kept below; press the button "
    "again only if it is still needed."
)
STEPS = {"stage", "state", "standing"}
LONG = 120
SIGNER = Signer(salt="sendhub.core.staleness")


@dataclass(frozen=True)
class Meanwhile:
    """One field of a record that somebody changed since a page was opened."""

    name: str
    was: Any
    now: Any
    words: str


def seen_of(record: models.Model | None) -> str:
    """What a page remembers of the record it shows: which one, in which version.

    Signed, so that nobody asks for a version that no page has shown.
    """
    version = getattr(record, "version", None)
    if record is None or version is None:
        return ""
    return SIGNER.sign(f"{record._meta.label_lower}-{record.pk}:{version}")


def changes_since(
    record: models.Model, seen: str, *, fields: Collection[str] = ()
) -> str:
    """Say in a sentence what changed on a record since the page was opened.

    Names the fields that the page asks for, stages and days: what else is on the
    record may not be for this reader. Reads the change history that the database
    keeps (`<model>.events`).
    """
    version = _version_of(record, seen)
    if version is None:
        return (
            f"{who_changed(record)} recorded this while you had the page open, "
            f"{_when_changed(record)}: {record}. {AGAIN}"
        )
    changes = "; ".join(_differences(record, version, fields)) or "its details"
    now = MOVED_ON if _moved_on(record, version, fields) else AGAIN
    return (
        f"{who_changed(record)} changed this while you had it open, "
        f"{_when_changed(record)}: {changes}. {now}"
    )


def changed_meanwhile(
    record: models.Model, seen: str, *, fields: Collection[str]
) -> list[Meanwhile]:
    """What became of the page's own fields since it was opened, as columns hold it."""
    before = _before(record, _version_of(record, seen))
    if before is None:
        return []
    return [
        Meanwhile(
            name=field.name,
            was=getattr(before, field.attname),
            now=getattr(record, field.attname),
            words=_words(record, field),
        )
        for field in _changed(before, record)
        if field.name in fields
    ]


def _version_of(record: models.Model, seen: str) -> str | None:
    """The version of this record that a page showed; None if it showed another."""
    shown, _, version = _unsigned(seen).partition(":")
    return version if shown == f"{record._meta.label_lower}-{record.pk}" else None


def _before(record: Any, version: str | None) -> Any:
    """The row as it stood in a version, where the change history has it."""
    if version is None:
        return None
    events = record.events.filter(version=int(version))
    return events.order_by("pgh_id").last()


def _changed(before: models.Model, record: models.Model) -> list[Any]:
    return [
        field
        for field in record._meta.concrete_fields
        if hasattr(before, field.attname)
        and getattr(before, field.attname) != getattr(record, field.attname)
    ]


def _unsigned(seen: str) -> str:
    try:
        return SIGNER.unsign(seen)
    except BadSignature:
        return ""


def _differences(
    record: models.Model, version: str, shown: Collection[str]
) -> list[str]:
    before = _before(record, version)
    if before is None:
        return []
    return [
        _difference(before, record, field)
        for field in _changed(before, record)
        if _may_be_told(field, shown)
    ]


def _may_be_told(field: Any, shown: Collection[str]) -> bool:
    day = isinstance(field, models.DateField)
    return field.name in shown or day or bool(field.choices)


def _moved_on(record: models.Model, version: str, asked: Collection[str]) -> bool:
    """Whether somebody took the very step: it has another stage, or was ended.

    Pressing again is then seldom right.
    """
    before = _before(record, version)
    changed = [] if before is None else _changed(before, record)
    return any(
        field.name in STEPS
        or (
            isinstance(field, models.DateTimeField)
            and getattr(before, field.attname) is None
        )
        for field in changed
        if field.name not in asked
    )


def _difference(before: models.Model, record: models.Model, field: Any) -> str:
    """What became of one field; a record with readers of its own is not named."""
    name = str(field.verbose_name)
    if field.is_relation and hasattr(field.related_model.objects, "visible_to"):
        return name
    return f"{name} from {_words(before, field)} to {_words(record, field)}"


def _words(row: models.Model, field: Any) -> str:
    value = getattr(row, field.attname)
    if value in (None, ""):
        return "nothing"
    if field.choices:
        return f"“{dict(field.flatchoices).get(value, value)}”"
    if field.is_relation:
        value = field.related_model._base_manager.filter(pk=value).first() or value
    if isinstance(value, date):
        return _moment(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"“{text if len(text) <= LONG else text[:LONG] + '…'}”"


def _moment(value: date) -> str:
    """A day or a moment, as one says it."""
    if not isinstance(value, datetime):
        return date_format(value, DAY)
    return date_format(localtime(value), f"{DAY}, {TIME}")


def _when_changed(record: Any) -> str:
    """When a record was last changed: at a time of today, or on another day."""
    event = record.events.order_by("pgh_id").last()
    if event is None:
        return "just now"
    local = localtime(event.pgh_created_at)
    if local.date() == clock.today():
        return f"today at {date_format(local, TIME)}"
    return f"on {date_format(local, DAY)} at {date_format(local, TIME)}"


def who_changed(record: Any) -> str:
    """Name whoever changed a record last, from its change history."""
    event = record.events.order_by("pgh_id").last()
    context = getattr(event, "pgh_context", None)
    user_id = context.get("user") if context else None
    who = get_user_model()._base_manager.filter(pk=user_id).first() if user_id else None
    return str(who) if who else "Somebody"
