"""Pages of casework: the work list, a case, and what is done on it."""

import logging

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look, note_look_again
from sendhub.casework import actions, casefile, worklist
from sendhub.casework.filters import DeadlineFilter
from sendhub.casework.forms import (
    CaseAssignForm,
    DocumentAddForm,
    DocumentWithdrawForm,
    NoteAddForm,
    NoteWithdrawForm,
    TargetSetForm,
)
from sendhub.casework.models import Case, Deadline, Document, Note
from sendhub.casework.rules import opened_with
from sendhub.core import clock, navigation
from sendhub.core.access import signed_in
from sendhub.core.exports import csv_response
from sendhub.core.lists import Sort, chosen_sort, in_order, list_page, sort_links

log = logging.getLogger("sendhub.casework")
NEWEST = {"newest": Sort("Newest", ("happened_on", "pk"), backwards=True)}
SHOWN_ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@signed_in
def home(request: Request) -> HttpResponse:
    """Send somebody to the first place they may open."""
    places = navigation.entries_for(request)
    if places:
        return redirect(places[0].url)
    if request.user.is_staff:
        return redirect("admin:index")
    return render(request, "casework/home.html")


@requires(Permission.WORK_VIEW)
@require_safe
def work_list(request: Request) -> HttpResponseBase:
    """Show every open deadline of a pile, what is due first on top (WRK-1)."""
    today = clock.today()
    seen = Deadline.objects.open().visible_to(request.user)
    found = DeadlineFilter(request, seen, on=today)
    if request.GET.get("format") == "csv":
        return _work_export(request, found)
    page = list_page(
        request, found.qs.for_list().with_badges(on=today), sorts=worklist.SORTS
    )
    rows = worklist.list_rows_of(
        page.rows, user=request.user, on=today, now=clock.now()
    )
    context = {
        "found": found,
        "page": page,
        "rows": rows,
        "reasons": worklist.reasons_behind(rows),
        "tabs": worklist.tabs(request, found.whose),
        "tiles": worklist.tiles(
            request,
            found.without_lateness(),
            chosen=request.GET.get("late", ""),
            on=today,
        ),
        "sorts": sort_links(request, worklist.SORTS),
        "kept": worklist.kept_in_form(request),
        "clear_url": f"?whose={found.whose}",
        "may_export": request.user.may(Permission.EXPORT),
    }
    return render(request, "casework/work_list.html", context)


def _work_export(request: Request, found: DeadlineFilter) -> HttpResponseBase:
    if not request.user.may(Permission.EXPORT):
        raise PermissionDenied(Permission.EXPORT.label)
    _, sort, backwards = chosen_sort(request, worklist.SORTS)
    children = found.qs.order_by().values_list("child_id", flat=True).distinct()
    note_look(request, Look.Kind.EXPORT, ids=children.iterator(chunk_size=2000))
    return csv_response(
        in_order(found.qs.for_export(), sort, backwards),
        columns=worklist.exported(on=found.on),
        filename=f"work-{found.whose}-{found.on}.csv",
    )


@requires(Permission.CHILD_VIEW)
@require_safe
def case_page(request: Request, case_id: int) -> HttpResponse:
    """Show a case: what is due, what may be done, and what is on it."""
    case = _case(request, case_id)
    context = casefile.case_context(case, request.user)
    shown = {**context, "case": case, "child": case.child}
    return render(request, "casework/case_page.html", shown)


@requires(Permission.CHILD_VIEW)
@require_safe
def note_list(request: Request, case_id: int) -> HttpResponse:
    """Show every note of a case that this person may read, and what was an error."""
    case = _case(request, case_id)
    notes = Note.objects.filter(case=case).listed_for(request.user)
    page = list_page(request, notes.for_list(), sorts=NEWEST)
    return _about(request, "casework/note_list.html", case=case, page=page)


@requires(Permission.CHILD_VIEW)
@require_safe
def document_list(request: Request, case_id: int) -> HttpResponse:
    """Show every document of a case, as far as this person may read them."""
    case = _case(request, case_id)
    documents = Document.objects.filter(case=case).listed_for(request.user)
    page = list_page(request, documents.for_list(), sorts=NEWEST)
    return _about(request, "casework/document_list.html", case=case, page=page)


@requires(Permission.NOTE_ADD)
def note_add(request: Request, case_id: int) -> HttpResponse:
    """Add a note to a case."""
    case = _case(request, case_id)
    form = NoteAddForm(request)
    if form.performs(actions.note_add, case=case, by=request.user):
        messages.success(request, casefile.saved_words(form.result))
        return redirect(case)
    return _about(request, "casework/note_add.html", form=form, case=case)


@requires(Permission.DOCUMENT_ADD)
def document_add(request: Request, case_id: int) -> HttpResponse:
    """Put one or more files on a case."""
    case = _case(request, case_id)
    form = DocumentAddForm(request, limit_mb=settings.DOCUMENT_LIMIT_MB)
    if form.performs(actions.document_add, case=case, by=request.user):
        messages.success(request, casefile.added_words(form.result))
        return redirect(case)
    return _about(request, "casework/document_add.html", form=form, case=case)


@requires(Permission.CHILD_VIEW)
@require_safe
def document_open(request: Request, document_id: int) -> HttpResponseBase:
    """Give a document's file to somebody who may read it, and note that they did."""
    readable = Document.objects.visible_to(request.user).for_opening()
    document = get_object_or_404(readable, pk=document_id)
    _refuse_closed_service(request, document.case)
    try:
        content = document.file.open("rb")
    except FileNotFoundError:
        log.error("the file of document %s is missing", document.pk)
        context = {
            "document": document,
            "case": document.case,
            "breadcrumbs": casefile.crumbs(document.case),
        }
        return render(request, "casework/document_missing.html", context, status=404)
    note_look(
        request, Look.Kind.DOCUMENT, child_id=document.case.child_id, about=document
    )
    alone = "view" in request.GET and document.shows_in_browser
    answer = FileResponse(
        content,
        as_attachment=not alone,
        filename=document.filename,
        content_type=document.content_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = SHOWN_ALONE
    return answer


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
    return _about(
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
    return _about(
        request,
        "casework/document_withdraw.html",
        form=form,
        case=document.case,
        document=document,
    )


@requires(Permission.CASE_ASSIGN)
def case_assign(request: Request, case_id: int) -> HttpResponse:
    """Give a case to an officer, with a handover."""
    case = _case(request, case_id)
    form = CaseAssignForm(request, record=case)
    if form.performs(actions.case_assign, case=case, by=request.user):
        messages.success(request, f"The case is now {form.result.officer}’s.")
        return redirect(case)
    return _about(request, "casework/case_assign.html", form=form, case=case)


@requires(Permission.TARGET_SET)
def target_set(request: Request, deadline_id: int) -> HttpResponse:
    """Set a target beside a legal limit."""
    seen = Deadline.objects.visible_to(request.user)
    deadline = get_object_or_404(seen, pk=deadline_id)
    deadline.case = _case(request, deadline.case_id)
    form = TargetSetForm(request, record=deadline)
    if form.performs(actions.target_set, deadline=deadline, by=request.user):
        messages.success(request, "Target set.")
        return redirect(deadline.case)
    return _about(
        request,
        "casework/target_set.html",
        form=form,
        case=deadline.case,
        row=worklist.rows_of(
            [deadline], user=request.user, on=clock.today(), now=clock.now()
        )[0],
    )


def _case(request: Request, case_id: int) -> Case:
    """Load a case in sight; 403 where it is another service's."""
    seen = Case.objects.visible_to(request.user).for_page(on=clock.today())
    case = get_object_or_404(seen, pk=case_id)
    _refuse_closed_service(request, case)
    _note_look(request, case)
    return case


def _open_to_withdraw(request: Request, paper: Note | Document) -> None:
    """Refuse whoever neither put the paper there nor gives cases out."""
    _refuse_closed_service(request, paper.case)
    if not getattr(paper, "may_withdraw", False):
        raise PermissionDenied("Only whoever added it or a manager may do this.")
    _note_look(request, paper.case)


def _note_look(request: Request, case: Case) -> None:
    note_look_again(request, Look.Kind.CASE, child_id=case.child_id, about=case)


def _refuse_closed_service(request: Request, case: Case) -> None:
    needed = opened_with(case.service)
    if not request.user.may(needed):
        raise PermissionDenied(needed.label)


def _about(
    request: Request, template: str, *, case: Case, **context: object
) -> HttpResponse:
    """Draw a page about a case: its child's badges, the way to it."""
    shown = {
        "case": case,
        "child": case.child,
        "breadcrumbs": casefile.crumbs(case),
    }
    return render(request, template, {**shown, **context})
