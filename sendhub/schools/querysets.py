"""Filters on settings."""

from typing import Self

from django.db.models import Q, QuerySet

from sendhub.schools.rules import Status

MOST_WORDS = 8


class SettingQuerySet(QuerySet):
    """Schools, colleges and other settings."""

    def open(self) -> Self:
        """Settings a child can attend now."""
        return self.filter(status__in=[Status.OPEN, Status.CLOSING])

    def matching(self, words: str) -> Self:
        """Settings whose name, town, URN or number holds the words."""
        found = self
        for word in words.split()[:MOST_WORDS]:
            found = found.filter(
                Q(name__icontains=word)
                | Q(town__icontains=word)
                | Q(urn__startswith=word)
                | Q(laestab__startswith=word)
            )
        return found

    def in_county(self, home: QuerySet) -> Self:
        """Settings of the home authority, and those the register does not list.

        `home` is a query that gives the authority's number.
        """
        return self.filter(Q(authority_code__in=home) | Q(authority_code=""))

    def elsewhere(self, home: QuerySet) -> Self:
        """Settings of other authorities."""
        return self.exclude(authority_code="").exclude(authority_code__in=home)

    def offered(self, home: QuerySet) -> Self:
        """Settings to choose from: the county's open ones."""
        return self.open().in_county(home).for_list()

    def for_list(self) -> Self:
        """In order of name."""
        return self.order_by("name", "pk")
