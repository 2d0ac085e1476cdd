"""Builders: one plain function for each thing a test may need, all with defaults.

They go through the actions, so that what a test starts from is what a person
could have made.
"""

from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from sendhub.accounts.models import Locality, Team, User
from sendhub.casework import actions as casework
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.core.models import Code
from sendhub.people import actions as people
from sendhub.people.models import Child
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category

numbers = count(1)

GIVEN = ("Alfie", "Bronwen", "Callum", "Daisy", "Efa", "Finley", "Grace", "Harri")


def user(
    role: str | None = None, *, name: str = "", team: Team | None = None, **more: Any
) -> User:
    """Somebody who signs in, with one role or none."""
    number = next(numbers)
    made = User.objects.create_user(
        email=more.pop("email", f"person{number}@example.org"),
        password=more.pop("password", None),
        name=name or f"Person {number}",
        team=team,
        **more,
    )
    if role:
        made.groups.add(Group.objects.get(name=role))
    return made


def team(name: str = "", *, locality: str = "") -> Team:
    """A team; with a locality, that half's team."""
    if locality:
        return Team.objects.get_or_create(
            locality=locality,
            defaults={"name": f"{Locality(locality).label} locality"},
        )[0]
    return Team.objects.create(name=name or f"Team {next(numbers)}")


def code(code_set: str, value: str) -> Code:
    """A national code."""
    return Code.objects.get(set=code_set, code=value)


def setting(name: str = "", **more: Any) -> Setting:
    """A school or other setting."""
    number = next(numbers)
    more.setdefault("urn", f"{100000 + number}")
    more.setdefault("category", Category.MAINSTREAM)
    return Setting.objects.create(name=name or f"School {number}", **more)


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


def case(
    *,
    child_: Child | None = None,
    officer: User | None = None,
    service: str = ServiceKey.EHC,
    opened_on: date = date(2026, 9, 1),
) -> Case:
    """An open case with one service."""
    made = casework.case_open(
        child=child_ or child(),
        service=ServiceKey(service),
        opened_on=opened_on,
        by=officer or user("caseworker"),
    )
    if officer:
        made = casework.case_assign(case=made, officer=officer, handover="", by=officer)
    return made
