"""What every part of Django admin shares: who comes in, and what may be seen only."""

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.db import DataError, models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache

COUNTED = 1000
# Django admin reads filters and keys out of the address as they come.
UNREADABLE = (DataError, OverflowError, ValueError)


class Site(admin.AdminSite):
    """Django admin behind our own sign-in, with our own models only."""

    site_title = site_header = "SENDhub administration"
    index_title = "Users, settings, reference data and history"
    site_url = "/"
    enable_nav_sidebar = False

    def register(
        self,
        model_or_iterable: type[models.Model] | Iterable[type[models.Model]],
        admin_class: Any = None,
        **options: Any,
    ) -> None:
        """Leave out the tables of libraries: their admin pages go round our history."""
        asked = model_or_iterable
        wanted = [asked] if isinstance(asked, models.base.ModelBase) else [*asked]
        ours = [m for m in wanted if m.__module__.startswith("sendhub.")]
        super().register(ours, admin_class, **options)

    @method_decorator(never_cache)
    @login_not_required
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send people to our sign-in; somebody without a role for this is refused."""
        if not request.user.is_authenticated:
            back = request.GET.get("next") or reverse("admin:index")
            return redirect_to_login(back, settings.LOGIN_URL)
        if not self.has_permission(request):
            raise PermissionDenied("No role of yours includes Django admin.")
        return redirect("admin:index")

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Answer an address that nothing could be looked up by with 400, not 500."""

        @wraps(view)
        def careful(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                answer = view(request, *args, **kwargs)
                draw = getattr(answer, "render", None)
                return draw() if draw else answer
            except UNREADABLE as error:
                if request.method != "GET":
                    raise
                raise BadRequest("No such address.") from error

        return super().admin_view(careful, cacheable)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Send people to the one page that changes passwords."""
        return redirect("account_change_password")


class FirstThousand(Paginator):
    """Pages that never count a whole table."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return rows.order_by()[:COUNTED].count()


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows to look at; whether one may look is asked of the roles."""

    actions = None
    ordering = ("-pk",)
    paginator = FirstThousand
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
