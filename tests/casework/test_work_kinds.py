"""Deadlines, tasks and notes to see in one list, in one order."""

from datetime import timedelta

import pytest

from sendhub.audit.models import Look
from sendhub.casework.models import Case, Task
from sendhub.core import clock
from tests import build
from tests.casework.test_work_list import URL
from tests.conftest import TODAY
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db


def day(number):
    return TODAY + timedelta(number)


def titles(client, **query):
    return [row.title for row in client.get(URL, query).context["rows"]]


@pytest.fixture
def work(case):
    """Nia's: a deadline, two tasks, a note; Mair's, of one team: a task."""
    nia, mair = case.officer, build.user("caseworker", name="Mair", team=case.team)
    build.deadline(case_=case, due_on=day(-2), title="Decide")
    for number, what in ((-5, "Ring"), (0, "Ask"), (30, "Plan")):
        task = build.task(case_=case, what=what, given_to=nia, due_on=day(40))
        Task.objects.filter(pk=task.pk).update(due_on=day(number))
    build.task(case_=case, what="Copy", given_to=mair, due_on=day(1))
    build.note(case_=case, tell=[nia], by=mair)
    Task.objects.filter(note__isnull=False).update(due_on=day(-9))
    return nia


NOTE = "Call noted by Mair"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [NOTE, "Ring", "Decide", "Ask", "Plan"]),
        ({"sort": "-due"}, ["Plan", "Ask", "Decide", "Ring", NOTE]),
        ({"sort": "rule"}, ["Decide", NOTE, "Ring", "Ask", "Plan"]),
        ({"whose": "team"}, [NOTE, "Ring", "Decide", "Ask", "Copy", "Plan"]),
        ({"whose": "everyone"}, [NOTE, "Ring", "Decide", "Ask", "Copy", "Plan"]),
        ({"whose": "unassigned"}, []),
        ({"kind": "deadline"}, ["Decide"]),
        ({"kind": "task"}, ["Ring", "Ask", "Plan"]),
        ({"kind": "mention"}, [NOTE]),
        ({"kind": "task", "late": "overdue"}, ["Ring"]),
        ({"late": "overdue"}, ["Ring", "Decide"]),
        ({"late": "soon"}, [NOTE, "Ask"]),
        ({"late": "later"}, ["Plan"]),
        ({"rule": "NA-03"}, ["Decide"]),
        ({"child": "osei"}, [NOTE, "Ring", "Decide", "Ask", "Plan"]),
        ({"child": "nobody"}, []),
    ],
)
def test_shows_and_exports_every_kind_in_one_order(signed_in, work, query, found):
    client = signed_in(work)
    assert titles(client, **query) == found
    assert [row["What is due"] for row in exported(client, URL, **query)] == found


def test_filters_by_whom_it_was_given_to_and_their_team(signed_in, work):
    mair = Task.objects.get(what="Copy").given_to
    client = signed_in("caseworker")
    assert titles(client, whose="everyone", officer=mair.pk) == ["Copy"]
    team = {"whose": "everyone", "team": work.team_id}
    assert "Copy" in titles(client, **team)
    other = {"whose": "everyone", "team": build.team().pk}
    assert titles(client, **other) == []


@pytest.mark.parametrize("late", ["", "overdue", "soon", "later"])
@pytest.mark.parametrize("kind", ["", "deadline", "task", "mention"])
def test_each_number_counts_the_list_that_it_opens(signed_in, work, kind, late):
    client = signed_in(work)
    asked = {name: v for name, v in (("kind", kind), ("late", late)) if v}
    context = client.get(URL, asked).context
    shown = len(context["rows"])
    assert context["page"].total == str(shown)
    for link in context["kinds"]:
        rows = client.get(URL + link["url"]).context["rows"]
        assert str(len(rows)) == link["count"]
    for tile in context["tiles"]:
        rows = client.get(URL + tile["url"]).context["rows"]
        assert str(len(rows)) == tile["number"]


def test_new_to_me_is_what_came_in_the_last_week(signed_in, work, case):
    client = signed_in(work)
    build.task(case_=case, what="Mine", given_to=work, by=work)
    assert titles(client, whose="new") == titles(client)
    before = clock.now() - timedelta(days=8)
    Case.objects.update(assigned_at=before)
    Task.objects.exclude(what="Ask").update(set_at=before)
    assert titles(client, whose="new") == ["Ask"]
    assert titles(signed_in("caseworker"), whose="new") == []


def test_a_row_says_what_it_is_and_who_asked(signed_in, work):
    text = seen(signed_in(work).get(URL))
    for words in ("Note to see", "Told on 11 Nov 2026", "Task, asked for by Person"):
        assert words in text, words
    assert "5 days late" in text


def test_a_task_leads_to_where_it_is_done_and_anothers_note_to_the_case(
    signed_in, work, case
):
    links = {
        row.title: row.url
        for row in signed_in("caseworker")
        .get(URL, {"whose": "everyone"})
        .context["rows"]
    }
    task = Task.objects.get(what="Ask")
    assert links["Ask"] == task.get_absolute_url()
    assert links[NOTE] == case.get_absolute_url()
    mine = {row.title: row.url for row in signed_in(work).get(URL).context["rows"]}
    assert mine[NOTE] == Task.objects.get(note__isnull=False).get_absolute_url()


def test_what_is_done_leaves_the_list(signed_in, work):
    Task.objects.filter(what="Ring").update(
        ended="done", ended_by=work, ended_at=clock.now()
    )
    assert "Ring" not in titles(signed_in(work))


def test_tasks_of_a_restricted_child_are_out_of_sight(signed_in):
    named = build.user("caseworker")
    case = build.case(child_=build.restricted_child(named=[named]))
    build.task(case_=case, given_to=named, by=named)
    assert titles(signed_in(named)) == ["Ring the school"]
    client = signed_in("caseworker")
    answer = client.get(URL, {"whose": "everyone"})
    assert [tile["number"] for tile in answer.context["tiles"]] == ["0", "0", "0"]
    assert exported(client, URL, whose="everyone") == []


def test_turns_pages_of_every_kind_both_ways(signed_in, work, monkeypatch):
    monkeypatch.setattr("sendhub.core.lists.ROWS", 2)
    client = signed_in(work)
    for sort in ("due", "-due", "child", "rule", "-rule"):
        whole = [row["What is due"] for row in exported(client, URL, sort=sort)]
        url, turned, back = f"{URL}?whose=mine&sort={sort}", [], []
        while url:
            context = client.get(url).context
            turned += [row.title for row in context["rows"]]
            last, url = context["page"], context["page"].next_url
            url = url and URL + url
        while last.previous_url:
            context = client.get(URL + last.previous_url).context
            last = context["page"]
            back = [row.title for row in context["rows"]] + back
        assert turned == whole
        assert back == whole[:4]


def test_an_export_names_the_children_of_tasks(signed_in, case):
    build.task(case_=case)
    [row] = exported(signed_in(case.officer), URL)
    assert row == {
        "Child": "Amara Osei",
        "Date of birth": "2016-05-05",
        "Statuses": "",
        "Case": case.reference,
        "What is due": "Ring the school",
        "Rule": "Task",
        "Due": "2026-11-27",
        "Target": "",
        "Reason for the target": "",
        "Officer": "Nia Prosser",
        "Team": "North locality",
    }
    assert Look.objects.get(kind="export").ids == [case.child_id]


def test_asks_no_more_when_there_is_more_of_every_kind(signed_in, queries_stay_flat):
    officer = build.user("caseworker", team=build.team())

    def grow():
        case = build.case(officer=officer)
        build.status(case.child, "protection_plan")
        build.deadline(case_=case)
        build.task(case_=case)
        build.note(case_=case, tell=[officer])

    for whose in ("mine", "new", "team", "everyone"):
        queries_stay_flat(signed_in(officer), f"{URL}?whose={whose}", grow)
