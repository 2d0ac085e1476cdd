"""Reviews, worked out by hand (AR)."""

from datetime import date
from typing import Any

from tests.statutory.rows import Row, limit


def review(rule: str, why: str, answer: dict[str, Any], **facts: Any) -> Row:
    return Row(rule, facts, answer, why)


REVIEWS = [
    review(
        "AR-01",
        "by the letter of the law a day earlier",
        {"due": date(2027, 6, 1), "strict_before": date(2027, 5, 31)},
        plan_date=date(2026, 6, 1),
    ),
    review(
        "AR-01",
        "from 29 February there is no day to take away",
        {"due": date(2025, 2, 28), "strict_before": date(2025, 2, 28)},
        plan_date=date(2024, 2, 29),
    ),
    review(
        "AR-02",
        "no meeting: the twelve-month date",
        {"due": date(2026, 3, 10), "last_safe_meeting": date(2026, 2, 10)},
        anniversary=date(2026, 3, 10),
    ),
    review(
        "AR-02",
        "four weeks from an early meeting",
        {"due": date(2026, 2, 9), "last_safe_meeting": date(2026, 2, 10)},
        anniversary=date(2026, 3, 10),
        meeting=date(2026, 1, 12),
    ),
    review(
        "AR-02",
        "the last safe meeting is safe",
        {"due": date(2026, 3, 10), "status": "on_time"},
        anniversary=date(2026, 3, 10),
        meeting=date(2026, 2, 10),
        review_decision_notified=date(2026, 3, 10),
    ),
    review(
        "AR-02",
        "a day later it is not four weeks",
        {"due": date(2026, 3, 10), "late_days": 1},
        anniversary=date(2026, 3, 10),
        meeting=date(2026, 2, 11),
        review_decision_notified=date(2026, 3, 11),
    ),
    review(
        "AR-02",
        "twelve months from 29 February",
        {"due": date(2025, 2, 28), "last_safe_meeting": date(2025, 1, 31)},
        plan_date=date(2024, 2, 29),
    ),
    review(
        "AR-02",
        "from the last review, and not the plan",
        {"due": date(2026, 12, 31), "begins": date(2025, 12, 31)},
        plan_date=date(2024, 2, 29),
        previous_review_completed=date(2025, 12, 31),
    ),
    limit("AR-03", "meeting", date(2026, 3, 16), date(2026, 3, 2), "two weeks before"),
    limit("AR-03", "meeting", date(2028, 3, 14), date(2028, 2, 29), "29 February"),
    limit("AR-03", "meeting", date(2027, 3, 15), date(2027, 3, 1), "none"),
    limit("AR-03", "meeting", date(2026, 1, 8), date(2025, 12, 25), "Christmas counts"),
    Row(
        "AR-03",
        {"meeting": date(2026, 3, 16), "invitations_sent": date(2026, 1, 5)},
        {"due": date(2026, 3, 2), "status": "on_time", "begins": None},
        "long before is in time",
    ),
    Row(
        "AR-03",
        {"meeting": date(2026, 3, 16), "invitations_sent": date(2026, 3, 3)},
        {"due": date(2026, 3, 2), "late_days": 1},
        "thirteen days' notice",
    ),
    limit("AR-04", "meeting", date(2026, 9, 1), date(2026, 8, 18), "in August"),
    limit("AR-05", "meeting", date(2026, 12, 18), date(2027, 1, 1), "over the year"),
    limit("AR-05", "meeting", date(2028, 2, 15), date(2028, 2, 29), "29 February"),
    limit("AR-06", "meeting", date(2025, 12, 1), date(2025, 12, 29), "Christmas"),
    limit("AR-06", "meeting", date(2028, 2, 1), date(2028, 2, 29), "29 February"),
    review(
        "AR-06",
        "the same day",
        {"due": date(2025, 10, 13)},
        meeting=date(2025, 9, 15),
        anniversary=date(2025, 10, 13),
    ),
    review(
        "AR-06",
        "a day before",
        {"due": date(2025, 10, 12)},
        meeting=date(2025, 9, 15),
        anniversary=date(2025, 10, 12),
    ),
    review(
        "AR-06",
        "a meeting after the twelve months is late already",
        {"due": date(2026, 3, 10), "status": "late", "late_days": 20},
        meeting=date(2026, 3, 20),
        anniversary=date(2026, 3, 10),
        review_decision_notified=date(2026, 3, 30),
    ),
    review(
        "AR-06",
        "the twelve months worked out from the plan",
        {"due": date(2026, 3, 10)},
        meeting=date(2026, 3, 2),
        plan_date=date(2025, 3, 10),
    ),
    review(
        "AR-07",
        "on the last day",
        {"due": date(2025, 10, 13), "status": "on_time"},
        meeting=date(2025, 9, 15),
        amendment_notice=date(2025, 10, 13),
    ),
    review(
        "AR-07",
        "one day over",
        {"due": date(2025, 10, 13), "late_days": 1},
        meeting=date(2025, 9, 15),
        amendment_notice=date(2025, 10, 14),
    ),
    limit(
        "AR-08", "amendment_notice", date(2025, 10, 10), date(2025, 10, 24), "day one"
    ),
    limit("AR-08", "amendment_notice", date(2028, 2, 15), date(2028, 2, 29), "leap"),
    *(
        review(
            "AR-08",
            why,
            {
                "due": date(2026, 6, 15),
                "status": None,
                "late_days": 0,
                "too_early_days": early,
            },
            amendment_notice=date(2026, 6, 1),
            **{act: on},
        )
        for act, on, early, why in [
            ("plan_sent", date(2026, 6, 15), 0, "amended on the last day"),
            ("plan_sent", date(2026, 6, 14), 1, "amended a day too early"),
            ("representations_received", date(2026, 6, 16), 0, "answered later"),
        ]
    ),
    review(
        "AR-15a",
        "the final plan in custody a day too early",
        {"due": date(2026, 6, 15), "too_early_days": 1},
        draft_served=date(2026, 6, 1),
        plan_sent=date(2026, 6, 14),
    ),
    review(
        "AR-09",
        "a notice without a meeting",
        {
            "due": date(2025, 12, 29),
            "final_by": None,
            "reg22_due": date(2025, 12, 29),
        },
        amendment_notice=date(2025, 11, 3),
    ),
    review(
        "AR-09",
        "a meeting without a notice yet",
        {"due": date(2025, 12, 8), "final_by": date(2025, 12, 8), "reg22_due": None},
        meeting=date(2025, 9, 15),
    ),
    review(
        "AR-09",
        "the last day for the notice: both readings agree",
        {"due": date(2025, 12, 8), "reg22_due": date(2025, 12, 8)},
        meeting=date(2025, 9, 15),
        amendment_notice=date(2025, 10, 13),
    ),
    review(
        "AR-09",
        "one day late with the notice",
        {"due": date(2025, 12, 8), "reg22_due": date(2025, 12, 9), "late_days": 1},
        meeting=date(2025, 9, 15),
        amendment_notice=date(2025, 10, 14),
        plan_sent=date(2025, 12, 9),
    ),
    review(
        "AR-09",
        "eight weeks to 29 February",
        {"due": date(2028, 2, 29)},
        amendment_notice=date(2028, 1, 4),
    ),
    limit("AR-10", "amendment_notice", date(2025, 11, 3), date(2025, 12, 29), "same"),
    limit("AR-12", "plan_date", date(2026, 8, 31), date(2027, 2, 28), "short month"),
    limit("AR-12", "plan_date", date(2027, 8, 31), date(2028, 2, 29), "leap year"),
    limit("AR-12", "plan_date", date(2026, 3, 5), date(2026, 9, 5), "the same day"),
    Row(
        "AR-15",
        {"released": date(2026, 1, 31)},
        {"due": date(2026, 2, 28), "verified": False},
        "a month that nobody has checked",
    ),
    limit("AR-15", "released", date(2026, 3, 5), date(2026, 4, 5), "corresponding"),
    limit("AR-15a", "draft_served", date(2026, 6, 1), date(2026, 6, 15), "as NA-11"),
    limit("AR-15b", "request_received", date(2026, 6, 1), date(2026, 10, 19), "NA-13"),
    limit("AR-15b", "became_responsible", date(2026, 6, 1), date(2026, 10, 19), "told"),
]


DUTIES = [
    Row(rule, {}, {"due": None, "status": None, "late_days": 0}, f"{rule}: no date")
    for rule in ("AR-05a", "AR-11", "AR-13", "AR-14", "AR-16")
]

LIMITS = [*DUTIES, *REVIEWS]
