"""What every record that hangs from a child has in common."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Prefetch, Q, QuerySet
from django.db.models.expressions import RawSQL

from sendhub.accounts.permissions import Permission

if TYPE_CHECKING:
    from sendhub.accounts.models import User

Sight = Callable[["User"], Q | None]
_sights: list[Sight] = []


def register_sight(sight: Sight) -> None:
    """Let an app above add the children its roles see (a hub's, a panel's)."""
    _sights.append(sight)


def sights(user: "User") -> list[Q]:
    """The children that apps above show to somebody."""
    return [q for q in (sight(user) for sight in _sights) if q is not None]


def badges_of(path: str, *, on: date) -> Prefetch:
    """Load the statuses in force that badges show; `path` leads to the child, or ""."""
    statuses = apps.get_model("people.ChildStatus").objects
    return Prefetch(
        f"{path}__statuses".lstrip("_"),
        queryset=statuses.in_force(on=on)
        .select_related("authority")
        .order_by("kind", "pk"),
        to_attr="statuses_now",
    )


def setting_of(path: str, *, on: date) -> Prefetch:
    """Load the setting attended; `path` leads to the child, or ""."""
    attendances = apps.get_model("people.Attendance").objects
    return Prefetch(
        f"{path}__attendances".lstrip("_"),
        queryset=attendances.in_force(on=on).select_related("setting"),
        to_attr="attending_now",
    )


def home_of(path: str, *, on: date) -> Prefetch:
    """Load the address lived at; `path` leads to the child, or ""."""
    addresses = apps.get_model("people.Address").objects
    return Prefetch(
        f"{path}__addresses".lstrip("_"),
        queryset=addresses.in_force(on=on),
        to_attr="living_now",
    )


class ChildScopedQuerySet(QuerySet):
    """Base for every record that hangs from a child; says only where the child is."""

    child_path = "child"

    def visible_to(self, user: "User") -> Self:
        """Records of the children this person may see."""
        children = apps.get_model("people.Child").objects
        if user.may(Permission.CHILDREN_ALL):
            return self._but_of(children.hidden_keys(user))
        return self.filter(**{f"{self.child_path}__in": children.visible_to(user)})

    def _but_of(self, hidden: RawSQL) -> Self:
        """Leave out the records of a few children.

        Looked for from those children: to join each record with its child, for the few
        that may be hidden, would be most of the work of a count.
        """
        step, _, way_on = self.child_path.partition("__")
        if not way_on:
            return self.exclude(**{f"{step}__in": hidden})
        over: Any = self.model._meta.get_field(step).related_model
        theirs = over._base_manager.filter(**{f"{way_on}__in": hidden})
        return self.exclude(**{f"{step}__in": theirs.values("pk")})

    def of_child(self, child: Any) -> Self:
        """Records of one child."""
        return self.filter(**{self.child_path: child})

    def of_children_named(self, words: str) -> Self:
        """Records of children with these words in their names."""
        named = apps.get_model("people.Child").objects.named_like(words)
        return self.filter(**{f"{self.child_path}__in": named})

    def with_badges(self, *, on: date) -> Self:
        """Load each child's badges with the rows, for a list that shows them."""
        return self.select_related(self.child_path).prefetch_related(
            badges_of(self.child_path, on=on)
        )


class DatedQuerySet(ChildScopedQuerySet):
    """Records with `starts_on` and `ends_on`, both days included."""

    def visible_to(self, user: "User") -> Self:
        """Records of the children in sight; not what a merge left with an alias."""
        aliases = apps.get_model("people.Child").objects.merged()
        return super().visible_to(user).exclude(child__in=aliases)

    def in_force(self, *, on: date) -> Self:
        """Records in force on a day."""
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on
        )

    def not_over(self, *, on: date) -> Self:
        """Records in force on a day or starting later."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))

    def over(self, *, on: date) -> Self:
        """Records that ended before a day."""
        return self.filter(ends_on__lt=on)

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-starts_on", "-pk")


class AttendanceQuerySet(DatedQuerySet):
    """Children's times at settings."""

    def at(self, setting: Any) -> Self:
        """Times at one setting."""
        return self.filter(setting=setting)

    def begun(self, *, on: date, children: Iterable[int]) -> Self:
        """Times of some children that begin on a day."""
        return self.filter(starts_on=on, child__in=list(children))

    def to_move(self, *, on: date, until: date) -> Self:
        """Those of whom it may be written that they go on elsewhere from a day.

        Not who has left or died by then, nor who begins only after `until`.
        """
        alive = Q(child__died_on__isnull=True) | Q(child__died_on__gte=on)
        return self.not_over(on=on).filter(alive, starts_on__lte=until)
