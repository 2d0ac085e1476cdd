"""Lists of requests and of plans, on the screen and as CSV."""

from datetime import timedelta

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.casework.querysets import away_of
from sendhub.core import clock
from sendhub.core.lists import kept_in_form, list_page, sort_links
from sendhub.ehcps.advice_rows import shares, standing_of
from sendhub.ehcps.casefile import next_limit
from sendhub.ehcps.exports import advice_columns, plan_columns, request_columns
from sendhub.ehcps.filters import (
    ADVICE_SORTS,
    PLAN_SORTS,
    AdviceFilter,
    PlanFilter,
    RequestFilter,
)
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan
from sendhub.ehcps.rules import ON_TIME_TARGET, year_before


@requires(Permission.EHC_VIEW)
def request_list(request: Request) -> HttpResponseBase:
    """List requests and assessments."""
    seen = NeedsAssessment.objects.visible_to(request.user)
    found = RequestFilter(request.GET, queryset=seen, request=request)
    today = clock.today()
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=found.sorts,
            columns=request_columns(on=today),
            filename=f"requests-{today}",
            child="case__child",
        )
    listed = found.qs.for_list().with_badges(on=today)
    listed = listed.prefetch_related(away_of("case__officer", on=today))
    page = list_page(request, listed, sorts=found.sorts)
    context = {
        "filter": found,
        "page": page,
        "sorts": sort_links(request, found.sorts),
        "kept": kept_in_form(request),
        "rows": [(row, next_limit(row, on=today)) for row in page.rows],
        "writes_letters": request.user.may(Permission.LETTER_MAKE),
        "asked": request.GET.lists(),
    }
    return render(request, "ehcps/request_list.html", context)


@requires(Permission.EHC_VIEW)
def plan_list(request: Request) -> HttpResponseBase:
    """List plans."""
    seen = Plan.objects.visible_to(request.user)
    found = PlanFilter(request.GET, queryset=seen, request=request)
    today = clock.today()
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=PLAN_SORTS,
            columns=plan_columns(on=today),
            filename=f"plans-{today}",
            child="case__child",
        )
    listed = found.qs.for_list().with_badges(on=today)
    listed = listed.prefetch_related(away_of("case__officer", on=today))
    context = {
        "filter": found,
        "page": list_page(request, listed, sorts=PLAN_SORTS),
        "sorts": sort_links(request, PLAN_SORTS),
        "kept": kept_in_form(request),
        "today": today,
    }
    return render(request, "ehcps/plan_list.html", context)


@requires(Permission.EHC_VIEW)
def advice_list(request: Request) -> HttpResponseBase:
    """List advice that was asked for, what is outstanding first."""
    seen = Advice.objects.visible_to(request.user)
    found = AdviceFilter(request.GET, queryset=seen, request=request)
    today = clock.today()
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=ADVICE_SORTS,
            columns=advice_columns(on=today),
            filename=f"advice-{today}",
            child="assessment__case__child",
        )
    listed = found.qs.for_list().with_badges(on=today)
    listed = listed.prefetch_related(away_of("assessment__case__officer", on=today))
    page = list_page(request, listed, sorts=ADVICE_SORTS)
    context = {
        "filter": found,
        "page": page,
        "rows": [
            (advice, standing_of(advice, on=today, running=advice.assessment.is_open))
            for advice in page.rows
        ],
        "sorts": sort_links(request, ADVICE_SORTS),
        "kept": kept_in_form(request),
    }
    return render(request, "ehcps/advice_list.html", context)


@requires(Permission.EHC_VIEW)
def advice_timeliness(request: Request) -> HttpResponse:
    """Show how much of each service's advice came on time, against the target."""
    today = clock.today()
    counted = Advice.objects.visible_to(request.user).counted(on=today)
    context = {
        "rows": shares(counted.timeliness()),
        "target": ON_TIME_TARGET,
        "title": "Advice on time, by service",
        "since": year_before(today),
        "until": today - timedelta(days=1),
        "breadcrumbs": [
            {"title": "Advice outstanding", "url": reverse("ehcps:advice-list")},
            {"title": "Advice on time"},
        ],
    }
    return render(request, "ehcps/advice_timeliness.html", context)
