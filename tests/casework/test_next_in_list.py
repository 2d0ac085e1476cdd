"""After an act that began in a list of work, the page leads to the next row."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.urls import reverse

from sendhub.casework.nextup import carried
from tests import build
from tests.conftest import TODAY
from tests.pages import press, seen

pytestmark = pytest.mark.django_db

WORK = reverse("casework:work-list")


@pytest.fixture
def nia():
    return build.user("caseworker", name="Nia Prosser")


@pytest.fixture
def tasks(nia):
    """Three of Nia's, on three cases, due in turn."""
    return [
        build.task(
            case_=build.case(officer=nia), what=what, due_on=TODAY + timedelta(days)
        )
        for what, days in (("First", 1), ("Second", 2), ("Third", 30))
    ]


def link_of(client, title, **query):
    context = client.get(WORK, query).context
    linked = zip(context["rows"], context["page"].rows, strict=True)
    row = next(row for row, _ in linked if row.title == title)
    body = client.get(WORK, query).content.decode()
    start = body.index(f'href="{row.url}?') + len('href="')
    return body[start : body.index('"', start)].replace("&amp;", "&")


def test_leads_to_the_next_row_after_an_act(signed_in, nia, tasks):
    client = signed_in(nia)
    answer = press(client, link_of(client, "First"))
    assert answer.url.startswith(f"{tasks[0].case.get_absolute_url()}?done=")
    text = seen(client.get(answer.url))
    assert "Task done." in text
    assert "Next in my list: Second" in text


def test_goes_on_from_where_one_was_and_from_the_end_to_the_top(signed_in, nia, tasks):
    client = signed_in(nia)
    answer = press(client, link_of(client, "Second"))
    page = client.get(answer.url)
    assert "Next in my list: Third" in seen(page)
    following = page.content.decode().split('Next in my list: <a href="')[1]
    url = following.split('"')[0].replace("&amp;", "&")
    answer = press(client, url)
    assert "Next in my list: First" in seen(client.get(answer.url))


def test_keeps_the_filters_of_the_list(signed_in, nia, tasks):
    client = signed_in(nia)
    link = link_of(client, "First", whose="everyone", late="soon", child="family")
    answer = press(client, link)
    page = client.get(answer.url)
    assert "Next in my list: Second" in seen(page)
    assert f"{WORK}?whose=everyone&amp;late=soon" in page.content.decode()
    assert "child=" not in answer.url


def test_says_nothing_when_the_list_is_empty(signed_in, nia):
    task = build.task(case_=build.case(officer=nia))
    client = signed_in(nia)
    answer = press(client, link_of(client, task.what))
    assert "Next in my list" not in seen(client.get(answer.url))


def test_an_act_from_elsewhere_leads_nowhere_else(signed_in, nia, tasks):
    client = signed_in(nia)
    answer = press(client, tasks[0].get_absolute_url())
    assert answer.url == tasks[0].case.get_absolute_url()
    assert "Next in my list" not in seen(client.get(answer.url))


def test_the_case_page_carries_the_list_on_to_its_acts(signed_in, nia, tasks):
    client = signed_in(nia)
    page = client.get(tasks[0].case.get_absolute_url(), {"list": "whose=mine"})
    urls = {act.label: act.url for act in page.context["acts"]}
    assert parse_qs(urlsplit(urls["Add a note"]).query) == {"list": ["whose=mine"]}
    answer = press(
        client,
        urls["Add a note"],
        kind="call",
        happened_on=TODAY,
        text="She called.",
        category="general",
    )
    assert "Next in my list: First" in seen(client.get(answer.url))


@pytest.mark.parametrize(
    "sent",
    ["", "x" * 600, "next=//evil.example", "whose=%00&officer=x", "after=!!!"],
)
def test_whatever_is_sent_leads_nowhere_outside(signed_in, nia, tasks, sent):
    client = signed_in(nia)
    answer = client.get(tasks[0].case.get_absolute_url(), {"done": sent})
    assert answer.status_code == 200
    assert "evil.example" not in answer.content.decode()


def test_carries_what_the_list_knows_and_no_name():
    query = QueryDict("whose=team&child=Amara&x=1&late=overdue&format=csv")
    assert carried(query) == "whose=team&late=overdue"
