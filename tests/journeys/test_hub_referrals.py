"""Children referred to the nurture hubs, until they wait for a place (HUB-2, HUB-3)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.nurture_hubs.models import HubMember, Referral
from sendhub.nurture_hubs.rules import Need, Party, Standing, VisitKind
from tests import build
from tests.build import hubs
from tests.journeys import steps
from tests.pages import press, seen

pytestmark = pytest.mark.django_db
BORN = date(2020, 5, 5)


def act(name, thing):
    return reverse(f"nurture_hubs:{name}", args=[thing.pk])


def done(answer):
    assert answer.status_code == 302, seen(answer)


def given_a_hub_with_its_school(signed_in, name):
    hub, client = hubs.hub(name=name), signed_in("hub_school")
    HubMember.objects.create(hub=hub, user=client.user, starts_on=date(2026, 9, 1))
    return hub, client


def when_a_school_refers_a_child(coordinator, school):
    child = steps.when_they_record_a_child(coordinator, born_on=BORN)
    done(
        press(
            coordinator,
            act("referral-log", child),
            received_on=date(2026, 9, 14),
            setting=school,
            referrer="Ms Bufton, SENCO",
            need=Need.HIGH,
            reasons="He cannot bear a room of thirty.",
            tried="A quiet corner; a key adult.",
        )
    )
    return child, Referral.objects.get()


def when_the_team_visits(coordinator, child, school, kind, on):
    done(
        press(
            coordinator,
            act("visit-log", child),
            kind=kind,
            on=on,
            visitor="Rhian Price",
            setting=school,
            found="He hides below the table at noise.",
        )
    )


def when_the_family_agrees(coordinator, referral, on):
    consent = {"consent_on": on, "consent_by": "Ceri Parent, mother"}
    done(press(coordinator, act("referral-change", referral), **consent))


def when_the_coordinator_agrees(coordinator, referral, hub, on):
    done(
        press(
            coordinator,
            act("agreement-record", referral),
            hub=hub,
            party=Party.COORDINATOR,
            agreed="yes",
            on=on,
            conditions="Mornings only at first.",
        )
    )


def when_the_school_answers(client, referral, *, agreed, on, conditions=""):
    page = client.get(reverse("nurture_hubs:referral-list"))
    assert act("agreement-answer", referral) in page.content.decode()
    done(
        press(
            client,
            act("agreement-answer", referral),
            agreed="yes" if agreed else "no",
            on=on,
            conditions=conditions,
        )
    )


def then_it_stands(referral, standing, since=None):
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (standing, since)


def test_a_child_is_referred_visited_and_waits(signed_in):
    coordinator = signed_in("hub_coordinator")
    school = build.setting("Kingsland Primary")
    hub, hub_school = given_a_hub_with_its_school(signed_in, "Leominster")
    child, referral = when_a_school_refers_a_child(coordinator, school)
    day = date(2026, 9, 28)
    when_the_team_visits(coordinator, child, school, VisitKind.OBSERVATION, day)
    day = date(2026, 10, 5)
    when_the_team_visits(coordinator, child, school, VisitKind.ADVICE, day)
    then_it_stands(referral, Standing.REFERRED)

    when_the_family_agrees(coordinator, referral, date(2026, 10, 7))
    when_the_coordinator_agrees(coordinator, referral, hub, date(2026, 10, 12))
    then_it_stands(referral, Standing.REFERRED)
    answered_on = date(2026, 10, 19)
    when_the_school_answers(hub_school, referral, agreed=True, on=answered_on)

    then_it_stands(referral, Standing.WAITING, answered_on)
    waiting = seen(coordinator.get(act("waiting-list", hub)))
    assert "Owain" in waiting
    assert "High need, from another school, waits since 19 October 2026" in waiting
    assert "Mornings only at first." in waiting
    steps.then_the_chronology_tells(
        coordinator,
        child,
        "Referred to the nurture hubs by Kingsland Primary",
        "Behaviour Support Team: Observation at Kingsland Primary",
        "Behaviour Support Team: Advice at Kingsland Primary",
        "the family agreed on 7 October 2026",
        "Nurture hub coordinator agreed (Leominster)",
        "Leominster: the hub school agreed",
    )


def test_one_hub_school_refuses_and_another_agrees(signed_in):
    coordinator = signed_in("hub_coordinator")
    first, first_school = given_a_hub_with_its_school(signed_in, "Leominster")
    second, second_school = given_a_hub_with_its_school(signed_in, "Broadlands")
    child, referral = when_a_school_refers_a_child(coordinator, build.setting())
    when_the_family_agrees(coordinator, referral, date(2026, 9, 16))
    when_the_coordinator_agrees(coordinator, referral, first, date(2026, 9, 21))
    assert second_school.get(referral.get_absolute_url()).status_code == 404
    when_the_school_answers(
        first_school,
        referral,
        agreed=False,
        on=date(2026, 9, 28),
        conditions="Four new children came this month.",
    )
    then_it_stands(referral, Standing.REFERRED)

    when_the_coordinator_agrees(coordinator, referral, second, date(2026, 10, 5))
    agreed_on = date(2026, 10, 12)
    when_the_school_answers(second_school, referral, agreed=True, on=agreed_on)

    then_it_stands(referral, Standing.WAITING, agreed_on)
    assert "Nobody waits" in seen(coordinator.get(act("waiting-list", first)))
    assert "Owain" in seen(coordinator.get(act("waiting-list", second)))
    steps.then_the_chronology_tells(
        coordinator,
        child,
        "Leominster: the hub school refused",
        "Broadlands: the hub school agreed",
    )
