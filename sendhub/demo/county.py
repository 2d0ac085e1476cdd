"""The county that the demonstration's children live in: teams, staff and settings."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from sendhub.accounts.models import Team, User
from sendhub.accounts.roles import RoleKey
from sendhub.core.models import Code
from sendhub.demo.staff import NORTH, SOUTH, STAFF, TEAMS
from sendhub.people.models import LocalityArea
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category, category_of

HERE, ELSEWHERE = (
    Path(__file__).with_name(f"{f}.csv") for f in ("schools", "elsewhere")
)
AREAS = {
    NORTH: ("HR4", "HR5", "HR6", "HR7", "HR8", "HR1 3"),
    SOUTH: ("HR1", "HR2", "HR3", "HR9"),
}
TYPE_CODES = {
    "Community school": "1",
    "Voluntary aided school": "2",
    "Voluntary controlled school": "3",
    "Foundation school": "5",
    "Community special school": "7",
    "Pupil referral unit": "14",
    "Mainstream Academy": "34",
    "Special Academy": "44",
    "Free School": "35",
}
ALL_THROUGH, SECONDARY, PRIMARY = "All-through", "Secondary", "Primary"
SECONDARY_NUMBERS = ("4", "69")  # how their establishment numbers begin
COLLEGE = {  # outside the county, from the Department for Education's register
    "name": "Fircroft College of Adult Education",
    "urn": "130467",
    "laestab": "3308285",
    "type_code": "18",
    "type_name": "Further education",
    "phase": "16 plus",
}


@dataclass(frozen=True)
class County:
    """Everything that is there before the first child is recorded."""

    today: date
    staff: Mapping[str, list[User]]
    settings: list[Setting]
    halves: Mapping[str, str]
    codes: Mapping[str, Code]

    def one(self, role: RoleKey, number: int = 1) -> User:
        """Somebody with a role."""
        return self.staff[role][number - 1]

    def manager(self, half: str) -> User:
        """The manager of a half's team."""
        return self.one(RoleKey.TEAM_MANAGER, 1 if half == "north" else 2)

    def named(self, start: str) -> Setting:
        """The setting whose name begins like this."""
        return next(s for s in self.settings if s.name.startswith(start))

    def of_kind(self, category: Category) -> list[Setting]:
        """The settings of a kind."""
        return [school for school in self.settings if school.category == category]

    def schools(self, half: str, phase: str) -> list[Setting]:
        """Mainstream schools of one half and phase."""
        return [
            school
            for school in self.settings
            if school.phase == phase
            and school.category == "mainstream"
            and self.halves[school.urn] == half
        ]


def county_build(*, today: date, password: str) -> None:
    """Make the teams, the staff, the areas and the settings."""
    teams = {
        name: Team.objects.create(
            name=name,
            locality=locality,
            phone=phone,
            email=f"{name.split()[0].lower()}-team@example.org",
        )
        for name, locality, phone in TEAMS
    }
    LocalityArea.objects.bulk_create(
        LocalityArea(postcode_start=start, team=teams[name])
        for name, starts in AREAS.items()
        for start in starts
    )
    rows, elsewhere = _rows(HERE), _rows(ELSEWHERE)
    Setting.objects.bulk_create(
        [*map(_setting, rows), _college(), *map(_elsewhere, elsewhere)]
    )
    _staff(teams, today, password)


def county_there(*, today: date) -> County:
    """The county that was made."""
    people = {user.email: user for user in User.objects.select_related("team")}
    staff: dict[str, list[User]] = {}
    for member in STAFF:
        staff.setdefault(member.role, []).append(people[member.email])
    return County(
        today=today,
        staff=staff,
        settings=list(Setting.objects.order_by("laestab", "name")),
        halves={row["urn"]: row["half"] for row in _rows(HERE)},
        codes={code.pk: code for code in Code.objects.all()},
    )


def _staff(teams: Mapping[str, Team], today: date, password: str) -> None:
    """Everybody may sign in with one password: it is printed, so it need not vary."""
    encoded = make_password(password)
    groups = {group.name: group for group in Group.objects.all()}
    for member in STAFF:
        user = User.objects.create(
            email=member.email,
            name=member.name,
            job_title=member.title,
            team=teams[member.team] if member.team else None,
            joined_on=today - timedelta(days=365 * member.years + 41),
            password=encoded,
        )
        user.groups.add(groups[member.role])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _setting(row: Mapping[str, str]) -> Setting:
    code = TYPE_CODES[row["type"]]
    number = row["laestab"][3:]
    phase = SECONDARY if number.startswith(SECONDARY_NUMBERS) else PRIMARY
    if number[0] == "7" or code == "14":
        phase = ALL_THROUGH
    return Setting(
        name=row["name"],
        urn=row["urn"],
        laestab=row["laestab"],
        authority_code=row["laestab"][:3],
        type_code=code,
        type_name=row["type"],
        category=category_of(code),
        phase=phase,
        pupils=row["pupils"] or None,
        resourced_provision=bool(row["resourced"]),
    )


def _elsewhere(row: Mapping[str, str]) -> Setting:
    """A setting that is made up: beyond the border, independent, or without a URN."""
    known = category_of(row["type_code"], row["further_type"])
    return Setting(
        **{
            **row,
            "category": row["category"] or known,
            "age_from": row["age_from"] or None,
            "age_to": row["age_to"] or None,
        }
    )


def _college() -> Setting:
    return Setting(
        **COLLEGE, authority_code="330", category=category_of(COLLEGE["type_code"])
    )
