"""What a case shows of its letters: those made, those due, and where one is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.casework.casefile import newest
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.navigation import ActLink
from sendhub.letters import kinds
from sendhub.letters.access import may_write
from sendhub.letters.addressing import addressed
from sendhub.letters.kinds import Facts, Kind
from sendhub.letters.rules import To
from sendhub.statutory.words import date_words

SHOWN = 5
ASKED_FOR = timedelta(days=42)
"""How long a letter that nobody wrote is asked for: after that it went another way."""


@dataclass(frozen=True)
class Mend:
    """Where an address that is missing is put right, in the words of the link."""

    words: str
    url: str


@dataclass(frozen=True)
class Due:
    """A letter that something on the case calls for and nobody has written yet."""

    kind: Kind
    since: date
    url: str
    problems: list[str]
    mend: list[Mend]

    @property
    def title(self) -> str:
        """What it is called in a sentence."""
        return f"{self.kind.label} (since {date_words(self.since)})"


def case_part(case: Case, user: User) -> Mapping[str, Any]:
    """What the case page shows of letters."""
    found = case.letters.visible_to(user).for_list()
    makes = may_write(user, case)
    wanted = _wanted(case, on=clock.today()) if makes else []
    return {
        "letters": newest(found, SHOWN),
        "to_write": [_due(case, *one) for one in wanted],
        "acts": _acts(case, [kind for kind, *_ in wanted]) if makes else [],
    }


def _acts(case: Case, wanted: Sequence[Kind]) -> list[ActLink]:
    """Writing a letter; the one that is due first, by its name."""
    if case.child.died_on:
        return []
    acts = [
        ActLink(f"Write the letter: {_of_service(kind)}", _write_url(case, kind))
        for kind in wanted
    ]
    url = reverse("letters:letter-make", args=[case.pk])
    return [*acts[:1], ActLink("Write a letter", url, usual=False)]


def _of_service(kind: Kind) -> str:
    """The kind's name within its service: “Nurture hubs: a place” is “a place”."""
    name = kind.label.rpartition(": ")[2]
    return name[:1].lower() + name[1:]


def _wanted(case: Case, *, on: date) -> list[tuple[Kind, Facts, date]]:
    """Kinds that something calls for, and no letter of which was made since.

    Where the letter is about one of several records, the service knows that.
    """
    known = kinds.known_of([case])
    asked = []
    for kind in kinds.of_service(case.service):
        facts = kinds.found(kind, case, known, on=on)
        since = facts.due_since
        known_to_lack = facts.about is not None
        lately = since is not None and since >= on - ASKED_FOR
        if since and (known_to_lack or lately) and not facts.unfit:
            asked.append((kind, facts, since))
    if not asked:
        return []
    made = case.letters.standing().latest_by_kind()
    return [
        (kind, facts, since)
        for kind, facts, since in asked
        if facts.about is not None or made.get(kind.key, date.min) < since
    ]


def _due(case: Case, kind: Kind, facts: Facts, since: date) -> Due:
    found = addressed([case], kind, {case.pk: facts}, on=clock.today())[case.pk]
    mend = _mend(case, kind, facts) if found.problems else []
    return Due(kind, since, _write_url(case, kind), found.problems, mend)


def _mend(case: Case, kind: Kind, facts: Facts) -> list[Mend]:
    """A service whose page we know is put right there, anybody else in the contacts."""
    to = facts.services if kind.to == To.SERVICE else ()
    unknown = [one for one in to if not one.email and not one.address]
    pages = [Mend(f"Put it right at {one.name}", one.url) for one in unknown if one.url]
    contacts = reverse("people:child-contacts", args=[case.child_id])
    return pages or [Mend("Put it right in the contacts", contacts)]


def _write_url(case: Case, kind: Kind) -> str:
    """The page that writes a letter of a kind, its first template chosen."""
    url = reverse("letters:letter-make", args=[case.pk])
    return f"{url}?{urlencode({'kind': kind.key})}"
