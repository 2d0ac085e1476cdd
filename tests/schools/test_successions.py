"""Which school came after which: by the register's links, or by the same number."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from sendhub.schools.models import Setting, SettingLink
from tests import build
from tests.schools.gias import file, link, links, school

pytestmark = pytest.mark.django_db

CLOSED: dict[str, Any] = {
    "urn": "999001",
    "status": "2",
    "closed": "31-08-2026",
    "why_closed": "Academy Converter",
}
ACADEMY: dict[str, Any] = {"urn": "999002", "kind": "34", "opened": "01-09-2026"}


def successions() -> list[tuple[str, str, str, date | None]]:
    return list(
        SettingLink.objects.order_by("pk").values_list(
            "predecessor__urn", "successor__urn", "kind", "linked_on"
        )
    )


def load(folder: Path, *rows: dict[str, str], told: list[dict[str, str]]) -> None:
    call_command("import_gias", file(folder, *rows), links=links(folder, *told))


@pytest.mark.parametrize("opened", ["01-09-1975", ""])
def test_an_academy_at_the_same_number_follows_the_school_it_was(
    tmp_path: Path, opened: str
) -> None:
    was = school(**CLOSED, opened=opened)
    call_command("import_gias", file(tmp_path, school(**ACADEMY), was))
    assert successions() == [("999001", "999002", "", None)]
    former = Setting.objects.get(urn="999001")
    assert former.closed_because == "Academy Converter"
    call_command("import_gias", file(tmp_path, was, school(**ACADEMY)))
    assert len(successions()) == 1


@pytest.mark.parametrize(
    ("former", "later"),
    [
        ({"status": "1", "closed": ""}, {}),
        ({"closed": ""}, {}),
        ({}, {"opened": ""}),
        ({}, {"opened": "30-08-2026"}),
        ({}, {"opened": "02-12-2026"}),
        ({}, {"number": "2002"}),
        ({"number": ""}, {"number": ""}),
    ],
)
def test_nothing_is_guessed_from_less(
    tmp_path: Path, former: dict[str, str], later: dict[str, str]
) -> None:
    rows = school(**CLOSED | former), school(**ACADEMY | later)
    call_command("import_gias", file(tmp_path, *rows))
    assert successions() == []


def test_a_number_that_passed_on_twice_links_each_to_the_next(tmp_path: Path) -> None:
    middle = ACADEMY | {"status": "2", "closed": "31-10-2026"}
    last = {"urn": "999003", "opened": "31-10-2026"}
    rows = school(**CLOSED), school(**middle), school(**last)
    call_command("import_gias", file(tmp_path, *rows))
    assert [found[:2] for found in successions()] == [
        ("999001", "999002"),
        ("999002", "999003"),
    ]


@pytest.mark.parametrize(
    ("urn", "other", "kind", "expected"),
    [
        ("999001", "999002", "Successor", True),
        ("999001", "999002", "Successor - amalgamated", True),
        ("999001", "999002", "Successor - Split School", True),
        ("999002", "999001", "Predecessor", True),
        ("999002", "999001", "Predecessor - merged", True),
        ("999002", "999001", "Result of Amalgamation", True),
        ("999002", "999001", "Merged - change in age range", True),
        ("999001", "999002", "Sixth Form Centre Link", False),
        ("999001", "999001", "Successor", False),
        ("999001", "999009", "Successor", False),
        ("999001", "999002", "", False),
    ],
)
def test_links_are_read_from_either_end(
    tmp_path: Path, urn: str, other: str, kind: str, expected: bool
) -> None:
    rows = school(**CLOSED | {"number": "1"}), school(**ACADEMY)
    load(tmp_path, *rows, told=[link(urn, other, kind, "01-09-2026")])
    found = [("999001", "999002", kind, date(2026, 9, 1))] if expected else []
    assert successions() == found


def test_a_link_told_twice_is_one_with_its_day(tmp_path: Path) -> None:
    rows = school(**CLOSED), school(**ACADEMY)
    told = [
        link("999002", "999001", "Result of Amalgamation"),
        link("999001", "999002", "Successor - amalgamated", "01-09-2026"),
        link("999002", "999001", "Result of Amalgamation"),
    ]
    load(tmp_path, *rows, told=told)
    expected = ("999001", "999002", "Successor - amalgamated", date(2026, 9, 1))
    assert successions() == [expected]


def test_what_was_guessed_gives_way_to_what_the_register_says(tmp_path: Path) -> None:
    rows = school(**CLOSED), school(**ACADEMY)
    call_command("import_gias", file(tmp_path, *rows))
    load(tmp_path, *rows, told=[link("999001", "999002", "Successor", "01-09-2026")])
    assert successions() == [("999001", "999002", "Successor", date(2026, 9, 1))]


def test_where_the_register_tells_nothing_is_guessed(tmp_path: Path) -> None:
    rows = school(**CLOSED), school(**ACADEMY), school(urn="999003", number="2")
    load(tmp_path, *rows, told=[link("999001", "999003", "Successor")])
    assert successions() == [("999001", "999003", "Successor", None)]


def test_two_settings_are_linked_once() -> None:
    former, later = build.setting(), build.setting()
    build.succession(former, later)
    with (
        pytest.raises(IntegrityError, match="schools_settinglink_once"),
        transaction.atomic(),
    ):
        build.succession(former, later)
    with (
        pytest.raises(IntegrityError, match="schools_settinglink_of_two"),
        transaction.atomic(),
    ):
        build.succession(later, later)


def test_odd_lines_of_links_are_passed_over(tmp_path: Path) -> None:
    odd = [
        link("9" * 5000, "999002", "Successor"),
        link("999001\0", "99900", "Successor"),
        link("999001", "999002", "Successor" + "x" * 5000, "01-09-0000"),
    ]
    load(tmp_path, school(**CLOSED), school(**ACADEMY), told=odd)
    ((former, later, kind, on),) = successions()
    assert (former, later, len(kind), on) == ("999001", "999002", 80, None)
