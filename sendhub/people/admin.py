"""Children (to read only), localities, and the history about children."""

from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from sendhub.accounts.admin import RecordedAdmin
from sendhub.audit.admin import CaseRecordAdmin
from sendhub.audit.models import Act, Look
from sendhub.core.admin import ReadOnlyAdmin
from sendhub.people.models import Child, LocalityArea


@admin.register(Child)
class ChildAdmin(CaseRecordAdmin):
    """Children in sight."""

    child_id = staticmethod(attrgetter("pk"))
    list_display = ("id", "sort_name", "born_on", "team")
    list_select_related = ("team",)
    search_fields = ("=id", "=upn", "=nhs_number")
    exclude = ("search_text",)


@admin.register(LocalityArea)
class LocalityAreaAdmin(RecordedAdmin):
    """Which team a postcode belongs to."""

    list_display = ("postcode_start", "team")
    list_select_related = ("team",)
    ordering = ("postcode_start",)


class AboutChildrenAdmin(ReadOnlyAdmin):
    """History, without that of restricted children one is not named on."""

    search_fields = ("=child_id",)
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        user: Any = request.user
        hidden = Child.objects.hidden_from(user).values("pk")
        rows = super().get_queryset(request)
        return rows.filter(Q(child_id__isnull=True) | ~Q(child_id__in=hidden))


@admin.register(Act)
class ActAdmin(AboutChildrenAdmin):
    """What was done."""

    list_display = ("at", "by_name", "sentence", "child_id")


@admin.register(Look)
class LookAdmin(AboutChildrenAdmin):
    """Who opened what about a child."""

    list_display = ("at", "by_name", "kind", "child_id", "address")
    list_filter = ("kind",)
    search_fields = ("=child_id", "=by_id")  # type: ignore[assignment]
    exclude = ("ids",)
