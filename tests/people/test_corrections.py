"""Mending an address or a setting that was written down wrong."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people import actions
from sendhub.people.models import Address, Attendance, Child
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db

WRONG = date(2026, 11, 1)


def of_address(child: Child, address: Address) -> str:
    return reverse("people:address-correct", args=[child.pk, address.pk])


def of_setting(attendance: Attendance) -> str:
    return reverse("people:attendance-correct", args=[attendance.pk])


def test_an_address_is_mended_and_the_chronology_says_so(signed_in: Any) -> None:
    child, area = build.child(), build.area("LD8", locality="south")
    address = build.address(child, starts_on=WRONG)
    facts = {"lines": "2 Hill", "postcode": "ld82aa", "starts_on": date(2020, 9, 1)}
    press(signed_in("caseworker"), of_address(child, address), **facts)
    mended = child.addresses.get()
    assert (mended.lines, mended.town) == ("2 Hill", "Leominster")
    assert (mended.postcode, mended.starts_on) == ("LD8 2AA", date(2020, 9, 1))
    child.refresh_from_db()
    assert child.team == area.team
    act = Act.objects.get(act="people.address_correct")
    assert act.sentence == "Address corrected, from 1 September 2020"


@pytest.mark.parametrize("starts_on", [date(2025, 1, 1), date(2026, 11, 15)])
def test_what_ended_the_day_before_moves_with_it(
    signed_in: Any, starts_on: date
) -> None:
    child = build.child()
    former = build.address(child, starts_on=date(2020, 9, 1))
    address = build.address(child, starts_on=WRONG)
    press(signed_in("caseworker"), of_address(child, address), starts_on=starts_on)
    former.refresh_from_db()
    address.refresh_from_db()
    assert address.starts_on == starts_on
    assert (starts_on - former.ends_on).days == 1


def test_a_former_address_leaves_the_locality_alone(signed_in: Any) -> None:
    child, area = build.child(), build.area("HR6")
    build.area("LD8", locality="south")
    former = build.address(child, starts_on=date(2020, 9, 1))
    build.address(child, starts_on=WRONG)
    press(signed_in("caseworker"), of_address(child, former), postcode="LD8 2AA")
    child.refresh_from_db()
    assert child.team == area.team


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("lines", "", "Enter the address."),
        ("starts_on", date(2026, 11, 21), "must be today or in the past"),
        ("starts_on", date(2016, 5, 4), "born on 5 May 2016"),
        ("starts_on", date(2020, 9, 1), "is recorded from 1 September 2020"),
    ],
)
def test_each_wrong_answer_is_told(
    signed_in: Any, field: str, typed: Any, said: str
) -> None:
    child = build.child()
    build.address(child, starts_on=date(2020, 9, 1))
    address = build.address(child, starts_on=WRONG)
    page = of_address(child, address)
    assert (
        said in errors(press(signed_in("caseworker"), page, **{field: typed}))[field][0]
    )
    address.refresh_from_db()
    assert (address.lines, address.starts_on) == ("1 Broad Street", WRONG)


def test_an_ended_address_starts_before_its_end(signed_in: Any) -> None:
    child = build.child()
    former = build.address(child, starts_on=date(2020, 9, 1))
    build.address(child, starts_on=WRONG)
    page = of_address(child, former)
    told = errors(press(signed_in("caseworker"), page, starts_on=date(2026, 11, 2)))
    assert "It ended on 31 October 2026" in told["starts_on"][0]


def test_an_address_of_a_contact_is_mended(signed_in: Any) -> None:
    child = build.child()
    adult = build.contact(child, lives_with_child=False).adult
    address = actions.adult_address_change(
        adult=adult,
        child=child,
        lines="2 Hil",
        town="",
        postcode="",
        starts_on=WRONG,
        by=build.user("caseworker"),
    )
    client = signed_in("caseworker")
    press(client, of_address(child, address), lines="2 Hill")
    assert adult.addresses.get().lines == "2 Hill"
    act = Act.objects.get(act="people.address_correct")
    assert act.sentence == "Address of a contact corrected, from 1 November 2026"
    other = build.child()
    assert client.get(of_address(other, address)).status_code == 404


def test_a_setting_and_its_first_day_are_mended(signed_in: Any) -> None:
    far, right = build.setting(authority_code="201"), build.setting("Hillside School")
    child = build.child()
    former = build.attendance(child, starts_on=date(2020, 9, 1))
    attendance = build.attendance(child, far, starts_on=WRONG)
    client = signed_in("caseworker")
    press(client, of_setting(attendance), starts_on=date(2025, 9, 1))
    attendance.refresh_from_db()
    former.refresh_from_db()
    assert (attendance.setting, attendance.starts_on) == (far, date(2025, 9, 1))
    assert former.ends_on == date(2025, 8, 31)
    press(client, of_setting(attendance), setting="", setting_urn=right.urn)
    attendance.refresh_from_db()
    assert attendance.setting == right
    acts = Act.objects.filter(act="people.attendance_correct").order_by("pk")
    assert "Hillside School from 1 September 2025" in acts[1].sentence


def test_a_closed_setting_is_no_correction(signed_in: Any) -> None:
    closed = build.setting(status="2", closed_on=date(2024, 8, 31))
    attendance = build.attendance(build.child())
    page = of_setting(attendance)
    facts = {"setting": "", "setting_urn": closed.urn, "starts_on": WRONG}
    told = errors(press(signed_in("caseworker"), page, **facts))
    assert "closed on 31 August 2024" in told["setting"][0]
    too_early = press(signed_in("caseworker"), page, starts_on=date(2016, 1, 1))
    assert "born on" in errors(too_early)["starts_on"][0]


def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any) -> None:
    for child, role, status in (
        (build.child(), "auditor", 403),
        (build.restricted_child(), "caseworker", 404),
    ):
        client = signed_in(role)
        for url in (
            of_address(child, build.address(child)),
            of_setting(build.attendance(child)),
        ):
            assert client.get(url).status_code == status
            assert client.post(url).status_code == status
