"""What the database refuses of records that were merged, whoever asks (PPL-8)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sendhub.core import clock
from sendhub.people import merging
from sendhub.people.models import Child, ChildStatus, Merge
from tests import build
from tests.people.test_children_merge import merged, pair

pytestmark = pytest.mark.django_db


@contextmanager
def refuses(constraint: str) -> Iterator[None]:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        yield
    cause: Any = error.value.__cause__
    assert cause.diag.constraint_name == constraint


def write(child: Child, **columns: Any) -> None:
    Child.objects.filter(pk=child.pk).update(**columns)


def test_a_record_is_not_its_own_alias() -> None:
    child = build.child()
    with refuses("people_child_not_into_itself"):
        write(child, merged_into=child)


def test_an_alias_has_no_alias() -> None:
    kept, other = pair()
    merged(kept, other)
    third = build.child()
    with refuses("people_child_alias_of_alias"):
        write(third, merged_into=other)
    with refuses("people_child_alias_of_alias"):
        write(kept, merged_into=third)


def test_an_alias_stays_as_it_was() -> None:
    kept, other = pair()
    merged(kept, other)
    with refuses("people_child_alias_stands_still"):
        write(other, given_names="Anna")
    write(other, merged_into=build.child())


@pytest.mark.parametrize("moved", ["put there", "moved there"])
def test_an_alias_takes_no_row(moved: str) -> None:
    kept, other = pair()
    status = build.status(kept)
    merged(kept, other)
    with refuses("people_child_alias_holds_nothing"):
        if moved == "put there":
            ChildStatus.objects.create(
                child=other, kind="young_carer", starts_on=date(2026, 9, 1)
            )
        else:
            ChildStatus.objects.filter(pk=status.pk).update(child=other)


def test_a_record_with_an_open_case_is_no_alias() -> None:
    kept, other = pair()
    build.case(child_=other)
    with refuses("people_child_alias_holds_nothing"):
        write(other, merged_into=kept)


def test_every_key_to_a_child_is_guarded() -> None:
    """Each table whose rows move with a merge refuses rows of an alias."""
    import pgtrigger

    guarded = {
        model
        for model, trigger in pgtrigger.registered()
        if trigger.name == "not_on_alias"
    }
    assert guarded == {key.model for key in merging.moving()} - {Child}


def test_every_exception_has_its_reason() -> None:
    keys = merging.keys()
    assert set(merging.STAYS) < {key.model for key in keys}
    assert all(merging.STAYS.values())


def test_a_merge_is_of_two_records() -> None:
    child, by = build.child(), build.user()
    with refuses("people_merge_of_two"):
        Merge.objects.create(
            kept=child, other=child, merged_by=by, merged_at=clock.now()
        )


def test_a_record_is_merged_into_one_other() -> None:
    kept, other = pair()
    by = merged(kept, other).merged_by
    with refuses("people_merge_once"):
        Merge.objects.create(
            kept=build.child(), other=other, merged_by=by, merged_at=clock.now()
        )


@pytest.mark.parametrize(
    "half", [{"undone_at": "2026-11-20T10:00Z"}, {"undo_reason": "Two children"}]
)
def test_an_undoing_has_who_when_and_why(half: dict[str, str]) -> None:
    merge = merged(*pair())
    with refuses("people_merge_undone_who_when_why"):
        Merge.objects.filter(pk=merge.pk).update(**half)
