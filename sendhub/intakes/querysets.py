"""Filters on notices and referrals."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db.models import Exists, OuterRef

from sendhub.intakes.rules import Outcome
from sendhub.people.querysets import ChildScopedQuerySet


class IntakeQuerySet(ChildScopedQuerySet):
    """How children came to our notice besides a request."""

    child_path = "case__child"

    def open(self) -> Self:
        """In hand."""
        return self.filter(outcome=Outcome.OPEN)

    def counted(self) -> Self:
        """Not recorded by mistake."""
        return self.exclude(outcome=Outcome.MISTAKE)

    def unanswered(self) -> Self:
        """In hand, and the family or the health body has had no word from us."""
        return self.open().filter(answered_on=None)

    def supported(self) -> Self:
        """Whose support began."""
        return self.filter(outcome=Outcome.SUPPORT)

    def overdue(self, *, on: date) -> Self:
        """With a limit that has passed and is not met."""
        deadlines = apps.get_model("casework.Deadline").objects.open()
        late = deadlines.filter(
            about_type="intakes.intake", about_id=OuterRef("pk"), due_on__lt=on
        )
        return self.filter(Exists(late))

    def newest_first(self) -> Self:
        """The latest on top."""
        return self.order_by("-received_on", "-pk")

    def longest_waiting_first(self) -> Self:
        """The oldest on top."""
        return self.order_by("received_on", "pk")

    def for_list(self) -> Self:
        """Everything a row of the list shows."""
        return self.select_related("case__child", "case__officer", "case__team")

    def for_page(self) -> Self:
        """Everything an act's page or the case page shows."""
        return self.for_list().select_related(
            "case__child__team", "source", "assessment__case", "ended_by"
        )
