"""Going on in a list of work: after an act, the next row of the list one came from.

The list's filters go along in the address, as `list` on the way to an act and as
`done` after it; only what the list knows is ever read from there.
"""

from copy import copy
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.casework.filters import WorkFilter
from sendhub.casework.worklist import list_rows_of
from sendhub.casework.workpage import first_after
from sendhub.core import clock
from sendhub.core.lists import Page
from sendhub.core.navigation import ActLink

CARRIED = ("whose", "kind", "rule", "late", "officer", "team", "week", "sort")
LONGEST = 500


def carried(query: QueryDict, *, place: str = "") -> str:
    """A list's filters, and a place in it, as text for an address; no child's name."""
    kept = {name: query[name] for name in CARRIED if query.get(name)}
    return urlencode({**kept, "after": place} if place else kept)


def carried_by(request: HttpRequest) -> str:
    """What an address carries of the list one came from, or nothing."""
    try:
        text = request.GET.get("list") or request.GET.get("done") or ""
    except SuspiciousOperation:
        return ""
    if not text or len(text) > LONGEST:
        return ""
    query = QueryDict(text)
    return carried(query, place=query.get("after", ""))


@dataclass(frozen=True)
class NextUp:
    """The next row of the list, as the page after an act shows it."""

    title: str
    who: str
    url: str
    list_url: str


def next_in_list(request: Any) -> NextUp | None:
    """The row after the one whose act was done; the first where that was the last."""
    there = carried_by(request)
    if not there or not request.user.may(Permission.WORK_VIEW):
        return None
    asked = copy(request)
    asked.GET = QueryDict(there)
    found = WorkFilter(asked, on=clock.today(), now=clock.now())
    row = first_after(asked, found)
    if row is None:
        return None
    facts = {"user": request.user, "on": found.on, "now": clock.now()}
    [shown] = list_rows_of([row], **facts)
    filters = QueryDict(there)
    way_on = urlencode({"list": carried(filters, place=row.place)})
    return NextUp(
        title=shown.title,
        who=shown.child,
        url=f"{shown.url}?{way_on}",
        list_url=f"{reverse('casework:work-list')}?{carried(filters)}",
    )


def ways_on(request: Any, page: Page) -> list[str]:
    """For each row of a list what its links add, so that one comes back to it."""
    return [
        "?" + urlencode({"list": carried(request.GET, place=row.place)})
        for row in page.rows
    ]


def carried_on(request: HttpRequest, act: ActLink) -> ActLink:
    """An act's link with what this page's address carries of a list."""
    there = carried_by(request)
    if not there or "?" in act.url:
        return act
    return replace(act, url=f"{act.url}?{urlencode({'list': there})}")


def after_act(request: HttpRequest, url: str) -> str:
    """Where an act leads, with the list one came from."""
    there = carried_by(request)
    ours = url.startswith("/") and not url.startswith("//")
    if not there or not ours:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'done': there})}"


def context(request: HttpRequest) -> dict[str, Any]:
    """What stands below a message, on the page that follows an act."""
    try:
        done = "done" in request.GET
    except SuspiciousOperation:
        return {}
    if not done:
        return {}
    return {"next_in_list": lambda: next_in_list(request)}
