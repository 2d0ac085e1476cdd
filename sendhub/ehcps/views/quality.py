"""What the next return still lacks: counted by rule, and listed."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export, export_table
from sendhub.casework.models import Case
from sendhub.casework.querysets import away_of
from sendhub.core import clock
from sendhub.core.lists import kept_in_form, list_page, sort_links
from sendhub.ehcps.exports import quality_columns, quality_table
from sendhub.ehcps.filters import QUALITY_SORTS, QualityFilter
from sendhub.ehcps.quality import counts_for
from sendhub.ehcps.rules.sen2 import RETURN_RULES, census_day, return_since


@requires(Permission.QUALITY_VIEW)
def quality_page(request: Request) -> HttpResponseBase:
    """Show each rule of the return with the number of cases that break it."""
    today = clock.today()
    counts = counts_for(request.user, on=today)
    if asks_for_file(request):
        table = quality_table(counts)
        return export_table(request, table, filename=f"return-rules-{today}")
    context = {
        "title": "Data quality",
        "counts": counts,
        "year": return_since(today).year,
        "census": census_day(today),
    }
    return render(request, "ehcps/quality_page.html", context)


@requires(Permission.QUALITY_VIEW)
def quality_list(request: Request) -> HttpResponseBase:
    """List the cases that break one rule of the return, or any."""
    seen = Case.objects.visible_to(request.user)
    found = QualityFilter(request.GET, queryset=seen, request=request)
    today = clock.today()
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=QUALITY_SORTS,
            columns=quality_columns(on=today),
            filename=f"data-quality-{today}",
            child="child",
        )
    listed = found.qs.select_related("child", "officer", "team").with_badges(on=today)
    listed = listed.prefetch_related(away_of("officer", on=today))
    context = {
        "title": "Cases the return still lacks something of",
        "filter": found,
        "rule": RETURN_RULES.get(request.GET.get("rule", "")),
        "page": list_page(request, listed, sorts=QUALITY_SORTS),
        "sorts": sort_links(request, QUALITY_SORTS),
        "kept": kept_in_form(request),
        "breadcrumbs": [
            {"title": "Data quality", "url": reverse("ehcps:quality-page")},
            {"title": "Cases"},
        ],
    }
    return render(request, "ehcps/quality_list.html", context)
