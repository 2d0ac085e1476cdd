"""Who is hidden from somebody: the text made once finds whom the query itself finds."""

from datetime import timedelta

import pytest

from sendhub.accounts.models import User
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.people.models import AccessGrant, Child
from tests import build

pytestmark = pytest.mark.django_db


def hidden(user: User) -> set[int]:
    """Whom the query hides; and that the remembered text hides the same."""
    asked = set(Child.objects.hidden_from(user).values_list("pk", flat=True))
    keys = Child.objects.filter(pk__in=Child.objects.hidden_keys(user))
    assert asked == set(keys.values_list("pk", flat=True))
    return asked


def test_each_person_is_hidden_their_own() -> None:
    named, stranger = build.user("caseworker"), build.user("caseworker")
    build.child()
    child = build.restricted_child(named=[named])

    assert hidden(named) == set()
    assert hidden(stranger) == {child.pk}
    assert hidden(named) == set()


def test_access_for_a_time_counts_until_it_ends() -> None:
    user, child = build.user("caseworker"), build.restricted_child()
    assert hidden(user) == {child.pk}

    grant = build.glass(child, by=user)
    assert hidden(user) == set()

    AccessGrant.objects.filter(pk=grant.pk).update(
        starts_at=clock.now() - timedelta(days=2), ends_at=clock.now()
    )
    assert hidden(user) == {child.pk}


def test_lists_leave_them_out_and_bring_them_back() -> None:
    named, stranger = build.user("caseworker"), build.user("caseworker")
    open_case = build.case()
    closed = build.case(child_=build.restricted_child(named=[named]))

    assert set(Case.objects.visible_to(named)) == {open_case, closed}
    assert set(Case.objects.visible_to(stranger)) == {open_case}
