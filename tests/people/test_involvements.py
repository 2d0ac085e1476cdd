"""Professionals who work with a child (PPL-4)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people.forms import around
from sendhub.people.models import Child, Involvement, Professional
from tests import build
from tests.pages import errors, opened, press, written_over

pytestmark = pytest.mark.django_db


def start(child: Child) -> str:
    return reverse("people:involvement-start", args=[child.pk])


def end(involvement: Involvement) -> str:
    return reverse("people:involvement-end", args=[involvement.pk])


def facts(**more: Any) -> dict[str, Any]:
    return {
        "kind": "speech",
        "name": "Ann Therapist",
        "organisation": "Wye Valley NHS Trust",
        "email": "ann@example.org",
        "starts_on": date(2026, 9, 1),
    } | more


def test_somebody_new_is_recorded_and_involved(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    press(client, start(child), **facts())
    professional = child.involvements.get().professional
    assert str(professional) == "Ann Therapist (Speech and language therapy)"
    assert (
        "Wye Valley NHS Trust" in client.get(child.get_absolute_url()).content.decode()
    )


def test_somebody_known_is_chosen(signed_in: Any) -> None:
    known = build.involvement(build.child()).professional
    child = build.child()
    press(
        signed_in("caseworker"),
        start(child),
        professional=known.pk,
        starts_on=date(2026, 9, 1),
    )
    assert child.involvements.get().professional == known
    assert Professional.objects.count() == 1


def test_somebody_known_is_not_typed_in_again_by_mistake(signed_in: Any) -> None:
    build.involvement(build.child(), kind="speech", name="Ann Therapist")
    child = build.child()
    client = signed_in("caseworker")
    refused = press(client, start(child), **facts(name="ann therapist"))
    assert "is known already" in errors(refused)["professional"][0]
    form = refused.context["form"]
    typed = written_over(opened(client, start(child)), **facts(name="ann therapist"))
    typed["compared"] = form["compared"].value()
    assert client.post(start(child), typed).status_code == 302
    assert Professional.objects.count() == 2


def test_where_too_many_are_known_those_of_the_same_name_are_offered(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(around, "MOST_LISTED", 1)
    for name in ("Ann Therapist", "Bob Other"):
        build.involvement(build.child(), kind="speech", name=name)
    child = build.child()
    client = signed_in("caseworker")
    assert "professional" not in str(
        client.get(start(child)).context["form"].layout_fields()[1:2]
    )
    refused = press(client, start(child), **facts())
    choices = str(refused.context["form"].fields["professional"].choices)
    assert "Ann Therapist" in choices
    assert "Bob Other" not in choices


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": ""}, "name", "Enter the name."),
        ({"kind": ""}, "kind", "Choose the service."),
        ({"email": "ann"}, "email", "like name@example.org"),
        ({"starts_on": ""}, "starts_on", "Enter"),
        ({"starts_on": date(2016, 5, 4)}, "starts_on", "born on 5 May 2016"),
    ],
)
def test_each_wrong_answer_is_told(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    response = press(signed_in("caseworker"), start(build.child()), **facts(**typed))
    assert said in errors(response)[field][0]
    assert not Involvement.objects.exists()


def test_the_same_professional_twice_at_a_time_is_refused(signed_in: Any) -> None:
    there = build.involvement(build.child())
    response = press(
        signed_in("caseworker"),
        start(there.child),
        professional=there.professional_id,
        starts_on=date(2026, 10, 1),
    )
    assert "already involved" in errors(response)["professional"][0]


def test_the_last_day_is_written(signed_in: Any) -> None:
    there = build.involvement(build.child())
    client = signed_in("caseworker")
    refused = press(client, end(there), ends_on=date(2026, 8, 1))
    assert "cannot end earlier" in errors(refused)["ends_on"][0]
    press(client, end(there), ends_on=date(2026, 10, 1))
    there.refresh_from_db()
    assert there.ends_on == date(2026, 10, 1)


def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any) -> None:
    seen = build.involvement(build.child())
    hidden = build.involvement(build.restricted_child())
    for url in (start(seen.child), end(seen)):
        assert signed_in("auditor").get(url).status_code == 403
    for url in (start(hidden.child), end(hidden)):
        assert signed_in("caseworker").get(url).status_code == 404
        assert signed_in("caseworker").post(url).status_code == 404
