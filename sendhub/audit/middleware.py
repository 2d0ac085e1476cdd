"""Tells the change history who is signed in and where."""

from typing import Any

from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware


class ChangeHistoryMiddleware(HistoryMiddleware):
    """Adds the user, the path and the address to each change of a request."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        user = getattr(request, "user", None)
        return {
            "user": getattr(user, "pk", None),
            "url": request.path,
            "from": request.META.get("REMOTE_ADDR", ""),
        }
