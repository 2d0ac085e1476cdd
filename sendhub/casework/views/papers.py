"""Notes and documents of a case."""

import logging

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.casework import actions, casefile
from sendhub.casework.forms import (
    DocumentAddForm,
    DocumentWithdrawForm,
    NoteAddForm,
    NoteWithdrawForm,
)
from sendhub.casework.models import Document, Note
from sendhub.casework.views.heads import (
    about,
    case_in_sight,
    note_case_look,
    refuse_closed_service,
)
from sendhub.core import clock
from sendhub.core.files import file_answer
from sendhub.core.lists import Sort, list_page

log = logging.getLogger("sendhub.casework")
NEWEST = {"newest": Sort("Newest", ("happened_on", "pk"), backwards=True)}


@requires(Permission.CHILD_VIEW)
@require_safe
def note_list(request: Request, case_id: int) -> HttpResponse:
    """Show every note of a case that this person may read, and what was an error."""
    case = case_in_sight(request, case_id)
    notes = Note.objects.filter(case=case).listed_for(request.user)
    page = list_page(request, notes.for_list(), sorts=NEWEST)
    return about(request, "casework/note_list.html", case=case, page=page)


@requires(Permission.CHILD_VIEW)
@require_safe
def document_list(request: Request, case_id: int) -> HttpResponse:
    """Show every document of a case, as far as this person may read them."""
    case = case_in_sight(request, case_id)
    documents = Document.objects.filter(case=case).listed_for(request.user)
    page = list_page(request, documents.for_list(), sorts=NEWEST)
    return about(request, "casework/document_list.html", case=case, page=page)


@requires(Permission.NOTE_ADD)
def note_add(request: Request, case_id: int) -> HttpResponse:
    """Add a note to a case."""
    case = case_in_sight(request, case_id)
    form = NoteAddForm(request, case=case)
    if form.performs(actions.note_add, case=case, by=request.user):
        messages.success(request, casefile.saved_words(form.result))
        return redirect(case)
    return about(request, "casework/note_add.html", form=form, case=case)


@requires(Permission.DOCUMENT_ADD)
def document_add(request: Request, case_id: int) -> HttpResponse:
    """Put one or more files on a case."""
    case = case_in_sight(request, case_id)
    form = DocumentAddForm(request, limit_mb=settings.DOCUMENT_LIMIT_MB)
    if form.performs(actions.document_add, case=case, by=request.user):
        messages.success(request, casefile.added_words(form.result))
        return redirect(case)
    return about(request, "casework/document_add.html", form=form, case=case)


@requires(Permission.CHILD_VIEW)
@require_safe
def document_open(request: Request, document_id: int) -> HttpResponseBase:
    """Give a document's file to somebody who may read it, and note that they did."""
    readable = Document.objects.visible_to(request.user).for_opening()
    document = get_object_or_404(readable, pk=document_id)
    refuse_closed_service(request, document.case)
    if document.is_infected:
        return _shut(request, document, "casework/document_infected.html", 403)
    try:
        content = document.file.open("rb")
    except FileNotFoundError:
        log.error("the file of document %s is missing", document.pk)
        return _shut(request, document, "casework/document_missing.html", 404)
    note_look(
        request, Look.Kind.DOCUMENT, child_id=document.case.child_id, about=document
    )
    return file_answer(
        content,
        filename=document.filename,
        content_type=document.content_type,
        shown="view" in request.GET and document.shows_in_browser,
    )


def _shut(
    request: Request, document: Document, template: str, status: int
) -> HttpResponse:
    """Say why a document's file is not given."""
    context = {
        "document": document,
        "case": document.case,
        "breadcrumbs": casefile.crumbs(document.case),
    }
    return render(request, template, context, status=status)


@requires(Permission.CHILD_VIEW)
@require_safe
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]
def document_read(request: Request, document_id: int) -> HttpResponse:
    """Show a document inside the site, and the one before and after it."""
    readable = Document.objects.visible_to(request.user)
    document = get_object_or_404(readable.for_page(on=clock.today()), pk=document_id)
    refuse_closed_service(request, document.case)
    note_case_look(request, document.case)
    return about(
        request,
        "casework/document_read.html",
        case=document.case,
        document=document,
        newer=readable.newer_than(document).first(),
        older=readable.older_than(document).first(),
    )


@requires(Permission.NOTE_WITHDRAW)
def note_withdraw(request: Request, note_id: int) -> HttpResponse:
    """Take a note that was entered in error out of sight."""
    listed = Note.objects.listed_for(request.user).for_page(on=clock.today())
    note = get_object_or_404(listed, pk=note_id)
    _open_to_withdraw(request, note)
    form = NoteWithdrawForm(request, record=note)
    if form.performs(actions.note_withdraw, note=note, by=request.user):
        messages.success(request, "The note is marked as entered in error.")
        return redirect("casework:note-list", note.case_id)
    return about(
        request, "casework/note_withdraw.html", form=form, case=note.case, note=note
    )


@requires(Permission.DOCUMENT_WITHDRAW)
def document_withdraw(request: Request, document_id: int) -> HttpResponse:
    """Take a document that was entered in error out of sight."""
    listed = Document.objects.listed_for(request.user).for_page(on=clock.today())
    document = get_object_or_404(listed, pk=document_id)
    _open_to_withdraw(request, document)
    form = DocumentWithdrawForm(request, record=document)
    if form.performs(actions.document_withdraw, document=document, by=request.user):
        messages.success(request, "The document is marked as entered in error.")
        return redirect("casework:document-list", document.case_id)
    return about(
        request,
        "casework/document_withdraw.html",
        form=form,
        case=document.case,
        document=document,
    )


def _open_to_withdraw(request: Request, paper: Note | Document) -> None:
    """Refuse whoever neither put the paper there nor gives cases out."""
    refuse_closed_service(request, paper.case)
    if not getattr(paper, "may_withdraw", False):
        raise PermissionDenied("Only whoever added it or a manager may do this.")
    note_case_look(request, paper.case)
