"""Saying that two children who look alike are two (PPL-8)."""

from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people.models import Child, NotSame
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(child: Child, other: Child) -> str:
    return reverse("people:children-not-same", args=[child.pk, other.pk])


def test_they_are_never_proposed_again(signed_in: Any) -> None:
    one = build.child(given_names="Zoe", family_name="Rees")
    two = build.child(given_names="Zoe", family_name="Rees")
    client = signed_in("caseworker")
    response = press(client, url(two, one))
    assert response.url == two.get_absolute_url()
    press(client, url(one, two))
    pair = NotSame.objects.get()
    assert (pair.first, pair.second, pair.noted_by) == (one, two, client.user)
    for child in (one, two):
        assert client.get(child.get_absolute_url()).context["alike"] == []


def test_each_child_s_chronology_tells_it_once_and_names_no_other(
    signed_in: Any,
) -> None:
    one, two = build.child(given_names="Ann"), build.child(given_names="Ben")
    client = signed_in("caseworker")
    for pair in ((one, two), (two, one)):
        press(client, url(*pair))
    acts = Act.objects.filter(act="people.children_not_same").order_by("child_id")
    said = "Told apart from another child who looks alike"
    assert [(act.child_id, act.sentence, act.by_id) for act in acts] == [
        (one.pk, said, client.user.pk),
        (two.pk, said, client.user.pk),
    ]
    text = seen(client.get(reverse("people:child-chronology", args=[one.pk])))
    assert said in text
    assert str(two) not in text


def test_a_child_is_the_same_as_themself(signed_in: Any) -> None:
    child = build.child()
    response = press(signed_in("caseworker"), url(child, child))
    assert errors(response)["__all__"] == ["A child is always the same as themself."]


def test_a_child_out_of_sight_is_not_found(signed_in: Any) -> None:
    child, hidden = build.child(), build.restricted_child()
    client = signed_in("caseworker")
    assert client.get(url(child, hidden)).status_code == 404
    assert client.post(url(hidden, child)).status_code == 404


def test_the_wrong_role_is_refused(signed_in: Any) -> None:
    assert (
        signed_in("auditor").get(url(build.child(), build.child())).status_code == 403
    )
