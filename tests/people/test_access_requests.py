"""Asking to be let into a restricted record, and the answer (ADM-2)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act, Look
from sendhub.core import clock
from sendhub.people import actions
from sendhub.people.access import restricted_key
from sendhub.people.models import AccessGrant, AccessRequest, Child
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db

NHS = "9434765919"
WHY = "Her school rings about a place for her."
LIST = reverse("people:restricted-list")


def ask_page(child: Child) -> str:
    return reverse("people:access-ask", args=[restricted_key(child.pk)])


def asked(child: Child, by: Any) -> AccessRequest:
    return actions.access_ask(child=child, reason=WHY, by=by)


def decide(request: AccessRequest) -> str:
    return reverse("people:access-decide", args=[request.pk])


def test_the_search_by_a_number_leads_to_asking(signed_in: Any) -> None:
    child = build.restricted_child(nhs_number=NHS)
    client = signed_in("caseworker")
    answer = client.get(reverse("people:child-search"), {"q": NHS})
    ways = answer.context["asking"]
    assert set(ways) == {"ask", "glass"}
    assert client.get(ways["ask"]).status_code == 200
    assert Look.objects.get().ids == [child.pk]
    finance = signed_in("finance_officer")
    answer = finance.get(reverse("people:child-search"), {"q": NHS})
    assert set(answer.context["asking"]) == {"ask"}


def test_a_request_waits_for_those_named(signed_in: Any) -> None:
    manager, client = signed_in("service_manager"), signed_in("caseworker")
    child = build.restricted_child(named=[manager.user])
    answer = press(client, ask_page(child), reason=WHY)
    assert answer.url == LIST
    assert "Waiting" in seen(client.get(LIST))
    text = seen(manager.get(LIST))
    assert WHY in text
    assert child.known_as in text
    assert client.get(child.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Say why."), ("urgent", "Say in a sentence")]
)
def test_asking_needs_a_sentence(signed_in: Any, typed: str, said: str) -> None:
    child = build.restricted_child()
    told = errors(press(signed_in("caseworker"), ask_page(child), reason=typed))
    assert told["reason"][0].startswith(said)


def test_asking_twice_is_told(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    press(client, ask_page(child), reason=WHY)
    again = press(client, ask_page(child), reason=f"Again: {WHY}")
    assert errors(again)["reason"] == [
        "You have asked for this record already; nobody has answered yet."
    ]


def test_what_one_can_open_is_not_asked_for(signed_in: Any) -> None:
    client = signed_in("caseworker")
    child = build.restricted_child(named=[client.user])
    assert client.get(ask_page(child)).url == child.get_absolute_url()
    told = client.post(
        ask_page(child),
        {"once": "7d9f8a52-3f0e-4a3b-9e19-3a3f6f0e1a11", "reason": WHY},
    )
    assert errors(told)["__all__"] == ["You can open this record already."]


@pytest.mark.parametrize("key", ["1", "abc", "MTI:1wXyZ:forged"])
def test_a_key_that_nobody_gave_opens_nothing(signed_in: Any, key: str) -> None:
    build.restricted_child()
    for page in ("access-ask", "glass-break"):
        url = reverse(f"people:{page}", args=[key])
        assert signed_in("caseworker").get(url).status_code == 404


def test_who_is_let_in_opens_the_record_until_the_day_is_over(signed_in: Any) -> None:
    manager, client = signed_in("service_manager"), signed_in("caseworker")
    child = build.restricted_child(named=[manager.user])
    request = asked(child, client.user)
    answer = press(
        manager, decide(request), grant="yes", until_on=clock_day(3), answer="Fine."
    )
    assert answer.url == LIST
    assert client.get(child.get_absolute_url()).status_code == 200
    grant = AccessGrant.objects.get()
    assert grant.ends_at.astimezone(clock.now().tzinfo) > clock.now()
    assert "Granted" in seen(client.get(LIST))
    AccessGrant.objects.filter(pk=grant.pk).update(
        starts_at=clock.now() - timedelta(days=2),
        ends_at=clock.now() - timedelta(seconds=1),
    )
    assert client.get(child.get_absolute_url()).status_code == 404


def clock_day(later: int) -> date:
    """A real day to come: what lets somebody in is compared with the real clock."""
    return (clock.now() + timedelta(days=later)).date()


def test_who_is_refused_reads_why(signed_in: Any) -> None:
    manager, client = signed_in("service_manager"), signed_in("caseworker")
    child = build.restricted_child(named=[manager.user])
    request = asked(child, client.user)
    without = press(manager, decide(request), grant="no")
    assert "Say why not" in errors(without)["answer"][0]
    press(manager, decide(request), grant="no", answer="Her social worker will ring.")
    assert "Her social worker will ring." in seen(client.get(LIST))
    assert client.get(child.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "grant", "Say yes or no."),
        ({"grant": "yes"}, "until_on", "Say until which day"),
        (
            {"grant": "yes", "until_on": date(2026, 11, 19)},
            "until_on",
            "This day is over.",
        ),
        (
            {"grant": "yes", "until_on": date(2027, 2, 19)},
            "until_on",
            "Access ends after 90 days",
        ),
    ],
)
def test_an_answer_is_whole(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    manager = signed_in("service_manager")
    child = build.restricted_child(named=[manager.user])
    request = asked(child, build.user("caseworker"))
    told = errors(press(manager, decide(request), **typed))
    assert told[field][0].startswith(said)
    assert not AccessGrant.objects.exists()


def test_a_manager_who_is_not_named_sees_only_that_somebody_asks(
    signed_in: Any,
) -> None:
    child = build.restricted_child(given_names="Hidden")
    request = asked(child, build.user("caseworker"))
    manager = signed_in("service_manager")
    text = seen(manager.get(LIST))
    assert "1 more waits for those named on other records." in text
    assert "Hidden" not in text
    assert WHY not in text
    assert manager.get(decide(request)).status_code == 404


def test_the_wrong_role_answers_nothing(signed_in: Any) -> None:
    client = signed_in("caseworker")
    child = build.restricted_child(named=[client.user])
    request = asked(child, build.user("caseworker"))
    assert client.get(decide(request)).status_code == 403


def test_who_is_named_or_seen_by_all_waits_no_longer() -> None:
    child = build.restricted_child()
    asker, other = build.user("caseworker"), build.user("caseworker")
    first, second = asked(child, asker), asked(child, other)
    actions.staff_name(
        child=child, user=asker, reason="Takes over", by=child.restricted_by
    )
    build.glass(child, by=other)
    actions.restriction_lift(child=child, reason="Over", by=child.restricted_by)
    outcomes = [AccessRequest.objects.get(pk=r.pk).outcome for r in (first, second)]
    assert outcomes == ["not_needed", "not_needed"]
    assert AccessGrant.objects.get().ended_at is not None


def test_letting_in_takes_the_place_of_broken_glass() -> None:
    child, asker = build.restricted_child(), build.user("caseworker")
    request = asked(child, asker)
    broken = build.glass(child, by=asker)
    actions.access_decide(
        request=request,
        grant=True,
        until_on=clock_day(2),
        answer="",
        by=child.restricted_by,
    )
    broken.refresh_from_db()
    assert broken.ended_at is not None
    assert AccessGrant.objects.running(at=clock.now()).get().request == request


def test_the_navigation_says_how_much_waits(signed_in: Any) -> None:
    manager = signed_in("service_manager")
    child = build.restricted_child(named=[manager.user])
    settings = reverse("schools:setting-list")
    assert "waiting" not in seen(manager.get(settings))
    asked(child, build.user("caseworker"))
    build.glass(build.restricted_child())
    assert "Restricted records 2 waiting" in seen(manager.get(settings))
    assert "waiting" not in seen(signed_in("caseworker").get(settings))


def test_the_list_asks_the_database_as_often_for_many(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    manager = signed_in("service_manager")

    def grow() -> None:
        child = build.restricted_child(named=[manager.user])
        asked(child, build.user("caseworker"))
        asked(build.restricted_child(), manager.user)
        build.glass(build.restricted_child(), by=manager.user)

    queries_stay_flat(manager, LIST, grow)


def test_what_was_asked_and_answered_stands_in_the_chronology() -> None:
    child, asker = build.restricted_child(), build.user("caseworker", name="Jo Banks")
    request = asked(child, asker)
    actions.access_decide(
        request=request,
        grant=False,
        until_on=None,
        answer="Not for this",
        by=child.restricted_by,
    )
    told = [act.sentence for act in Act.objects.about_child(child.pk)[:2]]
    assert told == [
        "Request of Jo Banks for the restricted record refused",
        "Restricted record asked for",
    ]
