"""Children who may be one and the same (PPL-8)."""

from collections.abc import Collection

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.people.models import Child, NotSame

MOST_ALIKE = 5


def likely_same(child: Child, user: User) -> list[Child]:
    """Children who may be this one, unless somebody said that they are not (PPL-8)."""
    if not user.may(Permission.CHILD_EDIT):
        return []
    return alike(child, user, but=NotSame.objects.others_of(child))


def alike(child: Child, user: User, *, but: Collection[int] = ()) -> list[Child]:
    """Children of a like name and the same birthday, but for some."""
    found = (
        Child.objects.visible_to(user)
        .alike(
            given_names=child.given_names,
            family_name=child.family_name,
            born_on=child.born_on,
        )
        .exclude(pk__in={child.pk, *but})
    )
    shown = found.for_results(on=clock.today())
    return list(shown.order_by("sort_name", "pk")[:MOST_ALIKE])
