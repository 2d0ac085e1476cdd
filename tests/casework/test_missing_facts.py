"""What the next return still lacks, among the other work: listed, counted, mended."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.rules import Lateness, lateness_of
from sendhub.ehcps.rules.sen2 import census_day
from sendhub.people.models import Child
from sendhub.schools.models import Setting
from tests import build
from tests.casework.test_work_list import URL
from tests.conftest import TODAY
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

WHOLE = {"upn": "A123456789012", "ethnicity_id": "ETHNICITY:WBRI"}
UPN = "UPN is missing, and so is the reason for having none"
CENSUS = "2027-01-21"


def request_of(officer, **facts):
    """A request whose child has everything but what is said."""
    made = build.assessment(officer=officer, child_=build.child(family_name="Osei"))
    Child.objects.filter(pk=made.case.child_id).update(**(WHOLE | facts))
    return made.case


@pytest.fixture
def nia():
    return build.user("caseworker", name="Nia Prosser", team=build.team("North"))


@pytest.fixture
def case(nia):
    return request_of(nia, upn="", ethnicity_id=None)


def facts(client, **query):
    rows = client.get(URL, {"kind": "fact", **query}).context["rows"]
    return [(row.title, [lack.says for lack in row.lacks]) for row in rows]


def test_stands_among_the_other_work_by_the_day_of_the_census(signed_in, nia, case):
    rows = signed_in(nia).get(URL, {"sort": "-due"}).context["rows"]
    found = {row.kind: row for row in rows}
    assert found["fact"].due_on == date.fromisoformat(CENSUS)
    assert found["deadline"].due_on != found["fact"].due_on
    assert [row.due_on for row in rows] == sorted(
        (row.due_on for row in rows), reverse=True
    )


def test_says_all_that_is_to_be_mended_and_leads_there(signed_in, nia, case):
    client = signed_in(nia)
    assert facts(client) == [(UPN, ["ethnicity is missing"])]
    [row] = client.get(URL, {"kind": "fact"}).context["rows"]
    mends = reverse("people:child-edit", args=[case.child_id])
    assert row.url == row.lacks[0].url == mends
    text = seen(client.get(URL, {"kind": "fact"}))
    assert "Ethnicity is missing" in text
    assert "To mend for the SEN2 return" in text


def test_a_setting_without_numbers_is_mended_on_its_page(signed_in, nia):
    plan = build.plan(officer=nia)
    Child.objects.filter(pk=plan.case.child_id).update(**WHOLE)
    Setting.objects.filter(pk=plan.setting_id).update(urn="", ukprn="")
    [row] = signed_in(nia).get(URL, {"kind": "fact"}).context["rows"]
    assert row.url == reverse("schools:setting-page", args=[plan.setting_id])


def test_whoever_may_not_mend_it_is_led_to_the_case(signed_in, case):
    client = signed_in("auditor")
    answer = client.get(URL, {"kind": "fact", "whose": "everyone"})
    [row] = answer.context["rows"]
    assert row.url == case.get_absolute_url()


def test_what_is_whole_or_only_to_be_checked_is_no_work(signed_in, nia):
    request_of(nia)
    plan = build.plan(officer=nia)  # its setting is attended by nobody: to check
    build.plan_return(plan)
    Child.objects.filter(pk=plan.case.child_id).update(
        upn="A123456789013", ethnicity_id="ETHNICITY:WBRI"
    )
    assert facts(signed_in(nia)) == []


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ({}, True),
        ({"whose": "mine"}, True),
        ({"whose": "new"}, True),
        ({"whose": "team"}, True),
        ({"whose": "everyone"}, True),
        ({"whose": "unassigned"}, False),
        ({"whose": "cover"}, False),
        ({"late": "later"}, True),
        ({"late": "soon"}, False),
        ({"late": "overdue"}, False),
        ({"rule": "NA-03"}, False),
        ({"week": CENSUS}, False),
        ({"child": "osei"}, True),
        ({"child": "nobody"}, False),
        ({"sort": "rule"}, True),
        ({"sort": "child"}, True),
    ],
)
def test_is_narrowed_as_other_work_is(signed_in, nia, case, query, there):
    build.team("South")
    client = signed_in(nia)
    assert bool(facts(client, **query)) is there
    rows = exported(client, URL, kind="fact", **query)
    assert [row["What is due"] for row in rows] == (
        [f"{UPN}; ethnicity is missing"] if there else []
    )


def test_of_an_officer_of_a_team_and_of_nobody(signed_in, nia, case):
    client = signed_in("team_manager")
    everyone = {"whose": "everyone"}
    assert facts(client, **everyone, officer=nia.pk)
    assert facts(client, **everyone, team=nia.team_id)
    assert not facts(client, **everyone, team=build.team().pk)
    request_of(None, upn="", ethnicity_id=None)
    assert len(facts(client, whose="unassigned")) == 1


def test_each_number_counts_the_list_that_it_opens(signed_in, nia, case):
    client = signed_in(nia)
    context = client.get(URL).context
    for link in [*context["kinds"], *context["tiles"]]:
        rows = client.get(URL + link["url"]).context["rows"]
        assert str(len(rows)) == link.get("count", link.get("number"))
    assert {link["title"]: link["count"] for link in context["kinds"]}[
        "Missing facts"
    ] == "1"


def test_goes_once_it_is_mended(signed_in, nia, case):
    client = signed_in(nia)
    assert facts(client)
    Child.objects.filter(pk=case.child_id).update(**WHOLE)
    assert facts(client) == []


def test_nobody_is_asked_about_a_child_who_has_died(signed_in, nia, case):
    Child.objects.filter(pk=case.child_id).update(died_on=TODAY)
    assert facts(signed_in(nia)) == []


def test_the_export_says_by_when(signed_in, nia, case):
    [row] = exported(signed_in(nia), URL, kind="fact")
    assert (row["Rule"], row["Due"]) == ("Missing facts", CENSUS)
    assert row["Case"] == case.reference
    assert row["Officer"] == "Nia Prosser"


def test_of_a_restricted_child_only_to_those_named(signed_in, nia):
    child = build.restricted_child(named=[nia])
    build.assessment(child_=child, by=nia, officer=nia)
    assert len(facts(signed_in(nia))) == 1
    assert facts(signed_in("caseworker"), whose="everyone") == []


def test_queries_stay_flat(signed_in, nia, case, queries_stay_flat):
    client = signed_in(nia)
    queries_stay_flat(client, URL, lambda: request_of(nia, upn="", ethnicity_id=None))


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2026-02-28", "2026-01-15"),
        ("2026-03-01", "2027-01-21"),
        ("2026-11-20", "2027-01-21"),
        ("2027-01-22", "2027-01-21"),
        ("2025-03-01", "2026-01-15"),
        ("2024-12-31", "2025-01-16"),
        ("2023-12-31", "2024-01-18"),
    ],
)
def test_the_census_is_on_the_third_thursday_of_january(on, day):
    assert census_day(date.fromisoformat(on)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("due_on", "late"),
    [
        ("2026-11-19", Lateness.OVERDUE),
        ("2026-11-20", Lateness.SOON),
        ("2026-12-04", Lateness.SOON),
        ("2026-12-05", Lateness.LATER),
    ],
)
def test_facts_are_as_late_as_deadlines(due_on, late):
    assert lateness_of(date.fromisoformat(due_on), on=TODAY) is late


def test_their_number_opens_them_whatever_else_was_narrowed(signed_in, nia, case):
    client = signed_in(nia)
    [card] = [
        kind
        for kind in client.get(URL, {"late": "soon"}).context["kinds"]
        if kind["title"] == "Missing facts"
    ]
    assert card["count"] == "1"
    assert len(client.get(URL + card["url"]).context["rows"]) == 1
