"""The dates of a timetable as a calendar file (RFC 5545)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from sendhub.calculator.timetable import Row, Timetable
from sendhub.statutory.words import date_words


def calendar_file(found: Timetable, *, written_at: datetime) -> bytes:
    """One whole-day entry for each date, with its rule and source."""
    calendar = Calendar()
    calendar.add("prodid", "-//SENDhub//Deadline calculator//EN")
    calendar.add("version", "2.0")
    for row in found.dated:
        calendar.add_component(_entry(row, written_at))
    return bytes(calendar.to_ical())


def _entry(row: Row, written_at: datetime) -> Event:
    due = row.answer.due
    assert due is not None  # noqa: S101  only dated rows are asked for
    entry = Event()
    entry.add("uid", f"{row.rule.id}-{due.isoformat()}@sendhub")
    entry.add("dtstamp", written_at)
    entry.add("dtstart", due)
    entry.add("dtend", due + timedelta(days=1))
    entry.add("summary", f"{row.rule.title} ({row.rule.id})")
    entry.add("description", "\n".join(_description(row)))
    entry.add("transp", "TRANSPARENT")
    return entry


def _description(row: Row) -> Iterator[str]:
    """Why, the further dates, what it weighs and where it stands."""
    yield row.answer.explanation
    yield from (f"{words}: {date_words(on)}" for words, on in row.further)
    if row.weight:
        yield f"This is {row.weight}."
    yield row.answer.source
