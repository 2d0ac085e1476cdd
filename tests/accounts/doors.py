"""What the tests of signing in do at the door."""

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from tests import build

PASSWORD = "walnut otter bridge"


def person(role: str | None = "caseworker", **more: Any) -> User:
    """Somebody who can sign in with the password above."""
    return build.user(role, password=PASSWORD, **more)


def sign_in(
    client: Client, user: User | str, password: str = PASSWORD, **more: Any
) -> Any:
    """Send the sign-in form."""
    email = user if isinstance(user, str) else user.email
    typed = {"login": email, "password": password}
    return client.post(reverse("account_login"), typed, **more)


def code_of(secret: str) -> str:
    """The code that an app shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def app_of(user: User) -> str:
    """Give somebody an authenticator app; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def recovery_codes_of(user: User) -> list[str]:
    """Give somebody recovery codes."""
    return RecoveryCodes.activate(user).get_unused_codes()


def has_app(user: User) -> bool:
    """Whether somebody has an authenticator app."""
    return Authenticator.objects.filter(
        user=user, type=Authenticator.Type.TOTP
    ).exists()


def is_signed_in(client: Client) -> bool:
    """Whether the browser's session belongs to anybody."""
    return "_auth_user_id" in client.session


def moment() -> float:
    return time.time()
