"""Children go on with their school when another takes its place (PPL-5)."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people import actions
from sendhub.people.forms.fields import NO_SUCH_URN
from sendhub.people.models import Attendance
from sendhub.schools.models import Setting
from tests import build
from tests.pages import errors, exported, opened, press, seen, written_over
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


def move(former: Setting, other: Setting, *, by: Any, **more: Any) -> Setting:
    """Move everybody at once, as a script would."""
    facts = {"starts_on": OPENED, "children": former.attendances.all()} | more
    return actions.attendances_move(setting=former, successor=other, by=by, **facts)


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


def test_who_leaves_before_the_first_day_is_not_said_to_go_on(signed_in: Any) -> None:
    former, _ = school_and_academy()
    left, goes = at(former, ends_on=date(2026, 10, 31)), at(former)
    client = signed_in("data_officer")
    answer = press(
        client, reverse(PAGE, args=[former.pk]), starts_on=date(2026, 11, 10)
    )
    assert [len(times(one)) for one in (left, goes)] == [1, 2]
    assert (
        "1 of the 2 you ticked are at Elm Academy from 10 November 2026. Not at their "
        f"school any more by then: {left.child.known_as}."
    ) in seen(client.get(answer["Location"]))


def test_who_was_sent_elsewhere_meanwhile_is_not_said_to_go_on(signed_in: Any) -> None:
    former = build.setting("Elm School", status="2", closed_on=date(2026, 8, 31))
    oak, ash = build.setting("Oak School"), build.setting("Ash School")
    theirs, mine = at(former), at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    facts = {"setting": oak, "starts_on": date(2026, 12, 1)}
    sent = written_over(opened(client, url), **facts)
    other = build.user("service_manager")
    move(former, ash, by=other, children=[theirs], starts_on=date(2026, 12, 1))
    answer = client.post(url, sent)
    assert [times(one)[-1][0] for one in (theirs, mine)] == ["Ash School", "Oak School"]
    assert (
        "1 of the 2 you ticked are at Oak School from 1 December 2026. Not at their "
        f"school any more by then: {theirs.child.known_as}."
    ) in seen(client.get(answer["Location"]))


def test_a_second_click_says_no_more_than_is_known(signed_in: Any) -> None:
    former, _ = school_and_academy()
    at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    sent = written_over(opened(client, url))
    first, second = client.post(url, sent), client.post(url, sent)
    assert first["Location"] == second["Location"]
    told = seen(client.get(second["Location"]))
    assert "1 of the 1 you ticked are at Elm Academy from 1 September 2026." in told
    assert "Those who go on are at Elm Academy." in told


def test_a_school_that_closes_meanwhile_is_refused_in_words(signed_in: Any) -> None:
    former = build.setting("Elm School", status="2", closed_on=date(2026, 8, 31))
    oak = build.setting("Oak School")
    one = at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    facts = {"setting": oak, "starts_on": date(2026, 12, 1)}
    sent = written_over(opened(client, url), **facts)
    Setting.objects.filter(pk=oak.pk).update(status="2")
    answer = client.post(url, sent)
    assert "is not open, or no longer" in errors(answer)["setting"][0]
    assert len(times(one)) == 1


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
        move(former, other, by=build.user("auditor"))


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


def test_who_is_not_ticked_stays(signed_in: Any) -> None:
    former, _ = school_and_academy()
    goes, stays = at(former), at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    page = client.get(url)
    assert page.content.decode().count("checked") == 3
    assert f"{goes.child.known_as}, born " in seen(page)
    none = press(client, url, children=[])
    assert errors(none)["children"] == ["Tick the children who go on."]
    assert press(client, url, children=[goes]).status_code == 302
    assert [len(times(one)) for one in (goes, stays)] == [2, 1]
    assert Act.objects.filter(act="people.attendances_move").count() == 1


def test_who_is_out_of_sight_cannot_be_ticked(signed_in: Any) -> None:
    former, academy = school_and_academy()
    goes, hidden, elsewhere = at(former), at(former), at(build.setting())
    actions.child_restrict(
        child=hidden.child,
        named=[build.user("caseworker")],
        reason="A relative",
        by=build.user("service_manager"),
    )
    client = signed_in("team_manager")
    url = reverse(PAGE, args=[former.pk])
    assert hidden.child.known_as not in seen(client.get(url))
    for other in (hidden, elsewhere):
        answer = press(client, url, children=[goes, other])
        assert "somebody is not there any more" in errors(answer)["children"][0]
        with pytest.raises(actions.moving_on.RuleBroken, match="No child whom you see"):
            move(former, academy, by=client.user, children=[other])
    assert Attendance.objects.count() == 3


def test_who_began_there_on_that_day_or_later_is_named(signed_in: Any) -> None:
    former, _ = school_and_academy()
    late = at(former, starts_on=date(2026, 9, 14))
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    answer = press(client, url)
    assert "began there on 14 September 2026" in errors(answer)["children"][0]
    assert late.child.known_as in errors(answer)["children"][0]
    assert press(client, url, starts_on=date(2026, 9, 15)).status_code == 302
    assert times(late)[0] == ("Elm School", date(2026, 9, 14), date(2026, 9, 14))


def closed_for_good() -> Setting:
    return build.setting("Elm School", status="2", closed_on=date(2026, 8, 31))


def test_where_nothing_follows_a_school_is_chosen(signed_in: Any) -> None:
    former, oak = closed_for_good(), build.setting("Oak School", authority_code="884")
    first, second = at(former), at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    told = seen(client.get(url))
    assert "The register knows of none that follows it." in told
    assert "They go on elsewhere" in seen(
        client.get(reverse("people:attendance-list", args=[former.pk]))
    )
    missing = press(client, url, starts_on="", children=[])
    assert set(errors(missing)) == {"setting", "starts_on", "children"}
    assert errors(missing)["setting"] == [
        "Choose a setting from the list, or give its URN."
    ]
    nobodys = press(client, url, starts_on=OPENED, setting_urn="999999")
    assert errors(nobodys) == {"setting_urn": [NO_SUCH_URN]}
    itself = press(client, url, starts_on=OPENED, setting_urn=former.urn)
    assert errors(itself)["setting"] == [
        "This is the setting that closed. Choose another."
    ]
    answer = press(client, url, starts_on=OPENED, setting=oak, children=[first])
    assert answer["Location"] == reverse("people:attendance-list", args=[former.pk])
    welsh = build.setting("Ysgol Derw", authority_code="666")
    assert (
        press(client, url, starts_on=OPENED, setting_urn=welsh.urn).status_code == 302
    )
    assert times(first)[1] == ("Oak School", OPENED, None)
    assert times(second)[1] == ("Ysgol Derw", OPENED, None)
    acts = Act.objects.filter(act="people.attendance_start").order_by("pk")
    assert [act.sentence for act in acts] == [
        "At Oak School from 1 September 2026",
        "At Ysgol Derw from 1 September 2026",
    ]


def test_a_school_that_is_open_is_not_emptied(signed_in: Any) -> None:
    former, oak = build.setting("Elm School"), build.setting("Oak School")
    at(former)
    client = signed_in("data_officer")
    told = seen(client.get(reverse(PAGE, args=[former.pk])))
    assert "This setting is open, and none is known to follow it." in told
    children = reverse("people:attendance-list", args=[former.pk])
    assert "They go on elsewhere" not in seen(client.get(children))
    with pytest.raises(actions.moving_on.RuleBroken, match="is not closed"):
        move(former, oak, by=client.user)


def test_a_successor_that_the_register_tells_meanwhile_is_asked_for(
    signed_in: Any,
) -> None:
    former, oak = closed_for_good(), build.setting("Oak School", authority_code="884")
    at(former)
    client = signed_in("data_officer")
    url = reverse(PAGE, args=[former.pk])
    hidden = opened(client, url)
    build.succession(former, build.setting("Elm Academy", opened_on=OPENED))
    answer = press(client, url, hidden=hidden, starts_on=OPENED, setting=oak)
    assert errors(answer)["successor"] == ["Choose where they go on."]
    assert Attendance.objects.count() == 1


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
    assert "They go on elsewhere" in told


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


def test_who_is_left_is_said_and_listed_next(signed_in: Any) -> None:
    former, academy = school_and_academy()
    goes, stays = at(former), at(former)
    client = signed_in("team_manager")
    answer = press(client, reverse(PAGE, args=[former.pk]), children=[goes])
    listed = reverse("people:attendance-list", args=[former.pk])
    assert answer["Location"] == listed
    told = seen(client.get(listed))
    assert "are at Elm Academy from 1 September 2026." in told
    assert "1 child of ours is still recorded at Elm School." in told
    assert str(stays.child) in told
    assert [len(times(one)) for one in (goes, stays)] == [2, 1]
    assert (
        press(client, reverse(PAGE, args=[former.pk]), children=[stays])["Location"]
        == academy.get_absolute_url()
    )


def test_the_file_names_the_children_as_they_are_written(signed_in: Any) -> None:
    former, _ = school_and_academy()
    at(former, child=build.child(given_names="Zoë", family_name="O'Neil"))
    url = reverse("people:attendance-list", args=[former.pk])
    [row] = exported(signed_in("team_manager"), url)
    assert (row["Child"], row["Setting"]) == ("Zoë O'Neil", "Elm School")
    assert "Date of birth" in row
