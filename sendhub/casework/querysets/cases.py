"""Filters on cases and deadlines."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Concat, TruncWeek

from sendhub.casework.querysets.cover import away_of
from sendhub.casework.querysets.due import DueQuerySet
from sendhub.casework.querysets.scoped import (
    services_closed_to,
)
from sendhub.casework.rules import (
    NEW,
    PREFIXES,
    WAITS,
    Became,
    Ended,
    Lateness,
    Whose,
    read_reference,
    services_worked_on,
)
from sendhub.people.names import name_in_sql
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
    "officer__is_active",
    "team__name",
)


def reference_in_sql(case: str | None = "case") -> Concat:
    """The reference of a row's case, like EHC-000042 (as `rules.reference_of`).

    `case` leads from the row to its case; None where the row is the case.
    """
    service = f"{case}__service" if case else "service"
    letters = [
        When(**{service: key}, then=Value(prefix)) for key, prefix in PREFIXES.items()
    ]
    prefix = Case(*letters, output_field=CharField())
    return Concat(prefix, Value("-"), _six_digits(f"{case}_id" if case else "id"))


def _six_digits(column: str) -> Func:
    return Func(
        F(column),
        Value("FM999999999999000000"),
        function="to_char",
        output_field=CharField(),
    )


def _pile(
    rows: Any, whose: Whose, user: "User", *, now: datetime, given: str, **more: Any
) -> Any:
    """One pile of rows that have an officer and a team; `given` says since when."""
    if whose == Whose.COVER:
        return rows.filter(officer__in=more["covered"])
    if whose == Whose.MINE:
        return rows.filter(officer=user)
    if whose == Whose.NEW:
        return rows.filter(officer=user, **{f"{given}__gt": now - NEW})
    if whose == Whose.TEAM:
        return rows.filter(team=user.team_id) if user.team_id else rows.none()
    return rows.filter(officer__isnull=True) if whose == Whose.UNASSIGNED else rows


class CaseQuerySet(ChildScopedQuerySet):
    """Cases of every service."""

    def open(self) -> Self:
        """Cases that are being worked on."""
        return self.filter(closed_on__isnull=True)

    def wanted_by(self, day: date) -> Self:
        """Cases whose facts a national return needs by a day.

        Nobody is sent to ask a family about a child who has died.
        """
        due_on = Value(day, output_field=DateField())
        return self.filter(child__died_on__isnull=True).annotate(due_on=due_on)

    def whose(
        self, whose: Whose, user: "User", *, now: datetime, covered: Collection[int]
    ) -> Self:
        """One pile of cases, as somebody sees it, who covers for these colleagues."""
        return _pile(self, whose, user, now=now, covered=covered, given="assigned_at")

    def open_to(self, user: "User") -> Self:
        """Cases of the services whose cases this person may open."""
        return self.exclude(service__in=services_closed_to(user))

    def closed_to(self, user: "User") -> Self:
        """Cases of the services whose cases this person may not open."""
        return self.filter(service__in=services_closed_to(user))

    def chosen_by(self, user: "User", keys: Collection[int]) -> Self:
        """Of the cases that somebody chose, those this person may open."""
        return self.filter(pk__in=keys).visible_to(user).open_to(user)

    def worked_on_by(self, user: "User") -> Self:
        """Cases of the services on whose cases this person works."""
        return self.filter(service__in=services_worked_on(user.may))

    def of_officer(self, user: "User") -> Self:
        """Cases of one officer."""
        return self.filter(officer=user)

    def assigned(self) -> Self:
        """Cases that somebody has been given."""
        return self.filter(officer__isnull=False)

    def with_reference(self, typed: str) -> Self:
        """The case that a typed reference names."""
        service, number = read_reference(typed) or ("", None)
        cases = self.filter(pk=number)
        return cases.filter(service=service) if service else cases

    def for_page(self, *, on: date) -> Self:
        """What the head of a case shows."""
        found = self.select_related("officer", "team").with_badges(on=on)
        return found.prefetch_related(away_of("officer", on=on))

    def by_next_date(self) -> Self:
        """Add `due_on`, the next day by which something is due on the case."""
        deadlines = apps.get_model("casework.Deadline").objects.open()
        ahead = deadlines.exclude(rule__in=WAITS).filter(case=OuterRef("pk"))
        return self.annotate(
            due_on=Subquery(ahead.order_by("due_on", "pk").values("due_on")[:1])
        )

    def for_list(self, *, on: date) -> Self:
        """Everything a row of a list of cases shows."""
        return self.for_page(on=on).by_next_date()

    def in_order(self) -> Self:
        """What a list of work of every kind is ordered by; facts have no deadline."""
        return self.annotate(
            table=Value("case"),
            number=F("pk"),
            listed_child=F("child__sort_name"),
            listed_rule=Value("Facts"),
        )

    def for_work(self, *, on: date) -> Self:
        """Everything a row of a work list shows, and nothing more of a child."""
        own = [field.name for field in self.model._meta.concrete_fields]
        beside = [name for name in SHOWN_BESIDE if not name.startswith("case__")]
        return self.for_page(on=on).select_related("child").only(*own, *beside)

    def for_handover(self) -> Self:
        """What is seen of cases that are given away, by child."""
        found = self.select_related("child", "officer", "team")
        return found.order_by("child__sort_name", "pk")

    def loads(self, *, new_since: datetime) -> QuerySet:
        """How many children each officer has, and cases that came in the last week."""
        lately = Q(assigned_at__gt=new_since - NEW)
        counts = {
            "children": Count("child", distinct=True),
            "new": Count("pk", filter=lately),
        }
        return self.order_by().values("officer").annotate(**counts)

    def new_since(self, moment: datetime) -> Self:
        """Given to their officer after a moment."""
        return self.filter(assigned_at__gt=moment)

    def for_export(self) -> Self:
        """What the export adds to the columns that are there."""
        return self.annotate(
            child_name=name_in_sql("child"),
            reference_words=reference_in_sql(None),
        )

    def for_panel(self, *, on: date) -> Self:
        """What the child's page shows of each case, the oldest first."""
        found = self.select_related("officer", "team").order_by("opened_on", "pk")
        return found.prefetch_related(away_of("officer", on=on))


class DeadlineQuerySet(DueQuerySet):
    """Deadlines of every service; officer, team and child stand on the row.

    Others' time to answer is never overdue: once over, it calls for the next act.
    """

    never_late = Q(rule__in=WAITS)
    whose_path = "officer"

    def open(self) -> Self:
        """Deadlines not yet met."""
        return self.filter(ended=Ended.OPEN)

    def ended(self) -> Self:
        """Deadlines met, met late or no longer needed."""
        return self.exclude(ended=Ended.OPEN)

    def whose(
        self, whose: Whose, user: "User", *, now: datetime, covered: Collection[int]
    ) -> Self:
        """One pile of work, as somebody sees it, who covers for these colleagues."""
        given = "case__assigned_at"
        return _pile(self, whose, user, now=now, covered=covered, given=given)

    def of_officer(self, user: "User") -> Self:
        """Deadlines of one officer's cases."""
        return self.filter(officer=user)

    def of_team(self, team_id: int | None) -> Self:
        """Deadlines of one team's cases."""
        return self.filter(team=team_id)

    def unassigned(self) -> Self:
        """Deadlines of cases that nobody has been given."""
        return self.filter(officer__isnull=True)

    def overdue_by_rule(self, *, on: date) -> QuerySet:
        """How many are overdue by what is due, the most on top."""
        late = self.by_lateness(Lateness.OVERDUE, on=on).order_by().values("rule")
        return late.annotate(number=Count("pk")).order_by("-number", "rule")

    def limits(self) -> Self:
        """What can be met or missed: no time for others to answer, nothing void."""
        return self.exclude(rule__in=WAITS).exclude(ended=Ended.VOID)

    def that_became(self, what: Became) -> Self:
        """Met in time, met late, or still open."""
        ended = {Became.MET: Ended.MET, Became.LATE: Ended.LATE}
        return self.filter(ended=ended.get(what, Ended.OPEN))

    def fallen_due(self, *, since: date, until: date) -> QuerySet:
        """What fell due in each week of a time, and what became of it."""
        limits = self.limits().filter(due_on__gte=since, due_on__lt=until)
        weeks = limits.order_by().annotate(week=TruncWeek("due_on")).values("week")
        return weeks.annotate(
            due=Count("pk"),
            met=Count("pk", filter=Q(ended=Ended.MET)),
            open=Count("pk", filter=Q(ended=Ended.OPEN)),
        )

    def in_order(self) -> Self:
        """What a list of work of every kind is ordered by."""
        return self.annotate(
            table=Value("deadline"),
            number=F("pk"),
            listed_child=F("child__sort_name"),
            listed_rule=F("rule"),
        )

    def for_list(self, *, on: date) -> Self:
        """Everything a row of a work list shows, and nothing more of a child."""
        own = [field.name for field in self.model._meta.concrete_fields]
        found = self.select_related("child", "case", "officer", "team")
        found = found.prefetch_related(away_of("officer", on=on))
        return found.only(*own, *SHOWN_BESIDE).with_badges(on=on)

    def for_page(self) -> Self:
        """Everything a case's page shows of its dates, the first due on top."""
        return self.select_related("target_by").order_by("due_on", "pk")

    def for_export(self) -> Self:
        """What the export adds to the columns that are there."""
        return self.annotate(
            child_name=name_in_sql("child"),
            reference=reference_in_sql(),
        )
