"""Telling the second of two people what the first one changed."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.timezone import localtime

LONG = 120


def seen_of(record: models.Model | None) -> str:
    """What a page remembers of the record it shows: which one, in which version."""
    version = getattr(record, "version", None)
    return "" if record is None or version is None else f"{record.pk}:{version}"


def changes_since(record: models.Model, seen: str) -> str:
    """Say in a sentence what changed on a record since the page was opened.

    Reads the change history that the database keeps (`<model>.events`).
    """
    shown, _, version = seen.partition(":")
    if shown != str(record.pk):
        return (
            f"{who_changed(record)} recorded this while you had the page open: "
            f"{record}. What you typed is kept below. Check it and press the button "
            "again."
        )
    changes = "; ".join(_differences(record, version)) or "its details"
    return (
        f"{who_changed(record)} changed this while you had it open: {changes}. "
        "What you typed is kept below. Check it and press the button again."
    )


def _differences(record: models.Model, version: str) -> list[str]:
    known = version.isascii() and version.isdigit() and len(version) < 10
    events = record.events.filter(  # type: ignore[attr-defined]
        version=int(version) if known else None
    )
    before = events.order_by("pgh_id").last()
    if before is None:
        return []
    fields = [
        field
        for field in record._meta.concrete_fields
        if field.name != "version" and hasattr(before, field.attname)
    ]
    return [
        f"{field.verbose_name} from {_words(before, field)} to {_words(record, field)}"
        for field in fields
        if getattr(before, field.attname) != getattr(record, field.attname)
    ]


def _words(row: models.Model, field: Any) -> str:
    value = getattr(row, field.attname)
    if value in (None, ""):
        return "nothing"
    if field.choices:
        return f"“{dict(field.flatchoices).get(value, value)}”"
    if field.is_relation:
        value = field.related_model._base_manager.filter(pk=value).first() or value
    if isinstance(value, datetime):
        value = f"{localtime(value):%-d %B %Y, %H:%M}"
    text = str(value)
    return f"“{text if len(text) <= LONG else text[:LONG] + '…'}”"


def who_changed(record: models.Model) -> str:
    """Name whoever changed a record last, from its change history."""
    event = record.events.order_by("pgh_id").last()  # type: ignore[attr-defined]
    context = getattr(event, "pgh_context", None)
    user_id = context.get("user") if context else None
    who = get_user_model()._base_manager.filter(pk=user_id).first() if user_id else None
    return str(who) if who else "Somebody"
