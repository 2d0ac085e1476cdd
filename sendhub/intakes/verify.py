"""What must hold of notices and referrals."""

from sendhub.core.verifying import Check, rows
from sendhub.intakes.asked import limits_differing

CHECKS = [
    Check(
        "intakes.deadlines_right",
        "every notice and every referral has the date by which we answer: the day that "
        "the rule book says, open, met, late or void as the facts say",
        limits_differing,
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
