"""How long a session lasts, as it stands in the session itself; and whose it was."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sendhub.core import clock

STARTED, SEEN, SECOND_FACTOR = "started_at", "seen_at", "second_factor"
WRITE_EVERY = timedelta(minutes=1)
FRESH = timedelta(minutes=5)
LAST_PERSON = "last_person"


def start(session: Any) -> None:
    """Begin to count, when somebody has signed in."""
    session[STARTED] = session[SEEN] = clock.now().timestamp()


def just_started(session: Any) -> bool:
    """Whether the password was typed a moment ago."""
    started = session.get(STARTED)
    now = clock.now().timestamp()
    return started is not None and now - started < FRESH.total_seconds()


def limit_passed(session: Any) -> str:
    """Say in words which limit has passed, or nothing."""
    now = clock.now().timestamp()
    if now - session.get(SEEN, now) > settings.IDLE_LIMIT.total_seconds():
        minutes = int(settings.IDLE_LIMIT.total_seconds() // 60)
        return f"nothing happened for {minutes} minutes"
    if now - session.get(STARTED, now) > settings.SESSION_LIMIT.total_seconds():
        hours = int(settings.SESSION_LIMIT.total_seconds() // 3600)
        return f"you signed in more than {hours} hours ago"
    return ""


def seen(session: Any) -> None:
    """Remember that somebody is at work; writes at most once a minute."""
    now = clock.now().timestamp()
    if STARTED not in session:
        start(session)
    elif now - session[SEEN] >= WRITE_EVERY.total_seconds():
        session[SEEN] = now


def has_second_factor(session: Any) -> bool:
    """Whether this session knows that a second step is set up."""
    return bool(session.get(SECOND_FACTOR))


def remember_second_factor(session: Any) -> None:
    """Spare the next pages the question."""
    session[SECOND_FACTOR] = True


def forget_second_factor(session: Any) -> None:
    """Ask again: the second step was removed."""
    session.pop(SECOND_FACTOR, None)


def remember_person(request: HttpRequest, response: HttpResponse) -> None:
    """Let the browser know, signed, whose session it had, for when that is gone.

    It opens nothing: it only says for whom to keep what was typed too late.
    """
    if last_person(request) != request.user.pk:
        response.set_signed_cookie(
            LAST_PERSON,
            str(request.user.pk),
            salt=LAST_PERSON,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite=settings.SESSION_COOKIE_SAMESITE,
        )


def last_person(request: HttpRequest) -> int | None:
    """Say who was last signed in with this browser, if it was on this working day."""
    found = request.get_signed_cookie(
        LAST_PERSON,
        default=None,
        salt=LAST_PERSON,
        max_age=settings.SESSION_LIMIT,
    )
    return int(found) if found else None
