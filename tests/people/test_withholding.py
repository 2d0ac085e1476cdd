"""What one of the contacts must never be told (PPL-12)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people import actions
from sendhub.people.models import Address, Child, Contact, Withholding
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def setting(child: Child) -> str:
    return reverse("people:withholding-set", args=[child.pk])


def lifting(mark: Withholding) -> str:
    return reverse("people:withholding-lift", args=[mark.pk])


@pytest.fixture
def family() -> dict[str, Any]:
    """A mother at home, a father elsewhere, a grandmother elsewhere."""
    child = build.child()
    mother = build.contact(child, name="Carys Price")
    father = build.contact(
        child, name="Michael Rees", relationship="father", lives_with_child=False
    )
    nain = build.contact(
        child, name="Nest Price", relationship="grandparent", lives_with_child=False
    )
    build.address(child)
    for adult, lines in ((father.adult, "9 Far Lane"), (nain.adult, "3 Near Lane")):
        actions.adult_address_change(
            adult=adult,
            child=child,
            lines=lines,
            town="",
            postcode="",
            starts_on=date(2021, 1, 1),
            by=build.user("caseworker"),
        )
    return {"child": child, "mother": mother, "father": father, "nain": nain}


def told(contact: Contact) -> tuple[set[str], set[str]]:
    """The people and the addresses that may be printed for a contact."""
    people = Contact.objects.disclosable_to(contact, on=TODAY)
    places = Address.objects.disclosable_to(contact, on=TODAY)
    return {c.adult.name for c in people}, {place.lines for place in places}


ALL = {"Carys Price", "Michael Rees", "Nest Price"}
EVERYWHERE = {"1 Broad Street", "9 Far Lane", "3 Near Lane"}


def test_nothing_is_withheld_unless_somebody_said_so(family: dict[str, Any]) -> None:
    assert told(family["father"]) == (ALL, EVERYWHERE)


def test_the_childs_address_is_kept_from_one_contact(
    family: dict[str, Any], signed_in: Any
) -> None:
    client = signed_in("caseworker")
    press(
        client,
        setting(family["child"]),
        hidden_from=family["father"],
        about="address",
        reason="A court ordered it",
    )
    assert told(family["father"]) == (ALL, EVERYWHERE - {"1 Broad Street"})
    assert told(family["nain"]) == (ALL, EVERYWHERE)
    text = client.get(reverse("people:child-page", args=[family["child"].pk]))
    assert "must never reach Michael Rees (father)" in text.content.decode()


def test_everything_about_somebody_at_home_is_the_address_too(
    family: dict[str, Any], signed_in: Any
) -> None:
    press(
        signed_in("caseworker"),
        setting(family["child"]),
        hidden_from=family["father"],
        about=str(family["mother"].pk),
        reason="She asked for it",
    )
    people, places = told(family["father"])
    assert people == ALL - {"Carys Price"}
    assert places == EVERYWHERE - {"1 Broad Street"}


def test_somebody_added_a_second_time_is_still_not_told(family: dict[str, Any]) -> None:
    build.withholding(family["father"])
    by = build.user("caseworker")
    actions.contact_end(contact=family["father"], ends_on=date(2022, 1, 1), by=by)
    again = build.contact(
        family["child"],
        adult=family["father"].adult,
        relationship="father",
        lives_with_child=False,
        starts_on=date(2023, 1, 1),
    )
    assert "1 Broad Street" not in told(again)[1]


def test_it_is_told_again_once_lifted(family: dict[str, Any], signed_in: Any) -> None:
    mark = build.withholding(family["father"])
    client = signed_in("caseworker")
    refused = press(client, lifting(mark), reason="")
    assert errors(refused)["reason"] == ["Say why."]
    press(client, lifting(mark), reason="The order ended")
    mark.refresh_from_db()
    assert mark.lifted_by == client.user
    assert told(family["father"]) == (ALL, EVERYWHERE)
    second = press(client, lifting(mark), reason="Again")
    assert errors(second)["__all__"] == ["This is no longer withheld."]


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"hidden_from": ""}, "hidden_from", "Choose who must not be told."),
        ({"about": ""}, "about", "Choose what is withheld."),
        ({"reason": ""}, "reason", "Say why."),
        ({"about": "father"}, "about", "cannot be withheld from them"),
        ({"hidden_from": "mother"}, "hidden_from", "living with the child"),
    ],
)
def test_each_wrong_answer_is_told(
    family: dict[str, Any], signed_in: Any, typed: dict[str, str], field: str, said: str
) -> None:
    facts: dict[str, Any] = {
        "hidden_from": family["father"].pk,
        "about": "address",
        "reason": "x",
    }
    facts |= {n: family[v].pk if v in family else v for n, v in typed.items()}
    response = press(signed_in("caseworker"), setting(family["child"]), **facts)
    assert said in errors(response)[field][0]
    assert not Withholding.objects.exists()


def test_the_same_twice_is_refused(family: dict[str, Any], signed_in: Any) -> None:
    build.withholding(family["father"])
    response = press(
        signed_in("caseworker"),
        setting(family["child"]),
        hidden_from=family["father"],
        about="address",
        reason="x",
    )
    assert errors(response)["hidden_from"] == ["This is already withheld."]


def test_names_the_brothers_and_sisters_whose_records_would_tell(
    family: dict[str, Any], signed_in: Any
) -> None:
    """A letter about a sister at the same address gives the address away."""
    sister = build.child(given_names="Efa", family_name="Rees")
    hidden = build.restricted_child(given_names="Hidden", family_name="Away")
    for other in (sister, hidden):
        build.contact(other, adult=family["father"].adult)
    text = signed_in("caseworker").get(setting(family["child"])).content.decode()
    assert "Efa Rees" in text
    assert "Hidden Away" not in text


def test_says_that_contacts_come_first(signed_in: Any) -> None:
    text = signed_in("caseworker").get(setting(build.child())).content.decode()
    assert "This child has no contacts yet" in text


def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any) -> None:
    seen = build.withholding(build.contact(lives_with_child=False))
    hidden = build.withholding(
        build.contact(build.restricted_child(), lives_with_child=False)
    )
    for url in (setting(seen.child), lifting(seen)):
        assert signed_in("auditor").get(url).status_code == 403
    for url in (setting(hidden.child), lifting(hidden)):
        assert signed_in("caseworker").get(url).status_code == 404
        assert signed_in("caseworker").post(url).status_code == 404


def test_an_adults_address_is_seen_through_a_child_in_sight(
    family: dict[str, Any],
) -> None:
    hidden = build.contact(build.restricted_child(), lives_with_child=False)
    by = build.user("caseworker")
    actions.adult_address_change(
        adult=hidden.adult,
        child=hidden.child,
        lines="1 Secret Lane",
        town="",
        postcode="",
        starts_on=date(2021, 1, 1),
        by=by,
    )
    seen = {place.lines for place in Address.objects.visible_to(by)}
    assert seen == EVERYWHERE


def test_whoever_must_not_know_the_address_is_not_said_to_live_there(
    signed_in: Any,
) -> None:
    mark = build.withholding(build.contact(lives_with_child=False))
    url = reverse("people:contact-edit", args=[mark.hidden_from.pk])
    client = signed_in("caseworker")
    answer = press(client, url, lives_with_child=True)
    assert "withheld from this person" in errors(answer)["lives_with_child"][0]
    mark.hidden_from.refresh_from_db()
    assert mark.hidden_from.lives_with_child is False
