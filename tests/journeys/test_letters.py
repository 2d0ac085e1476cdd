"""A young person comes of age and the letters change; an address that stays secret."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.core import clock
from sendhub.ehcps.rules import Stage
from sendhub.letters.models import Delivery, Letter
from sendhub.people import actions as people
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db


def given_a_family_that_lives_apart():
    child = build.child(
        given_names="Erin", family_name="Vaughan", born_on=date(2010, 5, 5)
    )
    case = build.assessment(child_=child).case
    build.address(child, lines="4 Hidden Close", postcode="HR2 6AA")
    build.contact(child, name="Mair Vaughan")
    father = build.contact(
        child, name="Rhod Vaughan", relationship="father", lives_with_child=False
    )
    people.adult_address_change(
        adult=father.adult,
        child=child,
        lines="9 Mill Lane",
        town="Ross-on-Wye",
        postcode="HR9 7ZZ",
        starts_on=date(2021, 1, 1),
        by=build.user("caseworker"),
    )
    build.withholding(father)
    return case


def when_a_letter_is_written(client, case, **answers):
    url = reverse("letters:letter-make", args=[case.pk])
    return press(client, f"{url}?kind=general", **answers)


def then_it_is_to(*names):
    newest = Letter.objects.order_by("-pk")[: len(names)]
    assert {letter.to_name for letter in newest} == set(names)


def test_the_letters_change_hands_and_an_address_stays_secret(signed_in, monkeypatch):
    case = given_a_family_that_lives_apart()
    caseworker = signed_in("caseworker")

    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 25))
    when_a_letter_is_written(caseworker, case)
    then_it_is_to("Mair Vaughan", "Rhod Vaughan")
    fathers = Letter.objects.get(to_name="Rhod Vaughan")
    told = str(fathers.sheet) + fathers.body
    assert "HR9 7ZZ" in told
    assert "Hidden" not in told
    assert "HR2" not in told

    refused = when_a_letter_is_written(caseworker, case, body="She is at HR2 6AA.")
    assert "withheld from Rhod Vaughan" in seen(refused)

    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 27))
    when_a_letter_is_written(caseworker, case)
    then_it_is_to("Erin Vaughan")

    monkeypatch.setattr(clock, "today", lambda: date(2026, 7, 1))
    waiting = list(Delivery.objects.to_post())
    press(caseworker, reverse("letters:post-record"), deliveries=waiting)
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    chronology = reverse("people:child-chronology", args=[case.child_id])
    assert "Letter posted on 1 July 2026" in seen(caseworker.get(chronology))


def given_a_decision_that_waits_to_be_posted(client):
    case = build.family_case(stage=Stage.REFUSED, received_on=date(2026, 10, 5))
    url = reverse("letters:letter-make", args=[case.pk])
    press(client, f"{url}?kind=ehc_not_assess", body="See you at Hillside.")
    return case, Letter.objects.get()


def when_it_is_found_wrong(client, letter):
    url = reverse("letters:letter-withdraw", args=[letter.pk])
    press(client, url, reason="It names the wrong school.")


def then_it_is_asked_for_again(client, case):
    shown = seen(client.get(case.get_absolute_url()))
    assert "Write the letter: decision not to assess" in shown
    assert "entered in error" in shown


def test_a_wrong_decision_letter_is_caught_before_the_post(signed_in):
    caseworker = signed_in("caseworker")
    case, wrong = given_a_decision_that_waits_to_be_posted(caseworker)
    when_it_is_found_wrong(caseworker, wrong)
    then_it_is_asked_for_again(caseworker, case)

    url = reverse("letters:letter-make", args=[case.pk])
    press(caseworker, f"{url}?kind=ehc_not_assess")
    press(
        caseworker,
        reverse("letters:post-record"),
        deliveries=list(Delivery.objects.to_post()),
    )
    [posted] = Delivery.objects.filter(state="sent")
    assert posted.letter != wrong
    for who in build.WHO_HELPS.values():
        assert who in posted.letter.body
    shown = seen(caseworker.get(case.get_absolute_url()))
    assert "Write the letter: decision not to assess" not in shown
