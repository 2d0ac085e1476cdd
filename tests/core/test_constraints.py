"""Each constraint on what the whole product shares, broken once."""

import pytest
from django.db import IntegrityError

from sendhub.core.models import Code, Partnership

pytestmark = pytest.mark.django_db


def test_there_is_one_partnership() -> None:
    with pytest.raises(IntegrityError, match='"core_partnership_only_one"'):
        Partnership.objects.create(pk=2)


def test_a_code_is_once_in_its_set() -> None:
    with pytest.raises(IntegrityError, match='"core_code_once_in_its_set"'):
        Code.objects.create(id="SEX:F again", set="SEX", code="F", meaning="Female")


@pytest.mark.parametrize("hours", [0, 169])
def test_break_glass_ends_within_a_week(hours: int) -> None:
    with pytest.raises(IntegrityError, match='"core_partnership_glass_ends"'):
        Partnership.objects.filter(pk=1).update(glass_hours=hours)
