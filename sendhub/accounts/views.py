"""Pages about the people who sign in, and about the filters that they keep."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts import actions
from sendhub.accounts.access import Request, requires
from sendhub.accounts.models import Notice, SavedFilter
from sendhub.accounts.page_forms import DigestChooseForm, FilterDropForm, FilterSaveForm
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import ROLES, Role
from sendhub.core.access import signed_in
from sendhub.core.narrowing import NarrowedList, list_at


@requires(Permission.ROLE_VIEW)
def role_list(request: Request) -> HttpResponse:
    """Say what each role is for and what it may do."""
    return render(
        request,
        "accounts/role_list.html",
        {"roles": [(role, _sentences(role)) for role in ROLES.values()]},
    )


@requires(Permission.FILTER_SAVE)
def filter_save(request: Request) -> HttpResponse:
    """Keep the filters of a list under a name; the address says which and what."""
    listed = list_at(request.GET.get("_list", ""))
    if listed is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    _refuse_closed(request, listed)
    query = listed.kept(request.GET)
    back = _address(listed, query)
    form = FilterSaveForm(request)
    subject = {"listed": listed, "query": query, "by": request.user}
    if form.performs(actions.filter_save, **subject):
        messages.success(request, "Filter saved. It stands above the list.")
        return redirect(back)
    context = {"listed": listed, "back": back, "form": form}
    return render(request, "accounts/filter_save.html", context)


@requires(Permission.FILTER_SAVE)
@require_safe
def filter_open(request: Request, filter_id: int) -> HttpResponse:
    """Show a list as somebody kept it; what no longer fits is said, and left out."""
    open_to = SavedFilter.objects.open_to(request.user)
    kept = get_object_or_404(open_to, pk=filter_id)
    listed = list_at(kept.page)
    if listed is None:
        messages.warning(request, f"The list of “{kept}” is no longer there.")
        return redirect(settings.LOGIN_REDIRECT_URL)
    _refuse_closed(request, listed)
    if listed.unknown(kept.query):
        messages.warning(
            request,
            f"The filter “{kept}” no longer fits this list and was left out. Choose "
            "the filters again and save them under a new name.",
        )
        return redirect(listed.url_name)
    return redirect(_address(listed, kept.query))


@requires(Permission.FILTER_DROP)
def filter_drop(request: Request, filter_id: int) -> HttpResponse:
    """Delete one's own filter."""
    kept = SavedFilter.objects.owned_by(request.user).filter(pk=filter_id).first()
    if kept is None and request.method != "POST":
        raise Http404
    listed = list_at(kept.page) if kept else None
    back = reverse(listed.url_name) if listed else settings.LOGIN_REDIRECT_URL
    form = FilterDropForm(request)
    if form.performs(actions.filter_drop, filter_id=filter_id, by=request.user):
        messages.success(request, "The filter is deleted.")
        return redirect(back)
    context = {"kept": kept, "back": back, "form": form}
    return render(request, "accounts/filter_drop.html", context)


@requires(Permission.DIGEST_CHOOSE)
def digest_choose(request: Request) -> HttpResponse:
    """Have the weekly digest by e-mail, or no longer."""
    person = request.user
    form = DigestChooseForm(request)
    if form.performs(actions.digest_choose, person=person, by=person):
        messages.success(request, "Saved.")
        return redirect("accounts:digest-choose")
    context = {"form": form, "team": person.team}
    return render(request, "accounts/digest_choose.html", context)


@signed_in
def notice_dismiss(request: Request, notice_id: int) -> HttpResponse:
    """Take a notice from one's first page; opening the address alone does nothing."""
    if request.method == "POST":
        notice = get_object_or_404(Notice, pk=notice_id)
        actions.notice_dismiss(notice=notice, by=request.user)
    return redirect(settings.LOGIN_REDIRECT_URL)


def _refuse_closed(request: Request, listed: NarrowedList) -> None:
    """A filter opens no list that its reader may not open."""
    if not request.user.may(listed.permission):
        raise PermissionDenied("No role of yours includes this list.")


def _address(listed: NarrowedList, query: str) -> str:
    return f"{reverse(listed.url_name)}?{query}"


def _sentences(role: Role) -> list[str]:
    return [permission.label for permission in Permission if permission in role.may]
