"""Pages of families who move here and who move away."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps import actions
from sendhub.ehcps.forms import (
    DestinationCorrectForm,
    MoveInLogForm,
    MoveInReviewForm,
    MoveInTellForm,
    MoveOutDropForm,
    MoveOutFinishForm,
    MoveOutRecordForm,
    RequestTakeOverForm,
    TransferCorrectForm,
)
from sendhub.ehcps.models import MoveIn, MoveOut
from sendhub.ehcps.moves import may_finish, move_in_shown, move_out_shown
from sendhub.ehcps.views.heads import here_already
from sendhub.people.models import Child
from sendhub.people.views.heads import about_child, home_shown, open_child


@requires(Permission.MOVE_IN_LOG)
def move_in_log(request: Request, child_id: int) -> HttpResponse:
    """Log a plan that another authority transferred to us."""
    child = open_child(request, child_id)
    known = {
        "officer": request.user.pk,
        "primary_need": child.primary_need_id,
        "secondary_need": child.secondary_need_id,
        **_expected(child),
    }
    home = home_shown(child, request.user)
    form = MoveInLogForm(request, home=home, initial=known)
    if form.performs(actions.move_in_log, child=child, by=request.user):
        messages.success(request, "Plan logged. Six weeks to tell the family run.")
        return redirect(form.result.plan)
    context = {
        **about_child(child, "Log a plan transferred to us"),
        **here_already(child),
        "form": form,
    }
    return render(request, "ehcps/move_in_log.html", context)


@requires(Permission.REQUEST_TAKE_OVER)
def request_take_over(request: Request, child_id: int) -> HttpResponse:
    """Log a child who moved here in the middle of an assessment."""
    child = open_child(request, child_id)
    form = RequestTakeOverForm(request, initial={"officer": request.user.pk})
    if form.performs(actions.request_take_over, child=child, by=request.user):
        messages.success(request, "Logged. The 20 weeks run from that day.")
        return redirect(form.result)
    context = {
        **about_child(child, "Log an assessment begun elsewhere"),
        **here_already(child),
        "form": form,
    }
    return render(request, "ehcps/request_take_over.html", context)


@requires(Permission.MOVE_IN_TELL)
def move_in_tell(request: Request, move_in_id: int) -> HttpResponse:
    """Record what the family was told of the transfer."""
    move = open_move_in(request, move_in_id)
    form = MoveInTellForm(request, record=move)
    if form.performs(actions.move_in_tell, move=move, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(move.case)
    context = _came(request, move, form, "Record what the family was told")
    return render(request, "ehcps/move_in_tell.html", context)


@requires(Permission.MOVE_IN_REVIEW)
def move_in_review(request: Request, move_in_id: int) -> HttpResponse:
    """Record our first review of a plan that was transferred."""
    move = open_move_in(request, move_in_id)
    form = MoveInReviewForm(request, record=move)
    if form.performs(actions.move_in_review, move=move, by=request.user):
        messages.success(request, "Review recorded.")
        return redirect(move.case)
    context = _came(request, move, form, "Record the review after the transfer")
    return render(request, "ehcps/move_in_review.html", context)


@requires(Permission.TRANSFER_CORRECT)
def transfer_correct(request: Request, move_in_id: int) -> HttpResponse:
    """Correct what was written down of a plan that came."""
    move = open_move_in(request, move_in_id)
    form = TransferCorrectForm(
        request,
        record=move,
        home=home_shown(move.case.child, request.user),
        initial=_as_written(move),
    )
    if form.performs(actions.transfer_correct, move=move, by=request.user):
        messages.success(request, "It is corrected.")
        return redirect(move.case)
    context = _came(request, move, form, "Correct what is recorded of the plan")
    return render(request, "ehcps/transfer_correct.html", context)


@requires(Permission.DESTINATION_CORRECT)
def destination_correct(request: Request, move_out_id: int) -> HttpResponse:
    """Correct where a family moves or has moved."""
    move = open_move_out(request, move_out_id)
    known = {
        "authority": move.authority_id,
        "country": move.country,
        "papers": move.papers,
    }
    form = DestinationCorrectForm(request, record=move, initial=known)
    if form.performs(actions.destination_correct, move=move, by=request.user):
        messages.success(request, "It is corrected.")
        return redirect(move.case)
    context = _goes(request, move, form, "Correct where they move")
    return render(request, "ehcps/destination_correct.html", context)


@requires(Permission.MOVE_OUT_RECORD)
def move_out_record(request: Request, case_id: int) -> HttpResponse:
    """Record that a family moves away."""
    seen = Case.objects.visible_to(request.user).filter(service=ServiceKey.EHC)
    case = get_object_or_404(seen.for_page(on=clock.today()), pk=case_id)
    note_case_look(request, case)
    form = MoveOutRecordForm(request, record=case)
    if form.performs(actions.move_out_record, case=case, by=request.user):
        messages.success(request, "Move recorded. Nothing has ended yet.")
        return redirect(case)
    context = {**about_case(case, "Record that the family moves away"), "form": form}
    return render(request, "ehcps/move_out_record.html", context)


@requires(Permission.MOVE_OUT_FINISH)
def move_out_finish(request: Request, move_out_id: int) -> HttpResponse:
    """Record that they are gone, and the plan transferred."""
    move = open_move_out(request, move_out_id)
    day = {"gone_on": move.moves_on} if may_finish(move) else {}
    form = MoveOutFinishForm(request, record=move, initial=day)
    if form.performs(actions.move_out_finish, move=move, by=request.user):
        messages.success(request, "Recorded. Our part has ended.")
        return redirect(move.case)
    context = _goes(request, move, form, "Record the transfer")
    return render(request, "ehcps/move_out_finish.html", context)


@requires(Permission.MOVE_OUT_DROP)
def move_out_drop(request: Request, move_out_id: int) -> HttpResponse:
    """Record that they do not move after all."""
    move = open_move_out(request, move_out_id)
    form = MoveOutDropForm(request, record=move)
    if form.performs(actions.move_out_drop, move=move, by=request.user):
        messages.success(request, "Recorded: they stay.")
        return redirect(move.case)
    context = _goes(request, move, form, "Record that they stay")
    return render(request, "ehcps/move_out_drop.html", context)


def open_move_in(request: Request, move_in_id: int) -> MoveIn:
    """Open a move here in sight of this person, and note that they looked."""
    seen = MoveIn.objects.visible_to(request.user).for_page()
    move = get_object_or_404(seen.with_badges(on=clock.today()), pk=move_in_id)
    note_case_look(request, move.case)
    return move


def open_move_out(request: Request, move_out_id: int) -> MoveOut:
    """Open a move away in sight of this person, and note that they looked."""
    seen = MoveOut.objects.visible_to(request.user).for_page()
    move = get_object_or_404(seen.with_badges(on=clock.today()), pk=move_out_id)
    note_case_look(request, move.case)
    return move


def _expected(child: Child) -> dict[str, Any]:
    """What is known of a plan that was awaited."""
    move = MoveIn.objects.awaited().filter(case__child=child).first()
    if move is None:
        return {}
    return {"authority": move.authority_id, "moved_on": move.moved_on}


def _as_written(move: MoveIn) -> dict[str, Any]:
    """What is recorded of the plan that came."""
    plan = move.plan
    if plan is None:
        return {}
    return {
        "authority": move.authority_id,
        "made_on": plan.issued_on,
        "last_review_on": move.last_review_on,
        "setting": plan.setting_id,
        "arrangement": plan.arrangement_id,
        "primary_need": plan.primary_need_id,
        "secondary_need": plan.secondary_need_id,
    }


def _came(request: Request, move: MoveIn, form: PageForm, title: str) -> dict[str, Any]:
    shown = move_in_shown(move, request.user)
    return {**about_case(move.case, title), "form": form, "move_in": shown}


def _goes(
    request: Request, move: MoveOut, form: PageForm, title: str
) -> dict[str, Any]:
    shown = move_out_shown(move, request.user)
    return {**about_case(move.case, title), "form": form, "move_out": shown}
