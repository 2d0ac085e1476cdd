"""Everything that changes a case, its deadlines, its notes and its documents."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils.timezone import localtime

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework import rules, services, uploads
from sendhub.casework.models import Case, Deadline, Document, Note, storage_path
from sendhub.casework.rules import Category, Ended, NoteKind, ServiceKey, Wanted
from sendhub.casework.uploads import Upload
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.models import Child
from sendhub.people.rules import check_after_birth


class NoteFacts(TypedDict):
    """What a note says."""

    kind: NoteKind
    category: Category
    happened_on: date
    with_whom: str
    text: str


@transaction.atomic
def case_open(*, child: Child, service: ServiceKey, opened_on: date, by: User) -> Case:
    """Open a child's case with a service, or find the one that is open.

    It starts with the child's locality team and without an officer.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    case = Case.objects.open().filter(child=child, service=service).first()
    if case:
        return case
    case = Case.objects.create(
        child=child, service=service, opened_on=opened_on, team=child.team
    )
    record("casework.case_open", by=by, child=child, about=case, on=opened_on)
    return case


@transaction.atomic
def case_assign(*, case: Case, officer: User, handover: str, by: User) -> Case:
    """Give a case to an officer; a change of officer carries a handover (PPL-10).

    The case stays with its team unless the officer is in another.
    """
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.closed_on:
        raise RuleBroken("This case is closed.")
    rules.check_handover(handover, old=case.officer_id, new=officer.pk)
    _check_can_work_on(case, officer)
    case.officer = officer
    team = officer.team or case.team
    moved = f" and moved to {team}" if team != case.team else ""
    case.team = team
    case.assigned_at = clock.now()
    case.save(update_fields=["officer", "team", "assigned_at"])
    record(
        "casework.case_assign",
        by=by,
        child=case.child,
        about=case,
        officer=officer,
        moved=moved,
        handover=handover,
    )
    return case


def _check_can_work_on(case: Case, officer: User) -> None:
    """The officer still works here, in this service, and may open this record."""
    if not officer.may(rules.worked_with(case.service)):
        raise RuleBroken(f"{officer} does not work on cases like this.", "officer")
    if not Case.objects.visible_to(officer).filter(pk=case.pk).exists():
        raise RuleBroken(
            f"This record is restricted and {officer} is not named on it.", "officer"
        )


@transaction.atomic
def deadlines_refresh(*, case: Case, about: models.Model, wanted: list[Wanted]) -> None:
    """Bring a record's deadlines in line with its facts; called inside each act.

    The case is locked first: two acts at one moment make each deadline once.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    kind, pk = about._meta.label_lower, about.pk
    there = {
        (deadline.rule, deadline.step): deadline
        for deadline in Deadline.objects.select_for_update().filter(
            about_type=kind, about_id=pk
        )
    }
    for want in wanted:
        deadline = there.pop((want.rule, want.step), None) or Deadline(
            case=case,
            child_id=case.child_id,
            about_type=kind,
            about_id=pk,
            rule=want.rule,
            step=want.step,
        )
        now = (want.title, want.due_on, want.met_on, want.ended)
        if (deadline.title, deadline.due_on, deadline.met_on, deadline.ended) != now:
            deadline.title, deadline.due_on, deadline.met_on, deadline.ended = now
            deadline.save()
    for gone in there.values():
        gone.ended, gone.met_on = Ended.VOID, None
        gone.save(update_fields=["ended", "met_on"])


@transaction.atomic
def target_set(
    *, deadline: Deadline, target_on: date, target_reason: str, by: User
) -> Deadline:
    """Promise another date beside the legal limit, with a reason (WRK-2)."""
    deadline = Deadline.objects.select_for_update().get(pk=deadline.pk)
    if deadline.ended != Ended.OPEN:
        raise RuleBroken("This deadline is no longer open.")
    rules.check_target(target_on, on=clock.today())
    deadline.target_on, deadline.target_reason = target_on, target_reason
    deadline.target_by = by
    deadline.save(update_fields=["target_on", "target_reason", "target_by"])
    record(
        "casework.target_set",
        by=by,
        child=deadline.child,
        about=deadline,
        title=deadline.title,
        target_on=target_on,
        reason=target_reason,
    )
    return deadline


@transaction.atomic
def note_add(
    *, case: Case, by: User, again: bool = False, **facts: Unpack[NoteFacts]
) -> Note:
    """Write down a call, a meeting or a visit; a note is kept as written (WRK-6).

    `again`: it was asked whether the same words are to stand on the case twice.
    """
    _check_happened(facts["happened_on"], case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if not again:
        _refuse_twice(case, by, facts)
    note = Note.objects.create(case=case, written_by=by, **facts)
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
    )
    return note


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
    paper.withdrawn_at, paper.withdrawn_by = clock.now(), by
    paper.withdrawn_reason = reason
    paper.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])


def _check_happened(day: date, case: Case) -> None:
    rules.check_not_future(day, on=clock.today(), field="happened_on")
    check_after_birth(day, born_on=case.child.born_on, field="happened_on")


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


@transaction.atomic
def deadlines_recompute(*, case: Case, dry_run: bool) -> list[rules.Moved]:
    """Bring a case's deadlines in line with the rule book; say which moved.

    On a dry run nothing of it stays.
    """
    case = Case.objects.select_for_update().get(pk=case.pk)
    before = _limits_of(case)
    service = services.service_of(case)
    if service is not None:
        service.refresh(case)
    moved = rules.moved(before, _limits_of(case))
    if dry_run:
        transaction.set_rollback(True)
    return moved


def _limits_of(case: Case) -> rules.Limits:
    found = Deadline.objects.filter(case=case).order_by("pk")
    return {
        (d.rule, d.step, d.about_type, d.about_id): (d.due_on, d.ended) for d in found
    }


def stop_at_death(*, child: Child, by: User) -> None:
    """End every open deadline of a child who has died (PPL-11)."""
    open_ones = Deadline.objects.select_for_update().open().of_child(child)
    for deadline in open_ones.order_by("pk"):
        deadline.ended = Ended.VOID
        deadline.save(update_fields=["ended"])
