"""Getting letters out: never twice by themselves, and never lost.

A worker writes down that it is sending before it speaks to the mail server. Whatever is
found in that state later may have gone or not: only a person can say.
"""

from collections.abc import Sequence
from datetime import date

from django.core.files.storage import default_storage
from django.core.mail import EmailMessage
from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Case
from sendhub.core import clock, mail
from sendhub.core.errors import RuleBroken
from sendhub.core.mail import Outcome
from sendhub.core.models import Partnership
from sendhub.letters import rules
from sendhub.letters.actions.making import queue
from sendhub.letters.fields import contact_of
from sendhub.letters.mail import message
from sendhub.letters.models import Delivery, Letter
from sendhub.letters.querysets import DeliveryQuerySet
from sendhub.letters.rules import DELIVERY, TRIES, Settled, State, Way
from sendhub.people.models import Child
from sendhub.statutory.words import date_words

NO_ANSWER = (
    "The worker that was sending it stopped before the mail server had answered."
)
GIVEN_UP = "The mail server could not be reached for a day."
CHILD_DIED = "The child has died."
IN_ERROR = "Entered in error."


def delivery_send(*, delivery_id: int) -> State | None:
    """Send one e-mail whose time has come; None where somebody else has it."""
    delivery = _claim(delivery_id)
    if delivery is None:
        return None
    outcome = mail.send(_message(delivery))
    return _settle(delivery, outcome)


@transaction.atomic
def _claim(delivery_id: int) -> Delivery | None:
    """Take an e-mail to send, and write down that it is being sent, before it is."""
    due = Delivery.objects.due(now=clock.now()).filter(pk=delivery_id)
    delivery = due.select_for_update(skip_locked=True, of=("self",)).first()
    if delivery is None:
        return None
    delivery.state, delivery.began_at = State.SENDING, clock.now()
    delivery.tries += 1
    delivery.save(update_fields=["state", "began_at", "tries"])
    return delivery


def _message(delivery: Delivery) -> EmailMessage:
    letter, partnership = delivery.letter, Partnership.objects.get(pk=1)
    with default_storage.open(str(letter.pdf)) as file:
        content = file.read()
    return message(
        to=delivery.to_email,
        authority=partnership.authority,
        contact=contact_of(letter.case, partnership),
        reference=letter.case.reference,
        pdf=content,
    )


@transaction.atomic
def _settle(delivery: Delivery, outcome: Outcome) -> State:
    """Write down what became of an e-mail that this worker has sent."""
    delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if delivery.state != State.SENDING:
        return State(delivery.state)
    state, reason = State(outcome.state), outcome.reason
    if state == State.QUEUED and delivery.tries >= TRIES:
        state, reason = State.FAILED, reason or GIVEN_UP
    if state == State.QUEUED:
        delivery.next_at = clock.now() + rules.pause(delivery.tries)
    if state == State.SENT:
        delivery.sent_on = clock.today()
    delivery.state, delivery.reason = state, reason
    delivery.save(update_fields=["state", "reason", "next_at", "sent_on"])
    if state == State.SENT:
        record(
            "letters.delivery_send",
            by=delivery.queued_by,
            child=delivery.letter.case.child,
            about=delivery,
            subject=delivery.letter.subject,
        )
    return state


@transaction.atomic
def deliveries_lost() -> int:
    """Say of what was being sent too long ago that nobody knows whether it went."""
    lost = Delivery.objects.lost(now=clock.now()).select_for_update(
        skip_locked=True, of=("self",)
    )
    found = list(lost)
    for delivery in found:
        delivery.state, delivery.reason = State.UNKNOWN, NO_ANSWER
        delivery.save(update_fields=["state", "reason"])
    return len(found)


@transaction.atomic
def post_record(
    *, deliveries: Sequence[Delivery], sent_on: date, by: User
) -> list[Delivery]:
    """Record that printed letters went to the post on a day."""
    keys = sorted(delivery.pk for delivery in deliveries)
    locked = Delivery.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    found = list(locked.select_related("letter__case__child").order_by("pk"))
    for delivery in found:
        if delivery.state != State.QUEUED or delivery.way != Way.POST:
            raise RuleBroken(
                "Somebody else has recorded one of these letters. Tick again those "
                "you have posted.",
                "deliveries",
            )
        _check_sent_on(delivery, sent_on)
        _sent(delivery, sent_on, by)
        record(
            "letters.post_record",
            by=by,
            child=delivery.letter.case.child,
            about=delivery,
            on=sent_on,
            sent_on=sent_on,
            subject=delivery.letter.subject,
        )
    return found


@transaction.atomic
def delivery_settle(*, delivery: Delivery, what: str, by: User) -> Delivery:
    """Say of an e-mail that it went, or have the letter sent again, or by post.

    What failed can only go again; of what is unknown a person says which it is.
    """
    delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if not delivery.is_unsettled:
        raise RuleBroken("Somebody else has dealt with this letter already.")
    if what == Settled.WENT:
        DELIVERY.check(State(delivery.state), State.SENT)
        _sent(delivery, clock.today(), by)
        said = "it is known to have gone by e-mail"
    elif what == Settled.NEVER:
        _did_not_go(delivery, by)
        said = "it is known not to have gone"
    else:
        said = _send_again(delivery, what, by)
    record(
        "letters.delivery_settle",
        by=by,
        child=delivery.letter.case.child,
        about=delivery,
        subject=delivery.letter.subject,
        said=said,
    )
    return delivery


def _send_again(delivery: Delivery, what: str, by: User) -> str:
    if delivery.letter.case.child.died_on:
        raise RuleBroken("The child has died: nothing is sent to the family.")
    if delivery.letter.deliveries.standing().exclude(pk=delivery.pk).exists():
        raise RuleBroken("This letter is on its way again already.")
    if delivery.state == State.UNKNOWN:
        _did_not_go(delivery, by)
    to_email = delivery.to_email if what == Settled.AGAIN else ""
    queue(delivery.letter, to_email=to_email, by=by)
    return "it is sent again by e-mail" if to_email else "it is sent by post instead"


def _did_not_go(delivery: Delivery, by: User) -> None:
    delivery.state, delivery.said_by = State.FAILED, by
    delivery.reason = f"{by} said on {date_words(clock.today())} that it did not go."
    delivery.save(update_fields=["state", "said_by", "reason"])


@transaction.atomic
def letter_withdraw(*, letter: Letter, reason: str, by: User) -> Letter:
    """Say that a letter was entered in error: what has not gone of it never goes.

    Its paper stays as it was made. The ways out are held before the letter, in the
    order in which a worker takes them.
    """
    ways = Delivery.objects.of_letter(letter)
    held = list(ways.select_for_update(of=("self",)).order_by("pk"))
    letter = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    if letter.withdrawn_at:
        raise RuleBroken("This letter is marked as entered in error already.")
    if any(one.state == State.SENDING for one in held):
        raise RuleBroken(
            "This letter is being sent at this moment. Wait a minute, then mark it."
        )
    _stop(ways, IN_ERROR)
    letter.take_back(by=by, reason=reason)
    record(
        "letters.letter_withdraw",
        by=by,
        child=letter.case.child,
        about=letter,
        subject=letter.subject,
        reason=reason,
    )
    return letter


def stop_at_death(*, child: Child, by: User) -> None:
    """Stop whatever is still to go to the family of a child who died (PPL-11)."""
    _stop(Delivery.objects.of_child(child), CHILD_DIED)


def stop_untrue(
    *, case: Case, kind: str, reason: str, about: int | None = None
) -> None:
    """Stop a kind of letter on a case that has not gone yet and is not so any more.

    With `about`, only those about one record of the case.
    """
    letters = case.letters.of_kind(kind)
    if about is not None:
        letters = letters.about(about)
    _stop(Delivery.objects.filter(letter__in=letters), reason)


def _stop(deliveries: DeliveryQuerySet, reason: str) -> None:
    waiting = deliveries.select_for_update(of=("self",)).in_state(State.QUEUED)
    for delivery in waiting.order_by("pk"):
        delivery.state, delivery.reason = State.FAILED, reason
        delivery.save(update_fields=["state", "reason"])


def _sent(delivery: Delivery, sent_on: date, by: User) -> None:
    delivery.state, delivery.sent_on, delivery.said_by = State.SENT, sent_on, by
    delivery.save(update_fields=["state", "sent_on", "said_by"])


def _check_sent_on(delivery: Delivery, sent_on: date) -> None:
    if sent_on > clock.today():
        raise RuleBroken("The day of posting cannot be in the future.", "sent_on")
    if sent_on < delivery.letter.dated_on:
        raise RuleBroken(
            f"One of these letters is of {date_words(delivery.letter.dated_on)}: it "
            "cannot have been posted earlier.",
            "sent_on",
        )
