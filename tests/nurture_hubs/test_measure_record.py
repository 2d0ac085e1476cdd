"""Recording what was measured of a child (HUB-9)."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs.models import Measure
from sendhub.nurture_hubs.rules.measures import Instrument, Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
SDQ = {
    "sdq_emotional": 7,
    "sdq_conduct": 5,
    "sdq_hyperactivity": 9,
    "sdq_peer": 3,
    "sdq_prosocial": 4,
}
FACTS = {
    "stage": Stage.ENTRY,
    "measured_on": date(2026, 11, 16),
    "measured_by": "Ms Bufton, SENCO",
}


def url(referral, instrument="sdq"):
    page = reverse("nurture_hubs:measure-record", args=[referral.pk])
    return f"{page}?instrument={instrument}"


def test_keeps_the_numbers_of_a_questionnaire(signed_in):
    referral = build.hubs.in_hub()
    client = signed_in("hub_coordinator")

    answer = press(client, url(referral), **FACTS, **SDQ)

    assert answer.url == referral.get_absolute_url()
    made = Measure.objects.get()
    assert (made.stage, made.instrument) == (Stage.ENTRY, Instrument.SDQ)
    assert dict(made.scores.values_list("scale", "value")) == SDQ
    act = Act.objects.get(act="nurture_hubs.measure_record")
    assert "(SDQ), at entry: measured by Ms Bufton, SENCO" in str(act)
    assert act.case_id == referral.case_id


def test_keeps_a_boxall_profile_with_a_strand_left_out(signed_in):
    referral = build.hubs.in_hub()
    client = signed_in("hub_coordinator")

    press(client, url(referral, "boxall"), **FACTS, boxall_a=12, boxall_q="8")

    kept = Measure.objects.get().scores.values_list("scale", "value")
    assert dict(kept) == {"boxall_a": 12, "boxall_q": 8}


def test_names_the_strands_by_letter_alone(signed_in):
    page = signed_in("hub_coordinator").get(url(build.hubs.in_hub(), "boxall"))
    assert "Developmental strands (more is better)" in seen(page)
    assert "Strand A" in seen(page)


def test_reads_attendance_as_people_write_it(signed_in):
    referral = build.hubs.in_hub()
    client = signed_in("hub_coordinator")
    press(client, url(referral, "attendance"), **FACTS, attendance="87,5%")
    assert Measure.objects.get().scores.get().value == Decimal("87.5")


def test_offers_the_next_time_and_the_boxall_profile_first(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(referral, stage=Stage.REFERRAL)
    client = signed_in("hub_coordinator")

    assert client.get(url(referral)).context["form"]["stage"].value() == Stage.ENTRY
    usual = client.get(url(referral).partition("?")[0])
    assert usual.context["form"]["stage"].value() == Stage.REFERRAL
    assert "Strand A" in seen(usual)
    assert "Strand A" in seen(client.get(url(referral, "iq")))


def test_offers_no_time_that_has_passed(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(referral, stage=Stage.EXIT)
    client = signed_in("hub_coordinator")
    assert client.get(url(referral)).context["form"]["stage"].value() == ""


@pytest.mark.parametrize(
    ("instrument", "wrong", "field", "said"),
    [
        ("sdq", {"stage": ""}, "stage", "Choose when"),
        ("sdq", {"measured_on": None}, "measured_on", "Enter"),
        ("sdq", {"measured_on": date(2026, 11, 21)}, "measured_on", "in the past"),
        ("sdq", {"measured_on": date(2026, 11, 1)}, "measured_on", "at referral"),
        ("sdq", {"measured_by": ""}, "measured_by", "Enter"),
        ("sdq", {"sdq_peer": ""}, "sdq_peer", "Enter"),
        ("sdq", {"sdq_peer": "11"}, "sdq_peer", "a number from 0 to 10"),
        ("sdq", {"sdq_peer": "-1"}, "sdq_peer", "a number from 0 to 10"),
        ("sdq", {"sdq_peer": "2.5"}, "sdq_peer", "no fraction"),
        ("sdq", {"sdq_peer": "many"}, "sdq_peer", "a number from 0 to 10"),
        ("attendance", {"attendance": "100.5"}, "attendance", "from 0 to 100"),
        ("attendance", {"attendance": "87.55"}, "attendance", "one digit"),
        ("boxall", {}, "__all__", "at least one number"),
        ("boxall", {"boxall_a": "41"}, "boxall_a", "Developmental strand A must be"),
    ],
)
def test_says_what_is_wrong(signed_in, instrument, wrong, field, said):
    numbers = SDQ if instrument == "sdq" else {}
    page = url(build.hubs.in_hub(), instrument)
    answer = press(signed_in("hub_coordinator"), page, **{**FACTS, **numbers, **wrong})
    assert said in errors(answer)[field][0]
    assert not Measure.objects.exists()


def test_an_exit_is_not_before_the_entry(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(referral)
    facts = FACTS | {"stage": Stage.EXIT, "measured_on": date(2026, 11, 10)}
    answer = press(signed_in("hub_coordinator"), url(referral), **facts, **SDQ)
    [said] = errors(answer)["measured_on"]
    assert "measured at exit cannot be before what was measured at entry" in said


def test_an_entry_is_not_after_the_exit(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(referral, stage=Stage.EXIT)
    facts = FACTS | {"measured_on": date(2026, 11, 18)}
    answer = press(signed_in("hub_coordinator"), url(referral), **facts, **SDQ)
    assert "cannot be after" in errors(answer)["measured_on"][0]


def test_a_school_may_have_measured_before_it_referred(signed_in):
    referral = build.hubs.in_hub()
    facts = FACTS | {"stage": Stage.REFERRAL, "measured_on": date(2026, 10, 12)}
    press(signed_in("hub_coordinator"), url(referral), **facts, **SDQ)
    assert Measure.objects.get().measured_on == date(2026, 10, 12)


@pytest.mark.parametrize("stage", [Stage.ENTRY, Stage.MID, Stage.EXIT])
@pytest.mark.parametrize("waits_for", [build.hubs.referral, build.hubs.place])
def test_who_has_not_started_is_measured_at_referral_only(signed_in, waits_for, stage):
    found = waits_for()
    referral = getattr(found, "referral", found)
    client, facts = signed_in("hub_coordinator"), FACTS | {"stage": stage}

    answer = press(client, url(referral), **facts, **SDQ)

    assert "has not started in a hub" in errors(answer)["stage"][0]
    assert client.get(url(referral)).context["form"]["stage"].value() == "1"
    press(client, url(referral), **facts | {"stage": Stage.REFERRAL}, **SDQ)
    assert Measure.objects.get().stage == Stage.REFERRAL


def test_an_exit_is_near_the_end_of_the_place(signed_in):
    referral = build.hubs.in_hub(ends_on=date(2027, 1, 4))
    client, facts = signed_in("hub_coordinator"), FACTS | {"stage": Stage.EXIT}

    answer = press(client, url(referral), **facts, **SDQ)

    [said] = errors(answer)["measured_on"]
    assert "ends on 4 January 2027" in said
    assert "on 23 November 2026 or later" in said


def test_an_exit_in_error_keeps_no_other_measure_away(signed_in):
    referral = build.hubs.in_hub(ends_on=date(2026, 11, 19))
    client = signed_in("hub_coordinator")
    wrong = build.hubs.measure(
        referral, stage=Stage.EXIT, measured_on=date(2026, 11, 10)
    )
    assert "cannot be after" in str(
        errors(press(client, url(referral), **FACTS, **SDQ))
    )

    page = reverse("nurture_hubs:measure-withdraw", args=[wrong.pk])
    press(client, page, reason="Another child.")

    press(client, url(referral), **FACTS, **SDQ)
    assert Measure.objects.standing().get().stage == Stage.ENTRY


def test_the_same_is_not_recorded_twice(signed_in):
    referral = build.hubs.in_hub()
    build.hubs.measure(referral)
    answer = press(signed_in("hub_coordinator"), url(referral), **FACTS, **SDQ)
    assert "recorded for that time already" in errors(answer)["stage"][0]


def test_is_not_for_those_without_the_right(signed_in):
    page = url(build.hubs.in_hub())
    assert signed_in("caseworker").get(page).status_code == 403


def test_a_hub_school_measures_no_child_without_a_place_in_its_hub(signed_in):
    page = url(build.hubs.referral())
    assert signed_in("hub_school").get(page).status_code == 404


def test_a_hub_school_measures_the_children_of_its_hub(signed_in):
    hub = build.hubs.hub()
    school = signed_in(build.hubs.member(hub).user)
    placed = build.hubs.in_hub(of_hub=hub)
    agreed_only = build.hubs.agreed(hub)

    press(school, url(placed), **FACTS, **SDQ)

    assert Measure.objects.get().recorded_by == school.user
    assert school.get(url(agreed_only)).status_code == 404
    assert school.get(url(build.hubs.place().referral)).status_code == 404
    assert "Entered in error?" not in seen(school.get(placed.get_absolute_url()))
