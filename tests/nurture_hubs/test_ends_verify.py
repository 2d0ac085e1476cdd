"""The dates of the end of a place, counted again, and two people at one moment."""

from datetime import date

import pytest

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions, verify
from sendhub.nurture_hubs.models import Talk
from tests import build
from tests.races import at_once

DEADLINES = [check for check in verify.CHECKS if "deadlines" in check.name]


def found():
    return {one.name.partition(".")[2]: list(one.find()) for one in DEADLINES}


@pytest.mark.django_db
def test_every_date_is_as_the_facts_say():
    build.hubs.step()
    build.hubs.destination()
    assert not any(found().values())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed",
    [
        {"due_on": date(2027, 1, 1)},
        {"ended": Ended.VOID, "met_on": None},
        {"about_id": 0},
    ],
)
def test_a_date_that_is_wrong_is_named(changed):
    build.hubs.begun()
    Deadline.objects.filter(rule="NH-03").update(**changed)
    (said,) = found()["deadlines_right"]
    assert str(said).startswith("nurture_hubs.hubplace")
    assert str(said).endswith("NH-03")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_arrange_the_talk_at_once_the_second_moves_it():
    place = build.hubs.begun(date(2026, 1, 5), date(2026, 12, 18))
    days = [date(2026, 11, 25), date(2026, 11, 26)]
    staff = [build.user("hub_coordinator") for _ in days]

    def arrange(by, day):
        return lambda: actions.talk_arrange(place=place, planned_for=day, by=by)

    at_once(*map(arrange, staff, days))
    assert Talk.objects.get().planned_for in days


@pytest.mark.django_db(transaction=True)
def test_of_two_who_record_the_talk_at_once_one_is_told():
    place = build.hubs.begun()
    staff = [build.user("hub_coordinator") for _ in range(2)]

    def hold(by):
        def act():
            try:
                build.hubs.talk(place, by=by)
            except RuleBroken as broken:
                return broken.message
            return ""

        return act

    said = sorted(at_once(*map(hold, staff)))
    assert said == ["", "The talk of 6 November 2026 is recorded already."]
