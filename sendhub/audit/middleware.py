"""Tells the change history who is signed in and where."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from pghistory.middleware import HistoryMiddleware


class BehindProxyMiddleware:
    """Take the address of the person, not of the proxy, as where a request is from.

    Only the last entry counts: it is what our own proxy saw and added.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        last = forwarded.rpartition(",")[2].strip()
        if last:
            request.META["REMOTE_ADDR"] = last
        return self.get_response(request)


class ChangeHistoryMiddleware(HistoryMiddleware):
    """Adds the user, the path and the address to each change of a request."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        user = getattr(request, "user", None)
        return {
            "user": getattr(user, "pk", None),
            "url": request.path,
            "from": request.META.get("REMOTE_ADDR", ""),
        }
