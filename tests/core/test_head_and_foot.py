"""What stands at the head and the foot of every page."""

import pytest
from django.urls import reverse

from sendhub.core.models import Partnership
from tests.pages import seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def help_contact():
    Partnership.objects.update_or_create(
        pk=1, defaults={"help_contact": "SEND desk, 01432 260178, send@example.org"}
    )


def test_says_whom_to_ask_for_help_before_and_after_signing_in(
    client, signed_in, help_contact
):
    words = "Help: SEND desk, 01432 260178, send@example.org"
    assert words in seen(client.get(reverse("account_login")))
    page = signed_in("caseworker").get("/work/")
    assert words in seen(page)
    assert 'href="mailto:send@example.org"' in page.content.decode()


def test_says_nothing_of_help_where_nobody_is_named(client):
    assert "Help:" not in seen(client.get(reverse("account_login")))


@pytest.mark.parametrize(
    ("role", "url"), [("caseworker", "/children/"), ("administrator", "")]
)
def test_offers_the_search_to_who_may_open_a_child(signed_in, role, url):
    page = signed_in(role).get(reverse("mfa_index"))
    assert page.context["search_url"] == url
    assert ('id="site-search"' in page.content.decode()) is bool(url)
