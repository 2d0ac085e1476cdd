"""Children and those around them."""

from datetime import date
from typing import Any

from sendhub.accounts.models import User
from sendhub.people import actions as people
from sendhub.people.models import (
    AccessGrant,
    Address,
    Attendance,
    Child,
    ChildStatus,
    Contact,
    Involvement,
    LocalityArea,
    Merge,
    Withholding,
)
from sendhub.schools.models import Setting
from tests.build.accounts import team, user
from tests.build.numbers import numbers
from tests.build.schools import code, setting

GIVEN = ("Alfie", "Bronwen", "Callum", "Daisy", "Efa", "Finley", "Grace", "Harri")


def child(*, by: User | None = None, **more: Any) -> Child:
    """A child, born 5 May 2016 unless said otherwise."""
    number = next(numbers)
    facts: dict[str, Any] = {
        "given_names": GIVEN[number % len(GIVEN)],
        "family_name": f"Family{number}",
        "born_on": date(2016, 5, 5),
        "sex": code("SEX", "F"),
    }
    facts.update(more)
    return people.child_record(by=by or user("caseworker"), **facts)


def restricted_child(*, named: list[User] | None = None, **more: Any) -> Child:
    """A child whose record only named staff may open."""
    manager = user("service_manager")
    return people.child_restrict(
        child=child(**more),
        named=named or [],
        reason="A relative works in the team",
        by=manager,
    )


def merge(kept: Child, other: Child, *taken: str, by: User | None = None) -> Merge:
    """Two records of one child brought together."""
    kept.refresh_from_db()
    other.refresh_from_db()
    return people.children_merge(
        kept=kept,
        other=other,
        taken=taken,
        shown=people.shown_of(kept, other),
        by=by or user("data_officer"),
    )


def glass(child_: Child, *, by: User | None = None) -> AccessGrant:
    """Somebody's breaking of the glass on a restricted child, just now."""
    return people.glass_break(
        child=child_,
        reason="Her school rings: nobody knows whom to call.",
        by=by or user("caseworker"),
    )


def area(postcode_start: str = "HR4", *, locality: str = "north") -> LocalityArea:
    """A postcode district that belongs to a locality team."""
    return LocalityArea.objects.create(
        postcode_start=postcode_start, team=team(locality=locality)
    )


def address(child_: Child, *, by: User | None = None, **more: Any) -> Address:
    """Where a child lives since 1 September 2020."""
    facts: dict[str, Any] = {
        "lines": "1 Broad Street",
        "town": "Leominster",
        "postcode": "HR6 8BS",
        "starts_on": date(2020, 9, 1),
    }
    return people.address_change(
        child=child_, by=by or user("caseworker"), **(facts | more)
    )


def contact(child_: Child | None = None, **more: Any) -> Contact:
    """A mother with parental responsibility, a contact since 1 September 2020."""
    number = next(numbers)
    facts: dict[str, Any] = {
        "relationship": "mother",
        "parental_responsibility": True,
        "lives_with_child": True,
        "starts_on": date(2020, 9, 1),
    }
    if "adult" not in more:
        facts["name"] = f"Parent {number}"
        facts["phone"] = f"01432 {number:06d}"
    return people.contact_add(
        child=child_ or child(), by=user("caseworker"), **(facts | more)
    )


def status(child_: Child, kind: str = "child_in_need", **more: Any) -> ChildStatus:
    """A status since 1 September 2026."""
    if kind == "looked_after":
        more.setdefault("authority", code("LA_CODE", "884"))
    more.setdefault("starts_on", date(2026, 9, 1))
    return people.status_start(child=child_, kind=kind, by=user("caseworker"), **more)


def attendance(
    child_: Child, setting_: Setting | None = None, **more: Any
) -> Attendance:
    """Where a child is taught since 1 September 2021."""
    more.setdefault("starts_on", date(2021, 9, 1))
    return people.attendance_start(
        child=child_, setting=setting_ or setting(), by=user("caseworker"), **more
    )


def involvement(child_: Child, **more: Any) -> Involvement:
    """A speech therapist who works with a child since 1 September 2026."""
    number = next(numbers)
    facts: dict[str, Any] = {"starts_on": date(2026, 9, 1)}
    if "professional" not in more:
        facts |= {"kind": "speech", "name": f"Therapist {number}"}
    return people.involvement_start(
        child=child_, by=user("caseworker"), **(facts | more)
    )


def withholding(
    hidden_from: Contact, about: Contact | None = None, **more: Any
) -> Withholding:
    """Something that one of the contacts must not be told."""
    more.setdefault("reason", "A court ordered it")
    return people.withholding_set(
        child=hidden_from.child,
        hidden_from=hidden_from,
        about=about,
        by=user("caseworker"),
        **more,
    )
