"""Pages of the letters on one case: those made, and writing one."""

import logging
from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look, note_look_again
from sendhub.casework.casefile import crumbs
from sendhub.casework.uploads import WORD
from sendhub.casework.views.heads import case_in_sight
from sendhub.core import clock
from sendhub.core.files import file_answer
from sendhub.core.lists import list_page
from sendhub.letters import actions, markup
from sendhub.letters.access import check_may_write, may_write
from sendhub.letters.composing import compose, templates_for
from sendhub.letters.forms import LetterMakeForm, LetterWithdrawForm
from sendhub.letters.models import Letter, Template
from sendhub.letters.views.heads import NEWEST, about

log = logging.getLogger("sendhub.letters")
FORMATS = {"pdf": ("application/pdf", "pdf"), "word": (WORD, "docx")}


@requires(Permission.LETTER_MAKE)
def letter_make(request: Request, case_id: int) -> HttpResponse:
    """Write a letter: choose its template, read it, put it right, make it."""
    case = case_in_sight(request, case_id)
    check_may_write(request.user, case)
    offered = templates_for([case.service])
    template = _chosen(request, offered)
    context: dict[str, Any] = {**about(case, "Write a letter"), "offered": offered}
    if template is None:
        return render(request, "letters/letter_make.html", context)
    version = template.now
    [now] = compose([case], version, on=clock.today())
    form = LetterMakeForm(request, now=now)
    if form.performs(actions.letter_make, case=case, version=version, by=request.user):
        messages.success(request, "The letter is made. It is among those to be sent.")
        return redirect("letters:letter-list", case.pk)
    made = case.letters.standing().of_kind(template.kind).newest_first()
    context |= {"form": form, "template": template, "now": now, "earlier": made.first()}
    context["title"] = template.name
    return render(request, "letters/letter_make.html", context)


@requires(Permission.CONTACT_VIEW)
@require_safe
def letter_list(request: Request, case_id: int) -> HttpResponse:
    """Show every letter of a case, the newest on top."""
    case = case_in_sight(request, case_id)
    found = case.letters.visible_to(request.user).for_list()
    page = list_page(request, found, sorts=NEWEST)
    context = {
        **about(case, "Letters"),
        "page": page,
        "may_make": may_write(request.user, case),
    }
    return render(request, "letters/letter_list.html", context)


@requires(Permission.CONTACT_VIEW)
@require_safe
def letter_page(request: Request, letter_id: int) -> HttpResponse:
    """Show a letter as it was made, and how far it is on its way."""
    seen = Letter.objects.visible_to(request.user).for_page(on=clock.today())
    letter = get_object_or_404(seen, pk=letter_id)
    note_look_again(
        request, Look.Kind.DOCUMENT, child_id=letter.case.child_id, about=letter
    )
    list_url = reverse("letters:letter-list", args=[letter.case_id])
    context = {
        **about(letter.case, letter.subject),
        "letter": letter,
        "blocks": markup.parse(letter.body),
        "may_make": may_write(request.user, letter.case),
        "breadcrumbs": [
            *crumbs(letter.case),
            {"title": "Letters", "url": list_url},
            {"title": letter.subject},
        ],
    }
    return render(request, "letters/letter_page.html", context)


@requires(Permission.LETTER_MAKE)
def letter_withdraw(request: Request, letter_id: int) -> HttpResponse:
    """Say that a letter was entered in error: nothing of it goes any more."""
    seen = Letter.objects.visible_to(request.user).for_page(on=clock.today())
    letter = get_object_or_404(seen, pk=letter_id)
    check_may_write(request.user, letter.case)
    note_look_again(
        request, Look.Kind.DOCUMENT, child_id=letter.case.child_id, about=letter
    )
    form = LetterWithdrawForm(request)
    if form.performs(actions.letter_withdraw, letter=letter, by=request.user):
        messages.success(request, "The letter is marked as entered in error.")
        return redirect("letters:letter-list", letter.case_id)
    shown = about(letter.case, "Mark a letter as entered in error")
    context = {**shown, "form": form, "letter": letter}
    return render(request, "letters/letter_withdraw.html", context)


@requires(Permission.CONTACT_VIEW)
@require_safe
def letter_open(request: Request, letter_id: int) -> HttpResponseBase:
    """Give a letter's PDF or Word file to somebody who may read it."""
    seen = Letter.objects.visible_to(request.user).select_related("case")
    letter = get_object_or_404(seen, pk=letter_id)
    asked = "word" if request.GET.get("as") == "word" else "pdf"
    content_type, ending = FORMATS[asked]
    try:
        content = default_storage.open(str(getattr(letter, asked)))
    except FileNotFoundError:
        log.error("the %s of letter %s is missing", asked, letter.pk)
        raise Http404("The file of this letter is missing.") from None
    note_look(request, Look.Kind.DOCUMENT, child_id=letter.case.child_id, about=letter)
    return file_answer(
        content,
        filename=f"{letter.case.reference}-letter-{letter.pk}.{ending}",
        content_type=content_type,
        shown="view" in request.GET and asked == "pdf",
    )


def _chosen(request: Request, offered: list[Template]) -> Template | None:
    """The template that the address names, or the first of the kind it names."""
    asked, kind = request.GET.get("template", ""), request.GET.get("kind", "")
    for template in offered:
        if str(template.pk) == asked or (not asked and template.kind == kind):
            return template
    return None
