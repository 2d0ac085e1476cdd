"""The list of referrals, the waiting list of a hub, and their exports."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.rules import Need, Party, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import seen

pytestmark = pytest.mark.django_db
LIST = reverse("nurture_hubs:referral-list")


def waiting_of(hub):
    return reverse("nurture_hubs:waiting-list", args=[hub.pk])


def made(name, **more):
    given, family = name.split()
    child = build.child(given_names=given, family_name=family, born_on=hubs.BORN)
    return hubs.referral(child_=child, **more)


@pytest.fixture
def hub():
    return hubs.hub(name="Broadlands")


@pytest.fixture
def four(hub):
    school = build.setting("Kingsland Primary")
    made("Ann Archer", received_on=date(2026, 8, 3), setting=school)
    waits = made("Bob Baker", received_on=date(2026, 11, 2), need=Need.URGENT)
    hubs.agreed(hub, made=waits)
    refused = made("Cat Cole", received_on=date(2026, 10, 5))
    actions.referral_end(
        referral=refused,
        standing=Standing.REFUSED,
        ended_on=TODAY,
        reason="Too old.",
        by=build.user("hub_coordinator"),
    )
    placed = made("Dee Drew", received_on=date(2026, 10, 6))
    hubs.place(hub, made=hubs.agreed(hub, made=placed), order_because="Why not.")


def names_in(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return [row["Child"] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Ann Archer", "Bob Baker"]),
        ({"sort": "-child"}, ["Bob Baker", "Ann Archer"]),
        ({"sort": "need"}, ["Bob Baker", "Ann Archer"]),
        ({"standing": "referred"}, ["Ann Archer"]),
        ({"standing": "waiting", "sort": "waits"}, ["Bob Baker"]),
        ({"standing": "refused"}, ["Cat Cole"]),
        ({"standing": "placed"}, ["Dee Drew"]),
        ({"standing": "any", "sort": "child"}, ["Ann Archer", "Bob Baker"]),
        ({"need": "1"}, ["Bob Baker"]),
        ({"school": "kingsland"}, ["Ann Archer"]),
        ({"wait": "long"}, ["Ann Archer"]),
        ({"name": "bake"}, ["Bob Baker"]),
        ({"officer": "null"}, ["Ann Archer", "Bob Baker"]),
    ],
)
def test_filters_sorts_and_exports_the_same(signed_in, four, query, names):
    client = signed_in("hub_coordinator")
    page = client.get(LIST, query).context["page"]
    listed = [str(row.case.child) for row in page.rows]
    assert listed[: len(names)] == names
    answer = client.get(LIST, {**query, "format": "csv"})
    assert names_in(answer) == listed


def test_every_referral_may_be_asked_for(signed_in, four):
    page = signed_in("auditor").get(LIST, {"standing": "any"}).context["page"]
    assert len(page.rows) == 4


def test_says_where_a_referral_is_logged_to_who_may(signed_in):
    way = "To refer a child, find the child"
    assert way in seen(signed_in("hub_coordinator").get(LIST))
    assert way not in seen(signed_in("auditor").get(LIST))


def test_of_one_hub(signed_in, four, hub):
    client = signed_in("hub_coordinator")
    page = client.get(LIST, {"hub": hub.pk}).context["page"]
    assert [str(row.case.child) for row in page.rows] == ["Bob Baker"]
    other = client.get(LIST, {"hub": hubs.hub().pk}).context["page"]
    assert not other.rows


def test_says_what_is_missing_and_who_waits_long(signed_in, four):
    text = seen(signed_in("hub_coordinator").get(LIST))
    assert "Missing: the coordinator’s agreement; the hub school’s agreement" in text
    assert "Long wait" in text
    assert "15 weeks ago" in text
    assert "Broadlands: both agreed" in text


def test_the_export_says_where_each_stands(signed_in, four):
    query = {"standing": "any", "format": "csv"}
    answer = signed_in("hub_coordinator").get(LIST, query)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {row["Child"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["Ann Archer"]["Weeks since the referral"] == "15"
    assert rows["Bob Baker"]["Waits since"] == "2026-11-02"
    assert rows["Bob Baker"]["Weeks since then"] == "2"
    assert rows["Ann Archer"]["Weeks since then"] == ""
    assert rows["Cat Cole"]["Where it stands"] == "Refused"
    assert rows["Dee Drew"]["Weeks since the referral"] == ""


def test_an_empty_list_says_so(signed_in):
    text = seen(signed_in("auditor").get(LIST))
    assert "No referral is like that" in text


def test_a_restricted_child_is_not_listed(signed_in, hub):
    child = build.restricted_child(born_on=hubs.BORN)
    hubs.agreed(hub, made=hubs.referral(child_=child))
    client = signed_in("hub_coordinator")
    assert not client.get(LIST).context["page"].rows
    text = seen(client.get(waiting_of(hub)))
    assert "Restricted record" in text
    assert child.family_name not in text
    assert names_in(client.get(waiting_of(hub), {"format": "csv"})) == []


def test_more_rows_ask_no_more_queries(signed_in, queries_stay_flat, hub):
    queries_stay_flat(signed_in("hub_coordinator"), LIST, lambda: hubs.agreed(hub))


def test_more_who_wait_ask_no_more_queries(signed_in, queries_stay_flat, hub):
    queries_stay_flat(
        signed_in("hub_coordinator"), waiting_of(hub), lambda: hubs.agreed(hub)
    )


def test_the_waiting_list_goes_in_order_and_says_why(signed_in, hub):
    first = made("Ann Archer", received_on=date(2026, 10, 1))
    urgent = made("Bob Baker", need=Need.URGENT)
    for one in (first, urgent):
        hubs.agreed(hub, made=one)
    client = signed_in("hub_coordinator")
    answer = client.get(waiting_of(hub))
    shown = [str(one.referral.case.child) for one in answer.context["waiters"]]
    assert shown == ["Bob Baker", "Ann Archer"]
    text = seen(answer)
    assert "Urgent need, from another school, waits since 2 November 2026" in text
    assert "the hub still has to take some this school year" in text
    assert names_in(client.get(waiting_of(hub), {"format": "csv"})) == shown
    assert reverse("nurture_hubs:place-allocate", args=[urgent.pk]) in (
        answer.content.decode()
    )
    auditor = signed_in("auditor").get(waiting_of(hub)).content.decode()
    assert reverse("nurture_hubs:place-allocate", args=[urgent.pk]) not in auditor


def test_nobody_waits(signed_in, hub):
    text = seen(signed_in("hub_coordinator").get(waiting_of(hub)))
    assert "Nobody waits for this hub" in text


def test_a_refused_hub_is_no_hub_that_agreed(signed_in, hub):
    referral = made("Ann Archer")
    actions.agreement_record(
        referral=referral,
        hub=hub,
        party=Party.SCHOOL,
        agreed=False,
        on=TODAY,
        conditions="No room.",
        document=None,
        by=build.user("hub_coordinator"),
    )
    client = signed_in("hub_coordinator")
    assert not client.get(LIST, {"hub": hub.pk}).context["page"].rows
    assert "Broadlands: hub school refused" in seen(client.get(LIST))


def test_is_not_for_those_without_the_right(signed_in, hub):
    assert signed_in("placements_officer").get(LIST).status_code == 403
    assert signed_in("placements_officer").get(waiting_of(hub)).status_code == 403
