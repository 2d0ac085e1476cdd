"""When something fails: a page with a way on, never a traceback."""

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse

from sendhub.core import trouble, views
from tests import build
from tests.pages import opened, seen

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


def test_passwords_are_not_given_back():
    request = RequestFactory().post("/x/", {"password": "s3cret", "name": "Ann"})
    page = trouble.database_away(request, OperationalError("gone")).content.decode()
    assert "Ann" in page
    assert "s3cret" not in page


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


def test_a_page_that_is_not_there_says_so(signed_in):
    answer = signed_in("caseworker").get("/nowhere/")
    assert answer.status_code == 404
    assert "404" not in seen(answer).split("–")[0] or answer.content


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
