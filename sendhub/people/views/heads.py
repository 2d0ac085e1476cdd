"""What the pages about one child have in common: head, parts, what may be done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sendhub.accounts.access import Request
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission as P
from sendhub.audit.models import Look
from sendhub.audit.record import note_look_again
from sendhub.core import clock
from sendhub.core.navigation import ActLink
from sendhub.people.access import child_in_sight
from sendhub.people.models import Address, Child
from sendhub.statutory.words import date_words


@dataclass(frozen=True)
class Fact:
    """One line of what is known."""

    key: str
    value: Any


@dataclass(frozen=True)
class Part:
    """One part of a child's record, a page of its own."""

    title: str
    url: str
    current: bool


PARTS = (
    ("Overview", "people:child-page", P.CHILD_VIEW),
    ("Contacts and addresses", "people:child-contacts", P.CONTACT_VIEW),
    ("Chronology", "people:child-chronology", P.CHILD_VIEW),
    ("Who looked", "people:child-looks", P.LOOKS_VIEW),
    ("Who may open it", "people:child-access", P.CHILD_RESTRICT),
)
ACTS = (
    ("Change details", "people:child-edit", P.CHILD_EDIT),
    ("Record a new address", "people:address-change", P.CHILD_EDIT),
    ("Change the setting", "people:attendance-start", P.CHILD_EDIT),
    ("Add a contact", "people:contact-add", P.CHILD_EDIT),
    ("Add a status", "people:status-start", P.CHILD_EDIT),
    ("Add a professional", "people:involvement-start", P.CHILD_EDIT),
    ("Withhold details from a contact", "people:withholding-set", P.CHILD_EDIT),
    ("Restrict to named staff", "people:child-restrict", P.CHILD_RESTRICT),
    ("Name a member of staff", "people:staff-name", P.CHILD_RESTRICT),
    ("Review the restriction", "people:restriction-review", P.CHILD_RESTRICT),
    ("Lift the restriction", "people:restriction-lift", P.CHILD_RESTRICT),
    ("Merge with another record", "people:merge-choose", P.CHILDREN_MERGE),
    ("Record that the child has died", "people:child-died", P.CHILD_DEATH),
)
NOT_AFTER_DEATH = {
    "people:attendance-start",
    "people:status-start",
    "people:involvement-start",
    "people:child-died",
}
IF_RESTRICTED = {
    "people:child-access",
    "people:staff-name",
    "people:restriction-review",
    "people:restriction-lift",
}
CONTACTS_NEEDED = {
    "people:address-change",
    "people:contact-add",
    "people:withholding-set",
}


def crumbs(child: Child, title: str = "") -> list[dict[str, str]]:
    """Say the way to a page about a child."""
    way = [
        {"title": "Children", "url": reverse("people:child-search")},
        {"title": child.known_as, "url": child.get_absolute_url()},
    ]
    return [*way, {"title": title}] if title else [way[0], {"title": child.known_as}]


def loaded(request: Request, child_id: int) -> Child:
    """The child an act is about, in sight, with the badges its page shows."""
    found = Child.objects.for_page(on=clock.today())
    child = child_in_sight(request, child_id, children=found)
    note_look_again(request, Look.Kind.CHILD, child_id=child.pk, about=child)
    return child


def home_shown(child: Child, user: User) -> Address | None:
    """Where the child lives, for those who may see it."""
    if not user.may(P.CONTACT_VIEW):
        return None
    return child.addresses.in_force(on=clock.today()).first()


def about(child: Child, form: Any, title: str, **more: Any) -> dict[str, Any]:
    """What the page of an act on a child's record shows."""
    return {
        "form": form,
        "child": child,
        "title": title,
        "breadcrumbs": crumbs(child, title),
        **more,
    }


def head(child: Child, user: User, *, here: str, on: date) -> dict[str, Any]:
    """What the head of every part of a child's record shows."""
    parts = [
        Part(title, reverse(name, args=[child.pk]), name == f"people:{here}")
        for title, name, needed in PARTS
        if user.may(needed)
        and (child.is_restricted or name not in IF_RESTRICTED or name.endswith(here))
    ]
    current = next(part.title for part in parts if part.current)
    return {
        "child": child,
        "title": child.known_as,
        "parts": parts,
        "facts": [
            fact
            for fact in key_facts(child, on=on)
            if fact.key != "NHS number" or user.may(P.CHILDREN_ALL)
        ],
        "sees_record": user.may(P.CHILDREN_ALL),
        "breadcrumbs": crumbs(child, "" if here == "child-page" else current),
        "may_edit": user.may(P.CHILD_EDIT),
    }


def acts_open_to(child: Child, user: User) -> list[ActLink]:
    """The acts on the record that this person may do now."""
    left_out = set(NOT_AFTER_DEATH) if child.died_on else set()
    left_out |= {"people:child-restrict"} if child.is_restricted else IF_RESTRICTED
    if not user.may(P.CONTACT_VIEW):
        left_out |= CONTACTS_NEEDED
    return [
        ActLink(label, reverse(name, args=[child.pk]))
        for label, name, needed in ACTS
        if user.may(needed) and name not in left_out
    ]


def key_facts(child: Child, *, on: date) -> list[Fact]:
    """The few facts at the head of a child's record."""
    upn = child.upn or (f"None: {child.upn_unknown}" if child.upn_unknown else "")
    facts = [
        Fact("Date of birth", date_words(child.born_on)),
        Fact("Age", child.age_words(on)),
        Fact("Setting", child.setting_now or ""),
        Fact("Primary need", child.primary_need or ""),
        Fact("Locality team", child.team or "None"),
        Fact("UPN", upn),
        Fact("NHS number", _spaced(child.nhs_number)),
    ]
    if child.died_on:
        facts[1] = Fact("Died", f"{date_words(child.died_on)}, aged {child.age(on)}")
    return facts


def details(child: Child, user: User) -> list[Fact]:
    """Everything else that is known, for the page's card."""
    numbers = (child.own_phone, child.own_email) if user.may(P.CONTACT_VIEW) else ()
    own = ", ".join(part for part in numbers if part)
    languages = child.first_language or ""
    if child.interpreter_needed:
        languages = f"{languages or 'Language not recorded'}, with an interpreter"
    former = ", ".join(
        f"{name} (until {date_words(name.until_on)})"
        for name in child.former_names.all()
    )
    facts = [
        Fact("Full name", str(child)),
        Fact("Former names", former),
        Fact("Also recorded as", _aliases(child)),
        Fact("Former UPN", ", ".join(str(upn) for upn in child.former_upns.all())),
        Fact("Sex", str(child.sex)),
        Fact("Ethnicity", child.ethnicity),
        Fact("ULN", child.uln),
        Fact("Home authority", child.home_authority),
        Fact("Secondary need", child.secondary_need),
        Fact("First language", languages),
        Fact("Communication", child.communication_needs),
        Fact("How we write to the child", child.get_accessible_format_display()),
        Fact("Own phone and e-mail", own),
    ]
    optional = {
        "Former names",
        "Also recorded as",
        "Former UPN",
        "Secondary need",
        "ULN",
        "Own phone and e-mail",
    }
    return [fact for fact in facts if fact.value or fact.key not in optional]


def _aliases(child: Child) -> str:
    """What the records said that were merged into this one, where it differs."""
    lines = []
    for alias in child.aliases.order_by("pk"):
        numbers = (("UPN", alias.upn), ("ULN", alias.uln), ("NHS", alias.nhs_number))
        told = [f"{name} {value}" for name, value in numbers if value]
        lines.append(", ".join([f"{alias}, born {date_words(alias.born_on)}", *told]))
    return "\n".join(lines)


def _spaced(number: str) -> str:
    """An NHS number as it is printed: 3, 3 and 4 digits."""
    return f"{number[:3]} {number[3:6]} {number[6:]}" if number else ""


def open_child(request: Request, child_id: int) -> Child:
    """Open a child in sight of this person, and note that they looked."""
    badged = Child.objects.with_badges(on=clock.today())
    child = child_in_sight(request, child_id, children=badged)
    note_look_again(request, Look.Kind.CHILD, child_id=child.pk, about=child)
    return child


def about_child(child: Child, title: str) -> dict[str, Any]:
    """Say whose page it is where there may be no case yet."""
    return {
        "child": child,
        "title": title,
        "breadcrumbs": [
            {"title": child.known_as, "url": child.get_absolute_url()},
            {"title": title},
        ],
    }
