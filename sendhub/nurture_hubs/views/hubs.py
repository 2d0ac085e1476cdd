"""Pages of the hubs: who runs them, their places, who sees them, what they have."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs import actions, hubpage
from sendhub.nurture_hubs.forms.hubs import (
    BudgetSetForm,
    CapacitySetForm,
    HostAddForm,
    HostEndForm,
    HubChangeForm,
    HubCloseForm,
    HubOpenForm,
    MemberAddForm,
    MemberEndForm,
    PauseEndForm,
    PauseSetForm,
)
from sendhub.nurture_hubs.models import Hub, HubHost, HubMember, HubPause
from sendhub.statutory.words import date_words


@requires(Permission.HUB_VIEW)
@require_safe
def hub_list(request: Request) -> HttpResponse:
    """List the hubs: who runs them, how full they are, whether they are open."""
    today = clock.today()
    hubs = Hub.objects.visible_to(request.user, on=today).with_numbers(on=today)
    listed = hubs.in_order().prefetch_related("hosts__setting")
    context = {
        "rows": hubpage.rows_of(listed, on=today),
        "may_open": request.user.may(Permission.HUB_OPEN),
        "sees_money": request.user.may(Permission.HUB_EVALUATE),
        "may_set_budget": request.user.may(Permission.BUDGET_SET),
        "budgets": hubpage.budgets_of(None),
    }
    return render(request, "nurture_hubs/hub_list.html", context)


@requires(Permission.HUB_VIEW)
@require_safe
def hub_page(request: Request, hub_id: int) -> HttpResponse:
    """Show a hub: its places, who runs it, who is there and who comes."""
    hub = _open(request, hub_id)
    context = {
        **hubpage.page_of_hub(hub, request.user, on=clock.today()),
        "title": hub.name,
        "breadcrumbs": [*_crumbs(), {"title": hub.name}],
    }
    return render(request, "nurture_hubs/hub_page.html", context)


@requires(Permission.HUB_OPEN)
def hub_open(request: Request) -> HttpResponse:
    """Open a hub."""
    form = HubOpenForm(request)
    if form.performs(actions.hub_open, by=request.user):
        messages.success(request, "The hub is there.")
        return redirect(form.result)
    title = "Open a hub"
    context = {
        "form": form,
        "title": title,
        "breadcrumbs": [*_crumbs(), {"title": title}],
    }
    return render(request, "nurture_hubs/hub_open.html", context)


@requires(Permission.HUB_CHANGE)
def hub_change(request: Request, hub_id: int) -> HttpResponse:
    """Change what is kept of a hub."""
    hub = _open(request, hub_id)
    names = HubChangeForm.base_fields.keys() - {"once", "seen"}
    form = HubChangeForm(
        request, record=hub, initial={name: getattr(hub, name) for name in names}
    )
    if form.performs(actions.hub_change, hub=hub, by=request.user):
        messages.success(request, "Changed.")
        return redirect(hub)
    context = _context(hub, form, "Change what is kept of the hub")
    return render(request, "nurture_hubs/hub_change.html", context)


@requires(Permission.HUB_CLOSE)
def hub_close(request: Request, hub_id: int) -> HttpResponse:
    """Set the last day of a hub."""
    hub = _open(request, hub_id)
    form = HubCloseForm(request, record=hub)
    if form.performs(actions.hub_close, hub=hub, by=request.user):
        messages.success(request, "Saved.")
        return redirect(hub)
    context = _context(hub, form, "Set the last day of the hub")
    context["waits"] = hubpage.waits_only(hub, request.user)
    return render(request, "nurture_hubs/hub_close.html", context)


@requires(Permission.HOST_ADD)
def host_add(request: Request, hub_id: int) -> HttpResponse:
    """Add a school that runs a hub."""
    hub = _open(request, hub_id)
    form = HostAddForm(request)
    if form.performs(actions.host_add, hub=hub, by=request.user):
        messages.success(request, f"{form.result.setting} was added.")
        return redirect(hub)
    context = _context(hub, form, "Add a school that runs the hub")
    return render(request, "nurture_hubs/host_add.html", context)


@requires(Permission.HOST_END)
def host_end(request: Request, host_id: int) -> HttpResponse:
    """Say on which day a school stops to run a hub."""
    host = get_object_or_404(HubHost.objects.select_related("setting"), pk=host_id)
    hub = _open(request, host.hub_id)
    form = HostEndForm(request, record=host)
    if form.performs(actions.host_end, host=host, by=request.user):
        messages.success(request, f"The last day of {host.setting} is recorded.")
        return redirect(hub)
    context = _context(hub, form, "Say when a school stops to run the hub")
    return render(request, "nurture_hubs/host_end.html", {**context, "host": host})


@requires(Permission.CAPACITY_SET)
def capacity_set(request: Request, hub_id: int) -> HttpResponse:
    """Set how many places a hub has."""
    hub = _open(request, hub_id)
    form = CapacitySetForm(request)
    if form.performs(actions.capacity_set, hub=hub, by=request.user):
        messages.success(request, "The number of places is set.")
        return redirect(hub)
    context = _context(hub, form, "Set the number of places")
    context["capacities"] = hub.capacities.order_by("from_on")
    return render(request, "nurture_hubs/capacity_set.html", context)


@requires(Permission.PAUSE_SET)
def pause_set(request: Request, hub_id: int) -> HttpResponse:
    """Pause a hub: nobody new starts."""
    hub = _open(request, hub_id)
    form = PauseSetForm(request)
    if form.performs(actions.pause_set, hub=hub, by=request.user):
        begins = form.result.starts_on
        pauses = "is paused" if begins <= clock.today() else "pauses then"
        messages.success(
            request, f"Nobody new starts from {date_words(begins)}: the hub {pauses}."
        )
        return redirect(hub)
    context = _context(hub, form, "Pause the hub")
    return render(request, "nurture_hubs/pause_set.html", context)


@requires(Permission.PAUSE_END)
def pause_end(request: Request, pause_id: int) -> HttpResponse:
    """End a pause, or call it off."""
    pause = get_object_or_404(HubPause, pk=pause_id)
    hub = _open(request, pause.hub_id)
    form = PauseEndForm(request, record=pause)
    if form.performs(actions.pause_end, pause=pause, by=request.user):
        messages.success(request, "Children may start again.")
        return redirect(hub)
    context = _context(hub, form, "End the pause")
    return render(request, "nurture_hubs/pause_end.html", {**context, "pause": pause})


@requires(Permission.MEMBER_ADD)
def member_add(request: Request, hub_id: int) -> HttpResponse:
    """Let somebody of a hub school see their hub."""
    hub = _open(request, hub_id)
    form = MemberAddForm(request)
    if form.performs(actions.member_add, hub=hub, by=request.user):
        messages.success(request, f"{form.result.user} sees the hub.")
        return redirect(hub)
    context = _context(hub, form, "Let somebody of the hub school see it")
    return render(request, "nurture_hubs/member_add.html", context)


@requires(Permission.MEMBER_END)
def member_end(request: Request, member_id: int) -> HttpResponse:
    """End somebody's sight of a hub."""
    member = get_object_or_404(HubMember.objects.select_related("user"), pk=member_id)
    hub = _open(request, member.hub_id)
    form = MemberEndForm(request, record=member)
    if form.performs(actions.member_end, member=member, by=request.user):
        messages.success(request, f"{member.user} does not see the hub any more.")
        return redirect(hub)
    context = _context(hub, form, "End somebody’s sight of the hub")
    context["member"] = member
    return render(request, "nurture_hubs/member_end.html", context)


@requires(Permission.BUDGET_SET)
def budget_set(request: Request) -> HttpResponse:
    """Set the budget of a hub, or of all of them."""
    today = clock.today()
    this_year = today.year if today.month >= 4 else today.year - 1
    known = {"hub": request.GET.get("hub"), "year": this_year}
    form = BudgetSetForm(request, initial=known)
    if form.performs(actions.budget_set, by=request.user):
        messages.success(request, "The budget is set.")
        hub = form.result.hub if form.result else None
        return redirect(hub or "nurture_hubs:hub-list")
    title = "Set a budget"
    context = {
        "form": form,
        "title": title,
        "breadcrumbs": [*_crumbs(), {"title": title}],
    }
    return render(request, "nurture_hubs/budget_set.html", context)


def _open(request: Request, hub_id: int) -> Any:
    """A hub in sight of this person, with its numbers of today; 404 for any other."""
    today = clock.today()
    found = Hub.objects.visible_to(request.user, on=today).with_numbers(on=today)
    return get_object_or_404(found.prefetch_related("hosts__setting"), pk=hub_id)


def _crumbs() -> list[dict[str, str]]:
    return [{"title": "Hubs", "url": reverse("nurture_hubs:hub-list")}]


def _context(hub: Hub, form: PageForm, title: str) -> dict[str, Any]:
    """What the page of an act on a hub shows."""
    return {
        "hub": hub,
        "form": form,
        "title": title,
        "breadcrumbs": [
            *_crumbs(),
            {"title": hub.name, "url": hub.get_absolute_url()},
            {"title": title},
        ],
    }
