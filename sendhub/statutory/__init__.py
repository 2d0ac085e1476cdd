"""The rule book: England's SEND timetable as facts in, dates and reasons out.

Pure Python: no database, no clock, no request, nothing read when it is asked.

    answer("NA-03", as_at=date(2026, 7, 1), request_received=date(2026, 6, 1))
    due("NA-03", request_received=date(2026, 6, 1))
    RULES["NA-03"].title

Where to look: `rules/` has a module a subject, and `book.py` names them all. `periods/`
says how long, from when and by what law; `sources/` cites; `facts/` names what a rule
may be asked with; `counting/` counts; `clocks/` holds the clocks beside the plain limit
of `rule.py`; `exemptions.py` excuses; `people.py` is about ages and year groups.
"""

from sendhub.statutory import academic_year, people
from sendhub.statutory.book import RULES, answer, due, understood
from sendhub.statutory.errors import (
    BadFact,
    FactsDisagree,
    MissingFact,
    NoCalendar,
    NoDate,
    NotYetLaw,
    StatutoryError,
    UnknownFact,
    UnknownRule,
)
from sendhub.statutory.facts.given import FACTS, Fact, FactValue
from sendhub.statutory.rule import Answer, Force, Rule, Status, standing

__all__ = [
    "FACTS",
    "RULES",
    "Answer",
    "BadFact",
    "Fact",
    "FactValue",
    "FactsDisagree",
    "Force",
    "MissingFact",
    "NoCalendar",
    "NoDate",
    "NotYetLaw",
    "Rule",
    "Status",
    "StatutoryError",
    "UnknownFact",
    "UnknownRule",
    "academic_year",
    "answer",
    "due",
    "people",
    "standing",
    "understood",
]
