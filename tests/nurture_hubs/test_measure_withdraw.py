"""Saying that a measure was entered in error."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs.models import Measure
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(measure):
    return reverse("nurture_hubs:measure-withdraw", args=[measure.pk])


def test_keeps_it_and_counts_it_no_more(signed_in):
    measure = build.hubs.measure()
    client = signed_in("hub_coordinator")
    assert "of 16 November 2026, by Ms Bufton" in seen(client.get(url(measure)))

    press(client, url(measure), reason="Another child’s.")

    assert not Measure.objects.standing().exists()
    assert "Another child’s." in str(
        Act.objects.get(act="nurture_hubs.measure_withdraw")
    )
    assert build.hubs.measure(measure.referral)


def test_is_said_once(signed_in):
    measure = build.hubs.measure()
    client = signed_in("hub_coordinator")
    press(client, url(measure), reason="Wrong.")
    answer = press(client, url(measure), reason="Wrong.")
    assert "already said" in errors(answer)["__all__"][0]


def test_wants_to_know_why(signed_in):
    answer = press(signed_in("hub_coordinator"), url(build.hubs.measure()), reason="")
    assert "Answer the question" in errors(answer)["reason"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("hub_school").get(url(build.hubs.measure())).status_code == 403
