"""Signing in with an e-mail address and a password."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from sendhub.accounts.sign_in_urls import CLOSED
from sendhub.audit.models import SignIn
from tests.accounts import doors

pytestmark = pytest.mark.django_db

WRONG = "not the password"


def test_signs_somebody_in_and_writes_it_down(client: Client) -> None:
    user = doors.person()

    answer = doors.sign_in(client, user.email.upper())

    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert doors.is_signed_in(client)
    line = SignIn.objects.with_address(user.email).get()
    assert (line.kind, line.by_id) == (SignIn.Kind.SIGNED_IN, user.pk)
    assert line.address == "127.0.0.1"


def test_refuses_a_wrong_password_in_one_sentence(client: Client) -> None:
    user = doors.person()

    answer = doors.sign_in(client, user, WRONG)

    assert "The e-mail address or the password is wrong." in answer.content.decode()
    assert not doors.is_signed_in(client)
    assert SignIn.objects.get().kind == SignIn.Kind.REFUSED


def test_answers_an_unknown_address_like_a_wrong_password(client: Client) -> None:
    known = doors.sign_in(client, doors.person(), WRONG).content.decode()
    unknown = doors.sign_in(client, "nobody@example.org", WRONG).content.decode()

    assert "The e-mail address or the password is wrong." in known
    assert "The e-mail address or the password is wrong." in unknown


def test_locks_an_address_after_five_wrong_passwords(client: Client) -> None:
    user = doors.person()
    for _ in range(5):
        doors.sign_in(client, user, WRONG)

    answer = doors.sign_in(client, user)

    assert "so it is locked for 5 minutes" in answer.content.decode()
    assert not doors.is_signed_in(client)
    kinds = list(SignIn.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == [SignIn.Kind.REFUSED] * 5 + [SignIn.Kind.LOCKED]


def test_locks_it_whatever_computer_and_name_of_the_site(client: Client) -> None:
    user = doors.person()
    for number in range(5):
        doors.sign_in(client, user, WRONG, REMOTE_ADDR=f"10.0.0.{number}")

    elsewhere = doors.sign_in(
        Client(), user, REMOTE_ADDR="10.9.9.9", headers={"host": "127.0.0.1"}
    )

    assert "so it is locked" in elsewhere.content.decode()


def test_lets_others_in_while_one_address_is_locked(client: Client) -> None:
    for _ in range(6):
        doors.sign_in(client, "somebody@example.org", WRONG)

    doors.sign_in(client, doors.person())

    assert doors.is_signed_in(client)


def test_keeps_no_password_in_the_history(client: Client) -> None:
    doors.sign_in(client, doors.person(), "a very private phrase")

    line = SignIn.objects.get()
    assert "private" not in " ".join(str(value) for value in vars(line).values())


def test_refuses_somebody_who_has_left(client: Client) -> None:
    user = doors.person(is_active=False)

    answer = doors.sign_in(client, user, follow=True)

    assert "You can no longer sign in" in answer.content.decode()
    assert not doors.is_signed_in(client)


def test_ends_the_session_of_somebody_who_leaves(client: Client) -> None:
    user = doors.person()
    doors.sign_in(client, user)
    user.is_active = False
    user.save()

    answer = client.get(reverse("mfa_index"))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_goes_on_to_the_page_that_was_asked_for(client: Client) -> None:
    user = doors.person()
    asked = client.get(reverse("mfa_index"))

    typed = {
        "login": user.email,
        "password": doors.PASSWORD,
        "next": "/sign-in/security/",
    }
    answer = client.post(asked["Location"], typed)

    assert answer["Location"] == reverse("mfa_index")


def test_goes_nowhere_outside(client: Client) -> None:
    typed = {"login": doors.person().email, "password": doors.PASSWORD}
    answer = client.post(
        reverse("account_login"), {**typed, "next": "https://example.com/"}
    )

    assert answer["Location"] == "/"


def test_signs_out_and_writes_it_down(client: Client) -> None:
    user = doors.person()
    doors.sign_in(client, user)

    client.post(reverse("account_logout"))

    assert not doors.is_signed_in(client)
    assert SignIn.objects.with_address(user.email)[0].kind == SignIn.Kind.SIGNED_OUT


@pytest.mark.parametrize("name", CLOSED)
def test_has_no_page_to_sign_up_or_change_addresses(name: str, client: Client) -> None:
    assert client.get(reverse(name)).status_code == 404
    assert client.post(reverse(name), {"email": "a@example.org"}).status_code == 404


@pytest.mark.parametrize("path", ["/sign-in/signup/", "/accounts/signup/"])
def test_has_no_usual_address_for_signing_up(path: str, client: Client) -> None:
    assert client.get(path, follow=True).status_code in (200, 404)
    assert b"password1" not in client.get(path, follow=True).content


def test_changes_a_password_and_asks_to_sign_in_with_it(client: Client) -> None:
    user = doors.person()
    doors.sign_in(client, user)
    typed = {
        "oldpassword": doors.PASSWORD,
        "password1": "copper lantern thistle",
        "password2": "copper lantern thistle",
    }

    client.post(reverse("account_change_password"), typed)

    assert not doors.is_signed_in(client)
    doors.sign_in(client, user, "copper lantern thistle")
    assert doors.is_signed_in(client)
    kinds = SignIn.objects.with_address(user.email).values_list("kind", flat=True)
    assert SignIn.Kind.PASSWORD in kinds


@pytest.mark.parametrize(
    "password", ["short", "password1234", "123456789012345", "person-one-person"]
)
def test_refuses_a_password_that_is_easy_to_guess(
    password: str, client: Client
) -> None:
    user = doors.person(name="Person One Person")
    doors.sign_in(client, user)
    typed = {
        "oldpassword": doors.PASSWORD,
        "password1": password,
        "password2": password,
    }

    answer = client.post(reverse("account_change_password"), typed)

    assert "There is a problem" in answer.content.decode()


def test_sends_a_link_for_a_new_password(client: Client) -> None:
    user = doors.person()
    client.post(reverse("account_reset_password"), {"email": user.email})

    [sent] = mail.outbox
    link = next(w for w in sent.body.split() if "/sign-in/forgotten/" in w)
    form = client.get(link, follow=True)
    new = {"password1": "copper lantern thistle", "password2": "copper lantern thistle"}
    client.post(form.redirect_chain[-1][0], new)

    doors.sign_in(client, user, "copper lantern thistle")
    assert doors.is_signed_in(client)
    assert "Error" not in form.content.decode()


def test_sends_nothing_to_an_unknown_address(client: Client) -> None:
    answer = client.post(
        reverse("account_reset_password"), {"email": "no@example.org"}, follow=True
    )

    assert "Read your e-mail" in answer.content.decode()
    assert mail.outbox == []


def test_offers_no_link_where_there_is_no_mail(client: Client, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    page = client.get(reverse("account_login")).content.decode()

    assert "ask your administrator for a new one" in page
    assert client.get(reverse("account_reset_password")).status_code == 404


def test_answers_too_many_tries_with_a_page(client: Client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    doors.sign_in(client, "somebody@example.org", WRONG)

    answer = doors.sign_in(client, "somebody@example.org", WRONG)

    assert answer.status_code == 429
    assert "Wait a minute" in answer.content.decode()
