"""Drafts, answers to them and the decision to issue, worked out by hand."""

from datetime import date

from tests.statutory.rows import Row

DRAFTS = [
    Row(
        "NA-10",
        {"request_received": date(2026, 6, 1)},
        {"due": date(2026, 9, 7), "due_max": date(2026, 9, 21)},
        "fourteen weeks, sixteen at most, over August",
    ),
    Row(
        "NA-10",
        {"became_responsible": date(2025, 9, 27)},
        {"due": date(2026, 1, 3), "due_max": date(2026, 1, 17)},
        "over the year end, to a Saturday",
    ),
    Row(
        "NA-12",
        {"school_consulted": date(2026, 3, 20)},
        {"due": date(2026, 4, 4), "due_max": date(2026, 4, 14)},
        "fifteen days: the day of asking not counted, Good Friday counted or not",
    ),
    Row(
        "NA-12",
        {"school_consulted": date(2028, 2, 14)},
        {"due": date(2028, 2, 29), "due_max": date(2028, 3, 6)},
        "ends on 29 February",
    ),
    Row(
        "NA-12",
        {
            "school_consulted": date(2026, 9, 1),
            "school_replied": date(2026, 9, 17),
        },
        {
            "due": date(2026, 9, 16),
            "due_max": date(2026, 9, 22),
            "status": "late",
            "late_days": 1,
        },
        "one day over in calendar days",
    ),
]

WAITS = [
    Row(
        "NA-11",
        {"draft_served": date(2026, 6, 1), **facts, "as_at": as_at},
        {
            "due": date(2026, 6, 15),
            "status": status,
            "late_days": 0,
            "too_early_days": early,
        },
        why,
    )
    for why, facts, as_at, status, early in [
        ("its last day", {}, date(2026, 6, 15), "open", 0),
        ("over, and the family has not answered", {}, date(2026, 6, 16), None, 0),
        (
            "answered on the last day",
            {"representations_received": date(2026, 6, 15)},
            date(2026, 8, 1),
            "on_time",
            0,
        ),
        (
            "answered afterwards: nobody is late",
            {"representations_received": date(2026, 7, 15)},
            date(2026, 8, 1),
            None,
            0,
        ),
        (
            "the final plan on the last day",
            {"plan_sent": date(2026, 6, 15)},
            date(2026, 8, 1),
            None,
            0,
        ),
        (
            "the final plan a day too early",
            {"plan_sent": date(2026, 6, 14)},
            date(2026, 8, 1),
            None,
            1,
        ),
        (
            "the family had answered before",
            {
                "plan_sent": date(2026, 6, 14),
                "representations_received": date(2026, 6, 14),
            },
            date(2026, 8, 1),
            "on_time",
            0,
        ),
        (
            "the family answered only after it",
            {
                "plan_sent": date(2026, 6, 10),
                "representations_received": date(2026, 6, 11),
            },
            date(2026, 8, 1),
            "on_time",
            5,
        ),
    ]
]

SPARED = [
    Row(
        "NA-08",
        {"request_received": date(2026, 6, 1), **facts, "as_at": date(2027, 1, 1)},
        {"due": date(2026, 9, 21), **answer},
        why,
    )
    for why, facts, answer in [
        (
            "a yes on the last day",
            {"decision_to_issue_notified": date(2026, 9, 21)},
            {"status": "on_time", "done": date(2026, 9, 21)},
        ),
        (
            "a yes afterwards: the sixteen weeks bind only a no",
            {"decision_to_issue_notified": date(2026, 9, 22)},
            {"status": None, "late_days": 0, "done": date(2026, 9, 22)},
        ),
        (
            "the plan itself in its twentieth week",
            {"plan_sent": date(2026, 10, 19)},
            {"status": None, "late_days": 0, "done": date(2026, 10, 19)},
        ),
        (
            "a no afterwards",
            {"not_to_issue_notified": date(2026, 9, 22)},
            {"status": "late", "late_days": 1},
        ),
        (
            "a late no, and a plan after all",
            {
                "not_to_issue_notified": date(2026, 9, 22),
                "plan_sent": date(2026, 12, 1),
            },
            {"status": "late", "late_days": 1},
        ),
        ("neither", {}, {"status": "late", "late_days": 102, "done": None}),
    ]
]

LIMITS = [*DRAFTS, *WAITS, *SPARED]
