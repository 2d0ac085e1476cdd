"""The rule book as a page of the documentation, written from the rules themselves."""

from collections.abc import Iterator
from datetime import date

from sendhub.calculator.subjects import SUBJECTS, Subject
from sendhub.calculator.timetable import BEHIND, further_words
from sendhub.statutory import (
    FACTS,
    Answer,
    FactValue,
    Rule,
    StatutoryError,
    answer,
)
from sendhub.statutory.facts.fact import Fact, Kind

FIRST_DAY = date(2026, 1, 5)
EXAMPLES: dict[str, FactValue] = {
    "period": "within 6 weeks from",
    "transfer_year": 2027,
    "born_on": date(2015, 9, 12),
}
CLOSURE: dict[str, FactValue] = {
    "advice_requested": date(2025, 7, 18),
    "closure_from": date(2025, 7, 23),
    "reopens": date(2025, 9, 3),
}
OF_THEIR_OWN: dict[str, dict[str, FactValue]] = {
    "C-02": {"event": FIRST_DAY, "period": "6 weeks starting with"},
    "C-03": {"event": date(2026, 1, 31), "period": "within 1 month from"},
    "NA-04": CLOSURE,
    "TR-05": CLOSURE,
    "IR-02": {
        "sar_received": date(2026, 6, 1),
        "clarification_asked": date(2026, 6, 8),
        "clarification_answered": date(2026, 6, 17),
    },
    "PT-04": {"transfer_year": 2015, "transfer": "secondary->post16"},
}
INTRODUCTION = """# The rule book

Written by `manage.py rule_book` from `sendhub/statutory/`; do not change it by hand.
The dates of each example are what the rule answers. A value marked "not yet checked"
has not been compared with its source. The disputed points are in
[the disputed points](disputed-points.md).
"""


def rule_book() -> str:
    """Every rule: what begins it, how long, who, what excuses, where it stands."""
    return "\n".join([INTRODUCTION, *(_section(one) for one in SUBJECTS.values())])


def _section(subject: Subject) -> str:
    return "\n".join([f"## {subject.title}\n", *map(_entry, subject.rules)])


def _entry(rule: Rule) -> str:
    return "\n".join([f"### {rule.id} {rule.title}\n", *_lines(rule), ""])


def _lines(rule: Rule) -> Iterator[str]:
    facts = {
        "begins with": rule.trigger,
        "period": rule.period,
        "who": rule.who,
        "weight": BEHIND.get(rule.force, ""),
        "exemption": rule.exemption,
        "note": rule.note,
        "stands in": "; ".join(_link(one.citation, one.url) for one in rule.sources),
        "checked": "" if rule.verified else "not yet checked",
        "says": _alone(rule),
        "example": _example(rule),
    }
    yield from (f"- **{name}**: {words}" for name, words in facts.items() if words)


def _link(citation: str, url: str) -> str:
    return f"[{citation}]({url})" if url else citation


def _example(rule: Rule) -> str:
    given, found = worked(rule)
    if found is None or not given:
        return ""
    facts = ", ".join(f"`{name}={value}`" for name, value in given.items())
    dates = [
        f"{further_words(rule, name)} {on.isoformat()}"
        for name, on in found.further.items()
    ]
    if found.due:
        dates.insert(0, f"**{found.due.isoformat()}**")
    return f"{facts}: {'; '.join(dates) or 'no date'}. {found.explanation}"


def _alone(rule: Rule) -> str:
    """What a rule says that needs no fact."""
    given, found = worked(rule)
    return found.explanation if found and not given else ""


def worked(rule: Rule) -> tuple[dict[str, FactValue], Answer | None]:
    """An answer from the fewest facts, taken in the rule's own order."""
    if chosen := OF_THEIR_OWN.get(rule.id):
        return chosen, answer(rule.id, as_at=FIRST_DAY, **chosen)
    given: dict[str, FactValue] = {}
    for name in (None, *rule.clock.facts):
        if name is not None:
            given[name] = _value(FACTS[name])
        try:
            return given, answer(rule.id, as_at=FIRST_DAY, **given)
        except StatutoryError:
            continue
    return given, None


def _value(fact: Fact) -> FactValue:
    if fact.name in EXAMPLES:
        return EXAMPLES[fact.name]
    if fact.kind is Kind.TEXT:
        return fact.choices[0] if fact.choices else "as it happened"
    return FIRST_DAY
