"""Carrying the list of work that somebody came from through an act."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from sendhub.casework.nextup import after_act

FOUND = 302


class BackToListMiddleware:
    """After an act that began in a list of work, the next page knows the list."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        acted = request.method == "POST" and response.status_code == FOUND
        if acted and ("list" in request.GET or "done" in request.GET):
            response["Location"] = after_act(request, response["Location"])
        return response
