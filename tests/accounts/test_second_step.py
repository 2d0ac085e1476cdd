"""The second step of signing in: an app's codes, and recovery codes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sendhub.audit.models import SignIn
from sendhub.core.templatetags.words import in_fours
from tests.accounts import doors

pytestmark = pytest.mark.django_db

OPEN = reverse  # reads better below


def set_up_app(client: Client) -> Any:
    """Open the page, read the secret, and send the code that an app would show."""
    page = client.get(OPEN("mfa_activate_totp"))
    code = doors.code_of(page.context["form"].secret)
    return client.post(OPEN("mfa_activate_totp"), {"code": code}, follow=True)


def test_sets_up_an_app_and_shows_recovery_codes(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    user = doors.person()
    doors.sign_in(client, user)

    with django_capture_on_commit_callbacks(execute=True):
        shown = set_up_app(client)

    assert doors.has_app(user)
    assert shown.redirect_chain[-1][0] == OPEN("mfa_view_recovery_codes")
    assert shown.content.decode().count("<code>") == 10
    kinds = SignIn.objects.with_address(user.email).values_list("kind", flat=True)
    assert SignIn.Kind.FACTOR_ADDED in kinds


def test_shows_the_square_as_an_image_that_the_headers_allow(client: Client) -> None:
    doors.sign_in(client, doors.person())

    page = client.get(OPEN("mfa_activate_totp"))

    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    assert "img-src 'self' data:" in page["Content-Security-Policy"]


def test_refuses_a_wrong_first_code(client: Client) -> None:
    user = doors.person()
    doors.sign_in(client, user)
    client.get(OPEN("mfa_activate_totp"))

    answer = client.post(OPEN("mfa_activate_totp"), {"code": "000000"})

    assert "The code is wrong or has expired." in answer.content.decode()
    assert not doors.has_app(user)


def test_asks_for_the_code_after_the_password(client: Client) -> None:
    user = doors.person()
    secret = doors.app_of(user)

    answer = doors.sign_in(client, user)
    assert answer["Location"] == OPEN("mfa_authenticate")
    assert not doors.is_signed_in(client)

    client.post(OPEN("mfa_authenticate"), {"code": doors.code_of(secret)})
    assert doors.is_signed_in(client)


def test_refuses_a_wrong_code_and_writes_it_down(client: Client) -> None:
    user = doors.person()
    doors.app_of(user)
    doors.sign_in(client, user)

    answer = client.post(OPEN("mfa_authenticate"), {"code": "000000"})

    assert "The code is wrong or has expired." in answer.content.decode()
    assert not doors.is_signed_in(client)
    [line] = SignIn.objects.with_address(user.email)
    assert line.kind == SignIn.Kind.WRONG_CODE


def test_takes_a_code_once_only(client: Client) -> None:
    user = doors.person()
    code = doors.code_of(doors.app_of(user))
    doors.sign_in(client, user)
    client.post(OPEN("mfa_authenticate"), {"code": code})

    again = Client()
    doors.sign_in(again, user)
    again.post(OPEN("mfa_authenticate"), {"code": code})

    assert not doors.is_signed_in(again)


def test_takes_a_recovery_code_once_only(client: Client) -> None:
    user = doors.person()
    doors.app_of(user)
    [first, *_] = doors.recovery_codes_of(user)

    doors.sign_in(client, user)
    client.post(OPEN("mfa_authenticate"), {"code": first})
    assert doors.is_signed_in(client)

    again = Client()
    doors.sign_in(again, user)
    again.post(OPEN("mfa_authenticate"), {"code": first})
    assert not doors.is_signed_in(again)


def test_gives_recovery_codes_as_a_file(client: Client) -> None:
    user = doors.person()
    doors.app_of(user)
    codes = doors.recovery_codes_of(user)
    doors.sign_in(client, user)
    client.post(OPEN("mfa_authenticate"), {"code": codes[0]})

    answer = client.get(OPEN("mfa_download_recovery_codes"))

    assert "attachment" in answer["Content-Disposition"]
    assert in_fours(codes[1]) in answer.content.decode()
    assert in_fours(codes[0]) not in answer.content.decode()


def test_makes_new_recovery_codes(client: Client) -> None:
    user = doors.person()
    doors.app_of(user)
    codes = doors.recovery_codes_of(user)
    doors.sign_in(client, user)
    client.post(OPEN("mfa_authenticate"), {"code": codes[0]})

    answer = client.post(OPEN("mfa_generate_recovery_codes"), follow=True)

    assert codes[1] not in answer.content.decode()
    assert answer.content.decode().count("<code>") == 10


def test_asks_for_the_password_again_some_time_after_signing_in(
    client: Client, settings: Any, later: Any
) -> None:
    user = doors.person()
    doors.sign_in(client, user)
    later(minutes=6)

    asked = client.get(OPEN("mfa_activate_totp"))
    assert asked["Location"].startswith(OPEN("account_reauthenticate"))

    wrong = client.post(asked["Location"], {"password": "wrong"})
    assert "The password is wrong." in wrong.content.decode()
    right = client.post(asked["Location"], {"password": doors.PASSWORD})
    assert right["Location"] == OPEN("mfa_activate_totp")
    assert client.get(OPEN("mfa_activate_totp")).status_code == 200


def test_removes_the_app(client: Client) -> None:
    user = doors.person()
    secret = doors.app_of(user)
    doors.sign_in(client, user)
    client.post(OPEN("mfa_authenticate"), {"code": doors.code_of(secret)})

    client.post(OPEN("mfa_deactivate_totp"))

    assert not doors.has_app(user)
    kinds = SignIn.objects.with_address(user.email).values_list("kind", flat=True)
    assert SignIn.Kind.FACTOR_REMOVED in kinds


class TestWhereItIsObligatory:
    @pytest.fixture(autouse=True)
    def _obligatory(self, settings: Any) -> None:
        settings.SECOND_FACTOR_OBLIGATORY = True

    def test_sends_people_to_set_it_up_whatever_they_open(self, client: Client) -> None:
        doors.sign_in(client, doors.person("administrator"))

        for url in (OPEN("accounts:role-list"), OPEN("admin:index")):
            answer = client.get(url)
            assert answer.status_code == 302
            assert answer["Location"] == OPEN("mfa_activate_totp")
        page = client.get(OPEN("mfa_activate_totp")).content.decode()
        assert "signing in takes two steps" in page

    def test_lets_them_out(self, client: Client) -> None:
        doors.sign_in(client, doors.person())

        client.post(OPEN("account_logout"))

        assert not doors.is_signed_in(client)

    def test_lets_them_on_once_it_is_set_up(self, client: Client) -> None:
        doors.sign_in(client, doors.person("administrator"))
        set_up_app(client)

        assert client.get(OPEN("accounts:role-list")).status_code == 200

    def test_asks_the_database_once(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        user = doors.person("administrator")
        secret = doors.app_of(user)
        doors.sign_in(client, user)
        client.post(OPEN("mfa_authenticate"), {"code": doors.code_of(secret)})
        client.get(OPEN("accounts:role-list"))

        with django_assert_max_num_queries(20) as asked:
            client.get(OPEN("accounts:role-list"))
        assert not [q for q in asked.captured_queries if "authenticator" in q["sql"]]

    def test_sends_them_back_when_they_remove_it(self, client: Client) -> None:
        doors.sign_in(client, doors.person("administrator"))
        set_up_app(client)
        client.get(OPEN("accounts:role-list"))

        client.post(OPEN("mfa_deactivate_totp"))

        answer = client.get(OPEN("accounts:role-list"))
        assert answer["Location"] == OPEN("mfa_activate_totp")


def test_shows_keys_and_codes_in_fours_and_takes_them_so(client: Client) -> None:
    user = doors.person()
    doors.sign_in(client, user)
    page = client.get(OPEN("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert f">{in_fours(secret)}</code>" in page.content.decode()

    doors.app_of(user)
    [first, *_] = doors.recovery_codes_of(user)
    assert in_fours(first) == f"{first[:4]} {first[4:]}"
    shown = client.get(OPEN("mfa_view_recovery_codes")).content.decode()
    assert f"<code>{in_fours(first)}</code>" in shown

    browser = Client()
    doors.sign_in(browser, user)
    browser.post(OPEN("mfa_authenticate"), {"code": in_fours(first)})
    assert doors.is_signed_in(browser)
