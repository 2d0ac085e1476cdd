"""The merge fields that every letter may have, and what they stand for on a case."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.letters import kinds
from sendhub.letters.kinds import Kind
from sendhub.statutory.words import date_words

COMMON: Mapping[str, str] = {
    "child.name": "the child’s full name",
    "child.first_name": "the name the child goes by",
    "child.who": "the first name, or “you” in a letter to a young person",
    "child.whose": "the first name with ’s, or “your” to a young person",
    "child.born": "date of birth",
    "case.reference": "our reference, like EHC-000042",
    "letter.date": "the day the letter is made",
    "officer.name": "who has the case, or the team",
    "team.name": "the officer’s team",
    "team.contact": "how to reach the team",
    "council.name": "the council",
    "mediation.adviser": "the mediation adviser, and how to reach them",
    "sendiass.contact": "SENDIASS, and how to reach it",
    "disagreement.service": "who helps to settle a disagreement without an appeal",
}
OURS: Mapping[str, str] = {
    "mediation.adviser": "mediation_adviser",
    "sendiass.contact": "advice_service",
    "disagreement.service": "disagreement_service",
}
"""What an administrator says once for every letter, and where it is kept."""
EXAMPLE: Mapping[str, str] = {
    "child.name": "Amara Example",
    "child.first_name": "Amara",
    "child.who": "Amara",
    "child.whose": "Amara’s",
    "child.born": "5 May 2016",
    "case.reference": "EHC-000042",
    "letter.date": "20 November 2026",
    "officer.name": "Nia Example",
    "team.name": "North team",
    "team.contact": "01632 960100 or send.north@example.org",
    "council.name": "Herefordshire Council",
    "mediation.adviser": "Example Mediation, 01632 960200",
    "sendiass.contact": "SENDIASS Example, 01632 960300",
    "disagreement.service": "Example Resolution, 01632 960400",
}
OUR_TEAM = "the SEND team"


def fields_of(kind: Kind) -> dict[str, str]:
    """Every field that a letter of a kind may have, with what it stands for."""
    return {**COMMON, **kind.fields}


def fields_of_all() -> dict[str, str]:
    """Every field of every kind, for standard paragraphs."""
    found = dict(COMMON)
    for kind in kinds.every():
        found |= kind.fields
    return found


def values_of(
    case: Case, partnership: Partnership, *, young_person: bool, on: date
) -> dict[str, str]:
    """What the common fields stand for on a case; it comes with child and officer."""
    child = case.child
    first = child.preferred_name or child.given_names.split()[0]
    return {
        "child.name": str(child),
        "child.first_name": first,
        "child.who": "you" if young_person else first,
        "child.whose": "your" if young_person else f"{first}’s",
        "child.born": date_words(child.born_on),
        "case.reference": case.reference,
        "letter.date": date_words(on),
        "officer.name": str(case.officer or case.team or OUR_TEAM),
        "team.name": str(case.team or OUR_TEAM),
        "team.contact": contact_of(case, partnership),
        "council.name": partnership.authority,
        **{name: getattr(partnership, column) for name, column in OURS.items()},
    }


def not_entered(names: Iterable[str], partnership: Partnership) -> str:
    """What an administrator has yet to enter before a text can be sent; or ""."""
    columns: dict[str, Any] = {one.name: one for one in partnership._meta.fields}
    lacking = [
        columns[OURS[name]].verbose_name
        for name in names
        if name in OURS and not getattr(partnership, OURS[name])
    ]
    if not lacking:
        return ""
    return (
        "Letters like this must say who families can turn to. An administrator enters "
        f"it under Administration, Partnership settings: {', '.join(lacking)}."
    )


def contact_of(case: Case, partnership: Partnership) -> str:
    """How a family reaches us: the team, else the partnership, else the council."""
    team = case.team
    ours = [team.phone, team.email] if team else []
    told = " or ".join(filter(None, ours))
    return told or partnership.help_contact or partnership.authority


def example_values(kind: Kind) -> dict[str, str]:
    """What the fields stand for in an invented letter; a kind's own name themselves."""
    return {**{name: f"({label})" for name, label in kind.fields.items()}, **EXAMPLE}
