"""What the pages about one case have in common."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sendhub.accounts.access import Request
from sendhub.audit.models import Look
from sendhub.audit.record import note_look_again
from sendhub.casework import casefile
from sendhub.casework.models import Case
from sendhub.casework.rules import opened_with
from sendhub.core import clock


def case_in_sight(request: Request, case_id: int) -> Case:
    """Load a case in sight; 403 where it is another service's."""
    seen = Case.objects.visible_to(request.user).for_page(on=clock.today())
    case = get_object_or_404(seen, pk=case_id)
    refuse_closed_service(request, case)
    note_case_look(request, case)
    return case


def note_case_look(request: Request, case: Case) -> None:
    note_look_again(request, Look.Kind.CASE, child_id=case.child_id, about=case)


def refuse_closed_service(request: Request, case: Case) -> None:
    needed = opened_with(case.service)
    if not request.user.may(needed):
        raise PermissionDenied(needed.label)


def about(
    request: Request, template: str, *, case: Case, **context: object
) -> HttpResponse:
    """Draw a page about a case: its child's badges, the way to it."""
    shown = {
        "case": case,
        "child": case.child,
        "breadcrumbs": casefile.crumbs(case),
    }
    return render(request, template, {**shown, **context})
