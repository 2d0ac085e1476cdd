"""Handing an e-mail to the mail server, and telling what became of it.

Three answers are certain: it went, it will never go, it did not go this time. When the
line breaks in the middle nobody knows; that is said as it is.
"""

import logging
from dataclasses import dataclass
from enum import StrEnum
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage, get_connection

log = logging.getLogger("sendhub.mail")
PERMANENT = 500
LONGEST_REASON = 500
AWAY = "The mail server did not answer."
BROKE_OFF = "The line to the mail server broke while the e-mail was being sent."


class Answer(StrEnum):
    """What became of an e-mail."""

    SENT = "sent"
    LATER = "queued"
    NEVER = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outcome:
    """What became of an e-mail, and why."""

    state: Answer
    reason: str = ""


def send(mail: EmailMessage) -> Outcome:
    """Hand one e-mail over."""
    connection: Any = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        log.warning("the mail server is away: %s", type(error).__name__)
        return Outcome(Answer.LATER, AWAY)
    try:
        return _handed_over(connection, mail)
    finally:
        _close(connection)


def _handed_over(connection: Any, mail: EmailMessage) -> Outcome:
    try:
        sent = connection.send_messages([mail])
    except SMTPRecipientsRefused as refused:
        codes = list(refused.recipients.values())
        return _refused(*codes[0]) if codes else Outcome(Answer.NEVER, "No address.")
    except SMTPResponseException as refused:
        return _refused(refused.smtp_code, refused.smtp_error)
    except (SMTPException, OSError):
        return Outcome(Answer.UNKNOWN, BROKE_OFF)
    return Outcome(Answer.SENT) if sent else Outcome(Answer.NEVER, "No address.")


def _refused(code: int, words: bytes | str) -> Outcome:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    state = Answer.NEVER if code >= PERMANENT else Answer.LATER
    return Outcome(state, f"The mail server refused it: {code} {said}"[:LONGEST_REASON])


def _close(connection: Any) -> None:
    """Say goodbye; whatever happens then changes nothing of what was sent."""
    try:
        connection.close()
    except (SMTPException, OSError) as error:
        log.info("the mail server left without a word: %s", type(error).__name__)
