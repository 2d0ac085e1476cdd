"""What a person sees when something failed: a page with a way on, never a traceback."""

import logging
import sys

import psycopg
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.template import loader
from django.utils.http import escape_leading_slashes

from sendhub.core.files import is_full_disk

log = logging.getLogger("sendhub.trouble")
SECRETS = {"password", "oldpassword", "password1", "password2", "code"}
AWAY = (
    OperationalError,
    InterfaceError,
    psycopg.OperationalError,
    psycopg.InterfaceError,
)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a failed request (Django's handler500).

    A lost database is told apart: the page keeps what was typed and sends it again.
    So are a full disk, and an address or a form that nothing could be read from.
    """
    error = sys.exc_info()[1]
    if isinstance(error, AWAY):
        return database_away(request, error)
    log.error("failed at %s %r: %s", request.method, request.path, type(error).__name__)
    if isinstance(error, BadRequest | DataError | SuspiciousOperation):
        return HttpResponse(loader.render_to_string("400.html"), status=400)
    if is_full_disk(error):
        return HttpResponse(loader.render_to_string("507.html"), status=507)
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def database_away(request: HttpRequest, error: BaseException) -> HttpResponse:
    """Say that the database does not answer, and offer to send the form again."""
    log.error("no database at %s %r: %s", request.method, request.path, type(error))
    path = escape_leading_slashes(request.get_full_path())
    context = {"typed": _typed(request), "path": path}
    answer = HttpResponse(loader.render_to_string("503.html", context), status=503)
    answer["Retry-After"] = "10"
    answer["Cache-Control"] = "no-store"
    return answer


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, passwords and codes left out."""
    try:
        sent = request.POST.lists()
    except (BadRequest, UnreadablePostError):
        return []
    return [
        (name, value)
        for name, values in sent
        for value in values
        if name not in SECRETS
    ]
