"""Filters on needs assessments, advice and plans."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from sendhub.casework.rules import WAITS, Ended
from sendhub.ehcps.rules import OPEN, Standing, VersionKind
from sendhub.people.querysets import ChildScopedQuerySet


class NeedsAssessmentQuerySet(ChildScopedQuerySet):
    """Requests and assessments."""

    child_path = "case__child"

    def open(self) -> Self:
        """Not yet at an end."""
        return self.filter(stage__in=sorted(OPEN))

    def overdue(self, *, on: date) -> Self:
        """With a limit that has passed and is not met."""
        late = (
            apps.get_model("casework.Deadline")
            .objects.filter(
                about_type="ehcps.needsassessment",
                about_id=OuterRef("pk"),
                ended=Ended.OPEN,
                due_on__lt=on,
            )
            .exclude(rule__in=WAITS)
        )
        return self.filter(Exists(late))

    def for_list(self) -> Self:
        """Everything a row of the list shows."""
        return self.select_related(
            "case__child", "case__officer", "case__team", "source"
        )

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "case__child__team", "case__officer", "case__team", "source"
        )


class AdviceQuerySet(ChildScopedQuerySet):
    """Requests for advice."""

    child_path = "assessment__case__child"

    def awaited(self) -> Self:
        """Asked for and not yet here."""
        return self.filter(received_on__isnull=True)

    def in_order(self) -> Self:
        """By the day asked."""
        return self.order_by("asked_on", "pk")


class PlanQuerySet(ChildScopedQuerySet):
    """Plans."""

    child_path = "case__child"

    def live(self) -> Self:
        """In force."""
        return self.filter(standing=Standing.LIVE)

    def issued(self) -> Self:
        """Issued, whether live or ceased since."""
        return self.filter(standing__in=[Standing.LIVE, Standing.CEASED])

    def for_list(self) -> Self:
        """Everything a row of the list shows."""
        return self.select_related(
            "case__child",
            "case__officer",
            "case__team",
            "setting",
            "arrangement",
            "primary_need",
        )

    def for_page(self) -> Self:
        """Everything a plan's page shows."""
        return self.for_list().select_related(
            "secondary_need", "cease_reason", "assessment"
        )


class VersionQuerySet(QuerySet):
    """Versions of a plan."""

    def drafts(self) -> Self:
        """Versions on which the family may comment."""
        return self.filter(kind=VersionKind.DRAFT)

    def sent(self) -> Self:
        """Versions that the family has."""
        return self.filter(sent_on__isnull=False)

    def being_written(self) -> Self:
        """The version that nobody has been sent yet."""
        return self.filter(sent_on__isnull=True)

    def newest_first(self) -> Self:
        """The latest version first."""
        return self.order_by("-number")
