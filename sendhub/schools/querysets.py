"""Filters on settings."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce

from sendhub.schools.rules import WAITING, Stage, Status

MOST_WORDS = 8


class SettingQuerySet(QuerySet):
    """Schools, colleges and other settings."""

    def open(self) -> Self:
        """Settings a child can attend now."""
        return self.filter(status__in=[Status.OPEN, Status.CLOSING])

    def closed(self) -> Self:
        """Settings that the register says are closed."""
        return self.filter(status=Status.CLOSED)

    def closed_in_use(self, *, attended: QuerySet, named: QuerySet) -> Self:
        """Closed settings that these attendances or plans still are at or name.

        `children` and `named_by` say how many of them.
        """
        at = attended.filter(setting__in=self.closed()).values("setting")
        by = named.filter(setting__in=self.closed()).values("setting")
        found = self.closed().filter(pk__in=at.union(by))
        return found.annotate(children=_number(attended), named_by=_number(named))

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

    def told_apart(self) -> Self:
        """With how many of these settings have each one's name (`of_this_name`)."""
        of_name = Window(Count("pk"), partition_by="name")
        return self.annotate(of_this_name=of_name)

    def with_urns(self, urns: Iterable[str]) -> Self:
        """Settings by their URN, in a lasting order."""
        return self.filter(urn__in=set(urns)).order_by("pk")

    def in_register(self) -> Self:
        """Settings that the national register knows."""
        return self.exclude(urn="")

    def of_shared_number(self) -> Self:
        """Settings that had the same LAESTAB one after the other, in that order.

        Of the oldest the register often knows no opening day: those come first.
        """
        listed = self.in_register().exclude(laestab="")
        shared = listed.values("laestab").annotate(them=Count("pk")).filter(them__gt=1)
        these = listed.filter(laestab__in=shared.values("laestab"))
        return these.order_by("laestab", F("opened_on").asc(nulls_first=True), "pk")


def _number(records: QuerySet) -> Coalesce:
    """How many of some records name the setting of the row."""
    of_this = records.filter(setting=OuterRef("pk")).order_by().values("setting")
    return Coalesce(Subquery(of_this.annotate(them=Count("pk")).values("them")), 0)


class SettingLinkQuerySet(QuerySet):
    """Which setting came after which."""

    def after(self, setting: Any) -> Self:
        """What came after a setting."""
        found = self.filter(predecessor=setting).select_related("successor")
        return found.order_by("linked_on", "pk")

    def before(self, setting: Any) -> Self:
        """What a setting came after."""
        found = self.filter(successor=setting).select_related("predecessor")
        return found.order_by("linked_on", "pk")

    def with_both(self) -> Self:
        """With both settings, for their numbers."""
        return self.select_related("predecessor", "successor").only(
            "kind", "linked_on", "predecessor__urn", "successor__urn"
        )


class LoadQuerySet(QuerySet):
    """Files of the national register."""

    def for_list(self) -> Self:
        """The newest on top, with who loaded it."""
        return self.select_related("asked_by", "decided_by").order_by("-pk")

    def loaded(self) -> Self:
        """Those that are in."""
        return self.filter(stage=Stage.LOADED)

    def unsettled(self) -> Self:
        """Those put here by a page of which something more will come: one at most."""
        return self.filter(asked_by__isnull=False, finished_at=None)

    def waiting(self) -> Self:
        """Those that nobody has confirmed."""
        return self.filter(stage__in=WAITING)

    def put_there_before(self, moment: datetime) -> Self:
        """Those asked for before a moment, the oldest first."""
        return self.filter(asked_at__lt=moment).order_by("pk")

    def files(self) -> set[str]:
        """The names of all the files that registers have in the store."""
        pairs = self.values_list("file", "links")
        return {name for pair in pairs for name in pair if name}

    def of_command_line(self) -> Self:
        """Those that nobody put here by a page."""
        return self.filter(asked_by=None)


class LoadRowQuerySet(QuerySet):
    """What single rows of a register would change."""

    def of_outcome(self, outcome: str) -> Self:
        """Rows that do one thing, in the order of the file."""
        return self.filter(outcome=outcome).order_by("line", "pk")
