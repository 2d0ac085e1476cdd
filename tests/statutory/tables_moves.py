"""Moves and changes of phase, worked out by hand (TF and PT)."""

from datetime import date

from tests.statutory.rows import Row, limit


def moved(why: str, aware: date | None, move: date, due: date) -> Row:
    """TF-01, with what the old council knew."""
    return Row("TF-01", {"old_la_aware": aware, "move": move}, {"due": due}, why)


MOVES = [
    moved(
        "fifteen working days end on the day of the move",
        date(2025, 9, 1),
        date(2025, 9, 19),
        date(2025, 9, 19),
    ),
    moved(
        "the move is a day too soon",
        date(2025, 9, 1),
        date(2025, 9, 18),
        date(2025, 9, 19),
    ),
    moved(
        "never before the move, here a Saturday",
        date(2025, 9, 1),
        date(2025, 9, 20),
        date(2025, 9, 20),
    ),
    moved("nothing is said of it", None, date(2026, 2, 14), date(2026, 2, 14)),
    moved(
        "learned after the move, over Christmas",
        date(2025, 12, 22),
        date(2025, 12, 1),
        date(2026, 1, 14),
    ),
    moved("Easter", date(2026, 3, 30), date(2026, 4, 1), date(2026, 4, 21)),
    moved(
        "learned on a Saturday",
        date(2025, 8, 30),
        date(2025, 8, 30),
        date(2025, 9, 19),
    ),
    moved("to 29 February", date(2028, 2, 9), date(2028, 2, 10), date(2028, 2, 29)),
    moved("no 29 February", date(2027, 2, 9), date(2027, 2, 10), date(2027, 3, 1)),
    limit(
        "TF-02",
        "transfer_date",
        date(2028, 1, 18),
        date(2028, 2, 29),
        "six weeks to 29 February",
    ),
    limit(
        "TF-02",
        "transfer_date",
        date(2026, 11, 14),
        date(2026, 12, 26),
        "six weeks to Boxing Day, a Saturday",
    ),
    Row(
        "TF-03",
        {
            "transfer_date": date(2026, 6, 1),
            "previous_review_completed": date(2026, 1, 10),
            "plan_date": date(2020, 1, 10),
        },
        {
            "due": date(2027, 1, 10),
            "strict_before": date(2027, 1, 9),
            "verified": True,
        },
        "twelve months from the last review are later",
    ),
    Row(
        "TF-03",
        {"transfer_date": date(2026, 12, 1), "plan_date": date(2026, 1, 10)},
        {
            "due": date(2027, 3, 1),
            "strict_before": date(2027, 2, 28),
            "verified": False,
        },
        "three months from the transfer are later",
    ),
    Row(
        "TF-03",
        {"transfer_date": date(2027, 11, 30), "plan_date": date(2027, 1, 15)},
        {"due": date(2028, 2, 29)},
        "three months to 29 February",
    ),
    Row(
        "TF-03",
        {"transfer_date": date(2026, 11, 30), "plan_date": date(2026, 1, 15)},
        {"due": date(2027, 2, 28)},
        "three months in a year without one",
    ),
    Row(
        "TF-03",
        {"transfer_date": date(2028, 3, 1), "plan_date": date(2028, 2, 29)},
        {"due": date(2029, 2, 28)},
        "twelve months from 29 February",
    ),
    limit(
        "TF-04",
        "transfer_date",
        date(2025, 9, 19),
        date(2025, 9, 19),
        "at once",
    ),
    Row(
        "TF-04",
        {"transfer_date": date(2025, 9, 19), "plan_secured": date(2025, 9, 22)},
        {"due": date(2025, 9, 19), "late_days": 3},
        "three days without provision",
    ),
    Row(
        "TF-05",
        {"old_icb_aware": date(2025, 9, 1), "move": date(2025, 9, 5)},
        {"due": date(2025, 9, 19)},
        "the same for health",
    ),
    Row(
        "TF-05",
        {"old_icb_aware": date(2025, 8, 1), "move": date(2025, 9, 5)},
        {"due": date(2025, 9, 5)},
        "health knew in time",
    ),
    limit(
        "TF-05a",
        "old_icb_aware",
        date(2025, 9, 1),
        date(2025, 9, 22),
        "of becoming aware: its day is not counted",
    ),
    limit(
        "TF-05b",
        "new_icb_notified",
        date(2025, 9, 22),
        date(2025, 10, 13),
        "fifteen working days",
    ),
]


def phase(rule: str, year: int, due: date, strict: date, safe: date, why: str) -> Row:
    return Row(
        rule,
        {"transfer_year": year},
        {"due": due, "strict_before": strict, "last_safe_meeting": safe},
        why,
    )


def sent(rule: str, kind: str, on: date, late_days: int, why: str) -> Row:
    """A change of phase in 2026, and when the plan naming the next place was sent."""
    facts = {"transfer": kind, "transfer_year": 2026, "plan_sent": on}
    day = {"PT-01": date(2026, 2, 15), "PT-02": date(2026, 3, 31)}[rule]
    return Row(rule, facts, {"due": day, "late_days": late_days}, why)


PHASES = [
    phase(
        "PT-01",
        2026,
        date(2026, 2, 15),
        date(2026, 2, 14),
        date(2025, 11, 23),
        "about 23 November",
    ),
    phase(
        "PT-01",
        2028,
        date(2028, 2, 15),
        date(2028, 2, 14),
        date(2027, 11, 23),
        "a leap year changes nothing",
    ),
    phase(
        "PT-02",
        2026,
        date(2026, 3, 31),
        date(2026, 3, 30),
        date(2026, 1, 6),
        "twelve weeks before",
    ),
    phase(
        "PT-02",
        2028,
        date(2028, 3, 31),
        date(2028, 3, 30),
        date(2028, 1, 7),
        "over 29 February",
    ),
    phase(
        "PT-02",
        2015,
        date(2015, 5, 31),
        date(2015, 5, 30),
        date(2015, 3, 8),
        "the first year had a day of its own",
    ),
    phase(
        "PT-02",
        2016,
        date(2016, 3, 31),
        date(2016, 3, 30),
        date(2016, 1, 7),
        "and the next had not",
    ),
    phase(
        "PT-04",
        2015,
        date(2015, 5, 31),
        date(2015, 5, 30),
        date(2015, 3, 8),
        "31 May 2015",
    ),
    Row(
        "PT-02",
        {"transfer": "secondary->post16", "transfer_year": 2026},
        {"due": date(2026, 3, 31), "verified": True},
        "from Year 11 to Year 12",
    ),
    Row(
        "PT-02",
        {"transfer": "sixth form->college", "transfer_year": 2026},
        {"due": date(2026, 3, 31), "verified": False},
        "leavers of a sixth form: not checked",
    ),
    sent("PT-01", "primary->secondary", date(2026, 2, 14), 0, "safe"),
    sent("PT-01", "infant->junior", date(2026, 2, 15), 0, "on the published day"),
    sent("PT-01", "early years->school", date(2026, 2, 16), 1, "one day over"),
    sent("PT-01", "middle->secondary", date(2025, 12, 1), 0, "the year before"),
    sent("PT-01", "primary->middle", date(2026, 9, 1), 198, "on the first day"),
    sent("PT-02", "secondary->post16", date(2026, 4, 1), 1, "one day over in April"),
    Row(
        "PT-01",
        {"transfer_date": date(2026, 9, 1), "transfer_year": 2026},
        {"due": date(2026, 2, 15)},
        "the year of the date",
    ),
    Row(
        "PT-01",
        {"transfer_date": date(2026, 9, 1)},
        {"due": date(2026, 2, 15)},
        "the date alone",
    ),
    Row(
        "PT-03",
        {"transfer_date": date(2026, 9, 1)},
        {"due": date(2026, 4, 1), "last_safe_meeting": date(2026, 1, 7)},
        "twelve weeks more for the meeting",
    ),
    limit("PT-03", "transfer_date", date(2026, 7, 31), date(2026, 2, 28), "short"),
    limit("PT-03", "transfer_date", date(2028, 7, 31), date(2028, 2, 29), "leap"),
    limit("PT-03", "transfer_date", date(2027, 1, 4), date(2026, 8, 4), "year end"),
]

LIMITS = [*MOVES, *PHASES]
