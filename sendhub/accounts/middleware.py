"""Limits on staying signed in, and on signing in with a password alone."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from sendhub.accounts import sessions
from sendhub.accounts.permissions import Permission
from sendhub.core.forms import unsaved

READING = ("GET", "HEAD", "OPTIONS")
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "publickey-credentials-get",
        "usb",
    )
)
OPEN_WITHOUT_SECOND_FACTOR = {
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_reauthenticate",
}
LOST = " What you sent just now was not saved: send it again."
KEPT = (
    " What you typed is not saved yet, but it is kept for 30 minutes: "
    "sign in and it is there again."
)

Next = Callable[[HttpRequest], HttpResponse]


class PrivacyHeadersMiddleware:
    """Let no browser and no proxy keep a page, and let no page use a camera."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Ask for signing in everywhere, and keep what was typed until that is done."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseRedirect:
        if request.method in READING:
            return super().handle_no_permission(request, view_func)
        person = sessions.last_person(request)
        back = _kept(request, view_func, by_id=person) if person else ""
        if not back:
            messages.warning(
                request,
                "You are no longer signed in, and what you sent was not saved. "
                "Sign in, and then send it again.",
            )
            return super().handle_no_permission(request, view_func)
        messages.warning(request, f"You are no longer signed in.{KEPT}")
        return redirect_to_login(back, settings.LOGIN_URL)


class SessionLimitsMiddleware:
    """Sign out somebody who has been idle, or signed in for a whole day's work."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            reason = sessions.limit_passed(request.session)
            if reason:
                return _signed_out(request, reason)
            sessions.seen(request.session)
        response = self.get_response(request)
        if request.user.is_authenticated:
            sessions.remember_person(request, response)
        return response


def _signed_out(request: HttpRequest, reason: str) -> HttpResponse:
    if request.method in READING:
        then, back = "", request.get_full_path()
    elif back := _kept(request, _view_of(request), by_id=request.user.pk):
        then = KEPT
    else:
        then, back = LOST, request.path
    logout(request)
    messages.warning(request, f"You were signed out because {reason}.{then}")
    return redirect_to_login(back, settings.LOGIN_URL)


def _view_of(request: HttpRequest) -> Any:
    try:
        return resolve(request.path_info).func
    except Resolver404:
        return None


def _kept(request: HttpRequest, view: Any, *, by_id: Any) -> str:
    """Keep what was sent to a page of ours; sign-in and Django admin are not."""
    if not isinstance(getattr(view, "access", None), Permission):
        return ""
    return unsaved.keep(request, by_id=by_id)


class SecondFactorMiddleware:
    """Send staff without a second factor to set one up, where that is obligatory."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Look only where a page is about to open for somebody signed in."""
        if not (settings.SECOND_FACTOR_OBLIGATORY and request.user.is_authenticated):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in OPEN_WITHOUT_SECOND_FACTOR or _is_public(view):
            return None
        if sessions.has_second_factor(request.session):
            return None
        if Authenticator.objects.filter(
            user_id=request.user.pk, type=Authenticator.Type.TOTP
        ).exists():
            sessions.remember_second_factor(request.session)
            return None
        return redirect("mfa_activate_totp")


def _is_public(view: Any) -> bool:
    return not getattr(view, "login_required", True)
