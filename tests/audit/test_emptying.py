"""What a test with real transactions leaves is gone before the next one begins."""

import pytest
from django.db import DatabaseError

from sendhub.accounts.models import Team, User
from sendhub.audit.models import Act
from sendhub.people.models import Child
from tests import build
from tests.emptying import delete_all, quickly, rows

pytestmark = pytest.mark.django_db(transaction=True)


class Flushes:
    """Counts how often everything is emptied."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, case: object) -> None:
        self.times += 1


def filled() -> set[str]:
    return {table for table, (count, _) in rows().items() if count}


def test_deletes_what_is_guarded_and_referred_to_and_guards_it_again() -> None:
    there = filled()
    build.plan()
    assert {"people_child", "people_childevent", "audit_act"} <= filled() - there

    delete_all(sorted(filled() - there))

    assert filled() == there
    build.child()
    with pytest.raises(DatabaseError, match="append_only"):
        Act.objects.all().delete()


def test_only_tables_that_were_empty_are_emptied_again() -> None:
    Team.objects.create(name="There from the beginning")
    flushes = Flushes()
    empty = quickly(flushes)
    empty(None)
    build.child()

    empty(None)

    assert flushes.times == 1
    assert not Child.objects.exists()
    assert not User.objects.exists()
    assert Team.objects.count() == 1


@pytest.mark.parametrize("change", ["add", "write", "delete"])
def test_everything_is_emptied_after_a_change_of_what_was_there(change: str) -> None:
    team = Team.objects.create(name="There from the beginning")
    flushes = Flushes()
    empty = quickly(flushes)
    empty(None)
    if change == "add":
        Team.objects.create(name="Another")
    elif change == "write":
        Team.objects.update(name="Renamed")
    else:
        team.delete()

    empty(None)

    assert flushes.times == 2
