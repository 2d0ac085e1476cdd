"""Leading from the address of a merged record to the one that is kept."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sendhub.core.forms import unsaved
from sendhub.people.access import RecordMerged

MERGED = (
    "This child had two records. They were merged, and this is the one that is kept."
)
TYPED = " What you typed is in the form: check it and press the button again."


class MergedRecordMiddleware:
    """Send whoever follows an old address to the same page of the kept record."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Answer the 404 of a merged record; what was typed comes along."""
        if not isinstance(error, RecordMerged):
            return None
        path = _same_page(request, error)
        if request.method == "POST" and path != error.kept.get_absolute_url():
            by_id: Any = request.user.pk
            said = f"{MERGED}{TYPED}"
            if back := unsaved.keep(request, by_id=by_id, path=path, said=said):
                return redirect(back)
        messages.info(request, MERGED)
        return redirect(path)


def _same_page(request: HttpRequest, merged: RecordMerged) -> str:
    """The address with the number of the kept record in place of the merged one."""
    match: Any = request.resolver_match
    kept = {
        name: merged.kept.pk if value == merged.child_id else value
        for name, value in match.kwargs.items()
    }
    numbers = [value for name, value in kept.items() if name.endswith("_id")]
    if kept == match.kwargs or len(numbers) != len(set(numbers)):
        return merged.kept.get_absolute_url()
    return reverse(match.view_name, kwargs=kept)
