"""A child's chronology and who looked: no more queries when there is more."""

from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from tests import build

pytestmark = pytest.mark.django_db


def test_the_queries_of_the_chronology_stay_flat(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    child = build.child()
    case = build.case(child_=child)

    def grow() -> None:
        build.note(case_=case)
        build.document(case_=case)
        build.contact(child)

    url = reverse("people:child-chronology", args=[child.pk])
    queries_stay_flat(signed_in("service_manager"), url, grow)


def test_the_queries_of_who_looked_stay_flat(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    child = build.child()

    def grow() -> None:
        signed_in("caseworker").get(child.get_absolute_url())

    url = reverse("people:child-looks", args=[child.pk])
    queries_stay_flat(signed_in("service_manager"), url, grow)
    assert Look.objects.filter(child_id=child.pk).count() >= 4
