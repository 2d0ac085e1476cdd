"""Every rule by its id, and the two questions that can be put to one."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sendhub.statutory import counting_rules, needs_assessment, reviews
from sendhub.statutory.errors import UnknownRule, meant
from sendhub.statutory.facts import FACTS, FactValue, Given
from sendhub.statutory.rule import Answer, Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.id: rule
        for rule in (*counting_rules.RULES, *needs_assessment.RULES, *reviews.RULES)
    }
)


def find(rule_id: str) -> Rule:
    """The rule of this id."""
    try:
        return RULES[rule_id]
    except KeyError:
        hint = meant(rule_id.upper(), RULES)
        raise UnknownRule(f"There is no rule '{rule_id}'.{hint}") from None


def due(rule_id: str, /, **facts: FactValue) -> date:
    """The date that counts. Facts that show the act done are allowed, and ignored."""
    rule = find(rule_id)
    return rule.clock.reckon(Given(rule.id, rule.facts, facts)).dates.due


def answer(rule_id: str, /, *, as_at: date, **facts: FactValue) -> Answer:
    """What the rule says about these facts, looked at on the day `as_at`."""
    FACTS["as_at"].check(as_at)
    rule = find(rule_id)
    return rule.stand(Given(rule.id, rule.facts, facts), as_at)
