"""A child was recorded twice: found, merged, and taken apart again (PPL-8)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sendhub.casework.models import Case
from sendhub.letters.models import Letter
from sendhub.people.models import Child, Merge
from tests import build
from tests.journeys import steps
from tests.pages import press, seen

pytestmark = pytest.mark.django_db


def given_owain_was_recorded_twice() -> tuple[Child, Child]:
    """First by the hub; then, as Owen, with a request by a caseworker."""
    hub = build.user("hub_coordinator")
    birthday = date(2017, 3, 14)
    first = build.child(
        given_names="Owain", family_name="Preece", born_on=birthday, by=hub
    )
    build.status(first, "young_carer")
    second = build.child(given_names="Owen", family_name="Preece", born_on=birthday)
    build.address(second)
    build.contact(second, name="Ceri Preece")
    return first, second


def given_a_letter_was_written(child: Child) -> Letter:
    return build.letter(case_=build.assessment(child_=child).case)


def when_they_follow_the_likely_duplicate(client: Client, kept: Child) -> str:
    page = client.get(kept.get_absolute_url())
    [other] = page.context["alike"]
    link = reverse("people:children-merge", args=[kept.pk, other.pk])
    assert link in page.content.decode()
    return link


def when_they_merge(client: Client, link: str) -> Any:
    page = client.get(link)
    assert "1 letter" in seen(page)
    answer = press(client, link, use_given_names="kept")
    return client.get(answer.url)


def then_the_letter_is_found_on(client: Client, child: Child, letter: Letter) -> None:
    case = Case.objects.get(pk=letter.case_id)
    assert case.child == child
    text = seen(client.get(case.get_absolute_url()))
    assert letter.subject in text
    assert str(child) in text
    opened = client.get(letter.get_absolute_url())
    assert opened.status_code == 200


def when_they_undo_it(client: Client, page: Any) -> None:
    [merge] = page.context["merges"]
    undo = reverse("people:merge-undo", args=[merge.pk])
    assert undo in page.content.decode()
    answer = press(client, undo, reason="They are cousins of one name.")
    assert answer.status_code == 302, seen(answer)


def test_a_duplicate_is_found_merged_and_taken_apart(signed_in: Any) -> None:
    first, second = given_owain_was_recorded_twice()
    letter = given_a_letter_was_written(second)
    officer = signed_in("data_officer")
    caseworker = signed_in("caseworker")

    link = when_they_follow_the_likely_duplicate(officer, first)
    page = when_they_merge(officer, link)

    assert "The two records are one now." in seen(page)
    then_the_letter_is_found_on(caseworker, first, letter)
    steps.then_the_chronology_tells(
        caseworker, first, "Young carer", "Another record of this child merged"
    )
    old = caseworker.get(second.get_absolute_url())
    assert old.url == first.get_absolute_url()

    when_they_undo_it(officer, page)

    then_the_letter_is_found_on(caseworker, second, letter)
    assert caseworker.get(second.get_absolute_url()).status_code == 200
    assert Merge.objects.get().undone_at
