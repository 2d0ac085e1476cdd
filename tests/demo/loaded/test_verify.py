"""`manage.py verify` finds nothing on the demonstration, and whatever is broken."""

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from sendhub.core.verifying import Check, gather, one_moment, run
from sendhub.people.models import Child
from tests.demo.loaded.breaks import BREAKS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
CHECKS = {check.name: check for check in gather()}
WAYS = [(name, number) for name, ways in BREAKS.items() for number in range(len(ways))]


def break_data(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_sent_is_sent_%'"
            " AND tgrelid = 'ehcps_planversion'::regclass"
        )
        (trigger,) = cursor.fetchone()
        for statement in statements:
            said = statement.replace("{one_trigger}", trigger).replace("%%", "%")
            cursor.execute(said.replace("{{}}", "{}"))


@pytest.mark.parametrize("name", CHECKS)
def test_finds_nothing_on_the_demonstration(name):
    assert run(CHECKS[name]).first == ()


@pytest.mark.parametrize(("name", "number"), WAYS)
def test_finds_what_is_broken(name, number, settings):
    settings.APP_ROLE = "pg_monitor"
    break_data(BREAKS[name][number])
    assert run(CHECKS[name]).number


def test_every_check_is_seen_to_fail():
    assert set(BREAKS) == set(CHECKS)


def verify(**options: Any) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("verify", stdout=out, **options)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_prints_each_check_and_ends_with_0():
    code, told = verify(only="ehcps.")
    assert code == 0
    assert told.count("ok  ehcps.") == told.count("\n") - 1
    assert told.endswith("checks hold.\n")


def test_prints_the_number_and_the_first_and_ends_with_1():
    break_data(["UPDATE people_child SET sort_name = '' WHERE merged_into_id IS NULL"])
    code, told = verify(quiet=True)
    nameless = Child.objects.not_merged().count()
    assert code == 1
    assert f"{nameless}  people.names_findable: not so that" in told
    assert "ok" not in told
    assert ", …" in told


def test_a_check_that_nobody_has_is_no_success():
    assert verify(only="nothing")[0] == 1


def test_counts_all_and_remembers_five():
    found = run(Check("x", "x", lambda: range(12)))
    assert (found.number, found.first) == (12, ("0", "1", "2", "3", "4"))


def test_needs_no_transaction_of_its_own_inside_another():
    with one_moment(), connection.cursor() as cursor:
        cursor.execute("UPDATE people_child SET sort_name = sort_name")
