"""What hangs on a child's record, and what keeps two records apart (PPL-8).

Everything that points at a child moves with a merge, whatever app it is from: the
foreign keys say what there is. The few that stay are named in `STAYS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime
from pghistory.models import Event

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Act
from sendhub.core import clock
from sendhub.people import reactions
from sendhub.people.models import (
    AccessGrant,
    AccessRequest,
    Child,
    Contact,
    Merge,
    NamedStaff,
    NotSame,
    Withholding,
)
from sendhub.statutory.words import date_words

UNDONE_WITHIN = timedelta(days=30)
STAYS: dict[type[models.Model], str] = {
    NamedStaff: "are the same on both records, or the other is not restricted",
    AccessRequest: "who asked for the other record did not ask for this one",
    AccessGrant: "who was let into the other record was not let into this one",
    NotSame: "is read from both records",
    Merge: "says which records were merged",
}
LAST = date.max
MOST_TOLD = 10


def keys() -> list[models.ForeignKey]:
    """Every foreign key to a child, as the database holds it, in the models' order."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model is Child
        and not is_history(model)
    ]


def is_history(model: type[models.Model]) -> bool:
    """Whether a table keeps the changes of another: history is never re-pointed."""
    return issubclass(model, Event)


def moving() -> list[models.ForeignKey]:
    """Those whose rows move to the record that is kept."""
    return [key for key in keys() if key.model not in STAYS]


def equal_in(key: models.ForeignKey) -> list[tuple[str, ...]]:
    """What a child has only once: columns in which two rows must not be alike.

    With days, rows that are alike must not overlap.
    """
    found = []
    for constraint in key.model._meta.constraints:
        if isinstance(constraint, ExclusionConstraint):
            equal = [
                str(column)
                for column, operator in constraint.expressions
                if operator == RangeOperators.EQUAL
            ]
        elif isinstance(constraint, models.UniqueConstraint):
            equal = [] if constraint.condition else list(constraint.fields)
        else:
            continue
        if key.name in equal:
            found.append(tuple(column for column in equal if column != key.name))
    return found


def may_stay(key: models.ForeignKey) -> bool:
    """Whether rows may be left on the other record, where the kept one has the same."""
    return bool(equal_in(key)) or key.model is Withholding


def rows_of(key: models.ForeignKey, child: Child) -> models.QuerySet:
    """All rows of one kind that hang on a child."""
    return key.model._base_manager.filter(**{key.name: child}).order_by("pk")


def twins(key: models.ForeignKey, kept: Child, other: Child) -> dict[Any, Any]:
    """Rows of the other record that the kept one has already, with its own row."""
    alike = equal_in(key)
    if not alike:
        return {}
    here = list(rows_of(key, kept))
    return {
        row: mine
        for row in rows_of(key, other)
        for mine in here
        if any(_same(row, mine, columns) for columns in alike)
    }


def _same(one: Any, other: Any, columns: tuple[str, ...]) -> bool:
    if getattr(one, "withdrawn_at", None) or getattr(other, "withdrawn_at", None):
        return False  # what was taken back stands in nobody's way
    attnames = [one._meta.get_field(column).attname for column in columns]
    equal = all(getattr(one, name) == getattr(other, name) for name in attnames)
    if not equal or not hasattr(one, "starts_on"):
        return equal
    return bool(
        one.starts_on <= (other.ends_on or LAST)
        and other.starts_on <= (one.ends_on or LAST)
    )


# --- what keeps them apart


def hindrances(kept: Child, other: Child, *, on: date) -> list[str]:
    """Why two records cannot be brought together yet, each with what to do first."""
    if kept.pk == other.pk:
        return ["A record cannot be merged into itself."]
    if kept.merged_into_id or other.merged_into_id:
        return ["One of the two records was merged already. Open the one that is kept."]
    reasons = [*_restriction(kept, other), *_death(kept, other)]
    reasons += _family(kept, other, on=on)
    reactions.children_compared.run(kept=kept, other=other, reasons=reasons)
    return reasons


def _restriction(kept: Child, other: Child) -> Iterator[str]:
    """A merge opens a restricted record to nobody."""
    if other.is_restricted and not kept.is_restricted:
        yield (
            "The other record is restricted: keep that one, so that what it holds "
            "stays with its named staff."
        )
    elif other.is_restricted and _named(kept) != _named(other):
        yield (
            "Both records are restricted and different staff are named on them. Name "
            "the same staff on both first."
        )


def _named(child: Child) -> set[int]:
    return set(NamedStaff.objects.of_child(child).values_list("user", flat=True))


def _death(kept: Child, other: Child) -> Iterator[str]:
    if kept.died_on and other.died_on and kept.died_on != other.died_on:
        yield "The two records have different days of death: one of them is wrong."
    elif bool(kept.died_on) != bool(other.died_on):
        yield (
            "The death is recorded on one record only. If it is the same child, record "
            "it on the other first: that ends what would reach the family."
        )


def _family(kept: Child, other: Child, *, on: date) -> Iterator[str]:
    """What is said of one person on both records must not protect them on one only."""
    for mine, theirs in same_people(kept, other, on=on):
        who = f"“{mine.adult}” is a contact on both records, but"
        if mine.do_not_contact != theirs.do_not_contact:
            yield f"{who} must not be contacted on one only. Make both say the same."
        if mine.parental_responsibility != theirs.parental_responsibility:
            yield (
                f"{who} has parental responsibility on one only. Make both say the "
                "same."
            )
        if _lives_there_unseen(mine, theirs) or _lives_there_unseen(theirs, mine):
            yield (
                f"{who} lives with the child on one and must not know the address on "
                "the other. One of the two is wrong."
            )
        if mine.adult_id != theirs.adult_id and _kept_from(mine) != _kept_from(theirs):
            yield (
                f"{who} something is withheld from them on one only. Withhold it on "
                "both, or lift it."
            )


def same_people(
    kept: Child, other: Child, *, on: date
) -> list[tuple[Contact, Contact]]:
    """Contacts on both records who are one person, by record or by name."""
    here = list(kept.contacts.not_over(on=on).for_page())
    return [
        (mine, theirs)
        for theirs in other.contacts.not_over(on=on).for_page()
        for mine in here
        if mine.adult_id == theirs.adult_id
        or mine.adult.name.casefold() == theirs.adult.name.casefold()
    ]


def _lives_there_unseen(one: Contact, other: Contact) -> bool:
    return one.lives_with_child and "" in _kept_from(other)


def _kept_from(contact: Contact) -> set[str]:
    """What is withheld from somebody: the address, or whose details."""
    marks = contact.withheld_from_them.in_force().select_related("about__adult")
    return {mark.about.adult.name.casefold() if mark.about else "" for mark in marks}


# --- what depends on a merge


@dataclass(frozen=True)
class Row:
    """One row that a merge changed, with what it said before and says since.

    `mark` stands for all that it said when the merge was done.
    """

    model: str
    pk: int
    before: dict[str, Any]
    after: dict[str, Any]
    mark: str = ""

    def now(self) -> Any:
        """The row as it is now; None if it is gone."""
        return apps.get_model(self.model)._base_manager.filter(pk=self.pk).first()

    @property
    def is_child(self) -> bool:
        """Whether it is one of the records themselves."""
        return self.model == Child._meta.label_lower

    def column(self, name: str, said: Any) -> Any:
        """A value as the column holds it: days were kept as text."""
        model = apps.get_model(self.model)
        return model._meta.get_field(name).to_python(said)


def mark_of(row: models.Model) -> str:
    """What stands for all that a row says, but for how often it was changed."""
    said = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name != "version"
    }
    return sha256(repr(said).encode()).hexdigest()


def rows_changed(merge: Merge) -> list[Row]:
    """What a merge changed, in its order."""
    return [Row(**said) for said in merge.changes]


def dependent(merge: Merge, *, on: date) -> list[str]:
    """Why a merge cannot be undone: what has happened to what it brought together."""
    if merge.undone_at:
        return ["This merge was undone already."]
    if merge.kept.merged_into_id:
        return ["The record was merged into another one since: undo that merge first."]
    if on > localtime(merge.merged_at).date() + UNDONE_WITHIN:
        return [f"It is more than {UNDONE_WITHIN.days} days ago."]
    restricted_at = merge.kept.restricted_at
    if restricted_at and restricted_at > merge.merged_at:
        return [
            "The record was restricted since, and the other one would be open to all."
        ]
    changes = rows_changed(merge)
    return [*_acts_since(merge, changes), *_rows_since(merge, changes)]


def to_undo(child: Child, user: User) -> list[Merge]:
    """The merges into a record that this person may still undo, by their date."""
    if not user.may(Permission.CHILDREN_MERGE):
        return []
    since = clock.now() - UNDONE_WITHIN
    return list(child.merges.standing().filter(merged_at__gte=since))


def _acts_since(merge: Merge, changes: list[Row]) -> Iterator[str]:
    """What was done since on cases that came from the other record."""
    from_other = [row.pk for row in changes if row.is_child and row.pk != merge.kept_id]
    cases = Act.objects.filter(child_id__in=from_other, case_id__isnull=False)
    merged = Act.objects.filter(
        act="people.children_merge", about_type="people.merge", about_id=merge.pk
    )
    since = Act.objects.filter(
        case_id__in=set(cases.values_list("case_id", flat=True)),
        pk__gt=max(merged.values_list("pk", flat=True), default=0),
    )
    for act in since.order_by("pk")[:MOST_TOLD]:
        day = date_words(act.happened_on)
        yield f"{act.sentence}, by {act.by_name} on {day}: on a case that came along."


def _rows_since(merge: Merge, changes: list[Row]) -> Iterator[str]:
    """Rows that say something else than the merge left them with."""
    for row in changes:
        now = row.now()
        if now is None:
            yield "Something that came along is gone."
        elif row.is_child:
            yield from _columns_since(row, now)
        elif mark_of(now) != row.mark:
            yield f"{now._meta.verbose_name.capitalize()} “{now}” was changed since."
    logged = {row.pk for row in changes if row.model == Withholding._meta.label_lower}
    came = [row.pk for row in changes if row.model == Contact._meta.label_lower]
    about = Q(hidden_from__in=came) | Q(about__in=came)
    if Withholding.objects.filter(about).exclude(pk__in=logged).exists():
        yield "Something was withheld since from, or about, a contact who came along."


def _columns_since(row: Row, now: Any) -> Iterator[str]:
    for name, said in row.after.items():
        if getattr(now, name) != row.column(name, said):
            label = now._meta.get_field(name).verbose_name
            yield f"The {label} was changed since."
