"""Filters on needs assessments, advice and plans."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import (
    BigIntegerField,
    Count,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from sendhub.casework.rules import WAITS
from sendhub.ehcps.rules import (
    ISSUED,
    OPEN,
    Stage,
    Standing,
    VersionKind,
    year_before,
)
from sendhub.people.querysets import ChildScopedQuerySet


def next_limit(column: str) -> Subquery:
    """The limit that an open assessment runs towards, as its deadlines have it."""
    open_ones = apps.get_model("casework.Deadline").objects.open()
    ahead = open_ones.exclude(rule__in=WAITS).filter(
        about_type="ehcps.needsassessment", about_id=OuterRef("pk")
    )
    return Subquery(ahead.order_by("due_on", "pk").values(column)[:1])


class NeedsAssessmentQuerySet(ChildScopedQuerySet):
    """Requests and assessments."""

    child_path = "case__child"

    def open(self) -> Self:
        """Not yet at an end."""
        return self.filter(stage__in=sorted(OPEN))

    def counted(self) -> Self:
        """Not recorded by mistake."""
        return self.exclude(stage=Stage.MISTAKE)

    def first_ones(self) -> Self:
        """Not of a child who has a plan already."""
        return self.filter(reassesses=None)

    def overdue(self, *, on: date) -> Self:
        """With a limit that has passed and is not met."""
        return self.filter(limit_on__lt=on)

    def awaiting_late_advice(self, *, on: date) -> Self:
        """With advice asked for whose six weeks have passed; ours may still run."""
        late = apps.get_model("ehcps.Advice").objects.outstanding().awaited()
        late = late.filter(due_on__lt=on, assessment=OuterRef("pk"))
        return self.filter(Exists(late))

    def for_list(self) -> Self:
        """Everything a row of the list shows."""
        return self.select_related(
            "case__child", "case__officer", "case__team", "source"
        ).prefetch_related("reversals")

    def leading(self) -> Self:
        """The one that runs before those that ended, then the newest first."""
        ended = models.Case(models.When(stage__in=sorted(OPEN), then=0), default=1)
        return self.order_by(ended, "-received_on", "-pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "case__child__team", "case__officer", "case__team", "source"
        ).prefetch_related("reversals")


class AdviceQuerySet(ChildScopedQuerySet):
    """Requests for advice."""

    child_path = "assessment__case__child"

    def awaited(self) -> Self:
        """Asked for, not yet here, and nothing held already takes its place."""
        return self.filter(received_on__isnull=True, held_agreed_on__isnull=True)

    def asked(self) -> Self:
        """Asked for; what was held already and never asked for has no due day."""
        return self.exclude(assessment__stage=Stage.MISTAKE).filter(
            due_on__isnull=False
        )

    def outstanding(self) -> Self:
        """Not here, or sent back, in an assessment that still runs."""
        return self.filter(outstanding=True)

    def counted(self, *, on: date) -> Self:
        """Whose six weeks ended in the year before a day, and that somebody waited for.

        What was never received since the assessment ended first is nobody's lateness.
        """
        waited = Q(received_on__isnull=False) | Q(
            received_on=None, held_agreed_on=None, assessment__stage__in=sorted(OPEN)
        )
        asked = self.asked().filter(waited)
        return asked.filter(due_on__gte=year_before(on), due_on__lt=on)

    def received(self) -> Self:
        """Here, as it was asked for."""
        return self.filter(received_on__isnull=False)

    def due_between(self, first: date, last: date) -> Self:
        """Due in a time, both days included."""
        return self.filter(due_on__range=(first, last))

    def on_time(self) -> Self:
        """Here within its six weeks."""
        return self.filter(received_on__lte=F("due_on"))

    def late(self, *, on: date) -> Self:
        """Here after its six weeks, or not here when they are over."""
        return self.filter(
            Q(received_on__gt=F("due_on")) | Q(received_on=None, due_on__lt=on)
        )

    def timeliness(self) -> Any:
        """How many of each service came, and how many of them on time."""
        in_time = Count("pk", filter=Q(received_on__lte=F("due_on")))
        here = Count("pk", filter=Q(received_on__isnull=False))
        by_kind = self.order_by().values("kind")
        return by_kind.annotate(all=Count("pk"), here=here, in_time=in_time)

    def for_list(self) -> Self:
        """Everything a row of the list shows."""
        return self.select_related(
            "assessment__case__child",
            "assessment__case__officer",
            "assessment__case__team",
        )

    def in_order(self) -> Self:
        """By the day asked."""
        return self.order_by("asked_on", "pk")


class ReversalQuerySet(ChildScopedQuerySet):
    """Refusals that were reversed."""

    child_path = "assessment__case__child"

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "assessment__case__child__team",
            "assessment__case__officer",
            "assessment__case__team",
            "assessment__source",
        )


class ExtractQuerySet(QuerySet):
    """Runs of the nightly file for social care."""

    def newest_first(self) -> Self:
        """The latest on top."""
        return self.order_by("-pk")

    def written(self) -> Self:
        """Those that wrote their file."""
        return self.filter(failure="")

    def not_replaced(self) -> Self:
        """Those whose file no later run of the day wrote over."""
        later = type(self)(self.model).written()
        later = later.filter(filename=OuterRef("filename"), pk__gt=OuterRef("pk"))
        return self.written().filter(~Exists(later))

    def children(self) -> QuerySet:
        """The keys of all whom these files tell of: too many for a list (ADR 36)."""
        each = Func(F("children"), function="unnest", output_field=BigIntegerField())
        return self.values(each=each)


class CorrectionQuerySet(ChildScopedQuerySet):
    """Dates to be corrected."""

    child_path = "case__child"

    def waiting(self) -> Self:
        """Not agreed to and not refused."""
        return self.filter(outcome="")

    def agreed_mistakes(self, case: Any) -> Self:
        """Why requests of a case count nowhere, with the advice asked for them."""
        found = self.filter(case=case, field="mistake", outcome="agreed")
        found = found.select_related("assessment", "asked_by", "decided_by")
        return found.prefetch_related("assessment__advices").order_by("pk")

    def for_list(self) -> Self:
        """Everything a row or an act's page shows."""
        return self.select_related(
            "asked_by",
            "advice",
            "case__child__team",
            "case__officer",
            "case__team",
            "assessment__source",
            "move_in__authority",
            "move_in__plan",
            "move_out__authority",
        )


class DisputeQuerySet(ChildScopedQuerySet):
    """Mediation and appeals."""

    child_path = "case__child"

    def standing(self) -> Self:
        """Not taken back, in the order they happened."""
        return self.filter(withdrawn_at__isnull=True).order_by("happened_on", "pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related("case__child__team", "case__officer", "case__team")


class ExemptionQuerySet(ChildScopedQuerySet):
    """Lawful reasons for missing a limit."""

    child_path = "deadline__case__child"

    def standing(self) -> Self:
        """Not taken back."""
        return self.filter(withdrawn_at__isnull=True).select_related(
            "recorded_by", "deadline"
        )

    def of_assessment(self, assessment: Any) -> Self:
        """About the limits of an assessment, or of advice for it."""
        advices = assessment.advices.values("pk")
        return self.filter(
            Q(
                deadline__about_type="ehcps.needsassessment",
                deadline__about_id=assessment.pk,
            )
            | Q(deadline__about_type="ehcps.advice", deadline__about_id__in=advices),
        ).order_by("deadline__due_on", "pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "deadline__case__child__team",
            "deadline__case__officer",
            "deadline__case__team",
            "recorded_by",
        )


class CeasingQuerySet(ChildScopedQuerySet):
    """Proposals to end a plan."""

    child_path = "plan__case__child"

    def open(self) -> Self:
        """Not over yet."""
        return self.filter(ended="")

    def newest_first(self) -> Self:
        """The latest proposal first."""
        return self.order_by("-consulted_on", "-pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "plan__case__child__team",
            "plan__case__officer",
            "plan__case__team",
            "cease_reason",
        )


class MoveInQuerySet(ChildScopedQuerySet):
    """Families who moved here."""

    child_path = "case__child"

    def awaited(self) -> Self:
        """Whose plan the other authority has still to send."""
        return self.filter(plan=None, assessment=None, dropped_on=None)

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "case__child__team", "case__officer", "case__team", "authority", "plan"
        )


class MoveOutQuerySet(ChildScopedQuerySet):
    """Families who move away."""

    child_path = "case__child"

    def open(self) -> Self:
        """Announced, and neither gone nor dropped."""
        return self.filter(ended="")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "case__child__team", "case__officer", "case__team", "authority", "plan"
        )


class CommissionerQuerySet(ChildScopedQuerySet):
    """Changes of the health commissioner."""

    child_path = "plan__case__child"

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "plan__case__child__team", "plan__case__officer", "plan__case__team"
        )


class PlanQuerySet(ChildScopedQuerySet):
    """Plans."""

    child_path = "case__child"

    def live(self) -> Self:
        """In force."""
        return self.filter(standing=Standing.LIVE)

    def issued(self) -> Self:
        """Issued, whether live, ceased since or replaced by a newer one."""
        return self.filter(standing__in=sorted(ISSUED))

    def leading(self) -> Self:
        """The one that is live before any other, then the newest first."""
        other = models.Case(models.When(standing=Standing.LIVE, then=0), default=1)
        return self.order_by(other, "-pk")

    def for_list(self) -> Self:
        """What a row of the list shows; codes apart, since each join costs planning."""
        return self.select_related(
            "case__child", "case__officer", "case__team", "setting"
        ).prefetch_related("arrangement", "primary_need")

    def with_place(self) -> Self:
        """What section I names: the little that a child's page shows of a plan."""
        return self.select_related("setting", "arrangement")

    def for_panel(self) -> Self:
        """What a case shows of its plan; each table less halves the planning."""
        return self.with_place().select_related(
            "primary_need", "secondary_need", "cease_reason"
        )

    def for_page(self) -> Self:
        """Everything a plan's page shows."""
        return (
            self.for_list()
            .select_related("assessment")
            .prefetch_related("secondary_need", "cease_reason")
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
