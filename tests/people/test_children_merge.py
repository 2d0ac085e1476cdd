"""Bringing two records of one child together (PPL-8)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules import Stage
from sendhub.people import actions, merging
from sendhub.people.merge_choices import CHOICES
from sendhub.people.models import Child, ChildStatus, Contact, Merge, NamedStaff
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(kept: Child, other: Child) -> str:
    return reverse("people:children-merge", args=[kept.pk, other.pk])


merged = build.merge


def pair(**more: Any) -> tuple[Child, Child]:
    """Zoe and Zoë Rees, recorded twice."""
    kept = build.child(given_names="Zoe", family_name="Rees")
    return kept, build.child(given_names="Zoë", family_name="Rees", **more)


def refused(kept: Child, other: Child) -> str:
    with pytest.raises(RuleBroken) as broken:
        merged(kept, other)
    return broken.value.message


# --- what comes together


def test_the_data_officer_merges_two_records(signed_in: Any) -> None:
    kept, other = pair(nhs_number="9434765919")
    case = build.case(child_=other)
    client = signed_in("data_officer")
    answer = press(client, url(kept, other))
    assert answer.url == kept.get_absolute_url()
    kept.refresh_from_db()
    other.refresh_from_db()
    case.refresh_from_db()
    assert (other.merged_into, case.child) == (kept, kept)
    assert kept.nhs_number == "9434765919"  # an empty one gives way by itself
    merge = Merge.objects.get()
    assert (merge.kept, merge.other, merge.merged_by) == (kept, other, client.user)
    said = Act.objects.get(act="people.children_merge")
    assert (said.child_id, said.about_id) == (kept.pk, merge.pk)
    assert said.sentence == "Another record of this child merged into this one"


def test_a_double_click_merges_once(signed_in: Any) -> None:
    kept, other = pair()
    client = signed_in("data_officer")
    held = client.get(url(kept, other)).context["form"]
    facts = {name: held[name].value() for name in held.fields}
    answers = [client.post(url(kept, other), facts) for _ in range(2)]
    assert answers[0].status_code == 302
    # The second finds the record merged, and is led to the one that is kept.
    assert answers[1].url == kept.get_absolute_url()
    assert Merge.objects.count() == 1


def test_what_is_chosen_is_kept_and_the_rest_stays_on_the_alias(signed_in: Any) -> None:
    kept, other = pair(nhs_number="9434765919", born_on=date(2016, 5, 6))
    actions.child_edit(child=kept, by=build.user(), nhs_number="9434765870")
    client = signed_in("data_officer")
    answer = press(
        client,
        url(kept, other),
        use_given_names="other",
        use_nhs_number="other",
        use_born_on="kept",
    )
    assert answer.status_code == 302, errors(answer)
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.given_names, kept.nhs_number) == ("Zoë", "9434765919")
    assert (other.given_names, other.nhs_number) == ("Zoe", "9434765870")
    assert kept.born_on == date(2016, 5, 5)


def test_everything_that_points_at_the_other_record_comes_along() -> None:
    """A new foreign key to a child needs a row here, or a reason in `STAYS`."""
    kept, other = pair()
    older = build.child(given_names="Z", family_name="Rees")
    merged(other, older)
    build.status(other)
    build.attendance(other)
    build.address(other)
    build.involvement(other)
    contact = build.contact(other, lives_with_child=False)
    build.withholding(contact)
    by = build.user("caseworker")
    actions.child_edit(child=other, by=by, family_name="Rhys", upn="E999999909001")
    actions.child_edit(child=other, by=by, upn="P999999919001")
    actions.number_add(child=other, system="mosaic", number="123", by=by)
    build.assessment(child_=other)
    held = {key.model: merging.rows_of(key, other).count() for key in merging.moving()}
    assert all(held.values()), held
    merged(kept, other)
    left = [key for key in merging.moving() if merging.rows_of(key, other).exists()]
    assert left == []
    for key in merging.moving():
        number = held[key.model] + (key.model is Child)  # and the other record itself
        assert merging.rows_of(key, kept).count() == number, key


def test_ended_deadlines_come_along_too() -> None:
    kept, other = pair()
    made = build.assessment(child_=other, stage=Stage.ASSESSING)
    assert Deadline.objects.filter(case=made.case).exclude(ended="").exists()
    merged(kept, other)
    children = Deadline.objects.filter(case=made.case).values_list("child", flat=True)
    assert set(children) == {kept.pk}


def test_every_detail_can_be_chosen() -> None:
    columns = {column for choice in CHOICES for column in choice.columns}
    assert columns == set(actions.ChildDetails.__annotations__)


def test_what_the_kept_record_has_for_the_same_days_stays(signed_in: Any) -> None:
    kept, other = pair()
    mine, theirs = build.address(kept), build.address(other, lines="2 Low Street")
    build.status(kept)
    build.status(other)
    build.status(other, "young_carer")
    text = seen(signed_in("data_officer").get(url(kept, other)))
    assert "2 Low Street" in text
    merged(kept, other)
    theirs.refresh_from_db()
    assert list(kept.addresses.all()) == [mine]
    assert theirs.child == other
    kinds = ChildStatus.objects.of_child(kept).values_list("kind", flat=True)
    assert sorted(kinds) == ["child_in_need", "young_carer"]


def test_the_locality_team_follows_from_the_address_that_came_along() -> None:
    area = build.area("HR6")
    kept, other = pair()
    build.address(other)
    merged(kept, other)
    kept.refresh_from_db()
    assert kept.team == area.team


def test_an_identifier_can_be_used_twice_by_an_alias_only() -> None:
    kept, other = pair(upn="E999999909001")
    merged(kept, other)  # not taken: the kept record has none
    actions.child_edit(child=kept, by=build.user(), upn="E999999909001")
    assert Child.objects.filter(upn="E999999909001").count() == 2


# --- what is withheld


def test_what_is_withheld_is_withheld_on_the_kept_record_too() -> None:
    kept, other = pair()
    mother = build.contact(kept)
    apart = {"parental_responsibility": False, "lives_with_child": False}
    father = build.contact(kept, relationship="father", **apart)
    there = [
        build.contact(
            other,
            adult=one.adult,
            relationship=one.relationship,
            parental_responsibility=one.parental_responsibility,
            lives_with_child=one.lives_with_child,
        )
        for one in (mother, father)
    ]
    aunt = build.contact(other, relationship="other", **apart)
    build.withholding(there[1])  # the address from the father
    build.withholding(there[1], about=aunt)
    build.withholding(aunt, about=there[0])
    merged(kept, other)
    marks = kept.withholdings.values_list("hidden_from", "about")
    assert sorted(marks, key=str) == sorted(
        [(father.pk, None), (father.pk, aunt.pk), (aunt.pk, mother.pk)], key=str
    )
    assert list(other.contacts.order_by("pk")) == there


def test_what_is_withheld_on_both_is_withheld_once() -> None:
    kept, other = pair()
    mine = build.contact(kept, lives_with_child=False)
    theirs = build.contact(other, adult=mine.adult, lives_with_child=False)
    build.withholding(mine)
    build.withholding(theirs)
    merged(kept, other)
    assert kept.withholdings.count() == 1


# --- what is refused


def test_a_record_is_not_merged_with_itself() -> None:
    child = build.child()
    assert "into itself" in refused(child, child)


def test_a_record_is_merged_once() -> None:
    kept, other = pair()
    merged(kept, other)
    third = build.child()
    assert "merged already" in refused(third, other)
    assert "merged already" in refused(other, third)


def test_a_restricted_record_is_never_opened_by_a_merge(signed_in: Any) -> None:
    officer = build.user("data_officer")
    hidden = build.restricted_child(named=[officer])
    open_one = build.child()
    with pytest.raises(RuleBroken, match="The other record is restricted"):
        merged(open_one, hidden, by=officer)
    merged(hidden, open_one, by=officer)
    client = signed_in("caseworker")
    assert client.get(open_one.get_absolute_url()).status_code == 404
    found = client.get(reverse("people:child-search"), {"q": str(open_one)})
    assert found.context["answer"].children == []


def test_two_restricted_records_need_the_same_named_staff() -> None:
    officer = build.user("data_officer")
    kept = build.restricted_child(named=[officer])
    other = build.restricted_child(named=[officer])
    with pytest.raises(RuleBroken, match="different staff are named"):
        merged(kept, other, by=officer)
    everybody = {n.user for n in NamedStaff.objects.filter(child__in=[kept, other])}
    for child in (kept, other):
        for user in everybody:
            if not NamedStaff.objects.filter(child=child, user=user).exists():
                actions.staff_name(child=child, user=user, reason="One", by=officer)
    merged(kept, other, by=officer)


def test_who_may_not_see_both_merges_neither(signed_in: Any) -> None:
    child, hidden = build.child(), build.restricted_child()
    client = signed_in("data_officer")
    for page in (url(child, hidden), url(hidden, child)):
        assert client.get(page).status_code == 404
        assert client.post(page).status_code == 404
    with pytest.raises(RuleBroken, match="may not open both"):
        merged(hidden, child, by=client.user)


def test_access_for_a_time_ends_with_the_record_it_was_for() -> None:
    officer = build.user("service_manager")
    kept, other = (build.restricted_child(named=[officer]) for _ in range(2))
    for child, by in ((kept, other.restricted_by), (other, kept.restricted_by)):
        actions.staff_name(child=child, user=by, reason="Both", by=officer)
    grant = build.glass(other)
    merged(kept, other, by=officer)
    grant.refresh_from_db()
    assert grant.ended_by == officer


def test_a_death_is_on_both_records_or_on_none() -> None:
    kept, other = pair()
    by = build.user("caseworker")
    actions.child_died(child=kept, died_on=date(2026, 11, 1), by=by)
    assert "on one record only" in refused(kept, other)
    actions.child_died(child=other, died_on=date(2026, 11, 2), by=by)
    assert "different days of death" in refused(kept, other)


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        ({"parental_responsibility": False}, "parental responsibility on one only"),
        (
            {"do_not_contact": True, "do_not_contact_reason": "Court order"},
            "must not be contacted on one only",
        ),
    ],
)
def test_a_person_on_both_records_must_be_the_same_on_both(
    theirs: dict[str, Any], said: str
) -> None:
    kept, other = pair()
    mine = build.contact(kept)
    build.contact(other, adult=mine.adult, **theirs)
    assert said in refused(kept, other)


def test_an_address_is_not_withheld_from_who_lives_there() -> None:
    kept, other = pair()
    mine = build.contact(kept)
    build.withholding(build.contact(other, adult=mine.adult, lives_with_child=False))
    assert "lives with the child on one and must not" in refused(kept, other)


def test_what_is_withheld_from_a_namesake_is_asked_about() -> None:
    kept, other = pair()
    build.contact(kept, name="Sam Rees")
    build.withholding(build.contact(other, name="sam rees", lives_with_child=False))
    assert "something is withheld from them on one only" in refused(kept, other)


def test_two_open_requests_are_refused_and_named() -> None:
    kept, other = pair()
    cases = [build.assessment(child_=child).case for child in (kept, other)]
    said = refused(kept, other)
    assert all(case.reference in said for case in cases)
    assert "End what is open on one of them first" in said


def test_a_live_plan_and_an_open_request_are_refused() -> None:
    kept, other = pair()
    build.plan(child_=kept, received_on=date(2026, 1, 5))
    build.assessment(child_=other)
    assert "an EHC plan" in refused(kept, other)


@pytest.mark.parametrize("idle", ["kept", "other"])
def test_the_case_on_which_nothing_goes_on_is_closed(idle: str) -> None:
    records = dict(zip(("kept", "other"), pair(), strict=True))
    cases = {
        name: build.assessment(
            child_=child, stage=Stage.WITHDRAWN if name == idle else Stage.REQUESTED
        ).case
        for name, child in records.items()
    }
    merged(records["kept"], records["other"])
    [open_one] = Case.objects.open().filter(child=records["kept"])
    assert open_one != cases[idle]
    closed = Case.objects.get(pk=cases[idle].pk)
    assert (closed.child, closed.closed_on) == (records["kept"], TODAY)
    said = Act.objects.get(act="people.children_merge").sentence
    assert f"{closed.reference} closed, {open_one.reference} goes on" in said


def test_a_task_keeps_a_case_open() -> None:
    kept, other = pair()
    build.task(case_=build.case(child_=kept))
    build.task(case_=build.case(child_=other))
    assert "a task to do" in refused(kept, other)


def test_of_two_idle_cases_the_kept_record_s_stays_open() -> None:
    kept, other = pair()
    cases = [build.case(child_=child) for child in (kept, other)]
    merged(kept, other)
    assert list(Case.objects.open().filter(child=kept)) == cases[:1]


def test_a_birthday_after_what_is_recorded_is_refused() -> None:
    kept, other = pair(born_on=date(2018, 5, 5))
    build.attendance(kept, starts_on=date(2017, 9, 1))
    with pytest.raises(RuleBroken, match="the child was born by then"):
        merged(kept, other, "born_on")


def test_a_record_changed_meanwhile_is_compared_again(signed_in: Any) -> None:
    kept, other = pair()
    client = signed_in("data_officer")
    page = client.get(url(kept, other))
    facts = {n: page.context["form"][n].value() for n in page.context["form"].fields}
    by = build.user("caseworker", name="Bryn Hughes")
    actions.child_edit(child=other, by=by, first_language="Welsh")
    answer = client.post(url(kept, other), {**facts, "use_first_language": "kept"})
    said = " ".join(errors(answer)["__all__"])
    assert "changed Zoë Rees while you had this page open" in said
    assert not Merge.objects.exists()


def test_each_difference_is_decided(signed_in: Any) -> None:
    kept, other = pair()
    answer = press(signed_in("data_officer"), url(kept, other), use_given_names="")
    said = "Choose which of the two is right."
    assert errors(answer) == {"use_given_names": [said]}


def test_the_wrong_role_is_refused(signed_in: Any) -> None:
    kept, other = pair()
    client = signed_in("caseworker")
    assert client.get(url(kept, other)).status_code == 403
    choose = reverse("people:merge-choose", args=[kept.pk])
    assert client.get(choose).status_code == 403


# --- the pages


def test_the_page_says_what_comes_together(signed_in: Any) -> None:
    kept, other = pair()
    case = build.assessment(child_=other).case
    build.note(case_=case)
    build.contact(other)
    answer = signed_in("data_officer").get(url(kept, other))
    kinds = {kind.what: (kind.kept, kind.other) for kind in answer.context["kinds"]}
    assert kinds["Contacts"] == (0, 1)
    assert kinds["Cases"] == (0, 1)
    [opened] = answer.context["opened"]
    assert opened.url == case.get_absolute_url()
    assert "1 note" in opened.holds
    assert "1 needs assessment" in opened.holds


def test_the_page_says_first_why_not(signed_in: Any) -> None:
    kept, other = pair()
    for child in (kept, other):
        build.assessment(child_=child)
    text = seen(signed_in("data_officer").get(url(kept, other)))
    assert "End what is open on one of them first" in text
    assert "Merge the two records" not in text


def test_the_page_warns_of_what_people_said_before(signed_in: Any) -> None:
    kept, other = pair()
    build.contact(kept, name="Sam Rees")
    build.contact(other, name="Sam Rees")
    by = build.user("caseworker", name="Bryn Hughes")
    actions.children_not_same(one=other, other=kept, by=by)
    text = seen(signed_in("data_officer").get(url(kept, other)))
    assert "Bryn Hughes said on" in text
    assert "end one of the two contacts afterwards" in text


def test_likely_and_searched_for_records_are_offered(signed_in: Any) -> None:
    kept, other = pair()
    third = build.child(given_names="Quentin")
    client = signed_in("data_officer")
    choose = reverse("people:merge-choose", args=[kept.pk])
    offered = client.get(choose).context["rows"]
    assert [child for child, _ in offered] == [other]
    found = client.get(choose, {"q": "Quentin"}).context["rows"]
    assert [child for child, _ in found] == [third]
    assert "No other record was found" in seen(client.get(choose, {"q": "xyzzy"}))


def test_the_list_of_likely_records_asks_no_more_for_more(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    kept, other = pair()
    build.case(child_=other)
    choose = reverse("people:merge-choose", args=[kept.pk])

    def grow() -> None:
        build.case(child_=build.child(given_names="Zoe", family_name="Rees"))

    queries_stay_flat(signed_in("data_officer"), choose, grow)


def test_the_page_of_a_record_with_itself_says_so(signed_in: Any) -> None:
    child = build.child()
    text = seen(signed_in("data_officer").get(url(child, child)))
    assert "A record cannot be merged into itself." in text


def test_the_child_s_page_leads_to_the_likely_one(signed_in: Any) -> None:
    kept, other = pair()
    link = url(kept, other)
    page = signed_in("data_officer").get(kept.get_absolute_url()).content.decode()
    assert link in page
    page = signed_in("caseworker").get(kept.get_absolute_url()).content.decode()
    assert link not in page


# --- the alias


def test_the_old_address_leads_to_the_kept_record(signed_in: Any) -> None:
    kept, other = pair()
    merged(kept, other)
    client = signed_in("caseworker")
    for page in ("child-page", "child-chronology", "address-change"):
        old = reverse(f"people:{page}", args=[other.pk])
        assert client.get(old).url == reverse(f"people:{page}", args=[kept.pk])
    text = seen(client.get(other.get_absolute_url(), follow=True))
    assert "This child had two records" in text
    twice = reverse("people:children-not-same", args=[kept.pk, other.pk])
    assert client.get(twice).url == kept.get_absolute_url()


def test_what_was_typed_on_the_old_address_is_not_lost(signed_in: Any) -> None:
    kept, other = pair()
    client = signed_in("caseworker")
    old = reverse("people:child-died", args=[other.pk])
    client.get(old)
    merged(kept, other)
    answer = client.post(old, {"died_on_day": "3", "died_on_month": "11"})
    assert answer.url.startswith(reverse("people:child-died", args=[kept.pk]))
    page = client.get(answer.url)
    assert page.context["form"].data["died_on_day"] == "3"
    assert "What you typed is in the form" in seen(page)


@pytest.mark.parametrize(
    "typed", ["Zoë Rees", "943 476 5919", "E999999909001", "6 May 2016", "Zebedee"]
)
def test_the_alias_is_found_as_the_kept_child(signed_in: Any, typed: str) -> None:
    kept = build.child(given_names="Anna", family_name="Pugh")
    other = build.child(
        given_names="Zoë",
        family_name="Rees",
        preferred_name="Zebedee",
        nhs_number="9434765919",
        upn="E999999909001",
        born_on=date(2016, 5, 6),
    )
    actions.child_edit(child=kept, by=build.user(), nhs_number="9434765870")
    merged(kept, other)
    found = signed_in("caseworker").get(reverse("people:child-search"), {"q": typed})
    assert found.context["answer"].children == [kept]


def test_a_case_reference_finds_the_kept_child(signed_in: Any) -> None:
    kept, other = pair()
    case = build.case(child_=other)
    merged(kept, other)
    client = signed_in("caseworker")
    found = client.get(reverse("people:child-search"), {"q": case.reference})
    assert found.context["answer"].children == [kept]


def test_a_merged_record_does_not_come_back_as_a_duplicate(signed_in: Any) -> None:
    kept, other = pair(upn="E999999909001")
    merged(kept, other)
    client = signed_in("caseworker")
    assert client.get(kept.get_absolute_url()).context["alike"] == []
    answer = press(
        client,
        reverse("people:child-record"),
        given_names="Someone",
        family_name="Else",
        born_on=date(2015, 1, 1),
        sex=build.code("SEX", "F"),
        upn="E999999909001",
    )
    assert errors(answer)["upn"] == ["Zoe Rees already has this UPN."]


def test_those_told_apart_from_the_alias_stay_told_apart(signed_in: Any) -> None:
    kept, other = pair()
    twin = build.child(given_names="Zoe", family_name="Rees")
    actions.children_not_same(one=other, other=twin, by=build.user("caseworker"))
    merged(kept, other)
    client = signed_in("caseworker")
    for child in (kept, twin):
        assert client.get(child.get_absolute_url()).context["alike"] == []


def test_the_chronology_and_the_looks_are_of_both(signed_in: Any) -> None:
    kept, other = pair()
    build.status(other, "young_carer")
    client = signed_in("service_manager")
    client.get(other.get_absolute_url())
    merged(kept, other)
    page = client.get(reverse("people:child-chronology", args=[kept.pk]))
    text = seen(page)
    assert "Young carer" in text
    assert text.count("Record made") == 2
    looks = client.get(reverse("people:child-looks", args=[kept.pk])).context["page"]
    assert other.pk in {look.child_id for look in looks.rows}


def test_what_a_merge_left_behind_is_in_nobody_s_sight(signed_in: Any) -> None:
    kept, other = pair()
    mine = build.contact(kept, lives_with_child=False)
    left = build.contact(other, adult=mine.adult, lives_with_child=False)
    build.withholding(left)
    build.withholding(mine)
    merged(kept, other)
    client = signed_in("caseworker")
    assert not Contact.objects.visible_to(client.user).filter(pk=left.pk).exists()
    assert client.get(reverse("people:contact-edit", args=[left.pk])).status_code == 404
    withheld = other.withholdings.model.objects.visible_to(client.user)
    assert set(withheld.values_list("child", flat=True)) == {kept.pk}


def test_the_details_name_the_other_record(signed_in: Any) -> None:
    kept, other = pair(nhs_number="9434765919", born_on=date(2016, 5, 6))
    merged(kept, other)
    text = seen(signed_in("caseworker").get(kept.get_absolute_url()))
    assert "Also recorded as" in text
    assert "Zoë Rees, born 6 May 2016, NHS 9434765919" in text
