"""What a person sees when something failed: a page with a way on, never a traceback."""

import logging
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

log = logging.getLogger("sendhub.trouble")
SECRET_WORDS = ("password", "code")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a failed request (Django's handler500).

    A lost database is told apart: the page keeps what was typed and sends it again.
    """
    error = sys.exc_info()[1]
    if isinstance(error, OperationalError | InterfaceError):
        return database_away(request, error)
    log.error("failed at %s %s: %s", request.method, request.path, type(error).__name__)
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def database_away(request: HttpRequest, error: Exception) -> HttpResponse:
    """Say that the database does not answer, and offer to send the form again."""
    log.error("no database at %s %s: %s", request.method, request.path, error)
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(word in name.lower() for word in SECRET_WORDS)
    ]
    context = {"typed": typed, "path": request.get_full_path()}
    answer = HttpResponse(loader.render_to_string("503.html", context), status=503)
    answer["Retry-After"] = "10"
    answer["Cache-Control"] = "no-store"
    return answer
