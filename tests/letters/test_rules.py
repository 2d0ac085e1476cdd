"""Names, what is withheld, and the pauses of a mail server that is away."""

from datetime import timedelta

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.letters import rules
from sendhub.letters.rules import DELIVERY, State


@pytest.mark.parametrize("name", ["Who can help", "who_can", "-who", "rights", "1st"])
def test_a_standard_paragraph_has_one_plain_word_for_a_name(name):
    with pytest.raises(RuleBroken) as refused:
        rules.check_name(name, kind="paragraph")
    assert refused.value.field == "name"


def test_a_letter_may_be_called_anything():
    rules.check_name("rights, and What Not!", kind="general")
    rules.check_name("who-can-help2", kind="paragraph")


@pytest.mark.parametrize(("kind", "subject"), [("general", ""), ("paragraph", "A")])
def test_only_a_letter_has_a_subject(kind, subject):
    with pytest.raises(RuleBroken) as refused:
        rules.check_subject(subject, kind=kind)
    assert refused.value.field == "subject"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She lives at hr6 8bs now.", "HR6 8BS"),
        ("She lives at HR68BS.", "HR6 8BS"),
        ("12, Broad  street", "12 Broad Street"),
        ("Ring 01632-960 100", "01632 960100"),
        ("Nothing of that", ""),
    ],
)
def test_finds_what_is_withheld_however_it_is_written(text, found):
    hidden = ("HR6 8BS", "12 Broad Street", "01632 960100", "")
    assert rules.withheld_in(text, hidden) == found


def test_a_name_too_short_to_be_sure_of_is_not_looked_for():
    assert rules.withheld_in("The analysis", ("Ana",)) == ""


def test_the_pauses_grow_and_end_at_an_hour():
    pauses = [rules.pause(tries) for tries in range(1, 12)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(minutes=1), timedelta(hours=1))


def test_what_may_have_gone_is_never_queued_again_by_itself():
    assert not DELIVERY.allows(State.UNKNOWN, State.QUEUED)
    assert not DELIVERY.allows(State.UNKNOWN, State.SENDING)
    assert not DELIVERY.allows(State.SENT, State.QUEUED)
