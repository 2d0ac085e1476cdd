"""Adding a note of a call, a meeting or a visit."""

from datetime import date, timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils.timezone import localtime

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.models import Note
from sendhub.people import actions as people
from tests import build
from tests.pages import errors, held, opened, press, seen, typed

pytestmark = pytest.mark.django_db

GOOD = {
    "kind": "call",
    "happened_on": date(2026, 11, 19),
    "with_whom": "Mrs Osei (mother)",
    "text": "She would like a later meeting.\n\nPromised to call on Friday.",
    "category": "general",
}


def url_of(case):
    return reverse("casework:note-add", args=[case.pk])


def test_keeps_the_note_and_shows_it_on_the_case(signed_in, case):
    client = signed_in("caseworker")
    answer = press(client, url_of(case), **GOOD)
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    note = Note.objects.get()
    assert (note.case, note.kind, note.happened_on) == (
        case,
        "call",
        date(2026, 11, 19),
    )
    assert (note.written_by, note.text) == (client.user, GOOD["text"])
    text = seen(client.get(answer.url))
    assert "Note saved." in text
    assert "Call with Mrs Osei (mother), 19 November 2026" in text
    assert "Promised to call on Friday." in text


def test_writes_it_in_the_chronology_on_the_day_it_happened(signed_in, case):
    press(signed_in("caseworker"), url_of(case), **GOOD)
    act = Act.objects.get(act="casework.note_add")
    assert act.sentence == "Call noted with Mrs Osei (mother)"
    assert (act.happened_on, act.case_id) == (date(2026, 11, 19), case.pk)
    assert "later meeting" not in str(act.facts)


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"kind": None}, "kind", "Choose what happened."),
        ({"kind": "dream"}, "kind", "Select a valid choice"),
        ({"text": ""}, "text", "Write what was said or agreed."),
        ({"text": " \n "}, "text", "Write what was said or agreed."),
        ({"text": "x" * 20_001}, "text", "20,000 characters or fewer"),
        ({"text": "\x07"}, "text", "a character in it that cannot be kept"),
        ({"with_whom": "x" * 201}, "with_whom", "200 characters or fewer"),
        ({"happened_on": None}, "happened_on", "Enter the date."),
        ({"happened_on": date(2026, 11, 21)}, "happened_on", "today or in the past"),
        ({"happened_on": date(2016, 5, 4)}, "happened_on", "was born on 5 May 2016"),
        ({"category": None}, "category", "Choose what it is about."),
        ({"category": "secret"}, "category", "Select a valid choice"),
    ],
)
def test_says_beside_the_field_what_is_wrong_and_keeps_the_rest(
    signed_in, case, wrong, field, words
):
    answer = press(signed_in("caseworker"), url_of(case), **{**GOOD, **wrong})
    said = errors(answer)
    assert list(said) == [field]
    assert words in said[field][0]
    kept = {**GOOD, **wrong}
    for name in ("with_whom", "text"):
        if name != field:
            assert kept[name].partition("\n")[0] in answer.content.decode()
    assert not Note.objects.exists()
    assert not Act.objects.filter(act="casework.note_add").exists()


def test_a_double_click_writes_one_note(signed_in, case):
    client = signed_in("caseworker")
    hidden = opened(client, url_of(case))
    first = press(client, url_of(case), hidden=hidden, **GOOD)
    second = press(client, url_of(case), hidden=hidden, **GOOD)
    assert first.status_code == second.status_code == 302
    assert Note.objects.count() == 1


def test_the_same_note_again_is_asked_about(signed_in, case):
    client = signed_in("caseworker")
    press(client, url_of(case), **GOOD)
    answer = press(client, url_of(case), **GOOD)
    at = localtime(Note.objects.get().written_at)
    assert errors(answer)["again"] == [
        f"You already recorded this note at {at:%H:%M}. Tick the box if it is to be "
        "recorded a second time."
    ]
    assert "Promised to call on Friday." in answer.content.decode()
    assert "Record it a second time" in seen(answer)
    second = press(client, url_of(case), hidden=held(answer), again=True)
    assert second.status_code == 302
    assert Note.objects.count() == 2


def test_nothing_is_asked_about_a_first_note(signed_in, case):
    answer = signed_in("caseworker").get(url_of(case))
    assert "a second time" not in seen(answer)


@pytest.mark.parametrize(
    "other",
    [
        {"text": "She rang again."},
        {"kind": "meeting"},
        {"happened_on": date(2026, 11, 18)},
        {"with_whom": "Mr Osei (father)"},
    ],
)
def test_another_note_is_no_second_one(signed_in, case, other):
    client = signed_in("caseworker")
    press(client, url_of(case), **GOOD)
    assert press(client, url_of(case), **{**GOOD, **other}).status_code == 302


def test_the_same_words_of_somebody_else_later_or_after_an_error_are_no_second_note(
    signed_in, case
):
    client = signed_in("caseworker")
    press(client, url_of(case), **GOOD)
    assert press(signed_in("caseworker"), url_of(case), **GOOD).status_code == 302
    Note.objects.update(written_at=F("written_at") - timedelta(minutes=16))
    assert press(client, url_of(case), **GOOD).status_code == 302
    mine = Note.objects.filter(written_by=client.user).latest("pk")
    actions.note_withdraw(note=mine, reason="Wrong child", by=client.user)
    assert press(client, url_of(case), **GOOD).status_code == 302


def test_a_form_without_its_token_writes_nothing(signed_in, case):
    client = signed_in("caseworker")
    answer = client.post(url_of(case), typed(**GOOD))
    assert "This form has expired" in seen(answer)
    assert not Note.objects.exists()


def test_somebody_elses_form_writes_nothing(signed_in, case):
    mine, theirs = signed_in("caseworker"), signed_in("caseworker")
    hidden = opened(mine, url_of(case))
    press(mine, url_of(case), hidden=hidden, **GOOD)
    answer = press(theirs, url_of(case), hidden=hidden, **GOOD)
    assert "This form has expired" in seen(answer)
    assert Note.objects.count() == 1


@pytest.mark.parametrize(
    ("category", "reads", "does_not"),
    [
        ("health", "caseworker", "hub_coordinator"),
        ("social_care", "short_breaks_officer", "data_officer"),
        ("money", "service_manager", "caseworker"),
    ],
)
def test_shows_a_note_only_to_who_may_read_its_category(
    signed_in, case, category, reads, does_not
):
    writer = signed_in("caseworker")
    answer = press(
        writer,
        url_of(case),
        **{**GOOD, "category": category, "with_whom": "Dr Canary", "text": "Canary"},
    )
    assert "Only people who may read" in seen(writer.get(answer.url))
    pages = [case.get_absolute_url(), reverse("casework:note-list", args=[case.pk])]
    for page in pages:
        assert "Canary" in seen(signed_in(reads).get(page))
        assert "Canary" not in seen(signed_in(does_not).get(page))
    assert "Canary" not in Act.objects.get(act="casework.note_add").sentence


def test_a_note_on_a_case_of_a_child_who_has_died_is_still_kept(signed_in, case):
    by = build.user("team_manager")
    people.child_died(child=case.child, died_on=date(2026, 11, 18), by=by)
    press(signed_in("caseworker"), url_of(case), **GOOD)
    assert Note.objects.count() == 1


def test_a_name_written_as_a_page_stays_text(signed_in, case):
    client = signed_in("caseworker")
    press(client, url_of(case), **{**GOOD, "with_whom": "<script>alert(1)</script>"})
    page = client.get(case.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
