"""Open cases by officer and team, to look at and to give away."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission as P
from sendhub.audit.models import Look
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.core import clock
from tests import build
from tests.conftest import TODAY
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

URL = reverse("casework:case-list")


def shown(client, **query):
    page = client.get(URL, query).context["page"]
    return [case.child.family_name for case in page.rows]


@pytest.fixture
def people():
    north = build.team(locality="north")
    nia = build.user("caseworker", name="Nia Prosser", team=north)
    left = build.user("caseworker", name="Lou Left")
    for family, officer in (("Osei", nia), ("Beddoe", left), ("Yapp", None)):
        child = build.child(given_names="Amara", family_name=family)
        build.case(child_=child, officer=officer)
    left.is_active = False
    left.save()
    Case.objects.filter(officer=left).update(assigned_at=clock.now() - timedelta(8))
    return {"nia": nia, "left": left, "north": north}


def test_narrows_to_officer_team_name_and_what_is_new(signed_in, people):
    client = signed_in("caseworker")
    for query, names in (
        ({}, ["Beddoe", "Osei", "Yapp"]),
        ({"sort": "-child"}, ["Yapp", "Osei", "Beddoe"]),
        ({"officer": people["nia"].pk}, ["Osei"]),
        ({"officer": people["left"].pk}, ["Beddoe"]),
        ({"officer": "nobody"}, ["Yapp"]),
        ({"team": people["north"].pk}, ["Osei"]),
        ({"child": "yap"}, ["Yapp"]),
        ({"given": "new"}, ["Osei"]),
        ({"service": "hub"}, []),
    ):
        assert shown(client, **query) == names, query
        assert [
            row["Child"].split()[1] for row in exported(client, URL, **query)
        ] == names


def test_says_of_an_officer_that_they_have_left(signed_in, people):
    assert "Lou Left (has left)" in seen(signed_in("caseworker").get(URL))


def test_shows_the_next_date_and_exports_it(signed_in, people):
    [case] = Case.objects.filter(officer=people["nia"])
    build.deadline(case_=case, due_on=TODAY - timedelta(1))
    client = signed_in("caseworker")
    assert "19 Nov 2026 Overdue" in seen(client.get(URL))
    [row] = exported(client, URL, officer=people["nia"].pk)
    assert (row["Next date"], row["Officer"]) == ("2026-11-19", "Nia Prosser")
    assert row["Case"] == case.reference
    assert Look.objects.get(kind="export").ids == [case.child_id]


def test_managers_tick_rows(signed_in, people):
    words = "Give the ticked cases to other officers"
    assert words in seen(signed_in("team_manager").get(URL))
    assert words not in seen(signed_in("caseworker").get(URL))


def test_an_export_needs_its_permission(only, people):
    client = only(P.WORK_VIEW, P.EHC_VIEW)
    assert client.get(URL, {"format": "csv"}).status_code == 403


def test_shows_nothing_of_a_restricted_child(signed_in):
    build.case(child_=build.restricted_child(family_name="Canary"))
    client = signed_in("team_manager")
    assert shown(client) == exported(client, URL) == []
    assert "No open case fits these filters." in seen(client.get(URL))


def test_asks_no_more_when_there_are_more(signed_in, queries_stay_flat):
    def grow():
        case = build.case(officer=build.user("caseworker"))
        build.status(case.child, "protection_plan")
        build.deadline(case_=case)

    queries_stay_flat(signed_in("team_manager"), URL, grow)


def test_an_officers_cases_say_how_many_children_they_are_of(signed_in):
    officer = build.user("caseworker")
    child = build.assessment(officer=officer).case.child
    build.case(child_=child, service=ServiceKey.INTAKE, officer=officer)
    client = signed_in("team_manager")
    page = seen(client.get(URL, {"officer": officer.pk}))
    assert "Showing 2 of 2 open cases; children: 1" in page
    assert "children:" not in seen(client.get(URL))
