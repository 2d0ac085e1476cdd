"""Every rule by its id, and the two questions that can be put to one."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sendhub.statutory.errors import UnknownRule, meant
from sendhub.statutory.facts.given import FACTS, FactValue, Given
from sendhub.statutory.rule import Answer, Rule
from sendhub.statutory.rules import (
    ages,
    appeals,
    budgets,
    ceasing,
    complaints,
    early_years,
    hubs,
    information,
    mediation,
    moves,
    needs_assessment,
    orders,
    out_of_school,
    phase_transfers,
    placements,
    plan,
    principles,
    reassessment,
    record_duties,
    reversal,
    review_duties,
    reviews,
    short_breaks,
)
from sendhub.statutory.rules import counting as counting_rules

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            *counting_rules.RULES,
            *principles.RULES,
            *early_years.RULES,
            *needs_assessment.RULES,
            *reversal.RULES,
            *reassessment.RULES,
            *plan.RULES,
            *budgets.RULES,
            *ceasing.RULES,
            *ages.RULES,
            *moves.RULES,
            *reviews.RULES,
            *review_duties.RULES,
            *phase_transfers.RULES,
            *mediation.RULES,
            *appeals.RULES,
            *orders.RULES,
            *hubs.RULES,
            *short_breaks.RULES,
            *complaints.RULES,
            *placements.RULES,
            *out_of_school.RULES,
            *information.RULES,
            *record_duties.RULES,
        )
    }
)


def find(rule_id: str) -> Rule:
    """The rule of this id."""
    try:
        return RULES[rule_id]
    except KeyError:
        hint = meant(rule_id.upper(), RULES)
        raise UnknownRule(f"There is no rule '{rule_id}'.{hint}") from None


def understood(
    rule_id: str, facts: Mapping[str, FactValue]
) -> tuple[dict[str, FactValue], list[str]]:
    """The facts that a rule uses, and a warning about each of the others.

    `answer` and `due` refuse a fact that the rule does not use, for in a program it is
    a slip. A page or command, asked by a person, leaves it out and says so.
    """
    rule = find(rule_id)
    used = {name: value for name, value in facts.items() if name in rule.facts}
    return used, [
        f"{rule.id} does not use '{name}'; it was ignored.{meant(name, rule.facts)}"
        for name in facts
        if name not in used
    ]


def due(rule_id: str, /, **facts: FactValue) -> date:
    """The date that counts. Facts that show the act done are allowed, and ignored."""
    rule = find(rule_id)
    return rule.due(Given(rule.id, rule.facts, facts))


def answer(rule_id: str, /, *, as_at: date, **facts: FactValue) -> Answer:
    """What the rule says about these facts, looked at on the day `as_at`."""
    FACTS["as_at"].check(as_at)
    rule = find(rule_id)
    return rule.stand(Given(rule.id, rule.facts, facts), as_at)
