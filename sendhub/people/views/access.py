"""Coming to a restricted record for a time, and who reviews that (ADM-2)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Act, Look
from sendhub.background.exports import asks_for_file, export
from sendhub.core import clock
from sendhub.core.lists import Sort, list_page
from sendhub.core.models import Partnership
from sendhub.people import actions
from sendhub.people.access import restricted_child, restricted_key
from sendhub.people.exports import glass_columns
from sendhub.people.filters import GlassFilter
from sendhub.people.forms import (
    AccessAskForm,
    AccessDecideForm,
    AccessGiveBackForm,
    AccessRevokeForm,
    GlassBreakForm,
    GlassReviewForm,
)
from sendhub.people.models import AccessGrant, AccessRequest, Child
from sendhub.people.views.heads import about, loaded

MOST_SHOWN = 100
MOST_OWN = 10
LATEST = {"start": Sort("When", ("starts_at", "id"), backwards=True)}


def asking(request: Request, child_id: int | None) -> dict[str, str]:
    """Where this person can ask for a restricted record, or break the glass."""
    if child_id is None:
        return {}
    ways = (
        ("ask", "access-ask", Permission.ACCESS_ASK),
        ("glass", "glass-break", Permission.GLASS_BREAK),
    )
    key = restricted_key(child_id)
    return {
        way: reverse(f"people:{name}", args=[key])
        for way, name, needed in ways
        if request.user.may(needed)
    }


def _crumbs(title: str) -> list[dict[str, str]]:
    """The way to a page that is not about one child in sight."""
    up = {"title": "Restricted records", "url": reverse("people:restricted-list")}
    return [up, {"title": title}]


def _in_sight(request: Request, child: Child) -> bool:
    return Child.objects.visible_to(request.user).filter(pk=child.pk).exists()


def _child_if_seen(request: Request, grant: AccessGrant) -> Child | None:
    """The child a grant is about, where this person may know who it is."""
    seen = _in_sight(request, grant.child)
    return loaded(request, grant.child_id) if seen else None


@requires(Permission.ACCESS_ASK)
def access_ask(request: Request, key: str) -> HttpResponse:
    """Ask those named on a restricted record to be let in."""
    child = restricted_child(key)
    form = AccessAskForm(request)
    if form.performs(actions.access_ask, child=child, by=request.user):
        messages.success(request, "You have asked. The answer will stand on this page.")
        return redirect("people:restricted-list")
    if not form.sent and _in_sight(request, child):
        return redirect(child)
    asked = AccessRequest.objects.of_child(child).asked_by(request.user).waiting()
    context = {
        "form": form,
        "title": "Ask for a restricted record",
        "breadcrumbs": _crumbs("Ask"),
        "asked": asked.first(),
        "ways": asking(request, child.pk),
    }
    return render(request, "people/access_ask.html", context)


@requires(Permission.GLASS_BREAK)
def glass_break(request: Request, key: str) -> HttpResponse:
    """Open a restricted record in an emergency, after saying what that does."""
    child = restricted_child(key)
    form = GlassBreakForm(request)
    if form.performs(actions.glass_break, child=child, by=request.user):
        messages.warning(request, "The record is open to you. Everything is noted.")
        return redirect(child)
    if not form.sent and _in_sight(request, child):
        return redirect(child)
    hours = Partnership.objects.values_list("glass_hours", flat=True).get(pk=1)
    context = {
        "form": form,
        "title": "Break the glass",
        "breadcrumbs": _crumbs("Break the glass"),
        "hours": hours,
        "ways": asking(request, child.pk),
    }
    return render(request, "people/glass_break.html", context)


@requires(Permission.ACCESS_ASK)
def restricted_list(request: Request) -> HttpResponse:
    """Show what this person asked for, may open for now, and has to answer."""
    user = request.user
    decides = user.may(Permission.ACCESS_DECIDE)
    requests = _to_answer(request) if decides else []
    waiting = AccessRequest.objects.waiting_for(user).count() if decides else 0
    children = Child.objects.restricted().visible_to(user)
    context = {
        "decides": decides,
        "restricts": user.may(Permission.CHILD_RESTRICT),
        "reviews": user.may(Permission.GLASS_REVIEW),
        "requests": requests,
        "elsewhere": waiting - len(requests),
        "unreviewed": AccessGrant.objects.waiting_for(user).count(),
        "held": _held(request),
        "asked": AccessRequest.objects.asked_by(user).for_list()[:MOST_OWN],
        "children": children.with_badges(on=clock.today())[:MOST_SHOWN],
        "most": MOST_SHOWN,
        "today": clock.today(),
    }
    return render(request, "people/restricted_list.html", context)


def _held(request: Request) -> Any:
    """What is open to this person for a time."""
    mine = AccessGrant.objects.held_by(request.user).running(at=clock.now())
    return mine.with_badges(on=clock.today())[:MOST_SHOWN]


def _to_answer(request: Request) -> list[AccessRequest]:
    """The requests for records that this person can open, the oldest first."""
    waiting = AccessRequest.objects.waiting_for(request.user)
    seen = waiting.visible_to(request.user).with_badges(on=clock.today())
    return list(seen.select_related("asked_by")[:MOST_SHOWN])


@requires(Permission.ACCESS_DECIDE)
def access_decide(request: Request, request_id: int) -> HttpResponse:
    """Let somebody into a restricted record for a time, or not."""
    seen = AccessRequest.objects.visible_to(request.user).for_list()
    asked = get_object_or_404(seen, pk=request_id)
    child = loaded(request, asked.child_id)
    form = AccessDecideForm(request, record=asked)
    if form.performs(actions.access_decide, request=asked, by=request.user):
        messages.success(request, "Your answer is saved.")
        return redirect("people:restricted-list")
    context = about(child, form, f"{asked.asked_by} asks to open this record")
    return render(request, "people/access_decide.html", {**context, "asked": asked})


@requires(Permission.ACCESS_ASK)
def access_give_back(request: Request, grant_id: int) -> HttpResponse:
    """Give one's own access back before it ends by itself."""
    mine = AccessGrant.objects.visible_to(request.user).held_by(request.user)
    grant = get_object_or_404(mine.running(at=clock.now()), pk=grant_id)
    child = loaded(request, grant.child_id)
    form = AccessGiveBackForm(request)
    if form.performs(actions.access_give_back, grant=grant, by=request.user):
        messages.success(request, "You have given the access back.")
        return redirect("people:restricted-list")
    context = about(child, form, "Give the access back")
    return render(request, "people/access_give_back.html", {**context, "grant": grant})


@requires(Permission.GLASS_REVIEW)
def access_revoke(request: Request, grant_id: int) -> HttpResponse:
    """Take away somebody's access to a restricted record."""
    grants = AccessGrant.objects.for_list(reader=request.user)
    grant = get_object_or_404(grants.exclude(user=request.user), pk=grant_id)
    form = AccessRevokeForm(request, record=grant)
    if form.performs(actions.access_revoke, grant=grant, by=request.user):
        messages.success(request, f"{grant.user} can no longer open the record.")
        return redirect("people:restricted-list")
    context = {
        "form": form,
        "grant": grant,
        "title": f"Take away the access of {grant.user}",
        "breadcrumbs": _crumbs("Take away the access"),
        "child": _child_if_seen(request, grant),
    }
    return render(request, "people/access_revoke.html", context)


@requires(Permission.GLASS_REVIEW)
def glass_list(request: Request) -> HttpResponseBase:
    """List who broke the glass, when and why, what nobody has reviewed first."""
    uses = AccessGrant.objects.of_glass()
    found = GlassFilter(request.GET, queryset=uses)
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=LATEST,
            columns=glass_columns(),
            filename=f"break-glass-{clock.today()}",
            child="child",
        )
    listed = found.qs.for_list(reader=request.user).with_badges(on=clock.today())
    context = {
        "filter": found,
        "breadcrumbs": _crumbs("Who broke the glass"),
        "page": list_page(request, listed, sorts=LATEST),
        "now": clock.now(),
    }
    return render(request, "people/glass_list.html", context)


@requires(Permission.GLASS_REVIEW)
def glass_review(request: Request, grant_id: int) -> HttpResponse:
    """Show one breaking of the glass and what was looked at; say it was reviewed."""
    uses = AccessGrant.objects.of_glass().for_list(reader=request.user)
    grant = get_object_or_404(uses, pk=grant_id)
    form = GlassReviewForm(request, record=grant)
    if form.performs(actions.glass_review, grant=grant, by=request.user):
        messages.success(request, "Marked as reviewed.")
        return redirect("people:glass-list")
    during = {"by_id": grant.user_id, "at__gte": grant.starts_at}
    looks = Look.objects.at_child(grant.child_id).filter(**during)
    acts = Act.objects.about_child(grant.child_id).filter(**during)
    acts = acts.exclude(about_type=AccessGrant._meta.label_lower)
    context = {
        "form": form,
        "grant": grant,
        "title": f"{grant.user} broke the glass",
        "breadcrumbs": _crumbs(f"{grant.user} broke the glass"),
        "running": grant.is_running(at=clock.now()),
        "own": grant.user_id == request.user.pk,
        "child": _child_if_seen(request, grant),
        "looks": looks.filter(at__lte=grant.over_at),
        "acts": acts.filter(at__lte=grant.over_at),
    }
    return render(request, "people/glass_review.html", context)
