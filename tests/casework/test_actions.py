"""Deadlines follow the facts; cases open once; work stops at a death."""

from datetime import date

import pytest

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, ServiceKey, Wanted
from sendhub.core.errors import RuleBroken
from sendhub.people import actions as people
from tests import build

pytestmark = pytest.mark.django_db

DUE = date(2026, 12, 1)


def refresh(case, *wanted):
    actions.deadlines_refresh(case=case, about=case, wanted=list(wanted))
    return {d.rule: d for d in Deadline.objects.filter(case=case)}


def test_writes_a_deadline_with_the_officer_team_and_child_of_its_case(case):
    found = refresh(case, Wanted("NA-03", "Decide", DUE))["NA-03"]
    assert (found.officer, found.team, found.child) == (
        case.officer,
        case.team,
        case.child,
    )
    assert (found.title, found.due_on, found.ended) == ("Decide", DUE, Ended.OPEN)


def test_does_not_touch_a_deadline_whose_facts_stand(case):
    first = refresh(case, Wanted("NA-03", "Decide", DUE))["NA-03"]
    again = refresh(case, Wanted("NA-03", "Decide", DUE))["NA-03"]
    assert (again.pk, again.version) == (first.pk, first.version)


def test_moves_meets_and_opens_a_deadline_again_with_its_facts(case):
    first = refresh(case, Wanted("NA-03", "Decide", DUE))["NA-03"]
    late = Wanted("NA-03", "Decide", DUE, met_on=date(2026, 12, 2))
    assert refresh(case, late)["NA-03"].ended == Ended.LATE
    met = Wanted("NA-03", "Decide", DUE, met_on=DUE)
    assert refresh(case, met)["NA-03"].ended == Ended.MET
    back = refresh(case, Wanted("NA-03", "Decide", date(2026, 12, 9)))["NA-03"]
    assert (back.pk, back.ended, back.met_on) == (first.pk, Ended.OPEN, None)
    assert back.due_on == date(2026, 12, 9)


def test_voids_what_the_facts_no_longer_ask_for(case):
    refresh(case, Wanted("NA-03", "Decide", DUE), Wanted("NA-13", "Send", DUE))
    found = refresh(case, Wanted("NA-13", "Send", DUE))
    assert found["NA-03"].ended == Ended.VOID
    assert found["NA-13"].ended == Ended.OPEN


def test_a_target_outlives_a_change_of_facts(case):
    deadline = refresh(case, Wanted("NA-03", "Decide", DUE))["NA-03"]
    actions.target_set(
        deadline=deadline,
        target_on=date(2026, 11, 25),
        target_reason="Before the panel",
        by=case.officer,
    )
    moved = refresh(case, Wanted("NA-03", "Decide", date(2026, 12, 9)))["NA-03"]
    assert moved.target_on == date(2026, 11, 25)


def test_opens_a_case_once_and_then_finds_it():
    child, by = build.child(), build.user("caseworker")
    facts = {"child": child, "service": ServiceKey.EHC, "by": by}
    first = actions.case_open(opened_on=date(2026, 9, 1), **facts)
    second = actions.case_open(opened_on=date(2026, 10, 1), **facts)
    assert first == second
    assert Case.objects.count() == 1
    assert Act.objects.filter(act="casework.case_open").count() == 1


def test_a_new_case_starts_with_the_childs_team_and_nobody():
    north = build.team(locality="north")
    child = build.child()
    type(child).objects.filter(pk=child.pk).update(team=north)
    child.refresh_from_db()
    case = build.case(child_=child)
    assert (case.team, case.officer) == (north, None)


def test_a_death_ends_every_open_deadline_and_no_other(case):
    still_open = build.deadline(case_=case)
    met = build.deadline(case_=case, met_on=date(2026, 11, 1))
    other = build.deadline()
    people.child_died(
        child=case.child, died_on=date(2026, 11, 19), by=build.user("team_manager")
    )
    for deadline, ended in ((still_open, "void"), (met, "met"), (other, "")):
        deadline.refresh_from_db()
        assert deadline.ended == ended


def test_an_act_about_a_case_is_filed_under_the_case(case):
    act = Act.objects.get(act="casework.case_assign")
    assert act.case_id == case.pk


@pytest.mark.parametrize("role", ["auditor", "hub_coordinator", None])
def test_refuses_an_officer_who_does_not_work_on_such_cases(role):
    case, by = build.case(), build.user("team_manager")
    with pytest.raises(RuleBroken) as broken:
        actions.case_assign(case=case, officer=build.user(role), handover="", by=by)
    assert broken.value.field == "officer"


def test_refuses_an_officer_who_has_left():
    case, by = build.case(), build.user("team_manager")
    left = build.user("caseworker", is_active=False)
    with pytest.raises(RuleBroken, match="does not work on cases like this"):
        actions.case_assign(case=case, officer=left, handover="", by=by)


def test_refuses_an_officer_who_may_not_open_the_restricted_record():
    named = build.user("caseworker", name="Nia Prosser")
    case = build.case(child_=build.restricted_child(named=[named]))
    by, sam = build.user("team_manager"), build.user("caseworker", name="Sam Okafor")
    with pytest.raises(RuleBroken, match="Sam Okafor is not named on it"):
        actions.case_assign(case=case, officer=sam, handover="", by=by)
    actions.case_assign(case=case, officer=named, handover="", by=by)


def test_refuses_to_give_away_a_closed_case(case):
    Case.objects.update(closed_on=date(2026, 11, 1))
    with pytest.raises(RuleBroken, match="closed"):
        actions.case_assign(
            case=case,
            officer=build.user("caseworker"),
            handover="All.",
            by=case.officer,
        )


def test_brings_several_records_in_line_at_once(case, django_assert_num_queries):
    other = build.case(officer=case.officer)
    due, later = (
        Wanted("NA-07", "Advice", DUE),
        Wanted("NA-07", "Advice", date(2027, 1, 5)),
    )
    actions.deadlines_refresh_each(case=case, wanted=[(case, [due]), (other, [due])])
    of = {d.about_id: d for d in Deadline.objects.filter(case=case)}
    assert {d.due_on for d in of.values()} == {DUE}

    with django_assert_num_queries(5):  # two of them of a savepoint
        actions.deadlines_refresh_each(
            case=case, wanted=[(case, [due]), (other, [later])]
        )

    after = {d.about_id: d for d in Deadline.objects.filter(case=case)}
    assert after[case.pk].version == of[case.pk].version
    assert after[other.pk].due_on == date(2027, 1, 5)


def test_what_a_deadline_is_about_may_go_on_on_another_case(case):
    refresh(case, Wanted("NA-03", "Decide", DUE))
    other = build.case(officer=build.user("caseworker"))
    actions.deadlines_refresh(
        case=other, about=case, wanted=[Wanted("NA-03", "Decide", DUE)]
    )
    moved = Deadline.objects.get(about_type="casework.case", about_id=case.pk)
    assert (moved.case, moved.child, moved.officer) == (
        other,
        other.child,
        other.officer,
    )
