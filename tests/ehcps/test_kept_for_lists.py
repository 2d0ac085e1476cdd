"""What the database keeps on a row for the order of a list: docs/adr/0035."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps import actions
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import NO_LIMIT, Quality, Stage
from tests import build

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)


def limit_of(assessment):
    return NeedsAssessment.objects.values_list("limit_on", flat=True).get(
        pk=assessment.pk
    )


def limits(assessment):
    found = Deadline.objects.filter(
        about_type="ehcps.needsassessment", about_id=assessment.pk
    )
    return found.order_by("due_on")


def is_outstanding(advice):
    return Advice.objects.values_list("outstanding", flat=True).get(pk=advice.pk)


# --- the next limit of a request


@pytest.mark.parametrize(
    ("stage", "limit"),
    [
        (Stage.REQUESTED, date(2026, 10, 13)),  # NA-03, six weeks
        (Stage.ASSESSING, date(2026, 12, 22)),  # NA-08, sixteen
        (Stage.ISSUING, date(2027, 1, 19)),  # NA-13, twenty
        (Stage.DRAFT_SENT, date(2027, 1, 19)),  # the family's fifteen days are none
        (Stage.ISSUED, NO_LIMIT),
        (Stage.REFUSED, NO_LIMIT),
        (Stage.WITHDRAWN, NO_LIMIT),
    ],
)
def test_a_request_runs_towards_its_first_open_limit(stage, limit):
    assert limit_of(build.assessment(received_on=RECEIVED, stage=stage)) == limit


def test_a_limit_that_moves_in_bulk_moves_on_every_request():
    first, second, other = (build.assessment(received_on=RECEIVED) for _ in range(3))
    moved = Deadline.objects.filter(about_id__in=[first.pk, second.pk], rule="NA-03")
    moved.update(due_on=date(2026, 10, 1))
    assert {limit_of(first), limit_of(second)} == {date(2026, 10, 1)}
    assert limit_of(other) == date(2026, 10, 13)


def test_a_limit_that_ends_or_is_deleted_leaves_the_next():
    assessment = build.assessment(received_on=RECEIVED)
    first, second, *others = limits(assessment)
    Deadline.objects.filter(pk=first.pk).update(ended="void")
    assert limit_of(assessment) == second.due_on
    second.delete()
    assert limit_of(assessment) == others[0].due_on
    limits(assessment).update(ended="void")
    assert limit_of(assessment) == NO_LIMIT
    Deadline.objects.filter(pk=first.pk).update(ended="")
    assert limit_of(assessment) == first.due_on


def test_a_deadline_that_is_about_another_request_leaves_the_one_it_was_about():
    assessment, other = (build.assessment(received_on=RECEIVED) for _ in range(2))
    limits(other).delete()
    assert limit_of(other) == NO_LIMIT
    moved = limits(assessment)[0]
    Deadline.objects.filter(pk=moved.pk).update(about_id=other.pk)
    assert limit_of(other) == moved.due_on
    assert limit_of(assessment) == limits(assessment)[0].due_on > moved.due_on


def test_a_limit_of_something_else_with_the_same_number_is_none_of_its():
    assessment = build.assessment(received_on=RECEIVED)
    made = limits(assessment)[0]
    made.pk, made.about_type, made.due_on = None, "ehcps.plan", date(2026, 9, 2)
    made.save()
    assert limit_of(assessment) == date(2026, 10, 13)


def test_what_a_save_carries_is_not_what_is_kept():
    assessment = build.assessment(received_on=RECEIVED)
    assessment.limit_on = date(2020, 1, 1)
    assessment.save()
    assert limit_of(assessment) == date(2026, 10, 13)


def test_a_limit_that_moves_is_no_change_of_the_request():
    assessment = build.assessment(received_on=RECEIVED)
    assessment.refresh_from_db()
    changes = assessment.events.count()
    limits(assessment).update(due_on=date(2026, 10, 2))
    now = NeedsAssessment.objects.get(pk=assessment.pk)
    assert now.limit_on == date(2026, 10, 2)
    assert (now.version, now.events.count()) == (assessment.version, changes)


@pytest.mark.parametrize("sign", ["", "-"])
def test_requests_are_found_in_the_order_of_their_limits_by_an_index(sign):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    seen = NeedsAssessment.objects.visible_to(build.user("caseworker"))
    listed = seen.open().counted().order_by(f"{sign}limit_on", f"{sign}pk")
    plan = listed.values_list("pk")[:26].explain()
    assert "ehcps_assessment_by_limit" in plan
    assert "Sort" not in plan


def test_a_list_is_counted_as_its_index_has_it(signed_in):
    build.assessment(received_on=RECEIVED)
    client = signed_in("caseworker")
    for page, order in (("request", "limit_on"), ("advice", "due_on")):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(f"ehcps:{page}-list")).status_code == 200
        counts = [one["sql"] for one in asked if "LIMIT 1001" in one["sql"]]
        assert len(counts) == 1
        assert f'"{order}" ASC' in counts[0]


# --- whether advice is outstanding


def test_advice_is_outstanding_until_it_is_here():
    advice = build.advice()
    assert is_outstanding(advice)
    actions.advice_receive(
        advice=advice,
        received_on=date(2026, 10, 20),
        summary="He needs help.",
        document=None,
        by=build.user("caseworker"),
    )
    assert not is_outstanding(advice)


def test_advice_sent_back_is_outstanding_again():
    advice = build.advice()
    actions.advice_receive(
        advice=advice,
        received_on=date(2026, 10, 20),
        summary="He needs help.",
        document=None,
        quality=Quality.SENT_BACK,
        lacking="How much help?",
        by=build.user("caseworker"),
    )
    assert is_outstanding(advice)


def test_what_was_held_already_is_never_outstanding():
    assert not is_outstanding(build.held_advice())


def test_nothing_is_outstanding_once_the_assessment_has_ended():
    ended = build.advice()
    runs = build.advice()
    actions.request_withdraw(
        assessment=ended.assessment,
        withdrawn_on=date(2026, 11, 2),
        reason="They moved.",
        by=build.user("caseworker"),
    )
    assert not is_outstanding(ended)
    assert is_outstanding(runs)


def test_it_is_outstanding_again_where_the_assessment_goes_on():
    advice = build.advice()
    refused = build.not_issued(advice.assessment, told_on=date(2026, 11, 2))
    assert not is_outstanding(advice)
    build.reversal(refused, happened_on=date(2026, 11, 10))
    assert is_outstanding(advice)


def test_nobody_can_write_that_advice_is_outstanding():
    advice = build.advice()
    version, changes = advice.version, advice.events.count()
    Advice.objects.filter(pk=advice.pk).update(outstanding=False)
    now = Advice.objects.get(pk=advice.pk)
    assert now.outstanding
    assert (now.version, now.events.count()) == (version, changes)
