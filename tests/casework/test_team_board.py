"""The team board: each officer's load, and each number opening the list it counts."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sendhub.casework.board import Week, trend
from sendhub.casework.models import Case, Handover, Task
from sendhub.core import clock
from sendhub.core.forms.fields import CHOOSE_AGAIN
from tests import build
from tests.conftest import TODAY  # a Friday
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

URL = reverse("casework:team-board")


@pytest.fixture
def north():
    return build.team(locality="north")


@pytest.fixture
def nia(north):
    return build.user("caseworker", name="Nia Prosser", team=north)


@pytest.fixture
def manager(signed_in, north):
    return signed_in(build.user("team_manager", name="Zed Manager", team=north))


def due(case, *days, **more):
    for number in days:
        build.deadline(case_=case, due_on=TODAY + timedelta(number), **more)


def task(case, days):
    made = build.task(case_=case)
    Task.objects.filter(pk=made.pk).update(due_on=TODAY + timedelta(days))


@pytest.fixture
def work(nia, north):
    """Nia has two children, one of them in two services; another is nobody's."""
    case = build.case(officer=nia)
    build.case(child_=case.child, service="intake", officer=nia)
    old = build.case(officer=nia)
    Case.objects.filter(pk=old.pk).update(assigned_at=clock.now() - timedelta(9))
    due(case, -9, -2, 0, 2, 3, 40)
    due(case, -3, rule="NA-11", title="A wait")
    due(case, -5, met_on=TODAY)
    task(case, -1)
    task(case, 1)
    build.note(case_=case, tell=[nia])
    unassigned = build.case(child_=build.child(team=north))
    due(unassigned, -1, 1)
    return nia


def row_of(client, name, **query):
    rows = client.get(URL, query).context["rows"]
    return next(row for row in rows if row.name == name)


def test_counts_children_and_what_is_due_of_each_officer(manager, work):
    row = row_of(manager, "Nia Prosser")
    assert (row.children, row.new) == (2, 2)
    assert (row.overdue, row.tasks) == (2, 1)
    assert row.week == 2 + 1 + 1 + 1  # today and Sunday, a wait, a task, a note
    nobody = row_of(manager, "Nobody yet")
    assert (nobody.children, nobody.overdue, nobody.week) == (1, 1, 1)


@pytest.mark.parametrize("name", ["Nia Prosser", "Nobody yet"])
@pytest.mark.parametrize("number", ["overdue", "tasks", "week"])
def test_each_number_opens_the_list_that_it_counts(manager, work, name, number):
    row = row_of(manager, name)
    listed = manager.get(row.urls[number]).context["rows"]
    assert len(listed) == getattr(row, number)


def test_the_number_of_children_opens_their_cases(manager, work):
    row = row_of(manager, "Nia Prosser")
    listed = manager.get(row.urls["children"]).context["page"].rows
    assert {case.officer for case in listed} == {work}
    assert len({case.child_id for case in listed}) == row.children
    new = manager.get(row.urls["new"]).context["page"].rows
    assert len(new) == row.new
    given = manager.get(row.urls["give"])
    assert f"{len(listed)} cases." in seen(given)


def test_goes_out_in_the_order_of_the_screen(manager, work, north):
    names = [row.name for row in manager.get(URL, {"sort": "-overdue"}).context["rows"]]
    rows = exported(manager, URL, sort="-overdue")
    assert [row["Officer"] for row in rows] == names
    assert rows[0] == {
        "Officer": "Nia Prosser",
        "Away": "",
        "Children": "2",
        "Deadlines overdue": "2",
        "Tasks overdue": "1",
        "Due this week": "5",
        "New": "2",
        "Handovers unread": "0",
    }


def test_shows_ones_own_team_unless_asked(manager, work, signed_in):
    south = build.team(locality="south")
    build.user("caseworker", name="Sam Okafor", team=south)
    names = {row.name for row in manager.get(URL).context["rows"]}
    assert names == {"Nia Prosser", "Zed Manager", "Nobody yet"}
    of_south = manager.get(URL, {"team": south.pk}).context["rows"]
    assert {row.name for row in of_south} == {"Sam Okafor", "Nobody yet"}
    everybody = {row.name for row in manager.get(URL, {"team": ""}).context["rows"]}
    assert {"Nia Prosser", "Sam Okafor"} <= everybody
    above = signed_in(build.user("service_manager", name="Ruth"))
    assert {"Nia Prosser", "Sam Okafor", "Ruth"} <= {
        row.name for row in above.get(URL).context["rows"]
    }


def test_shows_who_holds_cases_of_the_team_from_elsewhere(manager, work, north):
    pat = build.user("caseworker", name="Pat Teamless")
    build.case(child_=build.child(team=north), officer=pat)
    assert row_of(manager, "Pat Teamless").children == 1


def test_says_who_left_with_children_and_who_is_away(manager, work, nia):
    sam = build.user("caseworker", name="Sam Okafor")
    build.cover(nia, sam, starts_on=TODAY, ends_on=TODAY + timedelta(5))
    assert "away until 25 November 2026" in row_of(manager, "Nia Prosser").away
    nia.is_active = False
    nia.save()
    row = row_of(manager, "Nia Prosser")
    assert (row.away, row.children) == ("has left", 2)
    listed = manager.get(row.urls["overdue"]).context["rows"]
    assert len(listed) == row.overdue
    Case.objects.update(officer=None, assigned_at=None)
    assert "Nia Prosser" not in {r.name for r in manager.get(URL).context["rows"]}


def test_whoever_left_does_not_sign_in_though_cases_are_theirs(client, work):
    work.set_password("a quiet river in spring")
    work.is_active = False
    work.save()
    client.post(
        reverse("account_login"),
        {"login": work.email, "password": "a quiet river in spring"},
    )
    assert client.get(reverse("casework:work-list")).status_code == 302


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("officer", ["Ann", "Nia Prosser", "Zed Manager"]),
        ("-officer", ["Zed Manager", "Nia Prosser", "Ann"]),
        ("-children", ["Nia Prosser", "Ann", "Zed Manager"]),
        ("-overdue", ["Nia Prosser", "Ann", "Zed Manager"]),
        ("nonsense", ["Ann", "Nia Prosser", "Zed Manager"]),
    ],
)
def test_sorts_by_any_column_and_keeps_nobody_last(manager, work, north, sort, names):
    build.user("caseworker", name="Ann", team=north)
    rows = manager.get(URL, {"sort": sort}).context["rows"]
    assert [row.name for row in rows] == [*names, "Nobody yet"]


def test_says_what_is_overdue_by_rule(manager, work):
    [one] = manager.get(URL).context["late"]
    assert (one["rule"], one["number"]) == ("NA-03", 3)
    assert one["title"] == "Tell the family whether we will assess"  # as My work says
    assert len(manager.get(one["url"]).context["rows"]) == 3


def test_says_how_the_last_weeks_went(manager, nia):
    case = build.case(child_=build.child(team=nia.team), officer=nia)
    monday = TODAY - timedelta(4)
    for weeks, days, met in (
        (1, 0, 0),
        (1, 6, None),
        (1, 2, 3),
        (12, 0, 0),
        (13, 6, 0),
    ):
        day = monday - timedelta(weeks=weeks) + timedelta(days)
        on = None if met is None else day + timedelta(met)
        build.deadline(case_=case, due_on=day, met_on=on)
    build.deadline(case_=case, due_on=monday - timedelta(3), void=True)
    build.deadline(case_=case, due_on=monday)
    weeks = manager.get(URL).context["weeks"]
    assert len(weeks) == 12
    newest, oldest = weeks[0], weeks[-1]
    assert (newest.starts_on, newest.due, newest.met, newest.open) == (
        monday - timedelta(7),
        3,
        1,
        1,
    )
    assert newest.in_time == "33%"
    assert (oldest.due, oldest.in_time) == (1, "100%")
    for name in ("due", "met", "open"):
        listed = manager.get(newest.urls[name])
        assert len(listed.context["rows"]) == getattr(newest, name)
        assert "Week from 9 November 2026" in seen(listed)


def test_the_number_of_unread_handovers_opens_them(manager, work):
    boss = build.user("team_manager")
    case = Case.objects.of_officer(work).first()
    Handover.objects.create(case=case, words="Ring", given_to=work, written_by=boss)
    row = row_of(manager, "Nia Prosser")
    assert row.unread == 1
    assert len(manager.get(row.urls["unread"]).context["page"].rows) == 1


def week(number, due, met):
    return Week(TODAY - timedelta(weeks=number), due, met, 0, {})


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        ([], ""),
        ([week(1, 0, 0)], ""),
        ([week(1, 4, 3)], "In the last 4 weeks 75% were met in time."),
        (
            [week(n, 1, n == 1) for n in range(1, 5)] + [week(5, 2, 1), week(6, 2, 2)],
            "In the last 4 weeks 25% were met in time, in the 2 weeks before 75%.",
        ),
    ],
)
def test_the_trend_is_one_sentence(weeks, words):
    assert trend(weeks) == words


def test_a_week_that_is_none_is_not_asked_for(manager, work):
    url = reverse("casework:work-list")
    whole = manager.get(url, {"whose": "everyone"}).context["page"].total
    for week in ("x", "9999-12-31", "0001-01-01", "2026-13-01"):
        answer = manager.get(url, {"whose": "everyone", "week": week})
        assert answer.status_code == 200
        if week in ("x", "2026-13-01"):
            assert answer.context["page"].total == whole


def test_counts_nothing_of_a_restricted_child(manager, nia):
    hidden = build.case(child_=build.restricted_child(named=[nia]), officer=nia)
    due(hidden, -1, 1)
    build.task(case_=hidden)
    row = row_of(manager, "Nia Prosser")
    assert (row.children, row.overdue, row.tasks, row.week) == (0, 0, 0, 0)
    assert manager.get(URL).context["late"] == []


def test_asks_no_more_when_there_is_more(manager, queries_stay_flat, north):
    def grow():
        officer = build.user("caseworker", team=north)
        case = build.case(officer=officer)
        due(case, -1, 1)
        build.task(case_=case)

    queries_stay_flat(manager, URL, grow)


def test_a_caseworker_sees_no_board(signed_in):
    assert signed_in("caseworker").get(URL).status_code == 403


def test_of_a_team_that_is_none_there_is_no_file(manager, work):
    answer = manager.get(URL, {"team": "99", "format": "csv"})
    assert "Content-Disposition" not in answer
    assert seen(answer).count("There is a problem") == 1
    assert CHOOSE_AGAIN in seen(answer)
