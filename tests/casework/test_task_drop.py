"""Saying that a task is no longer needed: casework:task-drop."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.models import Task
from sendhub.core.errors import RuleBroken
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url_of(task):
    return reverse("casework:task-drop", args=[task.pk])


def test_keeps_why_it_is_no_longer_needed(signed_in, case):
    task = build.task(case_=case)
    client = signed_in("caseworker")
    answer = press(client, url_of(task), outcome="The school rang us.")
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    task.refresh_from_db()
    assert (task.ended, task.outcome) == ("dropped", "The school rang us.")
    assert Act.objects.get(act="casework.task_drop").sentence == (
        "Task no longer needed: Ring the school. The school rang us."
    )
    assert "Ring the school" not in seen(client.get(case.get_absolute_url()))


def test_needs_a_reason(signed_in, case):
    answer = press(signed_in("caseworker"), url_of(build.task(case_=case)), outcome=" ")
    assert errors(answer) == {"outcome": ["Write why it is no longer needed."]}


def test_what_is_done_is_not_dropped(signed_in, case):
    task = build.task(case_=case)
    actions.task_do(task=task, outcome="", by=case.officer)
    answer = press(signed_in("caseworker"), url_of(task), outcome="Too late")
    assert errors(answer)["__all__"] == ["This has ended already: done."]


def test_a_note_is_not_dropped(case):
    build.note(case_=case, tell=[case.officer])
    with pytest.raises(RuleBroken, match="it is not dropped"):
        actions.task_drop(task=Task.objects.get(), outcome="No", by=case.officer)
