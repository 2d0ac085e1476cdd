"""Two people with the same records at the same moment (PPL-8)."""

from typing import Any

import pytest
from django.db import IntegrityError
from django.urls import reverse

from sendhub.casework.models import Case
from sendhub.core import refusals
from sendhub.core.errors import RuleBroken
from sendhub.people.models import Child, Merge
from tests import build
from tests.people.test_children_merge import merged, pair
from tests.people.test_races import filled
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def page(kept: Child, other: Child) -> str:
    return reverse("people:children-merge", args=[kept.pk, other.pk])


def test_of_two_merges_in_opposite_directions_one_is_done(signed_in: Any) -> None:
    one, other = pair()
    clients = [signed_in("data_officer") for _ in range(2)]
    answers = at_once(
        filled(clients[0], page(one, other)), filled(clients[1], page(other, one))
    )
    assert 302 in [answer.status_code for answer in answers]
    assert Merge.objects.count() == 1
    assert Child.objects.not_merged().count() == 1


def test_of_two_merges_into_different_records_one_is_done(signed_in: Any) -> None:
    first, other = pair()
    second = build.child()
    clients = [signed_in("data_officer") for _ in range(2)]
    at_once(
        filled(clients[0], page(first, other)), filled(clients[1], page(second, other))
    )
    assert Merge.objects.count() == 1


def test_a_case_opened_during_a_merge_is_on_the_kept_record_or_refused() -> None:
    kept, other = pair()
    by = build.user("caseworker")

    def open_case() -> str:
        try:
            return str(build.case(child_=other, officer=by).child_id)
        except (RuleBroken, IntegrityError) as refused:
            found = (
                refusals.words_for(refused)
                if isinstance(refused, IntegrityError)
                else None
            )
            return found.message if found else str(refused)

    said, _ = at_once(open_case, lambda: merged(kept, other))
    assert not Case.objects.filter(child=other).exists()
    assert said == str(other.pk) or "merged with another of the same child" in said
    assert Case.objects.filter(child=kept).exists() == (said == str(other.pk))


def test_of_two_who_undo_a_merge_one_does(signed_in: Any) -> None:
    merge = merged(*pair())
    undo = reverse("people:merge-undo", args=[merge.pk])
    clients = [signed_in("data_officer") for _ in range(2)]
    answers = at_once(*[filled(c, undo, reason="They are two.") for c in clients])
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert Child.objects.not_merged().count() == 2
