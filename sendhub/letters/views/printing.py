"""Several letters in one PDF, made afresh from what was kept, for its reader."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from sendhub.accounts.access import Request
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.core import clock
from sendhub.core.models import Partnership
from sendhub.letters.paper.pdf import pdf
from sendhub.letters.paper.sheet import printed


def printed_together(request: Request, letters: QuerySet, *, name: str) -> HttpResponse:
    """Answer with letters in one PDF, each on a fresh sheet; the look is noted."""
    found = list(letters.select_related("case").order_by("pk"))
    if not found:
        raise Http404("There is nothing to print.")
    note_look(request, Look.Kind.EXPORT, ids={one.case.child_id for one in found})
    partnership = Partnership.objects.get(pk=1)
    made = pdf(
        [printed(one.sheet, one.subject, one.body) for one in found],
        title=f"{len(found)} letters",
        author=partnership.authority,
        duplex=True,
    )
    answer = HttpResponse(made, content_type="application/pdf")
    filename = f"{name}-{clock.today()}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{filename}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
