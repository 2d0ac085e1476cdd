"""Closures, absences, appointments and reasons, worked out by hand (NA-04 and R8)."""

from datetime import date
from typing import Any

from tests.statutory.rows import Row, limit


def excuse(why: str, exempt: bool, **facts: Any) -> Row:
    return Row("NA-04", facts, {"exempt": exempt, "due": None, "status": None}, why)


def closed(why: str, exempt: bool, asked: date | None, **more: Any) -> Row:
    """The summer of 2025: closed from 23 July, open again on 3 September."""
    summer = {"closure_from": date(2025, 7, 23), "reopens": date(2025, 9, 3)}
    return Row(
        "NA-04",
        {**summer, "advice_requested": asked, **more},
        {
            "exempt": exempt,
            "window_from": date(2025, 7, 16),
            "window_to": date(2025, 8, 27),
        },
        why,
    )


CLOSURES = [
    closed("the day the window opens", True, date(2025, 7, 16)),
    closed("the day before", False, date(2025, 7, 15)),
    closed("the day the window shuts", True, date(2025, 8, 27)),
    closed("the day after", False, date(2025, 8, 28)),
    closed("nobody was asked", False, None),
    closed(
        "an early years lead is as good as a head",
        True,
        date(2025, 8, 1),
        advice_asked_of="early years",
    ),
    closed("the school was asked", True, date(2025, 8, 1), advice_asked_of="school"),
    closed(
        "a psychologist was asked, not a school",
        False,
        date(2025, 8, 1),
        advice_asked_of="other",
    ),
    Row(
        "NA-04",
        {
            "closure_from": date(2027, 12, 23),
            "reopens": date(2028, 1, 20),
            "advice_requested": date(2027, 12, 16),
        },
        {
            "exempt": True,
            "window_from": date(2027, 12, 16),
            "window_to": date(2028, 1, 13),
        },
        "exactly four weeks, over Christmas and the year end",
    ),
    Row(
        "NA-04",
        {
            "closure_from": date(2027, 12, 23),
            "reopens": date(2028, 1, 19),
            "advice_requested": date(2027, 12, 23),
        },
        {"exempt": False, "window_from": None, "window_to": None},
        "one day short of four weeks",
    ),
    Row(
        "NA-04",
        {
            "closure_from": date(2028, 2, 8),
            "reopens": date(2028, 3, 7),
            "advice_requested": date(2028, 2, 29),
        },
        {
            "exempt": True,
            "window_from": date(2028, 2, 1),
            "window_to": date(2028, 2, 29),
        },
        "the window shuts on 29 February",
    ),
    Row(
        "NA-04",
        {
            "closure_from": date(2027, 2, 8),
            "reopens": date(2027, 3, 8),
            "advice_requested": date(2027, 3, 2),
        },
        {"exempt": False, "window_to": date(2027, 3, 1)},
        "in a year without one it shuts on 1 March",
    ),
    Row(
        "NA-04",
        {
            "closure_from": date(2026, 3, 30),
            "reopens": date(2026, 4, 13),
            "advice_requested": date(2026, 4, 1),
        },
        {"exempt": False, "window_from": None},
        "the Easter holidays are too short",
    ),
]

ABSENCES = [
    excuse(
        "four weeks away",
        True,
        absent_from=date(2026, 2, 2),
        returned=date(2026, 3, 2),
    ),
    excuse(
        "one day less",
        False,
        absent_from=date(2026, 2, 2),
        returned=date(2026, 3, 1),
    ),
    excuse(
        "over 29 February",
        True,
        absent_from=date(2028, 2, 2),
        returned=date(2028, 3, 1),
    ),
    Row(
        "NA-13",
        {
            "request_received": date(2026, 6, 1),
            "absent_from": date(2026, 5, 20),
            "returned": date(2026, 6, 29),
        },
        {"exempt": True, "due": date(2026, 10, 19)},
        "away from before the request: four weeks of it fall within the limit",
    ),
    Row(
        "NA-13",
        {
            "request_received": date(2026, 6, 1),
            "absent_from": date(2026, 5, 20),
            "returned": date(2026, 6, 28),
        },
        {"exempt": False, "due": date(2026, 10, 19)},
        "one day less falls within it",
    ),
    Row(
        "NA-13",
        {
            "request_received": date(2026, 6, 1),
            "absent_from": date(2026, 9, 22),
            "returned": date(2026, 12, 1),
            "plan_sent": date(2026, 12, 18),
        },
        {
            "exempt": True,
            "due": date(2026, 10, 19),
            "status": "late",
            "late_days": 60,
        },
        "the last four weeks of the limit; the plan is late all the same",
    ),
    Row(
        "NA-13",
        {
            "request_received": date(2026, 6, 1),
            "absent_from": date(2026, 9, 23),
            "returned": date(2026, 12, 1),
        },
        {"exempt": False, "due": date(2026, 10, 19)},
        "a day after that",
    ),
]

APPOINTMENTS = [
    excuse(
        "a missed appointment does not excuse the council",
        False,
        appointment_missed=date(2026, 6, 1),
    ),
    *(
        Row(
            "NA-07",
            {"advice_requested": date(2026, 7, 13), "appointment_missed": on},
            {"exempt": exempt, "due": date(2026, 8, 24)},
            why,
        )
        for on, exempt, why in [
            (date(2026, 7, 12), False, "missed before the advice was asked for"),
            (date(2026, 7, 13), True, "missed on the first day"),
            (date(2026, 8, 24), True, "missed on the last day"),
            (date(2026, 8, 25), False, "missed after the six weeks"),
        ]
    ),
    Row(
        "NA-07",
        {
            "advice_requested": date(2025, 7, 18),
            "closure_from": date(2025, 7, 23),
            "reopens": date(2025, 9, 3),
        },
        {"exempt": False, "due": date(2025, 8, 29), "window_from": None},
        "a closure does not excuse those asked for advice",
    ),
    Row(
        "NA-03",
        {
            "request_received": date(2025, 6, 2),
            "advice_requested": date(2025, 7, 18),
            "closure_from": date(2025, 7, 23),
            "reopens": date(2025, 9, 3),
        },
        {"exempt": False, "due": date(2025, 7, 14)},
        "inside the window, but the six weeks were over",
    ),
    Row(
        "NA-13",
        {
            "request_received": date(2025, 6, 2),
            "advice_requested": date(2025, 7, 18),
            "closure_from": date(2025, 7, 23),
            "reopens": date(2025, 9, 3),
            "as_at": date(2025, 10, 21),
        },
        {
            "exempt": True,
            "due": date(2025, 10, 20),
            "status": "late",
            "late_days": 1,
        },
        "inside the window and the twenty weeks: excused, and late",
    ),
]

REASONS = [
    excuse(f"'{reason}'", exempt, reason=reason)
    for reason, exempt in [
        ("exceptional personal circumstances of the parent", True),
        ("exceptional personal circumstances of the parent, a teacher", True),
        ("exceptional personal circumstances of the case officer", False),
        ("Bereavement in the family", True),
        ("the child was in hospital", True),
        ("absent from the area for 4 weeks", True),
        ("family abroad for six continuous weeks", True),
        ("away for one month", True),
        ("away for three weeks", False),
        ("away for the summer", False),
        ("family holiday of four weeks", True),
        ("the parents' holiday of 4 weeks", True),
        ("the child was on holiday for five weeks", True),
        ("family holiday of three weeks", False),
        ("family holiday", False),
        ("the child's school holidays of six weeks", False),
        ("the child is on summer holiday for six weeks", False),
        ("the head teacher was absent for 6 weeks", False),
        ("No EP available", False),
        ("workload", False),
        ("panel dates", False),
        ("half term", False),
        ("school closed", False),
        ("missed appointment", False),
        ("advice from health was late", False),
        ("no special school place found", False),
        ("the family went to mediation", False),
        ("we forgot", False),
        ("", False),
    ]
]

LINKS = [
    excuse(
        "the link is said",
        True,
        reason="exceptional personal circumstances",
        impractical_because="the mother was in hospital and could not be seen",
    ),
    excuse(
        "the link is left empty",
        False,
        reason="exceptional personal circumstances",
        impractical_because="  ",
    ),
    excuse("a link to nothing", False, impractical_because="we were busy"),
    excuse(
        "one good ground is enough",
        True,
        reason="panel dates",
        absent_from=date(2026, 2, 2),
        returned=date(2026, 3, 9),
    ),
    Row(
        "NA-07",
        {"advice_requested": date(2026, 7, 13), "reason": "missed appointment"},
        {"exempt": True, "due": date(2026, 8, 24)},
        "a missed appointment in words, for advice",
    ),
]

DUTIES = [
    Row(
        rule,
        {fact: date(2026, 6, 1)},
        {"due": None, "status": None, "late_days": 0, "begins": date(2026, 6, 1)},
        "no date of its own",
    )
    for rule, fact in [
        ("NA-01", "request_received"),
        ("NA-02", "became_responsible"),
        ("NA-05", "decision_to_assess_notified"),
        ("NA-06", "decision_to_assess_notified"),
        ("NA-06a", "decision_to_assess_notified"),
    ]
] + [
    Row(
        "NA-05",
        {
            "decision_to_assess_notified": date(2026, 6, 1),
            "advice_requested": date(2026, 6, 9),
        },
        {"due": None, "status": None, "done": date(2026, 6, 9)},
        "done, and neither on time nor late",
    ),
    limit(
        "NA-03n",
        "refusal_to_assess_notified",
        date(2026, 7, 1),
        date(2026, 7, 1),
        "with the letter",
    ),
    limit("NA-14", "plan_sent", date(2028, 2, 29), date(2028, 2, 29), "with the plan"),
]

LIMITS = [
    *CLOSURES,
    *ABSENCES,
    *APPOINTMENTS,
    *REASONS,
    *LINKS,
    *DUTIES,
]
