"""The pages of the acts on places."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.days import free_for_a_year
from sendhub.nurture_hubs.forms.places import (
    PlaceAllocateForm,
    PlaceEndForm,
    PlaceMoveForm,
    PlaceWithdrawForm,
)
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral, Talk
from sendhub.nurture_hubs.rules import age_words, last_day
from sendhub.nurture_hubs.views.heads import open_place, open_referral
from sendhub.nurture_hubs.waiting import conditions, in_order
from sendhub.statutory.words import date_words


@requires(Permission.PLACE_ALLOCATE)
def place_allocate(request: Request, referral_id: int) -> HttpResponse:
    """Promise a place to a child who waits."""
    referral = open_referral(request, referral_id)
    child = referral.case.child
    stays = HubPlace.objects.standing().of_child(child).for_page().latest_first()
    form = PlaceAllocateForm(
        request,
        record=referral,
        again=bool(stays),
        initial={"hub": request.GET.get("hub")},
    )
    if form.performs(actions.place_allocate, referral=referral, by=request.user):
        messages.success(request, _said(form.result, "allocated"))
        return redirect(referral)
    context = {
        **about_case(referral.case, "Allocate a place"),
        "form": form,
        "referral": referral,
        "stays": stays,
        "going": stays.not_over(on=clock.today()),
        "may_again": request.user.may(Permission.HUB_STAY_AGAIN),
        "may_move": request.user.may(Permission.PLACE_MOVE),
        "choices": _choices(request, referral),
    }
    return render(request, "nurture_hubs/place_allocate.html", context)


@requires(Permission.PLACE_MOVE)
def place_move(request: Request, place_id: int) -> HttpResponse:
    """Move the first or the last day of a place."""
    place = open_place(request, place_id)
    form = PlaceMoveForm(request, record=place)
    if form.performs(actions.place_move, place=place, by=request.user):
        messages.success(request, _said(form.result, "moved"))
        return redirect(place)
    context = _context(place, form, "Move a place")
    return render(request, "nurture_hubs/place_move.html", context)


@requires(Permission.PLACE_END)
def place_end(request: Request, place_id: int) -> HttpResponse:
    """End a place early."""
    place = open_place(request, place_id)
    form = PlaceEndForm(request, record=place)
    if form.performs(actions.place_end, place=place, by=request.user):
        messages.success(request, _said(form.result, "ends early"))
        return redirect(place)
    context = _context(place, form, "End a place early")
    return render(request, "nurture_hubs/place_end.html", context)


@requires(Permission.PLACE_WITHDRAW)
def place_withdraw(request: Request, place_id: int) -> HttpResponse:
    """Take back a place to which the child never came."""
    place = open_place(request, place_id)
    form = PlaceWithdrawForm(request, record=place)
    if form.performs(actions.place_withdraw, place=place, by=request.user):
        messages.success(request, "The place is taken back, and its days are free.")
        return redirect(place)
    context = _context(place, form, "Take a place back")
    return render(request, "nurture_hubs/place_withdraw.html", context)


def _said(place: HubPlace, how: str) -> str:
    """What is true now, in one sentence."""
    days = f"{date_words(place.starts_on)} to {date_words(place.ends_on)}"
    return f"Place {how}: {place.hub}, {days}."


def _context(place: HubPlace, form: PageForm, title: str) -> dict[str, Any]:
    """What the page of an act on a place shows."""
    return {
        **about_case(place.referral.case, title),
        "form": form,
        "place": place,
        "latest": last_day(place.starts_on),
        "begun": place.starts_on <= clock.today(),
        "talk": Talk.objects.arranged(place).first(),
    }


def _choices(request: Request, referral: Referral) -> list[dict[str, Any]]:
    """For each hub that agreed: from when a place is free, who stands before."""
    today = clock.today()
    hubs = Hub.objects.filter(pk__in=referral.agreed_hubs()).not_closed(on=today)
    offered = list(hubs.for_board(on=today).in_order())
    free = free_for_a_year(offered, today=today)
    return [
        {
            "hub": hub,
            "free": free[hub.pk],
            "before": _before(request, referral, hub),
            "conditions": conditions(referral, hub.pk),
            "age": age_words(
                referral.case.child.born_on,
                on=max(today, hub.opens_on),
                ages=(hub.age_from, hub.age_to),
            ),
        }
        for hub in offered
    ]


def _before(request: Request, referral: Referral, hub: Hub) -> list[str]:
    """Who stands before a child in the waiting order, named where in sight."""
    waiting = in_order(hub, today=clock.today())
    places = [other.pk for other in waiting]
    before = waiting[: places.index(referral.pk)] if referral.pk in places else []
    asked = Referral.objects.filter(pk__in=[other.pk for other in before])
    seen = set(asked.visible_to(request.user).values_list("pk", flat=True))
    return [
        other.case.child.known_as if other.pk in seen else "Restricted record"
        for other in before
    ]
