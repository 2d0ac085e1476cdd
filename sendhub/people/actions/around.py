"""The adults and professionals around a child, and what is withheld from whom."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people import rules
from sendhub.people.models import (
    Adult,
    Child,
    Contact,
    Involvement,
    Professional,
    Withholding,
)


class AdultDetails(TypedDict, total=False):
    """What can be said of an adult."""

    name: str
    phone: str
    email: str
    preferred_method: str
    language: str
    interpreter_needed: bool
    accessible_format: str


class ContactDetails(TypedDict, total=False):
    """Who an adult is to a child."""

    relationship: str
    parental_responsibility: bool
    lives_with_child: bool
    do_not_contact: bool
    do_not_contact_reason: str
    copy_agreed: bool


class NewContact(AdultDetails, ContactDetails, total=False):
    """Both, on one form."""


@transaction.atomic
def contact_add(
    *,
    child: Child,
    starts_on: date,
    by: User,
    adult: Adult | None = None,
    **details: Unpack[NewContact],
) -> Contact:
    """Add somebody to a child's contacts: an adult recorded already, or a new one."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    rules.check_not_future(starts_on, on=clock.today(), field="starts_on")
    about_adult = {n: details.pop(n, None) for n in AdultDetails.__annotations__}  # type: ignore[misc]
    if adult is None:
        adult = Adult(**{n: v for n, v in about_adult.items() if v is not None})
        _check_name(adult.name)
        adult.save()
    _check_contact(details)
    contact = Contact.objects.create(
        child=child, adult=adult, starts_on=starts_on, **details
    )
    record(
        "people.contact_add",
        by=by,
        child=child,
        about=contact,
        who=contact.get_relationship_display(),
    )
    return contact


@transaction.atomic
def contact_edit(
    *, contact: Contact, by: User, **details: Unpack[ContactDetails]
) -> Contact:
    """Change who an adult is to the child, and whether they are written to."""
    child = Child.objects.select_for_update().get(pk=contact.child_id)
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    _check_contact(details)
    hidden = contact.withheld_from_them.in_force().filter(about=None)
    if details.get("lives_with_child") and hidden.exists():
        raise RuleBroken(
            "The child’s address is withheld from this person. Lift that first, if "
            "they live together.",
            "lives_with_child",
        )
    for name, value in details.items():
        setattr(contact, name, value)
    contact.save(update_fields=[*details])
    record(
        "people.contact_edit",
        by=by,
        child=child,
        about=contact,
        who=contact.get_relationship_display(),
    )
    return contact


@transaction.atomic
def adult_edit(
    *, adult: Adult, child: Child, by: User, **details: Unpack[AdultDetails]
) -> Adult:
    """Change an adult's own details, for every child they are a contact of."""
    adult = Adult.objects.select_for_update().get(pk=adult.pk)
    for name, value in details.items():
        setattr(adult, name, value)
    _check_name(adult.name)
    adult.save(update_fields=[*details])
    record("people.adult_edit", by=by, child=child, about=adult)
    return adult


@transaction.atomic
def contact_end(*, contact: Contact, ends_on: date, by: User) -> Contact:
    """Write the last day on which somebody is a contact of the child."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    rules.check_end(ends_on, starts_on=contact.starts_on)
    contact.ends_on = ends_on
    contact.save(update_fields=["ends_on"])
    record(
        "people.contact_end",
        by=by,
        child=contact.child,
        about=contact,
        on=min(ends_on, clock.today()),
        who=contact.get_relationship_display(),
        ends_on=ends_on,
    )
    return contact


@transaction.atomic
def withholding_set(
    *,
    child: Child,
    hidden_from: Contact,
    about: Contact | None,
    reason: str,
    by: User,
) -> Withholding:
    """Never print something in what goes to one of the contacts (PPL-12)."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    hidden_from = Contact.objects.select_related("adult").get(pk=hidden_from.pk)
    if about is None and hidden_from.lives_with_child:
        raise RuleBroken(
            f"{hidden_from.adult} is recorded as living with the child. Change that "
            "first, or choose somebody else.",
            "hidden_from",
        )
    mark = Withholding.objects.create(
        child=child,
        hidden_from=hidden_from,
        about=about,
        reason=reason,
        set_by=by,
        set_at=clock.now(),
    )
    record("people.withholding_set", by=by, child=child, about=mark)
    return mark


@transaction.atomic
def withholding_lift(*, withholding: Withholding, reason: str, by: User) -> Withholding:
    """Allow something withheld to be printed again."""
    mark = Withholding.objects.select_for_update().get(pk=withholding.pk)
    if mark.lifted_at:
        raise RuleBroken("This is no longer withheld.")
    mark.lifted_by, mark.lifted_at = by, clock.now()
    mark.save(update_fields=["lifted_by", "lifted_at"])
    record(
        "people.withholding_lift", by=by, child=mark.child, about=mark, reason=reason
    )
    return mark


class ProfessionalDetails(TypedDict, total=False):
    """What can be said of a professional."""

    kind: str
    name: str
    organisation: str
    email: str
    phone: str
    address: str


@transaction.atomic
def professional_edit(
    *, involvement: Involvement, by: User, **details: Unpack[ProfessionalDetails]
) -> Professional:
    """Put right how a professional is called and reached, for every child they know."""
    locked = Professional.objects.select_for_update()
    professional = locked.get(pk=involvement.professional_id)
    for name, value in details.items():
        setattr(professional, name, value)
    professional.save(update_fields=list(details))
    record(
        "people.professional_edit",
        by=by,
        child=involvement.child,
        about=professional,
        who=professional,
    )
    return professional


@transaction.atomic
def involvement_start(
    *,
    child: Child,
    starts_on: date,
    by: User,
    professional: Professional | None = None,
    **details: Unpack[ProfessionalDetails],
) -> Involvement:
    """Record that a professional works with the child: one known, or a new one."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    rules.check_after_birth(starts_on, born_on=child.born_on, field="starts_on")
    rules.check_before_death(starts_on, died_on=child.died_on, field="starts_on")
    if professional is None:
        _check_name(details.get("name", ""))
        professional = Professional.objects.create(**details)
    involvement = Involvement.objects.create(
        child=child, professional=professional, starts_on=starts_on
    )
    record(
        "people.involvement_start",
        by=by,
        child=child,
        about=involvement,
        on=min(starts_on, clock.today()),
        who=professional,
        starts_on=starts_on,
    )
    return involvement


@transaction.atomic
def involvement_end(
    *, involvement: Involvement, ends_on: date, by: User
) -> Involvement:
    """Write the last day of a professional's work with the child."""
    involvement = Involvement.objects.select_for_update().get(pk=involvement.pk)
    rules.check_end(ends_on, starts_on=involvement.starts_on)
    involvement.ends_on = ends_on
    involvement.save(update_fields=["ends_on"])
    record(
        "people.involvement_end",
        by=by,
        child=involvement.child,
        about=involvement,
        on=min(ends_on, clock.today()),
        who=involvement.professional,
        ends_on=ends_on,
    )
    return involvement


def _check_name(name: str) -> None:
    if not name:
        raise RuleBroken("Enter the name.", "name")


def _check_contact(details: ContactDetails) -> None:
    """Somebody who must not be contacted has a reason; others have none."""
    if details.get("do_not_contact") and not details.get("do_not_contact_reason"):
        raise RuleBroken(
            "Say why this person must not be contacted.", "do_not_contact_reason"
        )
