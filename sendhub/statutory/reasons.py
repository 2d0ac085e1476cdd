"""Reasons given for a late decision, in words: which the law knows and which not.

The law names four grounds (regs. 5(4), 8(2), 10(4), 13(3) and 27(3)). Everything else,
however common, leaves the limit as it is: R (JSC) v Cambridgeshire [2026] EWHC 68.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from sendhub.statutory.words import NUMBERS


class Ground(StrEnum):
    """What may excuse a limit, where it made keeping it impractical."""

    CLOSURE = "school closure"
    CIRCUMSTANCES = "exceptional personal circumstances"
    ABSENCE = "absence"
    MISSED = "missed appointment"


STAFF = (
    "A shortage or absence of staff, educational psychologists included, is for the"
    " council to solve and is no exemption."
)
PANEL = "The dates of a panel or meeting are the council's own and are no exemption."
HOLIDAYS = (
    "School holidays as such are no exemption: only advice asked of a school or early"
    " years lead around a closure of four weeks or more can be, so give its dates."
)
LATE_ADVICE = "Advice that has not arrived is for the council to chase, no exemption."
PLACES = "The search for a school, or its answer, is no exemption."
DISPUTE = "A complaint, mediation or appeal does not stop the clock."
SHORT_ABSENCE = (
    "An absence is an exemption only where the child, parent or young person was away"
    " for four weeks or more without a break, so give its dates."
)
NOT_NAMED = (
    "This is none of the reasons the law names, which are advice asked of a school or"
    " early years lead around a long closure, exceptional personal circumstances, and"
    " an absence of four weeks or more."
)

NUMBER = re.compile(
    rf"(?P<number>[0-9]+|{'|'.join(NUMBERS[1:])})"
    r"(?: continuous| full| whole| or more)* (?P<unit>week|month)"
)
WEEKS_OF_ABSENCE = 4


@dataclass(frozen=True)
class Reason:
    """What a reason amounts to: a ground of the law, or why it is none."""

    ground: Ground | None
    why: str = ""


KNOWN: tuple[tuple[str, Reason], ...] = (
    (
        r"^exceptional personal circumstances"
        r"( of (the|a|our) (child|parents?|mother|father|family|young person)|$)",
        Reason(Ground.CIRCUMSTANCES),
    ),
    (
        r"psycholog|\beps?\b|staff|workload|backlog|recruit|teacher|senco\b|officer"
        r"|worker|therapist|paediatric|doctor|resourc|budget|funding|demand",
        Reason(None, STAFF),
    ),
    (r"panel|committee|moderation", Reason(None, PANEL)),
    (
        r"missed|appointment|not attend|failed to attend|not brought",
        Reason(Ground.MISSED),
    ),
    (
        r"exceptional.*circumstance|bereave|death|died|hospital|serious\w* ill"
        r"|accident",
        Reason(Ground.CIRCUMSTANCES),
    ),
    (r"absen|\baway\b|abroad|overseas|travel", Reason(Ground.ABSENCE)),
    (
        r"\b(family|parent|mother|father|child|young person)('?s'?)?"
        r"( (?!school|half|summer|christmas|easter)\w+){0,2} holiday",
        Reason(Ground.ABSENCE),
    ),
    (
        r"holiday|half[- ]term|summer|christmas|easter|clos(ed|ure)|term[- ]time",
        Reason(None, HOLIDAYS),
    ),
    (r"appeal|tribunal|mediation|complain", Reason(None, DISPUTE)),
    (r"place|placement|consult|setting", Reason(None, PLACES)),
    (r"advice|report|assessment", Reason(None, LATE_ADVICE)),
)


def read_reason(text: str) -> Reason:
    """What a reason in words amounts to."""
    words = " ".join(text.lower().split())
    for pattern, reason in KNOWN:
        if re.search(pattern, words):
            if reason.ground is Ground.ABSENCE and not long_enough(words):
                return Reason(None, SHORT_ABSENCE)
            return reason
    return Reason(None, NOT_NAMED)


def long_enough(words: str) -> bool:
    """Whether the words speak of four weeks or more, or of months."""
    found = NUMBER.search(words)
    if found is None:
        return False
    said = found["number"]
    number = int(said) if said.isdigit() else NUMBERS.index(said)
    return number >= (WEEKS_OF_ABSENCE if found["unit"] == "week" else 1)
