"""Pages on which measures and targets are recorded."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case, load_head, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.forms.measures import (
    MeasureRecordForm,
    MeasureWithdrawForm,
    TargetAddForm,
    TargetDropForm,
    TargetRateForm,
)
from sendhub.nurture_hubs.models import HubPlace, Measure, Referral, Target
from sendhub.nurture_hubs.rules.measures import Instrument, Stage


@requires(Permission.MEASURE_RECORD)
def measure_record(request: Request, referral_id: int) -> HttpResponse:
    """Record the numbers of one instrument; its name stands in the address."""
    referral = _referral(request, referral_id)
    instrument = _instrument(request)
    there = Measure.objects.standing().filter(referral=referral)
    form = MeasureRecordForm(
        request,
        instrument=instrument,
        initial={
            "stage": _next_stage(referral, there.filter(instrument=instrument)),
            "measured_by": request.user.name,
        },
    )
    if form.performs(actions.measure_record, referral=referral, by=request.user):
        messages.success(request, f"Recorded: {form.result}.")
        return redirect(referral)
    context = {
        **_context(referral, form, "Record a measure"),
        "instrument": instrument,
        "instruments": _ways(instrument),
    }
    return render(request, "nurture_hubs/measure_record.html", context)


@requires(Permission.MEASURE_WITHDRAW)
def measure_withdraw(request: Request, measure_id: int) -> HttpResponse:
    """Say that a measure was entered in error."""
    seen = Measure.objects.visible_to(request.user).for_page()
    measure = get_object_or_404(seen, pk=measure_id)
    note_case_look(request, measure.referral.case)
    form = MeasureWithdrawForm(request, record=measure)
    if form.performs(actions.measure_withdraw, measure=measure, by=request.user):
        messages.success(request, "It counts no more. The history keeps it.")
        return redirect(measure)
    context = {
        **_context(measure.referral, form, "A measure entered in error"),
        "measure": measure,
    }
    return render(request, "nurture_hubs/measure_withdraw.html", context)


@requires(Permission.TARGET_ADD)
def target_add(request: Request, referral_id: int) -> HttpResponse:
    """Set a child's own target."""
    referral = _referral(request, referral_id)
    form = TargetAddForm(request, initial={"set_on": clock.today()})
    if form.performs(actions.target_add, referral=referral, by=request.user):
        messages.success(request, "Target set.")
        return redirect(referral)
    context = {
        **_context(referral, form, "Set a target"),
        "targets": Target.objects.followed().filter(referral=referral).in_order(),
    }
    return render(request, "nurture_hubs/target_add.html", context)


@requires(Permission.TARGET_RATE)
def target_rate(request: Request, target_id: int) -> HttpResponse:
    """Rate a target at entry, half-way and at exit."""
    target = _target(request, target_id)
    known = {
        name: getattr(target, name) for name in ("at_entry", "half_way", "at_exit")
    }
    form = TargetRateForm(request, record=target, initial=known)
    if form.performs(actions.target_rate, target=target, by=request.user):
        messages.success(request, "Ratings saved.")
        return redirect(target)
    context = {**_context(target.referral, form, "Rate a target"), "target": target}
    return render(request, "nurture_hubs/target_rate.html", context)


@requires(Permission.TARGET_DROP)
def target_drop(request: Request, target_id: int) -> HttpResponse:
    """Say that a target is not followed any more."""
    target = _target(request, target_id)
    form = TargetDropForm(request, record=target)
    if form.performs(actions.target_drop, target=target, by=request.user):
        messages.success(request, "The target is not followed any more.")
        return redirect(target)
    context = {
        **_context(target.referral, form, "Do not follow a target any more"),
        "target": target,
    }
    return render(request, "nurture_hubs/target_drop.html", context)


def _referral(request: Request, referral_id: int) -> Referral:
    """Open a referral whose child this person measures, and note that they looked."""
    seen = Referral.objects.visible_to(request.user).for_page()
    mine = seen.taught_by(request.user, on=clock.today())
    referral = get_object_or_404(mine, pk=referral_id)
    note_case_look(request, referral.case)
    return referral


def _target(request: Request, target_id: int) -> Target:
    seen = Target.objects.visible_to(request.user).for_page()
    target = get_object_or_404(seen, pk=target_id)
    _referral(request, target.referral_id)
    return target


def _instrument(request: Request) -> Instrument:
    asked = request.GET.get("instrument", "")
    return Instrument(asked) if asked in Instrument else Instrument.BOXALL


def _next_stage(referral: Referral, there: Any) -> str:
    """The stage after the latest that is recorded; "" where none is possible yet."""
    stay = HubPlace.objects.standing().stay_of(referral)
    begun = stay is not None and stay[0] <= clock.today()
    possible = Stage.values if begun else [Stage.REFERRAL]
    latest = max(there.values_list("stage", flat=True), default="")
    return next((stage for stage in possible if stage > latest), "")


def _ways(current: Instrument) -> list[dict[str, Any]]:
    """The other instruments, each a page of its own."""
    return [
        {"title": one.label, "url": f"?instrument={one}", "current": one == current}
        for one in Instrument
    ]


def _context(referral: Referral, form: PageForm, title: str) -> dict[str, Any]:
    """What the page of an act shows."""
    load_head(referral.case)
    return {**about_case(referral.case, title), "form": form, "referral": referral}
