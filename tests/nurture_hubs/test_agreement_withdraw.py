"""Taking back what coordinator or hub school said."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Agreement
from sendhub.nurture_hubs.rules import Party, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(agreement):
    return reverse("nurture_hubs:agreement-withdraw", args=[agreement.pk])


def usual(**changed):
    answers = {"withdrawn_on": date(2026, 11, 18), "reason": "The teacher has left."}
    return {**answers, **changed}


def of_school(referral):
    return referral.agreements.get(party=Party.SCHOOL, withdrawn_on=None)


def test_the_child_does_not_wait_any_more(signed_in):
    hub = hubs.hub(name="Broadlands")
    referral, client = hubs.agreed(hub), signed_in("hub_coordinator")
    agreement = of_school(referral)
    assert url(agreement) in client.get(referral.get_absolute_url()).content.decode()
    answer = press(client, url(agreement), **usual())
    assert answer.url == referral.get_absolute_url()
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.REFERRED, None)
    assert str(Act.objects.get(act="nurture_hubs.agreement_withdraw")) == (
        "Hub school took the agreement back (Broadlands): The teacher has left."
    )
    text = seen(client.get(answer.url))
    assert "taken back 18 Nov 2026: The teacher has left." in text
    assert "Still missing before the child can wait for a place: the hub school" in text


def test_it_can_be_answered_anew(signed_in):
    hub = hubs.hub()
    referral, client = hubs.agreed(hub), signed_in("hub_coordinator")
    press(client, url(of_school(referral)), **usual())
    day = date(2026, 11, 19)
    actions.agreement_record(
        referral=referral,
        hub=hub,
        party=Party.SCHOOL,
        agreed=True,
        on=day,
        conditions="",
        document=None,
        by=client.user,
    )
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, day)


def test_another_hub_that_agreed_keeps_the_wait(signed_in):
    hub = hubs.hub()
    referral = hubs.agreed(hubs.hub(), made=hubs.agreed(hub))
    agreement = referral.agreements.get(hub=hub, party=Party.SCHOOL)
    press(signed_in("hub_coordinator"), url(agreement), **usual())
    referral.refresh_from_db()
    assert referral.standing == Standing.WAITING
    assert referral.waits_since == date(2026, 11, 2)


def test_the_wait_is_then_for_the_hub_that_came_second(signed_in):
    first, later = hubs.hub(), date(2026, 11, 16)
    referral, by = hubs.agreed(first), build.user("hub_coordinator")
    second = hubs.hub()
    for party in Party:
        actions.agreement_record(
            referral=referral,
            hub=second,
            party=party,
            agreed=True,
            on=later,
            conditions="",
            document=None,
            by=by,
        )
    referral.refresh_from_db()
    assert referral.waits_since == date(2026, 11, 2)
    of_first = referral.agreements.get(hub=first, party=Party.SCHOOL)
    press(signed_in("hub_coordinator"), url(of_first), **usual())
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, later)


def test_a_refusal_may_be_taken_back_too(signed_in):
    referral = hubs.referral()
    refused = actions.agreement_record(
        referral=referral,
        hub=hubs.hub(),
        party=Party.SCHOOL,
        agreed=False,
        on=date(2026, 11, 9),
        conditions="No room.",
        document=None,
        by=build.user("hub_coordinator"),
    )
    press(signed_in("hub_coordinator"), url(refused), **usual())
    act = str(Act.objects.get(act="nurture_hubs.agreement_withdraw"))
    assert act.startswith("Hub school took the refusal back")


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"withdrawn_on": None}, "withdrawn_on", "Enter"),
        ({"withdrawn_on": date(2026, 11, 21)}, "withdrawn_on", "today or in the past"),
        ({"withdrawn_on": date(2026, 11, 1)}, "withdrawn_on", "given on 2 November"),
        ({"reason": ""}, "reason", "Answer the question"),
        ({"reason": "x" * 301}, "reason", "300"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    agreement = of_school(hubs.agreed(hubs.hub()))
    answer = press(signed_in("hub_coordinator"), url(agreement), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Agreement.objects.exclude(withdrawn_on=None).exists()


def test_what_a_place_stands_on_is_not_taken_back(signed_in):
    place = hubs.place()
    agreement = of_school(place.referral)
    client = signed_in("hub_coordinator")
    answer = press(client, url(agreement), **usual())
    assert "take the place back first" in errors(answer)["__all__"][0]
    actions.place_withdraw(place=place, reason="Never came.", by=client.user)
    assert press(client, url(agreement), **usual()).status_code == 302


def test_what_a_place_stood_on_stays_when_it_is_over(signed_in):
    agreement = of_school(hubs.begun().referral)
    answer = press(signed_in("hub_coordinator"), url(agreement), **usual())
    assert "it stays as recorded" in errors(answer)["__all__"][0]


def test_it_is_taken_back_once(signed_in):
    agreement = of_school(hubs.agreed(hubs.hub()))
    client = signed_in("hub_coordinator")
    press(client, url(agreement), **usual())
    again = press(client, url(agreement), **usual(withdrawn_on=TODAY))
    assert "taken back already" in errors(again)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    agreement = of_school(hubs.agreed(hubs.hub()))
    assert signed_in("caseworker").get(url(agreement)).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    referral = hubs.referral(child_=build.restricted_child(born_on=hubs.BORN))
    agreement = of_school(hubs.agreed(hubs.hub(), made=referral))
    assert signed_in("hub_coordinator").get(url(agreement)).status_code == 404
