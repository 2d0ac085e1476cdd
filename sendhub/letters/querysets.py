"""Filters on templates, letters, their deliveries, and orders of many."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Count, Max, Prefetch, Q, QuerySet

from sendhub.accounts.permissions import Permission
from sendhub.casework.querysets import ServiceScopedQuerySet
from sendhub.casework.rules import services_worked_on
from sendhub.letters.rules import (
    LOST_AFTER,
    PARAGRAPH_KIND,
    STANDING,
    RowState,
    State,
    Way,
)
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class TemplateQuerySet(QuerySet):
    """Templates and standard paragraphs."""

    def for_list(self) -> Self:
        """What the list shows of each, by kind and name."""
        found = self.select_related("current__written_by")
        return found.order_by("kind", "name", "pk")

    def letters(self) -> Self:
        """Templates of whole letters."""
        return self.exclude(kind=PARAGRAPH_KIND)

    def paragraphs(self) -> Self:
        """Standard paragraphs."""
        return self.filter(kind=PARAGRAPH_KIND)

    def offered(self) -> Self:
        """Those that may be chosen now."""
        found = self.filter(current__in_use=True).select_related("current")
        return found.order_by("kind", "name", "pk")

    def of_kinds(self, kinds: list[str]) -> Self:
        """Templates of these kinds."""
        return self.filter(kind__in=kinds)


class _OfCases(ServiceScopedQuerySet):
    """What stands on cases and is only for who reads papers and addresses."""

    def visible_to(self, user: "User") -> Self:
        """Of children in sight, of services open to this person, with their contacts.

        A letter carries an address and reasons: a role that may not see contacts, or
        read papers, reads none.
        """
        if not (user.may(Permission.CONTACT_VIEW) and user.may(Permission.NOTE_VIEW)):
            return self.none()
        return super().visible_to(user)


class LetterQuerySet(_OfCases):
    """Letters as they were made."""

    child_path = "case__child"

    def newest_first(self) -> Self:
        """The latest on top."""
        return self.order_by("-pk")

    def of_kind(self, kind: str) -> Self:
        """Letters of one kind."""
        return self.filter(kind=kind)

    def on_cases(self, cases: list[int]) -> Self:
        """Letters on any of these cases."""
        return self.filter(case__in=cases)

    def of_kinds(self, kinds: list[str]) -> Self:
        """Letters of any of these kinds."""
        return self.filter(kind__in=kinds)

    def about(self, number: int) -> Self:
        """About one record, or made before letters said which."""
        of_old = Q(sheet__about=None) | Q(sheet__about__isnull=True)
        return self.filter(Q(sheet__about=number) | of_old)

    def standing(self) -> Self:
        """Letters that were not entered in error."""
        return self.filter(withdrawn_at__isnull=True)

    def by_post(self) -> Self:
        """Letters that were to go by post."""
        return self.filter(deliveries__way=Way.POST).distinct()

    def paths(self) -> Any:
        """Where the two files of each letter are stored."""
        return self.order_by().values_list("pdf", "word")

    def with_file(self, path: str) -> Self:
        """The letter that a stored file belongs to."""
        return self.filter(Q(pdf=path) | Q(word=path))

    def latest_by_kind(self) -> dict[str, date]:
        """The day of the latest letter of each kind."""
        latest = self.order_by().values_list("kind").annotate(Max("dated_on"))
        return dict(latest)

    def for_list(self) -> Self:
        """What a row of a list shows: also how far it is on its way."""
        deliveries = apps.get_model("letters.Delivery").objects
        latest = Prefetch(
            "deliveries", deliveries.order_by("-pk"), to_attr="deliveries_newest_first"
        )
        found = self.select_related("made_by", "withdrawn_by")
        return found.prefetch_related(latest).newest_first()

    def for_page(self, *, on: date) -> Self:
        """Everything the page of one letter shows."""
        found = self.select_related("case", "template_version__template")
        return found.for_list().with_badges(on=on)


class DeliveryQuerySet(_OfCases):
    """Letters on their way."""

    child_path = "letter__case__child"
    service_path = "letter__case__service"

    def seen_to_by(self, user: "User") -> Self:
        """Letters that this person sees to: of cases like those they work on."""
        services = services_worked_on(user.may)
        return self.visible_to(user).filter(**{f"{self.service_path}__in": services})

    def standing(self) -> Self:
        """Not known to have failed."""
        return self.filter(state__in=sorted(STANDING))

    def to_post(self) -> Self:
        """To be printed and posted."""
        return self.filter(way=Way.POST, state=State.QUEUED)

    def in_state(self, state: State) -> Self:
        """At one point of their way."""
        return self.filter(state=state)

    def of_standing_letters(self) -> Self:
        """Of letters that were not entered in error."""
        return self.filter(letter__withdrawn_at__isnull=True)

    def emails_under_way(self) -> Self:
        """E-mails that wait, or are being sent."""
        under_way = [State.QUEUED, State.SENDING]
        return self.filter(way=Way.EMAIL, state__in=under_way)

    def due(self, *, now: datetime) -> Self:
        """E-mails whose time to be sent has come, the first asked for on top."""
        found = self.filter(way=Way.EMAIL, state=State.QUEUED, next_at__lte=now)
        return found.order_by("next_at", "pk")

    def lost(self, *, now: datetime) -> Self:
        """E-mails whose sender was never heard of again."""
        return self.filter(state=State.SENDING, began_at__lt=now - LOST_AFTER)

    def of_letter(self, letter: object) -> Self:
        """Of one letter."""
        return self.filter(letter=letter)

    def of_child(self, child: object) -> Self:
        """Of one child's letters."""
        return self.filter(letter__case__child=child)

    def for_list(self) -> Self:
        """What a row of the outbox shows."""
        return self.select_related("letter__case__child", "letter__made_by", "said_by")


class BatchQuerySet(QuerySet):
    """Orders of many letters."""

    def newest_first(self) -> Self:
        """The latest on top."""
        found = self.select_related("template_version__template", "asked_by")
        return found.order_by("-pk")

    def unfinished(self, *, asked_before: datetime) -> Self:
        """Orders that something is still to be done about."""
        return self.filter(finished_at__isnull=True, asked_at__lt=asked_before)

    def counted(self) -> Self:
        """With how many cases are made, skipped and waiting."""
        return self.annotate(
            total=Count("rows"),
            made=Count("rows", filter=Q(rows__state=RowState.MADE)),
            skipped=Count("rows", filter=Q(rows__state=RowState.SKIPPED)),
        )


class BatchRowQuerySet(ChildScopedQuerySet):
    """The cases of orders."""

    child_path = "case__child"

    def waiting(self) -> Self:
        """Not looked at yet."""
        return self.filter(state=RowState.WAITING)

    def skipped(self) -> Self:
        """Left out, with the reason."""
        return self.filter(state=RowState.SKIPPED)
