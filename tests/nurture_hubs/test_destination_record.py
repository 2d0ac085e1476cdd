"""Recording where a child is on leaving a hub, and later."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.nurture_hubs.models import Destination
from sendhub.nurture_hubs.rules.ends import Next, Point, Where
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(place, point=""):
    base = reverse("nurture_hubs:destination-record", args=[place.pk])
    return f"{base}?point={point}" if point else base


def over(ends_on):
    """A place that ended long ago."""
    return build.hubs.begun(date(ends_on.year, 1, 6), ends_on)


def test_says_what_was_decided_before_anybody_types(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    build.hubs.talk(place, decision=Next.STAY)
    known = opened(client, url(place))
    assert (known["point"], known["where"]) == (Point.EXIT, Where.HUB_SCHOOL)
    assert known["setting"] == place.hub.hosts.get().setting_id
    assert known["on_day"] == 13
    answer = press(client, url(place), words="She has settled.")
    told = Destination.objects.get()
    assert told.setting == place.hub.hosts.get().setting
    assert str(Act.objects.get(act="nurture_hubs.destination_record")) == (
        "After the hub, On leaving: in the hub school"
    )
    page = seen(client.get(answer.url))
    assert "On leaving (13 November 2026): in the hub school" in page
    assert "She has settled." in page
    assert "Next step Record where the child is" not in page


def test_without_a_talk_none_is_asked_for_any_more(signed_in):
    place, client = build.hubs.begun(), signed_in("hub_coordinator")
    answers = {"on": date(2026, 11, 13), "where": Where.ORIGINAL}
    press(client, url(place, Point.EXIT), **answers)
    assert Destination.objects.get().setting == place.referral.setting
    assert Deadline.objects.get(rule="NH-02").ended == Ended.VOID


def test_a_year_later_the_case_closes(signed_in):
    place, client = over(date(2025, 11, 14)), signed_in("hub_coordinator")
    for point in Point:
        press(client, url(place, point), on=TODAY, where=Where.ORIGINAL)
    place.referral.case.refresh_from_db()
    assert place.referral.case.closed_on == TODAY
    assert not Deadline.objects.open().exists()


def test_given_up_is_an_answer_too(signed_in):
    place, client = over(date(2025, 11, 14)), signed_in("hub_coordinator")
    press(client, url(place, Point.TWELVE_MONTHS), on=TODAY, where=Where.NOT_KNOWN)
    place.referral.case.refresh_from_db()
    assert place.referral.case.closed_on == TODAY


def test_the_next_one_is_asked_when_its_time_comes(signed_in):
    place, client = over(date(2026, 6, 5)), signed_in("hub_coordinator")
    page = seen(client.get(place.get_absolute_url()))
    assert "Record where the child is: on leaving" in page
    assert "Record where the child is: six months later" in page
    assert "twelve months later" not in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"point": None}, "point", "Choose when"),
        ({"on": None}, "on", "Enter the day"),
        ({"on": date(2026, 11, 12)}, "on", "13 November 2026"),
        ({"on": date(2026, 11, 21)}, "on", "today or in the past"),
        ({"point": Point.SIX_MONTHS}, "on", "12 April 2027"),
        ({"where": None}, "where", "Choose where"),
        ({"where": Where.SPECIAL}, "setting", "Choose the school"),
        ({"words": "x" * 2001}, "words", "2,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    usual = {"point": Point.EXIT, "on": TODAY, "where": Where.ORIGINAL}
    place = build.hubs.begun()
    answer = press(signed_in("hub_coordinator"), url(place), **(usual | changed))
    assert said in " ".join(errors(answer)[field])


def test_no_school_goes_with_home(signed_in):
    place = build.hubs.begun()
    told = {"on": TODAY, "where": Where.HOME, "setting": build.setting()}
    answer = press(signed_in("hub_coordinator"), url(place), **told)
    assert "Leave the school empty" in errors(answer)["setting"][0]


@pytest.mark.parametrize(
    ("where", "whose"),
    [
        (Where.ORIGINAL, "another"),
        (Where.HUB_SCHOOL, "original"),
        (Where.MAINSTREAM, "original"),
        (Where.MAINSTREAM, "host"),
    ],
)
def test_the_school_is_the_one_that_the_answer_means(signed_in, where, whose):
    place = build.hubs.begun()
    schools = {
        "another": build.setting(),
        "original": place.referral.setting,
        "host": place.hub.hosts.get().setting,
    }
    told = {"on": TODAY, "where": where, "setting": schools[whose]}
    answer = press(signed_in("hub_coordinator"), url(place), **told)
    [said] = errors(answer)["setting"]
    meant = {Where.ORIGINAL: "original", Where.HUB_SCHOOL: "host"}.get(where)
    assert str(schools[meant] if meant else "no other school") in said
    assert not Destination.objects.exists()


def test_a_day_long_after_the_place_is_a_slip(signed_in):
    place = over(date(2024, 11, 15))
    told = {"on": TODAY, "where": Where.ORIGINAL}
    answer = press(signed_in("hub_coordinator"), url(place), **told)
    assert "eighteen months after it, until 17 May 2026" in errors(answer)["on"][0]


def test_where_two_schools_run_the_hub_one_is_chosen(signed_in):
    place = build.hubs.begun()
    other = build.setting()
    place.hub.hosts.create(setting=other, starts_on=date(2021, 9, 1))
    told = {"on": TODAY, "where": Where.HUB_SCHOOL}
    client = signed_in("hub_coordinator")
    assert "Choose the school" in str(errors(press(client, url(place), **told)))


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.begun())).status_code == 403


def test_what_is_recorded_already_is_said_and_not_asked_for_again(signed_in):
    place, client = over(date(2025, 11, 14)), signed_in("hub_coordinator")
    build.hubs.destination(place, point=Point.TWELVE_MONTHS, on=TODAY)
    assert "Twelve months later: recorded already." in seen(client.get(url(place)))
    told = {"on": TODAY, "where": Where.ORIGINAL, "point": Point.TWELVE_MONTHS}
    answer = press(client, url(place), **told)
    assert "recorded for that time already" in errors(answer)["point"][0]


def test_after_the_last_answer_there_is_no_form(signed_in):
    place, client = over(date(2025, 11, 14)), signed_in("hub_coordinator")
    for point in Point:
        build.hubs.destination(place, point=point, on=TODAY)
    assert "Record it" not in seen(client.get(url(place)))
