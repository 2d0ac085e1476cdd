"""Finding a child (PPL-7)."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.people import actions, finders
from sendhub.people.models import Child
from sendhub.people.rules import plain_name
from sendhub.people.search import search
from sendhub.people.slips import slips
from tests import build
from tests.conftest import TODAY
from tests.pages import seen
from tests.people.conftest import NHS, UPN

pytestmark = pytest.mark.django_db

URL = reverse("people:child-search")
OTHER_UPN = "B884201700217"


def found(typed: str, *, by: Any = None) -> list[Child]:
    return search(user=by or build.user("caseworker"), typed=typed, on=TODAY).children


@pytest.mark.parametrize(
    "typed",
    [
        "zoe",
        "ZOË",
        "oneill",
        "O'Neill",
        "price zoe",
        "mair price",
        "zo",
        "neil",
        "pri",
        "zoey oniell",
        "zeo prcie",
        "zeo oneill",
        "miar priec",
        "prise",
        "5/5/2016",
        "5 May 2016 price",
        "price 2016-05-05",
        UPN.lower(),
        "H801 2000 01001",
        "943 476 5919",
    ],
)
def test_finds_by_any_part(zoe: Child, typed: str) -> None:
    build.child(given_names="Harri", family_name="Bevan", born_on=date(2012, 1, 2))
    assert found(typed) == [zoe]


@pytest.mark.parametrize(
    "typed",
    ["xavier", "6/5/2016", "5/5/2016 bevan", "zoe bevan", "4010232137", "%", "_"],
)
def test_does_not_find_what_is_not_there(zoe: Child, typed: str) -> None:
    assert found(typed) == []


def test_finds_by_the_postcode_of_today(zoe: Child) -> None:
    build.address(zoe, postcode="HR6 8BS", starts_on=date(2018, 1, 1))
    build.address(zoe, postcode="HR1 2AB", starts_on=date(2021, 1, 1))
    assert found("hr12ab") == [zoe]
    assert found("price HR1 2AB") == [zoe]
    assert found("HR6 8BS") == []


def test_finds_by_a_district_and_by_the_start_of_a_postcode(zoe: Child) -> None:
    other = build.child(family_name="Bevan")
    build.address(zoe, postcode="HR1 2AB")
    build.address(other, postcode="HR10 2AB")
    assert found("hr1") == [zoe]
    assert found("HR1 2") == [zoe]
    assert found("price hr1") == [zoe]
    assert found("hr1 3") == []
    assert found("HR10") == [other]


def test_finds_by_a_former_name(zoe: Child) -> None:
    actions.child_edit(child=zoe, family_name="Griffiths", by=build.user("caseworker"))
    assert found("oneill price") == [zoe]
    assert found("griffiths") == [zoe]


def test_does_not_find_by_what_was_written_wrong(zoe: Child) -> None:
    actions.child_edit(
        child=zoe, family_name="Griffiths", name_was="slip", by=build.user("caseworker")
    )
    assert found("griffiths") == [zoe]
    assert found("oneill") == []


def test_finds_by_a_former_upn(zoe: Child) -> None:
    actions.child_edit(child=zoe, upn=OTHER_UPN, by=build.user("caseworker"))
    assert found(UPN) == found(OTHER_UPN) == [zoe]
    actions.child_edit(child=zoe, upn="", upn_was="slip", by=build.user("caseworker"))
    assert found(OTHER_UPN) == []


@pytest.mark.parametrize(
    ("given", "family", "typed"),
    [
        ("John", "Smith", "jhon smtih"),
        ("John", "Smith", "jhon smith"),
        ("Sam", "Jones", "sam joens"),
        ("Søren", "Æbelø", "soren aebelo"),
        ("Đặng", "Nguyễn", "dang nguyen"),
        ("Ann", "Price", "anne prcie"),
    ],
)
def test_forgives_a_slip_in_each_name(given: str, family: str, typed: str) -> None:
    child = build.child(given_names=given, family_name=family)
    build.child(given_names="Bronwen", family_name="Llewellyn")
    assert found(typed) == [child]
    assert found(" ".join(reversed(typed.split()))) == [child]


@given(st.text("abcdeé ", max_size=30))
def test_python_and_the_database_slip_alike(words: str) -> None:
    plain = plain_name(words)
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_slips(%s)", [plain])
        (theirs,) = cursor.fetchone()
    ours = {one for word in plain.split() if len(word) > 2 for one in slips(word)}
    assert set(theirs) == ours


@pytest.mark.parametrize("typed", ["24", "987654321"])
def test_a_number_that_no_case_has_gets_a_sentence(signed_in: Any, typed: str) -> None:
    text = signed_in("caseworker").get(URL, {"q": typed}).content.decode()
    assert f"No case has the number {typed}." in text


def test_a_bare_number_finds_the_case(signed_in: Any) -> None:
    case = build.case()
    client = signed_in("caseworker")
    for typed in (str(case.pk), f"{case.pk:06d}", f"#{case.pk}", f"ehc{case.pk}"):
        page = client.get(URL, {"q": typed})
        assert page.context["answer"].children == [case.child]
        assert "No case has" not in page.content.decode()


def test_eight_digits_that_no_case_has_are_a_date(zoe: Child) -> None:
    assert found("05052016") == [zoe]


def test_shows_the_closest_first() -> None:
    like = build.child(given_names="Ann", family_name="Smyth")
    same = build.child(given_names="Ann", family_name="Smith")
    assert found("smith") == [same, like]


def test_shows_fifty_at_most_and_says_that_there_are_more(signed_in: Any) -> None:
    for number in range(52):
        build.child(given_names=f"Sam {number}", family_name="Smith")
    answer = search(user=build.user("caseworker"), typed="smith", on=TODAY)
    assert (len(answer.children), answer.more) == (50, True)
    page = seen(signed_in("caseworker").get(URL, {"q": "smith"}))
    assert "The first 50 children" in page
    assert "More children fit" in page


def test_an_app_above_can_add_a_way_to_search(
    zoe: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_shoe_size(user: Any, text: str) -> Any:
        return Child.objects.all() if text == "size 35" else None

    monkeypatch.setattr(finders, "_finders", [by_shoe_size])
    hidden = build.restricted_child()
    assert found("size 35") == [zoe]
    assert hidden not in found("size 35")
    assert found("size 36") == []


def test_never_shows_a_restricted_child_to_others(signed_in: Any) -> None:
    build.restricted_child(given_names="Hidden", family_name="Away", upn=UPN)
    client = signed_in("service_manager")
    for typed in ("hidden", "away", "5/5/2016", "Hidden Away 5/5/2016"):
        response = client.get(URL, {"q": typed})
        assert response.context["answer"].children == []
        assert not response.context["answer"].restricted


def test_says_that_a_restricted_record_has_exactly_this_number(signed_in: Any) -> None:
    build.restricted_child(given_names="Hidden", family_name="Away", nhs_number=NHS)
    response = signed_in("caseworker").get(URL, {"q": "943 476 5919"})
    text = response.content.decode()
    assert "A restricted record matches" in text
    assert "Ask to be let in" in text
    assert "Hidden" not in text
    assert "Record a new child with what you typed" not in text


def test_named_staff_find_the_restricted_child(signed_in: Any) -> None:
    client = signed_in("caseworker")
    child = build.restricted_child(named=[client.user], nhs_number=NHS)
    response = client.get(URL, {"q": NHS})
    assert response.context["answer"].children == [child]
    assert "A restricted record matches" not in response.content.decode()


def test_a_search_by_number_is_written_down_and_one_by_name_is_not(
    zoe: Child, signed_in: Any
) -> None:
    client = signed_in("caseworker")
    client.get(URL, {"q": "zoe"})
    assert not Look.objects.exists()
    client.get(URL, {"q": NHS})
    look = Look.objects.get()
    assert (look.kind, look.ids, look.by_id) == ("search", [zoe.pk], client.user.pk)


def test_says_what_can_be_typed(signed_in: Any) -> None:
    text = signed_in("caseworker").get(URL).content.decode()
    assert "What you can type" in text
    assert "5 May 2016" in text


def test_offers_to_record_a_child_with_what_was_typed(signed_in: Any) -> None:
    client = signed_in("caseworker")
    text = client.get(URL, {"q": "Xavier Quick 5/5/2016"}).content.decode()
    way = "?given_names=Xavier&amp;family_name=Quick&amp;born_on=2016-05-05"
    assert reverse("people:child-record") + way in text
    form = client.get(
        reverse("people:child-record"),
        {"given_names": "Xavier", "born_on": "2016-05-05"},
    )
    assert 'value="Xavier"' in form.content.decode()
    assert 'value="2016"' in form.content.decode()


@pytest.mark.parametrize("carried", ["2016-13-45", "x", ""])
def test_a_carried_birthday_that_is_none_is_left_out(
    signed_in: Any, carried: str
) -> None:
    url = reverse("people:child-record")
    assert signed_in("caseworker").get(url, {"born_on": carried}).status_code == 200


def test_offers_no_record_to_those_who_may_make_none(signed_in: Any) -> None:
    text = signed_in("auditor").get(URL, {"q": "xavier"}).content.decode()
    assert "No child was found" in text
    assert "Record a new child" not in text


def test_a_result_shows_badges_age_setting_and_team(zoe: Child, signed_in: Any) -> None:
    build.area("HR6", locality="north")
    build.address(zoe)
    build.status(zoe, "protection_plan")
    build.attendance(zoe, build.setting("Leominster School"))
    text = signed_in("caseworker").get(URL, {"q": "zoe"}).content.decode()
    for shown in ("Child protection plan", "Leominster School", "North locality"):
        assert shown in text


def test_the_wrong_role_is_refused(signed_in: Any) -> None:
    assert signed_in("administrator").get(URL).status_code == 403


def test_a_role_without_the_county_finds_only_its_own(only: Any) -> None:
    build.child(given_names="Zoe")
    client = only(Permission.CHILD_VIEW)
    hub = build.user("hub_school")
    assert len(client.get(URL, {"q": "zoe"}).context["answer"].children) == 1
    assert found("zoe", by=hub) == []


def test_the_queries_stay_flat(signed_in: Any, queries_stay_flat: Any) -> None:
    def grow() -> None:
        child = build.child(given_names="Sam", family_name="Smith")
        build.status(child)
        build.attendance(child)
        build.case(child_=child, officer=build.user("caseworker"))

    queries_stay_flat(signed_in("caseworker"), f"{URL}?q=smith", grow)


@pytest.mark.parametrize(
    "typed",
    ["\x00", "a\x00b", "'; drop table people_child; --", "🎉", "\u202e", "x" * 5000],
)
def test_no_text_breaks_the_search(signed_in: Any, typed: str) -> None:
    assert signed_in("caseworker").get(URL, {"q": typed}).status_code == 200


def test_one_letter_gets_one_sentence(signed_in: Any) -> None:
    text = signed_in("caseworker").get(URL, {"q": "b"}).content.decode()
    assert "Type at least two letters" in text
    assert "No child was found" not in text


@pytest.mark.parametrize("role", ["hub_school", "panel_member"])
def test_says_that_a_role_sees_no_child_yet(
    signed_in: Any, zoe: Child, role: str
) -> None:
    text = signed_in(role).get(URL, {"q": "zoe"}).content.decode()
    assert "Your role sees only the children of your hub or of your meetings" in text
    assert "Try fewer letters" not in text


def test_asks_who_sees_children_to_try_fewer_letters(
    signed_in: Any, zoe: Child
) -> None:
    text = signed_in("caseworker").get(URL, {"q": "nobodycalledthis"}).content.decode()
    assert "Try fewer letters" in text
    assert "Your role sees only" not in text


def test_a_row_names_the_open_case_and_who_has_it(signed_in: Any, only: Any) -> None:
    north = build.team(locality="north")
    nia = build.user("caseworker", name="Nia Prosser", team=north)
    held = build.case(child_=build.child(family_name="Archer"), officer=nia)
    nobodys = build.case(child_=build.child(family_name="Archer"))
    over = build.case(child_=build.child(family_name="Archer"))
    type(over).objects.filter(pk=over.pk).update(closed_on=over.opened_on)
    answer = signed_in("caseworker").get(URL, {"q": "archer"})
    rows = {child.pk: list(cases) for child, cases in answer.context["rows"]}
    [mine] = rows[held.child_id]
    assert (mine.reference, mine.held_by) == (held.reference, "Nia Prosser")
    assert mine.url == held.get_absolute_url()
    assert [case.held_by for case in rows[nobodys.child_id]] == ["Nobody yet"]
    assert rows[over.child_id] == []
    page = answer.content.decode()
    assert held.reference in page
    assert over.reference not in page
    closed_to_them = only().get(URL, {"q": "archer"})
    assert held.reference not in closed_to_them.content.decode()


def test_a_row_names_the_team_of_a_case_without_an_officer(signed_in: Any) -> None:
    case = build.case(child_=build.child(family_name="Archer"))
    team = build.team(locality="north")
    type(case).objects.filter(pk=case.pk).update(team=team)
    answer = signed_in("caseworker").get(URL, {"q": "archer"})
    [(_, [shown])] = answer.context["rows"]
    assert shown.held_by == str(team)
