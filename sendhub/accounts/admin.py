"""Users, teams, the partnership's settings and codes in Django admin."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst

from sendhub.accounts import actions
from sendhub.accounts.admin_forms import NoticeForm, UserAddForm, UserEditForm
from sendhub.accounts.models import Notice, Team, User
from sendhub.accounts.roles import ROLES
from sendhub.audit.record import record
from sendhub.core.models import Code, Partnership


class RecordedAdmin(admin.ModelAdmin):
    """Reference data that may be changed here; each change is an act in the history."""

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        record("accounts.admin_add", by=request.user, **_about(obj))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        entry = super().log_change(request, obj, message)
        what = entry.get_change_message()
        record("accounts.admin_change", by=request.user, what=what, **_about(obj))
        return entry

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Model]) -> Any:
        for obj in queryset:
            record("accounts.admin_delete", by=request.user, **_about(obj))
        return super().log_deletions(request, queryset)  # type: ignore[arg-type]


def _about(obj: Model) -> dict[str, Any]:
    return {
        "about": obj if isinstance(obj.pk, int) else None,
        "kind": capfirst(str(obj._meta.verbose_name)),
        "name": str(obj),
    }


class RoleFilter(admin.SimpleListFilter):
    """Roles by the name that people know them by."""

    title = "role"
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(role.key), role.name) for role in ROLES.values()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class UserAdmin(RecordedAdmin, DjangoUserAdmin):
    """People who sign in. Somebody who leaves is no longer let in, never deleted."""

    form = UserEditForm
    add_form = UserAddForm
    fieldsets = (
        (None, {"fields": ("email", "name", "job_title", "team", "joined_on")}),
        ("Signing in", {"fields": ("is_active", "password", "last_login")}),
        ("Roles", {"fields": ("groups",)}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "name", "job_title", "team")}),
        ("Signing in", {"fields": ("password1", "password2")}),
        ("Roles", {"fields": ("groups",)}),
    )
    readonly_fields = ("last_login",)
    filter_horizontal = ()
    list_display = ("name", "email", "team", "role_names", "is_active", "last_login")
    list_filter = ("is_active", "team", RoleFilter)
    search_fields = ("name", "email")
    ordering = ("name", "pk")
    actions = ("reset_second_step",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        users = super().get_queryset(request)
        return users.select_related("team").prefetch_related("groups")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_reset_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("mfa.delete_authenticator")

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Give the roles, and write in the history which they are now."""
        super().save_related(request, form, formsets, change)
        user = User.objects.get(pk=form.instance.pk)
        actions.sign_in_address_follow(user=user)
        if "groups" in form.changed_data:
            roles = user.role_names or "none"
            record(
                "accounts.roles_set",
                by=request.user,
                about=user,
                name=str(user),
                roles=roles,
            )

    @admin.action(
        description="Reset the second step (lost phone)", permissions=["reset"]
    )
    def reset_second_step(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        by: Any = request.user
        for user in queryset:
            if actions.second_factor_reset(user=user, by=by):
                messages.success(request, f"{user} sets up a new second step.")
            else:
                messages.info(request, f"{user} has no second step.")


@admin.register(Notice)
class NoticeAdmin(RecordedAdmin):
    """Notices on the first page after signing in."""

    form = NoticeForm
    list_display = ("__str__", "starts_on", "ends_on")
    ordering = ("-starts_on", "-pk")


@admin.register(Team)
class TeamAdmin(RecordedAdmin):
    """Teams that families can reach."""

    list_display = ("name", "locality", "email", "phone")
    ordering = ("name",)


@admin.register(Partnership)
class PartnershipAdmin(RecordedAdmin):
    """The one row of the partnership's own settings."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("admin:core_partnership_change", 1)


@admin.register(Code)
class CodeAdmin(RecordedAdmin):
    """National codes; those that the department publishes come with each version."""

    list_display = ("set", "code", "meaning", "first_return", "last_return")
    list_display_links = ("code",)
    list_filter = ("set", "verified")
    search_fields = ("code", "meaning")
    ordering = ("set", "position", "code")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("id", "set", "code") if obj else ()
