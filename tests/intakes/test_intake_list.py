"""The list of notices and referrals, its export, and what My work shows."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework import services
from sendhub.casework.actions import deadlines_recompute
from sendhub.casework.models import Deadline
from sendhub.ehcps.models import NeedsAssessment
from sendhub.intakes import actions
from sendhub.intakes.rules import Kind, Outcome
from sendhub.intakes.verify import CHECKS
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db
LIST = "intakes:intake-list"


def made(name, **more):
    given, family = name.split()
    child = build.child(given_names=given, family_name=family, born_on=date(2023, 5, 5))
    return build.intake(child_=child, **more)


@pytest.fixture
def four():
    by = build.user("caseworker")
    made("Ann Archer", received_on=date(2026, 10, 1))
    answered = made("Bob Baker", received_on=date(2026, 11, 2))
    actions.intake_answer(intake=answered, answered_on=date(2026, 11, 5), by=by)
    began = made("Cat Cole", received_on=date(2026, 6, 1), kind=Kind.EARLY_YEARS)
    actions.intake_start(intake=began, started_on=date(2026, 11, 2), by=by)
    made("Dee Drew", received_on=date(2026, 11, 9), kind=Kind.NOTICE)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Ann Archer", "Bob Baker", "Dee Drew"]),
        ({"sort": "-child"}, ["Dee Drew", "Bob Baker", "Ann Archer"]),
        ({"outcome": "unanswered"}, ["Ann Archer", "Dee Drew"]),
        ({"outcome": "support"}, ["Cat Cole"]),
        ({"outcome": "any", "kind": "early_years"}, ["Cat Cole"]),
        ({"kind": "notice"}, ["Dee Drew"]),
        ({"overdue": "on"}, ["Ann Archer"]),
        ({"name": "bake"}, ["Bob Baker"]),
        ({"officer": "null"}, ["Ann Archer", "Bob Baker", "Dee Drew"]),
    ],
)
def test_filters_sorts_and_exports_the_same(signed_in, four, query, names):
    client = signed_in("caseworker")
    page = client.get(reverse(LIST), query).context["page"]
    assert [str(row.case.child) for row in page.rows] == names
    answer = client.get(reverse(LIST), {**query, "format": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert [row["Child"] for row in csv.DictReader(io.StringIO(text))] == names


def test_the_export_says_how_long_each_waited(signed_in, four):
    answer = signed_in("caseworker").get(
        reverse(LIST), {"outcome": "any", "format": "csv"}
    )
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {row["Child"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["Ann Archer"]["Weeks waited"] == "7"
    assert rows["Cat Cole"]["Weeks waited"] == "22"
    assert rows["Ann Archer"]["Next limit"] == "2026-10-15"
    assert rows["Bob Baker"]["Letter sent"] == "2026-11-05"


def test_shows_the_wait_and_what_is_late(signed_in, four):
    text = seen(signed_in("caseworker").get(reverse(LIST)))
    assert "7 weeks" in text
    assert "36 days late" in text


def test_an_empty_list_says_so(signed_in):
    text = seen(signed_in("auditor").get(reverse(LIST)))
    assert "No notice or referral is like that" in text


def test_more_rows_ask_no_more_queries(signed_in, queries_stay_flat):
    queries_stay_flat(signed_in("caseworker"), reverse(LIST), build.intake)


def test_a_case_with_more_asks_no_more_queries(signed_in, queries_stay_flat):
    child = build.child(born_on=date(2023, 5, 5))
    case = build.intake(child_=child, kind=Kind.NOTICE).case
    by = build.user("caseworker")

    def grow():
        intake = build.intake(child_=child)
        actions.intake_start(intake=intake, started_on=date(2026, 11, 9), by=by)

    queries_stay_flat(signed_in("auditor"), case.get_absolute_url(), grow)


def test_a_restricted_child_is_not_listed(signed_in):
    kept = build.restricted_child(named=[], born_on=date(2023, 5, 5))
    build.intake(child_=kept, by=build.user("service_manager"))
    page = signed_in("caseworker").get(reverse(LIST)).context["page"]
    assert not page.rows


def test_my_work_leads_to_the_welcome_letter(signed_in):
    client = signed_in("caseworker")
    intake = build.intake(officer=client.user)
    page = client.get(reverse("casework:work-list"))
    assert "Send the family a welcome letter" in seen(page)
    assert reverse("intakes:intake-answer", args=[intake.pk]) in page.content.decode()


def test_the_case_offers_the_next_act_by_its_kind(signed_in):
    client = signed_in("caseworker")
    child = build.child(born_on=date(2023, 5, 5))
    case = build.intake(child_=child).case
    labels = [act.label for act in services.service_of(case).acts(case, client.user)]
    assert labels[:2] == ["Record the welcome letter", "Record that support began"]
    build.intake(child_=child, kind=Kind.NOTICE, received_on=date(2026, 11, 9))
    labels = [act.label for act in services.service_of(case).acts(case, client.user)]
    assert labels[0] == "Record the answer (notice from a health body)"
    assert "Consider an assessment (notice from a health body)" in labels


def test_a_case_is_found_by_its_reference(signed_in):
    case = build.intake().case
    assert case.reference.startswith("INT-")
    search = reverse("people:child-search")
    answer = signed_in("caseworker").get(search, {"q": case.reference})
    assert answer.url == case.get_absolute_url()


def test_the_deadlines_are_brought_in_line_with_the_rules():
    intake = build.intake()
    Deadline.objects.update(due_on=date(2027, 1, 1))
    broken = {check.name for check in CHECKS if list(check.find())}
    assert broken == {"intakes.deadlines_right"}
    deadlines_recompute(case=intake.case, dry_run=False)
    assert not [check.name for check in CHECKS if list(check.find())]


def test_verify_finds_an_assessment_of_another_child():
    intake = build.intake(kind=Kind.NOTICE)
    actions.intake_assess(
        intake=intake,
        responsible_on=intake.received_on,
        by=build.user("caseworker"),
    )
    assert not [check.name for check in CHECKS if list(check.find())]
    other = build.assessment()
    intake.refresh_from_db()
    intake.assessment = other
    intake.save(update_fields=["assessment"])
    broken = {check.name for check in CHECKS if list(check.find())}
    assert broken == {"intakes.assessment_of_the_same_child"}
    assert NeedsAssessment.objects.count() == 2


def test_words_of_the_outcome_are_those_of_the_case_page(signed_in):
    intake = build.intake()
    text = seen(signed_in("auditor").get(intake.get_absolute_url()))
    assert Outcome.OPEN.label in text
    assert "Waiting for 2 weeks" in text
