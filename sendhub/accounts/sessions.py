"""How long a session lasts, as it stands in the session itself."""

from datetime import timedelta
from typing import Any

from django.conf import settings

from sendhub.core import clock

STARTED, SEEN, SECOND_FACTOR = "started_at", "seen_at", "second_factor"
WRITE_EVERY = timedelta(minutes=1)
FRESH = timedelta(minutes=5)


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
