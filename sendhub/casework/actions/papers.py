"""Everything that changes the notes and documents of a case."""

import logging
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.timezone import localtime

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework import rules, scanner, uploads
from sendhub.casework.actions.tasks import forget_note, tell_of_note
from sendhub.casework.models import Case, Document, Note, storage_path
from sendhub.casework.rules import Category, NoteKind, Scan
from sendhub.casework.uploads import Upload
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.rules import check_after_birth

log = logging.getLogger("sendhub.casework")


class NoteFacts(TypedDict):
    """What a note says."""

    kind: NoteKind
    category: Category
    happened_on: date
    with_whom: str
    text: str


@transaction.atomic
def note_add(
    *,
    case: Case,
    by: User,
    again: bool = False,
    tell: Sequence[User] = (),
    **facts: Unpack[NoteFacts],
) -> Note:
    """Write down a call, a meeting or a visit; a note is kept as written (WRK-6).

    `again`: it was asked whether the same words are to stand on the case twice.
    `tell`: the colleagues in whose lists it stands until they have seen it.
    """
    _check_happened(facts["happened_on"], case)
    locked = Case.objects.select_for_update(of=("self",)).select_related("child")
    case = locked.get(pk=case.pk)
    if not again:
        _refuse_twice(case, by, facts)
    note = Note.objects.create(case=case, written_by=by, **facts)
    tell_of_note(note=note, tell=tell, by=by)
    record(
        "casework.note_add",
        by=by,
        child=case.child,
        about=note,
        on=note.happened_on,
        kind=NoteKind(note.kind).label,
        what=rules.chronology_words(
            note.category, f"with {note.with_whom}" if note.with_whom else ""
        ),
        told=f", for {_and(tell)} to see" if tell else "",
    )
    return note


def _and(people: Sequence[User]) -> str:
    """Name several people as one does in a sentence."""
    names = [str(person) for person in people]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _refuse_twice(case: Case, by: User, facts: NoteFacts) -> None:
    """Ask about a note just written: going back in the browser sends it again."""
    lately = Note.objects.just_written(by=by, now=clock.now())
    if same := lately.filter(case=case, **facts).latest_first().first():
        at = localtime(same.written_at)
        raise RuleBroken(
            f"You already recorded this note at {at:%H:%M}. Tick the box if it is to "
            "be recorded a second time.",
            "again",
        )


@transaction.atomic
def document_add(
    *,
    case: Case,
    files: list[Upload],
    title: str,
    category: Category,
    happened_on: date,
    by: User,
) -> list[Document]:
    """Put files on a case: all of them or none (WRK-6).

    A file is written before its row, so that a row always has its file; what was
    written for an act that fails is taken away again.
    """
    _check_happened(happened_on, case)
    try:
        return [
            _document_keep(
                upload,
                case=case,
                title=rules.document_title(title, upload.filename, files=len(files)),
                category=category,
                happened_on=happened_on,
                added_by=by,
            )
            for upload in files
        ]
    except BaseException:
        uploads.discard(files)
        raise


def _document_keep(upload: Upload, **facts: object) -> Document:
    document = Document(
        filename=upload.filename,
        content_type=upload.content_type,
        size=upload.size,
        sha256=upload.sha256,
        scan=Scan.CLEAN if upload.scanned else Scan.NOT_YET,
        scanned_at=clock.now() if upload.scanned else None,
        **facts,
    )
    document.file.name = uploads.store(upload, storage_path(document, upload.filename))
    document.save(force_insert=True)
    record(
        "casework.document_add",
        by=document.added_by,
        child=document.case.child,
        about=document,
        on=document.happened_on,
        what=rules.chronology_words(document.category, document.title),
    )
    return document


@transaction.atomic
def note_withdraw(*, note: Note, reason: str, by: User) -> Note:
    """Say that a note was entered in error: it keeps its place and loses its readers.

    The reason may name the right child: of a health, social care or money matter the
    chronology repeats nothing.
    """
    note = Note.objects.select_for_update(of=("self",)).get(pk=note.pk)
    _withdraw(note, "note", reason=reason, by=by)
    forget_note(note=note, by=by)
    record(
        "casework.note_withdraw",
        by=by,
        child=note.case.child,
        about=note,
        kind=NoteKind(note.kind).label,
        day=note.happened_on,
        reason=rules.chronology_words(note.category, reason),
    )
    return note


@transaction.atomic
def document_withdraw(*, document: Document, reason: str, by: User) -> Document:
    """Say that a document was entered in error; its file stays stored.

    Advice that arrived with it stays received, and says that its document was wrong.
    """
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    _withdraw(document, "document", reason=reason, by=by)
    record(
        "casework.document_withdraw",
        by=by,
        child=document.case.child,
        about=document,
        day=document.happened_on,
        reason=rules.chronology_words(document.category, reason),
    )
    return document


def _withdraw(paper: Note | Document, what: str, *, reason: str, by: User) -> None:
    rules.check_stands(paper.withdrawn_at, what=what)
    paper.take_back(by=by, reason=reason)


def _check_happened(day: date, case: Case) -> None:
    rules.check_not_future(day, on=clock.today(), field="happened_on")
    check_after_birth(day, born_on=case.child.born_on, field="happened_on")


def documents_scan(*, at_most: int) -> int:
    """Have the virus scanner look at documents that it has not seen; say how many.

    The newest first. It ends when the scanner is away: the next run goes on.
    """
    if not scanner.is_set():
        return 0
    done = 0
    for document in Document.objects.to_scan()[:at_most]:
        try:
            done += _document_scan(document)
        except scanner.Away:
            break
    return done


def _document_scan(document: Document) -> bool:
    """Note what the scanner says of one document; False if its file is gone."""
    try:
        with document.file.open("rb") as content:
            virus = scanner.ask(content.chunks()).virus
    except FileNotFoundError:
        log.error("the file of document %s is missing", document.pk)
        return False
    if virus:
        log.error("document %s has the virus %s", document.pk, virus)
    Document.objects.to_scan().filter(pk=document.pk).update(
        scan=Scan.INFECTED if virus else Scan.CLEAN, scanned_at=clock.now()
    )
    return True


def stray_files_remove(*, before: datetime) -> int:
    """Remove stored files that no document names, written before a moment.

    An act that fails takes its files back; these are of a server that lost power
    between the file and its row.
    """
    gone = 0
    for path in uploads.stored_paths():
        if default_storage.get_modified_time(path) >= before:
            continue
        if not Document.objects.with_file(path).exists():
            default_storage.delete(path)
            gone += 1
    return gone
