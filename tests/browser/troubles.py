"""The site's addresses and some that always fail, to see what a person is told."""

import errno

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from sendhub import urls
from sendhub.core.access import public
from sendhub.core.views import form_expired

handler500 = urls.handler500
RAISED: dict[int, Exception] = {
    400: BadRequest("nothing can be read from this"),
    403: PermissionDenied("not for this role"),
    500: RuntimeError("a mistake of ours"),
    503: OperationalError("the database went away"),
    507: OSError(errno.ENOSPC, "the disk is full"),
}


@public
def fail(request: HttpRequest, status: int) -> HttpResponse:
    """Fail as the site does with this status."""
    if status == 429:
        return render(request, "429.html", status=429)
    raise RAISED[status]


urlpatterns = [
    path("fails/<int:status>/", fail),
    path("fails/expired/", public(form_expired)),
    *urls.urlpatterns,
]
