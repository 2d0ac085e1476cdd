"""Hubs, referrals and places in Django admin: to read only."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from tests import build

pytestmark = pytest.mark.django_db


def at(record, page="change"):
    name = f"admin:nurture_hubs_{record._meta.model_name}_{page}"
    return reverse(name, args=[record.pk])


def test_an_auditor_reads_and_changes_nothing(signed_in):
    place = build.hubs.place()
    client = signed_in("auditor")
    for record in (place.hub, place.referral, place):
        assert client.get(at(record)).status_code == 200
        assert client.post(at(record), {"name": "x"}).status_code == 403
        assert client.get(at(record, "delete")).status_code == 403
    looks = Look.objects.filter(kind=Look.Kind.ADMIN, child_id=place.child_id)
    assert looks.count() == 2


def test_a_place_cannot_be_added_there(signed_in):
    client = signed_in("auditor")
    url = reverse("admin:nurture_hubs_hubplace_add")
    assert client.post(url, {}).status_code == 403
