"""The list, the page and the local facts of schools and other settings (PPL-5)."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Act, Look
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category, category_of
from tests import build
from tests.pages import errors, opened, press, seen, written_over

pytestmark = pytest.mark.django_db

URL = reverse("schools:setting-list")


def names(client: Any, **query: str) -> list[str]:
    return [row.name for row in client.get(URL, query).context["page"].rows]


@pytest.fixture
def settings_() -> None:
    for name, more in {
        "Ashfield Park": {"authority_code": "884", "town": "Ross", "urn": "116701"},
        "Barrs Court": {
            "authority_code": "884",
            "category": Category.SPECIAL,
            "phase": "Not applicable",
            "urn": "116702",
        },
        "Closed Infants": {"authority_code": "884", "status": "2", "urn": "116703"},
        "Far College": {"authority_code": "201", "urn": "116704", "phase": "16 plus"},
        "Our Forest School": {"urn": ""},
    }.items():
        build.setting(name, **more)


@pytest.mark.usefixtures("settings_")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Ashfield Park", "Barrs Court", "Our Forest School"]),
        ({"words": "park ross"}, ["Ashfield Park"]),
        ({"words": "116702"}, ["Barrs Court"]),
        ({"words": "%"}, []),
        ({"category": "special"}, ["Barrs Court"]),
        ({"where": "out"}, ["Far College"]),
        ({"where": "any", "phase": "16 plus"}, ["Far College"]),
        ({"status": "2"}, ["Closed Infants"]),
        (
            {"status": "any", "sort": "-name"},
            ["Our Forest School", "Closed Infants", "Barrs Court", "Ashfield Park"],
        ),
    ],
)
def test_the_list_can_be_narrowed_and_sorted(
    signed_in: Any, query: dict[str, str], expected: list[str]
) -> None:
    assert names(signed_in("caseworker"), **query) == expected


@pytest.mark.parametrize(
    "query", [{"category": "no such"}, {"sort": "x"}, {"after": "x"}, {"words": "\x00"}]
)
def test_an_odd_address_breaks_nothing(signed_in: Any, query: dict[str, str]) -> None:
    assert signed_in("caseworker").get(URL, query).status_code == 200


@pytest.mark.parametrize("sort", ["name", "-name", "town", "-town", "urn"])
def test_every_setting_is_on_one_page(signed_in: Any, sort: str) -> None:
    for number in range(120):
        build.setting(
            f"School {number % 7}", authority_code="884", town=f"T{number % 5}"
        )
    client = signed_in("caseworker")
    seen: list[int] = []
    url: str | None = f"?sort={sort}"
    while url:
        page = client.get(URL + url).context["page"]
        seen += [row.pk for row in page.rows]
        url = page.next_url
    assert len(seen) == len(set(seen)) == 120


def test_says_what_to_do_when_there_are_none(signed_in: Any) -> None:
    assert "national register" in signed_in("caseworker").get(URL).content.decode()


@pytest.mark.usefixtures("settings_")
def test_the_export_is_what_is_filtered_and_is_written_down(signed_in: Any) -> None:
    build.setting("=Danger()", authority_code="884", senco_name="Mair")
    client = signed_in("caseworker")
    response = client.get(URL, {"format": "csv", "sort": "name"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Name"] for row in rows] == [
        "'=Danger()",
        "Ashfield Park",
        "Barrs Court",
        "Our Forest School",
    ]
    assert (rows[2]["Kind"], rows[2]["Status"]) == ("Special school", "Open")
    look = Look.objects.get()
    assert (look.kind, look.by_id) == ("export", client.user.pk)


def test_the_export_needs_its_own_permission(only: Any) -> None:
    client = only(Permission.SETTING_VIEW)
    assert "Export" not in client.get(URL).content.decode()
    assert client.get(URL, {"format": "csv"}).status_code == 403
    assert not Look.objects.exists()


def test_the_queries_of_the_list_stay_flat(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    queries_stay_flat(
        signed_in("caseworker"), URL, lambda: build.setting(authority_code="884")
    )


def test_the_page_shows_the_register_and_what_we_know(signed_in: Any) -> None:
    setting = build.setting(
        "Leominster School",
        section_41=True,
        age_from=4,
        age_to=11,
        pupils=187,
        capacity=210,
        opened_on=date(1975, 9, 1),
        senco_name="Mair Lloyd",
        local_note="Ring after four",
    )
    text = signed_in("caseworker").get(setting.get_absolute_url()).content.decode()
    for said in (
        "Leominster School",
        "Section 41",
        "4 to 11",
        "187 of 210 places",
        "1 September 1975",
        "Mair Lloyd",
        "Ring after four",
    ):
        assert said in text


def test_the_page_names_the_local_authority(signed_in: Any) -> None:
    client = signed_in("caseworker")
    for code, said in (("884", "Herefordshire, County of (884)"), ("999", "999")):
        setting = build.setting(authority_code=code)
        shown = client.get(setting.get_absolute_url()).context["register"]
        assert {fact.key: fact.value for fact in shown}["Local authority"] == said


def test_the_page_counts_only_children_in_sight(signed_in: Any) -> None:
    setting = build.setting()
    build.attendance(build.child(), setting)
    build.attendance(build.restricted_child(), setting)
    client = signed_in("caseworker")
    url = setting.get_absolute_url()
    assert "1 child of ours here today" in client.get(url).content.decode()
    text = signed_in("administrator").get(url).content.decode()
    assert "here today" not in text


# --- what we know ourselves


def edit(setting: Setting) -> str:
    return reverse("schools:setting-edit", args=[setting.pk])


def test_what_we_know_can_be_changed_and_nothing_else(signed_in: Any) -> None:
    setting = build.setting("Leominster School")
    client = signed_in("placements_officer")
    fields = set(client.get(edit(setting)).context["form"].fields) - {"once", "seen"}
    senco = {"senco_name", "senco_email", "senco_phone"}
    assert fields == senco | {"local_note", "own_category"}
    response = press(
        client, edit(setting), senco_name="Mair Lloyd", senco_email="m@example.org"
    )
    assert response.url == setting.get_absolute_url()
    setting.refresh_from_db()
    assert (setting.name, setting.senco_name) == ("Leominster School", "Mair Lloyd")
    assert Act.objects.get().act == "schools.setting_edit"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("senco_email", "mair", "like name@example.org"),
        ("own_category", "castle", "not one of the available choices"),
        ("senco_name", "x" * 121, "120 characters or fewer"),
        ("local_note", "x" * 2001, "2,000 characters or fewer"),
    ],
)
def test_each_wrong_answer_is_told(
    signed_in: Any, field: str, typed: str, said: str
) -> None:
    response = press(signed_in("data_officer"), edit(build.setting()), **{field: typed})
    assert said in errors(response)[field][0]


def test_our_word_of_its_kind_counts_until_it_is_taken_back(signed_in: Any) -> None:
    setting = build.setting(type_code="30", category=Category.OTHER)
    client = signed_in("data_officer")
    press(client, edit(setting), own_category="special_independent")
    setting.refresh_from_db()
    assert setting.category == setting.own_category == Category.SPECIAL_INDEPENDENT
    press(client, edit(setting), own_category="")
    setting.refresh_from_db()
    assert (setting.category, setting.own_category) == (Category.OTHER, "")


def test_a_stale_change_tells_what_changed(signed_in: Any) -> None:
    setting = build.setting()
    client = signed_in("data_officer")
    typed = written_over(opened(client, edit(setting)), senco_name="Mair")
    Setting.objects.filter(pk=setting.pk).update(senco_phone="01568 1")
    said = errors(client.post(edit(setting), typed))["__all__"][0]
    assert "SENCO's phone from nothing to “01568 1”" in said


@pytest.mark.parametrize("role", ["caseworker", "auditor", "hub_school"])
def test_changing_is_not_for_everybody(signed_in: Any, role: str) -> None:
    setting = build.setting()
    client = signed_in(role)
    assert client.get(edit(setting)).status_code == 403
    assert client.post(edit(setting)).status_code == 403
    assert edit(setting) not in client.get(setting.get_absolute_url()).content.decode()


def test_somebody_without_a_role_sees_nothing(signed_in: Any) -> None:
    client = signed_in()
    assert client.get(URL).status_code == 403
    assert client.get(build.setting().get_absolute_url()).status_code == 403


# --- what the database refuses, and kinds of setting


def test_a_urn_belongs_to_one_setting() -> None:
    build.setting(urn="116700")
    build.setting(urn="")
    build.setting(urn="")
    with (
        pytest.raises(IntegrityError, match="schools_setting_urn_once"),
        transaction.atomic(),
    ):
        build.setting(urn="116700")


def test_a_setting_does_not_close_before_it_opened() -> None:
    with pytest.raises(IntegrityError, match="schools_setting_closes_after_opening"):
        build.setting(opened_on=date(2020, 9, 1), closed_on=date(2020, 8, 31))


@pytest.mark.parametrize(
    ("type_code", "category"),
    [
        ("1", Category.MAINSTREAM),
        ("34", Category.MAINSTREAM),
        ("15", Category.NURSERY_SCHOOL),
        ("11", Category.MAINSTREAM_INDEPENDENT),
        ("7", Category.SPECIAL),
        ("36", Category.SPECIAL),
        ("8", Category.SPECIAL_NON_MAINTAINED),
        ("10", Category.SPECIAL_INDEPENDENT),
        ("14", Category.ALTERNATIVE),
        ("31", Category.SIXTH_FORM),
        ("18", Category.FURTHER_EDUCATION),
        ("32", Category.SPECIALIST_POST_16),
        ("57", Category.SECURE),
        ("26", Category.OTHER),
        ("", Category.OTHER),
        ("999", Category.OTHER),
    ],
)
def test_a_type_of_the_register_is_a_kind_of_setting(
    type_code: str, category: Category
) -> None:
    assert category_of(type_code) == category


def test_says_why_a_school_closed_and_what_came_after_it(signed_in: Any) -> None:
    former = build.setting(
        "Elm School", urn="100001", status="2", closed_because="Academy Converter"
    )
    academy = build.setting("Elm School", urn="100002")
    link = build.succession(former, academy)
    client = signed_in("caseworker")
    told = seen(client.get(former.get_absolute_url()))
    assert "Followed by Elm School (URN 100002) ." in told
    assert "Why it closed Academy Converter" in told
    link.linked_on = date(2027, 1, 1)
    link.save()
    assert "Follows Elm School (URN 100001) from 1 January 2027." in seen(
        client.get(academy.get_absolute_url())
    )
