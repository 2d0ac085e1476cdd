"""Taking a place back: it was never given, and the child waits again."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubDay
from sendhub.nurture_hubs.rules import Standing
from tests import build
from tests.architecture.subjects import restricted
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(place):
    return reverse("nurture_hubs:place-withdraw", args=[place.pk])


@pytest.fixture
def place():
    return build.hubs.place()


def test_the_child_waits_again_since_when_it_waited(signed_in, place):
    answer = press(signed_in("hub_coordinator"), url(place), reason="Never came.")
    assert answer.status_code == 302
    place.refresh_from_db()
    referral = place.referral
    assert referral.standing == Standing.WAITING
    assert referral.waits_since == date(2026, 11, 2)
    assert not HubDay.objects.filter(taken__gt=0).exists()
    deadlines = referral.case.deadlines.values_list("ended", flat=True)
    assert set(deadlines) == {Ended.VOID}
    build.hubs.place(place.hub, made=referral)


def test_it_waits_since_the_day_that_is_recorded_now(place):
    referral, by, day = place.referral, build.user("hub_coordinator"), date(2026, 11, 9)
    kept = ("setting", "need", "reasons", "tried", "consent_by")
    facts = {name: getattr(referral, name) for name in kept}
    actions.referral_change(referral=referral, consent_on=day, by=by, **facts)
    actions.place_withdraw(place=place, reason="Never came.", by=by)
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, day)


def test_a_reason_is_needed(signed_in, place):
    answer = press(signed_in("hub_coordinator"), url(place))
    assert errors(answer)["reason"]


def test_is_taken_back_once(place):
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=place, reason="Never came.", by=by)
    with pytest.raises(RuleBroken, match="taken back"):
        actions.place_withdraw(place=place, reason="Never came.", by=by)


def test_is_for_who_may_and_sees_the_child(signed_in, place):
    assert signed_in("hub_school").get(url(place)).status_code == 403
    restricted(place.child, [])
    assert signed_in("hub_coordinator").get(url(place)).status_code == 404


def test_a_coordinator_takes_back_no_place_that_has_begun():
    running = build.hubs.begun(date(2026, 9, 7), date(2027, 7, 20))
    taken_back = {"place": running, "reason": "Never came."}
    with pytest.raises(RuleBroken, match="ask a service manager"):
        actions.place_withdraw(**taken_back, by=build.user("hub_coordinator"))
    actions.place_withdraw(**taken_back, by=build.user("service_manager"))


def test_nobody_takes_back_a_place_whose_end_was_talked_about():
    running = build.hubs.begun(date(2026, 9, 7), date(2027, 7, 20))
    build.hubs.talk(running)
    with pytest.raises(RuleBroken, match="talk about its end"):
        actions.place_withdraw(
            place=running, reason="Wrong.", by=build.user("service_manager")
        )


def test_with_another_referral_open_the_first_ends(place):
    again = build.hubs.referral(child_=place.child)
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=place, reason="Never came.", by=by)
    place.referral.refresh_from_db()
    assert place.referral.standing == Standing.WITHDRAWN
    assert again.standing == Standing.REFERRED


def test_is_not_taken_back_once_something_was_measured_in_the_hub():
    by = build.user("service_manager")
    measure = build.hubs.measure(build.hubs.in_hub(by=by), by=by)
    place = measure.referral.places.get()

    with pytest.raises(RuleBroken, match="measured in the hub"):
        actions.place_withdraw(place=place, reason="Never came.", by=by)

    actions.measure_withdraw(measure=measure, reason="Another child.", by=by)
    actions.place_withdraw(place=place, reason="Never came.", by=by)
    place.refresh_from_db()
    assert place.withdrawn_at
