"""Who may open a page: `@requires(Permission.X)` on every view, or `@public`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission

View = Callable[..., HttpResponseBase]


class Request(HttpRequest):
    """A request behind the sign-in: there is a user."""

    user: User


def requires(permission: Permission) -> Callable[[View], View]:
    """Let only those with the permission open a view; others get 403."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.may(permission):
                raise PermissionDenied(permission.label)
            return view(request, *args, **kwargs)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return mark
