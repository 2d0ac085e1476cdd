"""A record that was merged into another leads to it, and is found as it."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people import actions
from sendhub.people.models import Contact
from tests import build
from tests.pages import errors, press, seen
from tests.people.merges import pair

pytestmark = pytest.mark.django_db

merged = build.merge


def test_the_old_address_leads_to_the_kept_record(signed_in: Any) -> None:
    kept, other = pair()
    merged(kept, other)
    client = signed_in("caseworker")
    for page in ("child-page", "child-chronology", "address-change"):
        old = reverse(f"people:{page}", args=[other.pk])
        assert client.get(old).url == reverse(f"people:{page}", args=[kept.pk])
    text = seen(client.get(other.get_absolute_url(), follow=True))
    assert "This child had two records" in text
    twice = reverse("people:children-not-same", args=[kept.pk, other.pk])
    assert client.get(twice).url == kept.get_absolute_url()


def test_what_was_typed_on_the_old_address_is_not_lost(signed_in: Any) -> None:
    kept, other = pair()
    client = signed_in("caseworker")
    old = reverse("people:child-died", args=[other.pk])
    client.get(old)
    merged(kept, other)
    answer = client.post(old, {"died_on_day": "3", "died_on_month": "11"})
    assert answer.url.startswith(reverse("people:child-died", args=[kept.pk]))
    page = client.get(answer.url)
    assert page.context["form"].data["died_on_day"] == "3"
    assert "What you typed is in the form" in seen(page)


@pytest.mark.parametrize(
    "typed", ["Zoë Rees", "943 476 5919", "E999999909001", "6 May 2016", "Zebedee"]
)
def test_the_alias_is_found_as_the_kept_child(signed_in: Any, typed: str) -> None:
    kept = build.child(given_names="Anna", family_name="Pugh")
    other = build.child(
        given_names="Zoë",
        family_name="Rees",
        preferred_name="Zebedee",
        nhs_number="9434765919",
        upn="E999999909001",
        born_on=date(2016, 5, 6),
    )
    actions.child_edit(child=kept, by=build.user(), nhs_number="9434765870")
    merged(kept, other)
    found = signed_in("caseworker").get(reverse("people:child-search"), {"q": typed})
    assert found.context["answer"].children == [kept]


def test_a_case_reference_finds_the_kept_child(signed_in: Any) -> None:
    kept, other = pair()
    case = build.case(child_=other)
    merged(kept, other)
    client = signed_in("caseworker")
    found = client.get(reverse("people:child-search"), {"q": case.reference})
    assert found.url == case.get_absolute_url()
    assert str(kept) in seen(client.get(found.url))
    number = case.reference.rpartition("-")[2]
    found = client.get(reverse("people:child-search"), {"q": number.lstrip("0")})
    assert found.context["answer"].children == [kept]


def test_a_merged_record_does_not_come_back_as_a_duplicate(signed_in: Any) -> None:
    kept, other = pair(upn="E999999909001")
    merged(kept, other)
    client = signed_in("caseworker")
    assert client.get(kept.get_absolute_url()).context["alike"] == []
    answer = press(
        client,
        reverse("people:child-record"),
        given_names="Someone",
        family_name="Else",
        born_on=date(2015, 1, 1),
        sex=build.code("SEX", "F"),
        upn="E999999909001",
    )
    assert errors(answer)["upn"] == ["Zoe Rees already has this UPN."]


def test_those_told_apart_from_the_alias_stay_told_apart(signed_in: Any) -> None:
    kept, other = pair()
    twin = build.child(given_names="Zoe", family_name="Rees")
    actions.children_not_same(one=other, other=twin, by=build.user("caseworker"))
    merged(kept, other)
    client = signed_in("caseworker")
    for child in (kept, twin):
        assert client.get(child.get_absolute_url()).context["alike"] == []


def test_the_chronology_and_the_looks_are_of_both(signed_in: Any) -> None:
    kept, other = pair()
    build.status(other, "young_carer")
    client = signed_in("service_manager")
    client.get(other.get_absolute_url())
    merged(kept, other)
    page = client.get(reverse("people:child-chronology", args=[kept.pk]))
    text = seen(page)
    assert "Young carer" in text
    assert text.count("Record made") == 2
    looks = client.get(reverse("people:child-looks", args=[kept.pk])).context["page"]
    assert other.pk in {look.child_id for look in looks.rows}


def test_what_a_merge_left_behind_is_in_nobody_s_sight(signed_in: Any) -> None:
    kept, other = pair()
    mine = build.contact(kept, lives_with_child=False)
    left = build.contact(other, adult=mine.adult, lives_with_child=False)
    build.withholding(left)
    build.withholding(mine)
    merged(kept, other)
    client = signed_in("caseworker")
    assert not Contact.objects.visible_to(client.user).filter(pk=left.pk).exists()
    assert client.get(reverse("people:contact-edit", args=[left.pk])).status_code == 404
    withheld = other.withholdings.model.objects.visible_to(client.user)
    assert set(withheld.values_list("child", flat=True)) == {kept.pk}


def test_the_details_name_the_other_record(signed_in: Any) -> None:
    kept, other = pair(nhs_number="9434765919", born_on=date(2016, 5, 6))
    merged(kept, other)
    text = seen(signed_in("caseworker").get(kept.get_absolute_url()))
    assert "Also recorded as" in text
    assert "Zoë Rees, born 6 May 2016, NHS 9434765919" in text
