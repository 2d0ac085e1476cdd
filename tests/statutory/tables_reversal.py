"""A refusal reversed, and a child assessed again, worked out by hand."""

from datetime import date
from typing import Any

from tests.statutory.rows import Row, limit

AGREED = "refused_then_agreed_to_assess"


def reversal(why: str, due: date, facts: dict[str, Any], **further: Any) -> Row:
    return Row("NA-15", facts, {"due": due} | further, why)


ROUTES = [
    reversal(
        "an order, in its own words",
        date(2023, 12, 14),
        {"tribunal_order_to_assess": date(2023, 9, 7)},
        due_notify=date(2023, 9, 21),
        due_not_to_issue=date(2023, 11, 16),
    ),
    reversal(
        "an order, named as the route: over Christmas, the year end and 29 February",
        date(2028, 2, 29),
        {AGREED: date(2027, 11, 23), "route": "order"},
        due_notify=date(2027, 12, 7),
        due_not_to_issue=date(2028, 2, 1),
    ),
    reversal(
        "the order and not the day of agreeing",
        date(2026, 12, 25),
        {
            AGREED: date(2026, 9, 1),
            "tribunal_order_to_assess": date(2026, 9, 18),
            "route": "order",
        },
        begins=date(2026, 9, 18),
        due_notify=date(2026, 10, 2),
        due_not_to_issue=date(2026, 11, 27),
    ),
    reversal(
        "the first day of the amended regulation 45",
        date(2015, 6, 29),
        {"unopposed_notice": date(2015, 3, 23)},
        due_notify=date(2015, 4, 6),
        due_not_to_issue=date(2015, 6, 1),
    ),
    reversal(
        "a mediation agreement: Easter Monday is kept",
        date(2026, 4, 6),
        {"mediation_agreement_to_assess": date(2025, 12, 29)},
        due_notify=date(2026, 1, 12),
        due_not_to_issue=date(2026, 3, 9),
    ),
    reversal(
        "another date agreed in writing",
        date(2026, 5, 31),
        {
            AGREED: date(2026, 1, 31),
            "route": "mediation",
            "agreed_by": date(2026, 5, 31),
        },
        due_notify=None,
        due_not_to_issue=None,
    ),
]

WITHOUT = [
    reversal(
        "no route: ten and fourteen weeks",
        date(2026, 12, 8),
        {AGREED: date(2026, 9, 1)},
        due_not_to_issue=date(2026, 11, 10),
        due_notify=None,
        final_by=None,
    ),
    reversal(
        "no route, but the request is known: its twenty weeks are shown",
        date(2026, 12, 8),
        {AGREED: date(2026, 9, 1), "request_received": date(2026, 6, 1)},
        due_not_to_issue=date(2026, 11, 10),
        final_by=date(2026, 10, 19),
    ),
    reversal(
        "informal: the request's own weeks, whenever the council agreed",
        date(2026, 10, 19),
        {
            AGREED: date(2026, 9, 1),
            "request_received": date(2026, 6, 1),
            "route": "informal",
            "plan_sent": date(2026, 12, 8),
        },
        due_not_to_issue=date(2026, 9, 21),
        final_by=None,
        status="late",
        late_days=50,
    ),
    reversal(
        "informal, on the limit",
        date(2027, 3, 20),
        {
            "became_responsible": date(2026, 10, 31),
            "route": "informal",
            "plan_sent": date(2027, 3, 20),
        },
        status="on_time",
    ),
    reversal(
        "informal, agreed on the day of the request",
        date(2026, 10, 19),
        {
            AGREED: date(2026, 6, 1),
            "request_received": date(2026, 6, 1),
            "route": "informal",
        },
    ),
]

AGAIN = [
    limit(
        "RA-01",
        "reassessment_requested",
        date(2026, 3, 16),
        date(2026, 3, 31),
        "fifteen days, the day of the request not counted",
    ),
    limit(
        "RA-01",
        "reassessment_requested",
        date(2026, 12, 10),
        date(2026, 12, 25),
        "Christmas Day stays",
    ),
    limit(
        "RA-01",
        "reassessment_requested",
        date(2028, 2, 14),
        date(2028, 2, 29),
        "ends on 29 February",
    ),
    Row(
        "RA-01",
        {
            "reassessment_requested": date(2026, 3, 16),
            "reassessment_refused_notified": date(2026, 4, 1),
        },
        {"due": date(2026, 3, 31), "status": "late", "late_days": 1, "verified": False},
        "one day over, and the fifteen days are not verified",
    ),
    limit(
        "RA-02",
        "advice_requested",
        date(2026, 7, 20),
        date(2026, 8, 31),
        "six weeks over the summer holidays",
    ),
    limit(
        "RA-03",
        "reassessment_agreed_notified",
        date(2026, 5, 25),
        date(2026, 8, 31),
        "fourteen weeks, to a bank holiday that stays",
    ),
    limit(
        "RA-03",
        "reassessment_decided",
        date(2027, 11, 23),
        date(2028, 2, 29),
        "ends on 29 February",
    ),
    Row(
        "RA-03",
        {
            "reassessment_agreed_notified": date(2026, 5, 4),
            "reason": "exceptional personal circumstances",
            "plan_sent": date(2026, 8, 11),
        },
        {
            "due": date(2026, 8, 10),
            "exempt": True,
            "status": "late",
            "late_days": 1,
        },
        "excused, and late by a day all the same",
    ),
]

LIMITS = [*ROUTES, *WITHOUT, *AGAIN]
