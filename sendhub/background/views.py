"""Pages of work in the background: each person sees what they asked for themselves."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background import actions, files, kinds
from sendhub.background.models import Job
from sendhub.background.rules import State
from sendhub.core.files import file_answer

SHOWN = 50
TONES = {State.DONE: "good", State.FAILED: "late", State.RUNNING: "info"}


@requires(Permission.JOB_VIEW)
@require_safe
def job_list(request: Request) -> HttpResponse:
    """List what one asked for today, the latest on top."""
    mine = Job.objects.visible_to(request.user).newest_first()[:SHOWN]
    jobs = [(job, TONES.get(State(job.state), "plain")) for job in mine]
    context = {"title": "Exports and uploads", "jobs": jobs}
    return render(request, "background/job_list.html", context)


@requires(Permission.JOB_VIEW)
@require_safe
def job_page(request: Request, job_id: int) -> HttpResponse:
    """Show how far a job is, and what came of it."""
    job = _own(request, job_id)
    if own_page := kinds.of(job).page:
        return redirect(own_page(job))
    context = {
        "title": job.title,
        "job": job,
        "before": Job.objects.before(job).count(),
        "breadcrumbs": [
            {"title": "Exports and uploads", "url": reverse("background:job-list")},
            {"title": job.title},
        ],
    }
    return render(request, "background/job_page.html", context)


@requires(Permission.JOB_VIEW)
@require_safe
def job_file(request: Request, job_id: int) -> HttpResponseBase:
    """Give the result to whoever asked for it, if they still may have it."""
    job = _own(request, job_id)
    if not kinds.of(job).may(request.user, job):
        raise PermissionDenied("Your roles no longer include this file.")
    if not job.filename:
        raise Http404
    try:
        content = files.result(job.pk).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    name = job.filename
    kind = files.file_type(name)
    return file_answer(content, filename=name, content_type=kind, shown=False)


@requires(Permission.JOB_VIEW)
def job_cancel(request: Request, job_id: int) -> HttpResponse:
    """Stop a job; opening the address alone does nothing."""
    job = _own(request, job_id)
    if request.method == "POST":
        if actions.job_cancel(job=job).state == State.CANCELLED:
            messages.success(request, "Cancelled. Nothing of it is kept.")
        else:
            messages.info(request, "It was over before you cancelled it.")
    return redirect(job)


def _own(request: Request, job_id: int) -> Job:
    return get_object_or_404(Job.objects.visible_to(request.user), pk=job_id)
