"""Putting a letter together to be read first: text, addressees, what lacks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.letters import fields, kinds, merging
from sendhub.letters.addressing import Addressed, addressed
from sendhub.letters.kinds import Facts, Kind
from sendhub.letters.models import Template, TemplateVersion
from sendhub.letters.rules import RIGHTS
from sendhub.statutory.words import date_words

PAST = "This letter gives the family a limit that is past:"
BESIDE = ("child", "officer", "team")
"""What a case comes with, to be written about."""


@dataclass(frozen=True)
class Composed:
    """One letter as it would be made now, and why it cannot be.

    `not_entered`: what its template names and an administrator has yet to enter.
    `past`: the limits that it gives the family and that are past, each with its field.
    """

    case: Case
    kind: Kind
    facts: Facts
    to: Addressed
    subject: str
    body: str
    not_entered: str = ""
    past: Mapping[str, date] = field(default_factory=dict)

    @property
    def unfit(self) -> str:
        """Why it is not written on this case now, in a sentence; or ""."""
        return self.facts.unfit or self.not_entered

    @property
    def lacking(self) -> str:
        """What the text names and nobody has recorded, as a sentence; or ""."""
        names = merging.left_over(f"{self.subject}\n{self.body}")
        known = fields.fields_of(self.kind)
        said = ", ".join(known.get(name, name) for name in names)
        return f"Not recorded on this case: {said}." if names else ""

    @property
    def too_late(self) -> str:
        """Which of the family's limits that it names are past, as a sentence; or ""."""
        known = fields.fields_of(self.kind)
        said = "; ".join(
            f"{date_words(day)} ({known.get(name, name)})"
            for name, day in sorted(self.past.items(), key=lambda one: one[1])
        )
        return f"{PAST} {said}." if said else ""

    @property
    def impossible(self) -> str:
        """Why it can be made to nobody, whatever it says, in a sentence; or ""."""
        if self.unfit or self.to.recipients:
            return self.unfit
        return " ".join(self.to.problems)

    @property
    def obstacle(self) -> str:
        """Why it cannot be made as it is, in a sentence; or ""."""
        return self.impossible or self.lacking


def compose(
    cases: Iterable[Case], version: TemplateVersion, *, on: date
) -> list[Composed]:
    """Put a letter together for each case; they come with child, officer and team."""
    cases = list(cases)
    kind = kinds.of_key(version.template.kind)
    known = kinds.known_of(cases)
    facts = {case.pk: kinds.found(kind, case, known, on=on) for case in cases}
    people = addressed(cases, kind, facts, on=on)
    bodies = paragraphs(kind)
    partnership = Partnership.objects.get(pk=1)
    names = names_of(version, bodies)
    not_entered = fields.not_entered(names, partnership)
    made = []
    for case in cases:
        to = people[case.pk]
        values = fields.values_of(
            case, partnership, young_person=to.young_person, on=on
        )
        values |= facts[case.pk].values
        subject, body = merged(version, values, bodies)
        past = _past(facts[case.pk], names, on=on)
        made.append(
            Composed(case, kind, facts[case.pk], to, subject, body, not_entered, past)
        )
    return made


def _past(facts: Facts, names: Collection[str], *, on: date) -> dict[str, date]:
    """The limits of a letter that its text names and that are over."""
    limits = facts.limits.items()
    return {name: day for name, day in limits if name in names and day < on}


def templates_for(services: Iterable[str]) -> list[Template]:
    """The templates that fit cases of these services, in the order of their kinds."""
    order = [kind.key for one in sorted(services) for kind in kinds.of_service(one)]
    found = Template.objects.letters().offered().of_kinds(order)
    return sorted(found, key=lambda template: order.index(template.kind))


def merged(
    version: TemplateVersion, values: Mapping[str, str], bodies: Mapping[str, str]
) -> tuple[str, str]:
    """A template's subject and text with everything filled in."""
    subject = merging.filled(version.subject, values)
    return subject, merging.filled(
        merging.with_paragraphs(version.body, bodies), values
    )


def names_of(version: TemplateVersion, bodies: Mapping[str, str]) -> list[str]:
    """The fields that a template names, those of its paragraphs too."""
    body = merging.with_paragraphs(version.body, bodies)
    return merging.names_in(f"{version.subject}\n{body}")


def paragraphs(kind: Kind) -> dict[str, str]:
    """The standard paragraphs in use by name; `rights` are those of the kind."""
    found = Template.objects.paragraphs().offered()
    bodies = {template.name: template.now.body for template in found}
    if kind.rights in bodies:
        bodies[RIGHTS] = bodies[kind.rights]
    return bodies
