"""Recording a new child (PPL-1), after a look at those who may be the same (PPL-8)."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Act
from sendhub.core.errors import RuleBroken
from sendhub.people import actions
from sendhub.people.models import Child, NotSame
from tests import build
from tests.pages import errors, opened, press, written_over

pytestmark = pytest.mark.django_db

URL = reverse("people:child-record")
UPN = "H801200001001"


def facts(**more: Any) -> dict[str, Any]:
    return {
        "given_names": "Zoë",
        "family_name": "O’Neill",
        "born_on": date(2016, 5, 5),
        "sex": build.code("SEX", "F"),
    } | more


def test_records_everything_at_once(signed_in: Any) -> None:
    area = build.area("HR6", locality="north")
    setting = build.setting("Leominster School", authority_code="884")
    response = press(
        signed_in("caseworker"),
        URL,
        **facts(
            preferred_name="Zo",
            upn="h801 2000 01001",
            uln="",
            nhs_number="943 476 5919",
            ethnicity=build.code("ETHNICITY", "WBRI"),
            first_language="Welsh",
            interpreter_needed=True,
            communication_needs="Signs",
            accessible_format="large_print",
            primary_need=build.code("SEN_TYPE", "SLCN"),
            secondary_need=build.code("SEN_TYPE", "ASD"),
            lines="1 Broad Street",
            town="Leominster",
            postcode="hr68bs",
            lives_there_from=date(2020, 9, 1),
            setting=setting,
            attends_from=date(2021, 9, 1),
        ),
    )
    child = Child.objects.get()
    assert response.url == child.get_absolute_url()
    assert (child.upn, child.nhs_number) == (UPN, "9434765919")
    assert child.home_authority_id == "LA_CODE:884"
    assert (child.sort_name, child.team) == ("oneill, zoe", area.team)
    address = child.addresses.get()
    assert (address.postcode, address.starts_on) == ("HR6 8BS", date(2020, 9, 1))
    assert child.attendances.get().setting == setting
    acts = set(Act.objects.filter(child_id=child.pk).values_list("act", flat=True))
    assert {"people.child_record", "people.address_change"} <= acts


def test_a_reason_stands_for_a_missing_upn(signed_in: Any) -> None:
    reason = build.code("UPNUNKNOWN", "UN1")
    press(signed_in("caseworker"), URL, **facts(upn_unknown=reason))
    assert Child.objects.get().upn_unknown == reason


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("given_names", "", "Enter the first and middle names."),
        ("family_name", " ", "Enter the family name."),
        ("given_names", "x" * 201, "200 characters or fewer"),
        ("given_names", "Zo\x00e", "cannot be kept"),
        ("given_names", "Zo\u202ee", "cannot be kept"),
        ("born_on", date(2027, 1, 1), "must be today or in the past"),
        ("born_on", date(1999, 1, 1), "over 25"),
        ("sex", "", "Choose the sex."),
        ("upn", "A801200001001", "check letter is wrong"),
        ("upn", "A80", "13 characters"),
        ("uln", "9999999999", "not known yet"),
        ("nhs_number", "9434765918", "check digit is wrong"),
        ("own_email", "zoe", "like name@example.org"),
        ("postcode", "HR4", "full UK postcode"),
        ("setting_urn", "12345", "six digits"),
        ("setting_urn", "999999", "No setting has this URN."),
    ],
)
def test_each_wrong_answer_is_told_beside_its_field(
    signed_in: Any, field: str, typed: Any, said: str
) -> None:
    response = press(
        signed_in("caseworker"),
        URL,
        **facts(**{"communication_needs": "Signs", field: typed}),
    )
    assert said in " ".join(errors(response)[field])
    assert "Signs" in response.content.decode()
    assert not Child.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        (
            {"upn": UPN, "upn_unknown": "UPNUNKNOWN:UN1"},
            "upn_unknown",
            "There is a UPN",
        ),
        ({"secondary_need": "SEN_TYPE:ASD"}, "secondary_need", ""),
        ({"postcode": "HR6 8BS"}, "lines", "Enter the address"),
        (
            {"lines": "1 Road", "lives_there_from": date(2016, 5, 4)},
            "lives_there_from",
            "born on 5 May 2016",
        ),
    ],
)
def test_answers_that_do_not_go_together_are_told(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    response = press(signed_in("caseworker"), URL, **facts(**typed))
    told = errors(response)
    assert said in " ".join(told.get(field) or told["primary_need"])
    assert not Child.objects.exists()


def test_the_first_day_at_a_setting_is_told_beside_its_own_field(
    signed_in: Any,
) -> None:
    response = press(
        signed_in("caseworker"),
        URL,
        **facts(
            setting=build.setting(authority_code="884"), attends_from=date(2016, 1, 1)
        ),
    )
    assert "born on 5 May 2016" in errors(response)["attends_from"][0]
    assert not Child.objects.exists()


def test_a_first_day_is_asked_for_with_an_address_and_a_setting(signed_in: Any) -> None:
    client, setting = signed_in("caseworker"), build.setting(authority_code="884")
    told = errors(press(client, URL, **facts(lines="1 Road", setting=setting)))
    for field in ("lives_there_from", "attends_from"):
        assert "give the first day you know of" in told[field][0]
    assert not Child.objects.exists()


def test_what_is_wrong_is_listed_in_the_order_of_the_page(signed_in: Any) -> None:
    typed = facts(upn="A", postcode="HR4", family_name="", own_email="zoe")
    form = press(signed_in("caseworker"), URL, **typed).context["form"]
    wrong = [field.name for field in form if field.errors]
    assert wrong == ["family_name", "upn", "postcode", "own_email"]


def test_authorities_stand_in_the_order_of_the_alphabet(signed_in: Any) -> None:
    form = signed_in("caseworker").get(URL).context["form"]
    names = [code.meaning for code in form.fields["home_authority"].queryset]
    assert len(names) > 100
    assert names.index("Barnet") < names.index("Camden") < names.index("Wigan")


@pytest.mark.parametrize("given", [{"lines": "1 Road"}, {"setting": True}])
def test_no_first_day_is_made_up(given: dict[str, Any]) -> None:
    if "setting" in given:
        given = {"setting": build.setting()}
    with pytest.raises(RuleBroken, match="first day you know of"):
        actions.child_record(by=build.user("caseworker"), **facts(**given))


@pytest.mark.parametrize(
    "name", ["N" * 200, "🎉 Zoë", "李小龍", "أحمد", "d’Árc-Ñandú", "Anne\u200d-Marie"]
)
def test_any_name_can_be_kept(signed_in: Any, name: str) -> None:
    client = signed_in("caseworker")
    response = press(client, URL, **facts(given_names=name, family_name=name))
    child = Child.objects.get()
    assert child.given_names == name
    assert client.get(response.url).status_code == 200


def test_nothing_is_said_of_optional_where_most_may_be_left_empty(
    signed_in: Any,
) -> None:
    text = signed_in("caseworker").get(URL).content.decode()
    assert "(optional)" in text
    assert "What is marked (optional)" not in text


# --- likely duplicates


@pytest.mark.parametrize(
    "known",
    [
        {"given_names": "Zoe", "family_name": "O'Neil"},
        {"given_names": "Zoe Mair", "family_name": "Griffiths"},
        {"given_names": "Amy", "family_name": "O’Neill"},
        {"given_names": "Zoe", "family_name": "ONeill", "born_on": date(2016, 6, 5)},
    ],
)
def test_children_who_may_be_the_same_are_shown_first(
    signed_in: Any, known: dict[str, Any]
) -> None:
    other = build.child(**known)
    born_on = date(2016, 5, 6) if "born_on" in known else date(2016, 5, 5)
    response = press(signed_in("caseworker"), URL, **facts(born_on=born_on))
    text = response.content.decode()
    assert "Is it one of these children?" in text
    assert other.get_absolute_url() in text
    assert "tick the box" in errors(response)["not_same"][0]
    assert Child.objects.get() == other


def test_a_child_alike_opens_in_a_new_tab_so_that_nothing_typed_is_lost(
    signed_in: Any,
) -> None:
    other = build.child(given_names="Zoe", family_name="ONeill")
    text = press(signed_in("caseworker"), URL, **facts()).content.decode()
    url = other.get_absolute_url()
    assert (
        f'<a href="{url}" target="_blank" rel="noopener">'
        "ONeill, Zoe (opens in a new tab)</a>" in text
    )


def _known_alike() -> None:
    other = build.child(given_names="Zoe", family_name="ONeill", upn=UPN)
    build.address(other)
    build.attendance(other, build.setting("Hillside School"))


def test_a_child_alike_is_shown_with_what_tells_them_apart(signed_in: Any) -> None:
    _known_alike()
    text = press(signed_in("caseworker"), URL, **facts()).content.decode()
    for fact in ("5 May 2016", "Hillside School", UPN, "1 Broad Street, Leominster"):
        assert fact in text


def test_an_address_of_a_child_alike_is_only_for_those_who_see_contacts(
    only: Any,
) -> None:
    _known_alike()
    text = press(only(Permission.CHILD_RECORD), URL, **facts()).content.decode()
    assert UPN in text
    assert "Broad Street" not in text


@pytest.mark.parametrize(
    "known",
    [
        {"born_on": date(2016, 5, 7), "given_names": "Zoe", "family_name": "Bevan"},
        {"born_on": date(2016, 5, 7), "given_names": "Zoe M", "family_name": "O'Neill"},
        {"given_names": "Harri", "family_name": "Bevan"},
    ],
)
def test_children_who_are_not_alike_are_not_shown(
    signed_in: Any, known: dict[str, Any]
) -> None:
    build.child(**known)
    assert press(signed_in("caseworker"), URL, **facts()).status_code == 302


WEAKER = "Same name, another date of birth"


def test_a_child_of_the_same_name_is_shown_whatever_the_birthday(
    signed_in: Any,
) -> None:
    other = build.child(
        given_names="zoe", family_name="O'NEILL", born_on=date(2011, 7, 19)
    )
    response = press(signed_in("caseworker"), URL, **facts())
    text = response.content.decode()
    assert other.get_absolute_url() in text
    assert WEAKER in text
    assert "tick the box" in errors(response)["not_same"][0]


def test_those_born_the_same_day_come_before_those_of_the_name(signed_in: Any) -> None:
    named = build.child(
        given_names="Zoe", family_name="ONeill", born_on=date(2011, 7, 19)
    )
    alike = build.child(given_names="Zoe", family_name="ONeill")
    response = press(signed_in("caseworker"), URL, **facts())
    assert response.context["form"].alike == [alike, named]
    assert response.content.decode().count(WEAKER) == 1


def test_a_restricted_child_of_the_same_name_is_not_named(signed_in: Any) -> None:
    build.restricted_child(
        given_names="Zoe", family_name="ONeill", born_on=date(2011, 7, 19)
    )
    assert press(signed_in("caseworker"), URL, **facts()).status_code == 302


def test_the_comparison_asks_as_much_of_many_as_of_few(
    signed_in: Any, django_assert_max_num_queries: Any
) -> None:
    client = signed_in("caseworker")
    counts = []
    for year in (2011, 2012, 2013):
        build.child(given_names="Zoe", family_name="ONeill", born_on=date(year, 1, 1))
        with django_assert_max_num_queries(60) as asked:
            press(client, URL, **facts())
        counts.append(len(asked))
    assert counts[1] == counts[2]


def test_children_of_a_name_are_found_by_an_index() -> None:
    found = Child.objects.of_the_name(given_names="Zoë", family_name="O’Neill")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    # Of an empty table any index that holds the names may be chosen.
    assert "Index Cond: ((sort_name)" in found.explain()


def test_saying_that_it_is_none_of_them_is_remembered(signed_in: Any) -> None:
    other = build.child(given_names="Zoe", family_name="ONeill")
    client = signed_in("caseworker")
    refused = press(client, URL, **facts())
    form = refused.context["form"]
    typed = opened(client, URL) | {"compared": form["compared"].value()}
    response = client.post(
        URL, written_over(typed, **facts(not_same=True)), follow=True
    )
    child = Child.objects.exclude(pk=other.pk).get()
    pair = NotSame.objects.get()
    assert (pair.first_id, pair.second_id) == (other.pk, child.pk)
    assert "born on the same day" not in response.content.decode()


def test_a_tick_does_not_count_for_a_child_who_was_not_shown(signed_in: Any) -> None:
    client = signed_in("caseworker")
    typed = written_over(opened(client, URL), **facts(not_same=True, compared=""))
    build.child(given_names="Zoe", family_name="ONeill")
    response = client.post(URL, typed)
    assert "not_same" in errors(response)
    assert Child.objects.count() == 1


def test_a_restricted_child_is_not_named_as_alike(signed_in: Any) -> None:
    build.restricted_child(given_names="Zoe", family_name="ONeill")
    assert press(signed_in("caseworker"), URL, **facts()).status_code == 302


def test_says_who_has_the_same_number(signed_in: Any) -> None:
    other = build.child(given_names="Harri", family_name="Bevan", upn=UPN)
    response = press(signed_in("caseworker"), URL, **facts(upn=UPN))
    assert errors(response)["upn"] == ["Harri Bevan already has this UPN."]
    assert other.get_absolute_url() in response.content.decode()


def test_does_not_say_which_restricted_child_has_the_same_number(
    signed_in: Any,
) -> None:
    build.restricted_child(given_names="Hidden", family_name="Away", upn=UPN)
    response = press(signed_in("caseworker"), URL, **facts(upn=UPN))
    assert "A restricted record has this UPN" in errors(response)["upn"][0]
    assert "Hidden" not in response.content.decode()


def test_a_double_click_records_one_child(signed_in: Any) -> None:
    client = signed_in("caseworker")
    typed = written_over(opened(client, URL), **facts())
    first = client.post(URL, typed)
    assert first.status_code == 302
    Child.objects.update(born_on=date(2015, 1, 1))  # not alike to itself any more
    assert client.post(URL, typed).url == first.url
    assert Child.objects.count() == 1


def test_a_second_click_goes_to_the_child_though_it_is_alike_to_itself(
    signed_in: Any,
) -> None:
    client = signed_in("caseworker")
    typed = written_over(opened(client, URL), **facts())
    first = client.post(URL, typed)
    assert client.post(URL, typed).url == first.url
    assert Child.objects.count() == 1


@pytest.mark.parametrize("role", ["auditor", "finance_officer", "administrator"])
def test_the_wrong_role_is_refused(signed_in: Any, role: str) -> None:
    client = signed_in(role)
    assert client.get(URL).status_code == 403
    assert client.post(URL, {}).status_code == 403
