"""Two records of one child, for the tests of merging them."""

from typing import Any

from django.urls import reverse

from sendhub.people.models import Child
from tests import build


def url(kept: Child, other: Child) -> str:
    return reverse("people:children-merge", args=[kept.pk, other.pk])


def pair(**more: Any) -> tuple[Child, Child]:
    """Zoe and Zoë Rees, recorded twice."""
    kept = build.child(given_names="Zoe", family_name="Rees")
    return kept, build.child(given_names="Zoë", family_name="Rees", **more)
