"""What the second of two people is told: who, what, when, and what to do now."""

import re
from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework import actions as casework
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, opened, press

pytestmark = pytest.mark.django_db


def test_whoever_was_overtaken_reads_days_in_words_and_looks_first(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    url = reverse("ehcps:assessment-decide", args=[assessment.pk])
    client = signed_in("team_manager")
    page = opened(client, url)
    gwen = build.user("team_manager", name="Gwen Leader")
    press(signed_in(gwen), url, assess="yes", told_on=date(2026, 10, 1))
    answer = press(
        client, url, hidden=page, assess="no", told_on=date(2026, 10, 2), reasons="No."
    )
    [said] = errors(answer)["__all__"]
    assert said.startswith("Gwen Leader changed this while you had it open, ")
    assert re.search(r"(today|on \d+ \w+ \d{4}) at \d\d:\d\d: ", said)
    assert "1 October 2026" in said
    assert "2026-10-01" not in said
    assert f"to “{Stage.ASSESSING.label}”" in said
    assert "Look first at how it stands now." in said
    assert answer.context["form"]["reasons"].value() == "No."


def test_whoever_finds_a_task_done_looks_first(signed_in):
    officer = build.user("caseworker")
    task = build.task(case_=build.case(officer=officer), given_to=officer)
    url = reverse("casework:task-do", args=[task.pk])
    client = signed_in(officer)
    page = opened(client, url)
    casework.task_do(task=task, by=build.user("caseworker"), outcome="Rang them.")
    [said] = errors(press(client, url, hidden=page))["__all__"]
    assert "Look first at how it stands now." in said
    assert "+00:00" not in said


def test_whoever_finds_details_changed_may_press_again(signed_in):
    child = build.child()
    client = signed_in("caseworker")
    url = reverse("people:child-edit", args=[child.pk])
    page = opened(client, url)
    child.preferred_name = "Mali"
    child.save()
    [said] = errors(press(client, url, hidden=page))["__all__"]
    assert "Check it and press the button again." in said
    assert "Look first" not in said
