"""Handing an e-mail to the mail server, and telling what became of it.

Three answers are certain: it went, it will never go, it did not go this time. When the
line breaks in the middle nobody knows; that is said as it is, and a person decides.
"""

import logging
from dataclasses import dataclass
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage, get_connection

from sendhub.letters.rules import REASON_LENGTH, State

log = logging.getLogger("sendhub.letters")
PERMANENT = 500
SUBJECT = "A letter from {authority}"
TEXT = (
    "Please find our letter attached, as a PDF.\n\n"
    "Our reference: {reference}\n\n"
    "If you cannot open it, or would rather have it by post, please tell us.\n\n"
    "{authority}\n{contact}\n"
)
AWAY = "The mail server did not answer."
BROKE_OFF = "The line to the mail server broke while the letter was being sent."


@dataclass(frozen=True)
class Outcome:
    """What became of an e-mail, and why."""

    state: State
    reason: str = ""


def message(
    *, to: str, authority: str, contact: str, reference: str, pdf: bytes
) -> EmailMessage:
    """Write the e-mail that carries a letter; it names no child outside the PDF."""
    words = {"authority": authority, "contact": contact, "reference": reference}
    mail = EmailMessage(SUBJECT.format(**words), TEXT.format(**words), to=[to])
    mail.attach(f"{reference}.pdf", pdf, "application/pdf")
    return mail


def send(mail: EmailMessage) -> Outcome:
    """Hand one e-mail over."""
    connection: Any = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        log.warning("the mail server is away: %s", type(error).__name__)
        return Outcome(State.QUEUED, AWAY)
    try:
        return _handed_over(connection, mail)
    finally:
        _close(connection)


def _handed_over(connection: Any, mail: EmailMessage) -> Outcome:
    try:
        sent = connection.send_messages([mail])
    except SMTPRecipientsRefused as refused:
        codes = list(refused.recipients.values())
        return _refused(*codes[0]) if codes else Outcome(State.FAILED, "No address.")
    except SMTPResponseException as refused:
        return _refused(refused.smtp_code, refused.smtp_error)
    except (SMTPException, OSError):
        return Outcome(State.UNKNOWN, BROKE_OFF)
    return Outcome(State.SENT) if sent else Outcome(State.FAILED, "No address.")


def _refused(code: int, words: bytes | str) -> Outcome:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    state = State.FAILED if code >= PERMANENT else State.QUEUED
    return Outcome(state, f"The mail server refused it: {code} {said}"[:REASON_LENGTH])


def _close(connection: Any) -> None:
    """Say goodbye; whatever happens then changes nothing of what was sent."""
    try:
        connection.close()
    except (SMTPException, OSError) as error:
        log.info("the mail server left without a word: %s", type(error).__name__)
