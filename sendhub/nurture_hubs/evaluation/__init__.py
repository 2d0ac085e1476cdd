"""The evaluation that the schools forum asks for, from the data (HUB-11; seed 37)."""

from sendhub.nurture_hubs.evaluation import cost, outcomes, use
from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.evaluation.tables import Section


def evaluate(scope: Scope) -> list[Section]:
    """Every section, in the order of the forum's questions."""
    found = use.taken_by_week(scope)
    return [
        *use.sections(scope, found),
        *outcomes.sections(scope),
        cost.section(scope, found),
    ]
