"""Breaking the glass: a restricted record in an emergency (ADM-2)."""

import csv
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.core import clock
from sendhub.core.models import Partnership
from sendhub.people import actions
from sendhub.people.access import restricted_key
from sendhub.people.models import AccessGrant, Child
from tests import build
from tests.architecture import subjects
from tests.architecture.test_access import PAGES
from tests.architecture.test_badges import NOT_SHOWN
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db

WHY = "The police ask where she goes to school."
LIST = reverse("people:glass-list")


def break_page(child: Child) -> str:
    return reverse("people:glass-break", args=[restricted_key(child.pk)])


def at(name: str, grant: AccessGrant) -> str:
    return reverse(f"people:{name}", args=[grant.pk])


def run_out(grant: AccessGrant) -> None:
    """Let the hours pass."""
    AccessGrant.objects.filter(pk=grant.pk).update(
        starts_at=clock.now() - timedelta(days=2), ends_at=clock.now()
    )


def test_the_record_opens_at_once_and_for_some_hours(signed_in: Any) -> None:
    Partnership.objects.filter(pk=1).update(glass_hours=6)
    child, client = build.restricted_child(), signed_in("caseworker")
    assert "for 6 hours" in seen(client.get(break_page(child)))
    answer = press(client, break_page(child), reason=WHY)
    assert answer.url == child.get_absolute_url()
    assert client.get(answer.url).status_code == 200
    grant = AccessGrant.objects.get()
    assert grant.ends_at - grant.starts_at == timedelta(hours=6)
    assert (grant.user, grant.reason) == (client.user, WHY)


def test_it_ends_by_itself_on_every_page_and_export(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    case = build.case(child_=child)
    grant = build.glass(child, by=client.user)
    export = f"{reverse('casework:work-list')}?whose=everyone&format=csv"
    build.deadline(case_=case)

    def exported() -> str:
        return b"".join(client.get(export).streaming_content).decode()

    assert client.get(case.get_absolute_url()).status_code == 200
    assert child.family_name in exported()
    run_out(grant)
    assert client.get(case.get_absolute_url()).status_code == 404
    assert client.get(child.get_absolute_url()).status_code == 404
    assert child.family_name not in exported()


def test_nobody_else_is_let_in(signed_in: Any) -> None:
    child = build.restricted_child()
    build.glass(child)
    for role in ("caseworker", "service_manager", "auditor"):
        assert signed_in(role).get(child.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Say why."), ("help!", "Say in a sentence")]
)
def test_it_needs_a_sentence(signed_in: Any, typed: str, said: str) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    told = errors(press(client, break_page(child), reason=typed))
    assert told["reason"][0].startswith(said)
    assert client.get(child.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("role", ["auditor", "finance_officer", "hub_school"])
def test_the_wrong_role_is_refused(signed_in: Any, role: str) -> None:
    assert signed_in(role).get(break_page(build.restricted_child())).status_code == 403


def test_a_record_that_is_open_needs_no_breaking(signed_in: Any) -> None:
    client, child = signed_in("caseworker"), build.child()
    assert client.get(break_page(child)).url == child.get_absolute_url()


ONLY_A_SCHOOLS = "nurture_hubs:agreement-answer"
"""A page of hub schools, who are let into no restricted record."""


@pytest.mark.parametrize("name", [p for p in PAGES if subjects.about_a_child(p)])
def test_every_page_of_the_child_says_that_one_is_let_in(
    signed_in: Any, name: str
) -> None:
    client, child = signed_in("service_manager"), build.child()
    if name in {*NOT_SHOWN, "people:access-give-back", ONLY_A_SCHOOLS}:
        return
    args = subjects.address(name, child, [build.user("service_manager")])
    child.refresh_from_db()
    if not child.is_restricted:
        subjects.restricted(child, [])
    build.glass(child, by=client.user)
    text = seen(client.get(reverse(name, args=args)))
    assert "You broke the glass." in text
    assert "Give it back now" in text


def test_who_is_named_reads_no_warning(signed_in: Any) -> None:
    client = signed_in("caseworker")
    child = build.restricted_child(named=[client.user])
    assert "Give it back now" not in seen(client.get(child.get_absolute_url()))


def test_it_is_given_back_before_it_ends(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    grant = build.glass(child, by=client.user)
    assert press(client, at("access-give-back", grant)).status_code == 302
    assert client.get(child.get_absolute_url()).status_code == 404
    assert client.get(at("access-give-back", grant)).status_code == 404
    grant.refresh_from_db()
    assert grant.ended_by == client.user


def test_nobody_gives_back_what_another_holds(signed_in: Any) -> None:
    client = signed_in("caseworker")
    child = build.restricted_child(named=[client.user])
    grant = build.glass(child)
    assert client.get(at("access-give-back", grant)).status_code == 404


def test_a_manager_takes_the_access_away(signed_in: Any) -> None:
    child, client = build.restricted_child(), signed_in("caseworker")
    grant = build.glass(child, by=client.user)
    manager = signed_in("service_manager")
    url = at("access-revoke", grant)
    assert errors(press(manager, url, reason=""))["reason"] == ["Say why."]
    press(manager, url, reason="It was no emergency")
    assert client.get(child.get_absolute_url()).status_code == 404
    again = errors(press(manager, url, reason="Again"))
    assert again["__all__"][0] == "This access is over already."
    assert client.get(url).status_code == 403


def test_the_list_says_who_when_and_why(signed_in: Any) -> None:
    manager = signed_in("service_manager")
    mine = build.restricted_child(named=[manager.user], given_names="Known")
    other = build.restricted_child(given_names="Hidden")
    for child in (mine, other):
        build.glass(child, by=build.user("caseworker", name="Jo Banks"))
    text = seen(manager.get(LIST))
    assert text.count("Jo Banks") == 2
    assert "Her school rings: nobody knows whom to call." in text
    assert "Known" in text
    assert "Hidden" not in text
    assert f"Record {other.pk}" in text


def test_the_list_is_narrowed_and_exported(signed_in: Any) -> None:
    manager = signed_in("service_manager")
    child = build.restricted_child()
    done = build.glass(child, by=build.user("caseworker", name="Nia Prosser"))
    run_out(done)
    actions.glass_review(grant=done, review_note="Needed", by=manager.user)
    build.glass(build.restricted_child(), by=build.user("caseworker", name="Jo Banks"))
    shown = {
        query: [
            str(g.user) for g in manager.get(f"{LIST}?{query}").context["page"].rows
        ]
        for query in ("", "state=reviewed", "state=all&who=nia", "since_year=2031")
    }
    assert shown[""] == ["Jo Banks"]
    assert shown["state=reviewed"] == shown["state=all&who=nia"] == ["Nia Prosser"]
    sent = manager.get(f"{LIST}?state=all&format=csv")
    lines = b"".join(sent.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("From,Until,Who,Record number,Reason")
    assert child.family_name not in "".join(lines)


def test_an_export_is_sorted_as_asked_and_notes_whose_records(signed_in: Any) -> None:
    manager = signed_in("service_manager")
    kinds = ("caseworker", "Nia Prosser"), ("caseworker", "Jo Banks")
    grants = [
        build.glass(build.restricted_child(), by=build.user(role, name=name))
        for role, name in kinds
    ]

    def names(query: str) -> list[str]:
        sent = manager.get(f"{LIST}?{query}&format=csv")
        text = b"".join(sent.streaming_content).decode("utf-8-sig")
        return [row["Who"] for row in csv.DictReader(text.splitlines())]

    assert names("sort=start") == ["Nia Prosser", "Jo Banks"]
    assert names("") == names("sort=-start") == ["Jo Banks", "Nia Prosser"]
    look = Look.objects.filter(kind=Look.Kind.EXPORT, by_id=manager.user.pk).last()
    assert look.ids == sorted(grant.child_id for grant in grants)


def test_a_review_shows_what_was_looked_at(signed_in: Any) -> None:
    client, manager = signed_in("caseworker"), signed_in("service_manager")
    child = build.restricted_child(named=[manager.user])
    grant = build.glass(child, by=client.user)
    client.get(child.get_absolute_url())
    client.get(reverse("people:child-chronology", args=[child.pk]))
    actions.child_edit(child=child, first_language="Welsh", by=client.user)
    press(client, at("access-give-back", grant))
    page = manager.get(at("glass-review", grant))
    assert len(page.context["looks"]) == 3  # and the page that gave it back
    assert "Details changed" in seen(page)
    answer = press(manager, at("glass-review", grant), review_note="I rang the school.")
    assert answer.url == LIST
    grant.refresh_from_db()
    assert (grant.reviewed_by, grant.review_note) == (
        manager.user,
        "I rang the school.",
    )
    assert "I rang the school." in seen(manager.get(at("glass-review", grant)))


def test_a_review_says_nothing_of_a_child_out_of_sight(signed_in: Any) -> None:
    child = build.restricted_child(given_names="Hidden", family_name="Away")
    grant = build.glass(child)
    manager = signed_in("service_manager")
    actions.child_edit(child=child, given_names="Hidden", by=grant.user)
    for name in ("glass-review", "access-revoke"):
        text = seen(manager.get(at(name, grant)))
        assert "Hidden" not in text
        assert "Away" not in text
        assert f"Restricted record {child.pk}" in text


def test_a_review_needs_words_an_end_and_another_person(signed_in: Any) -> None:
    manager = signed_in("service_manager")
    grant = build.glass(build.restricted_child())
    running = press(manager, at("glass-review", grant), review_note="Fine")
    assert "Take the access away first" in errors(running)["__all__"][0]
    run_out(grant)
    told = errors(press(manager, at("glass-review", grant), review_note=""))
    assert told["review_note"] == ["Say what you found."]
    own = build.glass(build.restricted_child(), by=manager.user)
    run_out(own)
    told = errors(press(manager, at("glass-review", own), review_note="Fine"))
    assert told["__all__"] == ["Somebody else reviews what you did."]
    assert "Somebody else reviews" in seen(manager.get(at("glass-review", own)))


def test_nothing_is_reviewed_twice(signed_in: Any) -> None:
    manager = signed_in("service_manager")
    grant = build.glass(build.restricted_child())
    run_out(grant)
    press(manager, at("glass-review", grant), review_note="Fine")
    told = errors(press(manager, at("glass-review", grant), review_note="Fine, again"))
    assert "has reviewed this already" in told["__all__"][0]


def test_the_list_asks_the_database_as_often_for_many(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    manager = signed_in("service_manager")
    queries_stay_flat(
        manager,
        LIST,
        lambda: build.glass(build.restricted_child(named=[manager.user])),
    )


def test_to_be_named_ends_what_was_for_a_time(signed_in: Any) -> None:
    client, child = signed_in("caseworker"), build.restricted_child()
    build.glass(child, by=client.user)
    actions.staff_name(
        child=child, user=client.user, reason="Takes over", by=child.restricted_by
    )
    text = seen(client.get(child.get_absolute_url()))
    assert "Give it back now" not in text
