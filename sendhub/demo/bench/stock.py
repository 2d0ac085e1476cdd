"""Stock Django over the same tables: its admin, and bare views of fifty rows.

What a newcomer writes in an afternoon: columns, fields to search, related rows at once.
Served at addresses of its own, with the settings of a new Django project
(`stock_settings`), to whoever is signed in; only `manage.py bench` ever starts it.
"""

import csv
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_required  # noqa: TID251  stock Django
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template import Context, Template
from django.urls import path

from sendhub.casework.models import Case, Deadline, Note
from sendhub.core import clock
from sendhub.ehcps.models import Plan
from sendhub.people.models import Child

ROWS = 50


class Open:
    """Lets everybody who is signed in do everything, as a superuser may.

    SENDhub has no superusers; asking one takes no query either.
    """

    def has_module_permission(self, request: HttpRequest) -> bool:
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True


class StockSite(admin.AdminSite):
    """Django's own site."""

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated


class DeadlinesOfCase(Open, admin.TabularInline):
    """The dates of a case, on its page."""

    model = Deadline
    raw_id_fields = ("target_by",)
    extra = 0


class NotesOfCase(Open, admin.TabularInline):
    """The notes of a case, on its page."""

    model = Note
    raw_id_fields = ("written_by", "withdrawn_by")
    extra = 0


class ChildAdmin(Open, admin.ModelAdmin):
    """Children, found by name."""

    list_display = ("family_name", "given_names", "born_on", "team")
    list_select_related = ("team",)
    search_fields = ("given_names", "family_name", "preferred_name")
    raw_id_fields = ("restricted_by",)


class CaseAdmin(Open, admin.ModelAdmin):
    """Cases, each with its dates and notes."""

    list_display = ("child", "service", "officer", "opened_on")
    list_select_related = ("child", "officer")
    raw_id_fields = ("child", "officer")
    inlines = (DeadlinesOfCase, NotesOfCase)


class DeadlineAdmin(Open, admin.ModelAdmin):
    """The work of an officer, by the day it is due."""

    list_display = ("title", "child", "officer", "due_on", "met_on")
    list_select_related = ("child", "officer")
    ordering = ("due_on",)


class NoteAdmin(Open, admin.ModelAdmin):
    """Notes."""

    list_display = ("case", "kind", "happened_on", "written_by")
    raw_id_fields = ("case", "written_by", "withdrawn_by")


@admin.action(description="Export to CSV")
def export_csv(model_admin: Any, request: HttpRequest, rows: QuerySet) -> HttpResponse:
    """What is shown of every row, as most recipes for Django admin write it."""
    response = HttpResponse(content_type="text/csv")
    writer = csv.writer(response)
    columns = model_admin.list_display
    writer.writerow(columns)
    for row in rows.select_related(*model_admin.list_select_related):
        writer.writerow([getattr(row, column) for column in columns])
    return response


class PlanAdmin(Open, admin.ModelAdmin):
    """Plans, and all of them as CSV."""

    list_display = ("case", "standing", "primary_need", "issued_on", "setting")
    list_select_related = ("case", "primary_need", "setting")
    actions = (export_csv,)


@cache
def site() -> StockSite:
    """The site with its pages, made once."""
    made = StockSite(name="stock")
    for model, pages in (
        (Child, ChildAdmin),
        (Case, CaseAdmin),
        (Deadline, DeadlineAdmin),
        (Note, NoteAdmin),
        (Plan, PlanAdmin),
    ):
        made.register(model, pages)
    return made


def work_of(officer: int) -> QuerySet:
    """What an officer has to do first."""
    found = Deadline.objects.filter(officer=officer, ended="").order_by("due_on", "pk")
    return found.values_list("title", "due_on", "child__sort_name", "case_id")[:ROWS]


def notes_of(case: int) -> QuerySet:
    """The last notes of a case."""
    found = Note.objects.filter(case=case).order_by("-pk")
    return found.values_list("happened_on", "kind", "with_whom", "text")[:ROWS]


def cases_of(child: int) -> QuerySet:
    """The cases of a child."""
    found = Case.objects.filter(child=child).order_by("pk")
    return found.values_list("service", "opened_on", "officer__name", "child_id")[:ROWS]


def named(typed: str) -> QuerySet:
    """Children in whose names a text stands."""
    found = Child.objects.filter(search_text__contains=typed.lower())
    found = found.order_by("sort_name", "pk")
    return found.values_list("sort_name", "born_on", "team__name", "pk")[:ROWS]


def live_plans() -> QuerySet:
    """All plans in force."""
    found = Plan.objects.filter(standing="live").order_by("pk")
    return found.values_list(
        "case_id", "standing", "primary_need__meaning", "issued_on", "setting__name"
    )


PAGE = """<!doctype html><title>Bare</title><table>{% for row in rows %}<tr>
{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"""


@cache
def _page() -> Template:
    return Template(PAGE)


def bare(rows: Callable[..., QuerySet]) -> Any:
    """The least view that shows rows to somebody signed in."""

    @login_required
    def view(request: HttpRequest, key: int = 0) -> HttpResponse:
        found = rows(request.GET["q"]) if "q" in request.GET else rows(key)
        return HttpResponse(_page().render(Context({"rows": list(found)})))

    return view


@login_required
def note_and_case(request: HttpRequest, key: int) -> HttpResponse:
    """Keep a note, and show the case again."""
    by: Any = request.user
    Note.objects.create(
        case_id=key,
        category="general",
        happened_on=clock.today(),
        text=request.POST["text"],
        written_by=by,
    )
    return redirect(f"/bare/cases/{key}/")


class Echo:
    """Gives back what a CSV writer writes."""

    def write(self, text: str) -> str:
        return text


@login_required
def plans_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every plan, row by row."""

    def lines() -> Iterator[str]:
        writer = csv.writer(Echo())
        for row in live_plans().iterator(2000):
            yield writer.writerow(row)

    return StreamingHttpResponse(lines(), content_type="text/csv")


urlpatterns = [
    path("stock/", site().urls),
    path("bare/work/<int:key>/", bare(work_of)),
    path("bare/cases/<int:key>/", bare(notes_of)),
    path("bare/children/<int:key>/", bare(cases_of)),
    path("bare/search/", bare(named)),
    path("bare/cases/<int:key>/note/", note_and_case),
    path("bare/plans.csv", plans_csv),
]
