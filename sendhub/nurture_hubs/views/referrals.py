"""Pages of referrals, visits, answers and the waiting lists."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.casework.models import Document
from sendhub.casework.querysets import away_of
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.core.lists import Sort, kept_in_form, list_page, sort_links
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.exports import referral_columns
from sendhub.nurture_hubs.filters import ReferralFilter
from sendhub.nurture_hubs.forms.referrals import (
    AgreementAnswerForm,
    AgreementRecordForm,
    AgreementWithdrawForm,
    ReferralChangeForm,
    ReferralEndForm,
    ReferralLogForm,
    VisitLogForm,
    VisitWithdrawForm,
)
from sendhub.nurture_hubs.models import Agreement, Hub, HubPlace, Referral, Visit
from sendhub.nurture_hubs.querysets import WAITING_ORDER
from sendhub.nurture_hubs.referred import ehc_of, may_read, referred, to_answer
from sendhub.nurture_hubs.rules import NO_PLACE, Standing, age_words
from sendhub.nurture_hubs.waiting import others_go_first, waiters
from sendhub.people.models import Child
from sendhub.people.views.heads import about_child, open_child

END = "End the referral without a place"


@requires(Permission.HUB_VIEW)
def referral_list(request: Request) -> HttpResponseBase:
    """List referrals; to a hub school those that wait for its answer."""
    today = clock.today()
    if not request.user.may(Permission.CHILDREN_ALL):
        return _to_answer(request)
    seen = Referral.objects.visible_to(request.user)
    found = ReferralFilter(request.GET, queryset=seen, request=request)
    rows = found.qs
    if asks_for_file(request, found):
        return export(
            request,
            rows,
            sorts=found.sorts,
            columns=referral_columns(on=today),
            filename=f"hub-referrals-{today}",
            child="case__child",
        )
    listed = rows.for_page().with_badges(on=today).with_answers()
    listed = listed.prefetch_related(away_of("case__officer", on=today))
    page = list_page(request, listed, sorts=found.sorts)
    context = {
        "title": "Waiting and referrals",
        "filter": found,
        "page": page,
        "sorts": sort_links(request, found.sorts),
        "kept": kept_in_form(request),
        "shown": referred(page.rows, request.user),
        "hubs": Hub.objects.not_closed(on=today).in_order(),
        "may_log": request.user.may(Permission.REFERRAL_LOG),
    }
    return render(request, "nurture_hubs/referral_list.html", context)


def _to_answer(request: Request) -> HttpResponse:
    asked = to_answer(request.user).for_page().with_badges(on=clock.today())
    shown = referred(asked.with_answers().newest_first(), request.user)
    context = {"title": "Hub referrals to answer", "shown": shown}
    return render(request, "nurture_hubs/to_answer.html", context)


@requires(Permission.HUB_VIEW)
def waiting_list(request: Request, hub_id: int) -> HttpResponseBase:
    """List who waits for a hub, in the order in which its places go."""
    today = clock.today()
    hub = get_object_or_404(Hub.objects.visible_to(request.user, on=today), pk=hub_id)
    seen = Referral.objects.visible_to(request.user).waiting_for([hub.pk])
    others_first = others_go_first([hub.pk], today=today)
    if asks_for_file(request):
        return export(
            request,
            seen.in_waiting_order(others_first=others_first, on=today),
            sorts={"order": Sort("Order", WAITING_ORDER)},
            columns=referral_columns(on=today),
            filename=f"waiting-{hub.pk}-{today}",
            child="case__child",
        )
    context = {
        "title": f"Waiting for {hub}",
        "hub": hub,
        "waiters": waiters([hub], today=today)[hub.pk],
        "seen": set(seen.values_list("pk", flat=True)),
        "may_read": may_read(request.user),
        "may_allocate": request.user.may(Permission.PLACE_ALLOCATE),
        "others_first": others_first,
    }
    return render(request, "nurture_hubs/waiting_list.html", context)


@requires(Permission.REFERRAL_LOG)
def referral_log(request: Request, child_id: int) -> HttpResponse:
    """Log a referral to the hubs."""
    child = open_child(request, child_id)
    known = {"officer": request.user.pk, "setting": _school_of(child)}
    form = ReferralLogForm(request, initial=known)
    if form.performs(actions.referral_log, child=child, by=request.user):
        messages.success(request, "Referral logged.")
        return redirect(form.result)
    stays = HubPlace.objects.standing().of_child(child)
    context = {
        **about_child(child, "Log a referral to the nurture hubs"),
        "place": stays.not_over(on=clock.today()).for_page().latest_first().first(),
        "there": Referral.objects.open().of_child(child).for_page().first(),
        "ehc": ehc_of(child, request.user),
        "form": form,
    }
    return render(request, "nurture_hubs/referral_log.html", context)


@requires(Permission.REFERRAL_CHANGE)
def referral_change(request: Request, referral_id: int) -> HttpResponse:
    """Change a referral, or record that the family agrees."""
    referral = _open(request, referral_id)
    form = ReferralChangeForm(request, record=referral)
    if form.performs(actions.referral_change, referral=referral, by=request.user):
        messages.success(request, "Saved.")
        return redirect(referral)
    context = _context(request, referral, form, "Change the referral")
    return render(request, "nurture_hubs/referral_change.html", context)


@requires(Permission.REFERRAL_END)
def referral_end(request: Request, referral_id: int) -> HttpResponse:
    """Refuse a referral, or record that it was withdrawn or a mistake."""
    referral = _open(request, referral_id)
    found_later = referral.standing in NO_PLACE
    form = ReferralEndForm(request, referral=referral)
    if form.performs(actions.referral_end, referral=referral, by=request.user):
        said = (
            "It was a mistake: it counts nowhere."
            if found_later
            else "The referral has ended."
        )
        messages.success(request, said)
        return redirect(referral)
    title = "Say that the referral was a mistake" if found_later else END
    context = _context(request, referral, form, title)
    return render(request, "nurture_hubs/referral_end.html", context)


@requires(Permission.VISIT_LOG)
def visit_log(request: Request, child_id: int) -> HttpResponse:
    """Log a visit of the Behaviour Support Team."""
    child = open_child(request, child_id)
    known = {
        "officer": request.user.pk,
        "setting": _school_of(child),
        "visitor": request.user.name,
    }
    form = VisitLogForm(request, initial=known)
    if form.performs(actions.visit_log, child=child, by=request.user):
        messages.success(request, "Visit logged.")
        return redirect(form.result)
    context = {**about_child(child, "Log a visit"), "form": form}
    return render(request, "nurture_hubs/visit_log.html", context)


@requires(Permission.VISIT_WITHDRAW)
def visit_withdraw(request: Request, visit_id: int) -> HttpResponse:
    """Say that a visit was entered in error."""
    seen = Visit.objects.visible_to(request.user).for_page()
    visit = get_object_or_404(seen.with_badges(on=clock.today()), pk=visit_id)
    note_case_look(request, visit.case)
    form = VisitWithdrawForm(request, record=visit)
    if form.performs(actions.visit_withdraw, visit=visit, by=request.user):
        messages.success(request, "It counts no more. The history keeps it.")
        return redirect(visit)
    context = {
        **about_case(visit.case, "A visit entered in error"),
        "form": form,
        "visit": visit,
    }
    return render(request, "nurture_hubs/visit_withdraw.html", context)


@requires(Permission.AGREEMENT_RECORD)
def agreement_record(request: Request, referral_id: int) -> HttpResponse:
    """Record what the coordinator or a hub school said."""
    referral = _open(request, referral_id)
    papers = Document.objects.visible_to(request.user).standing()
    form = AgreementRecordForm(
        request,
        hubs=Hub.objects.not_closed(on=referral.received_on).in_order(),
        documents=papers.filter(case=referral.case_id).latest_first(),
    )
    if form.performs(actions.agreement_record, referral=referral, by=request.user):
        messages.success(request, _answer_words(form.result))
        return redirect(referral)
    context = _context(request, referral, form, "Record an answer")
    return render(request, "nurture_hubs/agreement_record.html", context)


@requires(Permission.AGREEMENT_ANSWER)
def agreement_answer(request: Request, referral_id: int) -> HttpResponse:
    """Answer for one's own hub school."""
    referral = _open(request, referral_id)
    hubs = Hub.objects.visible_to(request.user, on=clock.today()).in_order()
    form = AgreementAnswerForm(request, hubs=hubs)
    if form.performs(actions.agreement_answer, referral=referral, by=request.user):
        messages.success(request, _answer_words(form.result))
        return redirect("nurture_hubs:referral-list")
    context = _context(request, referral, form, "Answer for your hub")
    return render(request, "nurture_hubs/agreement_answer.html", context)


@requires(Permission.AGREEMENT_WITHDRAW)
def agreement_withdraw(request: Request, agreement_id: int) -> HttpResponse:
    """Record that an answer was taken back."""
    seen = Agreement.objects.visible_to(request.user).for_page()
    agreement = get_object_or_404(seen, pk=agreement_id)
    referral = _open(request, agreement.referral_id)
    form = AgreementWithdrawForm(request, record=agreement)
    if form.performs(actions.agreement_withdraw, agreement=agreement, by=request.user):
        messages.success(request, "Recorded. It does not count any more.")
        return redirect(referral)
    context = {
        **_context(request, referral, form, "Take an answer back"),
        "agreement": agreement,
    }
    return render(request, "nurture_hubs/agreement_withdraw.html", context)


def _open(request: Request, referral_id: int) -> Referral:
    """Open a referral in sight of this person, and note that they looked."""
    seen = Referral.objects.visible_to(request.user).for_page().with_answers()
    referral = get_object_or_404(seen.with_badges(on=clock.today()), pk=referral_id)
    note_case_look(request, referral.case)
    return referral


def _context(
    request: Request, referral: Referral, form: PageForm, title: str
) -> dict[str, Any]:
    """What the page of an act on a referral shows."""
    [shown] = referred([referral], request.user)
    return {
        **about_case(referral.case, title),
        "form": form,
        "one": shown,
        "ehc": ehc_of(referral.case.child, request.user),
        "may_read": may_read(request.user),
    }


def _school_of(child: Child) -> int | None:
    """The school that the child attends, to offer it."""
    attends = child.attendances.in_force(on=clock.today()).first()
    return attends.setting_id if attends else None


def _answer_words(agreement: Agreement | None) -> str:
    """Say what follows from an answer, and whether the child is old enough yet."""
    if agreement is None:
        return "Answer recorded."
    referral, hub = agreement.referral, agreement.hub
    waits = referral.standing == Standing.WAITING
    said = "Recorded. The child now waits for a place." if waits else "Answer recorded."
    if not agreement.agreed:
        return said
    first, ages = max(clock.today(), hub.opens_on), (hub.age_from, hub.age_to)
    age = age_words(referral.case.child.born_on, on=first, ages=ages)
    return f"{said} {age}".strip()
