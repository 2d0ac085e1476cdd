"""What the pages about one case have in common."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sendhub.accounts.access import Request
from sendhub.audit.models import Look
from sendhub.audit.record import note_look_again
from sendhub.casework import casefile
from sendhub.casework.models import Case
from sendhub.casework.querysets import away_of
from sendhub.casework.rules import opened_with
from sendhub.core import clock
from sendhub.people.querysets import badges_of


def case_in_sight(request: Request, case_id: int) -> Case:
    """Load a case in sight; 403 where it is another service's.

    Whoever draws its page loads the head: after an act most are led on instead.
    """
    seen = Case.objects.visible_to(request.user)
    seen = seen.select_related("child", "officer", "team")
    case = get_object_or_404(seen, pk=case_id)
    refuse_closed_service(request, case)
    note_case_look(request, case)
    return case


def load_head(case: Case) -> None:
    """Load the child's badges, and whether the officer is away, of a page drawn."""
    today = clock.today()
    badges, away = badges_of("child", on=today), away_of("officer", on=today)
    prefetch_related_objects([case], badges, away)


def note_case_look(request: Request, case: Case) -> None:
    """Note that somebody looked at a case, on whichever of its pages (ADM-3)."""
    note_look_again(request, Look.Kind.CASE, child_id=case.child_id, about=case)


def refuse_closed_service(request: Request, case: Case) -> None:
    needed = opened_with(case.service)
    if not request.user.may(needed):
        raise PermissionDenied(needed.label)


def about(
    request: Request, template: str, *, case: Case, **context: object
) -> HttpResponse:
    """Draw a page about a case: its child's badges, the way to it."""
    load_head(case)
    shown = {
        "case": case,
        "child": case.child,
        "breadcrumbs": casefile.crumbs(case),
    }
    return render(request, template, {**shown, **context})


def about_case(case: Case, title: str) -> dict[str, Any]:
    """Say whose page it is, what it is called and the way to it."""
    return {
        "case": case,
        "child": case.child,
        "title": title,
        "breadcrumbs": [*casefile.crumbs(case), {"title": title}],
    }
