"""How a caseload of any size is dealt into batches, officers and teams."""

from collections import Counter

from sendhub.demo.seeding.names import boys, families, girls, villages
from sendhub.demo.seeding.shares import Batch, batches, officer_of, team_of


def test_batches_lead_from_what_is_there_to_what_is_wanted():
    found = list(batches(50, 120, at_once=40))
    assert found == [Batch(50, 40, 4), Batch(90, 30, 4)]


def test_requests_add_up_whatever_the_size_of_a_batch():
    for at_once in (7, 100, 999):
        found = batches(0, 2000, at_once=at_once)
        assert sum(batch.requests for batch in found) == 240


def test_nothing_is_made_where_there_is_enough():
    assert list(batches(120, 100)) == []


def test_an_officer_has_two_hundred_plans_and_a_team_twelve_officers():
    assert [officer_of(plan) for plan in (0, 199, 200, 4000)] == [0, 0, 1, 20]
    assert [team_of(officer) for officer in (0, 11, 12)] == [0, 0, 1]
    assert Batch(190, 220, 0).sets == range(3)


def test_some_names_are_frequent_and_many_are_rare():
    for names in (boys(), girls(), families()):
        counted = Counter(names)
        assert len(counted) > 250
        assert max(counted.values()) > 2 * min(counted.values())


def test_no_two_villages_are_called_the_same():
    assert len(set(villages())) == len(villages()) > 1500
