"""Finding a child, recording one, and changing the record."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.core import clock
from sendhub.people import actions, finders
from sendhub.people.forms import (
    ChildDiedForm,
    ChildEditForm,
    ChildRecordForm,
    ChildrenNotSameForm,
    EndForm,
    StatusStartForm,
)
from sendhub.people.models import Child, ChildStatus
from sendhub.people.search import SHOWN, Answer, search
from sendhub.people.sought import Sought
from sendhub.people.views.access import asking
from sendhub.people.views.heads import about, loaded

MOST_WHILE_TYPING = 8
EXAMPLES = (
    ("A name", "smith, or zoe o’n: any part, in any order; accents and typing slips"),
    ("A former name", "what the child was called before"),
    ("A date of birth", "5/5/2016, 5 May 2016, 2016-05-05; a name may stand beside it"),
    ("A number", "UPN (a former one too), ULN or NHS number, spaces or not"),
    ("A case reference", "EHC-000042, or only 42"),
    ("A postcode", "HR4 0LE, or only HR4; a name may stand beside it"),
)
DEATH_EFFECTS = (
    "end the child’s open deadlines",
    "stop letters, reminders and digests to the family",
    "end the child’s setting, statuses and professionals on that day",
    "keep the whole record, marked “Has died”",
)


@requires(Permission.CHILD_VIEW)
def child_search(request: Request) -> HttpResponse:
    """Find a child by whatever is known of them."""
    typed = request.GET.get("q", "")
    listed = request.GET.get("as") == "list"
    most = MOST_WHILE_TYPING if listed else SHOWN
    answer = search(user=request.user, typed=typed, on=clock.today(), most=most)
    if answer.names_one and (answer.sought.identifier or not listed):
        found = [child.pk for child in answer.children]
        hidden = [answer.restricted_id] if answer.restricted_id else []
        note_look(request, Look.Kind.SEARCH, ids=[*found, *hidden])
    if listed:
        return _suggest(request, answer)
    rows = finders.with_open_cases(request.user, answer.children)
    if case := finders.case_called(answer.sought.text, rows):
        return redirect(case.url)
    context = {
        "answer": answer,
        "sought": answer.sought,
        "rows": rows,
        "sees_anybody": bool(answer.children) or _sees_anybody(request),
        "may_record": request.user.may(Permission.CHILD_RECORD),
        "asking": asking(request, answer.restricted_id),
        "carried": urlencode(_carried(answer.sought)),
        "examples": EXAMPLES,
    }
    return render(request, "people/child_search.html", context)


def _suggest(request: Request, answer: Answer) -> HttpResponse:
    """The list below a search box, while somebody types."""
    text = answer.sought.text
    context = {
        "rows": finders.with_open_cases(request.user, answer.children),
        "sought": answer.sought,
        "restricted": answer.restricted,
        "said": _said(answer),
        "all_url": reverse("people:child-search", query={"q": text}),
        "today": clock.today(),
    }
    return render(request, "people/_suggestions.html", context)


def _said(answer: Answer) -> str:
    """What the list says of itself to who does not see it."""
    number = len(answer.children)
    if answer.restricted:
        return "A restricted record matches."
    if answer.more:
        return f"The {number} closest of more children."
    if number:
        return "1 child." if number == 1 else f"{number} children."
    return answer.sought.trouble or "No child was found."


def _sees_anybody(request: Request) -> bool:
    """Whether there is any child that this person's search could find."""
    return (
        request.user.may(Permission.CHILDREN_ALL)
        or Child.objects.visible_to(request.user).exists()
    )


def _carried(sought: Sought) -> dict[str, str]:
    """What was typed, as the new child's form takes it."""
    given, _, family = sought.names.title().partition(" ")
    day = sought.born_on
    found = {
        "given_names": given,
        "family_name": family,
        "born_on": day.isoformat() if day else "",
        "postcode": sought.postcode,
    }
    if sought.identifier and not sought.trouble:
        found["upn" if len(sought.identifier) == 13 else "nhs_number"] = (
            sought.identifier
        )
    return {name: value for name, value in found.items() if value}


CHANGED = tuple(actions.ChildDetails.__annotations__)
CARRIED = ("given_names", "family_name", "born_on", "postcode", "upn", "nhs_number")


def _carried_over(request: Request) -> dict[str, Any]:
    """Read what the search carried over; what is no date is left out."""
    found: dict[str, Any] = {
        name: request.GET[name].replace("\x00", "")
        for name in CARRIED
        if name in request.GET
    }
    try:
        found["born_on"] = date.fromisoformat(found.get("born_on", ""))
    except ValueError:
        found.pop("born_on", None)
    return found


@requires(Permission.CHILD_RECORD)
def child_record(request: Request) -> HttpResponse:
    """Record a child nobody has recorded before."""
    form = ChildRecordForm(request, initial=_carried_over(request))
    if form.performs(actions.child_record, by=request.user):
        messages.success(request, "The child is recorded.")
        return redirect(form.result)
    return render(request, "people/child_record.html", {"form": form})


@requires(Permission.CHILD_EDIT)
def child_edit(request: Request, child_id: int) -> HttpResponse:
    """Change what is known of a child."""
    child = loaded(request, child_id)
    known = {name: getattr(child, name) for name in CHANGED}
    form = ChildEditForm(request, record=child, initial=known)
    if form.performs(actions.child_edit, child=child, by=request.user):
        messages.success(request, "The changes are saved.")
        return redirect(child)
    context = about(child, form, "Change details")
    return render(request, "people/child_edit.html", context)


@requires(Permission.CHILD_DEATH)
def child_died(request: Request, child_id: int) -> HttpResponse:
    """Record that a child has died, after saying what that does."""
    child = loaded(request, child_id)
    form = ChildDiedForm(request, record=child)
    if form.performs(actions.child_died, child=child, by=request.user):
        messages.success(
            request, "The death is recorded. Nothing more goes to the family."
        )
        return redirect(child)
    context = about(
        child, form, "Record that the child has died", effects=DEATH_EFFECTS
    )
    return render(request, "people/child_died.html", context)


@requires(Permission.CHILD_EDIT)
def children_not_same(request: Request, child_id: int, other_id: int) -> HttpResponse:
    """Note that two children who look alike are two."""
    child = loaded(request, child_id)
    other = loaded(request, other_id)
    form = ChildrenNotSameForm(request)
    if form.performs(
        actions.children_not_same, one=child, other=other, by=request.user
    ):
        messages.success(request, "Noted: they are two children.")
        return redirect(child)
    rows = finders.with_open_cases(request.user, (child, other))
    context = about(child, form, "Are these two children?", rows=rows, other=other)
    context["may_merge"] = request.user.may(Permission.CHILDREN_MERGE)
    return render(request, "people/children_not_same.html", context)


@requires(Permission.CHILD_EDIT)
def status_start(request: Request, child_id: int) -> HttpResponse:
    """Give a child a status."""
    child = loaded(request, child_id)
    form = StatusStartForm(request)
    if form.performs(actions.status_start, child=child, by=request.user):
        messages.success(request, "The status is saved.")
        return redirect(child)
    context = about(child, form, "Add a status")
    return render(request, "people/status_start.html", context)


@requires(Permission.CHILD_EDIT)
def status_end(request: Request, status_id: int) -> HttpResponse:
    """Write the last day of a status."""
    seen = ChildStatus.objects.visible_to(request.user)
    status = get_object_or_404(seen, pk=status_id)
    child = loaded(request, status.child_id)
    form = EndForm(request, record=status, initial={"ends_on": status.ends_on})
    if form.performs(actions.status_end, status=status, by=request.user):
        messages.success(request, "The last day is saved.")
        return redirect(child)
    context = about(child, form, f"End: {status}", period=status)
    return render(request, "people/status_end.html", context)
