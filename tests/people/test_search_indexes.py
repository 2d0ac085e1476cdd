"""What is searched for is found through indexes, at any size (PPL-7)."""

from datetime import date, timedelta

import pytest
from django.db import connection

from sendhub.people.models import Address, Child
from tests import build
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db

UPN = "H801200001001"


@pytest.mark.parametrize("typed", ["sam smith", "smyth", "sa"])
def test_names_are_found_through_the_index(typed: str) -> None:
    """With few rows the planner reads the table; told not to, it must have a way."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
    for rows in (
        Child.objects.with_words(typed),
        Child.objects.forgiving().named_like(typed),
    ):
        plan = rows.order_by().explain()
        assert "people_child_names" in plan
        assert "Seq Scan" not in plan


def test_a_slip_is_found_through_its_index() -> None:
    """By its own index or that of names, never by reading every child."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
    for typed in ("jhon", "jhon smtih", "zeo"):
        plan = Child.objects.forgiving().named_like(typed).order_by().explain()
        assert "BitmapOr" in plan
        assert "people_child_slips" in plan
        assert "people_child_names" in plan
        assert "Seq Scan" not in plan


def test_a_number_has_its_indexes() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
    plan = Child.objects.with_identifier(UPN).order_by().explain()
    for index in ("upn_once", "uln_once", "nhs_number_once"):
        assert f"people_child_{index}" in plan


def test_the_start_of_a_postcode_has_its_index() -> None:
    child, first = build.child(), date(2020, 1, 1)
    days = [first + timedelta(days=number) for number in range(400)]
    Address.objects.bulk_create(
        Address(
            child=child,
            lines="1 Hill",
            postcode=f"HR{number % 9 + 1} 0LE",
            starts_on=day,
            ends_on=day,
        )
        for number, day in enumerate(days)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE people_address")
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Child.objects.living_at("HR4", on=TODAY).order_by().explain()
    assert "people_address_by_district" in plan
    assert "~>=~ 'HR4 '" in plan
