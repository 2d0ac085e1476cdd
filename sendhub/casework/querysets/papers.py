"""Filters on notes and documents: who reads which."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import BooleanField, Case, Q, Value, When

from sendhub.accounts.permissions import Permission
from sendhub.casework.rules import (
    AGAIN_WITHIN,
    READS,
    WITHDRAWN_READ,
    WITHDRAWS_OTHERS,
    Scan,
)
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


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

    def to_scan(self) -> Self:
        """Those that no virus scanner has seen, the newest first."""
        return self.filter(scan=Scan.NOT_YET).order_by("-pk")

    def newer_than(self, document: Any) -> Self:
        """Those above a document in the list of its case, the nearest first."""
        above = Q(happened_on__gt=document.happened_on) | Q(
            happened_on=document.happened_on, pk__gt=document.pk
        )
        return self.filter(above, case=document.case_id).order_by("happened_on", "pk")

    def older_than(self, document: Any) -> Self:
        """Those below a document in the list of its case, the nearest first."""
        below = Q(happened_on__lt=document.happened_on) | Q(
            happened_on=document.happened_on, pk__lt=document.pk
        )
        return self.filter(below, case=document.case_id).latest_first()

    def for_opening(self) -> Self:
        """What the access check of one document needs."""
        return self.select_related("case")
