"""Which two records are never brought together, and what must be done first."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Case
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules import Stage
from sendhub.people import actions
from sendhub.people.models import Child, Merge, NamedStaff
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press
from tests.people.merges import pair, url

pytestmark = pytest.mark.django_db

merged = build.merge


def refused(kept: Child, other: Child) -> str:
    with pytest.raises(RuleBroken) as broken:
        merged(kept, other)
    return broken.value.message


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
