"""Mediation, appeals and orders, worked out by hand (ME, AP and TR)."""

from datetime import date
from typing import Any

from tests.statutory.rows import Row, counted, limit

ORDER = date(2023, 9, 7)

MEDIATION = [
    Row("AP-00", {}, {"due": None, "status": None}, "no date either"),
    Row("ME-01", {}, {"due": None, "status": None}, "no date"),
    limit("ME-02", "decision_letter", date(2025, 12, 31), date(2026, 2, 28), "short"),
    limit("ME-02", "decision_letter", date(2027, 12, 31), date(2028, 2, 29), "leap"),
    limit("ME-02", "decision_letter", date(2026, 6, 10), date(2026, 8, 10), "August"),
    limit("ME-03", "mediation_declined", date(2026, 4, 1), date(2026, 4, 8), "Easter"),
    limit("ME-03", "mediation_declined", date(2026, 6, 5), date(2026, 6, 10), "Friday"),
    limit(
        "ME-03", "mediation_declined", date(2026, 12, 24), date(2026, 12, 31), "Xmas"
    ),
    limit(
        "ME-04", "mediation_requested", date(2026, 1, 30), date(2026, 3, 1), "30 days"
    ),
    limit("ME-04", "mediation_requested", date(2028, 1, 30), date(2028, 2, 29), "leap"),
    limit(
        "ME-04a",
        "icb_notified_of_mediation",
        date(2026, 11, 26),
        date(2026, 12, 26),
        "a Saturday, and Boxing Day",
    ),
    limit(
        "ME-05", "mediation_requested", date(2026, 8, 27), date(2026, 9, 2), "August"
    ),
    limit(
        "ME-06",
        "adviser_told_no_mediation",
        date(2026, 6, 1),
        date(2026, 6, 4),
        "deemed",
    ),
    limit("ME-06", "mediation_held", date(2026, 6, 5), date(2026, 6, 10), "afterwards"),
    limit(
        "ME-07a", "mediation_agreement", date(2026, 6, 1), date(2026, 6, 8), "a week"
    ),
]


def agreed(matter: str, answer: dict[str, Any], why: str, **facts: Any) -> Row:
    facts = {"mediation_agreement": ORDER, "matter": matter, **facts}
    return Row("ME-07", facts, answer, why)


AGREEMENTS = [
    agreed(
        "refusal to assess",
        {
            "due_notify": date(2023, 9, 21),
            "due_not_to_issue": date(2023, 11, 16),
            "due": date(2023, 12, 14),
        },
        "as if ordered",
    ),
    Row(
        "ME-07",
        {"mediation_agreement_to_assess": date(2025, 3, 1)},
        {"due_not_to_issue": date(2025, 5, 10), "due": date(2025, 6, 7)},
        "to assess, so no matter need be named; on a Saturday",
    ),
    agreed(
        "refusal to issue",
        {"due_draft": date(2023, 10, 12), "due": date(2023, 11, 23)},
        "five and eleven weeks",
    ),
    agreed("contents", {"due": date(2023, 10, 12), "due_draft": None}, "five weeks"),
    agreed("refusal to amend", {"due": date(2023, 10, 12)}, "five weeks to amend"),
    agreed("placement", {"due": date(2023, 9, 21)}, "two weeks for the place"),
    agreed("ceasing", {"due": date(2023, 10, 12)}, "five weeks for a kept plan"),
    agreed("other", {"due": date(2023, 9, 21)}, "two weeks for anything else"),
    agreed(
        "other",
        {"due": date(2023, 9, 21), "late_days": 1},
        "done a day late",
        agreement_kept=date(2023, 9, 22),
    ),
    agreed(
        "contents",
        {"due": date(2023, 10, 12), "exempt": True},
        "four weeks away, as after an order",
        absent_from=date(2023, 9, 8),
        returned=date(2023, 10, 9),
    ),
    agreed(
        "contents",
        {"due": date(2023, 12, 1), "late_days": 3},
        "the date the parties agreed",
        agreed_by=date(2023, 12, 1),
        plan_sent=date(2023, 12, 4),
    ),
]


def letter(on: date, due: date, why: str, certificate: date | None = None) -> Row:
    facts = {"decision_letter": on, "mediation_certificate": certificate}
    return Row("AP-01", facts, {"due": due}, why)


APPEALS = [
    letter(date(2026, 3, 2), date(2026, 5, 5), "Saturday, bank holiday, Tuesday"),
    letter(date(2026, 4, 15), date(2026, 6, 15), "the corresponding date"),
    letter(date(2026, 2, 3), date(2026, 4, 7), "Good Friday to Easter Tuesday"),
    letter(date(2025, 12, 31), date(2026, 3, 2), "28 February, a Saturday"),
    letter(date(2019, 6, 10), date(2019, 9, 2), "August before July 2020 too"),
    letter(date(2019, 10, 28), date(2020, 1, 2), "and Christmas before it"),
    letter(date(2027, 12, 29), date(2028, 2, 29), "29 February"),
    letter(date(2026, 12, 29), date(2027, 3, 1), "no 29 February: a Sunday"),
    letter(date(2025, 5, 31), date(2025, 7, 31), "the day before August"),
    letter(date(2025, 6, 1), date(2025, 9, 1), "the first of August"),
    letter(date(2025, 6, 30), date(2025, 9, 1), "30 August"),
    letter(date(2025, 7, 1), date(2025, 9, 1), "1 September itself"),
    letter(date(2027, 5, 31), date(2027, 8, 2), "Saturday 31 July, so Monday"),
    letter(date(2025, 10, 24), date(2025, 12, 24), "Christmas Eve"),
    letter(date(2025, 10, 25), date(2026, 1, 2), "Christmas Day"),
    letter(date(2025, 11, 1), date(2026, 1, 2), "New Year's Day"),
    letter(date(2027, 10, 31), date(2028, 1, 4), "New Year's Eve, and a substitute"),
    letter(
        date(2026, 4, 15),
        date(2026, 6, 15),
        "an early certificate changes nothing",
        certificate=date(2026, 5, 15),
    ),
    letter(
        date(2026, 4, 15),
        date(2026, 6, 16),
        "a certificate one day later does",
        certificate=date(2026, 5, 16),
    ),
    letter(
        date(2026, 4, 15),
        date(2026, 7, 10),
        "a month from the certificate",
        certificate=date(2026, 6, 10),
    ),
    letter(
        date(2027, 11, 20),
        date(2028, 2, 29),
        "a month from 31 January, in a leap year",
        certificate=date(2028, 1, 31),
    ),
    Row(
        "AP-01",
        {"decision_letter": date(2026, 4, 15), "appeal_received": date(2026, 6, 16)},
        {"due": date(2026, 6, 15), "late_days": 1},
        "one day over",
    ),
    Row(
        "AP-01",
        {"decision_letter": date(2026, 6, 10), "appeal_received": date(2026, 8, 25)},
        {"due": date(2026, 9, 1), "status": "on_time"},
        "received in August",
    ),
    counted(
        "AP-02", date(2026, 6, 10), "within 2 months of", date(2026, 9, 1), "August"
    ),
    counted("AP-02", date(2026, 6, 3), "within 3 days of", date(2026, 6, 8), "weekend"),
    counted("AP-02", date(2026, 6, 1), "within 2 days of", date(2026, 6, 3), "plain"),
    counted(
        "AP-02a", date(2026, 7, 20), "within 4 weeks of", date(2026, 9, 17), "August"
    ),
    counted(
        "AP-02a",
        date(2025, 12, 15),
        "within 2 weeks of",
        date(2026, 1, 6),
        "Christmas: eight days are not counted",
    ),
    counted(
        "AP-02a", date(2026, 6, 3), "within 3 days of", date(2026, 6, 8), "a Saturday"
    ),
    counted(
        "AP-02a", date(2026, 1, 31), "within 1 month of", date(2026, 3, 2), "a Saturday"
    ),
    counted(
        "AP-02a",
        date(2026, 6, 1),
        "15 days beginning with",
        date(2026, 6, 15),
        "the first day is the event's",
    ),
    counted(
        "AP-02a",
        date(2026, 8, 5),
        "15 days beginning with",
        date(2026, 9, 15),
        "unless it is in August",
    ),
    counted(
        "AP-02a",
        date(2025, 12, 24),
        "2 days beginning with",
        date(2026, 1, 2),
        "Christmas Eve counts, and the eight days after do not",
    ),
    counted(
        "AP-02a",
        date(2025, 12, 25),
        "2 weeks beginning with",
        date(2026, 1, 15),
        "nor does Christmas Day",
    ),
    counted(
        "AP-02a",
        date(2025, 7, 21),
        "within 30 working days of",
        date(2025, 9, 30),
        "working days, as AP-03",
    ),
    counted(
        "AP-02",
        date(2026, 3, 30),
        "within 5 working days of",
        date(2026, 4, 8),
        "working days over Easter",
    ),
    counted(
        "AP-02",
        date(2026, 7, 27),
        "1 working day after",
        date(2026, 7, 28),
        "one working day",
    ),
    limit("AP-03", "appeal_sent_to_la", date(2025, 7, 21), date(2025, 9, 30), "August"),
    limit(
        "AP-03", "appeal_sent_to_la", date(2025, 12, 15), date(2026, 2, 3), "Christmas"
    ),
    limit("AP-03", "appeal_sent_to_la", date(2026, 3, 9), date(2026, 4, 22), "Easter"),
    limit("AP-03", "appeal_sent_to_la", date(2028, 1, 18), date(2028, 2, 29), "leap"),
]


def order(rule: str, due: date, why: str, begins: date = ORDER) -> Row:
    return limit(rule, "tribunal_order", begins, due, why)


def unopposed(on: date, matter: str, answer: dict[str, Any], why: str) -> Row:
    return Row("TR-03", {"unopposed_notice": on, "matter": matter}, answer, why)


ORDERS = [
    order("TR-01", ORDER, "at once"),
    Row(
        "TR-02",
        {"tribunal_order_to_assess": date(2027, 11, 23)},
        {
            "due_notify": date(2027, 12, 7),
            "due_not_to_issue": date(2028, 2, 1),
            "due": date(2028, 2, 29),
        },
        "fourteen weeks to 29 February",
    ),
    Row(
        "TR-02a",
        {"tribunal_order": ORDER},
        {"due_draft": date(2023, 10, 12), "due": date(2023, 11, 23)},
        "five and eleven weeks",
    ),
    Row(
        "TR-02b",
        {"tribunal_order": ORDER},
        {"due": date(2023, 9, 21), "verified": False},
        "two weeks, not checked",
    ),
    order("TR-02c", date(2023, 10, 12), "five weeks"),
    order("TR-02c", date(2026, 12, 26), "on Boxing Day", date(2026, 11, 21)),
    order("TR-02d", date(2023, 9, 21), "two weeks"),
    order("TR-02d", date(2026, 1, 1), "on New Year's Day", date(2025, 12, 18)),
    order("TR-02e", ORDER, "at once"),
    order("TR-02f", date(2023, 10, 12), "five weeks"),
    Row(
        "TR-03",
        {"refused_then_agreed_to_assess": date(2024, 8, 20)},
        {
            "due_notify": date(2024, 9, 3),
            "due_not_to_issue": date(2024, 10, 29),
            "due": date(2024, 11, 26),
        },
        "as NA-15, unopposed",
    ),
    unopposed(
        date(2024, 8, 20),
        "refusal to assess",
        {"due_notify": date(2024, 9, 3), "due": date(2024, 11, 26)},
        "the matter named",
    ),
    unopposed(
        date(2024, 8, 20),
        "refusal to issue",
        {"due_draft": date(2024, 9, 24), "due": date(2024, 11, 5)},
        "five and eleven weeks",
    ),
    unopposed(date(2024, 8, 20), "placement", {"due": date(2024, 9, 3)}, "two weeks"),
    unopposed(
        date(2024, 8, 20), "ceasing", {"due": date(2024, 9, 24)}, "kept and amended"
    ),
    unopposed(
        date(2024, 8, 20), "refusal to amend", {"due": date(2024, 9, 24)}, "five weeks"
    ),
    unopposed(
        date(2015, 3, 22),
        "contents",
        {"due": date(2015, 4, 19)},
        "the last day of the four weeks",
    ),
    unopposed(
        date(2015, 3, 23),
        "contents",
        {"due": date(2015, 4, 27)},
        "the first day of the five weeks",
    ),
    Row(
        "TR-05",
        {"reason": "shortage of educational psychologists"},
        {"exempt": False, "due": None},
        "no excuse after an order either",
    ),
    Row(
        "TR-05",
        {"absent_from": date(2026, 2, 2), "returned": date(2026, 3, 2)},
        {"exempt": True, "due": None},
        "four weeks away",
    ),
    limit("TR-04", "recommendation_made", date(2026, 6, 1), date(2026, 7, 6), "five"),
    limit("TR-04", "recommendation_made", date(2018, 4, 3), date(2018, 5, 8), "first"),
]

LIMITS = [*MEDIATION, *AGREEMENTS, *APPEALS, *ORDERS]
