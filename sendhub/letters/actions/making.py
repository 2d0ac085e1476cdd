"""Making letters: checked, printed, stored and put on their way, or nothing of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from procrastinate.contrib.django import app as jobs

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Partnership
from sendhub.letters import fields, markup, merging, rules
from sendhub.letters.addressing import Recipient
from sendhub.letters.composing import BESIDE, Composed, compose
from sendhub.letters.models import Batch, Delivery, Letter, TemplateVersion
from sendhub.letters.models.letter import storage_path
from sendhub.letters.paper.pdf import pdf
from sendhub.letters.paper.sheet import Sheet, printed
from sendhub.letters.paper.word import word
from sendhub.letters.rules import Part, State, Way
from sendhub.people.models import Child
from sendhub.statutory.words import date_words

SEND = "sendhub.letters.tasks.delivery_send"
COPY = "This is a copy, for you to keep, of a letter that we have sent to {name}."
TO = {
    Part.HOLDER: "the family",
    Part.COPY: "a parent, as a copy",
    Part.SERVICE: "a service",
}


@dataclass(frozen=True)
class Order:
    """What is made: from which version, signed by whom, as part of which order."""

    version: TemplateVersion
    by: User
    on: date
    partnership: Partnership
    batch: Batch | None = None


@transaction.atomic
def letter_make(
    *,
    case: Case,
    version: TemplateVersion,
    subject: str,
    body: str,
    to: Sequence[str],
    by: User,
) -> Letter:
    """Make the letter that somebody has read: one for each addressee chosen (ADM-4)."""
    Child.objects.select_for_update().get(pk=case.child_id)
    case = (
        Case.objects.select_for_update(of=("self",))
        .select_related(*BESIDE)
        .get(pk=case.pk)
    )
    [now] = compose([case], version, on=clock.today())
    chosen = [one for one in now.to.recipients if one.key in to]
    if len(chosen) != len(set(to)) or not chosen:
        raise RuleBroken(
            "Whom this letter goes to has changed. Choose again whom to write to.", "to"
        )
    made = letters_keep(
        now,
        chosen,
        Order(version, by, clock.today(), Partnership.objects.get(pk=1)),
        subject=subject,
        body=body,
    )
    return made[0]


def letters_keep(
    now: Composed,
    recipients: Sequence[Recipient],
    order: Order,
    *,
    subject: str,
    body: str,
) -> list[Letter]:
    """Check, print and store one letter for each addressee; inside a transaction."""
    _check(now, recipients, subject=subject, body=body)
    stored: list[str] = []
    try:
        return [
            _letter_keep(now, one, order, subject=subject, body=body, stored=stored)
            for one in recipients
        ]
    except BaseException:
        for path in stored:
            default_storage.delete(path)
        raise


def _check(
    now: Composed, recipients: Sequence[Recipient], *, subject: str, body: str
) -> None:
    if now.unfit:
        raise RuleBroken(now.unfit)
    for field, text in (("subject", subject), ("body", body)):
        left = merging.left_over(text)
        if left:
            raise RuleBroken(
                f"Write what “{left[0]}” stands for, or take it out: it is not "
                "recorded on this case.",
                field,
            )
    faults = markup.faults(body)
    if faults:
        raise RuleBroken(" ".join(faults), "body")
    for one in recipients:
        told = rules.withheld_in(f"{subject}\n{body}", one.hidden)
        if told:
            raise RuleBroken(
                f"“{told}” is withheld from {one.name}. Take it out of the letter, or "
                "do not send it to them.",
                "body",
            )


def _letter_keep(
    now: Composed,
    to: Recipient,
    order: Order,
    *,
    subject: str,
    body: str,
    stored: list[str],
) -> Letter:
    sheet = _sheet(now, to, order)
    printable = printed(sheet, subject, body)
    author = order.partnership.authority
    letter = Letter(
        case=now.case,
        template_version=order.version,
        batch=order.batch,
        kind=now.kind.key,
        dated_on=order.on,
        part=to.part,
        recipient=to.key,
        adult_id=to.adult_id,
        to_name=to.name,
        subject=subject,
        body=body,
        sheet=sheet,
        made_by=order.by,
        made_at=clock.now(),
    )
    for name, content in (
        ("pdf", pdf([printable], title=subject, author=author)),
        ("word", word(printable)),
    ):
        path = default_storage.save(storage_path(letter, name), ContentFile(content))
        stored.append(path)
        setattr(letter, name, path)
        setattr(letter, f"{name}_sha256", hashlib.sha256(content).hexdigest())
    letter.save(force_insert=True)
    queue(letter, to_email=_email(to, order.partnership), by=order.by)
    _record_made(letter, order.by)
    return letter


def _record_made(letter: Letter, by: User) -> None:
    record(
        "letters.letter_make",
        by=by,
        child=letter.case.child,
        about=letter,
        to=TO[Part(letter.part)],
        subject=letter.subject,
    )


def queue(letter: Letter, *, to_email: str, by: User) -> Delivery:
    """Put a letter on its way; an e-mail is sent once this act is through."""
    delivery = Delivery.objects.create(
        letter=letter,
        way=Way.EMAIL if to_email else Way.POST,
        to_email=to_email,
        state=State.QUEUED,
        next_at=clock.now(),
        queued_by=by,
    )
    if to_email:
        jobs.configure_task(SEND).defer(delivery_id=delivery.pk)
    return delivery


def _email(to: Recipient, partnership: Partnership) -> str:
    """The address an e-mail goes to; everything goes by post unless attaching is on."""
    wanted = partnership.letters_by_email and to.prefers_email
    return to.email if wanted else ""


def _sheet(now: Composed, to: Recipient, order: Order) -> Sheet:
    case = now.case
    signed: Any = case.officer or order.by
    contact = fields.contact_of(case, order.partnership)
    copied = now.to.recipients[0].name if to.part == Part.COPY else ""
    return Sheet(
        authority=order.partnership.authority,
        contact=[line for line in (str(case.team or ""), contact) if line],
        to=[to.name, *to.lines],
        date=date_words(order.on),
        reference=case.reference,
        salutation=f"Dear {to.name}",
        copy=COPY.format(name=copied) if copied else "",
        name=str(signed),
        title=signed.job_title,
        team=str(case.team or ""),
        large=to.large_print,
        about=now.facts.about,
    )
