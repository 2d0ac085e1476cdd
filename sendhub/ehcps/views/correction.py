"""Pages on which a wrong date or decision is corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export_order, export_table
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.core.lists import Sort, list_page, sort_links
from sendhub.ehcps import actions
from sendhub.ehcps.exports import correction_table
from sendhub.ehcps.forms import (
    CorrectionAskForm,
    CorrectionDecideForm,
    MoveInCorrectForm,
    MoveOutCorrectForm,
    RequestVoidForm,
)
from sendhub.ehcps.models import Correction, MoveIn, MoveOut
from sendhub.ehcps.views.heads import assessment_context, open_assessment
from sendhub.ehcps.views.moves import open_move_in, open_move_out

SORTS = {"asked": Sort("Asked", ("asked_at", "pk"))}


@requires(Permission.CORRECTION_ASK)
def correction_ask(request: Request, assessment_id: int) -> HttpResponse:
    """Ask for something written down wrong to be corrected."""
    assessment = open_assessment(request, assessment_id)
    form = CorrectionAskForm(request, record=assessment)
    if form.performs(actions.correction_ask, assessment=assessment, by=request.user):
        messages.success(request, _said(form.result))
        return redirect(assessment)
    there = assessment.corrections.waiting().for_list()
    shown = assessment_context(assessment, form, "Correct a date or a decision")
    return render(request, "ehcps/correction_ask.html", {**shown, "there": there})


@requires(Permission.REQUEST_VOID)
def request_void(request: Request, assessment_id: int) -> HttpResponse:
    """Say that a request was recorded by mistake."""
    assessment = open_assessment(request, assessment_id)
    form = RequestVoidForm(request, record=assessment)
    if form.performs(actions.request_void, assessment=assessment, by=request.user):
        messages.success(request, _said(form.result))
        return redirect(assessment)
    there = assessment.corrections.waiting().for_list()
    shown = assessment_context(assessment, form, "Recorded by mistake")
    return render(request, "ehcps/request_void.html", {**shown, "there": there})


@requires(Permission.MOVE_IN_CORRECT)
def move_in_correct(request: Request, move_in_id: int) -> HttpResponse:
    """Ask for a date of a move here to be corrected."""
    move = open_move_in(request, move_in_id)
    form = MoveInCorrectForm(request, record=move)
    if form.performs(actions.move_in_correct, move=move, by=request.user):
        messages.success(request, _said(form.result))
        return redirect(move.case)
    context = _of_move(move, form, "Correct a date of the move here")
    return render(request, "ehcps/move_in_correct.html", context)


@requires(Permission.MOVE_OUT_CORRECT)
def move_out_correct(request: Request, move_out_id: int) -> HttpResponse:
    """Ask for a date of a move away to be corrected."""
    move = open_move_out(request, move_out_id)
    form = MoveOutCorrectForm(request, record=move)
    if form.performs(actions.move_out_correct, move=move, by=request.user):
        messages.success(request, _said(form.result))
        return redirect(move.case)
    context = _of_move(move, form, "Correct a date of the move away")
    return render(request, "ehcps/move_out_correct.html", context)


def _said(correction: Correction) -> str:
    if correction.outcome:
        return "It is corrected."
    return "Asked. A manager must agree."


def _of_move(move: MoveIn | MoveOut, form: PageForm, title: str) -> dict[str, Any]:
    waiting = move.corrections.waiting().for_list()
    return {**about_case(move.case, title), "form": form, "there": waiting}


@requires(Permission.CORRECTION_DECIDE)
def correction_decide(request: Request, correction_id: int) -> HttpResponse:
    """Agree to a correction, or refuse it."""
    seen = Correction.objects.visible_to(request.user).for_list()
    correction = get_object_or_404(seen.with_badges(on=clock.today()), pk=correction_id)
    case = correction.case
    note_case_look(request, case)
    form = CorrectionDecideForm(request, record=correction)
    if form.performs(actions.correction_decide, correction=correction, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(case)
    title = "Agree to a correction"
    of = correction.assessment
    context = {
        **(assessment_context(of, form, title) if of else {"form": form}),
        **about_case(case, title),
        "correction": correction,
    }
    return render(request, "ehcps/correction_decide.html", context)


@requires(Permission.CORRECTION_DECIDE)
def correction_list(request: Request) -> HttpResponseBase:
    """List the corrections that wait for a second person."""
    waiting = Correction.objects.visible_to(request.user).waiting().for_list()
    if asks_for_file(request):
        rows = waiting.order_by(*export_order(request, SORTS))
        name = f"corrections-{clock.today()}"
        return export_table(request, correction_table(rows), filename=name)
    listed = waiting.with_badges(on=clock.today())
    context = {
        "title": "Corrections to agree",
        "page": list_page(request, listed, sorts=SORTS),
        "sorts": sort_links(request, SORTS),
        "me": request.user,
    }
    return render(request, "ehcps/correction_list.html", context)
