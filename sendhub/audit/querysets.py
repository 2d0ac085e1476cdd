"""Filters on history."""

from typing import Self

from django.db.models import Q, QuerySet

from sendhub.audit import sentences


class ActQuerySet(QuerySet):
    """Acts, newest first."""

    def about_child(self, *child_ids: int) -> Self:
        """The chronology of a child, by the number of each record, newest first."""
        return self.filter(child_id__in=child_ids).order_by("-happened_on", "-pk")

    def of_app(self, app: str) -> Self:
        """Acts of one service."""
        return self.filter(act__startswith=f"{app}.")

    def not_of_app(self, app: str, *, but: Q) -> Self:
        """Acts of every other service, and those of this one that are let through."""
        return self.filter(~Q(act__startswith=f"{app}.") | but)

    def not_on_cases(self, case_ids: QuerySet) -> Self:
        """Acts on no case at all, or on any other than these."""
        return self.filter(Q(case_id=None) | ~Q(case_id__in=case_ids))

    def of_kind(self, kind: str) -> Self:
        """Acts of one kind, as each app's `history.py` says."""
        return self.filter(act__in=sentences.of_kind(kind))


class LookQuerySet(QuerySet):
    """Looks, newest first."""

    def at_child(self, *child_ids: int) -> Self:
        """Who opened a child's file, or an export or search with them, newest first."""
        with_them = Q(child_id__in=child_ids) | Q(ids__overlap=list(child_ids))
        return self.filter(with_them).order_by("-at", "-pk")


class SignInQuerySet(QuerySet):
    """Sign-ins and tries, newest first."""

    def with_address(self, email: str) -> Self:
        """What happened under one e-mail address, newest first."""
        return self.filter(email=email.lower()).order_by("-at", "-pk")
