"""A child's chronology and who looked: no more queries when there is more."""

from typing import Any

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from tests import build
from tests.pages import seen

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


def test_an_export_and_a_search_with_a_child_are_among_the_looks(signed_in):
    child, other = build.child(upn="H801200001001"), build.child()
    build.assessment(child_=child)
    manager = signed_in("service_manager")
    exported = manager.get(reverse("ehcps:request-list"), {"format": "csv"})
    assert exported.getvalue()
    manager.get(reverse("people:child-search"), {"q": "H801200001001"})
    kinds = [look.kind for look in Look.objects.at_child(child.pk)]
    assert kinds == ["search", "export"]
    assert not Look.objects.at_child(other.pk).exists()
    text = seen(manager.get(reverse("people:child-looks", args=[child.pk])))
    assert "Export" in text
    assert "Search by identifier" in text
