"""Pages of the post: what is to be printed, what was sent, what became of the rest."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look_again
from sendhub.background.exports import asks_for_file, export
from sendhub.core import clock
from sendhub.core.lists import count_words, list_page
from sendhub.letters import actions
from sendhub.letters.exports import outbox_columns
from sendhub.letters.forms import DeliverySettleForm, PostRecordForm
from sendhub.letters.models import Delivery, Letter
from sendhub.letters.querysets import DeliveryQuerySet
from sendhub.letters.rules import AT_ONCE, State
from sendhub.letters.views.heads import NEWEST, about
from sendhub.letters.views.printing import printed_together

TABS: Mapping[str, str] = {
    "post": "To print and post",
    "unknown": "Not known whether sent",
    "failed": "Not sent",
    "queued": "E-mails waiting",
    "sent": "Sent",
}


@requires(Permission.LETTER_MAKE)
@require_safe
def outbox(request: Request) -> HttpResponseBase:
    """Show letters on their way: what somebody must do about them stands first."""
    seen = Delivery.objects.seen_to_by(request.user)
    asked = request.GET.get("show", "")
    shown = asked if asked in TABS else "post"
    found = _pile(seen, shown)
    if asks_for_file(request):
        return _export(request, found, shown)
    listed = found.for_list().with_badges(on=clock.today())
    context = {
        "page": list_page(request, listed, sorts=NEWEST),
        "shown": shown,
        "title": TABS[shown],
        "tabs": [
            {
                "title": title,
                "url": f"?show={key}",
                "current": key == shown,
                "count": count_words(_pile(seen, key)) if key != "sent" else None,
            }
            for key, title in TABS.items()
        ],
    }
    return render(request, "letters/outbox.html", context)


def _export(request: Request, found: DeliveryQuerySet, shown: str) -> HttpResponseBase:
    today = clock.today()
    return export(
        request,
        found,
        sorts=NEWEST,
        columns=outbox_columns(on=today),
        filename=f"letters-{shown}-{today}",
        child="letter__case__child",
    )


@requires(Permission.LETTER_MAKE)
def post_record(request: Request) -> HttpResponse:
    """Record which printed letters went to the post."""
    waiting = _waiting(request)
    form = PostRecordForm(request, waiting=waiting)
    if form.performs(actions.post_record, by=request.user):
        messages.success(request, "Recorded as posted.")
        return redirect("letters:outbox")
    context = {
        "form": form,
        "title": "Record letters as posted",
        "there": waiting.exists(),
        "most": AT_ONCE,
        "breadcrumbs": [
            {"title": "Letters to send", "url": reverse("letters:outbox")},
            {"title": "Record as posted"},
        ],
    }
    return render(request, "letters/post_record.html", context)


@requires(Permission.LETTER_MAKE)
@require_safe
def post_print(request: Request) -> HttpResponseBase:
    """Give every letter that is to be posted in one PDF, to print."""
    keys = _waiting(request).values_list("letter", flat=True)
    letters = Letter.objects.visible_to(request.user).filter(pk__in=list(keys))
    return printed_together(request, letters, name="letters-to-post")


@requires(Permission.LETTER_MAKE)
def delivery_settle(request: Request, delivery_id: int) -> HttpResponse:
    """Say what became of an e-mail, or send the letter again."""
    seen = Delivery.objects.seen_to_by(request.user).for_list()
    delivery = get_object_or_404(seen.with_badges(on=clock.today()), pk=delivery_id)
    case = delivery.letter.case
    note_look_again(request, Look.Kind.CASE, child_id=case.child_id, about=case)
    form = DeliverySettleForm(request, record=delivery)
    if form.performs(actions.delivery_settle, delivery=delivery, by=request.user):
        messages.success(request, "Saved.")
        return redirect("letters:outbox")
    shown = about(case, "What became of this letter?")
    context = {**shown, "form": form, "delivery": delivery}
    return render(request, "letters/delivery_settle.html", context)


def _waiting(request: Request) -> DeliveryQuerySet:
    """The letters to be posted, those that have waited longest first."""
    seen = Delivery.objects.seen_to_by(request.user).to_post().for_list()
    oldest = seen.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    return seen.filter(pk__in=list(oldest)).order_by("pk")


def _pile(seen: DeliveryQuerySet, shown: str) -> DeliveryQuerySet:
    if shown == "post":
        return seen.to_post()
    if shown == "queued":
        return seen.emails_under_way()
    if shown == "failed":
        return seen.in_state(State.FAILED).of_standing_letters()
    return seen.in_state(State(shown))
