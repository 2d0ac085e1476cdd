"""Notices on the first page that somebody opens after signing in."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sendhub.accounts.models import Notice
from sendhub.core import clock, navigation


def context(request: HttpRequest) -> dict[str, Any]:
    """What this person is still to read, on their first page only."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    if request.path != navigation.first_url_for(user):
        return {}
    return {"notices": lambda: shown_to(user)}


def shown_to(user: Any) -> list[dict[str, str]]:
    """Each notice's text, and where it is put away."""
    return [
        {
            "text": notice.text,
            "url": reverse("accounts:notice-dismiss", args=[notice.pk]),
        }
        for notice in Notice.objects.for_person(user, on=clock.today())
    ]
