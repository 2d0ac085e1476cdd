"""A child's numbers in systems of others: recorded, found, removed."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people.models import Child, ExternalNumber
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

FOUND = reverse("people:child-search")


def add(child: Child) -> str:
    return reverse("people:number-add", args=[child.pk])


def remove(number: ExternalNumber, child: Child | None = None) -> str:
    of = child.pk if child else number.child_id
    return reverse("people:number-remove", args=[of, number.pk])


def known(child: Child, number: str = "M123456", system: str = "mosaic") -> Any:
    return ExternalNumber.objects.create(child=child, system=system, number=number)


def test_is_recorded_as_it_is_kept_and_shown(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    press(client, add(child), system="mosaic", number=" m 123-456 ")
    number = child.external_numbers.get()
    assert (number.system, number.number) == ("mosaic", "M123-456")
    assert "Mosaic (social care): M123-456" in seen(
        client.get(child.get_absolute_url())
    )
    act = Act.objects.get(act="people.number_add")
    assert (act.child_id, act.facts) == (child.pk, {"system": "Mosaic (social care)"})


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"system": ""}, "system", "Choose"),
        ({"number": ""}, "number", "Enter"),
        ({"number": "x" * 31}, "number", "at most 30 letters"),
        ({"number": "12 & 13"}, "number", "at most 30 letters"),
        ({"number": "-12"}, "number", "at most 30 letters"),
        ({"number": "M1"}, "number", "Another child has this Mosaic number"),
    ],
)
def test_what_is_typed_wrong_is_said(
    signed_in: Any, typed: dict[str, str], field: str, said: str
) -> None:
    known(build.child(), "M1")
    facts = {"system": "mosaic", "number": "M2"} | typed
    answer = press(signed_in("caseworker"), add(build.child()), **facts)
    assert said in " ".join(errors(answer)[field])


def test_each_school_counts_for_itself(
    signed_in: Any,
) -> None:
    child = build.child()
    client = signed_in("caseworker")
    for number in ("0012", "0013"):
        press(client, add(child), system="school", number=number)
    press(client, add(build.child()), system="school", number="0012")
    assert ExternalNumber.objects.filter(system="school").count() == 3
    same = press(client, add(child), system="school", number="0012")
    assert "recorded already" in errors(same)["number"][0]


def test_is_removed_and_the_history_says_so(signed_in: Any) -> None:
    child = build.child()
    number = known(child)
    client = signed_in("caseworker")
    sent = opened(client, remove(number))
    assert client.post(remove(number), sent).url == child.get_absolute_url()
    assert client.post(remove(number), sent).status_code == 302
    assert not child.external_numbers.exists()
    assert Act.objects.filter(act="people.number_remove").count() == 1
    assert client.get(remove(number)).status_code == 404


def test_a_number_of_another_child_is_not_removed(signed_in: Any) -> None:
    number = known(build.restricted_child())
    other = build.child()
    mine = known(other, "1", "school")
    client = signed_in("caseworker")
    assert client.get(remove(number, other)).status_code == 404
    answer = client.post(remove(number, other), opened(client, remove(mine)))
    assert "removed already" in seen(answer)
    assert ExternalNumber.objects.filter(pk=number.pk).exists()


@pytest.mark.parametrize("typed", ["M123456", "m123456", "M 123456", " m123456 "])
def test_search_finds_the_child(signed_in: Any, typed: str) -> None:
    child = build.child(family_name="Osei")
    known(child)
    build.child(family_name="Mosaic")
    text = seen(signed_in("caseworker").get(FOUND, {"q": typed}))
    assert "Osei" in text


def test_search_by_digits_only(signed_in: Any) -> None:
    known(build.child(family_name="Osei"), "987654")
    text = seen(signed_in("caseworker").get(FOUND, {"q": "987654"}))
    assert "Osei" in text


def test_of_a_restricted_child_search_says_only_that_there_is_one(
    signed_in: Any,
) -> None:
    known(build.restricted_child(family_name="Hidden"))
    text = seen(signed_in("caseworker").get(FOUND, {"q": "M123456"}))
    assert "Hidden" not in text
    assert "restricted" in text.lower()
    other = seen(signed_in("hub_school").get(FOUND, {"q": "M123456"}))
    assert "Ask" not in other


@pytest.mark.parametrize(
    ("role", "status"), [("finance_officer", 403), ("auditor", 403)]
)
def test_those_who_only_read_change_none(
    signed_in: Any, role: str, status: int
) -> None:
    assert signed_in(role).get(add(build.child())).status_code == status


def test_a_child_out_of_sight_is_not_found(signed_in: Any) -> None:
    assert signed_in("caseworker").get(add(build.restricted_child())).status_code == 404


def broken(constraint: str, **facts: Any) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ExternalNumber.objects.create(**facts)


def test_what_must_never_be() -> None:
    child = build.child()
    known(child, "12", "school")
    known(child, "M1")
    facts = {"child": child, "system": "school", "number": "12"}
    broken("people_externalnumber_once", **facts)
    broken("people_externalnumber_shape", **(facts | {"number": "a b"}))
    another = {"child": build.child(), "system": "mosaic", "number": "M1"}
    broken("people_externalnumber_mosaic_one_child", **another)


def test_a_merge_brings_the_numbers_along(signed_in: Any) -> None:
    kept, other = build.child(), build.child()
    for child, number in ((kept, "M1"), (other, "M2")):
        known(child, number)
        known(child, "0012", "school")
    by = build.user("service_manager")
    build.merge(kept, other, by=by)
    numbers = set(kept.external_numbers.values_list("number", flat=True))
    assert numbers == {"M1", "M2", "0012"}
