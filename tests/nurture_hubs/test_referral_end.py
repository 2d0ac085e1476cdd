"""Refusing a referral, or recording that it was withdrawn or a mistake."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import services
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.evaluation import cohort
from sendhub.nurture_hubs.rules import Standing
from sendhub.nurture_hubs.rules.evaluation import Period
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(referral):
    return reverse("nurture_hubs:referral-end", args=[referral.pk])


def usual(**changed):
    answers = {
        "standing": Standing.REFUSED,
        "ended_on": date(2026, 11, 18),
        "reason": "His school can meet the need.",
    }
    return {**answers, **changed}


@pytest.mark.parametrize(
    "standing", [Standing.REFUSED, Standing.WITHDRAWN, Standing.MISTAKE]
)
def test_ends_it_with_the_reason_and_closes_the_case(signed_in, standing):
    referral, client = hubs.agreed(hubs.hub()), signed_in("hub_coordinator")
    answer = press(client, url(referral), **usual(standing=standing))
    referral.refresh_from_db()
    assert (referral.standing, referral.ended_on) == (standing, date(2026, 11, 18))
    assert (referral.waits_since, referral.ended_by) == (None, client.user)
    assert referral.case.closed_on == TODAY
    assert str(Act.objects.get(act="nurture_hubs.referral_end")) == (
        f"Nurture hub referral {standing.label.lower()}: His school can meet the need."
    )
    text = seen(client.get(answer.url))
    assert f"{standing.label} on 18 November 2026" in text
    assert "His school can meet the need." in text


def test_a_mistake_stays_on_the_case_and_counts_nowhere(signed_in):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    child = referral.case.child
    period = Period(date(2026, 9, 1), TODAY)
    assert [
        one.child_id for one in cohort.scope_of(period, None, today=TODAY).turned
    ] == [child.pk]
    press(client, url(referral), **usual(standing=Standing.MISTAKE))
    found = cohort.scope_of(period, None, today=TODAY)
    assert not found.turned
    assert not found.waiting
    assert "Recorded by mistake" in seen(client.get(referral.get_absolute_url()))
    assert "Nurture hub referral of" not in seen(client.get(child.get_absolute_url()))
    waiting = reverse("nurture_hubs:referral-list")
    shown = client.get(waiting, {"standing": "any"}).context["page"].rows
    assert not shown
    asked = client.get(waiting, {"standing": Standing.MISTAKE}).context["page"].rows
    assert [row.pk for row in asked] == [referral.pk]
    hubs.referral(child_=child)


def test_the_case_stays_open_while_something_goes_on(signed_in):
    referral = hubs.referral()
    build.task(case_=referral.case)
    press(signed_in("hub_coordinator"), url(referral), **usual())
    referral.case.refresh_from_db()
    assert referral.case.closed_on is None
    section = services.service_of(referral.case)
    assert section is not None
    assert section.going_on(referral.case) == ""


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"standing": None}, "standing", "Choose how it ends"),
        ({"standing": Standing.PLACED}, "standing", "valid choice"),
        ({"ended_on": None}, "ended_on", "Enter"),
        ({"ended_on": date(2026, 11, 21)}, "ended_on", "today or in the past"),
        ({"ended_on": date(2026, 11, 1)}, "ended_on", "received on 2 November 2026"),
        ({"reason": ""}, "reason", "Why does it end"),
        ({"reason": "x" * 2001}, "reason", "2,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    referral = hubs.referral()
    answer = press(signed_in("hub_coordinator"), url(referral), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_with_a_place_it_says_what_to_do(signed_in):
    place = hubs.place()
    answer = press(signed_in("hub_coordinator"), url(place.referral), **usual())
    assert "End the place, or take it back." in errors(answer)["__all__"][0]


def test_it_ends_once(signed_in):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    page = client.get(url(referral)).content
    press(client, url(referral), **usual())
    assert b"Withdrawn: by" in page
    assert b"Withdrawn: by" not in client.get(url(referral)).content
    with pytest.raises(RuleBroken, match="has ended: it was refused"):
        actions.referral_end(
            referral=referral, by=client.user, **usual(standing=Standing.WITHDRAWN)
        )


@pytest.mark.parametrize("how", [Standing.REFUSED, Standing.WITHDRAWN])
def test_what_ended_may_turn_out_to_be_a_mistake(signed_in, how):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    press(client, url(referral), **usual(standing=how))
    assert url(referral) in client.get(referral.get_absolute_url()).content.decode()
    wrong = usual(standing=Standing.MISTAKE, reason="Of another child.")
    press(client, url(referral), **wrong)
    referral.refresh_from_db()
    assert referral.standing == Standing.MISTAKE
    assert referral.ended_because == "Of another child."
    said = [str(act) for act in Act.objects.filter(act="nurture_hubs.referral_end")]
    assert (
        f"Nurture hub referral {how.label.lower()}: His school can" in said[0] + said[1]
    )
    assert url(referral) not in client.get(referral.get_absolute_url()).content.decode()
    again = press(client, url(referral), **wrong)
    assert "it was recorded by mistake" in errors(again)["__all__"][0]


def test_afterwards_the_child_may_be_referred_again(signed_in):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    press(client, url(referral), **usual())
    hubs.referral(child_=referral.case.child, received_on=TODAY)
    page = seen(client.get(referral.case.child.get_absolute_url()))
    assert "Nurture hub referral of 20 November 2026" in page
    assert "Nurture hub referral of 2 November 2026" in page


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(hubs.referral())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    referral = hubs.referral(child_=build.restricted_child(born_on=hubs.BORN))
    assert signed_in("hub_coordinator").get(url(referral)).status_code == 404
