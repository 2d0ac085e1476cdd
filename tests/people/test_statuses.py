"""Statuses that everybody must see (PPL-2)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people.models import Child, ChildStatus
from tests import build
from tests.pages import errors, opened, press, written_over

pytestmark = pytest.mark.django_db


def start(child: Child) -> str:
    return reverse("people:status-start", args=[child.pk])


def end(status: ChildStatus) -> str:
    return reverse("people:status-end", args=[status.pk])


def facts(**more: Any) -> dict[str, Any]:
    return {"kind": "young_carer", "starts_on": date(2026, 9, 1)} | more


def test_a_status_starts_and_ends(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    press(client, start(child), **facts(detail="Cares for a brother"))
    status = child.statuses.get()
    assert (status.kind, status.detail) == ("young_carer", "Cares for a brother")
    press(client, end(status), ends_on=date(2026, 10, 1))
    status.refresh_from_db()
    assert status.ends_on == date(2026, 10, 1)


def test_a_looked_after_child_says_by_whom(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    refused = press(client, start(child), **facts(kind="looked_after"))
    assert errors(refused)["authority"] == [
        "Choose the authority that looks after the child."
    ]
    powys = build.code("LA_CODE", "885")
    press(client, start(child), **facts(kind="looked_after", authority=powys))
    assert child.statuses.get().badge.label == f"Looked after by {powys}"


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"kind": ""}, "kind", "Choose the status."),
        ({"starts_on": ""}, "starts_on", "Enter"),
        ({"starts_on": date(2016, 5, 4)}, "starts_on", "born on 5 May 2016"),
        ({"authority": "LA_CODE:884"}, "authority", "Only a looked after child"),
        ({"detail": "x" * 301}, "detail", "300 characters or fewer"),
    ],
)
def test_each_wrong_answer_is_told(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    response = press(signed_in("caseworker"), start(build.child()), **facts(**typed))
    assert said in errors(response)[field][0]
    assert not ChildStatus.objects.exists()


def test_the_same_status_twice_at_a_time_is_refused(signed_in: Any) -> None:
    child = build.child()
    build.status(child, "young_carer")
    response = press(signed_in("caseworker"), start(child), **facts())
    assert "already has this status" in errors(response)["starts_on"][0]


def test_a_status_does_not_end_before_it_starts(signed_in: Any) -> None:
    status = build.status(build.child())
    response = press(signed_in("caseworker"), end(status), ends_on=date(2026, 8, 31))
    assert "cannot end earlier" in errors(response)["ends_on"][0]


def test_a_stale_end_tells_what_changed(signed_in: Any) -> None:
    status = build.status(build.child())
    client = signed_in("caseworker")
    typed = written_over(opened(client, end(status)), ends_on=date(2026, 10, 1))
    ChildStatus.objects.filter(pk=status.pk).update(ends_on=date(2026, 9, 15))
    said = errors(client.post(end(status), typed))["__all__"][0]
    assert "to from nothing to 15 September 2026" in said


def test_a_double_click_adds_one(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    typed = written_over(opened(client, start(child)), **facts())
    for _ in range(2):
        assert client.post(start(child), typed).status_code == 302
    assert child.statuses.count() == 1


def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any) -> None:
    seen = build.status(build.child())
    hidden = build.status(build.restricted_child())
    assert signed_in("auditor").get(start(seen.child)).status_code == 403
    assert signed_in("auditor").post(end(seen)).status_code == 403
    for url in (start(hidden.child), end(hidden)):
        assert signed_in("caseworker").get(url).status_code == 404
        assert signed_in("caseworker").post(url).status_code == 404
