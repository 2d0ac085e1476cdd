"""People who are signed in, for pages that many of them try."""

from typing import Any

from django.conf import settings
from django.test import Client

from sendhub.accounts.models import User

Session = tuple[User, str]
"""Somebody, and the key of a session in which they are signed in."""


def signed_in_as(user: User) -> Session:
    """Sign somebody in."""
    client = Client()
    client.force_login(user)
    return user, client.cookies[settings.SESSION_COOKIE_NAME].value


def open_as(session: str, url: str) -> Any:
    """Open a page in a browser that knows of nothing but the session."""
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    answer: Any = client.get(url)
    if answer.streaming:
        b"".join(answer.streaming_content)  # reading to the end closes the file
    return answer
