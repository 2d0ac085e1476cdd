"""Keeping a record for named staff, and opening it again (ADM-2)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people.models import Child, NamedStaff
from tests import build
from tests.pages import errors, opened, press, seen, written_over

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


def page(name: str, child: Child) -> str:
    return reverse(f"people:{name}", args=[child.pk])


def test_it_is_looked_at_again_after_half_a_year_or_on_the_day_given(
    signed_in: Any,
) -> None:
    client = signed_in("service_manager")
    child, other = build.child(), build.child()
    press(client, restrict(child), reason="A relative works here")
    press(client, restrict(other), reason="The same", review_on=date(2027, 1, 8))
    days = [Child.objects.get(pk=c.pk).restricted_review_on for c in (child, other)]
    assert days == [date(2027, 5, 21), date(2027, 1, 8)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "Choose a day that is still to come."),
        (date(2027, 11, 22), "A restriction is looked at again within a year"),
    ],
)
def test_the_next_look_is_to_come_and_within_a_year(
    signed_in: Any, day: date, said: str
) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child(named=[client.user])
    for url in (restrict(build.child()), page("restriction-review", child)):
        told = errors(press(client, url, reason="A relative", review_on=day))
        assert told["review_on"][0].startswith(said)


def test_a_restriction_goes_on_after_another_look(signed_in: Any) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child(named=[client.user])
    press(
        client,
        page("restriction-review", child),
        reason="The relative is still here",
        review_on=date(2027, 3, 1),
    )
    child.refresh_from_db()
    assert child.restricted_reason == "The relative is still here"
    assert child.restricted_review_on == date(2027, 3, 1)


def test_a_restricted_record_is_not_restricted_again(signed_in: Any) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child(named=[client.user])
    told = errors(press(client, restrict(child), reason="Twice"))
    assert told["__all__"] == ["This record is restricted already."]


def test_one_more_person_is_named_and_taken_off_again(signed_in: Any) -> None:
    client = signed_in("service_manager")
    officer = build.user("caseworker")
    child = build.restricted_child(named=[client.user])
    url = page("staff-name", child)
    press(client, url, user=officer, reason="She takes over the case")
    theirs = signed_in(officer)
    assert theirs.get(child.get_absolute_url()).status_code == 200
    named = NamedStaff.objects.get(child=child, user=officer)
    off = reverse("people:staff-unname", args=[named.pk])
    assert errors(press(client, off, reason=" "))["reason"] == ["Say why."]
    press(client, off, reason="She moved to another team")
    assert theirs.get(child.get_absolute_url()).status_code == 404
    told = [act.sentence for act in Act.objects.about_child(child.pk)[:2]]
    assert told == [
        f"{officer} no longer named on the record: She moved to another team",
        f"{officer} named on the restricted record: She takes over the case",
    ]


def test_nobody_is_named_twice(signed_in: Any) -> None:
    client = signed_in("service_manager")
    officer = build.user("caseworker")
    child = build.restricted_child(named=[client.user])
    typed = written_over(
        opened(client, page("staff-name", child)), user=officer, reason="Takes over"
    )
    NamedStaff.objects.create(child=child, user=officer)
    told = errors(client.post(page("staff-name", child), typed))
    assert told["user"] == ["Choose a person."] or "user" in told


def test_the_last_who_is_named_and_signs_in_stays(signed_in: Any) -> None:
    client = signed_in("service_manager")
    child = build.child()
    press(client, restrict(child), reason="A relative works here")
    gone = build.user("caseworker", is_active=False)
    NamedStaff.objects.create(child=child, user=gone)
    mine = NamedStaff.objects.get(child=child, user=client.user)
    off = reverse("people:staff-unname", args=[mine.pk])
    assert "Nobody else" in errors(press(client, off, reason="Holiday"))["__all__"][0]
    assert client.get(child.get_absolute_url()).status_code == 200


def test_who_takes_themself_off_is_led_away(signed_in: Any) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child(named=[client.user])
    mine = NamedStaff.objects.get(child=child, user=client.user)
    off = reverse("people:staff-unname", args=[mine.pk])
    answer = press(client, off, reason="I know the family")
    assert answer.url == reverse("people:restricted-list")


def test_one_page_says_who_may_open_the_record(signed_in: Any) -> None:
    client = signed_in("service_manager")
    officer = build.user("caseworker", name="Nia Prosser")
    child = build.restricted_child(named=[client.user, officer])
    text = seen(client.get(page("child-access", child)))
    assert "Nia Prosser" in text
    assert "A relative works in the team" in text
    assert "21 May 2027" in text
    parts = client.get(child.get_absolute_url()).content.decode()
    assert page("child-access", child) in parts
    assert page("child-access", build.child()) not in seen(
        client.get(build.child().get_absolute_url())
    )


def test_a_restricted_record_offers_no_restriction_and_an_open_one_no_lifting(
    signed_in: Any,
) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child(named=[client.user])
    text = client.get(child.get_absolute_url()).content.decode()
    assert restrict(child) not in text
    assert lift(child) in text
    open_one = build.child()
    text = client.get(open_one.get_absolute_url()).content.decode()
    assert restrict(open_one) in text
    assert lift(open_one) not in text
