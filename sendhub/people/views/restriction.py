"""Keeping a record for named staff, and who may open it (ADM-2)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.people import actions
from sendhub.people.access import open_case_file
from sendhub.people.forms import (
    ChildRestrictForm,
    RestrictionLiftForm,
    RestrictionReviewForm,
    StaffNameForm,
    StaffUnnameForm,
)
from sendhub.people.models import Child, NamedStaff
from sendhub.people.views.heads import about, acts_open_to, head, loaded

MOST_SHOWN = 50


@requires(Permission.CHILD_RESTRICT)
def child_restrict(request: Request, child_id: int) -> HttpResponse:
    """Keep a record for named staff only."""
    child = loaded(request, child_id)
    form = ChildRestrictForm(request, record=child)
    if form.performs(actions.child_restrict, child=child, by=request.user):
        messages.success(request, "Only those named may open this record now.")
        return redirect("people:child-access", child.pk)
    context = about(child, form, "Restrict to named staff")
    return render(request, "people/child_restrict.html", context)


@requires(Permission.CHILD_RESTRICT)
def child_access(request: Request, child_id: int) -> HttpResponse:
    """Show who may open a restricted record, for good and for a time."""
    today = clock.today()
    children = Child.objects.for_page(on=today)
    child = open_case_file(request, child_id, children=children)
    now = clock.now()
    grants = child.access_grants.for_list(reader=request.user)
    context = {
        **head(child, request.user, here="child-access", on=today),
        "acts": acts_open_to(child, request.user),
        "named": NamedStaff.objects.of_child(child).for_list(),
        "running": grants.running(at=now).order_by("ends_at", "pk"),
        "former": grants.over(at=now).order_by("-starts_at", "-pk")[:MOST_SHOWN],
        "waiting": child.access_requests.waiting().for_list(),
    }
    return render(request, "people/child_access.html", context)


@requires(Permission.CHILD_RESTRICT)
def restriction_review(request: Request, child_id: int) -> HttpResponse:
    """Keep a restriction after another look at it."""
    child = loaded(request, child_id)
    known = {"reason": child.restricted_reason}
    form = RestrictionReviewForm(request, record=child, initial=known)
    if form.performs(actions.restriction_review, child=child, by=request.user):
        messages.success(request, "The restriction goes on.")
        return redirect("people:child-access", child.pk)
    context = about(child, form, "Is the restriction still needed?")
    return render(request, "people/restriction_review.html", context)


@requires(Permission.CHILD_RESTRICT)
def restriction_lift(request: Request, child_id: int) -> HttpResponse:
    """Open a restricted record to everybody again."""
    child = loaded(request, child_id)
    form = RestrictionLiftForm(request, record=child)
    if form.performs(actions.restriction_lift, child=child, by=request.user):
        messages.success(request, "The restriction is lifted.")
        return redirect(child)
    context = about(child, form, "Lift the restriction")
    return render(request, "people/restriction_lift.html", context)


@requires(Permission.CHILD_RESTRICT)
def staff_name(request: Request, child_id: int) -> HttpResponse:
    """Let one more person open a restricted record."""
    child = loaded(request, child_id)
    form = StaffNameForm(request, record=child)
    if form.performs(actions.staff_name, child=child, by=request.user):
        messages.success(request, f"{form.result.user} may open this record now.")
        return redirect("people:child-access", child.pk)
    context = about(child, form, "Name a member of staff")
    return render(request, "people/staff_name.html", context)


@requires(Permission.CHILD_RESTRICT)
def staff_unname(request: Request, named_id: int) -> HttpResponse:
    """Take somebody off a restricted record."""
    seen = NamedStaff.objects.visible_to(request.user).select_related("user")
    named = get_object_or_404(seen, pk=named_id)
    child = loaded(request, named.child_id)
    form = StaffUnnameForm(request)
    if form.performs(actions.staff_unname, named=named, by=request.user):
        messages.success(request, f"{named.user} can no longer open this record.")
        if named.user_id == request.user.pk:
            return redirect("people:restricted-list")
        return redirect("people:child-access", child.pk)
    context = about(child, form, f"Take {named.user} off the record")
    return render(request, "people/staff_unname.html", context)
