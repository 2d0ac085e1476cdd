"""A child of a hub who dies, and two records of one child with places."""

from datetime import date

import pytest

from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubDay, HubPlace, Referral
from sendhub.nurture_hubs.rules import Standing
from sendhub.people import actions as people
from sendhub.people import merging
from tests import build
from tests.conftest import TODAY
from tests.pages import seen

pytestmark = pytest.mark.django_db
NOW = {"starts_on": date(2026, 11, 20), "ends_on": date(2027, 7, 20)}
BORN = date(2020, 5, 5)


def dies(child):
    people.child_died(child=child, died_on=TODAY, by=build.user("caseworker"))


def taken(hub, *day):
    found = HubDay.objects.filter(hub=hub, day=date(*day))
    return found.values_list("taken", flat=True).first() or 0


def test_the_place_ends_on_the_day_and_is_free_again():
    place = build.hubs.place(**NOW)
    dies(place.child)
    place.refresh_from_db()
    assert (place.ends_on, place.ended_because) == (TODAY, "The child has died.")
    assert (taken(place.hub, 2026, 11, 20), taken(place.hub, 2026, 11, 21)) == (1, 0)
    assert not Deadline.objects.open().of_child(place.child).exists()


def test_a_place_to_come_is_taken_back_and_nobody_waits():
    place = build.hubs.place()
    dies(place.child)
    place.refresh_from_db()
    assert place.withdrawn_reason == "The child has died."
    assert Referral.objects.get().standing == Standing.WITHDRAWN
    assert taken(place.hub, 2027, 1, 4) == 0


def test_an_open_referral_ends():
    made = build.hubs.referral()
    dies(made.case.child)
    made.refresh_from_db()
    assert (made.standing, made.ended_on) == (Standing.WITHDRAWN, TODAY)


def pair():
    kept = build.child(given_names="Zoë", family_name="Rees", born_on=BORN)
    other = build.child(given_names="Zoe", family_name="Rees", born_on=BORN)
    return kept, other


def placed(child, **days):
    hub = build.hubs.hub()
    made = build.hubs.agreed(hub, made=build.hubs.referral(child_=child))
    return build.hubs.place(hub, made=made, **(days or NOW))


def test_a_place_comes_along_and_goes_back():
    kept, other = pair()
    place = placed(other)
    merge = build.merge(kept, other)
    place.refresh_from_db()
    assert (place.child, place.referral.case.child) == (kept, kept)
    assert taken(place.hub, 2026, 11, 20) == 1
    people.merge_undo(merge=merge, reason="Twins", by=build.user("data_officer"))
    place.refresh_from_db()
    assert (place.child, place.referral.case.child) == (other, other)


def test_two_places_on_the_same_days_keep_records_apart():
    kept, other = pair()
    placed(kept)
    placed(other)
    said = " ".join(merging.hindrances(kept, other, on=TODAY))
    assert "Both records have a place in a nurture hub on the same days." in said


def test_what_was_taken_back_comes_along_too():
    kept, other = pair()
    mine, theirs = placed(kept), placed(other)
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=theirs, reason="Entered twice", by=by)
    actions.referral_end(
        referral=theirs.referral,
        standing=Standing.WITHDRAWN,
        ended_on=TODAY,
        reason="Entered twice",
        by=by,
    )
    build.merge(kept, other)
    assert set(HubPlace.objects.of_child(kept)) == {mine, theirs}


def test_two_stays_one_after_the_other_are_both_kept():
    kept, other = pair()
    placed(kept, starts_on=TODAY, ends_on=date(2026, 12, 18))
    placed(other, starts_on=date(2027, 1, 4), ends_on=date(2027, 3, 26))
    said = " ".join(merging.hindrances(kept, other, on=TODAY))
    assert "on the same days" not in said
    assert "open case of one service" in said


def test_a_death_with_a_talk_arranged_and_another_referral_open():
    running = build.hubs.begun(date(2026, 9, 7), date(2027, 7, 20))
    by = build.user("service_manager")
    actions.talk_arrange(place=running, planned_for=date(2027, 5, 20), by=by)
    build.hubs.referral(child_=running.child)
    people.child_died(child=running.child, died_on=date(2026, 11, 19), by=by)
    running.refresh_from_db()
    assert running.ends_on == date(2026, 11, 19)
    open_ones = running.referral.case.deadlines.filter(ended="")
    assert not open_ones.exists()


def test_nobody_who_has_died_has_a_place_moved(signed_in):
    running = build.hubs.begun(date(2026, 9, 7), TODAY)
    by = build.user("service_manager")
    people.child_died(child=running.child, died_on=TODAY, by=by)
    stay = {"starts_on": running.starts_on, "ends_on": date(2027, 3, 1)}
    with pytest.raises(RuleBroken, match="died"):
        actions.place_move(place=running, stay=stay, by=by)
    page = running.referral.case.get_absolute_url()
    assert "Move the place" not in seen(signed_in(by).get(page))
