"""My work opens as its reader last narrowed it, and a shared address as it says."""

import pytest
from django.urls import reverse

from sendhub.accounts import actions
from sendhub.accounts.models import LastFilter
from sendhub.core.narrowing import list_at
from tests import build
from tests.pages import seen
from tests.races import at_once

pytestmark = pytest.mark.django_db

URL = reverse("casework:work-list")


def choose(client, query):
    """Follow a link, or send the filters, on the list itself."""
    return client.get(f"{URL}?{query}", headers={"referer": f"http://testserver{URL}"})


def bare(client):
    """Open the list from the navigation; say where that leads."""
    answer = client.get(URL)
    return answer.url if answer.status_code == 302 else answer.status_code


def test_opens_as_it_was_last_narrowed(signed_in):
    client = signed_in("caseworker")
    assert bare(client) == 200
    assert choose(client, "whose=everyone&late=overdue&sort=-due").status_code == 200
    assert bare(client) == f"{URL}?late=overdue&sort=-due&whose=everyone"
    assert client.get(bare(client)).context["found"].asked == {"late": "overdue"}
    choose(client, "whose=mine&kind=task")
    assert bare(client) == f"{URL}?kind=task&whose=mine"
    assert LastFilter.objects.count() == 1


def test_show_all_forgets_the_filters(signed_in):
    client = signed_in("caseworker")
    page = choose(client, "whose=everyone&late=overdue")
    assert "Your filters leave some work out. Show all" in seen(page)
    choose(client, page.context["clear_url"].removeprefix("?"))
    assert bare(client) == f"{URL}?whose=everyone"
    assert "leave some work out" not in seen(client.get(bare(client)))


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "http://testserver/work/board/",
        "http://elsewhere.example/work/",
        "http://testserver/work/?whose=team",
    ],
)
def test_an_address_shows_what_it_says_and_only_the_list_remembers(signed_in, referer):
    client = signed_in("caseworker")
    choose(client, "late=overdue")
    answer = client.get(f"{URL}?late=later", headers={"referer": referer})
    assert answer.context["found"].asked == {"late": "later"}
    on_the_list = referer.endswith("whose=team")
    assert bare(client) == f"{URL}?late={'later' if on_the_list else 'overdue'}"


def test_never_remembers_a_childs_name_nor_a_place(signed_in):
    client = signed_in("caseworker")
    choose(client, "late=soon&child=Osei&after=abc&what=ever")
    assert LastFilter.objects.get().query == "late=soon"


def test_an_export_is_no_choice(signed_in):
    client = signed_in("caseworker")
    choose(client, "late=overdue")
    b"".join(choose(client, "late=later&format=csv").streaming_content)
    assert bare(client) == f"{URL}?late=overdue"


def test_each_person_has_their_own(signed_in):
    choose(signed_in("caseworker"), "late=overdue")
    assert bare(signed_in("caseworker")) == 200


def test_what_the_list_no_longer_knows_is_left_out(signed_in):
    client = signed_in("caseworker")
    choose(client, "late=overdue")
    LastFilter.objects.update(query="colour=red")
    assert bare(client) == 200


def test_a_very_long_address_is_not_remembered(signed_in):
    client = signed_in("caseworker")
    choose(client, "late=" + "x" * 2000)
    assert not LastFilter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_leave_one(transactional_db):
    person, listed = build.user(), list_at("casework:work-list")
    at_once(
        *(
            lambda query=query: actions.filter_remember(
                listed=listed, query=query, by=person
            )
            for query in ("late=soon", "late=later")
        )
    )
    assert LastFilter.objects.get().query in ("late=soon", "late=later")
