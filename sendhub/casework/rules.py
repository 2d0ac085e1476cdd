"""Words and rules of casework that every service shares. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from sendhub.accounts.permissions import Permission
from sendhub.core.errors import RuleBroken

SOON = 14
REFERENCE = re.compile(r"^([A-Z]{3})-?0*([0-9]{1,15})$")


class ServiceKey(TextChoices):
    """The services that work with a child."""

    EHC = "ehc", "EHC plans"
    HUB = "hub", "Nurture hubs"
    SHORT_BREAKS = "short_breaks", "Short breaks"
    PLACEMENTS = "placements", "Placements"


PREFIXES: dict[str, str] = {
    ServiceKey.EHC: "EHC",
    ServiceKey.HUB: "HUB",
    ServiceKey.SHORT_BREAKS: "SHB",
    ServiceKey.PLACEMENTS: "PLC",
}


def reference_of(service: str, number: int) -> str:
    """Write a case's reference, like EHC-000042."""
    return f"{PREFIXES[service]}-{number:06d}"


def read_reference(typed: str) -> tuple[str, int] | None:
    """Read a case reference as people type it; None when it is not one."""
    found = REFERENCE.match(typed.strip().upper().replace(" ", ""))
    services = {prefix: service for service, prefix in PREFIXES.items()}
    if found is None or found[1] not in services:
        return None
    return services[found[1]], int(found[2])


class Ended(TextChoices):
    """How a deadline ended; an open one has not."""

    OPEN = "", "Open"
    MET = "met", "Met"
    LATE = "late", "Met late"
    VOID = "void", "No longer needed"


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
    Category.HEALTH: Permission.HEALTH_VIEW,
    Category.SOCIAL_CARE: Permission.SOCIAL_CARE_VIEW,
    Category.MONEY: Permission.MONEY_VIEW,
}


@dataclass(frozen=True)
class Wanted:
    """A deadline as the facts have it now: its rule, its limit, when it was met.

    `void` says that the facts no longer ask for it.
    """

    rule: str
    title: str
    due_on: date
    met_on: date | None = None
    void: bool = False

    @property
    def ended(self) -> Ended:
        """How it stands."""
        if self.void:
            return Ended.VOID
        if self.met_on is None:
            return Ended.OPEN
        return Ended.MET if self.met_on <= self.due_on else Ended.LATE


def check_not_future(day: date, *, on: date, field: str) -> None:
    """Refuse a day that has not come yet for something that has happened."""
    if day > on:
        raise RuleBroken("This has not happened yet: the date is in the future.", field)


def check_target(target_on: date, *, on: date) -> None:
    """A target is a promise: it lies ahead."""
    if target_on < on:
        raise RuleBroken("A target date must be today or later.", "target_on")
