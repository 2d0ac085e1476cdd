"""History in Django admin: to read, never to change."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from sendhub.audit.models import Look, SignIn
from sendhub.audit.record import note_look
from sendhub.core.admin import ReadOnlyAdmin


@admin.register(SignIn)
class SignInAdmin(ReadOnlyAdmin):
    """Who signed in or tried to."""

    list_display = ("at", "email", "kind", "address")
    list_filter = ("kind",)
    search_fields = ("=email", "=address")
    date_hierarchy = "at"


class CaseRecordAdmin(ReadOnlyAdmin):
    """A record of a child: only of children in sight, and opening it is noted."""

    child_id: Callable[[Any], int] = staticmethod(attrgetter("case.child_id"))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        records: Any = super().get_queryset(request)
        return records.visible_to(request.user)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        response = super().change_view(request, object_id, form_url, extra_context)
        record = self.get_object(request, unquote(object_id))
        if record is not None and response.status_code == 200:
            note_look(
                request, Look.Kind.ADMIN, child_id=self.child_id(record), about=record
            )
        return response
