"""Bringing two records of one child together (PPL-8)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Stage
from sendhub.people import actions, merging
from sendhub.people.merge_choices import CHOICES
from sendhub.people.models import Child, ChildStatus, Merge
from tests import build
from tests.pages import errors, press, seen
from tests.people.merges import pair, url

pytestmark = pytest.mark.django_db

merged = build.merge


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
    hub = build.hubs.hub(age_to=18)
    made = build.hubs.referral(child_=other)
    build.hubs.place(hub, made=build.hubs.agreed(hub, made=made))
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


def test_records_told_apart_are_offered_and_say_so(signed_in: Any) -> None:
    kept, other = pair()
    client = signed_in("data_officer")
    choose = reverse("people:merge-choose", args=[kept.pk])
    assert "Marked as not the same child" not in seen(client.get(choose))
    actions.children_not_same(one=other, other=kept, by=client.user)
    for query in ({}, {"q": "Rees"}):
        answer = client.get(choose, query)
        assert [child for child, _ in answer.context["rows"]] == [other]
        assert "Marked as not the same child" in seen(answer)


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
