"""The first page leads to where somebody's work is."""

import pytest
from django.urls import reverse

from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["caseworker", "team_manager", "auditor"])
def test_leads_to_the_work_list(signed_in, role):
    answer = signed_in(role).get("/")
    assert (answer.status_code, answer.url) == (302, reverse("casework:work-list"))


def test_leads_everybody_to_a_page_that_they_may_open(signed_in):
    for role in ("administrator", "hub_school", "panel_member", "finance_officer"):
        client = signed_in(role)
        answer = client.get("/")
        assert answer.status_code == 302, role
        assert client.get(answer.url).status_code == 200, role


def test_says_what_to_do_to_somebody_without_a_role(signed_in):
    answer = signed_in(build.user()).get("/")
    assert answer.status_code == 200
    assert "nobody has given your account a role" in seen(answer)


def test_asks_a_stranger_to_sign_in(client):
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))
