"""Pages on which a limit is excused."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Deadline, Document
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.ehcps import actions
from sendhub.ehcps.forms import ExemptionRecordForm, ExemptionWithdrawForm
from sendhub.ehcps.models import Exemption
from sendhub.ehcps.rules import excusable


@requires(Permission.EXEMPTION_RECORD)
def exemption_record(request: Request, deadline_id: int) -> HttpResponse:
    """Record why the law excuses a limit."""
    deadline = _deadline(request, deadline_id)
    note_case_look(request, deadline.case)
    documents = Document.objects.visible_to(request.user).standing()
    documents = documents.filter(case=deadline.case_id).latest_first()
    form = ExemptionRecordForm(request, record=deadline, documents=documents)
    if form.performs(actions.exemption_record, deadline=deadline, by=request.user):
        messages.success(request, "Exemption recorded. The date stays as it is.")
        return redirect(deadline.case)
    context = {
        **about_case(deadline.case, "Record an exemption"),
        "form": form,
        "deadline": deadline,
        "there": deadline.exemptions.standing(),
    }
    return render(request, "ehcps/exemption_record.html", context)


@requires(Permission.EXEMPTION_WITHDRAW)
def exemption_withdraw(request: Request, exemption_id: int) -> HttpResponse:
    """Take back an exemption that should not have been recorded."""
    seen = Exemption.objects.visible_to(request.user).for_page()
    exemption = get_object_or_404(seen.with_badges(on=clock.today()), pk=exemption_id)
    deadline = exemption.deadline
    note_case_look(request, deadline.case)
    form = ExemptionWithdrawForm(request, record=exemption)
    if form.performs(actions.exemption_withdraw, exemption=exemption, by=request.user):
        messages.success(request, "The exemption is taken back.")
        return redirect(deadline.case)
    context = {
        **about_case(deadline.case, "Take back an exemption"),
        "form": form,
        "exemption": exemption,
        "deadline": deadline,
    }
    return render(request, "ehcps/exemption_withdraw.html", context)


def _deadline(request: Request, deadline_id: int) -> Deadline:
    seen = Deadline.objects.visible_to(request.user).with_badges(on=clock.today())
    found = seen.select_related("child__team", "case__officer", "case__team")
    deadline = get_object_or_404(found, pk=deadline_id)
    if not excusable(deadline.rule):
        raise Http404("The law knows no reason that excuses this limit.")
    deadline.case.child = deadline.child
    return deadline
