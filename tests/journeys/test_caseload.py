"""A Monday morning with twelve overdue, and an officer who leaves a whole caseload."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.casework.models import Case, Handover
from sendhub.casework.nextup import carried
from tests import build
from tests.conftest import TODAY
from tests.pages import press, seen

pytestmark = pytest.mark.django_db

WORK = reverse("casework:work-list")


def given_an_officer_with_cases(name: str, number: int) -> User:
    officer = build.user("caseworker", name=name, team=build.team(locality="north"))
    for n in range(number):
        child = build.child(family_name=f"Ash{n:03}")
        case = build.case(child_=child, officer=officer)
        build.deadline(case_=case, due_on=TODAY - timedelta(days=n + 1))
    return officer


def next_link(answer: Any) -> str:
    start = answer.content.decode().split('Next in my list: <a href="')[1]
    return start.split('"')[0].replace("&amp;", "&")


def when_they_give_all_of_it_away(manager: Client, url: str, **answers: Any) -> Any:
    looked = press(manager, url, **answers)
    form = looked.context["form"]
    sent = {name: form.data.getlist(name) for name in form.data}
    return manager.post(url, {**sent, "once": form["once"].value()})


def test_a_monday_with_twelve_overdue_is_worked_through(signed_in: Any) -> None:
    nia = given_an_officer_with_cases("Nia Prosser", 12)
    caseworker = signed_in(nia)
    page = caseworker.get(WORK, {"late": "overdue"})
    assert page.context["page"].total == "12"

    rows = page.context["rows"]
    filters = QueryDict("whose=mine&late=overdue")
    there = carried(filters, place=page.context["page"].rows[0].place)
    url = f"{rows[0].case_url}?{urlencode({'list': there})}"
    for row in rows[1:4]:
        case = caseworker.get(url)
        note = next(a.url for a in case.context["acts"] if a.label == "Add a note")
        answer = press(
            caseworker,
            note,
            kind="call",
            happened_on=TODAY,
            text=f"Rang before {row.reference}.",
            category="general",
        )
        after = caseworker.get(answer.url)
        assert "Note saved." in seen(after)
        url = next_link(after)
        assert url.startswith(f"{row.case_url}?")


def test_an_officer_leaves_and_every_child_has_somebody(signed_in: Any) -> None:
    nia = given_an_officer_with_cases("Nia Prosser", 9)
    heirs = [build.user("caseworker", name=name) for name in ("Mair", "Sam")]
    build.task(case_=Case.objects.first(), given_to=nia)
    User.objects.filter(pk=nia.pk).update(is_active=False)
    manager = signed_in(build.user("team_manager", team=nia.team))

    board = manager.get(reverse("casework:team-board"))
    row = next(row for row in board.context["rows"] if row.name == "Nia Prosser")
    assert (row.away, row.children, row.overdue) == ("has left", 9, 9)
    answer = when_they_give_all_of_it_away(
        manager, row.urls["give"], officers=heirs, handover="Nia has left us."
    )

    report = seen(manager.get(answer.url))
    assert "Mair : 5 cases" in report
    assert "Sam : 4 cases" in report
    assert not Case.objects.filter(officer=nia).exists()
    assert "Nia Prosser" not in seen(manager.get(reverse("casework:team-board")))
    for heir in heirs:
        theirs = signed_in(heir)
        work = seen(theirs.get(WORK, {"whose": "new"}))
        assert "handovers to read" in work
        url = reverse("casework:handover-read")
        [group] = theirs.get(url).context["groups"]
        press(theirs, url, read=[group.key])
    assert not Handover.objects.standing().exists()
