"""What the hubs have for a financial year."""

import pytest
from django.urls import reverse

from sendhub.nurture_hubs.models import Budget
from tests import build, pages

pytestmark = pytest.mark.django_db
URL = reverse("nurture_hubs:budget-set")


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("200,000", 20_000_000),
        ("£40000.50", 4_000_050),
        ("1 000.5", 100_050),
        ("0", 0),
    ],
)
def test_pounds_are_kept_as_pence(signed_in, typed, pence):
    client = signed_in("service_manager")
    answer = pages.press(client, URL, pence=typed)
    assert answer["Location"] == reverse("nurture_hubs:hub-list")
    budget = Budget.objects.get()
    assert (budget.hub, budget.year, budget.pence) == (None, 2026, pence)


def test_of_one_hub_it_stands_on_its_page(signed_in):
    hub = build.hubs.hub()
    client = signed_in("service_manager")
    for amount in ("30000", "40000"):
        answer = pages.press(client, f"{URL}?hub={hub.pk}", pence=amount)
    assert answer["Location"] == hub.get_absolute_url()
    said = pages.seen(client.get(hub.get_absolute_url()))
    assert "April 2026 to March 2027: £40,000.00" in said
    assert "£30,000.00" not in said.split("What was changed last")[0]


@pytest.mark.parametrize("typed", ["", "-5", "many", "1.234", "9" * 12, "1e5"])
def test_refuses(signed_in, typed):
    answer = pages.press(signed_in("service_manager"), URL, pence=typed)
    assert pages.errors(answer)["pence"]
    assert not Budget.objects.exists()


def test_who_may(signed_in):
    assert signed_in("hub_coordinator").get(URL).status_code == 403
