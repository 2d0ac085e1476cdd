"""Pages of the end of a place: the talk, its plan, where the child is later."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.forms.ends import (
    DestinationRecordForm,
    DestinationWithdrawForm,
    StepAddForm,
    StepDoForm,
    StepDropForm,
    TalkArrangeForm,
    TalkHoldForm,
    TalkWithdrawForm,
)
from sendhub.nurture_hubs.models import (
    Destination,
    Hub,
    HubPlace,
    Talk,
    TransitionStep,
)
from sendhub.nurture_hubs.rules import ends
from sendhub.nurture_hubs.views.heads import open_place


@requires(Permission.TALK_ARRANGE)
def talk_arrange(request: Request, place_id: int) -> HttpResponse:
    """Arrange the talk about what follows a place, or move it."""
    place = open_place(request, place_id)
    talk = _talk(place)
    known = {"planned_for": talk.planned_for} if talk else {}
    form = TalkArrangeForm(request, record=place, initial=known)
    if form.performs(actions.talk_arrange, place=place, by=request.user):
        messages.success(request, "The talk is arranged. Now invite everybody.")
        return redirect(place)
    title = "Move the talk" if talk else "Arrange the talk about what follows"
    context = {**_context(place, form, title), "talk": talk}
    return render(request, "nurture_hubs/talk_arrange.html", context)


@requires(Permission.TALK_HOLD)
def talk_hold(request: Request, place_id: int) -> HttpResponse:
    """Record the talk: who took part, what follows."""
    place = open_place(request, place_id)
    talk = _talk(place)
    known = {}
    if talk and talk.planned_for <= clock.today():
        known = {"held_on": talk.planned_for}
    form = TalkHoldForm(request, place=place, record=place, initial=known)
    if form.performs(actions.talk_hold, place=place, by=request.user):
        messages.success(request, "The talk is recorded. Now add the steps.")
        return redirect(place)
    context = _context(place, form, "Record the talk about what follows")
    return render(request, "nurture_hubs/talk_hold.html", context)


@requires(Permission.TALK_WITHDRAW)
def talk_withdraw(request: Request, talk_id: int) -> HttpResponse:
    """Take back a talk that was entered in error."""
    talk = _talk_itself(request, talk_id)
    form = TalkWithdrawForm(request, record=talk)
    if form.performs(actions.talk_withdraw, talk=talk, by=request.user):
        messages.success(request, "Taken back. The talk can be arranged anew.")
        return redirect(talk.place)
    context = _context(talk.place, form, "The talk was entered in error")
    context |= {"talk": talk, "steps": TransitionStep.objects.meant().of_talk(talk)}
    return render(request, "nurture_hubs/talk_withdraw.html", context)


@requires(Permission.STEP_ADD)
def step_add(request: Request, talk_id: int) -> HttpResponse:
    """Add a step to the plan that the talk made."""
    talk = _talk_itself(request, talk_id)
    form = StepAddForm(request)
    if form.performs(actions.step_add, talk=talk, by=request.user):
        messages.success(request, "The step is added.")
        return redirect(talk.place)
    steps = TransitionStep.objects.meant().of_talk(talk).by_day()
    context = _context(talk.place, form, "Add a step of the plan")
    context |= {"talk": talk, "steps": steps}
    return render(request, "nurture_hubs/step_add.html", context)


@requires(Permission.STEP_DO)
def step_do(request: Request, step_id: int) -> HttpResponse:
    """Say that a step was taken."""
    step = _step(request, step_id)
    form = StepDoForm(request, record=step)
    if form.performs(actions.step_do, step=step, by=request.user):
        messages.success(request, "Done.")
        return redirect(step.talk.place)
    context = {**_context(step.talk.place, form, "A step is done"), "step": step}
    return render(request, "nurture_hubs/step_do.html", context)


@requires(Permission.STEP_DROP)
def step_drop(request: Request, step_id: int) -> HttpResponse:
    """Say that a step is not needed any more."""
    step = _step(request, step_id)
    form = StepDropForm(request, record=step)
    if form.performs(actions.step_drop, step=step, by=request.user):
        messages.success(request, "The step is dropped.")
        return redirect(step.talk.place)
    context = {**_context(step.talk.place, form, "Drop a step"), "step": step}
    return render(request, "nurture_hubs/step_drop.html", context)


@requires(Permission.DESTINATION_RECORD)
def destination_record(request: Request, place_id: int) -> HttpResponse:
    """Record where a child is after a place."""
    place = open_place(request, place_id)
    form = DestinationRecordForm(request, place=place, talk=_talk(place))
    if form.performs(actions.destination_record, place=place, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(place)
    told = place.destinations.all()
    points = [
        (one, ends.asked_from(one, place.ends_on))
        for one in ends.Point
        if one not in {other.point for other in told}
    ]
    context = _context(place, form, "Where the child is")
    context |= {"points": points, "told": told}
    return render(request, "nurture_hubs/destination_record.html", context)


@requires(Permission.DESTINATION_WITHDRAW)
def destination_withdraw(request: Request, destination_id: int) -> HttpResponse:
    """Take back where a child was said to be."""
    seen = Destination.objects.standing().visible_to(request.user).for_page()
    found = seen.with_badges(on=clock.today())
    destination = get_object_or_404(found, pk=destination_id)
    place = destination.place
    note_case_look(request, place.referral.case)
    form = DestinationWithdrawForm(request, record=destination)
    if form.performs(
        actions.destination_withdraw, destination=destination, by=request.user
    ):
        messages.success(request, "Taken back. It is asked for again.")
        return redirect(place)
    context = _context(place, form, "This was entered in error")
    context["destination"] = destination
    return render(request, "nurture_hubs/destination_withdraw.html", context)


def _talk(place: HubPlace) -> Talk | None:
    return next(iter(place.talks.all()), None)


def _talk_itself(request: Request, talk_id: int) -> Talk:
    """Open a talk that stands, in sight of this person."""
    seen = Talk.objects.standing().visible_to(request.user).for_page()
    talk = get_object_or_404(seen.with_badges(on=clock.today()), pk=talk_id)
    note_case_look(request, talk.place.referral.case)
    return talk


def _step(request: Request, step_id: int) -> TransitionStep:
    """Open a step after a place in a hub that this person sees."""
    hubs = Hub.objects.visible_to(request.user, on=clock.today())
    seen = TransitionStep.objects.meant().visible_to(request.user).in_hubs(hubs)
    found = seen.for_page().with_badges(on=clock.today())
    step = get_object_or_404(found, pk=step_id)
    note_case_look(request, step.talk.place.referral.case)
    return step


def _context(place: HubPlace, form: PageForm, title: str) -> dict[str, Any]:
    """What the page of an act shows."""
    return {
        **about_case(place.referral.case, title),
        "child": place.child,
        "form": form,
        "place": place,
    }
