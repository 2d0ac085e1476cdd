"""Saying that a task is done or a note seen: casework:task-do."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.models import Task
from sendhub.core.errors import RuleBroken
from sendhub.people import actions as people
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url_of(task):
    return reverse("casework:task-do", args=[task.pk])


def test_keeps_who_did_it_when_and_what_came_of_it(signed_in, case):
    task = build.task(case_=case)
    client = signed_in("caseworker")
    answer = press(client, url_of(task), outcome="They pay for a taxi.")
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    task.refresh_from_db()
    assert (task.ended, task.ended_by) == ("done", client.user)
    assert task.ended_at is not None
    assert Act.objects.get(act="casework.task_do").sentence == (
        "Task done: Ring the school. They pay for a taxi."
    )
    text = seen(client.get(answer.url))
    assert "Task done." in text
    assert "Ring the school" not in text
    assert "said by Person" in seen(client.get(url_of(task)))


def test_nothing_need_come_of_it(signed_in, case):
    task = build.task(case_=case)
    assert press(signed_in("caseworker"), url_of(task)).status_code == 302


def test_says_what_is_too_long(signed_in, case):
    answer = press(
        signed_in("caseworker"), url_of(build.task(case_=case)), outcome="x" * 301
    )
    assert "300 characters or fewer" in errors(answer)["outcome"][0]


def test_the_second_of_two_is_told_that_it_is_done(signed_in, case):
    task = build.task(case_=case)
    client, other = signed_in("caseworker"), signed_in("caseworker")
    hidden = opened(other, url_of(task))
    press(client, url_of(task), outcome="Done before")
    answer = press(other, url_of(task), hidden=hidden, outcome="Done after")
    assert "changed this while you had it open" in seen(answer)
    task.refresh_from_db()
    assert (task.ended_by, task.outcome) == (client.user, "Done before")
    with pytest.raises(RuleBroken, match="ended already: done"):
        actions.task_do(task=task, outcome="", by=other.user)


def test_a_double_click_does_it_once(signed_in, case):
    task = build.task(case_=case)
    client = signed_in("caseworker")
    hidden = opened(client, url_of(task))
    for _ in range(2):
        assert press(client, url_of(task), hidden=hidden).status_code == 302
    assert Act.objects.filter(act="casework.task_do").count() == 1


def test_whoever_was_told_of_a_note_reads_it_and_says_so(signed_in, case):
    sam = build.user("caseworker", name="Sam Okafor")
    build.note(case_=case, text="Call her back.", tell=[sam], by=case.officer)
    task = Task.objects.get()
    client = signed_in(sam)
    assert "Call her back." in seen(client.get(url_of(task)))
    assert press(client, url_of(task)).status_code == 302
    task.refresh_from_db()
    assert (task.ended, task.ended_by) == ("done", sam)
    assert Act.objects.get(act="casework.task_do").sentence == (
        "Note seen: Call noted by Nia Prosser"
    )


def test_nobody_says_it_for_another(signed_in, case):
    sam = build.user("caseworker")
    build.note(case_=case, tell=[sam])
    task = Task.objects.get()
    client = signed_in("team_manager")
    assert client.get(url_of(task)).status_code == 403
    assert client.post(url_of(task)).status_code == 403
    with pytest.raises(RuleBroken, match="Only Person"):
        actions.task_do(task=task, outcome="", by=client.user)


def test_a_note_that_may_no_longer_be_read_shows_no_word(signed_in, case):
    sam = build.user("caseworker")
    build.note(case_=case, text="He has asthma.", category="health", tell=[sam])
    sam.groups.set(build.user("hub_coordinator").groups.all())
    task = Task.objects.get()
    text = seen(signed_in(sam).get(url_of(task)))
    assert "asthma" not in text
    assert "You may no longer read this note." in text


def test_a_note_entered_in_error_leaves_every_list(case):
    sam = build.user("caseworker")
    note = build.note(case_=case, tell=[sam, case.officer])
    actions.note_withdraw(note=note, reason="Wrong case", by=case.officer)
    assert list(Task.objects.values_list("ended", "outcome").distinct()) == [
        ("dropped", "Entered in error.")
    ]


def test_a_death_drops_tasks_and_leaves_notes_to_be_seen(case):
    build.task(case_=case)
    build.note(case_=case, tell=[case.officer])
    people.child_died(
        child=case.child, died_on=date(2026, 11, 20), by=build.user("team_manager")
    )
    dropped = Task.objects.get(note=None)
    assert (dropped.ended, dropped.outcome) == ("dropped", "The child has died.")
    assert Task.objects.get(note__isnull=False).ended == ""
