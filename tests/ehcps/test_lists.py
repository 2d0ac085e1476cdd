"""Lists of requests and plans, and their export: equal to the screen."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Stage
from sendhub.people import actions as people
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db

REQUESTS = "ehcps:request-list"
PLANS = "ehcps:plan-list"


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def exported(client, name, /, **query):
    answer = client.get(reverse(name), {**query, "format": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    return rows_of(answer)


def shown(client, name, /, **query):
    page = client.get(reverse(name), query).context["page"]
    return [str(row.case.child) for row in page.rows]


def test_lists_the_open_requests_and_their_next_limit(signed_in):
    open_one = build.assessment(received_on=date(2026, 9, 1))
    refused = build.assessment(stage=Stage.REFUSED)
    text = seen(signed_in("caseworker").get(reverse(REQUESTS)))
    assert str(open_one.case.child) in text
    assert str(refused.case.child) not in text
    assert "13 Oct 2026" in text
    assert "NA-03" in text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Ann Archer", "Bob Baker"]),
        ({"stage": "refused"}, ["Cat Cole"]),
        ({"stage": "any", "sort": "-child"}, ["Cat Cole", "Bob Baker", "Ann Archer"]),
        ({"name": "arch"}, ["Ann Archer"]),
        ({"overdue": "on"}, ["Ann Archer"]),
        ({"sort": "-received"}, ["Bob Baker", "Ann Archer"]),
        ({"sort": "limit"}, ["Ann Archer", "Bob Baker"]),
        ({"sort": "-limit"}, ["Bob Baker", "Ann Archer"]),
        ({"stage": "any"}, ["Ann Archer", "Cat Cole", "Bob Baker"]),
        ({"stage": "any", "sort": "-limit"}, ["Ann Archer", "Cat Cole", "Bob Baker"]),
        ({"sort": "nonsense", "after": "!!"}, ["Ann Archer", "Bob Baker"]),
        ({"officer": "null"}, ["Ann Archer", "Bob Baker"]),
    ],
)
def test_filters_sorts_and_exports_the_same(signed_in, query, names):
    for name, received, stage in (
        ("Ann Archer", date(2026, 8, 1), Stage.REQUESTED),
        ("Bob Baker", date(2026, 11, 1), Stage.REQUESTED),
        ("Cat Cole", date(2026, 9, 1), Stage.REFUSED),
    ):
        given, family = name.split()
        child = build.child(given_names=given, family_name=family)
        build.assessment(child_=child, received_on=received, stage=stage)
    client = signed_in("caseworker")
    assert shown(client, REQUESTS, **query) == names
    assert [row["Child"] for row in exported(client, REQUESTS, **query)] == names


@pytest.mark.parametrize(
    ("name", "field"),
    [(REQUESTS, "name"), (PLANS, "name"), ("casework:work-list", "child")],
)
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ann\x00", "Child’s name has a character in it that cannot be kept."),
        ("Ann\x07", "Child’s name has a character in it that cannot be kept."),
        ("a" * 101, "Child’s name must be 100 characters or fewer."),
    ],
)
def test_every_list_says_the_same_of_a_name_that_cannot_be(
    signed_in, name, field, typed, said
):
    client = signed_in("caseworker")
    assert said in seen(client.get(reverse(name), {field: typed}))
    assert "cannot be" not in seen(client.get(reverse(name), {field: "a" * 100}))


@pytest.mark.parametrize("name", [REQUESTS, PLANS])
def test_offers_the_first_hundred_officers_and_takes_any(signed_in, monkeypatch, name):
    monkeypatch.setattr("sendhub.casework.choices.SHOWN", 1)
    mine = build.plan(officer=build.user("caseworker", name="Zed Last"))
    NeedsAssessment.objects.update(stage=Stage.DRAFT_SENT)
    client = signed_in(build.user("caseworker", name="Abe First"))
    officers = client.get(reverse(name)).context["filter"].form.fields["officer"]
    assert [str(label) for _, label in officers.choices] == [
        "Any officer",
        "Nobody yet",
        "Abe First",
    ]
    assert shown(client, name, officer=mine.case.officer_id) == [str(mine.case.child)]
    assert shown(client, name, officer="null") == []


def test_an_export_is_noted_with_its_children_and_runs_no_formula(signed_in):
    child = build.child(given_names="=cmd()", family_name="Evil")
    build.assessment(child_=child)
    [row] = exported(signed_in("caseworker"), REQUESTS)
    assert row["Child"] == "'=cmd() Evil"
    assert Look.objects.get(kind="export").ids == [child.pk]


WORK = "casework:work-list"


@pytest.mark.parametrize("name", [REQUESTS, PLANS, WORK])
def test_an_export_has_the_statuses_that_the_screen_shows(signed_in, name):
    manager = build.user("team_manager")
    plain = build.child(family_name="Archer")
    marked = build.restricted_child(family_name="Baker", named=[manager])
    for kind in ("protection_plan", "looked_after", "young_carer"):
        build.status(marked, kind)
    over = marked.statuses.filter(kind="young_carer")
    over.update(ends_on=date(2026, 11, 19))
    for child in (plain, marked):
        make = build.plan if name == PLANS else build.assessment
        make(child_=child)
    client = signed_in(manager)
    query = {"whose": "everyone", "sort": "child"}
    rows = client.get(reverse(name), query).context["page"].rows
    children = [row.child if name == WORK else row.case.child for row in rows]
    shown = ["; ".join(badge.label for badge in child.badges) for child in children]
    assert [row["Statuses"] for row in exported(client, name, **query)] == shown
    assert set(shown) == {
        "",
        "Restricted; Looked after by Herefordshire, County of; Child protection plan",
    }


@pytest.mark.parametrize(
    ("name", "filename"),
    [
        (REQUESTS, "requests-2026-11-20.csv"),
        (PLANS, "plans-2026-11-20.csv"),
        (WORK, "work-mine-2026-11-20.csv"),
        ("schools:setting-list", "settings-2026-11-20.csv"),
    ],
)
def test_an_export_is_called_by_its_list_and_its_day(signed_in, name, filename):
    answer = signed_in("caseworker").get(reverse(name), {"format": "csv"})
    rows_of(answer)
    assert answer["Content-Disposition"] == f'attachment; filename="{filename}"'


def test_an_export_of_plans_says_age_and_year_group(signed_in):
    build.plan(child_=build.child(family_name="Archer", born_on=date(2016, 5, 5)))
    gone = build.plan(child_=build.child(family_name="Baker", born_on=date(2010, 3, 1)))
    died = {"child": gone.case.child, "died_on": date(2026, 11, 12)}
    people.child_died(**died, by=build.user("team_manager"))
    rows = exported(signed_in("caseworker"), PLANS, standing="any")
    columns = ("Age", "Year group", "Statuses")
    assert [tuple(row[column] for column in columns) for row in rows] == [
        ("10", "Year 6", ""),
        ("16", "", "Has died"),
    ]


def test_restricted_children_are_in_no_list_and_no_export(signed_in):
    hidden = build.restricted_child(family_name="Canary")
    build.plan(child_=hidden)
    build.assessment(child_=build.restricted_child(family_name="Canary"))
    client = signed_in("team_manager")
    for name in (REQUESTS, PLANS):
        assert "Canary" not in seen(client.get(reverse(name), {"stage": "any"}))
        assert exported(client, name) == []


def test_lists_live_plans_and_those_that_ceased(signed_in):
    live = build.plan()
    client = signed_in("caseworker")
    assert shown(client, PLANS) == [str(live.case.child)]
    assert shown(client, PLANS, standing="ceased") == []
    [row] = exported(client, PLANS, need="SEN_TYPE:SLCN")
    assert row["Issued"] == "2026-11-10"
    assert row["Standing"] == "Live"


def test_a_plan_is_shown_with_age_year_group_and_day_of_issue(signed_in):
    plan = build.plan(child_=build.child(born_on=date(2016, 5, 5)))
    gone = build.plan(child_=build.child(born_on=date(2010, 3, 1)))
    died = {"child": gone.case.child, "died_on": date(2026, 11, 12)}
    people.child_died(**died, by=build.user("team_manager"))
    client = signed_in("caseworker")
    text = seen(client.get(reverse(PLANS)))
    assert f"{plan.case.child.known_as} 10, Year 6 Live 10 Nov 2026" in text
    text = seen(client.get(reverse(PLANS), {"standing": "ceased"}))
    assert "Has died 16 Ceased" in text


@pytest.mark.parametrize("name", [REQUESTS, PLANS, "schools:setting-list"])
def test_filtering_keeps_the_order(signed_in, name):
    client = signed_in("caseworker")
    kept = '<input type="hidden" name="sort" value="-child">'
    assert kept in client.get(reverse(name), {"sort": "-child"}).content.decode()
    assert 'name="sort"' not in client.get(reverse(name)).content.decode()


def test_more_than_a_page_is_turned_by_key_both_ways(signed_in, monkeypatch):
    monkeypatch.setattr("sendhub.core.lists.ROWS", 2)
    for day in range(1, 6):
        build.assessment(received_on=date(2026, 9, day))
    client = signed_in("caseworker")
    everything = [row["Request received"] for row in exported(client, REQUESTS)]
    url, turned, back = reverse(REQUESTS), [], []
    while url:
        page = client.get(url).context["page"]
        turned += [row.received_on.isoformat() for row in page.rows]
        last, url = page, page.next_url and reverse(REQUESTS) + page.next_url
    while last.previous_url:
        last = client.get(reverse(REQUESTS) + last.previous_url).context["page"]
        back = [row.received_on.isoformat() for row in last.rows] + back
    assert turned == everything
    assert back == everything[:4]


@pytest.mark.parametrize("name", [REQUESTS, PLANS])
def test_only_those_who_see_ehc_open_the_lists(signed_in, name):
    assert signed_in("hub_coordinator").get(reverse(name)).status_code == 200
    assert signed_in("panel_member").get(reverse(name)).status_code == 403


@pytest.fixture
def requests_in_hand():
    """Four requests, of which a later one has the sooner limit."""
    for name, received, stage in (
        ("Ann", date(2026, 7, 1), Stage.DRAFT_SENT),  # the plan by 18 November
        ("Bob", date(2026, 11, 1), Stage.REQUESTED),  # the decision by 13 December
        ("Cat", date(2026, 9, 20), Stage.REQUESTED),  # the decision by 1 November
        ("Dan", date(2026, 8, 1), Stage.ASSESSING),  # the decision by 21 November
    ):
        child = build.child(given_names=name, family_name="Archer")
        build.assessment(child_=child, received_on=received, stage=stage)
    build.assessment(stage=Stage.ISSUED)


def test_what_is_due_first_stands_first(signed_in, requests_in_hand):
    client = signed_in("caseworker")
    names = ["Cat Archer", "Ann Archer", "Dan Archer", "Bob Archer"]
    assert shown(client, REQUESTS) == names
    assert [row["Child"] for row in exported(client, REQUESTS)] == names
    rows = client.get(reverse(REQUESTS)).context["rows"]
    assert [row.limit_on for row, _ in rows] == [limit.due for _, limit in rows]


def test_ended_requests_run_towards_no_limit_to_sort_by(signed_in, requests_in_hand):
    client = signed_in("caseworker")
    assert (
        "limit"
        in client.get(reverse(REQUESTS), {"stage": "assessing"}).context["sorts"]
    )
    for stage in ("any", "issued"):
        sorts = client.get(reverse(REQUESTS), {"stage": stage}).context["sorts"]
        assert sorts["received"]["direction"] == "ascending"
        assert "limit" not in sorts


@pytest.mark.parametrize("sort", ["limit", "-limit"])
def test_pages_by_limit_lose_nobody_where_limits_are_the_same(
    signed_in, monkeypatch, sort
):
    monkeypatch.setattr("sendhub.core.lists.ROWS", 2)
    for day in (1, 2, 2, 2, 3):
        build.assessment(received_on=date(2026, 9, day))
    lost = build.assessment(received_on=date(2026, 9, 1))
    Deadline.objects.filter(about_id=lost.pk).update(ended="void")
    client = signed_in("caseworker")
    everybody = [row["Child"] for row in exported(client, REQUESTS, sort=sort)]
    assert len(set(everybody)) == 6
    assert str(lost.case.child) == everybody[-1 if sort == "limit" else 0]
    turned, back, url = [], [], f"?sort={sort}"
    while url:
        page = client.get(reverse(REQUESTS) + url).context["page"]
        turned += [str(row.case.child) for row in page.rows]
        url = page.next_url
    while page.previous_url:
        page = client.get(reverse(REQUESTS) + page.previous_url).context["page"]
        back = [str(row.case.child) for row in page.rows] + back
    assert (turned, back) == (everybody, everybody[:4])


def test_an_export_needs_its_own_right(only):
    from sendhub.accounts.permissions import Permission

    client = only(Permission.EHC_VIEW)
    assert client.get(reverse(PLANS)).status_code == 200
    assert client.get(reverse(PLANS), {"format": "csv"}).status_code == 403


@pytest.mark.parametrize(
    ("name", "grow"),
    [
        (REQUESTS, lambda: build.assessment(officer=build.user("caseworker"))),
        (PLANS, lambda: build.plan(officer=build.user("caseworker"))),
    ],
)
def test_more_rows_ask_no_more_queries(signed_in, queries_stay_flat, name, grow):
    queries_stay_flat(signed_in("caseworker"), reverse(name), grow)


def test_our_lateness_and_that_of_others_are_told_apart(signed_in):
    client = signed_in("caseworker")
    ours = build.assessment(received_on=date(2026, 8, 1))
    running = build.assessment(received_on=date(2026, 9, 1), stage=Stage.ASSESSING)
    build.advice(assessment_=running, asked_on=date(2026, 9, 25))
    late = {str(ours.case.child)}, {str(running.case.child)}
    assert set(shown(client, REQUESTS, overdue="on")) == late[0]
    assert set(shown(client, REQUESTS, overdue="advice")) == late[1]
    rows = exported(client, REQUESTS, overdue="advice")
    assert {row["Child"] for row in rows} == late[1]
    page = seen(client.get(reverse(REQUESTS)))
    assert "The council, past its own legal limit" in page
    assert "Others, with advice we asked for" in page


def test_advice_that_came_or_is_not_yet_due_is_not_late(signed_in):
    came, waits = (
        build.assessment(received_on=date(2026, 9, 1), stage=Stage.ASSESSING)
        for _ in range(2)
    )
    arrived = build.advice(assessment_=came, asked_on=date(2026, 9, 25))
    day = {"received_on": date(2026, 11, 19), "summary": "", "document": None}
    ehcps.advice_receive(advice=arrived, **day, by=build.user("caseworker"))
    build.advice(assessment_=waits, asked_on=date(2026, 11, 1))
    assert shown(signed_in("caseworker"), REQUESTS, overdue="advice") == []


def test_says_the_case_of_each_request(signed_in):
    made = build.assessment()
    client = signed_in("caseworker")
    assert made.case.reference in seen(client.get(reverse(REQUESTS)))
    [row] = exported(client, REQUESTS)
    assert row["Case"] == made.case.reference


def test_the_family_s_time_to_answer_is_never_our_lateness(signed_in):
    officer = signed_in("caseworker")
    made = build.assessment(stage=Stage.DRAFT_SENT, officer=officer.user)
    page = officer.get(reverse("casework:work-list"))
    assert "Ended 17 days ago" in seen(page)  # the fifteen days ran until 3 November
    late = officer.get(reverse("casework:work-list"), {"late": "overdue"})
    assert list(late.context["page"].rows) == []
    soon = officer.get(reverse("casework:work-list"), {"late": "soon"})
    assert [row.rule for row in soon.context["page"].rows] == ["NA-11"]
    assert shown(officer, REQUESTS, overdue="on") == []
    assert str(made.case.child) in shown(officer, REQUESTS)
