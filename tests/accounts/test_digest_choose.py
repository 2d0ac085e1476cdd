"""Having the weekly digest by e-mail, or no longer: accounts:digest-choose."""

import pytest
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.audit.models import Act
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db

URL = reverse("accounts:digest-choose")


@pytest.fixture
def leader(signed_in):
    return signed_in(build.user("team_manager", team=build.team("North")))


def wants(client):
    return User.objects.get(pk=client.user.pk).weekly_digest


def test_stops_and_starts_the_e_mail(leader):
    assert wants(leader)
    assert press(leader, URL, weekly_digest=None).status_code == 302
    assert not wants(leader)
    assert Act.objects.get(act="accounts.digest_choose").facts["said"] == "not wanted"
    press(leader, URL, weekly_digest="on")
    assert wants(leader)


@pytest.mark.parametrize("page", ["mfa_index", "casework:digest-page"])
def test_is_reached_from_ones_own_pages(leader, page):
    assert URL in leader.get(reverse(page)).content.decode()


def test_is_not_offered_to_others(signed_in):
    page = signed_in("caseworker").get(reverse("mfa_index"))
    assert URL not in page.content.decode()


def test_says_where_the_account_belongs_to_no_team(signed_in):
    assert "belongs to none" in seen(signed_in("team_manager").get(URL))


@pytest.mark.parametrize("role", ["caseworker", "auditor", "administrator"])
def test_is_for_those_who_lead(signed_in, role):
    assert signed_in(role).get(URL).status_code == 403
    assert signed_in(role).post(URL).status_code == 403


def test_a_double_click_saves_once(leader):
    page = leader.get(URL)
    sent = {
        "once": page.context["form"]["once"].value(),
        "seen": page.context["form"]["seen"].value(),
    }
    for _ in range(2):
        assert leader.post(URL, sent).status_code == 302
    assert Act.objects.filter(act="accounts.digest_choose").count() == 1
