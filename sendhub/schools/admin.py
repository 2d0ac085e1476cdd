"""Schools and other settings in Django admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from sendhub.accounts.admin import RecordedAdmin
from sendhub.schools.models import Setting

OURS = ("senco_name", "senco_email", "senco_phone", "local_note")
FROM_REGISTER = tuple(
    field.name
    for field in Setting._meta.concrete_fields
    if field.editable and field.name not in (*OURS, "id", "own_category")
)


@admin.register(Setting)
class SettingAdmin(RecordedAdmin):
    """Settings: what the national register says stays as it says."""

    list_display = ("name", "category", "town", "status", "urn")
    list_filter = ("category", "status")
    search_fields = ("name", "=urn")
    ordering = ("name", "pk")
    fieldsets = (
        ("Kept by us", {"fields": OURS}),
        ("From Get Information About Schools", {"fields": FROM_REGISTER}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_fieldsets(request, obj)[:: 1 if obj else -1]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return FROM_REGISTER if obj and obj.urn else ("refreshed_on",)
