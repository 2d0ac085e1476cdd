"""What notices and referrals ask, by date: no database."""

from datetime import date

import pytest

from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.intakes.rules import (
    IntakeFacts,
    Kind,
    Outcome,
    check_date_usual,
    check_may_log,
    check_open,
    deadlines_wanted,
    ways_to_end,
    weeks_between,
)

CAME = date(2026, 11, 2)


def wanted(kind, outcome=Outcome.OPEN, answered_on=None, ended_on=None):
    facts = IntakeFacts(kind, CAME, answered_on, outcome, ended_on)
    return [(w.rule, w.due_on, w.ended) for w in deadlines_wanted(facts)]


@pytest.mark.parametrize("kind", [Kind.EARLY_YEARS, Kind.PORTAGE])
@pytest.mark.parametrize(
    ("answered_on", "outcome", "ended"),
    [
        (None, Outcome.OPEN, Ended.OPEN),
        (date(2026, 11, 2), Outcome.OPEN, Ended.MET),
        (date(2026, 11, 16), Outcome.OPEN, Ended.MET),
        (date(2026, 11, 17), Outcome.OPEN, Ended.LATE),
        (date(2026, 11, 16), Outcome.SUPPORT, Ended.MET),
        (None, Outcome.SUPPORT, Ended.VOID),
        (None, Outcome.CLOSED, Ended.VOID),
    ],
)
def test_a_family_is_welcomed_within_two_weeks(kind, answered_on, outcome, ended):
    found = wanted(kind, outcome, answered_on, outcome and date(2026, 11, 18))
    assert found == [("EY-01", date(2026, 11, 16), ended)]


@pytest.mark.parametrize("kind", [Kind.NOTICE, Kind.ATTENTION])
@pytest.mark.parametrize(
    ("outcome", "ended_on", "ended"),
    [
        (Outcome.OPEN, None, Ended.OPEN),
        (Outcome.NOT_CONSIDERED, date(2026, 12, 14), Ended.MET),
        (Outcome.NOT_CONSIDERED, date(2026, 12, 15), Ended.LATE),
        (Outcome.ASSESSMENT, date(2026, 11, 9), Ended.VOID),
        (Outcome.CLOSED, date(2026, 11, 9), Ended.VOID),
    ],
)
def test_a_notice_is_decided_on_within_six_weeks(kind, outcome, ended_on, ended):
    found = wanted(kind, outcome, date(2026, 11, 3), ended_on)
    assert found == [("NA-03", date(2026, 12, 14), ended)]


@pytest.mark.parametrize("kind", Kind)
def test_what_was_recorded_by_mistake_has_no_clock(kind):
    assert wanted(kind, Outcome.MISTAKE, CAME, CAME) == []


@pytest.mark.parametrize(
    ("kind", "born_on", "field"),
    [
        (Kind.NOTICE, date(2021, 11, 2), None),
        (Kind.NOTICE, date(2021, 8, 31), "kind"),
        (Kind.PORTAGE, date(2021, 9, 1), None),
        (Kind.EARLY_YEARS, date(2020, 1, 1), "kind"),
        (Kind.ATTENTION, date(2016, 5, 5), None),
        (Kind.ATTENTION, date(2026, 11, 3), "received_on"),
        (Kind.PORTAGE, date(2026, 11, 2), None),
    ],
)
def test_asks_the_child_s_age(kind, born_on, field):
    def log():
        check_may_log(kind, born_on=born_on, died_on=None, received_on=CAME)

    if field is None:
        return log()
    with pytest.raises(RuleBroken) as broken:
        log()
    assert broken.value.field == field
    return None


def test_nothing_is_logged_of_a_child_who_died():
    with pytest.raises(RuleBroken, match="has died"):
        check_may_log(
            Kind.PORTAGE, born_on=date(2023, 1, 1), died_on=CAME, received_on=CAME
        )


def test_only_a_date_of_more_than_a_year_ago_is_asked_about():
    check_date_usual(CAME, on=date(2027, 11, 3))
    with pytest.raises(RuleBroken, match="more than a year ago"):
        check_date_usual(CAME, on=date(2027, 11, 4))


def test_what_has_ended_stays_ended():
    check_open(Outcome.OPEN)
    with pytest.raises(RuleBroken, match="ended already: support began"):
        check_open(Outcome.SUPPORT)


def test_only_a_notice_may_end_without_an_assessment():
    assert Outcome.NOT_CONSIDERED in ways_to_end(Kind.NOTICE)
    assert ways_to_end(Kind.PORTAGE) == [Outcome.CLOSED, Outcome.MISTAKE]


@pytest.mark.parametrize(("day", "weeks"), [(2, 0), (8, 0), (9, 1), (30, 4), (1, 0)])
def test_counts_whole_weeks(day, weeks):
    assert weeks_between(CAME, date(2026, 11, day)) == weeks
