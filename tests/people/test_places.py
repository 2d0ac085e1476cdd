"""Where a child lives and is taught, from one day to another."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people.models import Address, Attendance, Child, LocalityArea
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen, written_over

pytestmark = pytest.mark.django_db


def address(child: Child) -> str:
    return reverse("people:address-change", args=[child.pk])


def setting(child: Child) -> str:
    return reverse("people:attendance-start", args=[child.pk])


def correction(child: Child, home: Address) -> str:
    return reverse("people:address-correct", args=[child.pk, home.pk])


HOME = {"lines": "2 Hill Road", "town": "Ross", "postcode": "hr95aa"}


# --- addresses


def test_a_new_address_ends_the_former_the_day_before(signed_in: Any) -> None:
    child = build.child()
    former = build.address(child, starts_on=date(2020, 9, 1))
    press(signed_in("caseworker"), address(child), **HOME, starts_on=date(2026, 11, 1))
    former.refresh_from_db()
    assert former.ends_on == date(2026, 10, 31)
    now = child.addresses.get(ends_on=None)
    assert (now.postcode, now.starts_on) == ("HR9 5AA", date(2026, 11, 1))


def test_a_move_on_the_day_of_the_last_one_is_no_correction(signed_in: Any) -> None:
    child = build.child()
    known = build.address(child, starts_on=date(2026, 11, 1))
    response = press(
        signed_in("caseworker"), address(child), **HOME, starts_on=date(2026, 11, 1)
    )
    assert "If it is wrong, correct it." in errors(response)["starts_on"][0]
    assert correction(child, known) in response.content.decode()
    assert child.addresses.get().lines == "1 Broad Street"


def test_an_earlier_address_ends_where_the_present_one_begins(signed_in: Any) -> None:
    child, area = build.child(), build.area("HR6")
    first = build.address(child, starts_on=date(2018, 1, 1))
    now = build.address(child, starts_on=date(2020, 9, 1))
    press(signed_in("caseworker"), address(child), **HOME, starts_on=date(2019, 5, 1))
    first.refresh_from_db()
    now.refresh_from_db()
    between = child.addresses.get(lines="2 Hill Road")
    assert first.ends_on == date(2019, 4, 30)
    assert between.ends_on == date(2020, 8, 31)
    assert now.ends_on is None
    child.refresh_from_db()
    assert child.team == area.team


@pytest.mark.parametrize(
    ("postcode", "locality"),
    [
        ("HR6 8BS", "North"),
        ("HR1 1AA", "South"),
        ("HR1 2AA", "North"),
        ("LD8 2AA", None),
    ],
)
def test_the_locality_is_of_the_longest_start_of_the_postcode(
    signed_in: Any, postcode: str, locality: str | None
) -> None:
    for start, half in (("HR", "south"), ("HR6", "north"), ("HR1", "south")):
        build.area(start, locality=half)
    build.area("HR1 2", locality="north")
    child = build.child()
    home = {**HOME, "postcode": postcode, "starts_on": TODAY}
    response = press(signed_in("caseworker"), address(child), **home)
    assert response.status_code == 302
    child.refresh_from_db()
    if locality is None:
        assert child.team is None
    else:
        assert child.team is not None
        assert child.team.name == f"{locality} locality"


def test_moving_out_of_the_county_leaves_the_locality(signed_in: Any) -> None:
    build.area("HR6")
    child = build.child()
    build.address(child, postcode="HR6 8BS")
    response = signed_in("caseworker").get(child.get_absolute_url())
    assert "North locality" in response.content.decode()
    press(
        signed_in("caseworker"),
        address(child),
        **(HOME | {"postcode": "LD8 2AA"}),
        starts_on=TODAY,
    )
    child.refresh_from_db()
    assert child.team is None


def test_hr1_is_not_the_start_of_hr10() -> None:
    build.area("HR1", locality="south")
    assert LocalityArea.objects.holding("HR1 1AA") is not None
    assert LocalityArea.objects.holding("HR10 1AA") is None


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("lines", "", "Enter the address."),
        ("lines", "x" * 301, "300 characters or fewer"),
        ("postcode", "HR6", "full UK postcode"),
        ("starts_on", "", "Enter"),
        ("starts_on", date(2026, 11, 23), "must be today or in the past"),
        ("starts_on", date(2016, 5, 4), "born on 5 May 2016"),
        ("starts_on", date(2020, 9, 1), "already recorded from that day"),
    ],
)
def test_each_wrong_answer_about_an_address_is_told(
    signed_in: Any, field: str, typed: Any, said: str
) -> None:
    child = build.child()
    build.address(child)
    facts: dict[str, Any] = {**HOME, "starts_on": TODAY, field: typed}
    response = press(signed_in("caseworker"), address(child), **facts)
    assert said in errors(response)[field][0]
    assert Address.objects.count() == 1


def test_an_address_recorded_meanwhile_is_told(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    typed = written_over(opened(client, address(child)), **HOME, starts_on=TODAY)
    build.address(child, starts_on=TODAY)
    refused = client.post(address(child), typed)
    assert "recorded this while you had the page open" in errors(refused)["__all__"][0]
    assert child.addresses.get().lines == "1 Broad Street"


def test_an_address_is_saved_once(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("caseworker")
    typed = written_over(opened(client, address(child)), **HOME, starts_on=TODAY)
    for _ in range(2):
        assert client.post(address(child), typed).status_code == 302
    assert child.addresses.count() == 1


# --- settings


def test_a_new_setting_ends_the_former_the_day_before(signed_in: Any) -> None:
    child = build.child()
    former = build.attendance(child, starts_on=date(2021, 9, 1))
    new = build.setting(authority_code="884")
    press(
        signed_in("caseworker"), setting(child), setting=new, starts_on=date(2027, 1, 4)
    )
    former.refresh_from_db()
    assert former.ends_on == date(2027, 1, 3)
    assert child.attendances.get(ends_on=None).setting == new


def test_what_kind_of_place_it_is_is_recorded_shown_and_corrected(
    signed_in: Any,
) -> None:
    child, new = build.child(), build.setting(authority_code="884")
    client = signed_in("caseworker")
    press(
        client,
        setting(child),
        setting=new,
        starts_on=date(2026, 9, 1),
        provision="unit",
        residential="RESIDENTIAL:A",
        work_based="WBP:S",
    )
    place = child.attendances.get()
    words = "A place in its SEN unit, 38 to 51 weeks, Supported internship"
    assert place.place_words == words
    assert words in seen(client.get(child.get_absolute_url()))
    correct = reverse("people:attendance-correct", args=[place.pk])
    press(client, correct, provision="ordinary", residential=None, work_based=None)
    place.refresh_from_db()
    assert (place.place_words, place.starts_on) == ("", date(2026, 9, 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("provision", "attic"),
        ("provision", None),
        ("residential", "SEX:F"),
        ("work_based", "9"),
    ],
)
def test_a_kind_of_place_is_one_of_the_list(
    signed_in: Any, field: str, value: str | None
) -> None:
    new = build.setting(authority_code="884")
    answers = {"setting": new, "starts_on": TODAY, field: value}
    response = press(signed_in("caseworker"), setting(build.child()), **answers)
    assert errors(response)[field]


def test_a_setting_elsewhere_is_given_by_its_urn(signed_in: Any) -> None:
    child = build.child()
    far = build.setting(authority_code="201", urn="100000")
    client = signed_in("caseworker")
    offered = client.get(setting(child)).context["form"].fields["setting"].queryset
    assert far not in offered
    press(client, setting(child), setting_urn="100 000", starts_on=TODAY)
    assert child.attendances.get().setting == far


@pytest.mark.parametrize(
    ("status", "closed_on", "starts_on", "said"),
    [
        ("2", date(2024, 8, 31), date(2026, 9, 1), "closed on 31 August 2024"),
        ("2", None, date(2026, 9, 1), "is not open"),
        ("4", None, date(2026, 9, 1), "Proposed to open"),
    ],
)
def test_a_closed_setting_is_refused_in_words(
    signed_in: Any, status: str, closed_on: date | None, starts_on: date, said: str
) -> None:
    closed = build.setting(urn="100001", status=status, closed_on=closed_on)
    response = press(
        signed_in("caseworker"),
        setting(build.child()),
        setting_urn=closed.urn,
        starts_on=starts_on,
    )
    assert said in errors(response)["setting"][0]


def test_a_setting_that_closed_later_can_be_recorded() -> None:
    closed = build.setting(status="2", closed_on=date(2024, 8, 31))
    assert build.attendance(build.child(), closed, starts_on=date(2021, 9, 1))


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "setting", "Choose a setting from the list"),
        ({"setting_urn": "1"}, "setting_urn", "six digits"),
        ({"setting_urn": "999999"}, "setting_urn", "No setting has this URN"),
        ({"starts_on": date(2016, 5, 4)}, "starts_on", "born on 5 May 2016"),
        ({"starts_on": date(2021, 9, 1)}, "starts_on", "already recorded from"),
        ({"starts_on": ""}, "starts_on", "Enter"),
    ],
)
def test_each_wrong_answer_about_a_setting_is_told(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    child = build.child()
    build.attendance(child, starts_on=date(2021, 9, 1))
    new = build.setting(authority_code="884")
    facts: dict[str, Any] = {"starts_on": TODAY, **typed}
    if "starts_on" in typed:
        facts["setting"] = new
    response = press(signed_in("caseworker"), setting(child), **facts)
    assert said in errors(response)[field][0]
    assert Attendance.objects.count() == 1


def test_both_ways_to_name_a_setting_are_one_too_many(signed_in: Any) -> None:
    new = build.setting(authority_code="884")
    response = press(
        signed_in("caseworker"),
        setting(build.child()),
        setting=new,
        setting_urn=new.urn,
        starts_on=TODAY,
    )
    assert "not both" in errors(response)["setting_urn"][0]


def test_the_setting_attended_already_is_refused(signed_in: Any) -> None:
    child = build.child()
    here = build.setting(authority_code="884")
    build.attendance(child, here)
    response = press(
        signed_in("caseworker"), setting(child), setting=here, starts_on=TODAY
    )
    assert "already at" in errors(response)["setting"][0]


def test_an_earlier_setting_ends_where_the_present_one_begins(signed_in: Any) -> None:
    child, earlier = build.child(), build.setting(authority_code="884")
    now = build.attendance(child, starts_on=date(2021, 9, 1))
    press(
        signed_in("caseworker"),
        setting(child),
        setting=earlier,
        starts_on=date(2020, 9, 1),
    )
    assert child.attendances.get(setting=earlier).ends_on == date(2021, 8, 31)
    now.refresh_from_db()
    assert now.ends_on is None


def test_a_setting_that_began_earlier_is_corrected_instead(signed_in: Any) -> None:
    child, here = build.child(), build.setting(authority_code="884")
    build.attendance(child, here, starts_on=date(2021, 9, 1))
    response = press(
        signed_in("caseworker"),
        setting(child),
        setting=here,
        starts_on=date(2020, 9, 1),
    )
    assert "correct that first day" in errors(response)["starts_on"][0]


def test_the_last_day_is_written(signed_in: Any) -> None:
    attendance = build.attendance(build.child())
    url = reverse("people:attendance-end", args=[attendance.pk])
    client = signed_in("caseworker")
    refused = press(client, url, ends_on=date(2021, 8, 31))
    assert "cannot end earlier" in errors(refused)["ends_on"][0]
    press(client, url, ends_on=date(2026, 7, 20))
    attendance.refresh_from_db()
    assert attendance.ends_on == date(2026, 7, 20)


# --- who may


@pytest.mark.parametrize("name", ["address-change", "attendance-start"])
def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any, name: str) -> None:
    seen, hidden = build.child(), build.restricted_child()
    assert (
        signed_in("auditor").get(reverse(f"people:{name}", args=[seen.pk])).status_code
        == 403
    )
    page = reverse(f"people:{name}", args=[hidden.pk])
    assert signed_in("caseworker").get(page).status_code == 404
    assert signed_in("caseworker").post(page).status_code == 404


def test_the_end_of_an_attendance_out_of_sight(signed_in: Any) -> None:
    attendance = build.attendance(build.restricted_child())
    url = reverse("people:attendance-end", args=[attendance.pk])
    assert signed_in("caseworker").get(url).status_code == 404
    assert signed_in("auditor").get(url).status_code == 403
