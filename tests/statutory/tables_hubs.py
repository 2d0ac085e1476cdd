"""The end of a nurture hub place, worked out by hand (NH)."""

from datetime import date

from tests.statutory.rows import Row, limit

ENDS, ENDED, STEP = "hub_place_ends", "hub_place_ended", "hub_step_planned"

LIMITS = [
    limit("NH-01", ENDS, date(2026, 8, 31), date(2026, 6, 30), "June has no 31st"),
    limit("NH-01", ENDS, date(2027, 2, 5), date(2026, 12, 5), "over the new year"),
    limit("NH-02", ENDS, date(2027, 3, 31), date(2027, 2, 28), "the last of February"),
    limit("NH-02", ENDS, date(2028, 3, 30), date(2028, 2, 29), "in a leap year"),
    Row(
        "NH-02",
        {ENDS: date(2026, 8, 31), "hub_talk_held": date(2026, 8, 3)},
        {"due": date(2026, 7, 31), "status": "late", "late_days": 3},
        "held three days late",
    ),
    Row(
        "NH-01",
        {ENDS: date(2026, 8, 31), "hub_talk_arranged": date(2026, 6, 30)},
        {"due": date(2026, 6, 30), "status": "on_time"},
        "arranged on the last day",
    ),
    limit("NH-03", ENDED, date(2026, 8, 31), date(2027, 2, 28), "half a year"),
    limit("NH-04", ENDED, date(2028, 2, 29), date(2029, 2, 28), "a year from 29th"),
    Row(
        "NH-03",
        {ENDED: date(2026, 1, 31), "hub_six_months_told": date(2026, 8, 1)},
        {"due": date(2026, 7, 31), "status": "late", "late_days": 1},
        "asked a day late",
    ),
    Row(
        "NH-04",
        {ENDED: date(2026, 1, 31), "hub_twelve_months_told": date(2027, 1, 31)},
        {"due": date(2027, 1, 31), "status": "on_time"},
        "asked in time",
    ),
    limit("NH-05", STEP, date(2026, 8, 31), date(2026, 8, 31), "the day agreed"),
    Row(
        "NH-05",
        {STEP: date(2026, 8, 31), "hub_step_taken": date(2026, 9, 1)},
        {"due": date(2026, 8, 31), "status": "late", "late_days": 1},
        "taken a day late",
    ),
]
