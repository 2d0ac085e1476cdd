"""The evaluation for the schools forum, counted against a world counted by hand."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from sendhub.nurture_hubs.actions import place_withdraw
from sendhub.nurture_hubs.evaluation import evaluate
from sendhub.nurture_hubs.evaluation.cohort import scope_of
from sendhub.nurture_hubs.models import Budget
from sendhub.nurture_hubs.rules.evaluation import Period
from tests import build
from tests.conftest import TODAY
from tests.pages import seen, typed

pytestmark = pytest.mark.django_db
FOUR_TERMS = Period(date(2021, 9, 1), date(2022, 12, 31))
PAGE = "nurture_hubs:evaluation"


def found(slug, *, period=FOUR_TERMS, hub=None, today=TODAY):
    sections = {s.slug: s for s in evaluate(scope_of(period, hub, today=today))}
    return [[cell.value for cell in row] for row in sections[slug].rows]


def rows(slug, **scope):
    return {row[0]: row[1:] for row in found(slug, **scope)}


def test_how_full_the_hubs_were(world):
    assert rows("occupancy") == {
        "Broadlands": [3, Decimal("139.1"), Decimal("81.0"), Decimal("58.2")],
        "Scudamore": [0, Decimal("17.4"), Decimal("0.0"), Decimal("0.0")],
        "All together": [3, Decimal("156.6"), Decimal("81.0"), Decimal("51.7")],
    }


def test_places_taken_week_by_week(world):
    weeks = rows("weeks")
    assert len(weeks) == 70
    assert weeks[date(2021, 8, 30)] == [0, 2, 0]
    assert weeks[date(2021, 11, 1)] == [2, 2, 100]
    assert weeks[date(2022, 7, 18)][0] == Decimal("0.4")
    assert weeks[date(2022, 8, 29)][1] == Decimal("2.6")


def test_children_from_other_schools(world):
    others = rows("others")
    by_hand = [3, 2, Decimal("66.7"), Decimal("58.3"), Decimal("72.0")]
    assert others["All together"] == others["Broadlands"] == by_hand
    assert others["Scudamore"] == [0, 0, None, 0, None]


def test_the_quota_of_each_hub_and_school_year(world):
    assert found("quota") == [
        ["Broadlands", "2021/22", 1, "Not met"],
        ["Broadlands", "2022/23", 1, "Not met"],
        ["Scudamore", "2022/23", 0, "Not met"],
    ]


def test_the_time_from_referral_to_entry(world):
    assert found("time") == [
        ["Children who started in the period", 3, Decimal(8), Decimal(19)],
        [
            "Children who waited without a place on the last day",
            1,
            Decimal("17.3"),
            Decimal("17.3"),
        ],
    ]


def test_progress_from_entry_to_exit(world):
    progress = rows("progress")
    assert progress["SDQ: total difficulties"] == [2, Decimal(-4), 1, 1, 0]
    assert progress["SDQ: prosocial"] == [2, 0, 0, 2, 0]
    assert progress["Attendance, %"] == [0, None, 0, 0, 0]


def test_targets_decisions_and_destinations(world):
    assert [row[1] for row in found("targets")] == [1, 1, 1, 100, 8]
    decisions = rows("decisions")
    assert decisions["Returns to the original school"] == [1]
    assert decisions["Place ended, no decision recorded"] == [2]
    places = rows("destinations")
    assert places["In the original school"] == [1, 1, 0]
    assert places["In a special school"] == [0, 0, 1]
    assert places["Due, and not recorded"] == [2, 2, 2]
    assert places["Not due yet"] == [0, 0, 0]


@pytest.mark.parametrize(
    ("today", "due", "ahead"),
    [
        (date(2022, 4, 8), [0, 0, 0], [2, 2, 2]),
        (date(2022, 4, 9), [1, 0, 0], [1, 2, 2]),
        (date(2022, 12, 31), [1, 1, 0], [1, 1, 2]),
        (date(2023, 4, 9), [1, 1, 1], [1, 1, 1]),
    ],
)
def test_nobody_lacks_an_answer_before_its_day(world, today, due, ahead):
    places = rows("destinations", today=today)
    assert places["Due, and not recorded"] == due
    assert places["Not due yet"] == ahead


@pytest.fixture
def ben_again(world, on_day):
    """Ben comes a second time, to the other hub, for a few weeks."""
    on_day(date(2022, 9, 1))
    by = build.user("service_manager")
    facts = {"received_on": date(2022, 9, 1), "consent_on": date(2022, 9, 1)}
    made = build.hubs.referral(child_=world.ben.child, by=by, **facts)
    build.hubs.agreed(world.second, made=made, by=by)
    place = build.hubs.place(
        world.second,
        made=made,
        by=by,
        starts_on=date(2022, 9, 5),
        ends_on=date(2022, 12, 16),
        again_because="He moved.",
        few_others_because="Nobody else asked.",
        order_because="He moved.",
    )
    on_day(TODAY)
    return place


def test_a_child_with_two_places_is_one_child_without_an_answer(ben_again):
    assert rows("destinations")["Due, and not recorded"] == [2, 2, 2]


def test_who_was_referred_and_had_no_place_in_the_period_is_compared(ben_again):
    days = Period(date(2022, 9, 1), date(2022, 9, 4))  # Dot was referred then, too
    assert rows("compared", period=days)["Children"] == [0, None, 2, None]
    days = Period(date(2022, 9, 1), date(2022, 9, 5))
    assert rows("compared", period=days)["Children"] == [2, None, 1, None]


def test_a_place_taken_back_later_never_was(world, ben_again, signed_in):
    week = date(2022, 9, 12)
    only = {"hub": world.second}
    assert rows("weeks", **only)[week][0] == 1

    by = build.user("service_manager")
    place_withdraw(place=ben_again, reason="He never came.", by=by)

    assert rows("weeks", **only)[week][0] == 0
    assert rows("occupancy", **only)["Scudamore"][0] == 0
    page = seen(signed_in("team_manager").get(reverse(PAGE)))
    assert "counts as if it had never been, in past weeks too" in page


def test_what_came_afterwards_with_a_place_and_without(world):
    compared = rows("compared")
    assert compared["Children"] == [3, None, 2, None]
    asked = compared["Request for an EHC needs assessment afterwards"]
    assert asked == [1, Decimal("33.3"), 1, Decimal(50)]
    assert compared["EHC plan issued afterwards"][0] == 0
    assert compared["Specialist placement later"] == [1, Decimal("33.3"), 0, 0]


def test_a_special_school_attended_later_counts_too(world):
    special = build.setting(category="special")
    child = world.ben.child
    build.attendance(child, special, starts_on=date(2023, 9, 4))
    assert rows("compared")["Specialist placement later"][0] == 2


def test_what_it_cost(world):
    cost = rows("cost")
    assert cost["Together"] == [Decimal(266849)]
    assert cost["For each child with a place"] == [Decimal(88950)]
    assert cost["For each place-week taken"] == [Decimal(3294)]


def test_a_hubs_own_budget_is_the_cost_of_that_hub(world):
    Budget.objects.create(
        hub=world.first, year=2021, pence=36_500_00, set_by=build.user()
    )
    period = Period(date(2021, 9, 1), date(2021, 9, 10))
    assert rows("cost", period=period, hub=world.first)["Together"] == [Decimal(1000)]
    assert rows("cost", period=period)["Together"] == [Decimal(5479)]
    assert rows("cost", period=period, hub=world.second)["Together"] == [None]


def test_one_hub_alone(world):
    assert set(rows("occupancy", hub=world.second)) == {"Scudamore", "All together"}
    assert (
        rows("time", hub=world.second)[
            "Children who waited without a place on the last day"
        ][0]
        == 1
    )


@pytest.mark.parametrize(
    "period",
    [
        Period(date(2019, 9, 1), date(2020, 8, 31)),
        Period(date(2021, 8, 31), date(2021, 8, 31)),
    ],
)
def test_a_period_before_any_hub_is_empty(world, period):
    assert found("weeks", period=period) == found("quota", period=period) == []
    assert rows("occupancy", period=period)["All together"] == [0, 0, 0, None]
    assert rows("cost", period=period)["For each child with a place"] == [None]


def test_a_world_without_hubs_is_empty():
    assert rows("occupancy") == {"All together": [0, 0, 0, None]}
    assert rows("compared")["Children"] == [0, None, 0, None]


def test_the_page_begins_with_the_first_four_terms(world, signed_in):
    page = signed_in("team_manager").get(reverse(PAGE))
    assert "1 September 2021 to 31 December 2022" in seen(page)
    assert page.content.count(b"chart__drawing") == 5
    assert b"style=" not in page.content
    assert "not to be published" in seen(page)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("First four terms", date(2021, 9, 1), date(2022, 12, 31)),
        ("This school year", date(2026, 9, 1), TODAY),
        ("Last school year", date(2025, 9, 1), date(2026, 8, 31)),
        ("All", date(2021, 9, 1), TODAY),
    ],
)
def test_the_usual_periods_are_one_click_away(world, signed_in, title, first, last):
    client = signed_in("team_manager")
    ways = {way["title"]: way for way in client.get(reverse(PAGE)).context["periods"]}
    page = client.get(ways[title]["url"])
    assert page.context["scope"].period == Period(first, last)
    [current] = [way for way in page.context["periods"] if way["current"]]
    assert current["title"] == title


def test_every_value_leads_to_what_it_is_drawn_from(world, signed_in):
    client = signed_in("team_manager")
    shown = client.get(reverse(PAGE)).context["sections"]
    cells = [
        (one.section.slug, cell.text, url)
        for one in shown
        for row in one.rows
        for cell, url in row
        if cell.is_numeric and cell.value
    ]
    assert [cell for cell in cells if not cell[2]] == []
    for url in {url for slug, _, url in cells if slug != "weeks"}:
        assert client.get(url).status_code == 200, url


def test_every_number_opens_as_many_records(world, signed_in):
    client = signed_in("team_manager")
    page = client.get(reverse(PAGE))
    ways = {
        (url, cell.value)
        for shown in page.context["sections"]
        for row in shown.rows
        for cell, url in row
        if "of=" in url and cell.kind == "number" and isinstance(cell.value, int)
    }
    assert len(ways) > 15
    for url, number in ways:
        listed = client.get(url).context["rows"]
        assert len({row.child_id for row, *_ in listed}) == number, url


def test_the_list_leads_to_the_cases(world, signed_in):
    client = signed_in("team_manager")
    page = client.get(reverse("nurture_hubs:evaluation-list"), {"of": "others"})
    assert world.ava.child.known_as in seen(page)
    assert world.ben.child.known_as not in seen(page)
    assert world.ava.referral.case.get_absolute_url() in page.content.decode()


def test_a_restricted_child_counts_and_is_not_named(world, signed_in):
    from sendhub.people import actions as people

    child = world.ava.child
    child.refresh_from_db()
    people.child_restrict(
        child=child, named=[], reason="A relative", by=build.user("service_manager")
    )
    client = signed_in("team_manager")
    assert rows("others")["All together"][1] == 2
    page = seen(client.get(reverse("nurture_hubs:evaluation-list"), {"of": "others"}))
    assert child.known_as not in page
    assert "Restricted record Not shown" in page
    assert f"{world.ava.starts_on:%-d %b %Y}" not in page


def test_a_list_of_nothing_known_is_not_there(signed_in):
    page = reverse("nurture_hubs:evaluation-list")
    assert signed_in("team_manager").get(page, {"of": "gold"}).status_code == 404


@pytest.mark.parametrize(
    ("first", "last", "field", "said"),
    [
        (None, date(2022, 1, 1), "first", "Enter"),
        (date(2022, 1, 2), date(2022, 1, 1), "last", "before the first day"),
        (date(2022, 1, 2), date(2026, 11, 21), "last", "today or in the past"),
    ],
)
def test_says_which_day_is_wrong(signed_in, first, last, field, said):
    asked = {"first_day": "", **typed(first=first, last=last)}
    page = signed_in("team_manager").get(reverse(PAGE), asked)
    assert said in page.context["filter"].errors[field][0]
    assert page.context["sections"] == []
    for kind in ("docx", "xlsx"):
        again = signed_in("team_manager").get(reverse(PAGE), asked | {"format": kind})
        assert again["Content-Type"].startswith("text/html")


def test_counts_in_the_same_number_of_queries_however_many(
    world, signed_in, queries_stay_flat
):
    client = signed_in("team_manager")

    def more():
        hub = build.hubs.hub()
        build.hubs.measure(build.hubs.in_hub(of_hub=hub))
        client.get(reverse(PAGE))  # what is drawn once is kept

    queries_stay_flat(client, reverse(PAGE), more)


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("hub_school").get(reverse(PAGE)).status_code == 403
