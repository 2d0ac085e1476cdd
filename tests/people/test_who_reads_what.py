"""What the child's page keeps from those whose role does not read it."""

import pytest
from django.urls import reverse

from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def child():
    child = build.child(own_phone="07700 900123", own_email="zo@example.org")
    build.status(child, "protection_plan", detail="Neglect")
    build.involvement(child, kind="camhs", name="Dr Camhs")
    build.involvement(child, kind="social_care", name="Ms Worker")
    build.involvement(child, kind="speech", name="Mr Speech")
    return child


def text_of(client, child, name="child-page"):
    return seen(client.get(reverse(f"people:{name}", args=[child.pk])))


def test_finance_reads_neither_numbers_nor_causes_nor_telling_services(
    signed_in, child
):
    client = signed_in("finance_officer")
    text = text_of(client, child) + text_of(client, child, "child-chronology")
    for secret in ("07700", "zo@example.org", "Neglect", "Dr Camhs", "Ms Worker"):
        assert secret not in text
    assert "Child protection plan" in text
    assert "Mr Speech" in text


@pytest.mark.parametrize("role", ["caseworker", "hub_coordinator", "auditor"])
def test_who_keeps_the_record_or_may_read_it_all_reads_it_all(signed_in, child, role):
    text = text_of(signed_in(role), child)
    for shown in ("07700", "zo@example.org", "Neglect", "Dr Camhs", "Ms Worker"):
        assert shown in text
