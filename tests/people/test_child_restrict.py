"""Keeping a record for named staff, and opening it again (ADM-2)."""

from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people.models import Child, NamedStaff
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def restrict(child: Child) -> str:
    return reverse("people:child-restrict", args=[child.pk])


def lift(child: Child) -> str:
    return reverse("people:restriction-lift", args=[child.pk])


def test_only_those_named_open_it_from_then_on(signed_in: Any) -> None:
    child = build.child()
    named, other = build.user("caseworker"), build.user("caseworker")
    client = signed_in("service_manager")
    press(client, restrict(child), reason="A relative works here", named=[named])
    assert client.get(child.get_absolute_url()).status_code == 200
    assert signed_in(named).get(child.get_absolute_url()).status_code == 200
    assert signed_in(other).get(child.get_absolute_url()).status_code == 404


def test_who_is_named_can_be_changed(signed_in: Any) -> None:
    client = signed_in("service_manager")
    first, second = build.user("caseworker"), build.user("caseworker")
    child = build.restricted_child(named=[client.user, first])
    response = press(client, restrict(child), named=[second])
    assert response.status_code == 302
    names = set(NamedStaff.objects.filter(child=child).values_list("user", flat=True))
    assert names == {client.user.pk, second.pk}


def test_offers_only_active_people_who_open_records(signed_in: Any) -> None:
    client = signed_in("service_manager")
    officer = build.user("caseworker", name="Jo Banks")
    build.user("caseworker", name="Gone Away", is_active=False)
    build.user("administrator", name="Ada Min")
    form = client.get(restrict(build.child())).context["form"]
    offered = list(form.fields["named"].queryset)
    assert officer in offered
    names = {user.name for user in offered}
    assert not names & {"Gone Away", "Ada Min", client.user.name}


def test_needs_a_reason(signed_in: Any) -> None:
    response = press(signed_in("service_manager"), restrict(build.child()), reason=" ")
    assert errors(response)["reason"] == ["Say why."]


def test_is_opened_to_everybody_again(signed_in: Any) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child(named=[client.user])
    assert press(client, lift(child), reason="").status_code == 200
    press(client, lift(child), reason="The relative left")
    assert signed_in("caseworker").get(child.get_absolute_url()).status_code == 200
    assert not NamedStaff.objects.exists()
    assert Act.objects.get(act="people.restriction_lift").facts == {
        "reason": "The relative left"
    }


def test_what_is_not_restricted_cannot_be_opened(signed_in: Any) -> None:
    response = press(signed_in("service_manager"), lift(build.child()), reason="x")
    assert errors(response)["__all__"] == ["This record is not restricted."]


@pytest.mark.parametrize("role", ["caseworker", "team_manager", "auditor"])
def test_the_wrong_role_is_refused(signed_in: Any, role: str) -> None:
    child = build.child()
    assert signed_in(role).get(restrict(child)).status_code == 403
    assert signed_in(role).post(lift(child)).status_code == 403


def test_a_restricted_child_is_out_of_sight_of_other_managers(signed_in: Any) -> None:
    child = build.restricted_child()
    client = signed_in("service_manager")
    assert client.get(restrict(child)).status_code == 404
    assert client.post(lift(child)).status_code == 404
