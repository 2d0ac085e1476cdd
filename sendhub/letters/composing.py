"""Putting a letter together to be read first: text, addressees, what lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.letters import fields, kinds, merging
from sendhub.letters.addressing import Addressed, addressed
from sendhub.letters.kinds import Facts, Kind
from sendhub.letters.models import Template, TemplateVersion
from sendhub.letters.rules import RIGHTS

BESIDE = ("child", "officer", "team")
"""What a case comes with, to be written about."""


@dataclass(frozen=True)
class Composed:
    """One letter as it would be made now, and why it cannot be.

    `not_entered`: what its template names and an administrator has yet to enter.
    """

    case: Case
    kind: Kind
    facts: Facts
    to: Addressed
    subject: str
    body: str
    not_entered: str = ""

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
    not_entered = fields.not_entered(names_of(version, bodies), partnership)
    made = []
    for case in cases:
        to = people[case.pk]
        values = fields.values_of(
            case, partnership, young_person=to.young_person, on=on
        )
        values |= facts[case.pk].values
        subject, body = merged(version, values, bodies)
        made.append(
            Composed(case, kind, facts[case.pk], to, subject, body, not_entered)
        )
    return made


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
