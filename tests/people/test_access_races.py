"""Who may open a restricted record, changed by two at the same moment."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from sendhub.core import clock
from sendhub.people import actions
from sendhub.people.access import restricted_key
from sendhub.people.models import AccessGrant, AccessRequest, NamedStaff
from tests import build
from tests.pages import errors
from tests.people.test_races import filled
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

WHY = "Her school rings: nobody knows whom to call."


def statuses(answers: list[Any]) -> list[int]:
    return sorted(answer.status_code for answer in answers)


def test_of_two_windows_that_break_the_glass_one_is_told(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    url = reverse("people:glass-break", args=[restricted_key(child.pk)])
    answers = at_once(*[filled(client, url, reason=WHY) for _ in range(2)])
    assert statuses(answers) == [200, 302]
    assert AccessGrant.objects.count() == 1


def test_of_two_answers_to_one_request_one_is_told(signed_in: Any) -> None:
    managers = [signed_in("service_manager") for _ in range(2)]
    child = build.restricted_child(named=[client.user for client in managers])
    asked = actions.access_ask(child=child, reason=WHY, by=build.user("caseworker"))
    url = reverse("people:access-decide", args=[asked.pk])
    until = (clock.now() + timedelta(days=2)).date()
    answers = at_once(
        filled(managers[0], url, grant="yes", until_on=until),
        filled(managers[1], url, grant="no", answer="Her social worker will ring."),
    )
    assert statuses(answers) == [200, 302]
    asked = AccessRequest.objects.get()
    assert AccessGrant.objects.count() == (asked.outcome == "granted")


def test_given_back_and_taken_away_at_once_is_ended_once(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    manager = signed_in("service_manager")
    grant = build.glass(child, by=client.user)
    back = reverse("people:access-give-back", args=[grant.pk])
    away = reverse("people:access-revoke", args=[grant.pk])
    answers = at_once(
        filled(client, back), filled(manager, away, reason="It was no emergency")
    )
    assert 302 in statuses(answers)
    assert statuses(answers) != [302, 302]
    assert client.get(child.get_absolute_url()).status_code == 404


def test_two_who_take_each_other_off_leave_one_named(signed_in: Any) -> None:
    child = build.child()
    clients = [signed_in("service_manager") for _ in range(2)]
    first, second = (client.user for client in clients)
    actions.child_restrict(child=child, named=[second], reason="A relative", by=first)
    off = {
        named.user_id: reverse("people:staff-unname", args=[named.pk])
        for named in NamedStaff.objects.filter(child=child)
    }
    answers = at_once(
        filled(clients[0], off[second.pk], reason="Not needed"),
        filled(clients[1], off[first.pk], reason="Not needed"),
    )
    assert NamedStaff.objects.filter(child=child).count() == 1
    losers = [answer for answer in answers if answer.status_code == 200]
    assert all(errors(answer) for answer in losers)


def test_access_that_is_taken_away_shows_nothing_from_then_on(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    grant = build.glass(child, by=client.user)
    look = child.get_absolute_url()
    manager = build.user("service_manager")

    def take_away() -> int:
        actions.access_revoke(grant=grant, reason="No emergency", by=manager)
        return int(client.get(look).status_code)

    answers = at_once(take_away, lambda: client.get(look).status_code)
    assert answers[0] == 404
    assert answers[1] in (200, 404)
