"""Words and rules of letters and of sending them. Pure."""

import re
from collections.abc import Collection
from datetime import timedelta

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.core.workflow import Workflow

ANY_SERVICE = ""
PARAGRAPH_KIND = "paragraph"
PARAGRAPH_NAME = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
RIGHTS = "rights"
NAME_LENGTH, SUBJECT_LENGTH, BODY_LENGTH = 120, 200, 20_000
REASON_LENGTH = 500
AT_ONCE = 400
"""How many cases one order may have: a day's post, and a PDF a printer can swallow."""

TRIES = 30
PAUSES = tuple(timedelta(minutes=m) for m in (1, 2, 5, 10, 15, 30, 60))
LOST_AFTER = timedelta(minutes=15)
"""A worker that was sending for so long is dead: the mail server gives up before."""


class To(TextChoices):
    """To whom a kind of letter goes."""

    FAMILY = "family", "Whoever holds the rights"
    SERVICE = "service", "Services"


class Part(TextChoices):
    """In what part somebody is written to."""

    HOLDER = "holder", "Holds the rights"
    COPY = "copy", "Has a copy"
    SERVICE = "service", "Service"


class Way(TextChoices):
    """How a letter goes."""

    POST = "post", "Post"
    EMAIL = "email", "E-mail"


class State(TextChoices):
    """How far a letter is on its way."""

    QUEUED = "queued", "Waiting"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Not sent"
    UNKNOWN = "unknown", "Not known whether it went"


DELIVERY: Workflow[State] = Workflow(
    {
        State.QUEUED: {State.SENDING, State.SENT, State.FAILED},
        State.SENDING: {State.QUEUED, State.SENT, State.FAILED, State.UNKNOWN},
        State.UNKNOWN: {State.SENT, State.FAILED},
    }
)
STANDING = frozenset({State.QUEUED, State.SENDING, State.SENT, State.UNKNOWN})
UNSETTLED = frozenset({State.UNKNOWN, State.FAILED})
"""Somebody must say what became of these."""

TONES: dict[str, str] = {
    State.QUEUED: "info",
    State.SENDING: "info",
    State.SENT: "good",
    State.FAILED: "late",
    State.UNKNOWN: "warn",
}


class Settled(TextChoices):
    """What a person says of a letter that may not have gone."""

    WENT = "went", "It went: the mail server or the family has it"
    AGAIN = "again", "It did not go: send it again by e-mail"
    BY_POST = "post", "It did not go: print it and post it instead"
    NEVER = "never", "It did not go, and shall not: it was entered in error"


def may_be_settled(state: State, *, to_email: str, in_error: bool) -> list[Settled]:
    """What can be said: what failed has not gone, and an e-mail needs an address.

    What was entered in error is not sent again.
    """
    ruled_out = {
        Settled.WENT: state == State.FAILED,
        Settled.AGAIN: in_error or not to_email,
        Settled.BY_POST: in_error,
        Settled.NEVER: not in_error,
    }
    return [one for one in Settled if not ruled_out[one]]


class RowState(TextChoices):
    """How far one case of an order of many letters is."""

    WAITING = "waiting", "Waiting"
    MADE = "made", "Made"
    SKIPPED = "skipped", "Skipped"


def pause(tries: int) -> timedelta:
    """How long to wait before a mail server is asked again: longer each time."""
    return PAUSES[min(tries, len(PAUSES)) - 1]


def check_name(name: str, *, kind: str) -> None:
    """A standard paragraph is named in templates, so its name is one plain word."""
    if kind != PARAGRAPH_KIND:
        return
    if not PARAGRAPH_NAME.match(name):
        raise RuleBroken(
            "Name a standard paragraph in small letters, with hyphens instead of "
            "spaces: who-can-help.",
            "name",
        )
    if name == RIGHTS:
        raise RuleBroken(
            "“rights” stands for the rights that go with each decision. Choose "
            "another name.",
            "name",
        )


def check_subject(subject: str, *, kind: str) -> None:
    """A letter has a subject; a standard paragraph none."""
    if kind == PARAGRAPH_KIND and subject:
        raise RuleBroken("A standard paragraph has no subject.", "subject")
    if kind != PARAGRAPH_KIND and not subject:
        raise RuleBroken("Enter the subject.", "subject")


def squeezed(text: str) -> str:
    """A text without its spaces, signs and capitals, to find it however written."""
    return re.sub(r"[\W_]", "", text).casefold()


def withheld_in(text: str, hidden: Collection[str]) -> str:
    """The first of the details withheld from somebody that a text gives away."""
    inside = squeezed(text)
    long_enough = (one for one in hidden if len(squeezed(one)) > 4)
    return next((one for one in long_enough if squeezed(one) in inside), "")
