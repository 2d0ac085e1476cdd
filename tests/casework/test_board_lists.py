"""The lists behind the board: what fell due in a week, handovers not read yet."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.casework.models import Handover
from tests import build
from tests.conftest import TODAY
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

DUE, UNREAD = reverse("casework:deadline-list"), reverse("casework:handover-list")
MONDAY = TODAY - timedelta(4)
LAST = MONDAY - timedelta(7)


@pytest.fixture
def north():
    return build.team("North")


@pytest.fixture
def nia(north):
    return build.user("caseworker", name="Nia Prosser", team=north)


@pytest.fixture
def manager(signed_in, north):
    return signed_in(build.user("team_manager", team=north))


@pytest.fixture
def week(nia):
    """Of last week: one met, one late, one open, a wait and one void."""
    case = build.case(officer=nia, child_=build.child(family_name="Osei"))
    build.deadline(case_=case, due_on=LAST, met_on=LAST, title="Met")
    on = LAST + timedelta(1)
    build.deadline(case_=case, due_on=on, met_on=MONDAY, title="Late")
    build.deadline(case_=case, due_on=LAST + timedelta(6), title="Open")
    build.deadline(case_=case, due_on=LAST, rule="NA-11", title="A wait")
    build.deadline(case_=case, due_on=LAST, void=True, title="Void")
    build.deadline(case_=case, due_on=MONDAY, title="This week")
    return case


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["Met", "Late", "Open"]),
        ({"week": LAST}, ["Met", "Late", "Open"]),
        ({"week": LAST + timedelta(3)}, ["Met", "Late", "Open"]),
        ({"week": MONDAY}, ["This week"]),
        ({"week": "nonsense"}, ["Met", "Late", "Open"]),
        ({"became": "met"}, ["Met"]),
        ({"became": "late"}, ["Late"]),
        ({"became": "open"}, ["Open"]),
        ({"sort": "-due"}, ["Open", "Late", "Met"]),
        ({"week": LAST - timedelta(7)}, []),
    ],
)
def test_lists_and_exports_what_fell_due(manager, week, query, titles):
    rows = manager.get(DUE, query).context["rows"]
    assert [row.title for row in rows] == titles
    assert [row["What fell due"] for row in exported(manager, DUE, **query)] == titles


def test_says_when_it_was_met_and_the_export_is_a_look(manager, week):
    text = seen(manager.get(DUE))
    for words in ("Week from 9 November 2026", "16 Nov 2026", "Not yet", "Nia Prosser"):
        assert words in text
    assert exported(manager, DUE)[1]["What became of it"] == "Met late"
    assert Look.objects.filter(kind=Look.Kind.EXPORT).last().ids == [week.child_id]


def test_of_one_team(manager, week, nia):
    assert len(manager.get(DUE, {"team": nia.team_id}).context["rows"]) == 3
    assert manager.get(DUE, {"team": build.team().pk}).context["rows"] == []


def handover(nia, **more):
    case = build.case(officer=nia, **more)
    boss = build.user("team_manager", name="Gwen")
    return Handover.objects.create(
        case=case, words="Ring her", given_to=nia, written_by=boss
    )


def test_lists_handovers_that_nobody_has_read(manager, nia):
    made = handover(nia, child_=build.child(family_name="Osei"))
    read = handover(nia)
    Handover.objects.filter(pk=read.pk).update(read_at="2026-11-19T10:00Z")
    page = manager.get(UNREAD, {"officer": nia.pk})
    assert list(page.context["page"].rows) == [made]
    assert "Gwen" in seen(page)
    [row] = exported(manager, UNREAD)
    assert (row["For"], row["Written by"]) == ("Nia Prosser", "Gwen")
    other = {"officer": manager.user.pk}
    assert list(manager.get(UNREAD, other).context["page"].rows) == []


@pytest.mark.parametrize("url", [DUE, UNREAD])
def test_of_a_restricted_child_nothing(manager, signed_in, nia, url):
    named = build.user("team_manager")
    child = build.restricted_child(named=[named, nia])
    made = handover(nia, child_=child)
    build.deadline(case_=made.case, due_on=LAST)
    assert manager.get(url).context["page"].total == "0"
    assert signed_in(named).get(url).context["page"].total == "1"


@pytest.mark.parametrize("url", [DUE, UNREAD])
def test_a_caseworker_does_not_see_the_board(signed_in, url):
    assert signed_in("caseworker").get(url).status_code == 403


def test_queries_stay_flat(manager, nia, queries_stay_flat):
    def more():
        made = handover(nia)
        build.deadline(case_=made.case, due_on=LAST)

    queries_stay_flat(manager, DUE, more)
    queries_stay_flat(manager, UNREAD, more)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("casework:case-list", "service=ehc"),
        ("casework:deadline-list", "became=open"),
        ("casework:handover-list", "team=1"),
        ("ehcps:advice-list", "state=back"),
        ("ehcps:quality-list", "rule=SH-112"),
    ],
)
def test_every_list_offers_to_keep_its_filters(manager, name, query):
    page = manager.get(f"{reverse(name)}?{query}")
    assert "Save this filter" in seen(page)
    kept = build.saved_filter(by=manager.user, page=name, query=query)
    answer = manager.get(reverse("accounts:filter-open", args=[kept.pk]))
    assert answer.url == f"{reverse(name)}?{query}"


def test_days_are_kept_too(signed_in):
    client = signed_in("service_manager")
    days = "since_day=1&since_month=11&since_year=2026&state=all"
    page = client.get(f"{reverse('people:glass-list')}?{days}")
    assert "Save this filter" in seen(page)
    assert days in page.content.decode().replace("&amp;", "&")
