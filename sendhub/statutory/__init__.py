"""The rule book: England's SEND timetable as facts in, dates and reasons out.

Pure Python: no database, no clock, no request, nothing read when it is asked.

    answer("NA-03", as_at=date(2026, 7, 1), request_received=date(2026, 6, 1))
    due("NA-03", request_received=date(2026, 6, 1))
    RULES["NA-03"].title

Where to look: `periods.py` for how long, from when and by what law; `needs_assessment`
and `reviews` for the rules; `facts.py` for the names of facts; `counting.py` for how
days, weeks and months are counted; `people.py` for ages and year groups.
"""

from sendhub.statutory import academic_year, people
from sendhub.statutory.book import RULES, answer, due, understood
from sendhub.statutory.errors import (
    BadFact,
    FactsDisagree,
    MissingFact,
    NoDate,
    NotYetLaw,
    StatutoryError,
    UnknownFact,
    UnknownRule,
)
from sendhub.statutory.facts import FACTS, Fact, FactValue
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
