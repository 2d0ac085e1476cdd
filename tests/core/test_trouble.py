"""When something fails: a page with a way on, never a traceback."""

import base64
import errno

import psycopg
import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse

from sendhub.casework.models import Note
from sendhub.core import trouble, views
from tests import build
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db


def test_a_lost_database_keeps_what_was_typed(signed_in, monkeypatch):
    child = build.child()
    client = signed_in("caseworker")
    url = reverse("ehcps:request-log", args=[child.pk])
    hidden = opened(client, url)

    def lose(*args, **kwargs):
        raise OperationalError("the connection is closed")

    monkeypatch.setattr("sendhub.ehcps.actions.request_log", lose)
    client.raise_request_exception = False
    answer = client.post(
        url,
        {
            **hidden,
            "received_on_day": "1",
            "received_on_month": "9",
            "received_on_year": "2026",
            "source": "REQUEST_SOURCE:2",
            "reasons": "He <b>cannot</b> follow.",
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert 'value="He &lt;b&gt;cannot&lt;/b&gt; follow."' in page
    assert hidden["once"] in page
    assert "OperationalError" not in page


def test_passwords_are_not_given_back_and_all_else_is():
    sent = {
        "password": "s3cret",
        "code": "123456",
        "postcode": "HR4 0LE",
        "name": "Ann",
    }
    request = RequestFactory().post("/x/", sent)
    page = trouble.database_away(request, OperationalError("gone")).content.decode()
    assert "Ann" in page
    assert "HR4 0LE" in page
    assert "s3cret" not in page
    assert "123456" not in page


def test_the_way_back_stays_on_this_site():
    request = RequestFactory().get("//evil.example/x")
    page = trouble.database_away(request, OperationalError("gone")).content.decode()
    assert 'href="//' not in page


@pytest.mark.parametrize("error", [psycopg.OperationalError, psycopg.InterfaceError])
def test_a_lost_connection_below_django_is_told_too(signed_in, monkeypatch, error):
    def lose(*args, **kwargs):
        raise error("closed")

    monkeypatch.setattr("sendhub.background.exports.write", lose)
    client = signed_in("caseworker")
    client.raise_request_exception = False
    url = reverse("ehcps:plan-list")
    assert client.get(url, {"format": "csv"}).status_code == 503


@pytest.mark.parametrize("query", ["after", "before"])
def test_a_cursor_made_to_exhaust_us_shows_the_first_page(signed_in, query):
    bomb = base64.urlsafe_b64encode(b"[" * 1400).decode()
    answer = signed_in("caseworker").get(reverse("ehcps:plan-list"), {query: bomb})
    assert answer.status_code == 200


def test_a_form_in_another_alphabet_is_refused_plainly(signed_in):
    client = signed_in("caseworker")
    client.raise_request_exception = False
    url = reverse("ehcps:request-log", args=[build.child().pk])
    kind = "application/x-www-form-urlencoded; charset=utf-16"
    assert client.post(url, b"a=b", content_type=kind).status_code == 400


def test_a_month_of_a_thousand_digits_is_no_month(signed_in):
    url = reverse("ehcps:request-log", args=[build.child().pk])
    answers = {
        "received_on_day": "1",
        "received_on_month": "9" * 5000,
        "received_on_year": "2026",
    }
    answer = press(signed_in("caseworker"), url, **answers)
    assert "received_on" in errors(answer)


def test_the_same_token_with_other_words_is_not_taken_for_a_second_click(signed_in):
    url = reverse("casework:note-add", args=[build.case().pk])
    client = signed_in("caseworker")
    hidden = opened(client, url)
    first = {"kind": "call", "text": "First."}
    assert press(client, url, hidden=hidden, **first).status_code == 302
    answer = press(client, url, hidden=hidden, kind="call", text="Second.")
    assert "was sent before with something else" in errors(answer)["__all__"][0]
    assert press(client, url, hidden=held(answer)).status_code == 302
    assert sorted(Note.objects.values_list("text", flat=True)) == ["First.", "Second."]


def test_any_other_failure_is_a_plain_page(signed_in, monkeypatch):
    client = signed_in("caseworker")
    client.raise_request_exception = False

    def fail(*args, **kwargs):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("sendhub.ehcps.views.lists.list_page", fail)
    answer = client.get(reverse("ehcps:request-list"))
    assert answer.status_code == 500
    assert "secret detail" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


def test_a_full_disk_is_said_in_words(signed_in, monkeypatch):
    client = signed_in("caseworker")
    client.raise_request_exception = False

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("sendhub.ehcps.views.lists.list_page", full)
    answer = client.get(reverse("ehcps:request-list"))
    assert answer.status_code == 507
    assert "The server’s disk is full" in seen(answer)


def test_a_page_that_is_not_there_says_so(signed_in):
    answer = signed_in("caseworker").get("/nowhere/")
    assert answer.status_code == 404
    assert "There is no such page, or the record behind it is not" in seen(answer)


def test_health_tells_a_monitor_without_signing_in():
    answer = Client().get(reverse("core:health"))
    assert answer.json() == {"site": "ok", "database": "ok"}


def test_health_says_503_when_the_database_is_away(monkeypatch):
    class Away:
        def cursor(self):
            raise OperationalError("gone")

    monkeypatch.setattr(views, "connection", Away())
    client = Client(raise_request_exception=False)
    assert client.get(reverse("core:health")).status_code == 503


def test_the_gallery_is_for_development_and_the_demonstration(settings):
    assert Client().get(reverse("core:style")).status_code == 404
    settings.DEMO = True
    assert Client().get(reverse("core:style")).status_code == 200


def test_a_form_whose_security_token_is_gone_is_told_in_words():
    client = Client(enforce_csrf_checks=True)
    client.force_login(build.user("caseworker"))
    answer = client.post(reverse("ehcps:request-log", args=[1]), {})
    assert answer.status_code == 403
    assert "CSRF" not in seen(answer)


@pytest.mark.parametrize("page", ["casework:work-list", "account_login"])
def test_an_address_with_too_much_in_it_is_no_failure_of_ours(signed_in, page):
    client = signed_in("caseworker")
    client.raise_request_exception = False
    assert client.get(f"{reverse(page)}?{'a=&' * 1100}").status_code < 500
