"""Words and rules of casework that every service shares. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TypeVar

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.accounts.permissions import Permission
from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import uncapital

T = TypeVar("T")
SOON = 14
TITLE_LENGTH = 200
REASON_LENGTH = 300
NEW = timedelta(days=7)
AGAIN_WITHIN = timedelta(minutes=15)  # the same note by one person: a slip
WEEKS_BACK, RECENT_WEEKS = 12, 4
HANDOVER_LENGTH = 5_000
REFERENCE = re.compile(r"^([A-Z]{3})-?0*([0-9]{1,15})$")
BARE = re.compile(r"^#?0*([0-9]{1,9})$")


class ServiceKey(TextChoices):
    """The services that work with a child."""

    EHC = "ehc", "EHC plans"
    HUB = "hub", "Nurture hubs"
    SHORT_BREAKS = "short_breaks", "Short breaks"
    PLACEMENTS = "placements", "Placements"
    INTAKE = "intake", "Notices and early years"


PREFIXES: dict[str, str] = {
    ServiceKey.EHC: "EHC",
    ServiceKey.HUB: "HUB",
    ServiceKey.SHORT_BREAKS: "SHB",
    ServiceKey.PLACEMENTS: "PLC",
    ServiceKey.INTAKE: "INT",
}


# What somebody needs to open a case of a service (else: staff), and to be given one.
OPENED_WITH: dict[str, Permission] = {
    ServiceKey.EHC: Permission.EHC_VIEW,
    ServiceKey.INTAKE: Permission.EHC_VIEW,
    ServiceKey.HUB: Permission.HUB_VIEW,
}
WORKED_WITH: dict[str, Permission] = {
    ServiceKey.EHC: Permission.ADVICE_ASK,
    ServiceKey.INTAKE: Permission.INTAKE_LOG,
    ServiceKey.HUB: Permission.PLACE_ALLOCATE,
}


def opened_with(service: str) -> Permission:
    """The permission that opens a service's cases, besides seeing the child."""
    return OPENED_WITH.get(service, Permission.CHILDREN_ALL)


def worked_with(service: str) -> Permission:
    """The permission that an officer of a service's cases has."""
    return WORKED_WITH.get(service, Permission.NOTE_ADD)


def services_worked_on(may: Callable[[Permission], bool]) -> list[str]:
    """The services on whose cases somebody works, by what they may do."""
    return [key.value for key in ServiceKey if may(worked_with(key))]


def reference_of(service: str, number: int) -> str:
    """Write a case's reference, like EHC-000042."""
    return f"{PREFIXES[service]}-{number:06d}"


def read_reference(typed: str) -> tuple[str, int] | None:
    """Read a case reference as people type it; None when it is not one.

    A bare number names the case of whatever service: its numbers are of all services.
    """
    text = typed.strip().upper().replace(" ", "")
    if bare := BARE.match(text):
        return "", int(bare[1])
    found = REFERENCE.match(text)
    services = {prefix: service for service, prefix in PREFIXES.items()}
    if found is None or found[1] not in services:
        return None
    return services[found[1]], int(found[2])


class Scan(TextChoices):
    """What the virus scanner has said of a file so far."""

    NOT_YET = "not_yet", "Not scanned for viruses"
    CLEAN = "clean", "Scanned: no virus found"
    INFECTED = "infected", "A virus was found"


class Ended(TextChoices):
    """How a deadline ended; an open one has not."""

    OPEN = "", "Open"
    MET = "met", "Met"
    LATE = "late", "Met late"
    VOID = "void", "No longer needed"


class TaskEnd(TextChoices):
    """How a task ended; an open one has not."""

    OPEN = "", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "No longer needed"


class WorkKind(TextChoices):
    """What stands in a list of work."""

    DEADLINE = "deadline", "Deadlines"
    TASK = "task", "Tasks"
    MENTION = "mention", "Notes to see"
    FACT = "fact", "Missing facts"


class Whose(TextChoices):
    """The piles that a work list can show."""

    MINE = "mine", "My work"
    NEW = "new", "New to me"
    TEAM = "team", "My team"
    COVER = "cover", "Covering"
    UNASSIGNED = "unassigned", "Unassigned"
    EVERYONE = "everyone", "Everyone"


def first_pile(*, carries_cases: bool, team_has: bool) -> Whose:
    """The pile that whoever gives work out starts with: not an empty one (WRK-1).

    The head of service carries no cases, and her own team holds none.
    """
    if carries_cases:
        return Whose.MINE
    return Whose.TEAM if team_has else Whose.EVERYONE


def is_wait(rule_id: str) -> bool:
    """Whether a rule gives others time to answer: once it is over nobody is late."""
    rule = statutory.RULES.get(rule_id)
    return rule is not None and rule.minimum


WAITS = tuple(rule_id for rule_id in statutory.RULES if is_wait(rule_id))


def lateness_of(due_on: date, *, on: date) -> "Lateness":
    """Overdue, due within the next fortnight, or later."""
    if due_on < on:
        return Lateness.OVERDUE
    soon = due_on <= on + timedelta(days=SOON)
    return Lateness.SOON if soon else Lateness.LATER


class Lateness(TextChoices):
    """Open deadlines by how much time is left.

    What is never late, waits that are over and notes to see, is for now.
    """

    OVERDUE = "overdue", "Overdue"
    SOON = "soon", f"Now or in {SOON} days"
    LATER = "later", "Later"


class Became(TextChoices):
    """What became of a deadline that fell due."""

    MET = "met", "Met in time"
    LATE = "late", "Met late"
    OPEN = "open", "Still open"


class NoteKind(TextChoices):
    """What a note is about."""

    CALL = "call", "Call"
    EMAIL = "email", "E-mail"
    MEETING = "meeting", "Meeting"
    VISIT = "visit", "Visit"
    LETTER = "letter", "Letter received"
    NOTE = "note", "Note"


class Category(TextChoices):
    """Who may read a note or document besides the service itself."""

    GENERAL = "general", "Education and general"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "social_care", "Social care"
    MONEY = "money", "Money"


READS: dict[Category, Permission] = {
    Category.GENERAL: Permission.NOTE_VIEW,
    Category.HEALTH: Permission.HEALTH_VIEW,
    Category.SOCIAL_CARE: Permission.SOCIAL_CARE_VIEW,
    Category.MONEY: Permission.MONEY_VIEW,
}
# A paper entered in error is read on by those who look into who read it before, and
# taken off by whoever put it there or by those who answer for the cases of others.
WITHDRAWN_READ = Permission.LOOKS_VIEW
WITHDRAWS_OTHERS = Permission.CASE_ASSIGN


def chronology_words(category: str, words: str) -> str:
    """What the chronology may say: everybody who sees the child reads it.

    Of a health, social care or money matter it says only that there is one.
    """
    if category == Category.GENERAL:
        return words
    return f"({Category(category).label.lower()}, for those who may read it)"


def check_stands(
    withdrawn_at: datetime | None, *, what: str, field: str | None = None
) -> None:
    """Refuse what was entered in error: it is not used, nor said to be so again."""
    if withdrawn_at:
        raise RuleBroken(f"This {what} is marked as entered in error.", field)


def document_title(title: str, filename: str, *, files: int) -> str:
    """Name a document: as typed, else after its file; of several, each after both."""
    stem = filename.rpartition(".")[0] or filename
    named = f"{title}: {stem}" if title and files > 1 else title or stem
    return named[:TITLE_LENGTH]


@dataclass(frozen=True)
class Wanted:
    """A deadline as the facts have it now: its rule, its limit, when it was met.

    `step` names the date of a rule that sets several. `void` says that the facts no
    longer ask for it.
    """

    rule: str
    title: str
    due_on: date
    met_on: date | None = None
    void: bool = False
    step: str = ""

    @property
    def ended(self) -> Ended:
        """How it stands."""
        if self.void:
            return Ended.VOID
        if self.met_on is None:
            return Ended.OPEN
        return Ended.MET if self.met_on <= self.due_on else Ended.LATE


@dataclass(frozen=True)
class Why:
    """The reason for a date, as a page shows it."""

    rule: str
    title: str
    explanation: str
    source: str


NOT_CHECKED = "This has not been checked against its source yet."


@cache
def why(rule_id: str) -> Why:
    """Say what a rule asks, of whom, and where that is written.

    A rule that the book no longer has still shows its id.
    """
    rule = statutory.RULES.get(rule_id)
    if rule is None:
        return Why(rule_id, "", "", "")
    parts = [
        f"{rule.title}: {_span(rule)}.",
        f"The clock starts when {uncapital(rule.trigger)}.",
    ]
    if rule.exemption:
        parts.append(f"It may be exceeded {uncapital(rule.exemption)}")
    if rule.note:
        parts.append(rule.note)
    if not rule.verified:
        parts.append(NOT_CHECKED)
    sources = "; ".join(str(source) for source in rule.sources)
    return Why(rule_id, rule.title, " ".join(parts), sources)


def _span(rule: statutory.Rule) -> str:
    """A rule's period as it is said: "within 6 weeks", "the day of the move"."""
    if not rule.period[:1].isdigit():
        return rule.period
    return f"at least {rule.period}" if rule.minimum else f"within {rule.period}"


def is_new(assigned_at: datetime | None, *, now: datetime) -> bool:
    """Whether a case came to its officer in the last week (WRK-1)."""
    return assigned_at is not None and now - assigned_at < NEW


def handover_needed(*, old: int | None, new: int | None) -> bool:
    """A change of officer carries a handover; a first officer follows nobody."""
    return old is not None and old != new


def check_handover(handover: str, *, old: int | None, new: int) -> None:
    """Refuse a change of officer that would lose what the former one knew (PPL-10)."""
    if old == new:
        raise RuleBroken("This officer already has the case.", "officer")
    if handover_needed(old=old, new=new) and not handover.strip():
        raise RuleBroken(
            "Write what the new officer must know: nothing may be lost at a handover.",
            "handover",
        )


def check_not_future(day: date, *, on: date, field: str) -> None:
    """Refuse a day that has not come yet for something that has happened."""
    if day > on:
        raise RuleBroken("This has not happened yet: the date is in the future.", field)


def monday_of(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def share_out(number: int, among: Sequence[T]) -> list[T]:
    """Who gets each of so many things in a row: even shares, neighbours together.

    The first ones get one more where it does not come out even.
    """
    share, rest = divmod(number, max(1, len(among)))
    sizes = [share + (place < rest) for place in range(len(among))]
    return [one for one, size in zip(among, sizes, strict=True) for _ in range(size)]


def check_cover(starts_on: date, ends_on: date, *, on: date) -> None:
    """Somebody is away from a day to a later one, not all of it behind us."""
    if ends_on < starts_on:
        raise RuleBroken("The last day away is before the first.", "ends_on")
    if ends_on < on:
        raise RuleBroken("The last day away must be today or later.", "ends_on")


def check_task_due(due_on: date, *, on: date) -> None:
    """A task lies ahead."""
    if due_on < on:
        raise RuleBroken("The day must be today or later.", "due_on")


def check_task_open(ended: str) -> None:
    """What is done or dropped is not ended again."""
    if ended:
        how = TaskEnd(ended).label.lower()
        raise RuleBroken(f"This has ended already: {how}.")


def check_target(target_on: date, *, on: date) -> None:
    """A target is a promise: it lies ahead."""
    if target_on < on:
        raise RuleBroken("A target date must be today or later.", "target_on")


Limits = Mapping[tuple[str, str, str, int], tuple[date, str]]
"""Deadlines by rule, step and record: when due, and how ended ("" is open)."""


@dataclass(frozen=True)
class Moved:
    """A deadline that is not as it was; `None` where there was or is none."""

    rule: str
    was: tuple[date, str] | None
    now: tuple[date, str] | None


def moved(before: Limits, after: Limits) -> list[Moved]:
    """What differs between a case's deadlines at two moments."""
    return [
        Moved(key[0], before.get(key), after.get(key))
        for key in sorted({*before, *after})
        if before.get(key) != after.get(key)
    ]
