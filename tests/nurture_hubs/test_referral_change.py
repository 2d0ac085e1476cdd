"""Changing a referral: the need, the school, whether the family agrees (HUB-3)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.rules import Need, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(referral):
    return reverse("nurture_hubs:referral-change", args=[referral.pk])


def changed_words():
    return str(Act.objects.get(act="nurture_hubs.referral_change"))


def test_changes_what_the_school_says(signed_in):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    school = build.setting("Kingsland Primary")
    answer = press(
        client,
        url(referral),
        need=Need.URGENT,
        tried="A reduced timetable.",
        setting=school,
    )
    assert answer.url == referral.get_absolute_url()
    referral.refresh_from_db()
    assert (referral.need, referral.tried) == (Need.URGENT, "A reduced timetable.")
    assert referral.setting == school
    assert changed_words() == (
        "Nurture hub referral changed: school; need; what has been tried"
    )


def test_nothing_changed_leaves_no_word(signed_in):
    referral = hubs.referral()
    assert press(signed_in("hub_coordinator"), url(referral)).status_code == 302
    assert not Act.objects.filter(act="nurture_hubs.referral_change").exists()


def test_the_wait_begins_when_the_family_agrees_last(signed_in):
    referral = hubs.referral(consent_on=None, consent_by="")
    hubs.agreed(hubs.hub(), made=referral)
    assert referral.standing == Standing.REFERRED
    client = signed_in("hub_coordinator")
    assert "Still missing: the family’s agreement." in seen(client.get(url(referral)))
    day = date(2026, 11, 16)
    press(client, url(referral), consent_on=day, consent_by="Ceri Parent")
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, day)
    assert changed_words() == (
        "Nurture hub referral changed: the family agreed on 16 November 2026"
    )


def test_the_wait_ends_when_the_family_does_not_agree_any_more(signed_in):
    referral = hubs.agreed(hubs.hub())
    assert referral.standing == Standing.WAITING
    press(signed_in("hub_coordinator"), url(referral), consent_on=None, consent_by=None)
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.REFERRED, None)
    assert "the family does not agree any more" in changed_words()


def test_the_wait_follows_the_day_on_which_the_family_agreed(signed_in):
    referral, day = hubs.agreed(hubs.hub()), date(2026, 11, 16)
    press(signed_in("hub_coordinator"), url(referral), consent_on=day)
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, day)


def test_another_name_is_not_another_wait(signed_in):
    referral = hubs.agreed(hubs.hub())
    press(signed_in("hub_coordinator"), url(referral), consent_by="Ceri and Jo Parent")
    referral.refresh_from_db()
    assert referral.waits_since == date(2026, 11, 2)
    assert "who of the family agreed" in changed_words()


def test_what_a_place_stands_on_is_not_taken_back(signed_in):
    place = hubs.place()
    client = signed_in("hub_coordinator")
    answer = press(
        client, url(place.referral), consent_on=None, consent_by=None, need=Need.HIGH
    )
    assert "take the place back first" in errors(answer)["consent_on"][0]
    assert answer.context["form"]["need"].value() == Need.HIGH
    other = press(client, url(place.referral), setting=build.setting())
    assert "The place was counted by this school" in errors(other)["setting"][0]
    press(client, url(place.referral), need=Need.HIGH)
    place.referral.refresh_from_db()
    assert place.referral.need == Need.HIGH
    assert place.referral.standing == Standing.PLACED


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"need": None}, "need", "Choose how pressing"),
        ({"reasons": ""}, "reasons", "Enter the reasons"),
        ({"tried": "x" * 10_001}, "tried", "10,000"),
        ({"setting": None}, "setting", "Choose the school"),
        ({"consent_on": date(2026, 11, 21)}, "consent_on", "in the past"),
        ({"consent_on": date(2020, 5, 4)}, "consent_on", "was born on 5 May 2020"),
        ({"consent_by": None}, "consent_by", "who of the family agreed"),
        ({"consent_on": None}, "consent_on", "date on which the family agreed"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    referral = hubs.referral()
    answer = press(signed_in("hub_coordinator"), url(referral), **changed)
    assert said in " ".join(errors(answer)[field])


def test_what_has_ended_stays_as_it_was(signed_in):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    hidden = opened(client, url(referral))
    actions.referral_end(
        referral=referral,
        standing=Standing.REFUSED,
        ended_on=TODAY,
        reason="Too old.",
        by=client.user,
    )
    referral.refresh_from_db()
    hidden["seen"] = opened(client, url(referral))["seen"]
    answer = press(client, url(referral), hidden=hidden, need=Need.HIGH)
    assert "This referral has ended: it was refused." in errors(answer)["__all__"]


def test_a_stale_page_is_told_who_changed_it(signed_in):
    referral, first, second = (
        hubs.referral(),
        signed_in("hub_coordinator"),
        signed_in("service_manager"),
    )
    hidden = opened(first, url(referral))
    press(second, url(referral), need=Need.URGENT)
    answer = press(first, url(referral), hidden=hidden, tried="Something else.")
    assert answer.status_code == 200
    assert "Something else." in answer.content.decode()


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(hubs.referral())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    referral = hubs.referral(child_=build.restricted_child(born_on=hubs.BORN))
    assert signed_in("hub_coordinator").get(url(referral)).status_code == 404
