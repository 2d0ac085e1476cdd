"""How long somebody stays signed in, and what they are told when it ends."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.audit.models import SignIn
from tests.accounts import doors

pytestmark = pytest.mark.django_db

PAGE = "/sign-in/security/?part=codes"


@pytest.fixture
def at_work(client: Client) -> Client:
    """Give the browser of somebody who has just signed in."""
    client.user = doors.person()  # type: ignore[attr-defined]
    doors.sign_in(client, client.user)  # type: ignore[attr-defined]
    return client


def test_keeps_somebody_who_is_at_work(
    at_work: Client, later: Callable[..., None]
) -> None:
    for _ in range(10):
        later(minutes=19)
        assert at_work.get(PAGE).status_code == 200


def test_signs_out_somebody_who_was_idle_and_says_why(
    at_work: Client, later: Callable[..., None]
) -> None:
    later(minutes=21)

    answer = at_work.get(PAGE, follow=True)

    assert answer.redirect_chain == [
        ("/sign-in/?next=/sign-in/security/%3Fpart%3Dcodes", 302)
    ]
    text = answer.content.decode()
    assert "You were signed out because nothing happened for 20 minutes." in text
    assert "not saved" not in text
    kinds = SignIn.objects.with_address(at_work.user.email)  # type: ignore[attr-defined]
    assert kinds[0].kind == SignIn.Kind.TIMED_OUT


def test_signs_out_after_a_day_of_work(
    at_work: Client, later: Callable[..., None]
) -> None:
    for _ in range(32):
        later(minutes=19)
        answer = at_work.get(PAGE, follow=True)

    assert "you signed in more than 10 hours ago" in answer.content.decode()


def test_says_that_a_form_sent_too_late_was_not_saved(
    at_work: Client, later: Callable[..., None]
) -> None:
    later(minutes=21)

    answer = at_work.post(reverse("account_change_password"), {}, follow=True)

    assert "What you sent just now was not saved" in answer.content.decode()
    assert answer.redirect_chain[0][0].endswith("next=/sign-in/password/")


def test_says_so_too_when_the_session_is_gone_altogether(at_work: Client) -> None:
    Session.objects.all().delete()

    answer = at_work.post(reverse("account_change_password"), {}, follow=True)

    assert "what you sent was not saved" in answer.content.decode()


def test_goes_back_to_the_page_after_signing_in_again(
    at_work: Client, later: Callable[..., None]
) -> None:
    later(minutes=21)
    asked = at_work.get(PAGE)["Location"]

    user = at_work.user  # type: ignore[attr-defined]
    form = at_work.get(asked).content.decode()
    assert 'name="next" value="/sign-in/security/?part=codes"' in form
    typed = {"login": user.email, "password": doors.PASSWORD, "next": PAGE}
    assert at_work.post(asked, typed)["Location"] == PAGE
    assert at_work.get(PAGE).status_code == 200


def test_writes_the_session_once_a_minute_at_most(
    at_work: Client, later: Callable[..., None]
) -> None:
    def writes() -> int:
        with CaptureQueriesContext(connection) as asked:
            at_work.get(PAGE)
        return len([q for q in asked if q["sql"].startswith("UPDATE")])

    at_work.get(PAGE)
    later(seconds=50)
    assert writes() == 0
    later(seconds=15)
    assert writes() == 1


def test_lasts_until_the_browser_closes(at_work: Client) -> None:
    assert at_work.session.get_expire_at_browser_close()
