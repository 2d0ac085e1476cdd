"""Each thing that must never be of a place, refused by the database by name."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendhub.core.refusals import words_for
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Agreement, Hub, HubDay, HubPause, HubPlace
from sendhub.nurture_hubs.rules import last_day
from tests import build

pytestmark = pytest.mark.django_db
START, END = date(2027, 1, 4), date(2027, 12, 17)


@pytest.fixture
def place():
    return build.hubs.place()


def of(place):
    return HubPlace.objects.filter(pk=place.pk)


def refused(name, act, *, words=True):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    assert error.value.__cause__.diag.constraint_name == name
    assert bool(words_for(error.value)) is words


def another(place, **more):
    """Write a second place as plain SQL would."""
    facts = {
        "referral": place.referral,
        "hub": place.hub,
        "child": place.child,
        "from_host": False,
        "starts_on": date(2028, 1, 4),
        "ends_on": date(2028, 2, 4),
        "allocated_by": place.allocated_by,
        "allocated_on": date(2026, 11, 20),
    }
    return HubPlace.objects.create(**(facts | more))


def test_it_does_not_end_before_it_starts(place):
    refused(
        "nurture_hubs_hubplace_ends_after_start",
        lambda: of(place).update(ends_on=START - timedelta(1)),
    )


def test_it_lasts_less_than_a_year(place):
    refused(
        "nurture_hubs_hubplace_twelve_months",
        lambda: of(place).update(ends_on=date(2028, 1, 4)),
    )


def test_a_child_is_in_one_hub_at_a_time(place):
    again = {"again_because": "Yes.", "again_by": place.allocated_by}
    refused(
        "nurture_hubs_hubplace_one_at_a_time",
        lambda: another(place, starts_on=END, ends_on=END, **again),
    )


def test_a_second_stay_has_a_reason(place):
    refused(
        "nurture_hubs_hubplace_twelve_months_in_all",
        lambda: another(place),
    )


@pytest.mark.parametrize("half", [{"again_because": "Yes."}, {"again_by": True}])
def test_a_second_stay_has_who_and_why(place, half):
    if "again_by" in half:
        half = {"again_by": place.allocated_by}
    refused(
        "nurture_hubs_hubplace_again_who_and_why",
        lambda: of(place).update(**half),
    )


def test_taken_back_has_who_when_and_why(place):
    refused(
        "nurture_hubs_hubplace_withdrawn_who_when_why",
        lambda: of(place).update(withdrawn_at=timezone.now()),
    )


@pytest.mark.parametrize(
    "days",
    [
        {"opens_on": date(2027, 1, 5)},
        {"opens_on": date(2021, 9, 1), "closes_on": date(2027, 12, 16)},
    ],
)
def test_it_lies_in_the_opening_of_its_hub(place, days):
    later = build.hubs.hub(**days)
    made = build.hubs.agreed(later)
    facts = {"referral": made, "child": made.case.child, "hub": later}
    refused(
        "nurture_hubs_hubplace_while_open",
        lambda: another(place, starts_on=START, ends_on=END, **facts),
    )


def test_nobody_starts_in_a_pause(place):
    HubPause.objects.create(
        hub=place.hub,
        starts_on=date(2027, 2, 1),
        ends_on=date(2027, 2, 28),
        because="No teacher.",
        set_by=place.allocated_by,
    )
    refused(
        "nurture_hubs_hubplace_not_in_a_pause",
        lambda: of(place).update(starts_on=date(2027, 2, 28)),
    )
    of(place).update(ends_on=date(2027, 2, 20))


def test_the_child_is_the_one_referred(place):
    other = build.hubs.referral()
    refused(
        "nurture_hubs_hubplace_child_of_referral",
        lambda: another(place, child=other.case.child),
    )


def test_it_is_never_given_to_another_child(place):
    """Looked at when all is done: a merge moves the places, then the case."""

    def given():
        of(place).update(child=build.hubs.referral().case.child)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    refused("nurture_hubs_hubplace_child_of_referral", given)


def test_it_stays_in_its_hub_and_on_its_referral(place):
    hub = build.hubs.hub()
    build.hubs.agreed(hub)
    other = build.hubs.agreed(place.hub)
    for column in ({"hub": hub}, {"referral": other}):
        refused("nurture_hubs_hubplace_stays", lambda c=column: of(place).update(**c))


def test_what_was_taken_back_is_not_put_back(place):
    actions.place_withdraw(place=place, reason="Ill", by=place.allocated_by)
    nothing = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_reason": ""}
    refused(
        "nurture_hubs_hubplace_taken_back_stays",
        lambda: of(place).update(**nothing),
    )


def test_the_family_has_agreed(place):
    made = build.hubs.referral(consent_on=None, consent_by="")
    refused(
        "nurture_hubs_hubplace_family_agreed",
        lambda: another(place, referral=made, child=made.case.child),
    )


def test_both_have_agreed_and_still_do(place):
    made = build.hubs.agreed(place.hub)
    one = Agreement.objects.filter(referral=made).first()
    Agreement.objects.filter(pk=one.pk).update(
        withdrawn_on=one.on, withdrawn_because="Changed their mind."
    )
    refused(
        "nurture_hubs_hubplace_both_agreed",
        lambda: another(place, referral=made, child=made.case.child),
    )


def test_a_full_day_takes_nobody_more():
    small = build.hubs.hub(places=1)
    place = build.hubs.place(small, few_others_because="Shown.")
    made = build.hubs.agreed(small)
    refused(
        "nurture_hubs_day_not_overbooked",
        lambda: another(
            place,
            referral=made,
            child=made.case.child,
            starts_on=END,
            ends_on=END + timedelta(3),
        ),
    )


def test_a_leap_day_ends_on_the_day_before_the_last_of_february():
    assert last_day(date(2028, 2, 29)) == date(2029, 2, 27)
    assert last_day(date(2027, 3, 1)) == date(2028, 2, 29)
    assert last_day(date(2027, 2, 28)) == date(2028, 2, 27)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(starts_on=st.dates(date(2026, 11, 20), date(2040, 12, 31)))
def test_the_last_day_is_what_the_database_allows_and_not_one_more(place, starts_on):
    latest = last_day(starts_on)
    of(place).update(starts_on=starts_on, ends_on=latest)
    assert HubDay.objects.filter(taken=1).count() == (latest - starts_on).days + 1
    refused(
        "nurture_hubs_hubplace_twelve_months",
        lambda: of(place).update(ends_on=latest + timedelta(1)),
    )


def test_the_days_stay_counted_through_a_change_of_the_places():
    hub = build.hubs.hub(places=2)
    build.hubs.place(hub, few_others_because="Shown.")
    Hub.objects.filter(pk=hub.pk).update(closes_on=END)
    assert set(HubDay.objects.values_list("places", "taken")) == {(2, 1)}
