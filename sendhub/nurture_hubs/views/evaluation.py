"""The evaluation for the schools forum, and the records behind its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export_table, note_export
from sendhub.core import charts, clock
from sendhub.nurture_hubs.evaluation import evaluate
from sendhub.nurture_hubs.evaluation.cohort import Scope, scope_of
from sendhub.nurture_hubs.evaluation.excel import excel
from sendhub.nurture_hubs.evaluation.records import GROUPS
from sendhub.nurture_hubs.evaluation.tables import (
    BUDGETS,
    PLACES,
    Behind,
    Cell,
    Section,
)
from sendhub.nurture_hubs.evaluation.word import word
from sendhub.nurture_hubs.exports import listed_table
from sendhub.nurture_hubs.forms.evaluation import EvaluationForm
from sendhub.nurture_hubs.models import Hub
from sendhub.nurture_hubs.rules.evaluation import (
    NETWORK_BEGAN,
    Period,
    first_terms,
    usual_periods,
)
from sendhub.people.models import Child

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MADE = {"docx": word, "xlsx": excel}
ASKED = ("first_day", "first_month", "first_year", "hub", "first", "last")


@requires(Permission.HUB_EVALUATE)
def evaluation(request: Request) -> HttpResponseBase:
    """Show what the schools forum asks; as a Word or Excel file where that is asked."""
    form, scope = _asked(request)
    form_at = request.GET.get("format", "")
    if scope and form_at in TYPES:
        return _file(request, scope, form_at)
    context = {
        "title": "Evaluation",
        "filter": form,
        "scope": scope,
        "sections": _shown(scope) if scope else [],
        "budget_url": _budget_url(request),
        "downloads": _downloads(scope) if scope else [],
        "periods": _periods(scope) if scope else [],
    }
    return render(request, "nurture_hubs/evaluation.html", context)


@requires(Permission.HUB_EVALUATE)
def evaluation_list(request: Request) -> HttpResponseBase:
    """List the records behind a number, without the names of restricted children."""
    _, scope = _asked(request)
    group = GROUPS.get(request.GET.get("of", "all"))
    if group is None or scope is None:
        raise Http404
    rows = _listed(request, scope, group.rows(scope))
    if asks_for_file(request):
        name = f"nurture-hubs-{slugify(group.title)}-{clock.today()}"
        return export_table(request, listed_table(rows), filename=name)
    context = {
        "title": group.title,
        "scope": scope,
        "rows": rows,
        "breadcrumbs": [
            {"title": "Evaluation", "url": _address(scope)},
            {"title": group.title},
        ],
    }
    return render(request, "nurture_hubs/evaluation_list.html", context)


def _asked(request: Request) -> tuple[EvaluationForm, Scope | None]:
    """What the address asks for; the first four terms of every hub where it is bare."""
    today = clock.today()
    if not any(name in request.GET for name in ASKED):
        period = first_terms(_opened(today), today=today)
        known = {"first": period.first, "last": period.last}
        return EvaluationForm(initial=known), scope_of(period, None, today=today)
    form = EvaluationForm(request.GET)
    if not form.is_valid():
        return form, None
    given = form.cleaned_data
    period = Period(given["first"], given["last"])
    return form, scope_of(period, given["hub"], today=today)


def _address(scope: Scope, behind: Behind | None = None, **more: str) -> str:
    """The evaluation of a period, or the list behind one of its numbers."""
    period = (behind and behind.period) or scope.period
    asked: dict[str, Any] = {}
    for name, day in (("first", period.first), ("last", period.last)):
        asked |= _boxes(name, min(day, scope.today))
    hub = (behind and behind.hub_id) or (scope.hub and scope.hub.pk)
    asked |= {"hub": hub} if hub else {}
    asked |= {"of": behind.of} if behind else {}
    page = "evaluation-list" if behind else "evaluation"
    return f"{reverse(f'nurture_hubs:{page}')}?{urlencode(asked | more)}"


def _boxes(name: str, day: date) -> dict[str, int]:
    return {
        f"{name}_day": day.day,
        f"{name}_month": day.month,
        f"{name}_year": day.year,
    }


def _budget_url(request: Request) -> str:
    may = request.user.may(Permission.BUDGET_SET)
    return reverse("nurture_hubs:budget-set") if may else ""


def _downloads(scope: Scope) -> list[tuple[str, str]]:
    return [
        ("Word", _address(scope, format="docx")),
        ("Excel", _address(scope, format="xlsx")),
    ]


@dataclass(frozen=True)
class Shown:
    """A section as the page draws it: its rows with the way behind each number."""

    section: Section
    rows: list[list[tuple[Cell, str]]]
    drawing: str


def _shown(scope: Scope) -> list[Shown]:
    return [_shown_one(scope, section) for section in evaluate(scope)]


def _shown_one(scope: Scope, section: Section) -> Shown:
    rows = [[(cell, _way(scope, cell)) for cell in row] for row in section.rows]
    chart = section.chart
    drawing = (
        charts.svg(chart.spec, title=section.title, says=chart.says) if chart else ""
    )
    return Shown(section, rows, drawing)


def _way(scope: Scope, cell: Cell) -> str:
    if not (cell.behind and cell.value):
        return ""
    if cell.behind.of not in (PLACES, BUDGETS):
        return _address(scope, cell.behind)
    hub = cell.behind.hub_id or (scope.hub and scope.hub.pk)
    if hub:
        return reverse("nurture_hubs:hub-page", args=[hub])
    return reverse("nurture_hubs:hub-list")


def _periods(scope: Scope) -> list[dict[str, Any]]:
    """The periods that are asked for most, each a way to the same page."""
    opened = _opened(scope.today)
    found = usual_periods(opened, today=scope.today)
    return [
        {
            "title": title,
            "url": _address(replace(scope, period=period)),
            "current": period == scope.period,
        }
        for title, period in found.items()
    ]


def _opened(today: date) -> date:
    """The day on which the first hub opened."""
    began = Hub.objects.order_by("opens_on").values_list("opens_on", flat=True)
    return min(began.first() or NETWORK_BEGAN, today)


def _file(request: Request, scope: Scope, kind: str) -> HttpResponse:
    """What the page shows, as a file; whose records it counts is kept."""
    placed = {stay.child_id for stay in scope.stays}
    children = placed | {one.child_id for one in scope.turned}
    days = f"{scope.period.first}-to-{scope.period.last}"
    name = f"nurture-hubs-evaluation-{days}.{kind}"
    note_export(request, children, what=name, rows=len(children))
    body = MADE[kind](scope, evaluate(scope))
    answer = HttpResponse(body, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _listed(request: Request, scope: Scope, rows: Sequence[Any]) -> list[Any]:
    """Each record with its child; those of children out of sight last, with None."""
    ids = {row.child_id for row in rows}
    seen = Child.objects.visible_to(request.user).filter(pk__in=ids)
    children = {child.pk: child for child in seen.with_badges(on=scope.today)}
    hubs = {hub.pk: hub for hub in Hub.objects.all()}
    return [
        (row, children.get(row.child_id), hubs.get(getattr(row, "hub_id", 0)))
        for row in sorted(rows, key=lambda row: row.child_id not in children)
    ]
