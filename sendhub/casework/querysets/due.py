"""Work with a day by which it is due."""

from datetime import date, timedelta
from typing import Self

from django.db.models import Count, Q, QuerySet

from sendhub.casework.querysets.scoped import ServiceScopedQuerySet
from sendhub.casework.rules import SOON, Lateness, monday_of


def _in_week(monday: date) -> Q:
    return Q(due_on__gte=monday, due_on__lt=monday + timedelta(days=7))


class DueQuerySet(ServiceScopedQuerySet):
    """Base for deadlines and tasks; says what is never late, and whose a row is."""

    never_late: Q
    whose_path: str

    def lateness(self, lateness: Lateness, *, on: date) -> Q:
        """Overdue, due within the next fortnight, or later.

        What is never late stays among what is due soon.
        """
        soon = on + timedelta(days=SOON)
        if lateness == Lateness.OVERDUE:
            return Q(due_on__lt=on) & ~self.never_late
        if lateness == Lateness.SOON:
            return Q(due_on__lte=soon) & (Q(due_on__gte=on) | self.never_late)
        return Q(due_on__gt=soon)

    def by_lateness(self, lateness: Lateness, *, on: date) -> Self:
        """Overdue, due within the next fortnight, or later."""
        return self.filter(self.lateness(lateness, on=on))

    def of_week(self, monday: date) -> Self:
        """Due in one week."""
        return self.filter(_in_week(monday))

    def loads(self, *, on: date) -> QuerySet:
        """How many each person has overdue, and due in what is left of the week."""
        this_week = _in_week(monday_of(on))
        counts = {
            "overdue": Count("pk", filter=self.lateness(Lateness.OVERDUE, on=on)),
            "week": Count("pk", filter=self.lateness(Lateness.SOON, on=on) & this_week),
        }
        return self.order_by().values(self.whose_path).annotate(**counts)
