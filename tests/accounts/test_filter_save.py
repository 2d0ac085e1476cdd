"""Keeping the filters of a list under a name, and opening the list with them."""

from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.accounts.models import SavedFilter
from sendhub.audit.models import Act
from sendhub.core import narrowing, refusals
from sendhub.core.errors import RuleBroken
from tests import build
from tests.pages import errors, press, seen
from tests.races import at_once

pytestmark = pytest.mark.django_db

LIST = reverse("schools:setting-list")
WORK = reverse("casework:work-list")


def url_of(page="schools:setting-list", query="phase=Primary"):
    return f"{reverse('accounts:filter-save')}?_list={page}&{query}"


def opened(kept):
    return reverse("accounts:filter-open", args=[kept.pk])


def test_keeps_a_filter_that_then_stands_above_the_list(signed_in):
    client = signed_in("caseworker")
    page = client.get(f"{LIST}?phase=Primary&sort=-name&after=xyz&status=")
    link = url_of(query="phase=Primary&amp;sort=-name").replace(":s", "%3As")
    assert link.replace("&phase", "&amp;phase") in page.content.decode()
    answer = press(client, url_of(query="sort=-name&phase=Primary"), name="Primaries")
    assert (answer.status_code, answer.url) == (
        302,
        f"{LIST}?phase=Primary&sort=-name",
    )
    kept = SavedFilter.objects.get()
    assert (kept.page, kept.query) == (
        "schools:setting-list",
        "phase=Primary&sort=-name",
    )
    assert (kept.person, kept.team) == (client.user, None)
    page = client.get(LIST)
    assert f'href="{opened(kept)}"' in page.content.decode()
    assert client.get(opened(kept)).url == answer.url
    assert "Save this filter" not in seen(client.get(answer.url))
    assert Act.objects.get(act="accounts.filter_save").facts["name"] == "Primaries"


@pytest.mark.parametrize(
    ("page", "query", "kept"),
    [
        (
            "casework:work-list",
            "whose=team&late=late&child=Osei",
            "late=late&whose=team",
        ),
        ("ehcps:request-list", "name=Osei&stage=requested", "stage=requested"),
        ("ehcps:plan-list", "standing=draft&format=csv&before=x", "standing=draft"),
    ],
)
def test_every_list_keeps_its_filters_and_no_childs_name(signed_in, page, query, kept):
    client = signed_in("team_manager")
    press(client, url_of(page, query), name="Mine")
    assert SavedFilter.objects.get().query == kept
    shown = client.get(client.get(opened(SavedFilter.objects.get())).url)
    assert 'aria-current="true">Mine</a>' in shown.content.decode()


def test_every_list_that_keeps_filters_shows_them(signed_in):
    client = signed_in("service_manager")
    for number, page in enumerate(narrowing.names()):
        build.saved_filter(by=client.user, page=page, name=f"Kept {number}")
        assert f"Kept {number}" in seen(client.get(reverse(page)))


def test_a_manager_shares_a_filter_with_the_team_and_nobody_else(signed_in):
    north, south = build.team("North"), build.team("South")
    manager = signed_in(build.user("team_manager", team=north))
    assert "Share it with everybody in North" in seen(manager.get(url_of()))
    press(manager, url_of(), name="Primaries", shared=True)
    kept = SavedFilter.objects.get()
    assert kept.team == north
    near = signed_in(build.user("caseworker", team=north))
    far = signed_in(build.user("caseworker", team=south))
    teamless = signed_in(build.user("caseworker"))
    assert "shared with North" in seen(near.get(LIST))
    assert near.get(opened(kept)).status_code == 302
    for client in (far, teamless):
        assert "Primaries" not in seen(client.get(LIST))
        assert client.get(opened(kept)).status_code == 404


def test_a_caseworker_shares_nothing(signed_in):
    client = signed_in(build.user("caseworker", team=build.team("North")))
    assert "shared" not in client.get(url_of()).context["form"].fields
    press(client, url_of(), name="Primaries", shared=True)
    assert SavedFilter.objects.get().team is None


def test_a_name_is_used_once_for_a_list_by_one_person(signed_in):
    client = signed_in("caseworker")
    build.saved_filter(by=client.user, name="Primaries")
    build.saved_filter(by=build.user("caseworker"), name="Others")
    said = errors(press(client, url_of(query="phase=Secondary"), name="PRIMARIES"))
    assert said["name"][0].startswith("You have a filter of this name")
    answer = press(client, url_of("ehcps:plan-list", "need=x"), name="Primaries")
    assert answer.status_code == 302
    assert press(client, url_of(), name="Others").status_code == 302


def test_a_name_is_asked_for(signed_in):
    client = signed_in("caseworker")
    assert errors(press(client, url_of(), name=""))["name"] == [
        "Give the filter a name."
    ]
    assert "name" in errors(press(client, url_of(), name="x" * 61))


def test_a_list_that_is_not_narrowed_is_not_kept(signed_in):
    answer = press(signed_in("caseworker"), url_of(query="phase="), name="All")
    assert "The list is not narrowed to anything." in seen(answer)
    assert not SavedFilter.objects.exists()


def test_keeps_twenty_and_no_more(signed_in):
    client = signed_in("caseworker")
    for number in range(19):
        build.saved_filter(by=client.user, name=f"F{number}")
    assert press(client, url_of(), name="The twentieth").status_code == 302
    answer = press(client, url_of(), name="The next")
    assert "You have 20 filters for this list already" in seen(answer)
    assert SavedFilter.objects.count() == 20
    other = press(client, url_of("ehcps:plan-list", "need=x"), name="Elsewhere")
    assert other.status_code == 302


def test_a_filter_that_no_longer_fits_is_left_out_with_a_sentence(signed_in):
    client = signed_in("caseworker")
    kept = build.saved_filter(by=client.user, query="phase=Primary&moon=full")
    answer = client.get(opened(kept))
    assert answer.url == LIST
    assert "no longer fits this list and was left out" in seen(client.get(LIST))


def test_a_filter_of_a_list_that_is_gone_says_so(signed_in):
    client = signed_in("caseworker")
    kept = build.saved_filter(by=client.user)
    SavedFilter.objects.update(page="moon:list")
    assert client.get(opened(kept)).url == "/"


def test_a_filter_opens_no_list_that_its_reader_may_not_open(signed_in):
    team = build.team("North")
    manager = build.user("team_manager", team=team)
    kept = build.saved_filter(
        by=manager, page="casework:work-list", query="whose=team", shared=True
    )
    reader = signed_in(build.user("finance_officer", team=team))
    assert reader.get(opened(kept)).status_code == 403
    assert reader.get(url_of("casework:work-list", "whose=team")).status_code == 403


def test_a_filter_leads_nowhere_but_to_its_list(signed_in):
    client = signed_in("caseworker")
    for page in ("//evil.test", "accounts:role-list", ""):
        assert client.get(url_of(page)).url == "/"
    press(client, url_of(query="phase=%26x%3D1%23//evil.test"), name="Odd")
    address = urlsplit(client.get(opened(SavedFilter.objects.get())).url)
    assert (address.netloc, address.path, address.fragment) == ("", LIST, "")


def test_whoever_keeps_no_filters_sees_none(signed_in):
    assert "Save this filter" not in seen(
        signed_in("panel_member").get(f"{LIST}?phase=Primary")
    )
    assert signed_in("panel_member").get(url_of()).status_code == 403


def test_the_list_asks_no_more_for_many(signed_in, queries_stay_flat):
    client = signed_in("caseworker")
    queries_stay_flat(client, LIST, lambda: build.saved_filter(by=client.user))


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("accounts_savedfilter_name_once", {"name": "One"}),
        ("accounts_savedfilter_asks_something", {"query": ""}),
    ],
)
def test_the_database_refuses(constraint, change):
    person = build.user("caseworker")
    build.saved_filter(by=person, name="one")
    second = build.saved_filter(by=person, name="two")
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        SavedFilter.objects.filter(pk=second.pk).update(**change)
    assert error.value.__cause__.diag.constraint_name == constraint
    assert refusals.words_for(error.value) is not None


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_keep_no_more_than_twenty():
    person = build.user("caseworker")
    for number in range(19):
        build.saved_filter(by=person, name=f"F{number}")

    def keep(name):
        with suppress(RuleBroken):
            build.saved_filter(by=person, name=name)

    at_once(lambda: keep("Left"), lambda: keep("Right"))
    assert SavedFilter.objects.count() == 20
