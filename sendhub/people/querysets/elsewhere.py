"""Filters on numbers in systems of others."""

from typing import Self

from sendhub.people.querysets.scoped import ChildScopedQuerySet


class ExternalNumberQuerySet(ChildScopedQuerySet):
    """Numbers of children in systems of others."""

    def typed(self, text: str) -> Self:
        """Those that somebody typed, with spaces or small letters or without."""
        return self.filter(number="".join(text.split()).upper())

    def in_order(self) -> Self:
        """By system, then number."""
        return self.order_by("system", "number", "pk")
