# ruff: noqa: S608  every statement is made of our own names
"""The officers, teams, schools and professionals of a caseload of any size.

Each team has its own copy of all the schools and professionals of the demonstration.
They are found again by numbers in their addresses and in schools' URNs, so that a run
that was stopped goes on with the same.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group

from sendhub.accounts.models import Team, User
from sendhub.accounts.roles import RoleKey
from sendhub.demo.retold.statements import ask, run
from sendhub.demo.seeding.names import families, girls, villages
from sendhub.demo.seeding.shares import OFFICERS_OF_TEAM, team_of
from sendhub.people.models import LocalityArea

FIRST_URN, URNS_OF_TEAM = 200_000, 1000  # real ones are below, invented ones above
LAST_URN = 799_999
AREAS = [
    "AL",
    "B",
    "BA",
    "BB",
    "BD",
    "BH",
    "BL",
    "BN",
    "BR",
    "BS",
    "CA",
    "CB",
    "CH",
    "CM",
    "CO",
    "CR",
    "CT",
    "CV",
    "CW",
    "DA",
    "DE",
    "DH",
    "DL",
    "DN",
    "DT",
    "DY",
    "E",
    "EN",
    "EX",
    "FY",
    "GL",
    "GU",
    "HA",
    "HD",
    "HG",
    "HP",
    "HU",
    "HX",
    "IG",
    "IP",
    "KT",
    "L",
    "LA",
    "LE",
    "LN",
    "LS",
    "LU",
    "M",
    "ME",
    "MK",
    "N",
    "NE",
    "NG",
    "NN",
    "NR",
    "NW",
    "OL",
    "OX",
    "PE",
    "PL",
    "PO",
    "PR",
    "RG",
    "RH",
    "RM",
    "S",
    "SE",
    "SG",
    "SK",
    "SL",
    "SM",
    "SN",
    "SO",
    "SP",
    "SR",
    "SS",
    "ST",
    "SW",
    "TA",
    "TF",
    "TN",
    "TQ",
    "TR",
    "TS",
    "TW",
    "UB",
    "W",
    "WA",
    "WC",
    "WD",
    "WF",
    "WN",
    "WR",
    "WS",
    "WV",
    "YO",
]
OURS = f"(urn < '{FIRST_URN}' OR urn > '{LAST_URN}')"  # the demonstration's own schools
TO_OTHER_TEAM = """
INSERT INTO retelling_swap (set, target, old, new)
SELECT s.set, %(target)s, pairs.old::text, pairs.new::text
  FROM unnest(%(sets)s::int[]) s(set), ({pairs}) pairs
"""


def staff_of(sets: Iterable[int]) -> None:
    """Have the officers of these numbers, with their teams, and swap them in."""
    numbers = list(sets)
    for number in sorted({team_of(one) for one in numbers}):
        team = _team(number)
        members = [one for one in numbers if team_of(one) == number]
        _swap_all(number, team, members)


def _team(number: int) -> Team:
    """The team of a number: what there is, or a new one with all that it needs."""
    team, new = Team.objects.get_or_create(
        name=f"SEND team {number + 1}",
        defaults={"email": f"team-{number + 1}@example.org"},
    )
    if new:
        area = AREAS[number % len(AREAS)]
        LocalityArea.objects.create(
            postcode_start=f"{area}{district(number)}", team=team
        )
        _people(number, team)
        _schools(number)
        _professionals(number)
    return team


def district(number: int) -> int:
    """The number of the postcode district where a team's families live."""
    return number // len(AREAS) + 1


def _people(number: int, team: Team) -> None:
    """A team's manager and officers, who sign in as everybody here does."""
    encoded = (
        User.objects.filter(groups__name=RoleKey.CASEWORKER).earliest("pk").password
    )
    first, last = girls(), families()
    made: dict[str, list[User]] = {RoleKey.TEAM_MANAGER: [], RoleKey.CASEWORKER: []}
    for place in range(OFFICERS_OF_TEAM + 1):
        key = number * (OFFICERS_OF_TEAM + 1) + place
        role = RoleKey.CASEWORKER if place else RoleKey.TEAM_MANAGER
        address = officer_email(number * OFFICERS_OF_TEAM + place - 1)
        made[role].append(
            User(
                email=address if place else manager_email(number),
                name=f"{first[key * 7 % len(first)]} {last[key * 11 % len(last)]}",
                job_title="SEND caseworker" if place else "Team manager",
                team=team,
                password=encoded,
            )
        )
    for name, people in made.items():
        group = Group.objects.get(name=name)
        for user in User.objects.bulk_create(people):
            user.groups.add(group)


def officer_email(number: int) -> str:
    """By what an officer signs in."""
    return f"officer-{number + 1}@example.org"


def manager_email(number: int) -> str:
    """By what a team's manager signs in."""
    return f"manager-{number + 1}@example.org"


def _schools(number: int) -> None:
    """A team's schools: one for each of the demonstration's, of the same kind."""
    columns = [
        name
        for (name,) in ask(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_name = 'schools_setting' AND column_name NOT IN ('id', 'urn',"
            " 'name', 'laestab', 'ukprn') AND table_schema = 'public'"
            " ORDER BY ordinal_position"
        )
    ]
    same = ", ".join(columns)
    run(
        f"INSERT INTO schools_setting (urn, name, laestab, ukprn, {same}) SELECT"
        " (%(next)s + n)::text, (%(villages)s::text[])[(n * 7 + %(number)s * 131)"
        " % %(villages_number)s + 1] || CASE WHEN category = 'mainstream'"
        " THEN ' ' || coalesce(nullif(phase, ''), 'Primary') ELSE '' END || CASE"
        " category WHEN 'further_education' THEN ' College' ELSE ' School' END,"
        f" '', '', {same} FROM (SELECT s.*, row_number() OVER (ORDER BY id) AS n FROM"
        f" schools_setting s WHERE {OURS}) s WHERE n < %(most)s",
        next=FIRST_URN + number * URNS_OF_TEAM,
        number=number,
        villages=villages(),
        villages_number=len(villages()),
        most=URNS_OF_TEAM,
    )


def _professionals(number: int) -> None:
    """A team's professionals, in the same services."""
    run(
        "INSERT INTO people_professional (version, name, kind, organisation, email,"
        " phone, address) SELECT 1, (%(first)s::text[])[(id * 13 + %(number)s * 17)"
        " % %(firsts)s + 1] || ' ' || (%(last)s::text[])[(id * 29 + %(number)s * 31)"
        " % %(lasts)s + 1], kind, organisation, 'team-' || %(number)s || '-' || id ||"
        " '@example.org', phone, address FROM people_professional"
        " WHERE email NOT LIKE 'team-%'",
        first=girls(),
        firsts=len(girls()),
        last=families(),
        lasts=len(families()),
        number=number,
    )


def _swap_all(number: int, team: Team, members: list[int]) -> None:
    """What stands in these officers' cases where the originals have their own."""
    _swap_schools(number, members)
    _swap_people(number, members)
    professionals = (
        "SELECT o.id AS old, n.id AS new FROM people_professional o"
        " JOIN people_professional n"
        " ON n.email = 'team-' || %(number)s || '-' || o.id || '@example.org'"
    )
    run(
        TO_OTHER_TEAM.format(pairs=professionals),
        target="people_professional",
        sets=members,
        number=number,
    )
    teams = "SELECT id AS old, %(team)s AS new FROM accounts_team WHERE locality <> ''"
    run(
        TO_OTHER_TEAM.format(pairs=teams),
        target="accounts_team",
        sets=members,
        team=team.pk,
    )


def _swap_schools(number: int, members: list[int]) -> None:
    """The team's own schools, found by the numbers that they were given."""
    schools = (
        "SELECT o.id AS old, n.id AS new FROM (SELECT s.id, row_number()"
        f" OVER (ORDER BY id) AS n FROM schools_setting s WHERE {OURS}) o"
        " JOIN schools_setting n ON n.urn = (%(next)s + o.n)::text"
        " WHERE o.n < %(most)s"
    )
    run(
        TO_OTHER_TEAM.format(pairs=schools),
        target="schools_setting",
        sets=members,
        next=FIRST_URN + number * URNS_OF_TEAM,
        most=URNS_OF_TEAM,
    )


def _swap_people(number: int, members: list[int]) -> None:
    """Each set's officer for all caseworkers, the team's manager for all managers."""
    for role, address in (
        (RoleKey.CASEWORKER, "'officer-' || (s.set + 1) || '@example.org'"),
        (RoleKey.TEAM_MANAGER, "%(manager)s"),
    ):
        run(
            "INSERT INTO retelling_swap (set, target, old, new) SELECT s.set,"
            " 'accounts_user', o.id::text, n.id::text FROM unnest(%(sets)s::int[])"
            f" s(set) JOIN accounts_user n ON n.email = {address}"
            " CROSS JOIN accounts_user o"
            " JOIN accounts_user_groups m ON m.user_id = o.id"
            " JOIN auth_group g ON g.id = m.group_id AND g.name = %(role)s"
            " WHERE o.email !~ '^(officer|manager)-[0-9]+@example.org$'",
            sets=members,
            manager=manager_email(number),
            role=str(role),
        )
