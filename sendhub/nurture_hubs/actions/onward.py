"""From the hub to a request for an EHC needs assessment (HUB-8; seed 36)."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from django.core.files import File
from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import document_add, note_add
from sendhub.casework.models import Case, Document
from sendhub.casework.rules import Category, NoteKind, Scan
from sendhub.casework.uploads import Upload
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps.actions import request_log
from sendhub.nurture_hubs.actions.place import locked_place
from sendhub.nurture_hubs.evidence import summary_of
from sendhub.nurture_hubs.models import HubPlace, OnwardRequest


class Asked(TypedDict):
    """What the request says, and who works on it."""

    received_on: date
    source: Code
    requester: str
    reasons: str
    officer: User | None
    dates_checked: bool


@transaction.atomic
def onward_request(
    *,
    place: HubPlace,
    documents: Iterable[Document],
    by: User,
    **asked: Unpack[Asked],
) -> OnwardRequest:
    """Ask for a needs assessment out of a place, and carry its evidence over.

    The EHC case gets a note of the stay, and copies of the documents that were
    ticked: what is said of the request later does not touch the hub's case.
    """
    place = locked_place(place)
    assessment = request_log(child=place.child, by=by, **asked)
    _carry_over(place, assessment.case, documents, by)
    onward = OnwardRequest.objects.create(
        place=place, assessment=assessment, asked_by=by
    )
    record(
        "nurture_hubs.onward_request",
        by=by,
        child=place.child,
        about=assessment,  # a hub school reads nothing of it
        on=asked["received_on"],
        hub=place.hub,
    )
    return onward


def _carry_over(
    place: HubPlace, case: Case, documents: Iterable[Document], by: User
) -> None:
    note_add(
        case=case,
        by=by,
        again=True,
        kind=NoteKind.NOTE,
        category=Category.GENERAL,
        happened_on=clock.today(),
        with_whom="",
        text=summary_of(place),
    )
    for document in documents:
        if document.case_id != place.referral.case_id:
            raise RuleBroken("Choose documents of the hub case.", "documents")
        with document.file.open("rb") as content:
            document_add(
                case=case,
                files=[_copy(document, content)],
                title=f"Nurture hub: {document.title}"[:200],
                category=Category(document.category),
                happened_on=document.happened_on,
                by=by,
            )


def _copy(document: Document, content: File) -> Upload:
    return Upload(
        file=content,
        filename=document.filename,
        content_type=document.content_type,
        size=document.size,
        sha256=document.sha256,
        scanned=document.scan == Scan.CLEAN,
    )
