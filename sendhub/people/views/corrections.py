"""Pages that mend an address or a setting that was written down wrong."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.people import actions
from sendhub.people.forms import PLACE, AddressCorrectForm, AttendanceCorrectForm
from sendhub.people.models import Address, Attendance
from sendhub.people.views.heads import about, home_shown, loaded

HOME = ("lines", "town", "postcode", "starts_on")


@requires(Permission.CHILD_EDIT)
def address_correct(request: Request, child_id: int, address_id: int) -> HttpResponse:
    """Mend an address of the child, or of an adult around them."""
    child = loaded(request, child_id)
    seen = Address.objects.visible_to(request.user).around_child(child)
    address = get_object_or_404(seen, pk=address_id)
    known = {name: getattr(address, name) for name in HOME}
    form = AddressCorrectForm(request, record=address, initial=known)
    subject = {"address": address, "child": child, "by": request.user}
    if form.performs(actions.address_correct, **subject):
        messages.success(request, "The address is corrected.")
        return redirect("people:child-contacts", child.pk)
    context = about(child, form, "Correct this address")
    return render(request, "people/address_correct.html", context)


@requires(Permission.CHILD_EDIT)
def attendance_correct(request: Request, attendance_id: int) -> HttpResponse:
    """Mend which setting it was, or the first day there."""
    seen = Attendance.objects.visible_to(request.user).select_related("setting")
    attendance = get_object_or_404(seen, pk=attendance_id)
    child = loaded(request, attendance.child_id)
    known = model_to_dict(attendance, ["setting", "starts_on", *PLACE])
    home = home_shown(child, request.user)
    form = AttendanceCorrectForm(request, record=attendance, home=home, initial=known)
    subject = {"attendance": attendance, "by": request.user}
    if form.performs(actions.attendance_correct, **subject):
        messages.success(request, "The setting is corrected.")
        return redirect(child)
    context = about(child, form, "Correct this setting")
    return render(request, "people/attendance_correct.html", context)
