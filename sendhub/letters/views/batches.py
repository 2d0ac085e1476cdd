"""Pages on which one letter is written to many."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.lists import list_page, read_key, read_keys
from sendhub.letters import actions, markup, selections
from sendhub.letters.composing import BESIDE, Composed, compose, templates_for
from sendhub.letters.forms import BatchMakeForm
from sendhub.letters.models import Batch, Template
from sendhub.letters.rules import AT_ONCE
from sendhub.letters.views.heads import NEWEST
from sendhub.letters.views.printing import printed_together

SKIPPED_SHOWN = 100


@requires(Permission.LETTER_MAKE)
def batch_make(request: Request) -> HttpResponse:
    """Write one letter to many cases: choose, look at the first, see who is out."""
    cases, more = _cases(request)
    template = _template(request)
    context: dict[str, Any] = {
        "title": "Write to many",
        "cases": cases,
        "more": more,
        "most": AT_ONCE,
        "offered": templates_for({case.service for case in cases}),
        "kept": _kept(request),
        "breadcrumbs": [
            {"title": "Letters to many", "url": reverse("letters:batch-list")},
            {"title": "Write to many"},
        ],
    }
    if template is None or not cases:
        return render(request, "letters/batch_make.html", context)
    version = template.now
    form = BatchMakeForm(request)
    if form.performs(actions.batch_make, version=version, cases=cases, by=request.user):
        messages.success(request, "The letters are being made.")
        return redirect(form.result)
    made = compose(cases, version, on=clock.today())
    note_look(request, Look.Kind.EXPORT, ids=[case.child_id for case in cases])
    context |= {"form": form, "template": template, **_preview(made)}
    return render(request, "letters/batch_make.html", context)


def _preview(made: list[Composed]) -> dict[str, Any]:
    """The first letter as it would be, and the cases that would be left out."""
    fit = [one for one in made if not one.obstacle]
    first = fit[0] if fit else None
    return {
        "fit": fit,
        "letters": sum(len(one.to.recipients) for one in fit),
        "skipped": [one for one in made if one.obstacle],
        "late": [one for one in fit if one.too_late],
        "partly": [one for one in fit if one.to.problems],
        "first": first,
        "blocks": markup.parse(first.body) if first else [],
    }


@requires(Permission.LETTER_MAKE)
@require_safe
def batch_list(request: Request) -> HttpResponse:
    """List orders of many letters, the newest on top."""
    found = Batch.objects.newest_first().counted()
    page = list_page(request, found, sorts=NEWEST)
    context = {"page": page, "title": "Letters to many"}
    return render(request, "letters/batch_list.html", context)


@requires(Permission.LETTER_MAKE)
@require_safe
def batch_page(request: Request, batch_id: int) -> HttpResponse:
    """Show how far an order is, and at its end what was left out and why."""
    found = Batch.objects.newest_first().counted()
    batch: Any = get_object_or_404(found, pk=batch_id)
    letters = batch.letters.visible_to(request.user).standing()
    skipped = (
        batch.rows.visible_to(request.user)
        .skipped()
        .with_badges(on=clock.today())
        .order_by("pk")
    )
    context = {
        "batch": batch,
        "done": batch.made + batch.skipped,
        "letters": letters.count(),
        "to_print": letters.by_post().exists(),
        "skipped": skipped[:SKIPPED_SHOWN],
        "hidden": batch.skipped - min(skipped.count(), SKIPPED_SHOWN),
        "title": batch.template_version.template.name,
        "breadcrumbs": [
            {"title": "Letters to many", "url": reverse("letters:batch-list")},
            {"title": batch.template_version.template.name},
        ],
    }
    return render(request, "letters/batch_page.html", context)


@requires(Permission.LETTER_MAKE)
@require_safe
def batch_print(request: Request, batch_id: int) -> HttpResponseBase:
    """Give the letters of an order that go by post in one PDF, to print."""
    batch = get_object_or_404(Batch, pk=batch_id)
    letters = batch.letters.visible_to(request.user).standing().by_post()
    return printed_together(request, letters, name=f"letters-{batch.pk}")


def _cases(request: Request) -> tuple[list[Case], bool]:
    """The cases ticked, else all that the list in the address shows; up to the most."""
    chosen: Any = read_keys(request.GET.getlist("case"))[: AT_ONCE + 1]
    selection = selections.of_key(request.GET.get("from", ""))
    if not chosen and selection is not None and "all" in request.GET:
        chosen = selection.cases(request)
    found = Case.objects.open().worked_on_by(request.user)
    found = found.chosen_by(request.user, chosen)
    loaded = found.select_related(*BESIDE).with_badges(on=clock.today())
    cases = list(loaded.order_by("pk")[: AT_ONCE + 1])
    return cases[:AT_ONCE], len(cases) > AT_ONCE


def _template(request: Request) -> Template | None:
    key = read_key(request.GET.get("template", ""))
    if key is None:
        return None
    return Template.objects.letters().offered().filter(pk=key).first()


def _kept(request: Request) -> list[tuple[str, str]]:
    """What the address says besides the template, for the form that chooses one."""
    return [
        (name, value)
        for name, values in request.GET.lists()
        if name != "template"
        for value in values
    ]
