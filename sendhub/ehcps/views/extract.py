"""Runs of the nightly file for social care, and the file to fetch by hand."""

from io import BytesIO

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.core.files import file_answer
from sendhub.core.lists import Sort, list_page
from sendhub.ehcps.extract import file_folder
from sendhub.ehcps.models import Extract
from sendhub.people.models import Child

NEWEST = {"newest": Sort("Newest", ("pk",), backwards=True)}


@requires(Permission.EXTRACT_VIEW)
@require_safe
def extract_list(request: Request) -> HttpResponse:
    """Show the runs of the nightly file: how many plans, whom not, what failed."""
    page = list_page(request, Extract.objects.newest_first(), sorts=NEWEST)
    folder = file_folder()
    standing = Extract.objects.not_replaced().filter(
        pk__in=[one.pk for one in page.rows]
    )
    stored = {
        one.pk for one in standing if folder and (folder / one.filename).is_file()
    }
    context = {
        "page": page,
        "is_set": folder is not None,
        "last": Extract.objects.newest_first().first(),
        "stored": stored if request.user.may(Permission.EXTRACT_OPEN) else set(),
        "title": "Nightly file for social care",
    }
    return render(request, "ehcps/extract_list.html", context)


@requires(Permission.EXTRACT_OPEN)
@require_safe
def extract_open(request: Request, extract_id: int) -> HttpResponseBase:
    """Give a night's file to somebody who sees everyone it tells of."""
    run = get_object_or_404(Extract.objects.not_replaced(), pk=extract_id)
    told_of = Extract.objects.filter(pk=run.pk).children()
    seen = Child.objects.visible_to(request.user).filter(pk__in=told_of)
    if seen.count() != len(run.children):
        raise Http404("Somebody in this file is out of your sight now.")
    folder = file_folder()
    if folder is None:
        raise Http404("No folder is set for the nightly file.")
    try:
        content = (folder / run.filename).read_bytes()
    except FileNotFoundError:
        raise Http404("This file was fetched and removed.") from None
    note_look(request, Look.Kind.EXPORT, ids=run.children)
    return file_answer(
        BytesIO(content), filename=run.filename, content_type="text/csv", shown=False
    )
