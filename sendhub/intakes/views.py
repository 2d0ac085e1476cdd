"""Pages of notices and early years referrals."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.casework.querysets import away_of
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.core.lists import kept_in_form, list_page, sort_links
from sendhub.ehcps.models import NeedsAssessment
from sendhub.intakes import actions
from sendhub.intakes.casefile import shown
from sendhub.intakes.exports import intake_columns
from sendhub.intakes.filters import SORTS, IntakeFilter
from sendhub.intakes.forms import (
    IntakeAnswerForm,
    IntakeAssessForm,
    IntakeCloseForm,
    IntakeLogForm,
    IntakeStartForm,
)
from sendhub.intakes.models import Intake
from sendhub.people.views.heads import about_child, open_child


@requires(Permission.EHC_VIEW)
def intake_list(request: Request) -> HttpResponseBase:
    """List notices and referrals, those in hand first asked for."""
    seen = Intake.objects.visible_to(request.user)
    found = IntakeFilter(request.GET, queryset=seen, request=request)
    today = clock.today()
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=SORTS,
            columns=intake_columns(on=today),
            filename=f"notices-and-referrals-{today}",
            child="case__child",
        )
    listed = found.qs.for_list().with_badges(on=today)
    listed = listed.prefetch_related(away_of("case__officer", on=today))
    page = list_page(request, listed, sorts=SORTS)
    context = {
        "filter": found,
        "page": page,
        "sorts": sort_links(request, SORTS),
        "kept": kept_in_form(request),
        "rows": shown(page.rows),
    }
    return render(request, "intakes/intake_list.html", context)


@requires(Permission.INTAKE_LOG)
def intake_log(request: Request, child_id: int) -> HttpResponse:
    """Log a notice or a referral."""
    child = open_child(request, child_id)
    form = IntakeLogForm(request, initial={"officer": request.user.pk})
    if form.performs(actions.intake_log, child=child, by=request.user):
        messages.success(request, "Logged. Its time is running.")
        return redirect(form.result)
    there = Intake.objects.open().of_child(child).for_page().newest_first()
    context = {
        **about_child(child, "Log a notice or a referral"),
        "there": there,
        "running": NeedsAssessment.objects.open().of_child(child).first(),
        "form": form,
    }
    return render(request, "intakes/intake_log.html", context)


@requires(Permission.INTAKE_ANSWER)
def intake_answer(request: Request, intake_id: int) -> HttpResponse:
    """Record the welcome letter, or the answer to a notice."""
    intake = _open(request, intake_id)
    form = IntakeAnswerForm(request, record=intake)
    if form.performs(actions.intake_answer, intake=intake, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(intake)
    what = "the welcome letter" if intake.is_referral else "the answer"
    context = _context(intake, form, f"Record {what}")
    return render(request, "intakes/intake_answer.html", context)


@requires(Permission.INTAKE_START)
def intake_start(request: Request, intake_id: int) -> HttpResponse:
    """Record that support began."""
    intake = _open(request, intake_id)
    form = IntakeStartForm(request, record=intake)
    if form.performs(actions.intake_start, intake=intake, by=request.user):
        messages.success(request, "Recorded. The wait is over.")
        return redirect(intake)
    context = _context(intake, form, "Record that support began")
    return render(request, "intakes/intake_start.html", context)


@requires(Permission.INTAKE_ASSESS)
def intake_assess(request: Request, intake_id: int) -> HttpResponse:
    """Consider an assessment."""
    intake = _open(request, intake_id)
    running = NeedsAssessment.objects.open().of_child(intake.case.child).first()
    known = {
        "responsible_on": intake.received_on,
        "source": intake.source,
        "officer": request.user.pk,
    }
    form = IntakeAssessForm(request, joins=bool(running), record=intake, initial=known)
    if form.performs(actions.intake_assess, intake=intake, by=request.user):
        messages.success(request, "An assessment is being considered.")
        return redirect(form.result)
    context = {
        **_context(intake, form, "Consider an assessment"),
        "running": running,
    }
    return render(request, "intakes/intake_assess.html", context)


@requires(Permission.INTAKE_CLOSE)
def intake_close(request: Request, intake_id: int) -> HttpResponse:
    """Close what leads neither to an assessment nor to support."""
    intake = _open(request, intake_id)
    form = IntakeCloseForm(request, record=intake)
    if form.performs(actions.intake_close, intake=intake, by=request.user):
        messages.success(request, "Closed.")
        return redirect(intake)
    context = _context(intake, form, "Close a notice or a referral")
    return render(request, "intakes/intake_close.html", context)


def _open(request: Request, intake_id: int) -> Intake:
    """Open one in sight of this person, and note that they looked."""
    seen = Intake.objects.visible_to(request.user).for_page()
    intake = get_object_or_404(seen.with_badges(on=clock.today()), pk=intake_id)
    note_case_look(request, intake.case)
    return intake


def _context(intake: Intake, form: PageForm, title: str) -> dict[str, Any]:
    """What the page of an act shows."""
    return {
        **about_case(intake.case, title),
        "form": form,
        "intake": intake,
        "weeks": intake.weeks_waited(on=clock.today()),
    }
