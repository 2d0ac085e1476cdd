"""What holds for any dates at all."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import Status
from sendhub.statutory.clocks.kinds import Limits
from sendhub.statutory.counting.lengths import Counting, Length, Unit, months_after
from sendhub.statutory.people import (
    RightsHolder,
    age_on,
    compulsory_school_age_begins,
    compulsory_school_age_ends,
    is_young_person,
    of_compulsory_school_age,
    over_compulsory_school_age,
    rights_holder,
    turns,
    year_group,
)
from sendhub.statutory.rule import Limit

DAYS = st.dates(date(2018, 6, 1), date(2055, 12, 31))
"""Days on which every limit is law, and whose bank holidays are known."""
BIRTHDAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
LENGTHS = st.builds(
    Length, st.integers(1, 200), st.sampled_from(Unit), st.sampled_from(Counting)
)
RULES = statutory.RULES.values()
CLOCKS = {
    rule.id: rule
    for rule in RULES
    if rule.met_by and isinstance(rule.clock, Limit | Limits)
}
EXCUSED = {rule.id: rule for rule in CLOCKS.values() if rule.excuses}


@pytest.mark.parametrize("rule", CLOCKS.values(), ids=lambda rule: rule.id)
@given(one=DAYS, other=DAYS)
def test_a_later_start_is_never_due_earlier(rule, one, other) -> None:
    start = rule.clock.facts[0]
    early, late = sorted((one, other))
    assert statutory.due(rule.id, **{start: early}) <= statutory.due(
        rule.id, **{start: late}
    )


@pytest.mark.parametrize("rule", CLOCKS.values(), ids=lambda rule: rule.id)
@given(
    begins=DAYS,
    taken=st.none() | st.integers(0, 900),
    looked=st.integers(0, 900),
)
def test_the_status_agrees_with_the_days(rule, begins, taken, looked) -> None:
    as_at = begins + timedelta(days=looked)
    done = None if taken is None else begins + timedelta(days=taken)
    facts = {rule.clock.facts[0]: begins, rule.met_by[0]: done}
    answer = statutory.answer(rule.id, as_at=as_at, **facts)
    day = done or as_at
    over = max(0, (day - answer.due).days)
    assert answer.due > begins
    assert (answer.late_days > 0) == (answer.status is Status.LATE)
    assert answer.late_days == (0 if rule.minimum else over)
    assert (answer.status is None) == (rule.minimum and over > 0)
    assert (answer.status is Status.OPEN) == (done is None and as_at <= answer.due)
    assert answer.due == statutory.due(rule.id, **facts)


@pytest.mark.parametrize("rule", EXCUSED.values(), ids=lambda rule: rule.id)
@given(
    begins=DAYS,
    looked=st.integers(0, 400),
    days=st.lists(st.integers(-60, 300), min_size=3, max_size=3),
    lasts=st.lists(st.integers(1, 90), min_size=2, max_size=2),
    reason=st.sampled_from(["holiday", "exceptional personal circumstances", "panel"]),
)
def test_an_exemption_never_changes_the_date(
    rule, begins, looked, days, lasts, reason
) -> None:
    closes, leaves, misses = (begins + timedelta(days=number) for number in days)
    assume(min(closes, leaves) >= date(2014, 9, 1))
    excuse = {
        "closure_from": closes,
        "reopens": closes + timedelta(days=lasts[0]),
        "absent_from": leaves,
        "returned": leaves + timedelta(days=lasts[1]),
        "appointment_missed": misses,
        "reason": reason,
        "impractical_because": "it was so",
    }
    as_at = begins + timedelta(days=looked)
    start = {rule.clock.facts[0]: begins}
    plain = statutory.answer(rule.id, as_at=as_at, **start)
    excused = statutory.answer(rule.id, as_at=as_at, **start, **excuse)
    assert excused.exempt is not None
    assert plain.exempt is None
    assert excused.due == plain.due == statutory.due(rule.id, **start, **excuse)
    assert (excused.status, excused.late_days) == (plain.status, plain.late_days)


@given(event=DAYS, length=LENGTHS)
def test_a_period_beginning_with_the_day_never_ends_later(event, length) -> None:
    after = Length(length.number, length.unit, Counting.AFTER).end(event)
    inclusive = Length(length.number, length.unit, Counting.BEGINNING_WITH).end(event)
    assert event <= inclusive <= after <= inclusive + timedelta(days=1)


@given(event=DAYS, number=st.integers(1, 200))
def test_a_longer_period_ends_later(event, number) -> None:
    for unit in Unit:
        assert Length(number, unit).end(event) < Length(number + 1, unit).end(event)


@given(event=DAYS, months=st.integers(1, 600))
def test_months_keep_the_day_or_take_the_last_of_the_month(event, months) -> None:
    end = months_after(event, months)
    assert (end.year - event.year) * 12 + end.month - event.month == months
    if end.day != event.day:
        assert end.day < event.day
        assert (end + timedelta(days=1)).day == 1


@given(length=LENGTHS, event=DAYS)
def test_the_counting_rules_agree_with_the_lengths(length, event) -> None:
    if length.counting is Counting.AFTER:
        rule, period = "C-01", f"within {length} from"
    else:
        rule, period = "C-02", f"{length} beginning with"
    assert statutory.due(rule, event=event, period=period) == length.end(event)


@given(born_on=BIRTHDAYS, days=st.integers(0, 11000))
def test_the_ages_of_one_person_agree(born_on, days) -> None:
    on = born_on + timedelta(days=days)
    age = age_on(born_on, on)
    assert turns(born_on, age) <= on < turns(born_on, age + 1)
    over = over_compulsory_school_age(born_on, on)
    assert not (over and of_compulsory_school_age(born_on, on))
    assert is_young_person(born_on, on) == (over and age < 25)
    assert (rights_holder(born_on, on) is RightsHolder.PARENT) == (not over)


@given(born_on=BIRTHDAYS)
def test_compulsory_school_age_lasts_from_about_five_to_about_sixteen(born_on) -> None:
    begins = compulsory_school_age_begins(born_on)
    ends = compulsory_school_age_ends(born_on)
    assert 0 <= (begins - turns(born_on, 5)).days <= 153
    assert (ends.month, ends.weekday()) == (6, 4)
    assert (ends + timedelta(days=7)).month == 7
    assert year_group(born_on, ends) == 11
    assert year_group(born_on, begins) in (0, 1)


@given(born_on=BIRTHDAYS, days=st.integers(0, 11000))
def test_nobody_goes_down_a_year(born_on, days) -> None:
    on = born_on + timedelta(days=days)
    now = year_group(born_on, on)
    later = year_group(born_on, on + timedelta(days=366))
    assert now <= later <= now + 2
