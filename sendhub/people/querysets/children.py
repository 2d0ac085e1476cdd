"""Filters on children; who sees which child is said here."""

from datetime import date, datetime
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import (
    BigIntegerField,
    DateTimeField,
    F,
    Func,
    Q,
    QuerySet,
    TextField,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length

from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.remembered import Given, Remembered
from sendhub.people import identifiers
from sendhub.people.querysets.scoped import (
    ChildScopedQuerySet,
    badges_of,
    home_of,
    setting_of,
    sights,
)
from sendhub.people.rules import plain_name, postcode_starts, sort_name
from sendhub.people.slips import near

if TYPE_CHECKING:
    from sendhub.accounts.models import User

SEARCHED = 0.28
"""How like a word must be to a name to be found: "oniell" finds O'Neill."""

ALIKE = 0.45
"""How like a name must be, on the same birthday, to be asked about."""

CANDIDATES = 1000
"""How many children with a fitting name are compared before the closest are shown."""

MOST_WORDS = 8
IDENTIFIERS = ("upn", "uln", "nhs_number")


class Slips(Func):
    """The words of a text, each with one letter left out; `people.slips` in SQL."""

    function = "people_slips"
    output_field = ArrayField(TextField())


@cache
def _hidden() -> Remembered:
    """The keys of the children hidden from somebody at a moment: user, at."""
    user, at = Given("user", BigIntegerField()), Given("at", DateTimeField())
    children = apps.get_model("people.Child").objects.all()
    return Remembered.of(children._hidden_from(user, at=at).values("pk"))


class ChildQuerySet(QuerySet):
    """Children and young people."""

    def hidden_from(self, user: "User") -> Self:
        """Restricted children whose record is not open to this person now."""
        return self._hidden_from(user, at=clock.now())

    def _hidden_from(self, user: "User | Given", *, at: datetime | Given) -> Self:
        restricted = self.filter(restricted_at__isnull=False)
        return restricted.exclude(self._opened_to(user, at=at))

    def hidden_keys(self, user: "User") -> RawSQL:
        """The keys of all who are hidden from this person: every list asks for them."""
        return _hidden().within(user=user.pk, at=clock.now())

    def visible_to(self, user: "User") -> Self:
        """The children this person may see; the one place that decides it.

        Unrestricted children for staff who see the county, those that a service
        shows to its own roles, and restricted ones for staff named on them or let in
        for a time that is not over.
        """
        if not user.may(Permission.CHILD_VIEW):
            return self.none()
        unrestricted = Q(restricted_at__isnull=True)
        if not user.may(Permission.CHILDREN_ALL):
            unrestricted &= reduce(or_, sights(user), Q(pk__in=[]))
        opened = self._opened_to(user, at=clock.now())
        return self.not_merged().filter(unrestricted | opened)

    def not_merged(self) -> Self:
        """Records that were not merged into another: an alias is no child."""
        return self.filter(merged_into__isnull=True)

    def merged(self) -> Self:
        """Records that were merged into another."""
        return self.filter(merged_into__isnull=False)

    def _kept_of(self, **said: Any) -> list[int]:
        """The children who are kept of merged records that say this.

        Looked up first: a subquery beside other conditions would have the database
        read every child.
        """
        found = type(self)(self.model).merged().filter(**said)
        return list(found.values_list("merged_into", flat=True))

    def _opened_to(self, user: "User | Given", *, at: datetime | Given) -> Q:
        """Children on whom somebody is named, or let in at a moment."""
        named = apps.get_model("people.NamedStaff").objects.filter(user=user)
        grants = apps.get_model("people.AccessGrant").objects
        let_in = grants.running(at=at).filter(user=user)
        return Q(pk__in=named.values("child")) | Q(pk__in=let_in.values("child"))

    def unrestricted(self) -> Self:
        """Children whom all staff may see who see the county."""
        return self.filter(restricted_at__isnull=True)

    def restricted_since(self, moment: datetime) -> Self:
        """Children who were restricted after a moment."""
        return self.filter(restricted_at__gte=moment)

    def restricted(self) -> Self:
        """Restricted children, those first whose restriction is looked at next."""
        found = self.filter(restricted_at__isnull=False)
        return found.order_by("restricted_review_on", "sort_name", "pk")

    # --- finding

    def with_words(self, words: str) -> Self:
        """Children with every word in their names as typed, in any order."""
        found = self
        for word in plain_name(words).split()[:MOST_WORDS]:
            if len(word) > 2:
                found = found.filter(search_text__contains=word)
            else:  # too short for the middle of a name: where a name begins
                found = found.filter(
                    Q(search_text__startswith=word)
                    | Q(search_text__contains=f" {word}")
                )
        return found

    def named_like(self, words: str) -> Self:
        """Children with every word in a name, in any order, typos forgiven.

        A word may be a part of a name, like one (trigrams), or one slip away: "jhon"
        shares no three letters with John.
        """
        long = [
            word for word in plain_name(words).split()[:MOST_WORDS] if len(word) > 2
        ]
        short = [
            word for word in plain_name(words).split()[:MOST_WORDS] if len(word) <= 2
        ]
        found = self.with_words(" ".join(short))
        found = found.alias(slips=Slips("search_text"))
        for word in long:
            found = found.filter(
                Q(search_text__contains=word)
                | Q(search_text__trigram_word_similar=word)
                | Q(slips__overlap=near(word))
            )
        return found

    def closest_to(self, words: str, *, among: int = CANDIDATES) -> Self:
        """The filtered children, those first whose names are closest to the words.

        No more than so many of them are compared, so that a common name costs no
        more than a rare one.
        """
        candidates = self.order_by().values("pk")[:among]
        likeness = TrigramWordSimilarity(plain_name(words), "search_text")
        rows = type(self)(self.model).filter(pk__in=candidates)
        return rows.alias(likeness=likeness).order_by("-likeness", "sort_name", "pk")

    def with_identifier(self, value: str) -> Self:
        """Children with exactly this UPN, now or formerly, ULN or NHS number.

        Or on a record that was merged into theirs.
        """
        former = apps.get_model("people.FormerUpn").objects.filter(upn=value)
        known = list(former.values_list("child", flat=True))
        for number in IDENTIFIERS:
            known += self._kept_of(**{number: value})
        now = Q(upn=value) | Q(uln=value) | Q(nhs_number=value)
        return self.not_merged().filter(now | Q(pk__in=known) if known else now)

    def with_number(self, number: str, value: str) -> Self:
        """Children with one number, or with a merged record that has it."""
        same = {number: value}
        known = Q(pk__in=self._kept_of(**same))
        return self.not_merged().filter(Q(**same) | known)

    def born(self, *days: date) -> Self:
        """Children born on one of these days, as any record of them says."""
        known = self._kept_of(born_on__in=days)
        born = Q(born_on__in=days)
        return self.filter(born | Q(pk__in=known) if known else born)

    def living_at(self, postcode: str, *, on: date) -> Self:
        """Children whose address now has this postcode, or one that starts so."""
        addresses = apps.get_model("people.Address").objects
        here = addresses.in_force(on=on).filter(child__isnull=False)
        if identifiers.POSTCODE.match(postcode):
            here = here.filter(postcode=postcode)
        else:  # a district: "HR1" is no part of HR10
            start = postcode if " " in postcode else f"{postcode} "
            here = here.filter(postcode__startswith=start)
        return self.filter(pk__in=here.values("child"))

    def alike(self, *, given_names: str, family_name: str, born_on: date) -> Self:
        """Children who may be the one described: birthday and a like name (PPL-8).

        Day and month may have been swapped. A twin is found too: a person decides.
        """
        days = [born_on]
        if born_on.day <= 12:
            days.append(born_on.replace(day=born_on.month, month=born_on.day))
        words = plain_name(f"{given_names} {family_name}").split()
        found = self.born(*days)
        likely = Q(pk__in=[])
        for number, word in enumerate(word for word in words if len(word) > 1):
            like = TrigramWordSimilarity(word, "search_text")
            found = found.alias(**{f"like_{number}": like})
            likely |= Q(**{f"like_{number}__gte": ALIKE})
        return found.filter(likely)

    def of_the_name(self, *, given_names: str, family_name: str) -> Self:
        """Children with exactly this full name, whatever their birthday (PPL-8).

        Accents, marks and capitals do not count. A wrong birthday makes a second
        record as easily as a name spelled in another way.
        """
        return self.filter(
            sort_name=sort_name(family_name=family_name, given_names=given_names)
        )

    def sharing_contacts_with(self, child: Any) -> Self:
        """Other children with one of this child's contacts, by name."""
        adults = apps.get_model("people.Contact").objects.of_child(child)
        theirs = apps.get_model("people.Contact").objects.filter(
            adult__in=adults.values("adult")
        )
        found = self.filter(pk__in=theirs.values("child")).exclude(pk=child.pk)
        return found.order_by("sort_name", "pk")

    def forgiving(self) -> Self:
        """Make the words that follow forgive more typos, in this transaction."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)",
                [str(SEARCHED)],
            )
        return self

    # --- showing

    def with_badges(self, *, on: date) -> Self:
        """Load the statuses in force, for the badges."""
        return self.prefetch_related(badges_of("", on=on))

    def with_setting(self, *, on: date) -> Self:
        """Load the setting attended on a day."""
        return self.prefetch_related(setting_of("", on=on))

    def with_home(self, *, on: date) -> Self:
        """Load the address on a day, for those who may see contacts."""
        return self.prefetch_related(home_of("", on=on))

    def for_results(self, *, on: date) -> Self:
        """Everything one row of the search results shows."""
        return self.select_related("team").with_badges(on=on).with_setting(on=on)

    def for_page(self, *, on: date) -> Self:
        """Everything the head of a child's page shows, but the codes.

        Those come in one query (`access.child_in_sight`): to plan seven joins would
        take longer than all the rest.
        """
        return (
            self.select_related("team", "restricted_by")
            .with_badges(on=on)
            .with_setting(on=on)
        )


class NotSameQuerySet(QuerySet):
    """Pairs of children who look alike and are two."""

    def others_of(self, child: Any) -> set[int]:
        """The children who are known not to be this one."""
        pairs = self.filter(
            Q(first=child)
            | Q(second=child)
            | Q(first__merged_into=child)
            | Q(second__merged_into=child)
        )
        told = ("first", "second", "first__merged_into", "second__merged_into")
        return {pk for pair in pairs.values_list(*told) for pk in pair} - {
            child.pk,
            None,
        }


class MergeQuerySet(ChildScopedQuerySet):
    """Merges of two records of one child."""

    child_path = "kept"

    def standing(self) -> Self:
        """Merges that were not undone, the newest first."""
        found = self.filter(undone_at__isnull=True)
        return found.select_related("other", "merged_by").order_by("-merged_at", "-pk")


class LocalityAreaQuerySet(QuerySet):
    """Which postcodes belong to which locality team."""

    def holding(self, postcode: str) -> Any:
        """The area of its ward, else with its longest start; None outside them all."""
        postcodes = apps.get_model("people.Postcode").objects
        ward = postcodes.filter(code=postcode).exclude(ward="").values("ward")
        starts = Q(postcode_start__in=postcode_starts(postcode))
        found = self.filter(Q(ward__in=ward) | starts).select_related("team")
        first = F("ward").desc(), Length("postcode_start").desc(), "pk"
        return found.order_by(*first).first()
