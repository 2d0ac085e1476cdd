"""Marking views with who may open them; the check itself lives in `accounts.access`."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.checks import Error, Tags, register
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver

V = TypeVar("V", bound=Callable[..., Any])

OTHERS_DECIDE = {"admin"}  # Django admin asks for its own permissions


def public(view: V) -> V:
    """Let anybody open this view, signed in or not."""
    view.access = "public"  # type: ignore[attr-defined]
    return login_not_required(view)


def public_where(allowed: Callable[[], bool]) -> Callable[[V], V]:
    """Let anybody who is signed in open this view, and strangers where it is allowed.

    `allowed` is asked at each request, so that an administrator can change it.
    """

    def mark(view: V) -> V:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.user.is_authenticated and not allowed():
                return redirect_to_login(request.get_full_path())
            return view(request, *args, **kwargs)

        guarded.access = "public where allowed"  # type: ignore[attr-defined]
        return login_not_required(guarded)  # type: ignore[return-value]

    return mark


def signed_in(view: V) -> V:
    """Let anybody who is signed in open this view, whatever their role."""
    view.access = "signed in"  # type: ignore[attr-defined]
    return view


def every_view(
    patterns: list[Any], namespace: str = ""
) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Walk the URL tree: each page's full name and view, outside Django admin."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = pattern.namespace or namespace
            if inner not in OTHERS_DECIDE:
                yield from every_view(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            name = f"{namespace}:{pattern.name}" if namespace else str(pattern.name)
            yield name, pattern.callback


@register(Tags.security)
def every_view_says_who_may_open_it(**kwargs: Any) -> list[Error]:
    """Fail `manage.py check` for a view that says nothing about access."""
    return [
        Error(
            f"The view {name} says nothing about who may open it.",
            hint="Decorate it with @requires(Permission.X), @signed_in or @public.",
            id="sendhub.E001",
        )
        for name, view in every_view(get_resolver().url_patterns)
        if not hasattr(view, "access")
    ]
