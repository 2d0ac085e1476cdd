"""Those who sign in, and their teams."""

from typing import Any

from django.contrib.auth.models import Group

from sendhub.accounts.actions import filter_save
from sendhub.accounts.models import Locality, Notice, SavedFilter, Team, User
from sendhub.core import clock
from sendhub.core.narrowing import list_at
from tests.build.numbers import numbers


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


def notice(text: str = "The office is closed on Friday.", **more: Any) -> Notice:
    """A notice of today, for everybody unless roles are named."""
    roles = more.pop("roles", [])
    days = {"starts_on": clock.today(), "ends_on": clock.today()}
    made = Notice.objects.create(text=text, **(days | more))
    made.roles.set(Group.objects.filter(name__in=roles))
    return made


def saved_filter(
    *, by: User, page: str = "schools:setting-list", query: str = "", **more: Any
) -> SavedFilter:
    """A filter that somebody kept for the list of schools."""
    listed = list_at(page)
    assert listed is not None
    return filter_save(
        listed=listed,
        query=query or "phase=Primary",
        name=more.pop("name", f"Filter {next(numbers)}"),
        by=by,
        **more,
    )
