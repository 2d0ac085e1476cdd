"""Queries whose text is made once: they find what the query itself finds."""

import pytest
from django.db.models import BigAutoField, CharField, F

from sendhub.accounts.models import Team
from sendhub.core.remembered import Given, Remembered

pytestmark = pytest.mark.django_db


def test_finds_what_it_is_asked_for_each_time() -> None:
    first, second = Team.objects.create(name="One"), Team.objects.create(name="Two")
    named = Team.objects.filter(pk=Given("team", BigAutoField()))
    asked = Remembered.of(named.values("name", key=F("pk")))

    assert asked.rows(team=first.pk) == [{"name": "One", "key": first.pk}]
    assert asked.rows(team=second.pk) == [{"name": "Two", "key": second.pk}]
    assert asked.rows(team=0) == []


def test_sends_the_values_apart_from_the_text() -> None:
    named = Team.objects.filter(name=Given("name", CharField()))
    asked = Remembered.of(named.values("pk"))

    assert asked.rows(name="' OR '' = '") == []
    assert "OR ''" not in asked.sql


def test_stands_inside_another_query() -> None:
    first, second = Team.objects.create(name="One"), Team.objects.create(name="Two")
    asked = Remembered.of(
        Team.objects.filter(pk=Given("team", BigAutoField())).values("pk")
    )

    assert list(Team.objects.filter(pk__in=asked.within(team=first.pk))) == [first]
    others = Team.objects.exclude(pk__in=asked.within(team=first.pk))
    assert second in others
    assert first not in others


def test_a_value_that_is_not_given_is_an_error() -> None:
    asked = Remembered.of(
        Team.objects.filter(pk=Given("team", BigAutoField())).values("pk")
    )
    with pytest.raises(KeyError):
        asked.rows(child=1)
