"""Changing what is known of a child."""

import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people import actions
from sendhub.people.models import Child
from tests import build
from tests.pages import errors, held, opened, press, written_over

pytestmark = pytest.mark.django_db

BEFORE_BIRTH = date(2016, 5, 4)


def url(child: Child) -> str:
    return reverse("people:child-edit", args=[child.pk])


def test_changes_the_record_and_keeps_the_former_name(signed_in: Any) -> None:
    child = build.child(given_names="Zoe", family_name="Rees", uln="1000000000")
    response = press(
        signed_in("caseworker"),
        url(child),
        family_name="Price",
        preferred_name="Zo",
        name_was="changed",
        renamed_on=date(2026, 10, 1),
    )
    assert response.url == child.get_absolute_url()
    child.refresh_from_db()
    assert (child.family_name, child.preferred_name) == ("Price", "Zo")
    assert (child.sort_name, child.uln) == ("price, zoe", "1000000000")
    assert str(child.former_names.get()) == "Zoe Rees"


def test_everything_shown_comes_back_unchanged(signed_in: Any) -> None:
    child = build.child(
        ethnicity=build.code("ETHNICITY", "WBRI"),
        upn="H801200001001",
        nhs_number="9434765919",
        home_authority=build.code("LA_CODE", "884"),
        primary_need=build.code("SEN_TYPE", "SLCN"),
        secondary_need=build.code("SEN_TYPE", "ASD"),
        first_language="Welsh",
        interpreter_needed=True,
        communication_needs="Signs.\nTime.",
        accessible_format="braille",
        own_phone="07700 900123",
        own_email="zo@example.org",
        lacks_capacity=True,
    )
    before = Child.objects.filter(pk=child.pk).values().get()
    assert press(signed_in("caseworker"), url(child)).status_code == 302
    assert Child.objects.filter(pk=child.pk).values().get() == before


def test_a_stale_save_tells_what_changed_and_keeps_what_was_typed(
    signed_in: Any,
) -> None:
    child = build.child(given_names="Zoe", family_name="Rees")
    client, other = signed_in("caseworker"), build.user("caseworker", name="Jo Banks")
    typed = written_over(opened(client, url(child)), preferred_name="Zo")
    actions.child_edit(child=child, first_language="Welsh", by=other)
    refused = client.post(url(child), typed)
    (said,) = errors(refused)["__all__"]
    assert "first language from nothing to “Welsh”" in said
    assert 'value="Zo"' in refused.content.decode()
    child.refresh_from_db()
    assert child.preferred_name == ""
    again = refused.context["form"]
    typed |= {name: again[name].value() for name in ("once", "seen")}
    assert client.post(url(child), typed).status_code == 302
    child.refresh_from_db()
    assert child.preferred_name == "Zo"


def test_a_second_press_does_not_undo_what_somebody_else_changed(
    signed_in: Any,
) -> None:
    welsh = {"first_language": "Welsh", "interpreter_needed": True}
    sex = build.code("SEX", "M")
    child = build.child(ethnicity=build.code("ETHNICITY", "WBRI"))
    client, other = signed_in("caseworker"), build.user("caseworker", name="Jo Banks")
    typed = written_over(opened(client, url(child)), preferred_name="Zo")
    day = date(2016, 7, 19)
    theirs: dict[str, Any] = {**welsh, "born_on": day, "sex": sex, "ethnicity": None}
    actions.child_edit(child=child, **theirs, by=other)
    refused = client.post(url(child), typed)
    (said,) = errors(refused)["__all__"]
    assert "What you had not changed shows what is recorded now." in said
    shown = refused.content.decode()
    assert 'value="Welsh"' in shown
    assert re.search(r'name="born_on_month" value="7"', shown)
    assert client.post(url(child), held(refused)).status_code == 302
    child.refresh_from_db()
    assert child.preferred_name == "Zo"
    assert {name: getattr(child, name) for name in theirs} == theirs


def test_a_box_that_somebody_else_unticked_stays_so(signed_in: Any) -> None:
    child = build.child(interpreter_needed=True, lacks_capacity=True)
    client, other = signed_in("caseworker"), build.user("caseworker")
    typed = written_over(opened(client, url(child)), preferred_name="Zo")
    actions.child_edit(child=child, interpreter_needed=False, by=other)
    client.post(url(child), held(client.post(url(child), typed)))
    child.refresh_from_db()
    assert (child.preferred_name, child.interpreter_needed) == ("Zo", False)
    assert child.lacks_capacity


def test_a_field_that_both_changed_says_so_beside_it(signed_in: Any) -> None:
    child = build.child()
    client, other = signed_in("caseworker"), build.user("caseworker", name="Jo Banks")
    typed = written_over(opened(client, url(child)), first_language="Polish")
    press(signed_in(other), url(child), first_language="Welsh")
    refused = client.post(url(child), typed)
    assert errors(refused)["first_language"] == [
        "Jo Banks changed this meanwhile to “Welsh”. What you typed is kept here."
    ]
    assert 'value="Polish"' in refused.content.decode()
    assert client.post(url(child), held(refused)).status_code == 302
    child.refresh_from_db()
    assert child.first_language == "Polish"


def test_a_number_of_another_child_is_refused_beside_its_field(signed_in: Any) -> None:
    build.child(upn="H801200001001")
    child = build.child()
    response = press(signed_in("caseworker"), url(child), upn="H801200001001")
    assert errors(response)["upn"] == ["Another child already has this UPN."]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("family_name", "", "Enter the family name."),
        ("born_on", date(2030, 1, 1), "today or in the past"),
        ("nhs_number", "1", "ten digits"),
        ("communication_needs", "x" * 1001, "1,000 characters or fewer"),
        ("own_email", "no", "like name@example.org"),
    ],
)
def test_each_wrong_answer_is_told(
    signed_in: Any, field: str, typed: Any, said: str
) -> None:
    response = press(signed_in("caseworker"), url(build.child()), **{field: typed})
    assert said in errors(response)[field][0]


def test_a_birthday_after_what_is_recorded_is_refused(signed_in: Any) -> None:
    child = build.child()
    build.attendance(child, starts_on=date(2019, 9, 1))
    response = press(signed_in("caseworker"), url(child), born_on=date(2020, 1, 1))
    assert "1 September 2019" in errors(response)["born_on"][0]


def test_the_wrong_role_and_a_child_out_of_sight(signed_in: Any) -> None:
    assert signed_in("auditor").get(url(build.child())).status_code == 403
    hidden = build.restricted_child()
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
    assert signed_in("caseworker").post(url(hidden)).status_code == 404


def test_a_version_that_no_page_has_shown_is_not_told_about(signed_in: Any) -> None:
    child = build.child()
    by = build.user("service_manager")
    actions.child_restrict(child=child, named=[], reason="Canary", by=by)
    actions.restriction_lift(child=child, reason="Over", by=by)
    client = signed_in("caseworker")
    page = opened(client, url(child))
    for forged in (f"{child.pk}:2", f"people.child-{child.pk}:2", "x", "\x00", ""):
        refused = client.post(url(child), written_over(page, seen=forged))
        assert errors(refused)["__all__" if forged != "\x00" else "seen"]
        assert "Canary" not in refused.content.decode()


def test_the_chronology_says_which_details_changed_and_not_to_what(
    signed_in: Any,
) -> None:
    child = build.child(given_names="Zoe", family_name="Rees")
    press(
        signed_in("caseworker"),
        url(child),
        preferred_name="Canary",
        own_phone="07700 900123",
        sex=build.code("SEX", "M"),
        lacks_capacity=True,
    )
    act = Act.objects.get(act="people.child_edit")
    assert act.sentence == "Details changed: known as, sex, their phone, capacity"
    assert "Canary" not in str(act.facts)


def test_saving_details_as_they_were_says_so(signed_in: Any) -> None:
    child = build.child()
    press(signed_in("caseworker"), url(child))
    act = Act.objects.get(act="people.child_edit")
    assert act.sentence == "Details changed: nothing"


def test_a_stale_save_tells_only_what_the_page_asks_for(signed_in: Any) -> None:
    child = build.child()
    by = build.user("service_manager")
    client = signed_in("caseworker")
    named = [client.user]
    page = opened(client, url(child))
    actions.child_restrict(child=child, named=named, reason="Canary", by=by)
    refused = client.post(url(child), page)
    (said,) = errors(refused)["__all__"]
    assert "restriction to be looked at again from nothing to" in said
    assert "Canary" not in refused.content.decode()


def test_a_former_name_was_had_from_the_one_before_on(signed_in: Any) -> None:
    child = build.child(given_names="Zoe", family_name="Rees")
    client = signed_in("caseworker")
    for name, day in (("Price", date(2020, 3, 1)), ("Bevan", date(2026, 10, 1))):
        answer = press(
            client, url(child), family_name=name, name_was="changed", renamed_on=day
        )
        assert answer.status_code == 302
    kept = [(str(n), n.since_on, n.until_on) for n in child.former_names.order_by("pk")]
    assert kept == [
        ("Zoe Rees", date(2016, 5, 5), date(2020, 3, 1)),
        ("Zoe Price", date(2020, 3, 1), date(2026, 10, 1)),
    ]
    page = client.get(child.get_absolute_url()).content.decode()
    assert "Zoe Rees (until 1 March 2020)" in page


def test_a_name_that_was_written_wrong_is_not_kept(signed_in: Any) -> None:
    child = build.child(given_names="Zoe", family_name="Reees")
    press(signed_in("caseworker"), url(child), family_name="Rees", name_was="slip")
    child.refresh_from_db()
    assert child.search_text == "zoe rees"
    assert not child.former_names.exists()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"family_name": "Price"}, "name_was", "Say whether the name has changed"),
        ({"given_names": "Zo"}, "name_was", "Say whether the name has changed"),
        ({"upn": "B884201700217"}, "upn_was", "Say whether the UPN has changed"),
        (
            {"given_names": "Zo", "name_was": "changed", "renamed_on": BEFORE_BIRTH},
            "renamed_on",
            "The child was born on 5 May 2016",
        ),
    ],
)
def test_why_a_name_or_number_is_written_anew_is_asked(
    signed_in: Any, typed: dict[str, Any], field: str, said: str
) -> None:
    child = build.child(given_names="Zoe", upn="H801200001001")
    told = errors(press(signed_in("caseworker"), url(child), **typed))
    assert told[field][0].startswith(said)


def test_a_former_name_does_not_end_before_it_began(signed_in: Any) -> None:
    child, client = build.child(), signed_in("caseworker")
    press(client, url(child), family_name="Price", name_was="changed")
    told = errors(
        press(
            client,
            url(child),
            family_name="Rees",
            name_was="changed",
            renamed_on=date(2020, 1, 1),
        )
    )
    assert "choose a later one" in told["renamed_on"][0]


def test_a_upn_that_changed_is_kept(signed_in: Any) -> None:
    child, client = build.child(upn="H801200001001"), signed_in("caseworker")
    press(client, url(child), upn="B884201700217", upn_was="changed")
    assert [str(upn) for upn in child.former_upns.all()] == ["H801200001001"]
    assert "H801200001001" in client.get(child.get_absolute_url()).content.decode()
