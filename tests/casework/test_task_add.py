"""Asking a colleague, or oneself, to do something on a case: casework:task-add."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.models import Task
from sendhub.core.errors import RuleBroken
from sendhub.people.actions import child_died
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

GOOD = {"what": "Ring the school about transport", "due_on": date(2026, 11, 27)}


def url_of(case):
    return reverse("casework:task-add", args=[case.pk])


def test_puts_the_task_on_the_case(signed_in, case):
    sam = build.user("caseworker", name="Sam Okafor")
    client = signed_in("team_manager")
    answer = press(client, url_of(case), given_to=sam, **GOOD)
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    task = Task.objects.get()
    assert (task.case, task.given_to, task.set_by) == (case, sam, client.user)
    assert (task.what, task.due_on, task.ended) == (*GOOD.values(), "")
    text = seen(client.get(answer.url))
    assert "Task added for Sam Okafor." in text
    assert "Ring the school about transport" in text
    assert Act.objects.get(act="casework.task_add").sentence == (
        "Task for Sam Okafor, by 27 November 2026: Ring the school about transport"
    )


def test_reminds_oneself_unless_somebody_else_is_chosen(signed_in, case):
    client = signed_in("caseworker")
    build.user("caseworker", name="Aaron First", team=case.team)
    form = client.get(url_of(case)).context["form"]
    choices = [label for _, label in form.fields["given_to"].choices]
    assert choices[0] == str(client.user)
    assert choices.count(str(client.user)) == 1
    answer = press(client, url_of(case), **GOOD)
    assert Task.objects.get().given_to == client.user
    assert "Task added for you." in seen(client.get(answer.url))


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"what": " "}, "what", "Write what is to be done."),
        ({"what": "x" * 201}, "what", "200 characters or fewer"),
        ({"due_on": None}, "due_on", "Enter the day."),
        ({"due_on": date(2026, 11, 19)}, "due_on", "must be today or in the future"),
        ({"given_to": None}, "given_to", "Choose who does it."),
        ({"given_to": 10**12}, "given_to", "This person cannot be given tasks."),
    ],
)
def test_says_what_is_wrong_and_keeps_the_rest(signed_in, case, wrong, field, words):
    answer = press(signed_in("caseworker"), url_of(case), **{**GOOD, **wrong})
    said = errors(answer)
    assert list(said) == [field]
    assert words in said[field][0]
    kept = "27" if field == "what" else GOOD["what"]
    assert kept in answer.content.decode()
    assert not Task.objects.exists()


@pytest.mark.parametrize("whom", ["auditor", "left"])
def test_is_given_to_nobody_who_does_no_tasks(signed_in, case, whom):
    people = {
        "auditor": build.user("auditor"),
        "left": build.user("caseworker", is_active=False),
    }
    answer = press(signed_in("caseworker"), url_of(case), **GOOD, given_to=people[whom])
    assert "This person cannot be given tasks." in errors(answer)["given_to"][0]


def test_is_given_to_nobody_who_may_not_open_the_case(signed_in):
    manager, sam = build.user("team_manager"), build.user("caseworker", name="Sam")
    case = build.case(child_=build.restricted_child(named=[manager]))
    answer = press(signed_in(manager), url_of(case), given_to=sam, **GOOD)
    assert errors(answer)["given_to"] == ["Sam may not open this case."]


def test_a_closed_case_takes_no_task(case):
    case.closed_on = date(2026, 11, 1)
    case.save()
    with pytest.raises(RuleBroken, match="closed"):
        actions.task_add(case=case, given_to=case.officer, by=case.officer, **GOOD)


def test_nothing_is_asked_for_once_a_child_has_died(signed_in, case):
    client = signed_in(case.officer)
    assert "Add a task" in seen(client.get(case.get_absolute_url()))
    child_died(child=case.child, died_on=date(2026, 11, 1), by=case.officer)
    assert "Add a task" not in seen(client.get(case.get_absolute_url()))
    with pytest.raises(RuleBroken, match="has died"):
        actions.task_add(case=case, given_to=case.officer, by=case.officer, **GOOD)


def test_a_double_click_adds_one(signed_in, case):
    client = signed_in("caseworker")
    hidden = opened(client, url_of(case))
    for _ in range(2):
        assert press(client, url_of(case), hidden=hidden, **GOOD).status_code == 302
    assert Task.objects.count() == 1
