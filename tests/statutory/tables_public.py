"""Social care, complaints and information, worked out by hand (SB, CP and IR)."""

from datetime import date
from typing import Any

from tests.statutory.rows import Row, limit


def two(rule: str, fact: str, on: date, due: date, due_max: date, why: str) -> Row:
    return Row(rule, {fact: on}, {"due": due, "due_max": due_max}, why)


COMPLAINTS = [
    limit("SB-06", "referral", date(2026, 3, 30), date(2026, 6, 5), "Easter and May"),
    limit("SB-06", "referral", date(2025, 12, 19), date(2026, 2, 25), "Christmas"),
    limit("SB-06", "referral", date(2026, 1, 3), date(2026, 3, 6), "on a Saturday"),
    Row(
        "SB-06a",
        {"referral": date(2026, 6, 5)},
        {"due": date(2026, 6, 8), "verified": False},
        "from Friday to Monday",
    ),
    limit("SB-06a", "referral", date(2026, 6, 1), date(2026, 6, 2), "the next day"),
    two(
        "CP-01",
        "stage1_start",
        date(2026, 6, 1),
        date(2026, 6, 15),
        date(2026, 6, 29),
        "two and four weeks",
    ),
    two(
        "CP-01",
        "stage1_start",
        date(2026, 8, 24),
        date(2026, 9, 8),
        date(2026, 9, 22),
        "over the August bank holiday",
    ),
    two(
        "CP-02",
        "stage2_start",
        date(2027, 12, 20),
        date(2028, 1, 27),
        date(2028, 3, 23),
        "Christmas on a Saturday, and 29 February",
    ),
    Row(
        "CP-02",
        {"stage2_start": date(2026, 1, 5), "stage2_answered": date(2026, 2, 10)},
        {"due": date(2026, 2, 9), "due_max": date(2026, 4, 8), "late_days": 1},
        "a day over what it should be",
    ),
    limit("CP-03", "stage2_answered", date(2026, 6, 1), date(2026, 6, 29), "twenty"),
    limit("CP-03a", "stage3_requested", date(2026, 6, 1), date(2026, 7, 13), "thirty"),
    limit("CP-03b", "panel_held", date(2026, 6, 4), date(2026, 6, 11), "five"),
    limit("CP-03c", "panel_report_sent", date(2026, 6, 11), date(2026, 7, 2), "more"),
]


def access(why: str, answer: dict[str, Any], received: date, **facts: date) -> Row:
    return Row("IR-01", {"sar_received": received, **facts}, answer, why)


def paused(
    why: str, received: date, asked: date, answered: date, due: date, **facts: date
) -> Row:
    given = {
        "sar_received": received,
        "clarification_asked": asked,
        "clarification_answered": answered,
    }
    return Row("IR-02", given | facts, {"due": due}, why)


INFORMATION = [
    access(
        "28 February is a Saturday",
        {"due": date(2026, 3, 2), "due_notify": date(2026, 3, 2)},
        date(2026, 1, 31),
    ),
    access("29 February", {"due": date(2028, 2, 29)}, date(2028, 1, 31)),
    access("Christmas Day", {"due": date(2025, 12, 29)}, date(2025, 11, 25)),
    access(
        "Good Friday; if complex, a plain Wednesday",
        {"due": date(2026, 4, 7), "due_max": date(2026, 6, 3)},
        date(2026, 3, 3),
    ),
    access(
        "complex, and told on the last day",
        {"due": date(2025, 12, 3), "due_notify": date(2025, 10, 3)},
        date(2025, 9, 3),
        extension_notified=date(2025, 10, 3),
    ),
    access(
        "told a day too late",
        {"due": date(2025, 10, 3), "due_max": date(2025, 12, 3)},
        date(2025, 9, 3),
        extension_notified=date(2025, 10, 4),
    ),
    access(
        "three months to the end of February, a Saturday",
        {"due": date(2026, 3, 2)},
        date(2025, 11, 30),
        extension_notified=date(2025, 12, 1),
    ),
    access(
        "one day over",
        {"due": date(2025, 10, 3), "late_days": 1},
        date(2025, 9, 3),
        sar_answered=date(2025, 10, 4),
    ),
    paused(
        "three days, to Easter Sunday, so Tuesday",
        date(2026, 3, 2),
        date(2026, 3, 10),
        date(2026, 3, 12),
        date(2026, 4, 7),
    ),
    paused(
        "answered the same day, which does not count",
        date(2026, 6, 1),
        date(2026, 6, 8),
        date(2026, 6, 8),
        date(2026, 7, 2),
    ),
    paused(
        "asked on the last day, to a Saturday",
        date(2026, 6, 1),
        date(2026, 7, 1),
        date(2026, 7, 3),
        date(2026, 7, 6),
    ),
    paused(
        "complex, and the pause counts for telling too",
        date(2026, 6, 1),
        date(2026, 6, 8),
        date(2026, 6, 17),
        date(2026, 9, 11),
        extension_notified=date(2026, 7, 13),
    ),
    limit("IR-03", "foi_received", date(2026, 3, 2), date(2026, 3, 31), "St Patrick"),
    limit("IR-03", "foi_received", date(2025, 12, 15), date(2026, 1, 16), "2 January"),
    limit("IR-03", "foi_received", date(2026, 6, 6), date(2026, 7, 6), "a Saturday"),
    limit("IR-03", "foi_received", date(2026, 6, 25), date(2026, 7, 24), "the Boyne"),
    limit("IR-03", "foi_received", date(2028, 2, 1), date(2028, 2, 29), "29 February"),
]

OUT_OF_SCHOOL = [
    limit("IN-09", "excluded_on", date(2026, 6, 1), date(2026, 6, 9), "over a weekend"),
    limit("IN-09", "excluded_on", date(2026, 3, 26), date(2026, 4, 7), "over Easter"),
    Row(
        "IN-09",
        {"excluded_on": date(2026, 6, 1), "education_arranged": date(2026, 6, 10)},
        {"due": date(2026, 6, 9), "late_days": 1},
        "on the seventh day",
    ),
    limit(
        "IN-09a",
        "out_of_school_from",
        date(2026, 6, 1),
        date(2026, 6, 19),
        "three weeks, the first day counted",
    ),
]

DUTIES = [
    Row(rule, {}, {"due": None, "status": None, "late_days": 0}, f"{rule}: no date")
    for rule in (
        *(f"IR-0{number}" for number in range(4, 8)),
        *(f"SB-0{number}" for number in (1, 2, 3, 4, 5, 7, 8)),
        *(f"IN-0{number}" for number in range(1, 9)),
        "IN-10",
    )
]

LIMITS = [*COMPLAINTS, *INFORMATION, *OUT_OF_SCHOOL, *DUTIES]
