"""Pages that belong to no service: health, an expired form, the components' gallery."""

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from sendhub.core.access import public
from sendhub.core.forms.gallery import gallery_context


@public
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Tell a monitor whether the site and its database answer (200 or 503)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"site": "ok", "database": "ok"})


@public
def style(request: HttpRequest) -> HttpResponse:
    """Show every component, in development and in the demonstration."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "core/style.html", gallery_context())


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose security token is gone (signed out in another tab)."""
    return render(request, "403_csrf.html", status=403)
