"""A plan issued, kept and ended, and the ages that matter, worked out by hand."""

from datetime import date

from tests.statutory.rows import Row, limit

ISSUE = [
    limit(
        "PL-01",
        "plan_sent",
        date(2026, 11, 20),
        date(2026, 12, 25),
        "five weeks, to Christmas Day",
    ),
    limit(
        "PL-01",
        "plan_sent",
        date(2028, 1, 25),
        date(2028, 2, 29),
        "ends on 29 February",
    ),
    Row(
        "PL-01",
        {"plan_sent": date(2026, 7, 27), "provision_in_place": date(2026, 9, 1)},
        {"due": date(2026, 8, 31), "status": "late", "late_days": 1},
        "one day over, and the summer counts",
    ),
    limit("PL-02", "plan_sent", date(2026, 6, 1), date(2026, 6, 1), "the same day"),
    Row(
        "PL-03",
        {"draft_served": date(2026, 6, 1)},
        {"due": None, "status": None},
        "no date",
    ),
]

CONTENTS = [
    *(
        Row(
            rule,
            {"plan_sent": date(2026, 6, 1)},
            {"due": None, "status": None, "begins": date(2026, 6, 1)},
            "a duty of every plan",
        )
        for rule in ("PL-04", "PL-05")
    ),
    Row("PL-07", {}, {"due": None, "status": None}, "no date"),
    limit(
        "PL-06",
        "amendment_notice",
        date(2028, 1, 4),
        date(2028, 2, 29),
        "eight weeks to 29 February",
    ),
    Row(
        "PL-06",
        {"amendment_notice": date(2026, 6, 1), "plan_sent": date(2026, 7, 28)},
        {"due": date(2026, 7, 27), "status": "late", "late_days": 1},
        "amended a day late",
    ),
    Row(
        "PL-06",
        {
            "amendment_notice": date(2026, 6, 1),
            "no_amendment_notified": date(2026, 7, 27),
        },
        {"due": date(2026, 7, 27), "status": "on_time", "verified": False},
        "left as it was, on the last day",
    ),
]

BUDGETS = [
    Row(
        "PL-08",
        {
            "personal_budget_requested": date(2026, 6, 1),
            "personal_budget_prepared": date(2026, 9, 1),
        },
        {"due": None, "status": None, "done": date(2026, 9, 1)},
        "no fixed time",
    ),
    limit(
        "PL-09",
        "personal_budget_refused",
        date(2026, 6, 1),
        date(2026, 6, 1),
        "with the letter",
    ),
    Row(
        "PL-10",
        {"direct_payment_from": date(2026, 6, 1)},
        {"due": None, "begins": date(2026, 6, 1)},
        "always",
    ),
    limit(
        "PL-11",
        "direct_payment_from",
        date(2026, 11, 30),
        date(2027, 2, 28),
        "three months to the end of a shorter month",
    ),
    Row(
        "PL-11",
        {
            "direct_payment_from": date(2026, 9, 26),
            "direct_payment_reviewed": date(2026, 12, 27),
        },
        {"due": date(2026, 12, 26), "status": "late", "late_days": 1},
        "three months, to Boxing Day, and a day late",
    ),
    Row(
        "PL-12",
        {
            "direct_payment_from": date(2026, 6, 1),
            "direct_payment_notice": date(2026, 9, 1),
        },
        {"due": None, "status": None, "done": date(2026, 9, 1)},
        "the notice has no fixed length",
    ),
]

CEASING = [
    Row("CE-01", {}, {"due": None, "begins": None}, "no date and no event"),
    Row(
        "CE-02",
        {"left_setting": date(2026, 7, 17), "review_completed": date(2026, 9, 1)},
        {"due": None, "status": None, "done": date(2026, 9, 1)},
        "reviewed after leaving",
    ),
    Row(
        "CE-03",
        {"cease_consulted": date(2026, 6, 1), "cease_notified": date(2026, 6, 1)},
        {"due": None, "done": date(2026, 6, 1)},
        "both steps on one day",
    ),
    Row(
        "CE-04",
        {"cease_notified": date(2026, 1, 31)},
        {"due": date(2026, 3, 31), "status": None},
        "two months from a month end",
    ),
    Row(
        "CE-04",
        {"cease_notified": date(2025, 12, 29)},
        {"due": date(2026, 3, 2)},
        "the last of February is a Saturday: the tribunal rolls on",
    ),
    Row(
        "CE-04",
        {"cease_notified": date(2026, 6, 10)},
        {"due": date(2026, 9, 1)},
        "two months end in August: the first working day after it",
    ),
    Row(
        "CE-04",
        {
            "cease_notified": date(2026, 2, 2),
            "mediation_certificate": date(2026, 3, 30),
        },
        {"due": date(2026, 4, 30)},
        "a month from the certificate is later",
    ),
    Row(
        "CE-04",
        {"cease_notified": date(2026, 2, 2), "appeal_received": date(2026, 4, 2)},
        {"due": None},
        "an appeal on the last day keeps the plan until it is decided",
    ),
    Row(
        "CE-04",
        {"cease_notified": date(2026, 2, 2), "appeal_received": date(2026, 4, 7)},
        {"due": date(2026, 4, 2)},
        "an appeal after it does not",
    ),
    Row(
        "CE-04",
        {
            "cease_notified": date(2026, 2, 2),
            "appeal_received": date(2026, 3, 2),
            "appeal_decided": date(2026, 12, 25),
        },
        {"due": date(2026, 12, 25), "late_days": 0},
        "until the appeal is decided",
    ),
    limit(
        "CE-05",
        "born_on",
        date(2001, 10, 15),
        date(2027, 7, 31),
        "where the person learns is not said: 31 July, as at a college",
    ),
    limit(
        "CE-05",
        "born_on",
        date(2001, 7, 31),
        date(2026, 7, 31),
        "25 on the last day of the year",
    ),
    limit(
        "CE-05",
        "born_on",
        date(2001, 8, 1),
        date(2027, 7, 31),
        "25 on the first day of the next",
    ),
    Row(
        "CE-05",
        {
            "born_on": date(2001, 10, 15),
            "learning": "college",
            "plan_ceased": date(2027, 8, 1),
        },
        {"due": date(2027, 7, 31), "status": "late", "late_days": 1},
        "a college's year, ended a day late",
    ),
    Row(
        "CE-05",
        {"born_on": date(2000, 2, 29), "learning": "other"},
        {"due": date(2026, 2, 28)},
        "born on 29 February: 26 on 1 March",
    ),
]

AGES = [
    Row(
        "AG-01",
        {"born_on": date(2022, 2, 28)},
        {"due": date(2027, 3, 31), "status": None, "late_days": 0},
        "five in February",
    ),
    limit("AG-01", "born_on", date(2021, 8, 31), date(2026, 8, 31), "five that day"),
    limit("AG-01", "born_on", date(2021, 9, 1), date(2026, 12, 31), "five after it"),
    limit(
        "AG-01",
        "born_on",
        date(2020, 2, 29),
        date(2025, 3, 31),
        "born on 29 February",
    ),
    Row(
        "AG-02",
        {"born_on": date(2010, 8, 31), "as_at": date(2027, 1, 1)},
        {"due": date(2026, 6, 26), "status": None, "late_days": 0},
        "16 on the last day of the school year, and nobody is late",
    ),
    limit("AG-02", "born_on", date(2010, 9, 1), date(2027, 6, 25), "a day younger"),
    Row(
        "AG-03",
        {"born_on": date(2010, 3, 15)},
        {"due": date(2026, 6, 27), "until": date(2035, 3, 14), "status": None},
        "the Saturday after the last Friday in June",
    ),
    Row(
        "AG-03",
        {"born_on": date(2008, 2, 29), "lacks_capacity": "yes"},
        {"due": date(2024, 6, 29), "until": date(2033, 2, 28)},
        "born on 29 February: 25 on 1 March",
    ),
    limit("AG-07", "born_on", date(2008, 2, 29), date(2026, 3, 1), "on 29 February"),
    limit("AG-07", "born_on", date(2008, 2, 28), date(2026, 2, 28), "the day before"),
    limit("AG-07", "born_on", date(2010, 2, 28), date(2028, 2, 28), "a leap year"),
    Row(
        "AG-04",
        {"special_place_from": date(2026, 9, 1), "plan_date": date(2026, 7, 1)},
        {"due": date(2026, 9, 1), "status": "on_time", "begins": None},
        "made long before the first day",
    ),
    Row(
        "AG-04",
        {"special_place_from": date(2026, 9, 1), "plan_date": date(2026, 9, 1)},
        {"due": date(2026, 9, 1), "status": "on_time"},
        "made on the first day",
    ),
    Row(
        "AG-04",
        {"special_place_from": date(2026, 9, 1), "plan_date": date(2026, 9, 2)},
        {"due": date(2026, 9, 1), "status": "late", "late_days": 1},
        "a day too late",
    ),
    Row(
        "AG-06",
        {"born_on": date(2015, 9, 1), "event": date(2026, 8, 31)},
        {"begins": date(2025, 9, 1), "due": date(2026, 8, 31), "status": None},
        "the last day of a school year",
    ),
    Row(
        "AG-06",
        {"born_on": date(2015, 9, 1), "event": date(2026, 9, 1)},
        {"begins": date(2026, 9, 1), "due": date(2027, 8, 31), "status": None},
        "the first day of the next",
    ),
    Row("AG-05", {}, {"due": None, "status": None}, "no date"),
]

PRINCIPLES = [
    Row(f"C-{number:02}", {}, {"due": None, "status": None}, "a rule about all clocks")
    for number in range(4, 11)
]

LIMITS = [*ISSUE, *CONTENTS, *BUDGETS, *CEASING, *AGES, *PRINCIPLES]
