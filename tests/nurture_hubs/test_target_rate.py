"""Rating a child's own target."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(target):
    return reverse("nurture_hubs:target-rate", args=[target.pk])


def test_keeps_how_far_the_child_has_come(signed_in):
    target = build.hubs.target()
    press(signed_in("hub_coordinator"), url(target), half_way=5, at_exit=10)
    target.refresh_from_db()
    assert (target.at_entry, target.half_way, target.at_exit) == (2, 5, 10)
    act = Act.objects.get(act="nurture_hubs.target_rate")
    assert "(at entry 2, half-way 5, at exit 10): I wait" in str(act)


@pytest.mark.parametrize("wrong", ["11", "-1", "1.5", "all"])
def test_is_from_nought_to_ten(signed_in, wrong):
    answer = press(
        signed_in("hub_coordinator"), url(build.hubs.target()), at_exit=wrong
    )
    assert "At exit must be a number from 0 to 10" in errors(answer)["at_exit"][0]


def test_wants_one_rating_at_least(signed_in):
    page = url(build.hubs.target())
    answer = press(signed_in("hub_coordinator"), page, at_entry="")
    assert "at least one rating" in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    page = url(build.hubs.target())
    assert signed_in("caseworker").get(page).status_code == 403
    assert signed_in("hub_school").get(page).status_code == 404
