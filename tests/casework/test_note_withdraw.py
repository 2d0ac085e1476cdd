"""A note that was entered in error keeps its place and loses its readers."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit import sentences
from sendhub.audit.models import Act
from sendhub.casework.models import Note
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

WHY = "It is about a child of the next case."
OTHER = "Call noted with his mother"


@pytest.fixture
def mine(signed_in):
    """Sign in as whoever wrote the note."""
    return signed_in("caseworker")


@pytest.fixture
def note(case, mine):
    return build.note(case_=case, by=mine.user, text="Canary", with_whom="Dr Canary")


def url_of(note):
    return reverse("casework:note-withdraw", args=[note.pk])


def pages_of(case):
    return [case.get_absolute_url(), reverse("casework:note-list", args=[case.pk])]


def test_keeps_who_when_and_why_and_leaves_the_words(case, note, mine):
    assert "Canary" in seen(mine.get(url_of(note)))
    answer = press(mine, url_of(note), reason=WHY)
    assert (answer.status_code, answer.url) == (302, pages_of(case)[1])
    note.refresh_from_db()
    assert (note.withdrawn_by, note.withdrawn_reason) == (mine.user, WHY)
    assert note.withdrawn_at is not None
    assert note.text == "Canary"


def test_its_place_says_why_and_its_words_are_gone(signed_in, case, note, mine):
    press(mine, url_of(note), reason=WHY)
    for client in (mine, signed_in("hub_coordinator"), signed_in("data_officer")):
        for page in [*pages_of(case), url_of(note)][: 3 if client is mine else 2]:
            text = seen(client.get(page))
            assert "Canary" not in text, page
            assert f"Entered in error: {WHY} Marked by {mine.user} on" in text
            assert "10 November 2026" in text
            assert "Entered in error?" not in text


@pytest.mark.parametrize("role", ["team_manager", "service_manager", "auditor"])
def test_those_who_look_into_who_looked_read_it_on(signed_in, case, note, mine, role):
    press(mine, url_of(note), reason=WHY)
    for page in pages_of(case):
        text = seen(signed_in(role).get(page))
        assert "Call with Dr Canary" in text
        assert f"Entered in error: {WHY}" in text


def test_of_a_category_one_does_not_read_not_even_the_place_is_shown(signed_in, case):
    manager = signed_in("team_manager")
    note = build.note(case_=case, by=manager.user, category="health")
    press(manager, url_of(note), reason=WHY)
    for page in pages_of(case):
        assert "Entered in error" in seen(signed_in("caseworker").get(page))
        assert "Entered in error" not in seen(signed_in("data_officer").get(page))


@pytest.mark.parametrize(
    ("category", "said"),
    [("general", WHY), ("health", "(health, for those who may read it)")],
)
def test_the_chronology_says_it_without_private_words(case, mine, category, said):
    note = build.note(case_=case, by=mine.user, category=category)
    press(mine, url_of(note), reason=WHY)
    act = Act.objects.get(act="casework.note_withdraw")
    assert act.sentence == f"Call of 10 November 2026 entered in error. {said}"
    assert (act.by_id, act.case_id) == (mine.user.pk, case.pk)
    assert note.text not in str(act.facts)
    assert act.act in sentences.of_kind("note")


def test_the_chronology_no_longer_says_what_it_was(signed_in, case, note, mine):
    def pages_with_it(client):
        addresses = [
            reverse(f"people:child-{page}", args=[case.child_id])
            for page in ("page", "chronology")
        ]
        texts = [seen(client.get(address)) for address in addresses]
        if note.withdrawn_at:
            assert all(WHY in text for text in texts)
        return sum("Call noted with Dr Canary" in text for text in texts)

    assert pages_with_it(mine) == 2
    build.note(case_=case)
    press(mine, url_of(note), reason=WHY)
    note.refresh_from_db()
    assert pages_with_it(mine) == pages_with_it(signed_in("data_officer")) == 0
    assert pages_with_it(signed_in("auditor")) == 2
    chronology = reverse("people:child-chronology", args=[case.child_id])
    assert OTHER in seen(mine.get(chronology))


def test_whoever_wrote_it_and_those_who_give_cases_out_may(signed_in, case, note, mine):
    for client, may in (
        (mine, True),
        (signed_in("team_manager"), True),
        (signed_in("service_manager"), True),
        (signed_in("caseworker"), False),
        (signed_in("auditor"), False),
    ):
        assert client.get(url_of(note)).status_code == (200 if may else 403)
        for page in pages_of(case):
            assert ("Entered in error?" in seen(client.get(page))) is may
    refused = signed_in("caseworker").post(url_of(note), {"reason": WHY})
    assert refused.status_code == 403
    note.refresh_from_db()
    assert note.withdrawn_at is None


def test_is_not_there_where_the_child_or_the_category_is_out_of_sight(signed_in, case):
    hidden = build.case(child_=build.restricted_child())
    by = build.user("team_manager")
    for note in (
        build.note(case_=hidden, by=by),
        build.note(case_=case, by=by, category="money"),
    ):
        assert signed_in(by).get(url_of(note)).status_code == 404
        assert signed_in(by).post(url_of(note)).status_code == 404


def test_is_closed_where_the_service_is(only, case, note):
    client = only("note_view", "note_withdraw", "case_assign")
    assert client.get(url_of(note)).status_code == 403


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("", "Write what was wrong."),
        ("  ", "Write what was wrong."),
        ("x" * 301, "300 characters or fewer"),
        ("\x07", "a character in it that cannot be kept"),
    ],
)
def test_says_what_is_wrong_with_the_reason(note, mine, reason, words):
    said = errors(press(mine, url_of(note), reason=reason))
    assert list(said) == ["reason"]
    assert words in said["reason"][0]
    assert not Note.objects.filter(withdrawn_at__isnull=False).exists()


def test_a_double_click_says_it_once(note, mine):
    hidden = opened(mine, url_of(note))
    for _ in range(2):
        answer = press(mine, url_of(note), hidden=hidden, reason=WHY)
        assert answer.status_code == 302
    assert Act.objects.filter(act="casework.note_withdraw").count() == 1


def test_a_second_reason_never_replaces_the_first(signed_in, note, mine):
    manager = signed_in("team_manager")
    hidden = opened(manager, url_of(note))
    press(mine, url_of(note), reason=WHY)
    late = press(manager, url_of(note), hidden=hidden, reason="Another reason")
    assert "changed this while you had it open" in seen(late)
    assert "Another reason" in late.content.decode()
    again = press(manager, url_of(note), hidden={**late.context["form"].data.dict()})
    assert "This note is marked as entered in error." in seen(again)
    note.refresh_from_db()
    assert (note.withdrawn_by, note.withdrawn_reason) == (mine.user, WHY)


def test_a_page_opened_afterwards_offers_no_button(note, mine):
    press(mine, url_of(note), reason=WHY)
    page = mine.get(url_of(note)).content.decode()
    assert "Mark as entered in error" not in page


def test_the_lists_ask_no_more_of_the_database(signed_in, case, queries_stay_flat):
    client = signed_in("team_manager")

    def grow():
        note = build.note(case_=case, happened_on=date(2026, 11, 12))
        press(client, url_of(note), reason=WHY)

    for page in pages_of(case):
        queries_stay_flat(client, page, grow)
