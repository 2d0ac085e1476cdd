"""Key paging: every row once, in order, whatever the page size and direction."""

from datetime import date, timedelta

import pytest
from django.test import RequestFactory

from sendhub.core import lists
from sendhub.core.lists import Sort, count_words, list_page, read_keys
from sendhub.schools.models import Setting
from tests import build

pytestmark = pytest.mark.django_db

SORTS = {
    "name": Sort("Name", ("name", "pk")),
    "refreshed": Sort("Refreshed", ("refreshed_on", "pk"), backwards=True),
}


def ask(query=""):
    request = RequestFactory().get(f"/list/{query}")
    return list_page(request, Setting.objects.all(), sorts=SORTS)


@pytest.fixture
def settings_listed(monkeypatch):
    monkeypatch.setattr(lists, "ROWS", 3)
    for number in range(8):
        build.setting(
            "Same name" if number % 2 else f"Name {number}",
            refreshed_on=date(2026, 1, 1) + timedelta(days=number % 3),
        )


def everything(query, way):
    found, page = [], ask(query)
    while True:
        rows = list(page.rows)
        found = found + rows if way == "next_url" else rows + found
        url = getattr(page, way)
        if url is None:
            return found
        page = ask(url)


@pytest.mark.parametrize("sort", ["name", "-name", "refreshed", "-refreshed"])
def test_turning_pages_meets_every_row_once_in_order(settings_listed, sort):
    found = everything(f"?sort={sort}", "next_url")
    column = "name" if "name" in sort else "refreshed_on"
    keys = [(getattr(row, column), row.pk) for row in found]
    assert len(set(found)) == 8
    assert keys == sorted(keys, reverse=sort.startswith("-"))


@pytest.mark.parametrize("sort", ["name", "-name", "-refreshed"])
def test_turning_back_meets_the_same_rows(settings_listed, sort):
    page = ask(f"?sort={sort}")
    forward = [list(page.rows)]
    while page.next_url:
        page = ask(page.next_url)
        forward.append(list(page.rows))
    while page.previous_url:
        page = ask(page.previous_url)
        forward.pop()
        assert list(page.rows) == forward[-1]
    assert len(forward) == 1


@pytest.mark.parametrize(
    ("texts", "keys"),
    [
        (["12", "5"], [12, 5]),
        (["9" * 18], [int("9" * 18)]),
        (["9" * 19, "9" * 5000, "²", "٣", "-1", "1.0", " 1", "", "\x00"], []),
    ],
)
def test_only_what_can_be_the_number_of_a_record_is_read_as_one(texts, keys):
    assert read_keys(texts) == keys


@pytest.mark.parametrize(
    "cursor", ["x", "WzFd", "e30=", "WyJhIiwgImIiXQ==", "W251bGwsIDFd", "%00", "é"]
)
def test_a_damaged_address_shows_the_first_page(settings_listed, cursor):
    assert list(ask(f"?after={cursor}").rows) == list(ask().rows)


def test_rows_between_the_pages_that_go_away_lose_nothing(settings_listed):
    page = ask("?sort=name")
    last = page.rows[-1]
    expected = everything("?sort=name", "next_url")[3:6]
    Setting.objects.filter(pk=last.pk).delete()
    assert list(ask(page.next_url).rows) == expected


def test_counting_stops_where_nobody_reads_on(settings_listed, monkeypatch):
    assert count_words(Setting.objects.all()) == "8"
    monkeypatch.setattr(lists, "COUNTED", 7)
    assert count_words(Setting.objects.all()) == "7+"


def test_links_keep_the_filters(settings_listed):
    page = ask("?sort=name&kind=special")
    assert "kind=special" in page.next_url


def test_an_empty_list_has_nowhere_to_turn():
    page = ask()
    assert (list(page.rows), page.next_url, page.previous_url) == ([], None, None)
    assert page.total == "0"
