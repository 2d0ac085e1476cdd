"""Recording a child and changing the record."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.people import identifiers, reactions, rules
from sendhub.people.actions.places import address_change, attendance_start
from sendhub.people.models import (
    Address,
    Attendance,
    Child,
    ChildStatus,
    FormerName,
    FormerUpn,
    Involvement,
    NotSame,
)
from sendhub.people.rules import Rewritten
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words


class ChildDetails(TypedDict, total=False):
    """What can be said of a child on one form."""

    given_names: str
    family_name: str
    preferred_name: str
    born_on: date
    sex: Code
    ethnicity: Code | None
    upn: str
    upn_unknown: Code | None
    uln: str
    nhs_number: str
    home_authority: Code | None
    primary_need: Code | None
    secondary_need: Code | None
    first_language: str
    interpreter_needed: bool
    communication_needs: str
    accessible_format: str
    own_phone: str
    own_email: str
    lacks_capacity: bool


class NewChild(ChildDetails, total=False):
    """The same, with where the child lives and is taught when first recorded."""

    lines: str
    town: str
    postcode: str
    lives_there_from: date | None
    setting: Setting | None
    attends_from: date | None


PLACES = tuple(set(NewChild.__annotations__) - set(ChildDetails.__annotations__))


@transaction.atomic
def child_record(
    *, by: User, not_same: Iterable[Child] = (), **details: Unpack[NewChild]
) -> Child:
    """Record a child nobody has recorded before (PPL-1).

    `not_same`: children who looked alike and whom the recorder said are others;
    that is remembered (PPL-8).
    """
    places: NewChild = {n: details.pop(n, None) for n in PLACES}  # type: ignore[assignment,misc]
    child = Child()
    _apply(child, details)
    child.save()
    _record_places(child, places, by)
    for other in not_same:
        children_not_same(one=child, other=other, by=by)
    record("people.child_record", by=by, child=child, about=child)
    return child


def _record_places(child: Child, places: NewChild, by: User) -> None:
    """Write the first address and the first setting, where they were given."""
    for field, words in rules.days_missing(
        lines=places["lines"] or places["postcode"],
        lives_there_from=places["lives_there_from"],
        setting=places["setting"],
        attends_from=places["attends_from"],
    ).items():
        raise RuleBroken(words, field)
    if lives_there_from := places["lives_there_from"]:
        with field_names(starts_on="lives_there_from"):
            address_change(
                child=child,
                lines=places["lines"] or "",
                town=places["town"] or "",
                postcode=places["postcode"] or "",
                starts_on=lives_there_from,
                by=by,
            )
    if (setting := places["setting"]) and (attends_from := places["attends_from"]):
        with field_names(starts_on="attends_from"):
            attendance_start(
                child=child,
                setting=setting,
                starts_on=attends_from,
                by=by,
            )
    child.refresh_from_db()


@contextmanager
def field_names(**names: str) -> Iterator[None]:
    """Put what another act refuses beside the field of this act's form."""
    try:
        yield
    except RuleBroken as broken:
        broken.field = names.get(broken.field or "", broken.field)
        raise


@transaction.atomic
def child_edit(
    *,
    child: Child,
    by: User,
    name_was: str = Rewritten.CHANGED,
    renamed_on: date | None = None,
    upn_was: str = Rewritten.CHANGED,
    **details: Unpack[ChildDetails],
) -> Child:
    """Change what is said of a child; a former name or UPN is kept for search.

    Not where the old one was only written wrong. `renamed_on`: since when the child
    has the new name.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    were = _columns(child)
    _apply(child, details)
    check_born_before_everything(child)
    if name_was == Rewritten.CHANGED and _names(were) != _names(_columns(child)):
        _keep_former_name(child, were, renamed_on or clock.today())
        name_again(child)
    if upn_was == Rewritten.CHANGED and were["upn"] not in ("", child.upn):
        FormerUpn.objects.get_or_create(
            child=child, upn=were["upn"], defaults={"until_on": clock.today()}
        )
    child.save()
    changed = [n for n, value in _columns(child).items() if value != were[n]]
    which = rules.which_details(changed)
    record("people.child_edit", by=by, child=child, about=child, which=which)
    return child


def _columns(child: Child) -> dict[str, Any]:
    """The details as columns hold them: a code by its key."""
    return {
        field.name: getattr(child, field.attname)
        for field in Child._meta.concrete_fields
        if field.name in ChildDetails.__annotations__
    }


def _names(columns: dict[str, Any]) -> tuple[str, str]:
    return columns["given_names"], columns["family_name"]


def _keep_former_name(child: Child, were: dict[str, Any], renamed_on: date) -> None:
    """Keep the name the child had since the one before, or since birth."""
    rules.check_not_future(renamed_on, on=clock.today(), field="renamed_on")
    rules.check_after_birth(renamed_on, born_on=child.born_on, field="renamed_on")
    before = child.former_names.order_by("-until_on", "-pk").first()
    FormerName.objects.create(
        child=child,
        given_names=were["given_names"],
        family_name=were["family_name"],
        since_on=before.until_on if before else child.born_on,
        until_on=renamed_on,
    )


def check_born_before_everything(child: Child) -> None:
    """Refuse a date of birth after something that is already recorded."""
    for kind in (Address, Attendance, ChildStatus, Involvement):
        first = kind.objects.of_child(child).order_by("starts_on").first()
        if first and first.starts_on < child.born_on:
            day = date_words(first.starts_on)
            raise RuleBroken(
                f"“{first}” is recorded from {day}: the child was born by then.",
                "born_on",
            )


@transaction.atomic
def needs_set(
    *, child: Child, primary_need: Code, secondary_need: Code | None, by: User
) -> Child:
    """Set the child's needs as a plan names them; services above call this."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    if (child.primary_need, child.secondary_need) != (primary_need, secondary_need):
        return child_edit(
            child=child, by=by, primary_need=primary_need, secondary_need=secondary_need
        )
    return child


@transaction.atomic
def child_died(*, child: Child, died_on: date, by: User) -> Child:
    """Record a death: everything that would reach the family stops (PPL-11)."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    if child.died_on:
        raise RuleBroken("The death is already recorded.", "died_on")
    if died_on > clock.today():
        raise RuleBroken("The date of death cannot be in the future.", "died_on")
    rules.check_after_birth(died_on, born_on=child.born_on, field="died_on")
    child.died_on = died_on
    child.save(update_fields=["died_on"])
    for kind in (Attendance, ChildStatus, Involvement):
        _end_at_death(kind, child, died_on)
    record(
        "people.child_died",
        by=by,
        child=child,
        about=child,
        on=died_on,
        died_on=died_on,
    )
    reactions.child_died.run(child=child, by=by)
    return child


def _end_at_death(
    kind: type[Attendance | ChildStatus | Involvement], child: Child, died_on: date
) -> None:
    """End what was in force; what was to start later ends the day it would have."""
    for row in kind.objects.of_child(child).not_over(on=died_on):
        row.ends_on = max(died_on, row.starts_on)
        row.save(update_fields=["ends_on"])


@transaction.atomic
def children_not_same(*, one: Child, other: Child, by: User) -> NotSame:
    """Remember that two children who look alike are two (PPL-8)."""
    if one.pk == other.pk:
        raise RuleBroken("A child is always the same as themself.")
    first, second = sorted((one.pk, other.pk))
    pair, new = NotSame.objects.get_or_create(
        first_id=first,
        second_id=second,
        defaults={"noted_by": by, "noted_at": clock.now()},
    )
    if new:
        for child in (one, other):
            record("people.children_not_same", by=by, child=child, about=pair)
    return pair


def _apply(child: Child, details: ChildDetails) -> None:
    """Write checked details on the row."""
    checks = {
        "upn": identifiers.upn,
        "uln": identifiers.uln,
        "nhs_number": identifiers.nhs_number,
    }
    for name, value in details.items():
        check = checks.get(name)
        setattr(child, name, check(str(value)) if check and value else value)
    rules.check_born_on(child.born_on, on=clock.today())
    rules.check_needs(child.primary_need_id, child.secondary_need_id)
    if child.upn:
        child.upn_unknown = None
    name_again(child)


def name_again(child: Child) -> None:
    """Bring the names that lists and search use up to date."""
    child.sort_name = rules.sort_name(
        family_name=child.family_name, given_names=child.given_names
    )
    former = child.former_names.all() if child.pk else []
    names = [child.given_names, child.preferred_name, child.family_name]
    names += [f"{name.given_names} {name.family_name}" for name in former]
    aliases = child.aliases.all() if child.pk else []
    for alias in aliases:
        names += [alias.given_names, alias.preferred_name, alias.family_name]
    child.search_text = rules.search_text(names)
