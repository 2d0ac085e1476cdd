"""Children (to read only), localities, and the history about children."""

from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
)
from django.http import HttpRequest

from sendhub.accounts.admin import RecordedAdmin
from sendhub.accounts.permissions import Permission
from sendhub.audit.admin import CaseRecordAdmin
from sendhub.audit.models import Act, Look
from sendhub.core.admin import ReadOnlyAdmin
from sendhub.people import casefile
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

    list_display = ("__str__", "postcode_start", "ward", "team")
    list_select_related = ("team",)
    ordering = ("postcode_start", "ward")


def _opens_children(request: HttpRequest) -> bool:
    user: Any = request.user
    return user.may(Permission.CHILD_VIEW)


class AboutChildrenAdmin(ReadOnlyAdmin):
    """History, without that of restricted children one is not named on."""

    search_fields = ("=child_id",)
    date_hierarchy = "at"

    def lookup_allowed(
        self, lookup: str, value: str, request: HttpRequest | None = None
    ) -> bool:
        """Only what the page offers: any other filter would spell out what it hides."""
        offered = {f"{name}__exact" for name in self.list_filter}
        return lookup in offered or lookup.startswith(f"{self.date_hierarchy}__")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        user: Any = request.user
        hidden = Child.objects.hidden_from(user).values("pk")
        rows = super().get_queryset(request)
        return rows.filter(Q(child_id__isnull=True) | ~Q(child_id__in=hidden))


@admin.register(Act)
class ActAdmin(AboutChildrenAdmin):
    """What was done; in words only to who may see the child it was done for.

    What was said of a paper before it was found an error is read as in the chronology.
    """

    list_display = ("at", "by_name", "act", "in_words", "child_if_seen")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        user: Any = request.user
        seen = Child.objects.visible_to(user).filter(pk=OuterRef("child_id"))
        about_nobody = Q(child_id__isnull=True, case_id__isnull=True)
        errors = Q()
        hidden = casefile.errors_hidden_from(user, OuterRef("child_id"))
        for act, papers in hidden.items():
            errors |= Q(act=act, about_id__in=papers)
        in_sight = ExpressionWrapper(
            (about_nobody | Q(Exists(seen))) & ~errors, output_field=BooleanField()
        )
        return super().get_queryset(request).annotate(in_sight=in_sight)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_view_permission(request, obj)
        return allowed and (obj is None or obj.in_sight)

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        return ["at"] if _opens_children(request) else None

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return ("=child_id",) if _opens_children(request) else ()

    @admin.display(description="sentence")
    def in_words(self, act: Any) -> str:
        return act.sentence if act.in_sight else "About a child"

    @admin.display(description="child")
    def child_if_seen(self, act: Any) -> int | None:
        return act.child_id if act.in_sight else None


@admin.register(Look)
class LookAdmin(AboutChildrenAdmin):
    """Who opened what about a child."""

    list_display = ("at", "by_name", "kind", "child_id", "address")
    list_filter = ("kind",)
    search_fields = ("=child_id", "=by_id")  # type: ignore[assignment]
    exclude = ("ids",)
