"""Filters of lists: what they do not know finds nothing."""

import django_filters
import pytest
from django.urls import reverse

from sendhub.core.filters import ListFilter
from sendhub.core.forms.fields import CHOOSE_AGAIN
from tests import build
from tests.pages import seen

SETTINGS = reverse("schools:setting-list")


def _kinds(kind: type) -> set[type]:
    return {kind}.union(*(_kinds(below) for below in kind.__subclasses__()))


def test_every_list_is_as_strict() -> None:
    every = _kinds(django_filters.FilterSet) - {django_filters.FilterSet}
    ours = {kind for kind in every if kind.__module__.startswith("sendhub.")}
    assert len(ours) > 12
    assert {kind for kind in ours if not issubclass(kind, ListFilter)} == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "odd", [{"where": "nonsense"}, {"status": "99"}, {"words": "\x00"}]
)
def test_what_is_not_known_finds_nothing(signed_in, odd) -> None:
    build.setting(name="Leominster School")
    client = signed_in("team_manager")
    assert "Leominster School" in seen(client.get(SETTINGS))
    page = seen(client.get(SETTINGS, odd))
    assert "There is a problem" in page
    assert "Leominster School" not in page


@pytest.mark.django_db
def test_it_says_what_to_do_and_stays_open_where_it_is_narrow(signed_in) -> None:
    client = signed_in("team_manager")
    page = client.get(SETTINGS, {"where": "nonsense"}).content.decode()
    assert page.count(CHOOSE_AGAIN) == 2  # above, and beside the field
    fold = '<details class="filters" data-closed-when-narrow'
    assert fold not in page
    assert fold in client.get(SETTINGS).content.decode()
