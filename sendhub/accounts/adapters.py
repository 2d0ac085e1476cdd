"""How SENDhub differs from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from sendhub.accounts import sessions
from sendhub.accounts.models import User
from sendhub.audit.models import SignIn
from sendhub.audit.record import note_sign_in

LOCKED = (
    "There were too many wrong passwords for this e-mail address, so it is locked for "
    "5 minutes. Wait and try again. If you have forgotten the password, ask your "
    "administrator."
)


class StaffAccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: an administrator adds the people who may sign in."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address or the password is wrong.",
        "too_many_login_attempts": LOCKED,
        "incorrect_password": "The password is wrong.",
        "enter_current_password": "The password you use now is wrong.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        """Count wrong passwords by e-mail address alone, whatever name the site has."""
        return str(credentials.get("email", "")).lower()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse a locked address, and write that down."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            email = credentials.get("email", "")
            note_sign_in(request, SignIn.Kind.LOCKED, email=email)
            raise

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not just after signing in: the password has only been typed."""
        return not sessions.just_started(context.request.session)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Ask for the password again, by the address that the user signs in with."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk


class StaffMFAAdapter(DefaultMFAAdapter):
    """The second step at sign-in, in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "The code is wrong or has expired. Enter the one shown now.",
        "cannot_generate_recovery_codes": (
            "Set up an authenticator app first; recovery codes stand in for it."
        ),
    }
