"""Days in words, remembered, read as Django's filter writes them."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from django.template import Context, Template
from django.template.defaultfilters import date as django_date

DAY = date(2026, 3, 9)
NOON = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)
ELSEWHERE = NOON.astimezone(timezone(timedelta(hours=5)))


def drawn(value: Any, form: str) -> str:
    return Template("{{ value|date:form }}").render(
        Context({"value": value, "form": form})
    )


@pytest.mark.parametrize("form", ["j F Y", "j M Y", "Y-m-d", "l j F Y", "jS"])
@pytest.mark.parametrize("day", [DAY, date(1, 1, 1), date(9999, 12, 31)])
def test_writes_a_day_as_django_does(day: date, form: str) -> None:
    assert drawn(day, form) == drawn(day, form) == django_date(day, form)


@pytest.mark.parametrize("value", [None, "", "9 March 2026", 7])
def test_what_is_no_day_is_nothing(value: Any) -> None:
    assert drawn(value, "j F Y") == ""


def test_equal_moments_of_two_zones_are_not_mixed_up() -> None:
    assert NOON == ELSEWHERE
    assert drawn(NOON, "j M Y, H:i") == "9 Mar 2026, 12:30"
    in_their_zone = Template("{% load tz %}{{ v|timezone:zone|date:'H:i' }}")
    assert (
        in_their_zone.render(Context({"v": NOON, "zone": ELSEWHERE.tzinfo})) == "17:30"
    )


def test_a_day_and_the_midnight_it_begins_with_are_not_mixed_up() -> None:
    midnight = datetime(2026, 3, 9, tzinfo=UTC)
    assert drawn(midnight, "j M Y") == drawn(DAY, "j M Y") == "9 Mar 2026"
