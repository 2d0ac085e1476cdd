"""The forum's evaluation: from the first day of a hub to the paper (HUB-9, HUB-11)."""

import io
from datetime import date

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from sendhub.core import clock
from sendhub.nurture_hubs.models import HubPlace, Referral
from sendhub.nurture_hubs.rules.ends import Where
from sendhub.nurture_hubs.rules.measures import Stage
from tests import build
from tests.pages import press, seen, typed

pytestmark = pytest.mark.django_db
BEFORE = {
    "sdq_emotional": 8,
    "sdq_conduct": 7,
    "sdq_hyperactivity": 9,
    "sdq_peer": 6,
    "sdq_prosocial": 3,
}
AFTER = BEFORE | {"sdq_emotional": 3, "sdq_conduct": 4, "sdq_prosocial": 7}


@pytest.fixture
def on_day(monkeypatch):
    def turn(day):
        monkeypatch.setattr(clock, "today", lambda: day)

    return turn


def hubs(name, *args):
    return reverse(f"nurture_hubs:{name}", args=args)


def done(answer):
    assert answer.status_code == 302, seen(answer)


def given_a_hub_with_a_budget(manager, host):
    hub = build.hubs.hub(name="Broadlands", places=3, host=host)
    for year in (2021, 2022):
        done(press(manager, hubs("budget-set"), year=year, pence="200,000"))
    return hub


def when_a_child_is_referred_and_placed(team, hub, school, came):
    child = build.child(given_names="Mabli", born_on=date(2016, 5, 5))
    referral = build.hubs.referral(
        child_=child, received_on=came, consent_on=came, setting=school
    )
    build.hubs.agreed(hub, made=referral)
    done(
        press(
            team,
            hubs("place-allocate", referral.pk),
            hub=hub,
            starts_on=date(2021, 10, 4),
            ends_on=date(2022, 7, 20),
        )
    )
    return Referral.objects.get(pk=referral.pk)


def when_the_school_measures(school, referral, stage, day, numbers):
    page = f"{hubs('measure-record', referral.pk)}?instrument=sdq"
    facts = {"stage": stage, "measured_on": day, "measured_by": "Ms Bufton"}
    done(press(school, page, **facts, **numbers))


def when_a_target_is_set(team, referral, day):
    words = "I ask for help."
    page = hubs("target-add", referral.pk)
    done(press(team, page, words=words, set_on=day, at_entry=2))


def when_the_target_is_reached(team, referral):
    done(press(team, hubs("target-rate", referral.targets.get().pk), at_exit=10))


def when_the_team_says_where_the_child_is(team, referral, day):
    place = HubPlace.objects.get(referral=referral)
    page = f"{hubs('destination-record', place.pk)}?point=exit"
    done(press(team, page, on=day, where=Where.ORIGINAL))


def then_the_forum_reads(manager, *sentences):
    page = manager.get(hubs("evaluation"))
    said = seen(page)
    for sentence in sentences:
        assert sentence in said, sentence
    return page


def test_the_forums_evaluation(signed_in, on_day):
    host, village = build.setting("Broadlands School"), build.setting("Village School")
    manager, team = signed_in("service_manager"), signed_in("hub_coordinator")
    hub = given_a_hub_with_a_budget(manager, host)
    on_day(date(2021, 9, 6))
    referral = when_a_child_is_referred_and_placed(team, hub, village, date(2021, 9, 6))
    on_day(date(2021, 10, 8))
    when_the_school_measures(team, referral, Stage.ENTRY, date(2021, 10, 8), BEFORE)
    when_a_target_is_set(team, referral, date(2021, 10, 8))
    on_day(date(2022, 7, 18))
    when_the_school_measures(team, referral, Stage.EXIT, date(2022, 7, 18), AFTER)
    when_the_target_is_reached(team, referral)
    on_day(date(2022, 7, 21))
    when_the_team_says_where_the_child_is(team, referral, date(2022, 7, 20))

    on_day(date(2023, 1, 16))
    page = then_the_forum_reads(
        manager,
        "1 September 2021 to 31 December 2022",
        "All together 1",
        "Children who started in the period 1",
        "SDQ: total difficulties 1",
        "In the original school 1",
        "For each child with a place £266,849",
    )
    ways = [
        url for shown in page.context["sections"] for r in shown.rows for _, url in r
    ]
    listed = manager.get(next(url for url in ways if "total-2-better" in url))
    assert referral.case.child.known_as in seen(listed)

    days = typed(first=date(2021, 9, 1), last=date(2022, 12, 31))
    word = manager.get(hubs("evaluation"), {"format": "docx", **days})
    assert len(Document(io.BytesIO(word.content)).tables) == 11
    excel = manager.get(hubs("evaluation"), {"format": "xlsx", **days})
    book = load_workbook(io.BytesIO(excel.content))
    assert book["Others"]["C2"].value == 1
