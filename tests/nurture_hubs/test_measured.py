"""What a case shows of measures and targets."""

from datetime import date
from decimal import Decimal

import pytest

from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.rules.measures import Instrument, Stage
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


def page_of(referral, signed_in, role="hub_coordinator"):
    return signed_in(role).get(referral.get_absolute_url())


def test_totals_stand_stage_by_stage_with_a_chart(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(referral)
    build.hubs.measure(
        referral,
        stage=Stage.EXIT,
        measured_on=date(2026, 11, 19),
        scores=build.hubs.sdq(3),
    )
    page = page_of(referral, signed_in)
    assert "SDQ: total difficulties 20 12" in seen(page)
    assert b"chart__drawing" in page.content
    assert b"style=" not in page.content
    assert "Entered in error?" in seen(page)


def test_a_total_says_that_a_number_is_missing(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(
        referral, instrument=Instrument.BOXALL, scores={"boxall_a": Decimal(7)}
    )
    page = page_of(referral, signed_in)
    assert "Boxall: developmental strands not complete" in seen(page)
    assert "Developmental strand A 7" in seen(page)
    assert b"chart__drawing" not in page.content


def test_an_error_is_shown_no_more(signed_in):
    measure = build.hubs.measure()
    actions.measure_withdraw(
        measure=measure, reason="Wrong child.", by=build.user("hub_coordinator")
    )
    page = page_of(measure.referral, signed_in)
    assert "total difficulties" not in seen(page)


def test_targets_stand_with_their_ratings(signed_in):
    target = build.hubs.target()
    page = page_of(target.referral, signed_in)
    assert "I wait until I am asked. At entry 2." in seen(page)
    assert "Record a measure" in seen(page)
    actions.target_drop(
        target=target, reason="Too much.", by=build.user("hub_coordinator")
    )
    again = page_of(target.referral, signed_in)
    assert "Not followed any more: Too much." in seen(again)


def test_who_may_not_record_is_offered_nothing(signed_in):
    measure = build.hubs.measure()
    page = seen(page_of(measure.referral, signed_in, "caseworker"))
    assert "SDQ: total difficulties 20" in page
    assert "Entered in error?" not in page
    assert "Record a measure" not in page
