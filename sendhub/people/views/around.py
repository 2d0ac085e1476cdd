"""Acts on who is around a child, where they live and where they are taught."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.people import actions
from sendhub.people.forms import (
    AddressForm,
    AdultEditForm,
    AttendanceStartForm,
    ContactAddForm,
    ContactEditForm,
    EndForm,
    InvolvementStartForm,
    ProfessionalEditForm,
    WithholdingLiftForm,
    WithholdingSetForm,
)
from sendhub.people.models import (
    Attendance,
    Child,
    Contact,
    Involvement,
    Withholding,
)
from sendhub.people.views.heads import about, home_shown, loaded


def _contact(request: Request, contact_id: int) -> Contact:
    seen = Contact.objects.visible_to(request.user).select_related("adult")
    return get_object_or_404(seen, pk=contact_id)


MOST_OTHERS = 20


def _now(places: Any) -> Any:
    """What holds now, or starts last."""
    return places.not_over(on=clock.today()).latest_first().first()


@requires(Permission.CHILD_EDIT)
def address_change(request: Request, child_id: int) -> HttpResponse:
    """Write where the child lives from a day on."""
    child = loaded(request, child_id)
    home = _now(child.addresses)
    form = AddressForm(request, record=home)
    if form.performs(actions.address_change, child=child, by=request.user):
        messages.success(request, _address_saved(child))
        return redirect("people:child-contacts", child.pk)
    context = about(child, form, "Record a new address", home=home)
    return render(request, "people/address_change.html", context)


def _address_saved(child: Child) -> str:
    team = Child.objects.select_related("team").get(pk=child.pk).team
    if team:
        return f"The address is saved. The locality team is {team}."
    return "The address is saved. It lies in no locality team’s area."


@requires(Permission.CHILD_EDIT)
def adult_address_change(request: Request, contact_id: int) -> HttpResponse:
    """Write where a contact lives, where that is not with the child."""
    contact = _contact(request, contact_id)
    child = loaded(request, contact.child_id)
    home = _now(contact.adult.addresses)
    form = AddressForm(request, record=home)
    subject = {"adult": contact.adult, "child": child, "by": request.user}
    if form.performs(actions.adult_address_change, **subject):
        messages.success(request, "The address is saved.")
        return redirect("people:child-contacts", child.pk)
    title = f"New address of {contact.adult}"
    context = about(child, form, title, home=home, contact=contact)
    return render(request, "people/adult_address_change.html", context)


@requires(Permission.CHILD_EDIT)
def attendance_start(request: Request, child_id: int) -> HttpResponse:
    """Write where the child is taught from a day on."""
    child = loaded(request, child_id)
    now = _now(child.attendances.select_related("setting"))
    form = AttendanceStartForm(
        request, record=now, home=home_shown(child, request.user)
    )
    if form.performs(actions.attendance_start, child=child, by=request.user):
        messages.success(request, "The setting is saved.")
        return redirect(child)
    context = about(child, form, "Change the setting", period=now)
    return render(request, "people/attendance_start.html", context)


@requires(Permission.CHILD_EDIT)
def attendance_end(request: Request, attendance_id: int) -> HttpResponse:
    """Write the last day at a setting."""
    seen = Attendance.objects.visible_to(request.user).select_related("setting")
    attendance = get_object_or_404(seen, pk=attendance_id)
    child = loaded(request, attendance.child_id)
    known = {"ends_on": attendance.ends_on}
    form = EndForm(request, record=attendance, initial=known)
    if form.performs(actions.attendance_end, attendance=attendance, by=request.user):
        messages.success(request, "The last day is saved.")
        return redirect(child)
    title = f"Last day at {attendance.setting}"
    context = about(child, form, title, period=attendance)
    return render(request, "people/attendance_end.html", context)


@requires(Permission.CHILD_EDIT)
def contact_add(request: Request, child_id: int) -> HttpResponse:
    """Add somebody to a child's contacts."""
    child = loaded(request, child_id)
    form = ContactAddForm(request, child=child)
    if form.performs(actions.contact_add, child=child, by=request.user):
        messages.success(request, f"{form.result.adult} is a contact now.")
        return redirect("people:child-contacts", child.pk)
    context = about(child, form, "Add a contact")
    return render(request, "people/contact_add.html", context)


@requires(Permission.CHILD_EDIT)
def contact_edit(request: Request, contact_id: int) -> HttpResponse:
    """Change who an adult is to the child."""
    contact = _contact(request, contact_id)
    child = loaded(request, contact.child_id)
    known = {n: getattr(contact, n) for n in actions.ContactDetails.__annotations__}
    form = ContactEditForm(request, record=contact, initial=known)
    if form.performs(actions.contact_edit, contact=contact, by=request.user):
        messages.success(request, "The changes are saved.")
        return redirect("people:child-contacts", child.pk)
    title = f"Change who {contact.adult} is to the child"
    context = about(child, form, title, contact=contact)
    return render(request, "people/contact_edit.html", context)


@requires(Permission.CHILD_EDIT)
def adult_edit(request: Request, contact_id: int) -> HttpResponse:
    """Change an adult's own details, for all their children."""
    contact = _contact(request, contact_id)
    child, adult = loaded(request, contact.child_id), contact.adult
    known = {n: getattr(adult, n) for n in actions.AdultDetails.__annotations__}
    form = AdultEditForm(request, record=adult, initial=known)
    if form.performs(actions.adult_edit, adult=adult, child=child, by=request.user):
        messages.success(request, "The changes are saved.")
        return redirect("people:child-contacts", child.pk)
    others = Child.objects.visible_to(request.user).filter(contacts__adult=adult)
    others = others.exclude(pk=child.pk).distinct().order_by("sort_name", "pk")
    title = f"Change {adult}’s details"
    context = about(child, form, title, contact=contact, others=others)
    return render(request, "people/adult_edit.html", context)


@requires(Permission.CHILD_EDIT)
def contact_end(request: Request, contact_id: int) -> HttpResponse:
    """Write the last day on which somebody is a contact."""
    contact = _contact(request, contact_id)
    child = loaded(request, contact.child_id)
    form = EndForm(request, record=contact, initial={"ends_on": contact.ends_on})
    if form.performs(actions.contact_end, contact=contact, by=request.user):
        messages.success(request, "The last day is saved.")
        return redirect("people:child-contacts", child.pk)
    title = f"{contact.adult} is no longer a contact"
    context = about(child, form, title, period=contact)
    return render(request, "people/contact_end.html", context)


@requires(Permission.CHILD_EDIT)
def withholding_set(request: Request, child_id: int) -> HttpResponse:
    """Keep something from one of the contacts, in everything that goes to them."""
    child = loaded(request, child_id)
    form = WithholdingSetForm(request, child=child)
    if form.performs(actions.withholding_set, child=child, by=request.user):
        messages.success(request, "It is withheld from now on.")
        return redirect("people:child-contacts", child.pk)
    contacts = child.contacts.not_over(on=clock.today())
    others = Child.objects.visible_to(request.user).sharing_contacts_with(child)
    context = about(
        child,
        form,
        "Withhold details from a contact",
        has_contacts=contacts.exists(),
        others=others[:MOST_OTHERS],
    )
    return render(request, "people/withholding_set.html", context)


@requires(Permission.CHILD_EDIT)
def withholding_lift(request: Request, withholding_id: int) -> HttpResponse:
    """Allow something withheld to be told again."""
    seen = Withholding.objects.visible_to(request.user).for_page()
    withholding = get_object_or_404(seen, pk=withholding_id)
    child = loaded(request, withholding.child_id)
    form = WithholdingLiftForm(request, record=withholding)
    subject = {"withholding": withholding, "by": request.user}
    if form.performs(actions.withholding_lift, **subject):
        messages.success(request, "It is no longer withheld.")
        return redirect("people:child-contacts", child.pk)
    context = about(child, form, "No longer withhold", withholding=withholding)
    return render(request, "people/withholding_lift.html", context)


@requires(Permission.CHILD_EDIT)
def involvement_start(request: Request, child_id: int) -> HttpResponse:
    """Record that a professional works with the child."""
    child = loaded(request, child_id)
    form = InvolvementStartForm(request)
    if form.performs(actions.involvement_start, child=child, by=request.user):
        messages.success(request, f"{form.result.professional} is involved now.")
        return redirect(child)
    context = about(child, form, "Add a professional")
    return render(request, "people/involvement_start.html", context)


@requires(Permission.CHILD_EDIT)
def professional_edit(request: Request, involvement_id: int) -> HttpResponse:
    """Put right how a professional around the child is called and reached."""
    seen = Involvement.objects.visible_to(request.user).select_related("professional")
    involvement = get_object_or_404(seen, pk=involvement_id)
    child = loaded(request, involvement.child_id)
    form = ProfessionalEditForm(request, record=involvement.professional)
    if form.performs(
        actions.professional_edit, involvement=involvement, by=request.user
    ):
        messages.success(request, "The details are saved.")
        return redirect(child)
    context = about(child, form, f"Details of {involvement.professional}")
    return render(request, "people/professional_edit.html", context)


@requires(Permission.CHILD_EDIT)
def involvement_end(request: Request, involvement_id: int) -> HttpResponse:
    """Write the last day of a professional's work with the child."""
    seen = Involvement.objects.visible_to(request.user).select_related("professional")
    involvement = get_object_or_404(seen, pk=involvement_id)
    child = loaded(request, involvement.child_id)
    known = {"ends_on": involvement.ends_on}
    form = EndForm(request, record=involvement, initial=known)
    if form.performs(actions.involvement_end, involvement=involvement, by=request.user):
        messages.success(request, "The last day is saved.")
        return redirect(child)
    title = f"{involvement.professional} is no longer involved"
    context = about(child, form, title, period=involvement)
    return render(request, "people/involvement_end.html", context)
