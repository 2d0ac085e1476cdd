"""Recording that a child has died (PPL-11)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.core.errors import RuleBroken
from sendhub.people import actions, reactions
from sendhub.people.models import Child
from tests import build
from tests.pages import errors, opened, press, written_over

pytestmark = pytest.mark.django_db

DIED = date(2026, 11, 1)


def url(child: Child) -> str:
    return reverse("people:child-died", args=[child.pk])


def test_says_what_it_will_do_and_for_whom(signed_in: Any) -> None:
    child = build.child(given_names="Zoë")
    text = signed_in("caseworker").get(url(child)).content.decode()
    for said in (
        "Zoë",
        "Born 5 May 2016",
        "deadlines",
        "Check that this is the right child",
    ):
        assert said in text


def test_ends_what_was_in_force_on_that_day_and_keeps_the_record(
    signed_in: Any,
) -> None:
    child = build.child()
    periods = [
        build.attendance(child),
        build.status(child),
        build.involvement(child, starts_on=date(2026, 11, 10)),
    ]
    contact = build.contact(child)
    assert press(signed_in("caseworker"), url(child), died_on=DIED).status_code == 302
    child.refresh_from_db()
    assert child.died_on == DIED
    for period in [*periods, contact]:
        period.refresh_from_db()
    assert [period.ends_on for period in periods] == [DIED, DIED, date(2026, 11, 10)]
    assert contact.ends_on is None
    assert Act.objects.get(act="people.child_died").happened_on == DIED


def test_what_a_service_refuses_is_not_done(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**facts: Any) -> None:
        raise RuleBroken("Something is still open.")

    monkeypatch.setattr(reactions.child_died, "_handlers", [refuse])
    child = build.child()
    response = press(signed_in("caseworker"), url(child), died_on=DIED)
    assert errors(response)["__all__"] == ["Something is still open."]
    child.refresh_from_db()
    assert child.died_on is None


@pytest.mark.parametrize(
    ("died_on", "said"),
    [
        ("", "Enter the date of death"),
        (date(2026, 11, 23), ""),
        (date(2016, 5, 4), "born on 5 May 2016"),
    ],
)
def test_each_wrong_date_is_told(signed_in: Any, died_on: Any, said: str) -> None:
    child = build.child()
    response = press(signed_in("caseworker"), url(child), died_on=died_on)
    assert said in errors(response)["died_on"][0]
    child.refresh_from_db()
    assert child.died_on is None


def test_a_second_click_acts_once(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    typed = written_over(opened(client, url(child)), died_on=DIED)
    assert client.post(url(child), typed).status_code == 302
    assert client.post(url(child), typed).status_code == 302
    assert Act.objects.filter(act="people.child_died").count() == 1


def test_nothing_starts_after_the_death(signed_in: Any) -> None:
    child = build.child()
    by = build.user("caseworker")
    actions.child_died(child=child, died_on=DIED, by=by)
    late = date(2026, 11, 2)
    for start in (
        lambda: build.status(child, starts_on=late),
        lambda: build.attendance(child, starts_on=late),
        lambda: build.involvement(child, starts_on=late),
    ):
        with pytest.raises(RuleBroken, match="died on 1 November 2026"):
            start()
    page = reverse("people:contact-add", args=[child.pk])
    assert "This child has died" in signed_in("caseworker").get(page).content.decode()


def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any) -> None:
    assert signed_in("auditor").get(url(build.child())).status_code == 403
    assert signed_in("caseworker").get(url(build.restricted_child())).status_code == 404
