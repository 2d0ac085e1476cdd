"""What stands at the head of the evaluation, on paper and in a workbook."""

from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.rules.evaluation import SMALL
from sendhub.statutory.words import date_words

TITLE = "Nurture hubs: evaluation"


def lines(scope: Scope) -> list[str]:
    """Of what it is, made when, and what must not be published."""
    first, last = date_words(scope.period.first), date_words(scope.period.last)
    return [
        f"{scope.hub or 'All nurture hubs'}, {first} to {last}",
        f"Counted on {date_words(scope.today)}.",
        f"For use inside the council. Figures under {SMALL} are not to be published: "
        "a child may be known by them.",
    ]
