"""The adults around a child; nobody is typed in twice (PPL-3)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people.models import Adult, Child, Contact
from tests import build
from tests.pages import errors, opened, press, written_over

pytestmark = pytest.mark.django_db


def add(child: Child) -> str:
    return reverse("people:contact-add", args=[child.pk])


def of(contact: Contact, name: str) -> str:
    return reverse(f"people:{name}", args=[contact.pk])


def facts(**more: Any) -> dict[str, Any]:
    return {
        "name": "Carys Price",
        "phone": "01568 612345",
        "email": "carys@example.org",
        "relationship": "mother",
        "parental_responsibility": True,
        "lives_with_child": True,
        "starts_on": date(2020, 9, 1),
    } | more


def test_a_new_adult_is_added(signed_in: Any) -> None:
    child = build.child()
    response = press(
        signed_in("caseworker"),
        add(child),
        **facts(preferred_method="text", language="Polish", interpreter_needed=True),
    )
    assert response.url == reverse("people:child-contacts", args=[child.pk])
    contact = child.contacts.get()
    assert (contact.adult.name, contact.adult.language) == ("Carys Price", "Polish")
    assert contact.parental_responsibility


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "carys price"},
        {"name": "C. Price", "email": "CARYS@example.org"},
        {"name": "C. Price", "phone": "01568612345"},
    ],
)
def test_an_adult_who_is_known_is_offered_and_not_made_again(
    signed_in: Any, typed: dict[str, Any]
) -> None:
    known = build.contact(**facts()).adult
    child = build.child(given_names="Harri", family_name="Price")
    client = signed_in("caseworker")
    typed = {"phone": "", "email": ""} | typed
    refused = press(client, add(child), **facts(**typed))
    assert "Choose one of these people" in errors(refused)["adult"][0]
    assert "mother of" in refused.content.decode()
    form = refused.context["form"]
    again = written_over(
        opened(client, add(child)), **facts(**typed), adult=str(known.pk)
    )
    again["compared"] = form["compared"].value()
    assert client.post(add(child), again).status_code == 302
    assert child.contacts.get().adult == known
    assert Adult.objects.count() == 1


def test_somebody_else_of_the_same_name_can_be_added(signed_in: Any) -> None:
    build.contact(**facts())
    child = build.child()
    client = signed_in("caseworker")
    refused = press(client, add(child), **facts(phone="", email=""))
    typed = written_over(
        opened(client, add(child)), **facts(phone="", email="", adult="new")
    )
    typed["compared"] = refused.context["form"]["compared"].value()
    assert client.post(add(child), typed).status_code == 302
    assert Adult.objects.filter(name="Carys Price").count() == 2


def test_the_parents_of_children_at_the_same_address_are_offered_at_once(
    signed_in: Any,
) -> None:
    brother, child = build.child(), build.child()
    mother = build.contact(brother, name="Carys Price").adult
    for one in (brother, child):
        build.address(one, postcode="HR6 8BS")
    client = signed_in("caseworker")
    assert "Carys Price; mother of" in client.get(add(child)).content.decode()
    press(client, add(child), adult=str(mother.pk), relationship="mother")
    assert child.contacts.get().adult == mother
    assert "Carys Price; mother" not in client.get(add(child)).content.decode()


def test_adults_of_children_out_of_sight_are_not_offered(signed_in: Any) -> None:
    hidden = build.restricted_child()
    build.contact(hidden, **facts(name="Secret Person"))
    build.address(hidden, postcode="HR6 8BS")
    child = build.child()
    build.address(child, postcode="HR6 8BS")
    client = signed_in("caseworker")
    assert "Secret Person" not in client.get(add(child)).content.decode()
    response = press(client, add(child), **facts(name="Secret Person"))
    assert response.status_code == 302
    assert Adult.objects.filter(name="Secret Person").count() == 2


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": ""}, "name", "Enter the name."),
        ({"name": "x" * 201}, "name", "200 characters or fewer"),
        ({"email": "carys"}, "email", "like name@example.org"),
        ({"phone": "1" * 31}, "phone", "30 characters or fewer"),
        ({"relationship": ""}, "relationship", "Choose the relationship."),
        ({"do_not_contact": True}, "do_not_contact_reason", "Say why"),
        ({"starts_on": date(2099, 1, 1)}, "starts_on", "today or in the past"),
    ],
)
def test_each_wrong_answer_is_told(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    response = press(signed_in("caseworker"), add(build.child()), **facts(**typed))
    assert said in errors(response)[field][0]
    assert not Adult.objects.exists()


def test_a_double_click_adds_one(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    typed = written_over(opened(client, add(child)), **facts())
    for _ in range(2):
        assert client.post(add(child), typed).status_code == 302
    assert Adult.objects.count() == child.contacts.count() == 1


def test_an_adult_chosen_twice_by_a_double_click_is_added_once(signed_in: Any) -> None:
    brother, child = build.child(), build.child()
    mother = build.contact(brother).adult
    for one in (brother, child):
        build.address(one, postcode="HR6 8BS")
    client = signed_in("caseworker")
    typed = written_over(opened(client, add(child)), **facts(adult=str(mother.pk)))
    for _ in range(2):
        assert client.post(add(child), typed).status_code == 302
    assert child.contacts.count() == 1


def test_who_somebody_is_can_be_changed(signed_in: Any) -> None:
    contact = build.contact()
    press(
        signed_in("caseworker"),
        of(contact, "contact-edit"),
        relationship="foster_carer",
        do_not_contact=True,
        do_not_contact_reason="Court order",
    )
    contact.refresh_from_db()
    assert (contact.relationship, contact.do_not_contact) == ("foster_carer", True)
    assert contact.parental_responsibility


def test_a_stale_change_tells_what_changed(signed_in: Any) -> None:
    contact = build.contact()
    client = signed_in("caseworker")
    url = of(contact, "contact-edit")
    typed = written_over(opened(client, url), relationship="guardian")
    Contact.objects.filter(pk=contact.pk).update(lives_with_child=False)
    refused = client.post(url, typed)
    assert "lives with the child" in errors(refused)["__all__"][0]
    contact.refresh_from_db()
    assert contact.relationship == "mother"


def test_an_adults_details_change_for_all_their_children(signed_in: Any) -> None:
    contact = build.contact(name="Carys Price")
    sister = build.child(given_names="Efa", family_name="Price")
    build.contact(sister, adult=contact.adult)
    hidden = build.restricted_child(given_names="Hidden")
    build.contact(hidden, adult=contact.adult)
    client = signed_in("caseworker")
    url = of(contact, "adult-edit")
    text = client.get(url).content.decode()
    assert "Efa Price" in text
    assert "Hidden" not in text
    press(client, url, phone="07700 900123")
    contact.adult.refresh_from_db()
    assert contact.adult.phone == "07700 900123"
    assert errors(press(client, url, name=""))["name"] == ["Enter the name."]


def test_a_contact_ends_and_is_kept_as_a_former_one(signed_in: Any) -> None:
    contact = build.contact(name="Carys Price")
    client = signed_in("caseworker")
    refused = press(client, of(contact, "contact-end"), ends_on=date(2020, 8, 31))
    assert "cannot end earlier" in errors(refused)["ends_on"][0]
    press(client, of(contact, "contact-end"), ends_on=date(2025, 1, 1))
    page = reverse("people:child-contacts", args=[contact.child_id])
    response = client.get(page)
    assert list(response.context["former"]) == [contact]
    assert response.context["written_to"].nobody


def test_an_adult_has_an_address_of_their_own(signed_in: Any) -> None:
    contact = build.contact(lives_with_child=False)
    client = signed_in("caseworker")
    url = of(contact, "adult-address-change")
    press(
        client, url, lines="9 Far Lane", postcode="ld82aa", starts_on=date(2021, 1, 1)
    )
    assert contact.adult.addresses.get().postcode == "LD8 2AA"
    page = reverse("people:child-contacts", args=[contact.child_id])
    assert "9 Far Lane" in client.get(page).content.decode()
    assert "Enter the address." in errors(press(client, url, lines=""))["lines"][0]


@pytest.mark.parametrize(
    "name", ["contact-edit", "adult-edit", "contact-end", "adult-address-change"]
)
def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any, name: str) -> None:
    seen, hidden = build.contact(), build.contact(build.restricted_child())
    assert signed_in("auditor").get(of(seen, name)).status_code == 403
    assert signed_in("caseworker").get(of(hidden, name)).status_code == 404
    assert signed_in("caseworker").post(of(hidden, name)).status_code == 404


def test_adding_is_for_those_who_may_and_for_children_in_sight(signed_in: Any) -> None:
    assert signed_in("auditor").get(add(build.child())).status_code == 403
    assert signed_in("caseworker").get(add(build.restricted_child())).status_code == 404
