"""Recording the talk about what follows a place."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.nurture_hubs.models import HubHost, Talk
from sendhub.nurture_hubs.rules.ends import Next
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(place):
    return reverse("nurture_hubs:talk-hold", args=[place.pk])


def usual(**changed):
    answers = {
        "held_on": date(2026, 11, 6),
        "family": True,
        "original_school": True,
        "hub_school": True,
        "coordinator": True,
        "decision": Next.RETURN,
        "views": "He wants to be with his brother.",
    }
    return {**answers, **changed}


def of_the_host():
    """A place of a child of the host school."""
    school = build.setting()
    hub = build.hubs.hub(host=school)
    made = build.hubs.agreed(hub, made=build.hubs.referral(setting=school))
    return build.hubs.begun(of_hub=hub, made=made)


def test_keeps_who_was_there_and_what_was_decided(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    answer = press(client, url(place), **usual())
    talk = Talk.objects.get()
    assert talk.took_part.count("the ") == 4
    assert talk.next_setting == place.referral.setting
    assert {d.rule: d.ended for d in Deadline.objects.all()} == {
        "NH-01": Ended.LATE,
        "NH-02": Ended.LATE,
        "NH-03": Ended.OPEN,
        "NH-04": Ended.OPEN,
    }
    assert str(Act.objects.get(act="nurture_hubs.talk_hold")) == (
        f"Talk about what follows: returns to the original school "
        f"({place.referral.setting})"
    )
    page = seen(client.get(answer.url))
    assert "with the family, the original school, the hub school" in page
    assert "He wants to be with his brother." in page
    assert f"Next step Record the move to {place.referral.setting}" in page


def test_offers_no_move_where_the_child_is_there_already(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    build.attendance(place.child, setting_=place.referral.setting)
    answer = press(client, url(place), **usual())
    assert "Record the move" not in seen(client.get(answer.url))


def test_of_a_child_of_the_host_school_nobody_comes_from_another(signed_in):
    place, client = of_the_host(), signed_in("hub_coordinator")
    page = seen(client.get(url(place)))
    assert "The original school" not in page
    assert "Returns to class in the host school" in page
    assert "Stays with the hub school" not in page
    press(client, url(place), **usual(decision=Next.CLASS, original_school=None))
    assert Talk.objects.get().next_setting == place.referral.setting
    assert not Talk.objects.get().original_school


def test_staying_is_with_the_school_that_runs_the_hub(signed_in):
    place = build.hubs.begun()
    press(signed_in("hub_coordinator"), url(place), **usual(decision=Next.STAY))
    assert Talk.objects.get().next_setting == place.hub.hosts.get().setting


def test_where_two_schools_run_the_hub_one_is_chosen(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    other = build.setting()
    HubHost.objects.create(hub=place.hub, setting=other, starts_on=date(2021, 9, 1))
    said = errors(press(client, url(place), **usual(decision=Next.STAY)))["setting"]
    assert f" or {other}." in said[0]
    press(client, url(place), **usual(decision=Next.STAY, setting=other))
    assert Talk.objects.get().next_setting == other


def test_another_school_is_named(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    answers = usual(decision=Next.ELSEWHERE)
    said = errors(press(client, url(place), **answers))["setting"]
    assert said == ["Choose the school from then on."]
    same = {**answers, "setting": place.referral.setting}
    assert "no other school" in str(errors(press(client, url(place), **same)))
    other = build.setting()
    press(client, url(place), **{**answers, "setting": other})
    assert Talk.objects.get().next_setting == other


def test_returning_is_to_the_school_the_child_came_from(signed_in):
    place, other = build.hubs.begun(), build.setting()
    answer = press(signed_in("hub_coordinator"), url(place), **usual(setting=other))
    assert str(place.referral.setting) in errors(answer)["setting"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"held_on": None}, "held_on", "Enter"),
        ({"held_on": date(2026, 11, 21)}, "held_on", "today or in the past"),
        ({"held_on": date(2025, 11, 30)}, "held_on", "began on 1 December 2025"),
        ({"family": None}, "absent_because", "Say why"),
        ({"original_school": None}, "absent_because", "Say why"),
        ({"decision": None}, "decision", "Choose what follows"),
        ({"decision": Next.CLASS}, "decision", "valid choice"),
        ({"setting_urn": "1"}, "setting_urn", "six digits"),
        ({"views": "x" * 10_001}, "views", "10,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    client = signed_in("hub_coordinator")
    answer = press(client, url(build.hubs.begun()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_says_why_somebody_was_not_there(signed_in):
    place = build.hubs.begun()
    answers = usual(original_school=None, absent_because="Their SENCO was ill.")
    client = signed_in("hub_coordinator")
    answer = press(client, url(place), **answers)
    assert "Their SENCO was ill." in seen(client.get(answer.url))


def test_begins_with_the_day_that_was_planned(signed_in):
    place, client = (
        build.hubs.begun(ends_on=date(2026, 11, 28)),
        signed_in("hub_coordinator"),
    )
    arrange = reverse("nurture_hubs:talk-arrange", args=[place.pk])
    press(client, arrange, planned_for=date(2026, 11, 20))
    assert opened(client, url(place))["held_on_day"] == 20


def test_is_held_once(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    press(client, url(place), **usual())
    again = press(client, url(place), **usual(views="Again."))
    assert "6 November 2026 is recorded already" in str(errors(again))


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.begun())).status_code == 403
