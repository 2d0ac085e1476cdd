"""Filters on cases, deadlines, notes and documents."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import BooleanField, Case, CharField, F, Func, Q, Value, When
from django.db.models.functions import Concat

from sendhub.accounts.permissions import Permission
from sendhub.casework.rules import (
    AGAIN_WITHIN,
    OPENED_WITH,
    PREFIXES,
    READS,
    SOON,
    WAITS,
    WITHDRAWN_READ,
    WITHDRAWS_OTHERS,
    Ended,
    Lateness,
    Whose,
    read_reference,
)
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


# What a row of a work list shows of the records beside its own: a child's record has
# thirty columns, and most of a list's time would go into reading them.
SHOWN_BESIDE = (
    "child__given_names",
    "child__family_name",
    "child__preferred_name",
    "child__sort_name",
    "child__died_on",
    "child__restricted_at",
    "case__service",
    "case__assigned_at",
    "officer__name",
    "officer__email",
    "team__name",
)


def _services_closed_to(user: "User") -> list[str]:
    return [key for key, needed in OPENED_WITH.items() if not user.may(needed)]


def reference_in_sql() -> Concat:
    """The reference of a row's case, like EHC-000042 (as `rules.reference_of`)."""
    letters = [
        When(case__service=key, then=Value(prefix)) for key, prefix in PREFIXES.items()
    ]
    prefix = Case(*letters, output_field=CharField())
    return Concat(prefix, Value("-"), _six_digits("case_id"))


def _six_digits(column: str) -> Func:
    return Func(
        F(column),
        Value("FM999999999999000000"),
        function="to_char",
        output_field=CharField(),
    )


class CaseQuerySet(ChildScopedQuerySet):
    """Cases of every service."""

    def open(self) -> Self:
        """Cases that are being worked on."""
        return self.filter(closed_on__isnull=True)

    def open_to(self, user: "User") -> Self:
        """Cases of the services whose cases this person may open."""
        return self.exclude(service__in=_services_closed_to(user))

    def closed_to(self, user: "User") -> Self:
        """Cases of the services whose cases this person may not open."""
        return self.filter(service__in=_services_closed_to(user))

    def of_officer(self, user: "User") -> Self:
        """Cases of one officer."""
        return self.filter(officer=user)

    def with_reference(self, typed: str) -> Self:
        """The case that a typed reference names."""
        service, number = read_reference(typed) or ("", None)
        return self.filter(service=service, pk=number)

    def for_page(self, *, on: date) -> Self:
        """What the head of a case shows."""
        return self.select_related("officer", "team").with_badges(on=on)

    def for_panel(self) -> Self:
        """What the child's page shows of each case, the oldest first."""
        return self.select_related("officer", "team").order_by("opened_on", "pk")


class DeadlineQuerySet(ChildScopedQuerySet):
    """Deadlines of every service; officer, team and child stand on the row."""

    def visible_to(self, user: "User") -> Self:
        """Of children in sight, and of services this person may open."""
        seen = super().visible_to(user)
        closed = _services_closed_to(user)
        return seen.exclude(case__service__in=closed) if closed else seen

    def open(self) -> Self:
        """Deadlines not yet met."""
        return self.filter(ended=Ended.OPEN)

    def ended(self) -> Self:
        """Deadlines met, met late or no longer needed."""
        return self.exclude(ended=Ended.OPEN)

    def whose(self, whose: Whose, user: "User") -> Self:
        """One pile of work, as somebody sees it."""
        if whose == Whose.MINE:
            return self.of_officer(user)
        if whose == Whose.TEAM:
            return self.of_team(user.team_id) if user.team_id else self.none()
        return self.unassigned() if whose == Whose.UNASSIGNED else self

    def of_officer(self, user: "User") -> Self:
        """Deadlines of one officer's cases."""
        return self.filter(officer=user)

    def of_team(self, team_id: int | None) -> Self:
        """Deadlines of one team's cases."""
        return self.filter(team=team_id)

    def unassigned(self) -> Self:
        """Deadlines of cases that nobody has been given."""
        return self.filter(officer__isnull=True)

    def by_lateness(self, lateness: Lateness, *, on: date) -> Self:
        """Overdue, due within the next fortnight, or later.

        Others' time to answer is never overdue: once over, it calls for the next act.
        """
        soon = on + timedelta(days=SOON)
        if lateness == Lateness.OVERDUE:
            return self.filter(due_on__lt=on).exclude(rule__in=WAITS)
        if lateness == Lateness.SOON:
            today_on = Q(due_on__gte=on) | Q(rule__in=WAITS)
            return self.filter(today_on, due_on__lte=soon)
        return self.filter(due_on__gt=soon)

    def for_list(self) -> Self:
        """Everything a row of a work list shows, and nothing more of a child."""
        own = [field.name for field in self.model._meta.concrete_fields]
        return self.select_related("child", "case", "officer", "team").only(
            *own, *SHOWN_BESIDE
        )

    def for_page(self) -> Self:
        """Everything a case's page shows of its dates, the first due on top."""
        return self.select_related("target_by", "case").order_by("due_on", "pk")

    def for_export(self) -> Self:
        """What the export adds to the columns that are there."""
        return self.annotate(
            child_name=Concat("child__given_names", Value(" "), "child__family_name"),
            reference=reference_in_sql(),
        )


class PaperQuerySet(ChildScopedQuerySet):
    """Notes and documents: readable by child and by category.

    Those entered in error are read only by who may see who looked (`WITHDRAWN_READ`);
    everybody else who could read one sees in its place that it was an error.
    """

    child_path = "case__child"
    author = ""
    withdrawn_with: Permission

    def visible_to(self, user: "User") -> Self:
        """Of children in sight, of categories this person's roles read, not in error.

        What was entered in error stays open to those who look into it.
        """
        found = self._in_place_for(user)
        return found if user.may(WITHDRAWN_READ) else found.standing()

    def listed_for(self, user: "User") -> Self:
        """Those and the places of what was entered in error, for lists.

        Each row says whether this person reads it (`shown`) and may say that it is an
        error (`may_withdraw`): whoever put it there, or who gives cases out.
        """
        return self._in_place_for(user).annotate(
            shown=_yes_where(Q(withdrawn_at=None) | _always(user.may(WITHDRAWN_READ))),
            may_withdraw=_yes_where(self._theirs_to_withdraw(user)),
        )

    def standing(self) -> Self:
        """Those not entered in error."""
        return self.filter(withdrawn_at__isnull=True)

    def in_error_hidden_from(self, user: "User") -> Self:
        """Those entered in error, unless this person reads them on."""
        errors = self.filter(withdrawn_at__isnull=False)
        return errors.none() if user.may(WITHDRAWN_READ) else errors

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-happened_on", "-pk")

    def for_list(self) -> Self:
        """Everything an entry of a list shows."""
        return self.select_related(self.author, "withdrawn_by").latest_first()

    def for_page(self, *, on: date) -> Self:
        """What the page of one act on it shows."""
        return self.select_related(self.author, "withdrawn_by").with_badges(on=on)

    def _in_place_for(self, user: "User") -> Self:
        read = [kind for kind, needed in READS.items() if user.may(needed)]
        return super().visible_to(user).filter(category__in=read)

    def _theirs_to_withdraw(self, user: "User") -> Q:
        if not user.may(self.withdrawn_with):
            return _always(False)
        return Q(**{self.author: user}) | _always(user.may(WITHDRAWS_OTHERS))


def _always(true: bool) -> Q:
    """Everything, or nothing."""
    return ~Q(pk__in=[]) if true else Q(pk__in=[])


def _yes_where(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


class NoteQuerySet(PaperQuerySet):
    """Notes."""

    author = "written_by"
    withdrawn_with = Permission.NOTE_WITHDRAW

    def just_written(self, *, by: "User", now: datetime) -> Self:
        """What somebody wrote so lately that the same words again may be a slip."""
        return self.standing().filter(
            written_by=by, written_at__gt=now - AGAIN_WITHIN, written_at__lte=now
        )


class DocumentQuerySet(PaperQuerySet):
    """Documents."""

    author = "added_by"
    withdrawn_with = Permission.DOCUMENT_WITHDRAW

    def with_file(self, path: str) -> Self:
        """The document that a stored file belongs to."""
        return self.filter(file=path)

    def for_opening(self) -> Self:
        """What the access check of one document needs."""
        return self.select_related("case")
