"""A duplicate noticed, a stale save, and an export equal to the screen."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.worklist import FactRow
from sendhub.people.models import Child, NotSame
from tests import build
from tests.journeys import steps
from tests.pages import held, opened, press, seen

pytestmark = pytest.mark.django_db

RECORD = "people:child-record"


def given_a_child_is_recorded() -> Child:
    return build.child(
        given_names="Zoë", family_name="O'Neill", born_on=date(2018, 2, 28)
    )


def alike():
    return {
        "given_names": "Zoe",
        "family_name": "ONeil",
        "born_on": date(2018, 2, 28),
        "sex": build.code("SEX", "F"),
    }


def test_a_duplicate_is_noticed_before_it_is_made(signed_in):
    known = given_a_child_is_recorded()
    caseworker = signed_in("caseworker")

    answer = press(caseworker, reverse(RECORD), **alike())

    assert answer.status_code == 200
    assert known.get_absolute_url() in answer.content.decode()
    assert "ONeil" in answer.content.decode()
    assert Child.objects.count() == 1


def test_two_who_only_look_alike_are_remembered_as_two(signed_in):
    known = given_a_child_is_recorded()
    caseworker = signed_in("caseworker")
    warned = press(caseworker, reverse(RECORD), **alike())

    answer = press(
        caseworker, reverse(RECORD), hidden=held(warned), not_same=True, **alike()
    )

    assert answer.status_code == 302, seen(answer)
    made = Child.objects.latest("pk")
    assert NotSame.objects.filter(first=known, second=made).exists()
    again = press(caseworker, reverse("people:child-edit", args=[made.pk]), **alike())
    assert again.status_code == 302


def test_a_stale_save_is_told_what_changed_and_loses_nothing(signed_in):
    child = given_a_child_is_recorded()
    url = reverse("people:child-edit", args=[child.pk])
    first, second = signed_in("caseworker"), signed_in("data_officer")
    page = opened(second, url)
    press(first, url, preferred_name="Zo")

    answer = press(second, url, hidden=page, first_language="Welsh")

    text = seen(answer)
    assert f"{first.user} changed this while you had it open" in text
    assert "“Zo”" in text
    assert 'value="Welsh"' in answer.content.decode()
    child.refresh_from_db()
    assert (child.preferred_name, child.first_language) == ("Zo", "")

    kept = press(second, url, hidden=held(answer), preferred_name="Zo")
    assert kept.status_code == 302
    child.refresh_from_db()
    assert (child.preferred_name, child.first_language) == ("Zo", "Welsh")


def _told(row):
    """What a row of the screen says, as the file says it."""
    if isinstance(row, FactRow):
        return row.child, "Missing facts", row.due_on.isoformat()
    due_on = row.deadline.due_on.isoformat()
    return str(row.deadline.child), row.deadline.rule, due_on


@pytest.mark.parametrize(
    "query", [{}, {"sort": "-child"}, {"late": "overdue"}, {"name": "baker"}]
)
def test_what_is_exported_is_what_is_shown(signed_in, query):
    caseworker = signed_in("caseworker")
    for given, family, on in (
        ("Ann", "Archer", date(2026, 6, 1)),
        ("Bob", "Baker", date(2026, 9, 1)),
        ("Cat", "Cole", date(2026, 11, 2)),
    ):
        child = build.child(given_names=given, family_name=family)
        steps.when_they_log_a_request(caseworker, child, on=on)
    url = reverse("casework:work-list")

    page = caseworker.get(url, query)
    export = caseworker.get(url, {**query, "format": "csv"})

    shown = [_told(row) for row in page.context["rows"]]
    text = b"".join(export.streaming_content).decode("utf-8-sig")
    rows = [
        (row["Child"], row["Rule"], row["Due"])
        for row in csv.DictReader(io.StringIO(text))
    ]
    assert shown
    assert rows == shown
