"""The deadline calculator, for everybody signed in, and the public where allowed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sendhub.calculator.calendar_file import calendar_file
from sendhub.calculator.forms import CalculatorForm
from sendhub.calculator.subjects import SUBJECTS
from sendhub.calculator.timetable import timetable
from sendhub.core import clock
from sendhub.core.access import public_where
from sendhub.core.models import Partnership


def open_to_all() -> bool:
    """Whether the partnership lets everybody ask."""
    return Partnership.objects.filter(pk=1, calculator_is_public=True).exists()


@public_where(open_to_all)
@require_safe
def timetable_page(request: HttpRequest) -> HttpResponse:
    """Show every date that follows from what happened, with the rule behind each."""
    subject = SUBJECTS.get(request.GET.get("about", ""))
    if subject is None:
        subjects = SUBJECTS.values()
        return render(request, "calculator/subjects.html", {"subjects": subjects})
    form = CalculatorForm(request.GET, subject=subject)
    form.full_clean()
    given = form.facts if form.can_be_asked else {}
    found = timetable(subject, given, as_at=form.looked_at_on) if given else None
    if found and request.GET.get("format") == "ics":
        answer = HttpResponse(
            calendar_file(found, written_at=clock.now()),
            content_type="text/calendar; charset=utf-8",
        )
        answer["Content-Disposition"] = f'attachment; filename="{subject.key}.ics"'
        return answer
    asked = request.GET.copy()
    asked["format"] = "ics"
    context = {
        "subject": subject,
        "form": form,
        "found": found,
        "as_at": form.looked_at_on,
        "calendar_url": f"?{asked.urlencode()}",
    }
    return render(request, "calculator/timetable.html", context)
