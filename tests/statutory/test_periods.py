"""The dated tables: the law of the day, and no period that could slip unseen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sendhub import statutory
from sendhub.statutory import NotYetLaw, StatutoryError
from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.counting.working_days import ENGLAND, WorkingDays
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods.in_force import InForce, Periods
from sendhub.statutory.rule import Limit
from sendhub.statutory.sources.source import Evidence, Source
from tests.statutory.modules import MODULES
from tests.statutory.tables import EXAMPLES, LIMITS

TABLES = {
    name: it
    for module in MODULES
    for name, it in vars(module).items()
    if isinstance(it, Periods)
}
BEGAN = {
    "UNOPPOSED_NOTIFY": date(2015, 3, 23),
    "UNOPPOSED_REFUSE": date(2015, 3, 23),
    "UNOPPOSED_PLAN": date(2015, 3, 23),
    "UNOPPOSED_PLACE": date(2015, 3, 23),
    "UNOPPOSED_DRAFT": date(2015, 3, 23),
    "UNOPPOSED_FINAL": date(2015, 3, 23),
    "RECOMMENDED": date(2018, 4, 3),
    "TEACH_EXCLUDED": date(2007, 9, 1),
    "ANSWER_COMPLAINT": date(2006, 9, 1),
    "ANSWER_COMPLAINT_AT_MOST": date(2006, 9, 1),
    "INVESTIGATE": date(2006, 9, 1),
    "INVESTIGATE_AT_MOST": date(2006, 9, 1),
    "ASK_FOR_PANEL": date(2006, 9, 1),
    "HOLD_PANEL": date(2006, 9, 1),
    "REPORT_OF_PANEL": date(2006, 9, 1),
    "ANSWER_PANEL": date(2006, 9, 1),
    "ANSWER_ACCESS": date(2018, 5, 25),
    "ANSWER_COMPLEX_ACCESS": date(2018, 5, 25),
    "ANSWER_INFORMATION": date(2005, 1, 1),
    "REVIEW_ON_RELEASE": date(2015, 4, 1),
    "ANSWER_DRAFT_IN_CUSTODY": date(2015, 4, 1),
    "FINAL_PLAN_IN_CUSTODY": date(2015, 4, 1),
}
"""Tables whose first line is not as old as Part 3 of the Act."""
RULES = statutory.RULES.values()
OLD = Source("The old regulations")
NEW = Source("The new regulations", "https://www.legislation.gov.uk/")
AMENDED = Periods(
    "do it",
    InForce(date(2014, 9, 1), Length(6, Unit.WEEKS), OLD, Evidence.LAW),
    InForce(date(2026, 9, 1), Length(4, Unit.WEEKS), NEW, Evidence.UNVERIFIED),
)


@pytest.mark.parametrize(
    ("begins", "due", "source"),
    [
        (date(2014, 9, 1), date(2014, 10, 13), OLD),
        (date(2026, 8, 31), date(2026, 10, 12), OLD),
        (date(2026, 9, 1), date(2026, 9, 29), NEW),
        (date(2030, 1, 1), date(2030, 1, 29), NEW),
    ],
)
def test_judges_a_case_by_the_law_of_the_day_its_clock_started(
    begins, due, source
) -> None:
    clock = Limit(("request_received",), AMENDED, "{period}, {event}, {begins}, {due}")
    found = clock.reckon(Given("X", clock.facts, {"request_received": begins}))
    assert (found.dates.due, found.source) == (due, source)


def test_marks_a_value_that_was_not_verified() -> None:
    limit = Limit(("request_received",), AMENDED, "By {due}.")
    rule = replace(statutory.RULES["NA-03"], clock=limit)
    assert not rule.verified
    assert rule.period == "4 weeks"
    for begins, verified in ((date(2026, 8, 31), True), (date(2026, 9, 1), False)):
        given = Given("X", rule.facts, {"request_received": begins})
        assert rule.stand(given, as_at=begins).verified is verified


def test_has_nothing_to_say_before_its_first_line() -> None:
    with pytest.raises(NotYetLaw, match="The time to do it"):
        AMENDED.in_force(date(2014, 8, 31))


@pytest.mark.parametrize(
    "lines", [(), AMENDED.lines[::-1], (AMENDED.lines[0], AMENDED.lines[0])]
)
def test_refuses_a_table_out_of_order(lines) -> None:
    with pytest.raises(StatutoryError, match="in order of date"):
        Periods("do it", *lines)


def other(counting: Counting) -> Counting:
    return next(one for one in Counting if one is not counting)


def is_plain_days(length: Length) -> bool:
    """Days that are not working days."""
    return type(length) is Length and length.unit is Unit.DAYS


MUTANTS = {
    "one longer": lambda line: replace(line.length, number=line.length.number + 1),
    "one shorter": lambda line: replace(
        # what is one long can only be made longer still
        line.length,
        number=line.length.number - 1 or 3,
    ),
    "another unit": lambda line: Length(
        line.length.number,
        Unit.WEEKS if is_plain_days(line.length) else Unit.DAYS,
        line.length.counting,
    ),
    "counted otherwise": lambda line: replace(
        line.length, counting=other(line.length.counting)
    ),
}


@pytest.mark.parametrize("mutant", MUTANTS)
@pytest.mark.parametrize("name", TABLES)
def test_notices_when_a_period_is_changed(name, mutant, monkeypatch) -> None:
    table = TABLES[name]
    for number, line in enumerate(table.lines):
        wrong = replace(line, length=MUTANTS[mutant](line))
        with monkeypatch.context() as patched:
            lines = (*table.lines[:number], wrong, *table.lines[number + 1 :])
            patched.setattr(table, "lines", lines)
            assert any(row.disagrees() for row in [*EXAMPLES, *LIMITS])


@pytest.mark.parametrize("name", ["RESPOND", "ANSWER_INFORMATION"])
def test_notices_when_the_calendar_is_changed(name, monkeypatch) -> None:
    table = TABLES[name]
    line = table.lines[0]
    assert isinstance(line.length, WorkingDays)
    wrong = replace(line, length=replace(line.length, calendar=ENGLAND))
    monkeypatch.setattr(table, "lines", (wrong,))
    assert any(row.disagrees() for row in [*EXAMPLES, *LIMITS])


def test_every_other_working_day_is_one_of_england() -> None:
    calendars = {
        name: line.length.calendar.name
        for name, table in TABLES.items()
        for line in table.lines
        if isinstance(line.length, WorkingDays)
    }
    assert len(calendars) >= 15
    assert {name for name, where in calendars.items() if where != "England"} == {
        "RESPOND",
        "ANSWER_INFORMATION",
    }


@pytest.mark.parametrize("name", TABLES)
def test_begins_with_the_act_and_not_a_day_before(name) -> None:
    table = TABLES[name]
    begins = table.lines[0].from_on
    assert begins == BEGAN.get(name, date(2014, 9, 1))
    assert table.in_force(begins) is table.lines[0]
    with pytest.raises(NotYetLaw):
        table.in_force(begins - timedelta(days=1))


def test_every_table_is_used_by_a_rule() -> None:
    used = {table.name for rule in RULES for table in rule.clock.tables}
    assert used == {table.name for table in TABLES.values()}


@pytest.mark.parametrize("name", TABLES)
def test_cites_a_source_of_each_rule_that_uses_it(name) -> None:
    table = TABLES[name]
    using = [rule for rule in RULES if table in rule.clock.tables]
    assert all(table.latest.source in rule.sources for rule in using)
