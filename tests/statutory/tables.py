"""Dates worked out by hand, for every limit of the rule book.

`EXAMPLES` are published cases, from examples.csv; `LIMITS` are our own, here and in
the modules named `tables_…` beside this one. Each row is a rule, its facts and the
answers that must come out.
"""

import importlib
import pkgutil
from datetime import date

import tests.statutory
from tests.statutory.rows import Row, counted, examples, limit

EXAMPLES = examples()

LIMITS = [
    # six weeks to decide whether to assess
    limit(
        "NA-03",
        "request_received",
        date(2026, 6, 1),
        date(2026, 7, 13),
        "a Monday stays a Monday",
    ),
    limit(
        "NA-03",
        "request_received",
        date(2026, 11, 14),
        date(2026, 12, 26),
        "a Saturday, and Boxing Day: neither moves it",
    ),
    limit(
        "NA-03",
        "request_received",
        date(2025, 11, 13),
        date(2025, 12, 25),
        "Christmas Day stays",
    ),
    limit(
        "NA-03",
        "request_received",
        date(2025, 12, 1),
        date(2026, 1, 12),
        "over the year end",
    ),
    limit(
        "NA-03",
        "request_received",
        date(2028, 1, 18),
        date(2028, 2, 29),
        "ends on 29 February",
    ),
    limit(
        "NA-03",
        "request_received",
        date(2027, 1, 18),
        date(2027, 3, 1),
        "the same days in a year without one",
    ),
    limit(
        "NA-03",
        "request_received",
        date(2014, 9, 1),
        date(2014, 10, 13),
        "the first day of the law",
    ),
    limit(
        "NA-03",
        "became_responsible",
        date(2026, 7, 20),
        date(2026, 8, 31),
        "no request: the day the council became responsible; the summer counts",
    ),
    # six weeks to give advice
    limit(
        "NA-07",
        "advice_requested",
        date(2026, 7, 13),
        date(2026, 8, 24),
        "asked on day 42 of a request of 1 June: due on day 84",
    ),
    limit(
        "NA-07",
        "advice_requested",
        date(2028, 2, 29),
        date(2028, 4, 11),
        "starts on 29 February",
    ),
    # sixteen weeks to say no, or to say either
    limit(
        "NA-08",
        "request_received",
        date(2026, 6, 1),
        date(2026, 9, 21),
        "sixteen weeks over the summer holidays",
    ),
    limit(
        "NA-08",
        "became_responsible",
        date(2025, 9, 30),
        date(2026, 1, 20),
        "from a month end over the year end",
    ),
    limit(
        "NA-09",
        "request_received",
        date(2023, 5, 18),
        date(2023, 9, 7),
        "the day of the request is not counted",
    ),
    # fifteen days beginning with the day of service
    limit(
        "NA-11",
        "draft_served",
        date(2026, 6, 1),
        date(2026, 6, 15),
        "the day of service is the first",
    ),
    limit(
        "NA-11",
        "draft_served",
        date(2028, 2, 15),
        date(2028, 2, 29),
        "ends on 29 February",
    ),
    limit(
        "NA-11",
        "draft_served",
        date(2027, 2, 15),
        date(2027, 3, 1),
        "the same days in a year without one",
    ),
    limit(
        "NA-11",
        "draft_served",
        date(2026, 12, 20),
        date(2027, 1, 3),
        "Christmas counts, and it ends on a Sunday",
    ),
    # twenty weeks to the final plan
    limit(
        "NA-13",
        "request_received",
        date(2026, 6, 1),
        date(2026, 10, 19),
        "twenty weeks over the summer holidays",
    ),
    limit(
        "NA-13",
        "request_received",
        date(2026, 8, 8),
        date(2026, 12, 26),
        "Boxing Day, a Saturday, stays",
    ),
    limit(
        "NA-13",
        "became_responsible",
        date(2026, 10, 31),
        date(2027, 3, 20),
        "from a month end over the year end, to a Saturday",
    ),
    # twelve months to a review
    limit(
        "AR-01",
        "plan_date",
        date(2024, 2, 29),
        date(2025, 2, 28),
        "29 February to a year without one",
    ),
    limit(
        "AR-01",
        "plan_date",
        date(2023, 2, 28),
        date(2024, 2, 28),
        "28 February to a leap year stays the 28th",
    ),
    limit(
        "AR-01",
        "previous_review_completed",
        date(2025, 12, 31),
        date(2026, 12, 31),
        "year end",
    ),
    limit(
        "AR-01",
        "plan_date",
        date(2025, 11, 1),
        date(2026, 11, 1),
        "ends on a Sunday and stays there",
    ),
    Row(
        "AR-01",
        {
            "plan_date": date(2022, 7, 18),
            "previous_review_completed": date(2025, 7, 1),
        },
        {"due": date(2026, 7, 1), "begins": date(2025, 7, 1)},
        "the last review rules, not the plan",
    ),
    # counting
    counted(
        "C-01",
        date(2026, 1, 31),
        "within 1 month of",
        date(2026, 2, 28),
        "no 31 February",
    ),
    counted("C-01", date(2026, 6, 1), "within 3 days from", date(2026, 6, 4), "days"),
    counted(
        "C-01",
        date(2028, 2, 29),
        "within 1 year after",
        date(2029, 2, 28),
        "a year from 29 February",
    ),
    counted(
        "C-02",
        date(2026, 6, 1),
        "1 day beginning with",
        date(2026, 6, 1),
        "one day beginning with today is today",
    ),
    counted(
        "C-02",
        date(2026, 3, 1),
        "1 month beginning with",
        date(2026, 3, 31),
        "a whole month",
    ),
    counted(
        "C-02",
        date(2026, 9, 1),
        "1 year starting with",
        date(2027, 8, 31),
        "a whole year",
    ),
    counted(
        "C-03",
        date(2026, 8, 31),
        "within 6 months of",
        date(2027, 2, 28),
        "a shorter month over the year end",
    ),
    counted(
        "C-03",
        date(2026, 6, 30),
        "within 1 month of",
        date(2026, 7, 30),
        "the same number, not the last day",
    ),
    counted(
        "C-03",
        date(2025, 8, 31),
        "within 30 months from",
        date(2028, 2, 29),
        "ends on 29 February",
    ),
    *(
        row
        for module in pkgutil.iter_modules(tests.statutory.__path__)
        if module.name.startswith("tables_")
        for row in importlib.import_module(f"tests.statutory.{module.name}").LIMITS
    ),
]
