"""The board of the hubs: each place by week, and the year at a glance."""

from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.core import clock
from sendhub.core.lists import kept_in_form, list_page, sort_links
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.board import boards_of, year_rows
from sendhub.nurture_hubs.casefile import shown
from sendhub.nurture_hubs.exports import place_columns
from sendhub.nurture_hubs.filters import SORTS, BoardFilter, PlaceFilter
from sendhub.nurture_hubs.lanes import WEEK, mondays
from sendhub.nurture_hubs.models import Hub, HubPlace
from sendhub.nurture_hubs.quota import quotas_of

WEEKS = 14
"""About a term."""


@requires(Permission.HUB_VIEW)
def board(request: Request) -> HttpResponse:
    """Show each hub's places by week: who is there, what is free, who waits."""
    today = clock.today()
    weeks = mondays(_day(request.GET.get("from", ""), today), WEEKS)
    seen = Hub.objects.visible_to(request.user, on=today).not_closed(on=weeks[0])
    found = BoardFilter(request.GET, queryset=seen, request=request)
    hubs = list(found.qs.for_board(on=today).in_order())
    may = request.user.may
    context = {
        "title": "Nurture hubs",
        "filter": found,
        "several": len(hubs) > 1 or bool(request.GET),
        "boards": boards_of(hubs, weeks, user=request.user, today=today),
        "weeks": weeks,
        "this_week": mondays(today, 1)[0],
        "ways": _ways(request, weeks, today),
        "kept": [{"name": "from", "value": weeks[0].isoformat()}],
        "today": today,
        "may_allocate": may(Permission.PLACE_ALLOCATE),
        "may_move": may(Permission.PLACE_MOVE),
        "may_end": may(Permission.PLACE_END),
    }
    return render(request, "nurture_hubs/board.html", context)


@requires(Permission.HUB_VIEW)
def year(request: Request) -> HttpResponse:
    """Show a school year at a glance: what is taken each week, by hub and in all."""
    today = clock.today()
    typed = request.GET.get("year", "")
    asked = rules.year_read(typed) or rules.school_year(today)
    first, last = rules.year_bounds(asked)
    seen = Hub.objects.visible_to(request.user, on=today).open_between(first, last)
    hubs = list(seen.in_order())
    keys = [hub.pk for hub in hubs]
    quotas = quotas_of(keys, asked, today=today)
    context = {
        "title": "The year at a glance",
        "hubs": hubs,
        "rows": year_rows(keys, asked),
        "quotas": [(hub, quotas[hub.pk]) for hub in hubs],
        "year": asked,
        "words": rules.year_words(asked),
        "ways": [
            {"year": near, "words": rules.year_words(near)}
            for near in (asked - 1, asked + 1)
            if rules.FIRST_YEAR <= near < rules.LAST_YEAR
        ],
        "this_week": mondays(today, 1)[0],
    }
    return render(request, "nurture_hubs/year.html", context)


@requires(Permission.HUB_VIEW)
def place_list(request: Request) -> HttpResponseBase:
    """List places of children in sight; of others it says how many there are.

    And not even that where the filter asks what is known of children.
    """
    today = clock.today()
    hubs = Hub.objects.visible_to(request.user, on=today)
    found = PlaceFilter(
        request.GET, queryset=HubPlace.objects.filter(hub__in=hubs), request=request
    )
    seen = found.qs.visible_to(request.user)
    if asks_for_file(request, found):
        return export(
            request,
            seen,
            sorts=SORTS,
            columns=place_columns(on=today),
            filename=f"hub-places-{today}",
            child="child",
        )
    page = list_page(request, seen.for_page().with_badges(on=today), sorts=SORTS)
    context = {
        "filter": found,
        "page": page,
        "sorts": sort_links(request, SORTS),
        "kept": kept_in_form(request),
        "rows": [shown(place, on=today) for place in page.rows],
        "left_out": found.asks_of_children,
        "hidden": 0 if found.asks_of_children else found.qs.count() - seen.count(),
    }
    return render(request, "nurture_hubs/place_list.html", context)


def _day(typed: str, today: date) -> date:
    """The day asked for; today where it is none, or beyond what is kept."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return today
    return day if rules.FIRST_YEAR <= day.year <= rules.LAST_YEAR else today


def _ways(request: Request, weeks: list[date], today: date) -> list[dict[str, Any]]:
    """The weeks before and after those shown, and the way back to now."""
    step = (WEEKS - 1) * WEEK
    asked = [
        ("Earlier", weeks[0] - step),
        ("From this week", mondays(today, 1)[0]),
        ("Later", weeks[0] + step),
    ]
    ways = []
    for title, monday in asked:
        query = request.GET.copy()
        query["from"] = monday.isoformat()
        ways.append(
            {"title": title, "url": f"?{query.urlencode()}", "here": monday == weeks[0]}
        )
    return ways
