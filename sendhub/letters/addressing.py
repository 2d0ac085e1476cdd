"""Who a letter about a case goes to, and where: of many cases at once.

The people are decided by `people.addressees`. Each is written to at their own address;
whoever lives with the child has the child's, unless it is withheld from them (PPL-12).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sendhub.casework.models import Case
from sendhub.letters.kinds import Facts, Kind
from sendhub.letters.rules import Part, To
from sendhub.people.addressees import written_to
from sendhub.people.models import Address, Child, Contact, Withholding
from sendhub.people.rules import AccessibleFormat, ContactMethod, Withheld, may_disclose

NOBODY = (
    "Nobody can be written to: no contact with parental responsibility is recorded."
)
DIED = "The child has died: nobody is written to."
NO_ADDRESS = "Printed without an address, since none is recorded under the name:"
NO_SERVICE = "No advice is awaited from anybody."
ANOTHER_FORMAT = {
    AccessibleFormat.EASY_READ,
    AccessibleFormat.BRAILLE,
    AccessibleFormat.AUDIO,
    AccessibleFormat.COLOURED,
}


@dataclass(frozen=True)
class Recipient:
    """Somebody a letter goes to: how and where they are reached.

    `hidden` is what must never stand in a letter to them; `format` how they need it
    where large or ordinary print will not do.
    """

    key: str
    part: Part
    name: str
    lines: tuple[str, ...] = ()
    email: str = ""
    prefers_email: bool = False
    large_print: bool = False
    format: str = ""
    adult_id: int | None = None
    hidden: tuple[str, ...] = ()

    @property
    def reachable(self) -> bool:
        """Whether there is an address; a service has its own ways."""
        return bool(self.lines) or self.part == Part.SERVICE

    @property
    def says(self) -> str:
        """Who they are in this letter and where it goes, on one line."""
        copy = " (copy)" if self.part == Part.COPY else ""
        return ", ".join([f"{self.name}{copy}", *self.lines])


@dataclass(frozen=True)
class Addressed:
    """The people one letter goes to, and a sentence for whoever it cannot go to."""

    recipients: list[Recipient] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    young_person: bool = False


@dataclass(frozen=True)
class _Around:
    """What is known around one child."""

    contacts: list[Contact]
    homes: Mapping[int, Address]
    home: Address | None
    withheld: list[Withheld]


def addressed(
    cases: Iterable[Case], kind: Kind, facts: Mapping[int, Facts], *, on: date
) -> dict[int, Addressed]:
    """Whom a letter of a kind would go to, by case; in four queries for all."""
    cases = list(cases)
    if kind.to == To.SERVICE:
        return {case.pk: _services(facts[case.pk]) for case in cases}
    around = _load({case.child_id for case in cases}, on)
    return {case.pk: _family(case.child, around[case.child_id], on) for case in cases}


def _services(facts: Facts) -> Addressed:
    found = [
        Recipient(
            key=f"service-{service.number}",
            part=Part.SERVICE,
            name=service.name,
            lines=_split(service.address),
            email=service.email,
            prefers_email=bool(service.email),
        )
        for service in facts.services
    ]
    if not found:
        return Addressed([], [NO_SERVICE])
    unknown = [one.name for one in found if not one.lines and not one.email]
    said = f"{NO_ADDRESS} {'; '.join(unknown)}."
    return Addressed(found, [said] if unknown else [])


def _load(children: set[int], on: date) -> Mapping[int, _Around]:
    contacts = defaultdict(list)
    for contact in (
        Contact.objects.in_force(on=on)
        .filter(child__in=children)
        .select_related("adult")
        .order_by("-parental_responsibility", "pk")
    ):
        contacts[contact.child_id].append(contact)
    adults = {c.adult_id for group in contacts.values() for c in group}
    homes, own = {}, {}
    for address in Address.objects.in_force(on=on).filter(child__in=children):
        own[address.child_id or 0] = address
    for address in Address.objects.in_force(on=on).filter(adult__in=adults):
        homes[address.adult_id or 0] = address
    withheld = defaultdict(list)
    marks = Withholding.objects.in_force().filter(child__in=children)
    for child, to, about in marks.values_list(
        "child", "hidden_from__adult", "about__adult"
    ):
        withheld[child].append(Withheld(to, about))
    return {
        pk: _Around(contacts[pk], homes, own.get(pk), withheld[pk]) for pk in children
    }


def _family(child: Child, around: _Around, on: date) -> Addressed:
    if child.died_on:
        return Addressed([], [DIED])
    decided = written_to(child, around.contacts, on=on)
    found = [_young_person(child, around)] if decided.young_person else []
    found += [
        _contact(child, contact, around, part)
        for part, several in (
            (Part.HOLDER, decided.contacts),
            (Part.COPY, decided.copies),
        )
        for contact in several
    ]
    problems = [
        f"No address is recorded for {person.name}."
        for person in found
        if not person.reachable
    ]
    if decided.nobody:
        problems = [NOBODY]
    reached = [person for person in found if person.reachable]
    return Addressed(reached, problems, young_person=decided.young_person)


def _young_person(child: Child, around: _Around) -> Recipient:
    return Recipient(
        key="child",
        part=Part.HOLDER,
        name=str(child),
        lines=_lines(around.home),
        email=child.own_email,
        prefers_email=child.accessible_format == AccessibleFormat.EMAIL,
        large_print=child.accessible_format == AccessibleFormat.LARGE_PRINT,
        format=_format(child.accessible_format),
    )


def _contact(child: Child, contact: Contact, around: _Around, part: Part) -> Recipient:
    adult = contact.adult
    home = around.homes.get(adult.pk)
    if home is None and contact.lives_with_child and _told(None, contact, around):
        home = around.home
    formats = {adult.accessible_format, child.accessible_format}
    by_email = {ContactMethod.EMAIL, AccessibleFormat.EMAIL}
    return Recipient(
        key=f"contact-{contact.pk}",
        part=part,
        name=adult.name,
        lines=_lines(home),
        email=adult.email,
        prefers_email=bool(
            {adult.preferred_method, adult.accessible_format} & by_email
        ),
        large_print=AccessibleFormat.LARGE_PRINT in formats,
        format=_format(adult.accessible_format),
        adult_id=adult.pk,
        hidden=tuple(_hidden_from(contact, around)),
    )


def _told(about: int | None, contact: Contact, around: _Around, **how: bool) -> bool:
    """Whether this may be printed in a letter to a contact."""
    at_home = {c.adult_id for c in around.contacts if c.lives_with_child}
    return may_disclose(
        about, to=contact.adult_id, withheld=around.withheld, at_home=at_home, **how
    )


def _hidden_from(contact: Contact, around: _Around) -> Iterable[str]:
    """Postcodes, streets, names, numbers that this contact must not be told."""
    if around.home and not _told(None, contact, around):
        yield from _tell_tales(around.home)
    for other in around.contacts:
        adult = other.adult
        home = around.homes.get(adult.pk)
        if home and not _told(adult.pk, contact, around):
            yield from _tell_tales(home)
        if not _told(adult.pk, contact, around, address=False):
            yield from (adult.name, adult.phone, adult.email)


def _tell_tales(address: Address) -> Sequence[str]:
    return (address.postcode, address.lines.partition("\n")[0].partition(",")[0])


def _lines(address: Address | None) -> tuple[str, ...]:
    if address is None:
        return ()
    last = (address.town, address.postcode)
    return (*_split(address.lines), *(line for line in last if line))


def _split(address: str) -> tuple[str, ...]:
    """An address as a letter has it, a line for each part."""
    split = (line.strip() for line in address.replace(",", "\n").split("\n"))
    return tuple(line for line in split if line)


def _format(value: str) -> str:
    return AccessibleFormat(value).label if value in ANOTHER_FORMAT else ""
