"""Children below school age, worked out by hand (EY)."""

from datetime import date

from tests.statutory.rows import Row, limit

LIMITS = [
    limit(
        "EY-01",
        "early_years_referral",
        date(2026, 11, 2),
        date(2026, 11, 16),
        "two weeks, Monday to Monday",
    ),
    limit(
        "EY-01",
        "early_years_referral",
        date(2026, 12, 11),
        date(2026, 12, 25),
        "Christmas Day does not move a promise",
    ),
    limit(
        "EY-01",
        "early_years_referral",
        date(2028, 2, 15),
        date(2028, 2, 29),
        "to 29 February",
    ),
    Row(
        "EY-01",
        {
            "early_years_referral": date(2026, 11, 2),
            "welcome_sent": date(2026, 11, 17),
        },
        {"due": date(2026, 11, 16), "status": "late", "late_days": 1},
        "welcomed a day late",
    ),
    Row("EY-02", {}, {"due": None, "status": None}, "a duty without a date"),
]
