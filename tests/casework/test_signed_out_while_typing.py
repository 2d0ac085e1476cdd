"""What was typed too late survives signing in again, for the person who typed it."""

from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from sendhub.casework.models import Note
from sendhub.core import clock
from sendhub.core.forms import unsaved
from sendhub.core.tasks import unsaved_forget
from tests import build
from tests.accounts import doors
from tests.pages import held, opened, seen, typed

pytestmark = pytest.mark.django_db

LONG = "She told me at length about the school.\n\n" * 200
BACK = "You were signed out before this was saved."


@pytest.fixture
def url(case):
    return reverse("casework:note-add", args=[case.pk])


@pytest.fixture
def worker(client):
    """Give the browser of a caseworker who has just signed in."""
    client.user = doors.person()
    doors.sign_in(client, client.user)
    return client


def note(client, url, **more):
    """Give a long note as the page's form would send it."""
    answers = typed(
        kind="call",
        happened_on=date(2026, 11, 19),
        with_whom="Mrs Osei",
        text=LONG,
        category="general",
    )
    return {**opened(client, url), **answers, **more}


def goes_idle(monkeypatch):
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(minutes=25))


def sign_in_again(client, answer, user=None):
    """Sign in where a late form led to; give the page that follows."""
    assert answer.url.startswith("/sign-in/?next=")
    back = client.get(answer.url).context["redirect_field_value"]
    sent = {"login": (user or client.user).email, "password": doors.PASSWORD}
    return client.post(answer.url, {**sent, "next": back}, follow=True)


def press_again(client, page):
    """Press the button of a page as it stands."""
    sent = {name: value for name, value in held(page).items() if value is not None}
    return client.post(page.request["PATH_INFO"], sent)


def test_a_note_sent_after_an_idle_time_is_there_again_and_saved_once(
    worker, url, monkeypatch
):
    sent = note(worker, url)
    goes_idle(monkeypatch)
    answer = worker.post(url, sent)
    assert "it is kept for 30 minutes" in seen(worker.get(answer.url))

    page = sign_in_again(worker, answer)
    assert BACK in seen(page)
    assert page.context["form"].errors == {}
    assert not Note.objects.exists()

    for _ in range(2):
        assert press_again(worker, page).status_code == 302
    assert Note.objects.get().text == LONG.strip()


def test_it_is_there_too_when_the_session_is_gone_altogether(worker, url):
    sent = note(worker, url)
    Session.objects.all().delete()
    page = sign_in_again(worker, worker.post(url, sent))
    assert held(page)["text"] == LONG
    assert held(page)["once"] == str(sent["once"])


def test_a_half_typed_date_is_shown_as_it_was(worker, url):
    sent = note(worker, url, happened_on_day="", happened_on_month="Nov")
    Session.objects.all().delete()
    page = sign_in_again(worker, worker.post(url, sent))
    assert 'value="Nov"' in page.content.decode()
    assert "must include a day" in seen(page)


def test_a_form_whose_token_is_used_up_gets_a_new_one(worker, url):
    sent = note(worker, url)
    worker.post(url, sent)
    Session.objects.all().delete()
    page = sign_in_again(worker, worker.post(url, {**sent, "text": "More"}))
    assert held(page)["once"] != str(sent["once"])
    press_again(worker, page)
    assert Note.objects.count() == 2


def test_it_is_given_out_once(worker, url):
    sent = note(worker, url)
    Session.objects.all().delete()
    page = sign_in_again(worker, worker.post(url, sent))
    again = worker.get(
        page.request["PATH_INFO"], QUERY_STRING=page.request["QUERY_STRING"]
    )
    assert not again.context["form"].is_bound
    assert BACK not in seen(again)


def test_nobody_else_gets_it(worker, url):
    sent = note(worker, url)
    Session.objects.all().delete()
    page = sign_in_again(worker, worker.post(url, sent), user=doors.person())
    assert page.status_code == 200
    assert not page.context["form"].is_bound
    assert "at length" not in seen(page)


def test_no_other_page_gets_it(worker, url):
    sent = note(worker, url)
    Session.objects.all().delete()
    worker.post(url, sent)
    token = worker.post(url, sent).url.rpartition("%3D")[2]
    doors.sign_in(worker, worker.user)
    other = reverse("casework:note-add", args=[build.case().pk])
    assert not worker.get(f"{other}?kept={token}").context["form"].is_bound
    assert worker.get(f"{url}?kept={token}").context["form"].is_bound


def test_nothing_is_kept_for_a_browser_nobody_signed_in_with(url):
    answer = Client().post(url, {"text": LONG})
    assert "kept" not in answer.url
    forged = Client()
    forged.cookies["last_person"] = "1:forged:forged"
    assert "kept" not in forged.post(url, {"text": LONG}).url


def test_neither_passwords_nor_too_much_is_kept(worker, url, rf):
    request = rf.post(
        url, {"text": "a", "password1": "walnut", "csrfmiddlewaretoken": "t"}
    )
    token = unsaved.keep(request, by_id=1).partition("kept=")[2]
    assert cache.get(unsaved._key(token))["typed"] == "text=a"
    assert unsaved.keep(rf.post(url, {"text": "a" * 1_000_001}), by_id=1) == ""


def test_sign_in_pages_keep_nothing(worker):
    Session.objects.all().delete()
    answer = worker.post(
        reverse("account_change_password"), {"oldpassword": "a", "x": "y"}
    )
    assert "kept" not in answer.url


def test_says_that_files_must_be_chosen_again(worker, case):
    url = reverse("casework:document-add", args=[case.pk])
    sent = opened(worker, url)
    Session.objects.all().delete()
    files = SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%%EOF\n")
    page = sign_in_again(
        worker, worker.post(url, {**sent, "title": "Dr Lee", "files": files})
    )
    assert "Files were not kept: choose them again." in seen(page)
    assert 'value="Dr Lee"' in page.content.decode()


def test_what_is_never_fetched_is_forgotten(worker, url):
    sent = note(worker, url)
    Session.objects.all().delete()
    worker.post(url, sent)
    assert unsaved_forget(0) == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sendhub_cache SET expires = now() - interval '1 minute'")
    assert unsaved_forget(0) >= 1
