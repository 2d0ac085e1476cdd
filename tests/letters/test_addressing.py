"""Whom letters go to, of many cases at once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sendhub.letters.addressing import addressed
from sendhub.letters.kinds import GENERAL
from tests import build

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def of(case, on=ON):
    case.refresh_from_db()
    return addressed([case], GENERAL, {}, on=on)[case.pk]


def test_whoever_lives_elsewhere_without_an_address_is_not_written_to(case):
    build.contact(case.child, name="Tom", lives_with_child=False)
    found = of(case)
    assert [one.name for one in found.recipients] == ["Ceri Parent"]
    assert found.problems == ["No address is recorded for Tom."]


def test_somebody_whose_time_is_over_is_not_written_to(case):
    mother = case.child.contacts.get()
    mother.ends_on = date(2026, 11, 1)
    mother.save()
    assert of(case).recipients == []


def test_a_young_person_who_lacks_capacity_has_a_representative(case):
    case.child.born_on, case.child.lacks_capacity = date(2008, 5, 5), True
    case.child.save()
    build.contact(case.child, name="Deputy", relationship="representative")
    found = of(case)
    assert [one.name for one in found.recipients] == ["Deputy"]
    assert not found.young_person


def test_the_last_friday_in_june_hands_the_letters_over(case):
    case.child.born_on = date(2010, 5, 5)
    case.child.save()
    assert [r.name for r in of(case, date(2026, 6, 25)).recipients] == ["Ceri Parent"]
    assert [r.name for r in of(case, date(2026, 6, 27)).recipients] == ["Amara Osei"]


def test_many_cases_cost_no_more_questions_than_one(case):
    cases = [case, *(build.family_case() for _ in range(3))]
    with CaptureQueriesContext(connection) as one:
        addressed(cases[:1], GENERAL, {}, on=ON)
    with CaptureQueriesContext(connection) as many:
        addressed(cases, GENERAL, {}, on=ON)
    assert len(many) == len(one)
