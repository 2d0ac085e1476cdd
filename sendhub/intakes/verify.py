"""What must hold of notices and referrals."""

from collections.abc import Iterator
from functools import partial

from sendhub.core.verifying import AT_ONCE, Check, rows
from sendhub.ehcps.verify import (
    Asked,
    Wrong,
    compared,
    due_otherwise,
    ended_otherwise,
    missing,
)
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import deadlines_wanted


def _asked() -> Iterator[Asked]:
    """Each notice or referral, with what is due for it."""
    for one in Intake.objects.order_by("pk").iterator(AT_ONCE):
        yield one.pk, deadlines_wanted(one.facts)


def wrong_deadlines(wrong: Wrong) -> Iterator[str]:
    """Compare what there is with what is asked for; name what is wrong."""
    return compared("intakes.intake", _asked(), wrong)


CHECKS = [
    Check(
        "intakes.deadlines_there",
        "every notice and every referral has the date by which we answer",
        partial(wrong_deadlines, missing),
    ),
    Check(
        "intakes.deadlines_due",
        "every such date is the day that the rule book says",
        partial(wrong_deadlines, due_otherwise),
    ),
    Check(
        "intakes.deadlines_ended",
        "every such date is open, met, late or void as the facts say",
        partial(wrong_deadlines, ended_otherwise),
    ),
    Check(
        "intakes.open_on_open_case",
        "what is in hand stands on an open case of its own service",
        rows(
            "SELECT i.id FROM intakes_intake i JOIN casework_case c"
            " ON c.id = i.case_id WHERE c.service <> 'intake'"
            " OR i.outcome = '' AND c.closed_on IS NOT NULL"
        ),
    ),
    Check(
        "intakes.assessment_of_the_same_child",
        "the assessment that a notice led to is of the same child",
        rows(
            "SELECT i.id FROM intakes_intake i"
            " JOIN casework_case c ON c.id = i.case_id"
            " JOIN ehcps_needsassessment a ON a.id = i.assessment_id"
            " JOIN casework_case e ON e.id = a.case_id"
            " WHERE e.child_id <> c.child_id"
        ),
    ),
    Check(
        "intakes.none_in_hand_after_death",
        "nothing is in hand for a child who has died",
        rows(
            "SELECT i.id FROM intakes_intake i"
            " JOIN casework_case c ON c.id = i.case_id"
            " JOIN people_child k ON k.id = c.child_id"
            " WHERE k.died_on IS NOT NULL AND i.outcome = ''"
        ),
    ),
]
