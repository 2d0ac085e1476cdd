"""Advice outstanding, and how much of each service's comes on time (EHC-4)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.ehcps import actions
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import AdviceKind, Stage, share, year_before
from tests import build
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

LIST = "ehcps:advice-list"
SHARES = "ehcps:advice-timeliness"
EDUCATION = AdviceKind.EDUCATION.value
BACK = {"quality": "sent_back", "lacking": "No hours."}


def child(name):
    given, family = name.split()
    return build.child(given_names=given, family_name=family)


def asked(name, *, start=date(2026, 9, 1), **more):
    assessment = build.assessment(
        child_=child(name), received_on=start, stage=Stage.ASSESSING, **more
    )
    return build.advice(assessment_=assessment)


def receive(advice, day, **more):
    facts = {"received_on": day, "summary": "", "document": None, **more}
    return actions.advice_receive(advice=advice, by=build.user("caseworker"), **facts)


def withdraw(advice):
    actions.request_withdraw(
        assessment=advice.assessment,
        withdrawn_on=date(2026, 10, 1),
        reason="They moved.",
        by=build.user("caseworker"),
    )


@pytest.fixture
def six(db):
    """Late, due soon, sent back, received on time, received late, and withdrawn."""
    asked("Ann Late")
    asked("Bob Soon", start=date(2026, 9, 25))
    receive(asked("Cat Back"), date(2026, 10, 20), **BACK)
    receive(asked("Dan Intime"), date(2026, 11, 3))
    receive(asked("Eve Tardy"), date(2026, 11, 4))
    withdraw(asked("Fay Gone"))


def shown(client, **query):
    page = client.get(reverse(LIST), query).context["page"]
    return [str(row.assessment.case.child) for row in page.rows]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Ann Late", "Cat Back", "Bob Soon"]),
        ({"late": "late"}, ["Ann Late"]),
        ({"late": "soon"}, ["Bob Soon"]),
        ({"state": "back"}, ["Cat Back"]),
        ({"state": "here"}, ["Cat Back", "Dan Intime", "Eve Tardy"]),
        ({"state": "year"}, ["Ann Late", "Cat Back", "Dan Intime", "Eve Tardy"]),
        ({"state": "year", "late": "on_time"}, ["Cat Back", "Dan Intime"]),
        ({"state": "year", "late": "came_late"}, ["Eve Tardy"]),
        ({"state": "year", "late": "missing"}, ["Ann Late"]),
        ({"kind": "medical"}, []),
        ({"name": "soon"}, ["Bob Soon"]),
        ({"officer": "null", "sort": "-child"}, ["Bob Soon", "Ann Late", "Cat Back"]),
        ({"sort": "-asked"}, ["Bob Soon", "Cat Back", "Ann Late"]),
    ],
)
def test_filters_sorts_and_exports_the_same(signed_in, six, query, names):
    client = signed_in("caseworker")
    assert shown(client, **query) == names
    assert [row["Child"] for row in exported(client, reverse(LIST), **query)] == names


def test_says_of_each_whom_when_and_how_late(signed_in, six):
    client = signed_in("team_manager")
    text = seen(client.get(reverse(LIST)))
    assert "School or setting Hillside School" in text
    assert "17 days late 3 Nov 2026" in text
    [row] = exported(client, reverse(LIST), late="late")
    assert (row["Due"], row["Days late"], row["Asked of"]) == (
        "2026-11-03",
        "17",
        "Hillside School",
    )


def test_what_is_not_here_when_a_request_ends_is_no_longer_counted(signed_in, six):
    client = signed_in("team_manager")
    gone = NeedsAssessment.objects.get(case__child__family_name="Gone")
    for url in (reverse(LIST, query={"name": "gone", "state": "any"}), gone.case):
        text = seen(client.get(url if isinstance(url, str) else url.get_absolute_url()))
        assert "No longer needed 3 Nov 2026" in text
        assert "days late" not in text
    [row] = exported(client, reverse(LIST), name="gone", state="any")
    assert row["Days late"] == ""


def test_held_advice_is_nobodys_to_send(signed_in, assessing):
    build.held_advice(assessment_=assessing)
    assert shown(signed_in("caseworker"), state="any") == []


def test_each_number_opens_its_list(signed_in, six):
    client = signed_in("auditor")
    page = client.get(reverse(SHARES))
    [row] = page.context["rows"]
    assert (row.due, row.on_time, row.came_late, row.missing) == (4, 2, 1, 1)
    assert (row.percent, row.tone) == (50, "late")
    for late, number in (("on_time", 2), ("came_late", 1), ("missing", 1)):
        address = f"{reverse(LIST)}?state=year&kind={EDUCATION}&late={late}"
        assert address.replace("&", "&amp;") in page.content.decode()
        assert len(client.get(address).context["page"].rows) == number


def test_the_year_ends_yesterday_and_begins_a_year_ago(six):
    today = date(2026, 11, 20)
    every = Advice.objects.filter(assessment__stage=Stage.ASSESSING)
    for due, counted in (
        (date(2025, 11, 19), False),
        (date(2025, 11, 20), True),
        (date(2026, 11, 19), True),
        (date(2026, 11, 20), False),
    ):
        first = every.get(assessment__case__child__family_name="Late")
        Advice.objects.filter(pk=first.pk).update(
            due_on=due, asked_on=due - timedelta(days=42)
        )
        assert Advice.objects.counted(on=today).filter(pk=first.pk).exists() is counted


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(19, 20, 95), (949, 1000, 94), (0, 3, 0), (0, 0, None)],
)
def test_a_share_is_never_rounded_up(part, whole, percent):
    assert share(part, whole) == percent


def test_a_year_before_a_leap_day_is_the_day_before():
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize("name", [LIST, SHARES])
def test_restricted_children_are_neither_listed_nor_counted(signed_in, name):
    hidden = build.restricted_child()
    build.advice(assessment_=build.assessment(child_=hidden, stage=Stage.ASSESSING))
    context = signed_in("service_manager").get(reverse(name)).context
    assert not context["rows"]


@pytest.mark.parametrize("name", [LIST, SHARES])
def test_asks_the_same_number_of_queries(signed_in, queries_stay_flat, name):
    officer = build.user("caseworker")
    queries_stay_flat(
        signed_in("team_manager"),
        reverse(name),
        lambda: build.advice(
            assessment_=build.assessment(stage=Stage.ASSESSING, officer=officer)
        ),
    )


def test_an_export_is_noted_with_its_children(signed_in, six):
    client = signed_in("caseworker")
    exported(client, reverse(LIST))
    look = Look.objects.get(kind=Look.Kind.EXPORT)
    assert len(look.ids) == 3


def test_what_is_outstanding_is_found_by_an_index():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    seen = Advice.objects.visible_to(build.user("caseworker")).outstanding()
    plan = seen.order_by("due_on", "pk")[:50].explain()
    assert "ehcps_advice_owed_by_due" in plan
    assert "Sort" not in plan


@pytest.mark.parametrize("name", [LIST, SHARES])
@pytest.mark.parametrize("role", ["hub_school", "panel_member"])
def test_is_not_for_those_without_the_right(signed_in, name, role):
    assert signed_in(role).get(reverse(name)).status_code == 403
