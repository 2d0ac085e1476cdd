"""The deadline calculator with much to show, and with a date that is none."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from sendhub.accounts.models import User
from sendhub.core.models import Partnership
from tests.browser.conftest import Visit, look_at
from tests.pages import typed

pytestmark = pytest.mark.django_db(transaction=True)

URL = reverse("calculator:timetable")
EXCUSED = {"about": "assessment"} | typed(
    request_received=date(2026, 6, 1),
    advice_requested=date(2026, 7, 18),
    closure_from=date(2026, 7, 23),
    reopens=date(2026, 9, 3),
    plan_sent=date(2026, 11, 20),
)
WRONG = {"about": "appeal", "decision_letter_day": 31, "decision_letter_month": 2}


def pages() -> list[str]:
    return [f"{URL}?{urlencode(asked)}" for asked in (EXCUSED, WRONG)]


def test_dates_with_an_exemption_and_a_day_that_is_none(
    visit: Visit, manager: User
) -> None:
    assert look_at(visit, manager, pages()) == {}


def test_what_a_stranger_sees_where_it_is_public(
    visit: Visit, transactional_db: None
) -> None:
    Partnership.objects.update_or_create(pk=1, defaults={"calculator_is_public": True})
    assert look_at(visit, None, [URL, *pages()]) == {}
