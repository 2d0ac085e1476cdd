"""Pages of one plan."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.services import offered
from sendhub.casework.views.heads import about_case
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps import actions
from sendhub.ehcps.acts import plan_acts
from sendhub.ehcps.casefile import before_issuing, plan_facts, plan_steps
from sendhub.ehcps.ceasing import ceasing_of
from sendhub.ehcps.forms import (
    CommentsRecordForm,
    DraftSendForm,
    PlanCeaseForm,
    PlanIssueForm,
    PlanWriteForm,
)
from sendhub.ehcps.models import Plan, PlanVersion
from sendhub.ehcps.moves import commissioner_of, move_in_of, move_out_seen
from sendhub.ehcps.views.heads import open_plan
from sendhub.people.views.heads import home_shown


@requires(Permission.EHC_VIEW)
def plan_page(request: Request, plan_id: int) -> HttpResponse:
    """Show a plan: its standing, its text by version, what may be done."""
    plan = open_plan(request, plan_id)
    versions = list(plan.versions.newest_first())
    shown = _chosen(versions, request.GET.get("version"))
    may_read = request.user.may(Permission.PLAN_TEXT_VIEW)
    sections = shown.in_order() if shown and may_read else []
    context = {
        **about_case(plan.case, "EHC plan"),
        "plan": plan,
        "facts": plan_facts(plan),
        "offers": offered(plan_acts(plan, request.user)),
        "versions": versions,
        "shown": shown,
        "may_read": may_read,
        "sections": sections,
        "steps": plan_steps(plan),
        "clock_title": plan.assessment.clock_title if plan.assessment else "",
        "commissioner": commissioner_of(plan),
        "move_in": move_in_of(plan.case, request.user),
        "move_out": move_out_seen(plan.case, request.user),
        "ceasing": ceasing_of(plan),
    }
    return render(request, "ehcps/plan_page.html", context)


@requires(Permission.PLAN_WRITE)
def plan_write(request: Request, plan_id: int) -> HttpResponse:
    """Write the draft."""
    plan = open_plan(request, plan_id)
    version = plan.versions.newest_first().first()
    form = PlanWriteForm(request, version=version)
    if form.performs(actions.plan_write, plan=plan, by=request.user):
        messages.success(request, "Draft saved.")
        return redirect(plan)
    context = {**_context(plan, form, "Write the draft"), "version": version}
    return render(request, "ehcps/plan_write.html", context)


@requires(Permission.DRAFT_SEND)
def draft_send(request: Request, plan_id: int) -> HttpResponse:
    """Record that the draft was sent."""
    plan = open_plan(request, plan_id)
    form = DraftSendForm(request, record=plan)
    if form.performs(actions.draft_send, plan=plan, by=request.user):
        messages.success(request, "Recorded. The family's 15 days are running.")
        return redirect(plan)
    context = _context(plan, form, "Send the draft")
    return render(request, "ehcps/draft_send.html", context)


@requires(Permission.COMMENTS_RECORD)
def comments_record(request: Request, plan_id: int) -> HttpResponse:
    """Record the family's comments on the draft."""
    plan = open_plan(request, plan_id)
    form = CommentsRecordForm(request, record=plan)
    if form.performs(actions.comments_record, plan=plan, by=request.user):
        messages.success(request, "Comments recorded.")
        return redirect(plan)
    context = _context(plan, form, "Record the family’s comments")
    return render(request, "ehcps/comments_record.html", context)


@requires(Permission.PLAN_ISSUE)
def plan_issue(request: Request, plan_id: int) -> HttpResponse:
    """Issue the final plan."""
    plan = open_plan(request, plan_id)
    child = plan.case.child
    needs = {
        "primary_need": child.primary_need_id,
        "secondary_need": child.secondary_need_id,
    }
    home = home_shown(child, request.user)
    form = PlanIssueForm(request, record=plan, home=home, initial=needs)
    if form.performs(actions.plan_issue, plan=plan, by=request.user):
        messages.success(request, "Plan issued.")
        return redirect(plan)
    shown = _context(plan, form, "Issue the plan")
    context = {**shown, **before_issuing(plan, request.user)}
    return render(request, "ehcps/plan_issue.html", context)


@requires(Permission.PLAN_CEASE)
def plan_cease(request: Request, plan_id: int) -> HttpResponse:
    """Cease a plan."""
    plan = open_plan(request, plan_id)
    form = PlanCeaseForm(request, record=plan)
    if form.performs(actions.plan_cease, plan=plan, by=request.user):
        messages.success(request, "The plan has ceased.")
        return redirect(plan)
    context = _context(plan, form, "Cease the plan")
    return render(request, "ehcps/plan_cease.html", context)


def _chosen(versions: list[PlanVersion], number: str | None) -> PlanVersion | None:
    if not number:
        return versions[0] if versions else None
    for version in versions:
        if str(version.number) == number:
            return version
    raise Http404("No such version.")


def _context(plan: Plan, form: PageForm, title: str) -> dict[str, object]:
    return {
        **about_case(plan.case, title),
        "form": form,
        "plan": plan,
        "steps": plan_steps(plan),
        "clock_title": plan.assessment.clock_title if plan.assessment else "",
    }
