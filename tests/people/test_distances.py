"""How far it is from home to school: said only to those who may see the address."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.people.actions import child_restrict
from sendhub.people.distances import miles_to
from sendhub.people.models import Child, Postcode
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db
SAID = "11.8 miles to Ash School, in a straight line."
HOME = {"code": "HR6 8BS", "easting": 349_500, "northing": 259_000}
THERE = {"easting": 351_000, "northing": 240_000}


@pytest.fixture
def child() -> Child:
    """A child who lives at a known place, and is at a school of a known place."""
    Postcode.objects.create(**HOME)
    child = build.child()
    build.address(child)
    build.attendance(child, build.setting("Ash School", authority_code="884", **THERE))
    return child


def test_the_childs_page_says_how_far_the_school_is(
    signed_in: Any, child: Child
) -> None:
    told = seen(signed_in("caseworker").get(child.get_absolute_url()))
    assert f"From home to school {SAID}" in told
    assert "School transport goes by the walking route instead." in told


def test_who_may_not_see_the_address_is_told_no_distance(
    signed_in: Any, child: Child
) -> None:
    told = seen(signed_in("finance_officer").get(child.get_absolute_url()))
    assert "Ash School" in told
    assert "miles" not in told
    assert "Broad Street" not in told


def test_of_a_restricted_child_nothing_is_said(signed_in: Any, child: Child) -> None:
    by = build.user("service_manager")
    child_restrict(child=child, named=[by], reason="A relative", by=by)
    client = signed_in("caseworker")
    for url in (
        child.get_absolute_url(),
        reverse("people:attendance-start", args=[child.pk]),
    ):
        answer = client.get(url)
        assert "miles" not in answer.content.decode()
        assert answer.status_code == 404


@pytest.mark.parametrize("lacks", ["home", "home's place", "school", "its place"])
def test_where_one_of_the_two_is_not_known_nothing_is_said(
    signed_in: Any, child: Child, lacks: str
) -> None:
    match lacks:
        case "home":
            child.addresses.update(ends_on=date(2026, 11, 19))
        case "home's place":
            Postcode.objects.update(easting=None, northing=None)
        case "school":
            child.attendances.update(ends_on=date(2026, 11, 19))
        case _:
            child.attendances.get().setting.__class__.objects.update(easting=0)
    assert "miles" not in seen(signed_in("caseworker").get(child.get_absolute_url()))


def test_a_setting_without_a_place_is_where_its_postcode_is(
    django_assert_num_queries: Any, child: Child
) -> None:
    Postcode.objects.create(code="HR4 0LE", **THERE)
    near = build.setting("Birch", postcode="HR4 0LE")
    lost = build.setting("Cedar", postcode="JE1 1AA")
    ash = child.attendances.get().setting
    home = child.addresses.get()
    with django_assert_num_queries(1):
        miles = miles_to(home, [near, lost, ash])
    assert {key: str(by) for key, by in miles.items()} == {
        near.pk: "11.8",
        ash.pk: "11.8",
    }
    home.postcode = ""
    assert miles_to(home, [ash]) == {}
    assert miles_to(None, [ash]) == {}


def test_the_list_to_choose_a_school_from_says_how_far_each_is(
    signed_in: Any, child: Child
) -> None:
    build.setting("Birch School", authority_code="884")
    client = signed_in("caseworker")
    url = reverse("people:attendance-start", args=[child.pk])
    told = seen(client.get(url))
    assert "Ash School: 11.8 miles" in told
    assert "Birch School: " not in told
    assert "Miles are in a straight line from the child’s home." in told
    wrong = seen(press(client, url, starts_on=""))
    assert "Ash School: 11.8 miles" in wrong
    correct = reverse("people:attendance-correct", args=[child.attendances.get().pk])
    assert "Ash School: 11.8 miles" in seen(client.get(correct))
    child.addresses.update(ends_on=date(2026, 11, 19))
    assert "miles" not in seen(client.get(url)).lower()


@pytest.mark.parametrize(
    ("easting", "northing"),
    [(349_500, None), (None, 259_000), (0, 0), (700_000, 1), (1, 1_300_000)],
)
def test_a_place_is_whole_and_on_the_grid(
    easting: int | None, northing: int | None
) -> None:
    with (
        pytest.raises(IntegrityError, match="people_postcode_on_grid"),
        transaction.atomic(),
    ):
        Postcode.objects.create(code="HR1 1AA", easting=easting, northing=northing)
