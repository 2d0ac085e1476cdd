"""Each constraint on teams and the people who sign in, broken once."""

import pytest
from django.db import IntegrityError, transaction

from sendhub.accounts.models import LastFilter, Locality, Team, User
from tests import build

pytestmark = pytest.mark.django_db


def test_each_half_of_the_county_has_one_team() -> None:
    Team.objects.create(name="North", locality=Locality.NORTH)
    Team.objects.create(name="South", locality=Locality.SOUTH)
    with (
        pytest.raises(IntegrityError, match='"accounts_team_one_per_locality"'),
        transaction.atomic(),
    ):
        Team.objects.create(name="North again", locality=Locality.NORTH)
    for name in ("Short breaks", "Placements"):
        Team.objects.create(name=name)


def test_an_address_signs_in_one_person_however_it_is_written() -> None:
    build.user(email="ann@example.org")
    with pytest.raises(IntegrityError, match='"accounts_user_email_once"'):
        User.objects.create(email="ANN@Example.org", name="Ann Again")


def test_what_a_list_was_last_narrowed_to_is_one_row_for_each_person() -> None:
    person = build.user()
    LastFilter.objects.create(person=person, page="a", query="")
    with pytest.raises(IntegrityError, match='"accounts_lastfilter_once"'):
        LastFilter.objects.create(person=person, page="a", query="late=soon")
