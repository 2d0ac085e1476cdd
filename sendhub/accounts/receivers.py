"""What is written down when somebody signs in, fails to, or changes how they do."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
)
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.dispatch import receiver

from sendhub.accounts import sessions
from sendhub.audit.models import SignIn
from sendhub.audit.record import note_sign_in

Kind = SignIn.Kind


@receiver(user_logged_in)
def signed_in(request: Any, user: Any, **kwargs: Any) -> None:
    sessions.start(request.session)
    note_sign_in(request, Kind.SIGNED_IN, email=user.email, by=user)


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
    note_sign_in(request, Kind.REFUSED, email=credentials.get("email") or "")


@receiver(user_logged_out)
def signed_out(request: Any, user: Any, **kwargs: Any) -> None:
    if user is None:
        return
    late = sessions.limit_passed(request.session)
    kind = Kind.TIMED_OUT if late else Kind.SIGNED_OUT
    note_sign_in(request, kind, email=user.email, by=user)


@receiver(authentication_failed)
def wrong_code(request: Any, user: Any, **kwargs: Any) -> None:
    note_sign_in(request, Kind.WRONG_CODE, email=user.email, by=user)


@receiver([password_changed, password_reset])
def new_password(request: Any, user: Any, **kwargs: Any) -> None:
    note_sign_in(request, Kind.PASSWORD, email=user.email, by=user)


@receiver(authenticator_added)
def second_step_added(
    request: Any, user: Any, authenticator: Authenticator, **kwargs: Any
) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        note_sign_in(request, Kind.FACTOR_ADDED, email=user.email, by=user)


@receiver(authenticator_removed)
def second_step_removed(
    request: Any, user: Any, authenticator: Authenticator, **kwargs: Any
) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        sessions.forget_second_factor(request.session)
        note_sign_in(request, Kind.FACTOR_REMOVED, email=user.email, by=user)
