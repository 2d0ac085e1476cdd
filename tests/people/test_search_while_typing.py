"""The list of children below a search box, while somebody types (PPL-7)."""

from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.people.models import Child
from tests import build
from tests.people.conftest import NHS, UPN

pytestmark = pytest.mark.django_db

URL = reverse("people:child-search")


def listed(client: Any, typed: str) -> Any:
    return client.get(URL, {"q": typed, "as": "list"})


def test_a_reference_half_typed_is_no_look_at_a_child(
    zoe: Child, signed_in: Any
) -> None:
    """On the way to EHC-000042 the list shows the child of case 4."""
    case, client = build.case(child_=zoe), signed_in("caseworker")
    listed(client, str(case.pk))
    assert not Look.objects.exists()
    listed(client, NHS)
    client.get(URL, {"q": case.reference})
    assert [look.ids for look in Look.objects.order_by("pk")] == [[zoe.pk], [zoe.pk]]


def test_the_list_while_typing_shows_the_closest_and_the_way_to_all(
    signed_in: Any,
) -> None:
    for number in range(10):
        build.child(given_names=f"Sam {number}", family_name="Smith")
    answer = listed(signed_in("caseworker"), "smith")
    text = answer.content.decode()
    assert "<html" not in text
    assert text.count('role="option"') == 9
    assert 'data-said="The 8 closest of more children."' in text
    assert f'data-href="{URL}?q=smith"' in text


def test_the_list_while_typing_shows_badges_and_the_case(
    zoe: Child, signed_in: Any
) -> None:
    build.status(zoe, "protection_plan")
    case = build.case(child_=zoe)
    text = listed(signed_in("caseworker"), "zoe").content.decode()
    assert "Child protection plan" in text
    assert case.reference in text
    assert f'data-href="{zoe.get_absolute_url()}"' in text


def test_the_list_while_typing_names_no_restricted_child(signed_in: Any) -> None:
    build.restricted_child(given_names="Hidden", family_name="Away", upn=UPN)
    client = signed_in("caseworker")
    assert "Hidden" not in listed(client, "hidden").content.decode()
    text = listed(client, UPN).content.decode()
    assert "A restricted record matches" in text
    assert "Hidden" not in text
    assert "A restricted" not in listed(signed_in("hub_school"), UPN).content.decode()


@pytest.mark.parametrize(
    ("typed", "said"), [("xyzzy", "No child was found."), ("31/2/2016", "not a real")]
)
def test_the_list_while_typing_says_what_it_found(
    signed_in: Any, typed: str, said: str
) -> None:
    assert said in listed(signed_in("caseworker"), typed).content.decode()


def test_the_list_while_typing_asks_as_often_for_many(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    def grow() -> None:
        child = build.child(given_names="Sam", family_name="Smith")
        build.status(child)
        build.case(child_=child)

    queries_stay_flat(signed_in("caseworker"), f"{URL}?q=smith&as=list", grow)
