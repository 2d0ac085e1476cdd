"""Taking two records apart that were merged (PPL-8)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from sendhub.audit.models import Act
from sendhub.casework.models import Case
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules import Stage
from sendhub.people import actions, merging
from sendhub.people.models import Child, Merge
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen
from tests.people.test_children_merge import merged, pair

pytestmark = pytest.mark.django_db


def url(merge: Merge) -> str:
    return reverse("people:merge-undo", args=[merge.pk])


def undone(merge: Merge) -> Merge:
    by = build.user("data_officer")
    return actions.merge_undo(merge=merge, reason="They are two children.", by=by)


def everything(*children: Child) -> dict[str, Any]:
    """What is recorded of children, without the counts of changes."""
    found: dict[str, Any] = {
        f"child {row.pop('id')}": row
        for row in Child.objects.filter(pk__in=[c.pk for c in children]).values()
    }
    keys = merging.keys()
    for key in keys:
        if key.model not in (merging.Merge, Child):
            rows = key.model._base_manager.filter(**{f"{key.name}__in": children})
            found[key.model.__name__] = list(rows.order_by("pk").values())
    for rows in found.values():
        for row in rows if isinstance(rows, list) else [rows]:
            row.pop("version", None)
    return found


def full_pair() -> tuple[Child, Child]:
    """Two records with something of every kind, alike in part."""
    kept, other = pair(nhs_number="9434765919")
    for child in (kept, other):
        build.address(child)
        build.attendance(child)
        build.status(child)
        build.involvement(child)
        build.assessment(
            child_=child, stage=Stage.WITHDRAWN if child == kept else Stage.ASSESSING
        )
    mine = build.contact(kept, lives_with_child=False)
    theirs = build.contact(other, adult=mine.adult, lives_with_child=False)
    aunt = build.contact(other, name="Aunt Bee", parental_responsibility=False)
    build.withholding(theirs, about=aunt)
    by = build.user("caseworker")
    actions.child_edit(child=other, by=by, family_name="Rhys")
    for child in (kept, other):
        child.refresh_from_db()
    return kept, other


def test_everything_is_as_it_was() -> None:
    kept, other = full_pair()
    before = everything(kept, other)
    merge = merged(kept, other, "nhs_number", "family_name")
    assert everything(kept, other) != before
    undone(merge)
    assert everything(kept, other) == before


def test_both_are_told_and_found_again(signed_in: Any) -> None:
    kept, other = pair()
    merge = merged(kept, other)
    client = signed_in("service_manager")
    answer = press(client, url(merge), reason="They are cousins.")
    assert answer.url == kept.get_absolute_url()
    merge.refresh_from_db()
    assert (merge.undone_by, merge.undo_reason) == (client.user, "They are cousins.")
    assert merge.undone_at is not None
    said = Act.objects.filter(act="people.merge_undo").values_list(
        "child_id", flat=True
    )
    assert sorted(said) == sorted([kept.pk, other.pk])
    assert client.get(other.get_absolute_url()).status_code == 200
    found = client.get(reverse("people:child-search"), {"q": "Zoë Rees"})
    assert set(found.context["answer"].children) == {kept, other}
    assert client.get(kept.get_absolute_url()).context["merges"] == []


def test_the_child_s_page_offers_it_to_those_who_may(signed_in: Any) -> None:
    kept, other = pair()
    merge = merged(kept, other)
    link = url(merge)
    page = signed_in("data_officer").get(kept.get_absolute_url()).content.decode()
    assert link in page
    page = signed_in("caseworker").get(kept.get_absolute_url()).content.decode()
    assert link not in page


def test_what_was_added_since_stays_with_the_kept_record() -> None:
    kept, other = pair()
    merge = merged(kept, other)
    contact, status = build.contact(kept), build.status(kept)
    undone(merge)
    assert list(kept.contacts.all()) == [contact]
    assert list(kept.statuses.all()) == [status]


def test_a_closed_case_is_open_again() -> None:
    kept, other = pair()
    cases = [
        build.assessment(child_=child, stage=stage).case
        for child, stage in ((kept, Stage.WITHDRAWN), (other, Stage.REQUESTED))
    ]
    merge = merged(kept, other)
    undone(merge)
    for case, child in zip(cases, (kept, other), strict=True):
        assert Case.objects.open().get(child=child) == case


def test_it_can_be_merged_again() -> None:
    kept, other = pair()
    undone(merged(kept, other))
    merged(kept, other)
    assert Merge.objects.standing().count() == 1


# --- what stands in the way

Changed = Callable[[Child, Child], Any]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda kept, other: build.note(case_=Case.objects.get(child=kept)),
            "on a case that came along",
        ),
        (
            lambda kept, other: actions.contact_end(
                contact=kept.contacts.get(), ends_on=TODAY, by=build.user("caseworker")
            ),
            "Contact “Ceri Parent (mother)” was changed since.",
        ),
        (
            lambda kept, other: build.withholding(kept.contacts.get()),
            "Something was withheld since from, or about, a contact who came along.",
        ),
        (
            lambda kept, other: actions.child_edit(
                child=kept, by=build.user("caseworker"), first_language="Polish"
            ),
            "The first language was changed since.",
        ),
        (
            lambda kept, other: actions.child_restrict(
                child=kept, named=[], reason="A relative", by=build.user()
            ),
            "The record was restricted since",
        ),
        (
            lambda kept, other: merged(build.child(), kept),
            "merged into another one since: undo that merge first",
        ),
    ],
    ids=[
        "work on a case",
        "a row",
        "withheld",
        "a detail",
        "restricted",
        "merged again",
    ],
)
def test_what_happened_since_is_said(
    change: Changed, said: str, signed_in: Any
) -> None:
    kept, other = pair(first_language="Welsh")
    build.case(child_=other)
    build.contact(other, name="Ceri Parent", lives_with_child=False)
    merge = merged(kept, other, "first_language")
    kept.refresh_from_db()
    change(kept, other)
    merge.refresh_from_db()
    with pytest.raises(RuleBroken) as broken:
        undone(merge)
    assert said in broken.value.message
    client = signed_in("data_officer")
    if Child.objects.visible_to(client.user).filter(pk=kept.pk).exists():
        text = seen(client.get(url(merge)))
        assert "It cannot be undone any more" in text
        assert said in text


@pytest.mark.parametrize(
    ("merged_on", "late"),
    [
        (date(2026, 11, 20), False),
        (date(2026, 10, 21), False),
        (date(2026, 10, 20), True),
        (date(2025, 11, 20), True),
    ],
)
def test_it_can_be_undone_for_30_days(merged_on: date, late: bool) -> None:
    kept, other = pair()
    merge = merged(kept, other)
    zone = get_current_timezone()
    merge.merged_at = datetime(
        merged_on.year, merged_on.month, merged_on.day, 23, 30, tzinfo=zone
    )
    reasons = merging.dependent(merge, on=TODAY)
    assert reasons == (["It is more than 30 days ago."] if late else [])


def test_the_later_merge_is_undone_first() -> None:
    first, second, third = (build.child() for _ in range(3))
    build.status(third)
    before = everything(first, second, third)
    inner = merged(second, third)
    outer = merged(first, second)
    third.refresh_from_db()
    assert third.merged_into == first
    with pytest.raises(RuleBroken, match="undo that merge first"):
        undone(inner)
    undone(outer)
    third.refresh_from_db()
    assert third.merged_into == second
    undone(inner)
    assert everything(first, second, third) == before


def test_a_merge_is_undone_once(signed_in: Any) -> None:
    merge = merged(*pair())
    undone(merge)
    with pytest.raises(RuleBroken, match="undone already"):
        undone(merge)
    text = seen(signed_in("data_officer").get(url(merge)))
    assert "This merge was undone already." in text
    assert "Take the two records apart" not in text


def test_a_number_given_to_another_child_since_is_in_the_way(signed_in: Any) -> None:
    kept, other = pair(nhs_number="9434765919")
    merge = merged(kept, other)
    build.child(nhs_number="9434765919")
    answer = press(signed_in("data_officer"), url(merge), reason="They are two.")
    assert errors(answer)["__all__"] == ["Another child already has this NHS number."]
    other.refresh_from_db()
    assert other.merged_into == kept


def test_it_needs_a_reason(signed_in: Any) -> None:
    merge = merged(*pair())
    answer = press(signed_in("data_officer"), url(merge), reason="")
    assert errors(answer) == {"reason": ["Say why."]}


def test_the_wrong_role_is_refused(signed_in: Any) -> None:
    merge = merged(*pair())
    assert signed_in("team_manager").get(url(merge)).status_code == 403


def test_a_child_out_of_sight_is_not_found(signed_in: Any) -> None:
    officer = build.user("data_officer")
    kept = build.restricted_child(named=[officer])
    merge = merged(kept, build.child(), by=officer)
    client = signed_in("data_officer")
    assert client.get(url(merge)).status_code == 404
    assert client.post(url(merge)).status_code == 404


def test_the_page_shows_what_the_other_record_says(signed_in: Any) -> None:
    kept, other = pair(own_phone="01432 260000")
    build.address(kept)
    build.address(other, lines="2 Low Street")
    merge = merged(kept, other)
    Merge.objects.filter(pk=merge.pk).update(
        merged_at=merge.merged_at - timedelta(days=1)
    )
    text = seen(signed_in("data_officer").get(url(merge)))
    assert "Zoë" in text
    assert "01432 260000" in text
    assert "Address: 2 Low Street, Leominster, HR6 8BS" in text
