"""Pages of the national register: put there, looked at, confirmed (PPL-5)."""

import io
from tempfile import TemporaryFile
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.files import file_type
from sendhub.core.files import file_answer
from sendhub.core.lists import Sort, list_page
from sendhub.schools import actions
from sendhub.schools.forms import (
    RegisterConfirmForm,
    RegisterDropForm,
    RegisterUploadForm,
)
from sendhub.schools.mending import mend_file
from sendhub.schools.models import Load
from sendhub.schools.rules import Outcome, Stage

SHOWN = 50
ROW_SORTS = {"line": Sort("Line", ("line", "pk"))}
TONES = {
    Stage.READ: "soon",
    Stage.LOADED: "good",
    Stage.READING: "info",
    Stage.LOADING: "info",
}
TILES = {
    Outcome.NEW: ("new", "info"),
    Outcome.CHANGED: ("changed", "info"),
    Outcome.CLOSED: ("closed", "soon"),
    Outcome.REOPENED: ("open again", "soon"),
    Outcome.WRONG: ("rows to mend", "late"),
}


@requires(Permission.REGISTER_LOAD)
@require_safe
def register_list(request: Request) -> HttpResponse:
    """List the registers that were put here, the latest on top."""
    loads = Load.objects.for_list()[:SHOWN]
    context = {
        "title": "Schools register",
        "loads": [(load, TONES.get(Stage(load.stage), "plain")) for load in loads],
    }
    return render(request, "schools/register_list.html", context)


@requires(Permission.REGISTER_LOAD)
def register_upload(request: Request) -> HttpResponse:
    """Choose a register and have it compared with what is here."""
    form = RegisterUploadForm(request)
    if form.performs(actions.register_upload, by=request.user):
        return redirect(form.result)
    title = "Choose a register"
    context = {
        "title": title,
        "form": form,
        "unsettled": Load.objects.unsettled().first(),
        "breadcrumbs": _crumbs(title),
    }
    return render(request, "schools/register_upload.html", context)


@requires(Permission.REGISTER_LOAD)
@require_safe
def register_page(request: Request, load_id: int) -> HttpResponse:
    """Show how far a register is: what it would change, or did."""
    load = get_object_or_404(Load.objects.for_list(), pk=load_id)
    job = actions.job_of(load)
    waits = load.stage in (Stage.READING, Stage.LOADING)
    context = {
        "title": load.file_name,
        "breadcrumbs": _crumbs(load.file_name),
        "load": load,
        "job": job,
        "under_way": waits and bool(job and not job.is_over),
        "tiles": _tiles(load),
        "counts": load.done if load.stage == Stage.LOADED else load.found,
    }
    return render(request, "schools/register_page.html", context)


@requires(Permission.REGISTER_LOAD)
@require_safe
def register_rows(request: Request, load_id: int) -> HttpResponse:
    """List what rows would change, field by field, or what is wrong with them."""
    load = get_object_or_404(Load, pk=load_id)
    asked = request.GET.get("outcome", Outcome.CHANGED)
    if asked not in TILES:
        raise Http404
    rows = load.rows.of_outcome(asked)
    title = Outcome(asked).label
    context = {
        "title": title,
        "load": load,
        "outcome": asked,
        "page": list_page(request, rows, sorts=ROW_SORTS),
        "breadcrumbs": _crumbs(title, load),
    }
    return render(request, "schools/register_rows.html", context)


@requires(Permission.REGISTER_LOAD)
@require_safe
def register_mend(request: Request, load_id: int) -> HttpResponseBase:
    """Give the rows that could not be read as a file, each with what is wrong."""
    load = get_object_or_404(Load, pk=load_id)
    wrong = load.rows.of_outcome(Outcome.WRONG)
    if not wrong.exists():
        raise Http404
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    mend_file(text, load.headings, wrong.iterator())
    text.detach().seek(0)
    name = f"mend-{load.file_name.removesuffix('.csv')}.csv"
    kind = file_type(name)
    return file_answer(file, filename=name, content_type=kind, shown=False)


@requires(Permission.REGISTER_LOAD)
def register_confirm(request: Request, load_id: int) -> HttpResponse:
    """Load a register that was looked at, or go on with one that was stopped."""
    load = get_object_or_404(Load, pk=load_id)
    if request.method == "GET" and load.is_over:
        return redirect(load)
    form = RegisterConfirmForm(request)
    if form.performs(actions.register_confirm, load=load, by=request.user):
        return redirect(load)
    title = "Load the register"
    context = {
        "title": title,
        "form": form,
        "load": load,
        "found": load.found,
        "breadcrumbs": _crumbs(title, load),
    }
    return render(request, "schools/register_confirm.html", context)


@requires(Permission.REGISTER_LOAD)
def register_drop(request: Request, load_id: int) -> HttpResponse:
    """Take a register away that is not to be loaded."""
    load = get_object_or_404(Load, pk=load_id)
    if request.method == "GET" and load.is_over:
        return redirect(load)
    form = RegisterDropForm(request)
    if form.performs(actions.register_drop, load=load, by=request.user):
        messages.success(request, "The register is not loaded. Its file is deleted.")
        return redirect("schools:register-list")
    title = "Do not load the register"
    context = {
        "title": title,
        "form": form,
        "load": load,
        "breadcrumbs": _crumbs(title, load),
    }
    return render(request, "schools/register_drop.html", context)


def _tiles(load: Load) -> list[dict[str, Any]]:
    """What the rows do, each number opening them.

    The command line keeps only rows to mend, so its other numbers open nothing.
    """
    counts = load.done if load.stage == Stage.LOADED else load.found
    rows = reverse("schools:register-rows", args=[load.pk])
    return [
        {
            "label": label,
            "number": f"{counts[outcome]:,}",
            "tone": tone,
            "url": f"{rows}?outcome={outcome.value}"
            if load.asked_by_id or outcome == Outcome.WRONG
            else "",
        }
        for outcome, (label, tone) in TILES.items()
        if counts.get(outcome)
    ]


def _crumbs(title: str, load: Load | None = None) -> list[dict[str, str]]:
    first = {"title": "Schools register", "url": reverse("schools:register-list")}
    here = {"title": title}
    if load is None:
        return [first, here]
    return [first, {"title": str(load), "url": load.get_absolute_url()}, here]
