"""`manage.py bench` opens every page and keeps nothing. Times are not judged."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sendhub.audit.models import Look
from sendhub.casework.models import Case, Note
from sendhub.people.models import Child

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
PAGES = {
    "My work",
    "Child's page",
    "Case",
    "Search while typing",
    "Requests and assessments",
    "EHC plans",
    "EHC plans as CSV, all",
    "Cases",
    "Advice outstanding",
    "Nurture hub board",
    "Hubs, a year",
    "Letters to send",
    "Write to many, preview",
    "Add a note, see the case",
    "Letters to 20, made",
    "Team board",
    "Data quality",
    "Give a caseload away",
}


MOST_QUERIES = {"My work": 25, "Case": 32, "Add a note, see the case": 44}
"""A page that asks for more has begun to read something twice."""


def bench(**options: Any) -> str:
    out = io.StringIO()
    call_command("bench", stdout=out, rounds=2, **options)
    return out.getvalue()


def test_prints_a_row_for_each_page_and_keeps_nothing():
    before = Note.objects.count(), Look.objects.count()
    told = bench()
    assert told.startswith(f"{Child.objects.not_merged().count()} children, ")
    rows = [line.split("|")[1:-1] for line in told.splitlines() if line[:1] == "|"]
    assert {row[0].strip() for row in rows[2:]} == PAGES
    assert all(int(row[1]) > 0 and float(row[2]) > 0 for row in rows[2:])
    asked = {row[0].strip(): int(row[1]) for row in rows[2:]}
    assert all(asked[page] <= most for page, most in MOST_QUERIES.items()), asked
    assert (Note.objects.count(), Look.objects.count()) == before


def test_refuses_to_start_where_something_does_not_hold():
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_child SET search_text = 'x'"
            " WHERE id % 7 = 0 AND merged_into_id IS NULL"  # an alias stands still
        )
    with pytest.raises(CommandError, match="names_findable"):
        bench()


def test_says_that_the_style_sheets_are_lacking(monkeypatch):
    def lacking(path: str) -> str:
        raise ValueError(path)

    monkeypatch.setattr("sendhub.demo.management.commands.bench.static", lacking)
    with pytest.raises(CommandError, match="collectstatic"):
        bench()


def test_refuses_where_there_is_no_work():
    Case.objects.update(officer=None, assigned_at=None)
    with pytest.raises(CommandError, match="no work to show"):
        bench()
