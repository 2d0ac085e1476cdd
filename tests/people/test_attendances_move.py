"""Children go on with their school when another takes its place (PPL-5)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people import actions
from sendhub.people.models import Attendance
from sendhub.schools.models import Setting
from tests import build
from tests.pages import errors, opened, press, seen, written_over
from tests.races import at_once

pytestmark = pytest.mark.django_db
PAGE = "people:attendances-move"
OPENED = date(2026, 9, 1)


def school_and_academy(**more: Any) -> tuple[Setting, Setting]:
    former = build.setting("Elm School", status="2", closed_on=date(2026, 8, 31))
    academy = build.setting("Elm Academy", **({"opened_on": OPENED} | more))
    build.succession(former, academy)
    return former, academy


def at(setting: Setting, **more: Any) -> Attendance:
    facts = {"child": build.child(), "starts_on": date(2024, 9, 1)} | more
    return Attendance.objects.create(setting=setting, **facts)


def times(one: Attendance) -> list[tuple[str, date, date | None]]:
    found = Attendance.objects.filter(child=one.child).order_by("starts_on")
    return [(str(a.setting), a.starts_on, a.ends_on) for a in found]


def test_they_go_on_and_keep_their_time_at_the_school(signed_in: Any) -> None:
    former, academy = school_and_academy()
    leaving = date(2027, 7, 20)
    first, second = at(former, provision="unit"), at(former, ends_on=leaving)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    told = seen(client.get(url))
    assert "2 children of ours are here." in told
    answer = press(client, url)
    assert answer["Location"] == academy.get_absolute_url()
    before = ("Elm School", date(2024, 9, 1), date(2026, 8, 31))
    assert times(first) == [before, ("Elm Academy", OPENED, None)]
    assert times(second) == [before, ("Elm Academy", OPENED, leaving)]
    assert first.child.attendances.get(setting=academy).provision == "unit"
    acts = Act.objects.filter(act="people.attendances_move")
    assert {act.child_id for act in acts} == {first.child_id, second.child_id}
    words = "Went on with the school: at Elm Academy from 1 September 2026"
    assert {act.sentence for act in acts} == {words}


def test_who_left_begins_later_died_or_is_out_of_sight_stays(signed_in: Any) -> None:
    former, _ = school_and_academy()
    left = at(former, ends_on=date(2026, 7, 20))
    later = at(former, starts_on=date(2026, 11, 30))
    dead = at(former, child=build.child(died_on=date(2026, 8, 1)))
    hidden = at(former)
    actions.child_restrict(
        child=hidden.child,
        named=[build.user("caseworker")],
        reason="A relative",
        by=build.user("service_manager"),
    )
    goes = at(former)
    client = signed_in("team_manager")
    press(client, reverse(PAGE, args=[former.pk]))
    assert [len(times(one)) for one in (left, later, dead, hidden, goes)] == [
        *([1] * 4),
        2,
    ]
    assert Act.objects.filter(act="people.attendances_move").count() == 1


def test_wrong_answers_are_told_beside_their_field(signed_in: Any) -> None:
    former, academy = school_and_academy()
    at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    early = press(client, url, starts_on=date(2026, 8, 1))
    assert "opened on 1 September 2026" in errors(early)["starts_on"][0]
    Setting.objects.filter(pk=academy.pk).update(status="2", closed_on=OPENED)
    closed = press(client, url, starts_on=date(2026, 10, 1))
    assert "Elm Academy closed on 1 September 2026" in seen(closed)
    other = press(client, url, successor=build.setting())
    assert "successor" in errors(other)
    assert Attendance.objects.count() == 1


def test_only_to_what_follows_it() -> None:
    former, _ = school_and_academy()
    at(former)
    other = build.setting()
    with pytest.raises(actions.moving_on.RuleBroken, match="does not follow"):
        actions.attendances_move(
            setting=former, successor=other, starts_on=OPENED, by=build.user("auditor")
        )


def test_nobody_there_is_told(signed_in: Any) -> None:
    former, _ = school_and_academy()
    answer = press(signed_in("data_officer"), reverse(PAGE, args=[former.pk]))
    assert "No child whom you see is there any more" in seen(answer)


def test_of_two_that_follow_one_is_chosen(signed_in: Any) -> None:
    former, _ = school_and_academy()
    build.succession(former, build.setting("Elm Infants", opened_on=OPENED))
    client = signed_in("data_officer")
    answer = press(client, reverse(PAGE, args=[former.pk]), starts_on=OPENED)
    assert errors(answer)["successor"] == ["Choose where they go on."]


def test_who_begins_later_is_not_counted_as_being_here(signed_in: Any) -> None:
    former, _ = school_and_academy()
    at(former)
    at(former, starts_on=date(2026, 11, 30))
    told = seen(signed_in("data_officer").get(reverse(PAGE, args=[former.pk])))
    assert "1 child of ours is here." in told
    assert "ends the day before their first day at the new setting" in told


def test_what_follows_is_offered_in_order_of_name(signed_in: Any) -> None:
    former, _ = school_and_academy()
    for name in ("Elm Juniors", "Ash Infants"):
        build.succession(former, build.setting(name, opened_on=OPENED))
    answer = signed_in("data_officer").get(reverse(PAGE, args=[former.pk]))
    offered = answer.context["form"].fields["successor"].queryset
    assert [one.name for one in offered] == [
        "Ash Infants",
        "Elm Academy",
        "Elm Juniors",
    ]


def test_without_a_successor_it_says_what_to_do(signed_in: Any) -> None:
    former = build.setting("Elm School", status="2")
    client = signed_in("data_officer")
    told = seen(client.get(reverse(PAGE, args=[former.pk])))
    assert "No setting is known to follow this one." in told


@pytest.mark.parametrize("role", ["caseworker", "administrator", "auditor"])
def test_is_for_managers_and_data_officers(signed_in: Any, role: str) -> None:
    former, _ = school_and_academy()
    client = signed_in(role)
    for page in (PAGE, "people:attendance-list"):
        assert client.get(reverse(page, args=[former.pk])).status_code == 403


def test_the_list_has_the_children_in_sight(signed_in: Any) -> None:
    former, _ = school_and_academy()
    one = at(former, child=build.child(family_name="Bevan"))
    gone = at(former, ends_on=date(2026, 7, 1))
    client = signed_in("data_officer")
    told = seen(client.get(reverse("people:attendance-list", args=[former.pk])))
    assert one.child.known_as in told
    assert gone.child.known_as not in told
    assert "They go on with the school" in told


@pytest.mark.django_db(transaction=True)
def test_two_at_once_move_each_child_once(signed_in: Any) -> None:
    former, academy = school_and_academy()
    those = [at(former) for _ in range(5)]
    url = reverse(PAGE, args=[former.pk])
    ways = []
    for client in (signed_in("data_officer"), signed_in("team_manager")):
        sent = written_over(opened(client, url))
        ways.append(lambda c=client, s=sent: c.post(url, s).status_code)
    assert sorted(at_once(*ways)) == [200, 302]
    assert Attendance.objects.filter(setting=academy).count() == 5
    assert all(len(times(one)) == 2 for one in those)
    assert Act.objects.filter(act="people.attendances_move").count() == 5


@pytest.mark.django_db(transaction=True)
def test_one_who_leaves_at_the_same_moment_is_moved_once_or_not(signed_in: Any) -> None:
    former, _ = school_and_academy()
    one = at(former)
    other = build.setting("Oak School")
    manager = build.user("service_manager")

    def leave() -> None:
        actions.attendance_start(
            child=one.child, setting=other, starts_on=date(2026, 9, 7), by=manager
        )

    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    sent = written_over(opened(client, url))
    at_once(leave, lambda: client.post(url, sent))
    ends = [ends_on for _, _, ends_on in times(one)]
    assert times(one)[-1] == ("Oak School", date(2026, 9, 7), None)
    assert None not in ends[:-1]
