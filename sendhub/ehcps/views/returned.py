"""Pages of what the return asks, and of mediation and appeals."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.ehcps import actions
from sendhub.ehcps.forms import (
    DisputeRecordForm,
    DisputeWithdrawForm,
    PlanReturnRecordForm,
)
from sendhub.ehcps.models import Dispute, PlanReturn
from sendhub.ehcps.quality import lacks_of
from sendhub.ehcps.returned import parts_of
from sendhub.ehcps.rules import ISSUED
from sendhub.ehcps.views.heads import open_plan
from sendhub.people.views.heads import home_shown


@requires(Permission.PLAN_RETURN_RECORD)
def plan_return_record(request: Request, plan_id: int) -> HttpResponse:
    """Record the flags of a plan, and the second setting it names."""
    plan = open_plan(request, plan_id)
    if plan.standing not in ISSUED:
        raise Http404("The return asks this of a plan that was issued.")
    there = PlanReturn.objects.filter(plan=plan).first()
    form = PlanReturnRecordForm(
        request,
        record=there,
        plan=plan,
        home=home_shown(plan.case.child, request.user),
        initial=_said(there) if there else {},
    )
    if form.performs(actions.plan_return_record, plan=plan, by=request.user):
        messages.success(request, "Saved for the return.")
        return redirect(plan)
    context = {
        **about_case(plan.case, "What the return asks of this plan"),
        "form": form,
        "plan": plan,
    }
    return render(request, "ehcps/plan_return_record.html", context)


@requires(Permission.DISPUTE_RECORD)
def dispute_record(request: Request, case_id: int) -> HttpResponse:
    """Record that mediation took place or an appeal was registered."""
    case = _case(request, case_id)
    form = DisputeRecordForm(request)
    if form.performs(actions.dispute_record, case=case, by=request.user):
        messages.success(request, "Recorded. The decision and its date stay.")
        return redirect(case)
    context = {
        **about_case(case, "Record mediation or an appeal"),
        "form": form,
        "there": case.disputes.standing(),
    }
    return render(request, "ehcps/dispute_record.html", context)


@requires(Permission.DISPUTE_WITHDRAW)
def dispute_withdraw(request: Request, dispute_id: int) -> HttpResponse:
    """Take back a dispute that should not have been recorded."""
    seen = Dispute.objects.visible_to(request.user).standing().for_page()
    dispute = get_object_or_404(seen.with_badges(on=clock.today()), pk=dispute_id)
    note_case_look(request, dispute.case)
    form = DisputeWithdrawForm(request, record=dispute)
    if form.performs(actions.dispute_withdraw, dispute=dispute, by=request.user):
        messages.success(request, "It is taken back.")
        return redirect(dispute.case)
    context = {
        **about_case(dispute.case, "Take back what was recorded"),
        "form": form,
        "dispute": dispute,
    }
    return render(request, "ehcps/dispute_withdraw.html", context)


@requires(Permission.EHC_VIEW)
@require_safe
def case_return(request: Request, case_id: int) -> HttpResponse:
    """Show what the next return will say of a case, item by item."""
    case = _case(request, case_id)
    today = clock.today()
    context = {
        **about_case(case, "What the return says"),
        "parts": parts_of(case, on=today),
        "lacks": lacks_of(case, request.user, on=today),
    }
    return render(request, "ehcps/case_return.html", context)


def _case(request: Request, case_id: int) -> Case:
    seen = Case.objects.visible_to(request.user).filter(service=ServiceKey.EHC)
    found = seen.select_related("child__team", "officer", "team")
    case = get_object_or_404(found.with_badges(on=clock.today()), pk=case_id)
    note_case_look(request, case)
    return case


def _said(there: PlanReturn) -> dict[str, object]:
    """What was said before, as the form asks for it."""
    said = model_to_dict(there)
    return said | {"personal_budget": "yes" if there.personal_budget else "no"}
