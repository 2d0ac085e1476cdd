"""Filters on children and what hangs from them; who sees which child is said here."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet

from sendhub.accounts.permissions import Permission
from sendhub.people.rules import plain_name

if TYPE_CHECKING:
    from sendhub.accounts.models import User

ALIKE = 0.45
Sight = Callable[["User"], Q | None]
_sights: list[Sight] = []


def register_sight(sight: Sight) -> None:
    """Let an app above add the children its roles see (a hub's, a panel's)."""
    _sights.append(sight)


class ChildQuerySet(QuerySet):
    """Children and young people."""

    def hidden_from(self, user: "User") -> Self:
        """Restricted children on whom this person is not named."""
        restricted = self.filter(restricted_at__isnull=False)
        return restricted.exclude(pk__in=self._naming(user))

    def visible_to(self, user: "User") -> Self:
        """The children this person may see; the one place that decides it.

        Unrestricted children for staff who see the county, those that a service
        shows to its own roles, and restricted ones for staff named on them.
        """
        if not user.may(Permission.CHILD_VIEW):
            return self.none()
        unrestricted = Q(restricted_at__isnull=True)
        if not user.may(Permission.CHILDREN_ALL):
            shown = [q for q in (sight(user) for sight in _sights) if q is not None]
            unrestricted &= reduce(or_, shown, Q(pk__in=[]))
        return self.filter(unrestricted | Q(pk__in=self._naming(user)))

    def _naming(self, user: "User") -> QuerySet:
        named = self.model.named_staff.through.objects
        return named.filter(user=user).values("child")

    def named_like(self, words: str) -> Self:
        """Children with every word in one of their names, in any order, typos forgiven."""
        found = self
        for word in plain_name(words).split():
            found = found.filter(
                Q(search_text__contains=word)
                | Q(search_text__trigram_word_similar=word)
            )
        return found

    def closest_to(self, words: str) -> Self:
        """Order by how close the names are to the words."""
        likeness = TrigramWordSimilarity(plain_name(words), "search_text")
        return self.alias(likeness=likeness).order_by("-likeness", "sort_name", "pk")

    def for_page(self) -> Self:
        """Everything the head of a child's page shows."""
        return self.select_related(
            "sex",
            "ethnicity",
            "home_authority",
            "team",
            "primary_need",
            "secondary_need",
        )


class ChildScopedQuerySet(QuerySet):
    """Base for every record that hangs from a child; says only where the child is."""

    child_path = "child"

    def visible_to(self, user: "User") -> Self:
        """Records of the children this person may see."""
        children = apps.get_model("people.Child").objects
        if user.may(Permission.CHILDREN_ALL):
            hidden = children.hidden_from(user)
            return self.exclude(**{f"{self.child_path}__in": hidden})
        return self.filter(**{f"{self.child_path}__in": children.visible_to(user)})

    def of_child(self, child: Any) -> Self:
        """Records of one child."""
        return self.filter(**{self.child_path: child})


class DatedQuerySet(ChildScopedQuerySet):
    """Records with `starts_on` and `ends_on`, both days included."""

    def in_force(self, *, on: date) -> Self:
        """Records in force on a day."""
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on
        )

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-starts_on", "-pk")
