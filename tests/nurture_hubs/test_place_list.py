"""The list of places and the year at a glance."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubMember, HubPlace
from tests import build
from tests.architecture.subjects import restricted
from tests.pages import seen

pytestmark = pytest.mark.django_db
LIST = reverse("nurture_hubs:place-list")
YEAR = reverse("nurture_hubs:year")


def place(hub, name, starts_on, ends_on, **more):
    child = build.child(given_names=name, family_name="Place", born_on=build.hubs.BORN)
    made = build.hubs.agreed(hub, made=build.hubs.referral(child_=child, **more))
    return build.hubs.place(
        hub, made=made, starts_on=starts_on, ends_on=ends_on, few_others_because="Yes."
    )


@pytest.fixture
def hub():
    return build.hubs.hub(name="Leominster")


@pytest.fixture
def three(hub):
    host = hub.hosts.get().setting
    place(hub, "Ann", date(2026, 11, 20), date(2026, 12, 18), setting=host)
    place(hub, "Bob", date(2027, 1, 4), date(2027, 12, 17))
    gone = place(hub, "Cat", date(2027, 1, 4), date(2027, 3, 1))
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=gone, reason="Never came.", by=by)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Bob", "Ann"]),
        ({"sort": "ends"}, ["Ann", "Bob"]),
        ({"sort": "-child"}, ["Bob", "Ann"]),
        ({"state": "near"}, ["Ann"]),
        ({"state": "now"}, ["Ann"]),
        ({"state": "ahead"}, ["Bob"]),
        ({"state": "over"}, []),
        ({"state": "back"}, ["Cat"]),
        ({"origin": "False"}, ["Bob"]),
        ({"origin": "True"}, ["Ann"]),
        ({"year": "2027"}, ["Bob"]),
        ({"year": "2025"}, []),
        ({"day_day": 11, "day_month": 1, "day_year": 2027}, ["Bob"]),
        ({"name": "bo"}, ["Bob"]),
    ],
)
def test_filters_sorts_and_exports_the_same(signed_in, three, query, names):
    client = signed_in("hub_coordinator")
    answer = client.get(LIST, query)
    rows = answer.context["rows"]
    assert [row["place"].child.given_names for row in rows] == names
    answer = client.get(LIST, {**query, "format": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    found = [row["Child"].split()[0] for row in csv.DictReader(io.StringIO(text))]
    assert found == names


def test_the_export_says_of_which_case_and_where_each_stands(signed_in, three):
    query = {"sort": "ends", "format": "csv"}
    answer = signed_in("hub_coordinator").get(LIST, query)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {row["Child"].split()[0]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["Ann"]["Standing"] == "In the hub"
    assert rows["Bob"]["Standing"] == "Promised"
    case = HubPlace.objects.get(child__given_names="Ann").referral.case
    assert rows["Ann"]["Case"] == case.reference


def test_says_how_many_are_out_of_sight(signed_in, hub):
    one = place(hub, "Ann", date(2026, 11, 20), date(2026, 12, 18))
    place(hub, "Bob", date(2026, 11, 20), date(2026, 12, 18))
    restricted(one.child, [])
    text = seen(signed_in("hub_coordinator").get(LIST))
    assert "1 more is of a child whose record you may not open" in text
    assert "Ann" not in text


@pytest.mark.parametrize(
    "query",
    [{"name": "Zoe"}, {"origin": "True"}, {"origin": "False"}, {"state": "back"}],
)
def test_a_filter_does_not_tell_of_a_child_out_of_sight(signed_in, hub, query):
    client = signed_in("hub_coordinator")
    place(hub, "Ann", date(2026, 11, 20), date(2026, 12, 18))
    before = seen(client.get(LIST, query))
    one = place(hub, "Zoe", date(2026, 11, 20), date(2026, 12, 18))
    gone = place(hub, "Zoe", date(2027, 1, 4), date(2027, 3, 1))
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=gone, reason="Never came.", by=by)
    restricted(one.child, [])
    restricted(gone.child, [])
    answer = client.get(LIST, query)
    assert "Places of children whose record you may not open are left out" in (
        seen(answer)
    )
    assert seen(answer) == before


def test_a_hub_school_lists_its_own_and_exports_nothing(signed_in, hub):
    user = build.user("hub_school")
    HubMember.objects.create(hub=hub, user=user, starts_on=date(2026, 9, 1))
    other = build.hubs.hub(name="Broadlands")
    place(other, "Zoe", date(2026, 11, 20), date(2026, 12, 18))
    client = signed_in(user)
    text = seen(client.get(LIST))
    assert "Zoe" not in text
    assert "more is of a child" not in text
    assert "Export" not in text
    assert client.get(LIST, {"format": "csv"}).status_code == 403


def test_the_queries_of_the_list_stay_flat(signed_in, queries_stay_flat, hub):
    queries_stay_flat(
        signed_in("hub_coordinator"),
        LIST,
        lambda: place(hub, "Ann", date(2026, 11, 20), date(2026, 12, 18)),
    )


def test_the_year_says_what_is_taken_each_week_by_hub_and_in_all(signed_in, hub):
    other = build.hubs.hub(name="Broadlands", places=3)
    place(hub, "Ann", date(2026, 11, 24), date(2026, 12, 18))
    place(other, "Bob", date(2026, 11, 25), date(2027, 10, 1))
    answer = signed_in("hub_coordinator").get(YEAR)
    rows = {row["monday"]: row for row in answer.context["rows"]}
    assert len(rows) == 53
    week = rows[date(2026, 11, 23)]
    assert [(w.taken, w.places) for _, w in week["hubs"]] == [(1, 3), (1, 7)]
    assert (week["county"].taken, week["county"].places) == (2, 10)
    assert week["county"].day == date(2026, 11, 25)
    next_year = signed_in("hub_coordinator").get(YEAR, {"year": "2027"})
    weeks = {row["monday"]: row["county"].taken for row in next_year.context["rows"]}
    assert weeks[date(2027, 9, 27)] == 1
    assert weeks[date(2027, 10, 4)] == 0


@pytest.mark.parametrize("wrong", ["nonsense", "99999", "-1", ""])
def test_a_year_that_is_none_is_this_year(signed_in, hub, wrong):
    answer = signed_in("hub_coordinator").get(YEAR, {"year": wrong})
    assert answer.context["year"] == 2026


def test_before_the_first_hub_there_is_nothing(signed_in, hub):
    text = seen(signed_in("hub_coordinator").get(YEAR, {"year": "2020"}))
    assert "No nurture hub was open in that year" in text


@pytest.mark.parametrize("year", ["2020", "2028", "2089"])
def test_the_numbers_of_any_year_open_their_places(signed_in, three, year):
    client = signed_in("hub_coordinator")
    page = client.get(YEAR, {"year": year})
    asked = f"year={year}&amp;origin=False"
    assert (asked in page.content.decode()) is (year != "2020")  # no hub yet
    listed = client.get(LIST, {"year": year, "origin": "False"})
    assert "There is a problem" not in seen(listed)
    assert listed.context["rows"] == []


@pytest.mark.parametrize("year", ["2019", "2090", "nonsense"])
def test_a_year_that_the_board_cannot_show_is_said(signed_in, three, year):
    listed = signed_in("hub_coordinator").get(LIST, {"year": year})
    assert "There is a problem" in seen(listed)
    assert listed.context["rows"] == []


def test_the_queries_of_the_year_stay_flat(signed_in, queries_stay_flat, hub):
    queries_stay_flat(
        signed_in("hub_coordinator"),
        YEAR,
        lambda: place(build.hubs.hub(), "Ann", date(2026, 11, 20), date(2026, 12, 18)),
    )
