"""A restricted child asked for in an emergency at night and reported next morning."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sendhub.core import clock
from sendhub.people.models import AccessGrant, Child
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db

NHS = "9434765919"
NIGHT = datetime(2026, 11, 20, 23, 40, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 21, 8, 45, tzinfo=UTC)
REASON = "The hospital asks who may sign for an operation tonight."


def given_a_child_hidden_from_the_team(manager: Client) -> Child:
    child = build.restricted_child(
        given_names="Hidden",
        nhs_number=NHS,
        named=[manager.user],  # type: ignore[attr-defined]
    )
    build.contact(child, name="Ceri Mother", phone="01432 260000")
    return child


def when_the_number_is_searched_for(client: Client) -> dict[str, str]:
    page = client.get(reverse("people:child-search"), {"q": NHS})
    assert "A restricted record matches" in seen(page)
    assert "Hidden" not in seen(page)
    ways: dict[str, str] = page.context["asking"]
    return ways


def then_the_contacts_can_be_read(client: Client, child: Child) -> None:
    page = client.get(reverse("people:child-contacts", args=[child.pk]))
    assert "01432 260000" in seen(page)
    assert "You broke the glass." in seen(page)


def then_it_is_reported(manager: Client, *, use: AccessGrant) -> None:
    work = seen(manager.get(reverse("casework:work-list")))
    assert "Restricted records 1 waiting" in work
    text = seen(manager.get(reverse("people:glass-list")))
    assert REASON in text
    page = manager.get(reverse("people:glass-review", args=[use.pk]))
    assert "Nothing was opened" not in seen(page)
    assert "given back" in seen(page)


def test_an_emergency_at_night_is_reported_next_morning(signed_in: Any) -> None:
    manager, caseworker = signed_in("service_manager"), signed_in("caseworker")
    child = given_a_child_hidden_from_the_team(manager)

    with clock.pretend(NIGHT):
        ways = when_the_number_is_searched_for(caseworker)
        assert press(caseworker, ways["glass"], reason=REASON).status_code == 302
        then_the_contacts_can_be_read(caseworker, child)
    use = AccessGrant.objects.get()
    with clock.pretend(LATER):
        back = reverse("people:access-give-back", args=[use.pk])
        assert press(caseworker, back).status_code == 302
        assert caseworker.get(child.get_absolute_url()).status_code == 404

    with clock.pretend(MORNING):
        then_it_is_reported(manager, use=use)
        review = reverse("people:glass-review", args=[use.pk])
        press(manager, review, review_note="I rang the hospital: it was needed.")
        text = seen(manager.get(reverse("casework:work-list")))
        assert "waiting" not in text
    told = seen(manager.get(reverse("people:child-chronology", args=[child.pk])))
    assert "Glass broken to open the restricted record" in told
    assert "Breaking of the glass reviewed" in told


def test_what_is_forgotten_ends_by_itself(signed_in: Any) -> None:
    manager, caseworker = signed_in("service_manager"), signed_in("caseworker")
    child = given_a_child_hidden_from_the_team(manager)
    with clock.pretend(NIGHT):
        ways = when_the_number_is_searched_for(caseworker)
        press(caseworker, ways["glass"], reason=REASON)
    with clock.pretend(datetime(2026, 11, 21, 23, 39, tzinfo=UTC)):
        assert caseworker.get(child.get_absolute_url()).status_code == 200
    with clock.pretend(datetime(2026, 11, 21, 23, 40, tzinfo=UTC)):
        assert caseworker.get(child.get_absolute_url()).status_code == 404
