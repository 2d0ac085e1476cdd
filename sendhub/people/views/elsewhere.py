"""A child's numbers in systems of others."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.people import actions
from sendhub.people.forms import NumberAddForm, NumberRemoveForm
from sendhub.people.models import ExternalNumber
from sendhub.people.views.heads import about, loaded


@requires(Permission.CHILD_EDIT)
def number_add(request: Request, child_id: int) -> HttpResponse:
    """Record a child's number in another system."""
    child = loaded(request, child_id)
    form = NumberAddForm(request)
    if form.performs(actions.number_add, child=child, by=request.user):
        messages.success(request, "The number is saved.")
        return redirect(child)
    context = about(child, form, "Add a number of another system")
    return render(request, "people/number_add.html", context)


@requires(Permission.CHILD_EDIT)
def number_remove(request: Request, child_id: int, number_id: int) -> HttpResponse:
    """Take away a number that is wrong or no longer used."""
    child = loaded(request, child_id)
    number = ExternalNumber.objects.filter(child=child, pk=number_id).first()
    if number is None and request.method != "POST":
        raise Http404
    form = NumberRemoveForm(request)
    subject = {"child": child, "number_id": number_id, "by": request.user}
    if form.performs(actions.number_remove, **subject):
        messages.success(request, "The number is removed.")
        return redirect(child)
    context = about(child, form, "Remove a number", number=number)
    return render(request, "people/number_remove.html", context)
