"""Words and rules of casework: no database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sendhub.accounts.permissions import Permission
from sendhub.casework import rules
from sendhub.casework.rules import Category, Ended, ServiceKey, Wanted
from sendhub.core.errors import RuleBroken

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("EHC-000042", ("ehc", 42)),
        ("ehc 42", ("ehc", 42)),
        (" ehc42 ", ("ehc", 42)),
        ("HUB-7", ("hub", 7)),
        ("EHC-1234567", ("ehc", 1234567)),
        ("ABC-42", None),
        ("EHC", None),
        ("42", ("", 42)),
        ("#000042", ("", 42)),
        ("9434765919", None),
        ("EHC-42-1", None),
        ("EHC-" + "9" * 16, None),
        ("", None),
    ],
)
def test_reads_a_reference_as_people_type_it(typed, found):
    assert rules.read_reference(typed) == found


@pytest.mark.parametrize("service", ServiceKey)
def test_reads_every_reference_that_it_writes(service):
    for number in (1, 999_999, 1_000_000):
        written = rules.reference_of(service, number)
        assert rules.read_reference(written) == (service, number)


@pytest.mark.parametrize(
    ("met_on", "void", "ended"),
    [
        (None, False, Ended.OPEN),
        (DAY - timedelta(1), False, Ended.MET),
        (DAY, False, Ended.MET),
        (DAY + timedelta(1), False, Ended.LATE),
        (None, True, Ended.VOID),
    ],
)
def test_says_how_a_deadline_stands(met_on, void, ended):
    assert Wanted("NA-03", "Decide", DAY, met_on=met_on, void=void).ended == ended


@pytest.mark.parametrize(
    ("assigned", "new"),
    [
        (None, False),
        (datetime(2026, 11, 13, 9, 0, 1, tzinfo=UTC), True),
        (datetime(2026, 11, 13, 9, 0, tzinfo=UTC), False),
    ],
)
def test_calls_a_case_new_for_a_week(assigned, new):
    now = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    assert rules.is_new(assigned, now=now) is new


@pytest.mark.parametrize(
    ("old", "handover", "field"),
    [(7, "All is said.", "officer"), (3, "", "handover"), (3, " \n", "handover")],
)
def test_refuses_a_change_of_officer_that_loses_something(old, handover, field):
    with pytest.raises(RuleBroken) as broken:
        rules.check_handover(handover, old=old, new=7)
    assert broken.value.field == field


@pytest.mark.parametrize(("old", "handover"), [(None, ""), (3, "She prefers calls.")])
def test_allows_a_first_officer_and_a_handover(old, handover):
    rules.check_handover(handover, old=old, new=7)


def test_a_target_lies_ahead():
    rules.check_target(DAY, on=DAY)
    with pytest.raises(RuleBroken) as broken:
        rules.check_target(DAY - timedelta(1), on=DAY)
    assert broken.value.field == "target_on"


def test_nothing_has_happened_in_the_future():
    rules.check_not_future(DAY, on=DAY, field="happened_on")
    with pytest.raises(RuleBroken) as broken:
        rules.check_not_future(DAY + timedelta(1), on=DAY, field="happened_on")
    assert broken.value.field == "happened_on"


@pytest.mark.parametrize("category", [c for c in Category if c != Category.GENERAL])
def test_the_chronology_does_not_say_what_only_some_may_read(category):
    words = rules.chronology_words(category, "CAMHS letter")
    assert "CAMHS" not in words
    assert category.label.lower() in words


def test_the_chronology_says_what_everybody_may_read():
    assert rules.chronology_words(Category.GENERAL, "School report") == "School report"


@pytest.mark.parametrize(
    ("title", "filename", "files", "named"),
    [
        ("", "school report.pdf", 1, "school report"),
        ("EP advice", "scan1.pdf", 1, "EP advice"),
        ("EP advice", "scan1.pdf", 2, "EP advice: scan1"),
        ("", "README", 1, "README"),
        ("T" * 190, "n" * 50 + ".pdf", 2, "T" * 190 + ": " + "n" * 8),
    ],
)
def test_names_a_document(title, filename, files, named):
    assert rules.document_title(title, filename, files=files) == named


def test_explains_a_rule_with_its_period_its_start_and_its_law():
    why = rules.why("NA-03")
    assert why.title == "Decide whether to assess"
    assert "within 6 weeks" in why.explanation
    assert "starts when the council receives a request" in why.explanation
    assert "reg. 5(1)" in why.source


def test_says_of_a_minimum_that_it_must_be_allowed():
    assert "at least 15 days" in rules.why("NA-11").explanation


def test_says_of_a_rule_that_nobody_checked_that_it_is_not():
    assert rules.why("RA-01").explanation.endswith(rules.NOT_CHECKED)
    assert rules.NOT_CHECKED not in rules.why("NA-13").explanation


def test_a_rule_that_is_gone_still_shows_its_id():
    assert rules.why("XX-99") == rules.Why("XX-99", "", "", "")


@pytest.mark.parametrize(
    ("service", "opens", "works"),
    [
        (ServiceKey.EHC, Permission.EHC_VIEW, Permission.ADVICE_ASK),
        (ServiceKey.PLACEMENTS, Permission.CHILDREN_ALL, Permission.NOTE_ADD),
    ],
)
def test_says_what_opens_a_case_and_who_works_on_it(service, opens, works):
    assert rules.opened_with(service) == opens
    assert rules.worked_with(service) == works
