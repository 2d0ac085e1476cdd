"""The letters about notices and referrals."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Case
from sendhub.intakes import actions, letters
from sendhub.intakes.rules import Kind, Outcome
from sendhub.letters import kinds
from sendhub.letters.composing import BESIDE, compose
from sendhub.letters.models import Delivery, Letter, Template
from tests import build
from tests.pages import opened, press, seen

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def found(case):
    known = kinds.known_of([case])
    return {k.key: kinds.found(k, case, known, on=ON) for k in letters.KINDS}


def reached(intake):
    """A case whose family can be written to."""
    child = intake.case.child
    build.address(child, starts_on=child.born_on)
    build.contact(child)
    build.who_helps()
    return Case.objects.select_related(*BESIDE).get(pk=intake.case_id)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Kind.PORTAGE, "intake_welcome"),
        (Kind.EARLY_YEARS, "intake_welcome"),
        (Kind.NOTICE, "intake_notice"),
        (Kind.ATTENTION, "intake_notice"),
    ],
)
def test_each_kind_has_its_letter_until_it_is_sent(kind, key):
    intake = build.intake(kind=kind)
    facts = found(intake.case)
    assert {k for k, one in facts.items() if not one.unfit} == {key}
    assert facts[key].due_since == date(2026, 11, 2)
    by = build.user("caseworker")
    actions.intake_answer(intake=intake, answered_on=date(2026, 11, 4), by=by)
    assert found(intake.case)[key].due_since is None


def test_none_fits_what_has_ended():
    intake = build.intake()
    by = build.user("caseworker")
    actions.intake_start(intake=intake, started_on=date(2026, 11, 9), by=by)
    assert all(one.unfit for one in found(intake.case).values())


def test_the_welcome_letter_is_whole():
    case = reached(build.intake())
    template = Template.objects.offered().of_kinds(["intake_welcome"])[0]
    [written] = compose([case], template.now, on=ON)
    assert "{{" not in written.body
    assert "asked for portage" in written.body


def test_the_notice_is_acknowledged_to_whoever_sent_it():
    intake = build.intake(kind=Kind.NOTICE, informant="Wye Valley NHS Trust")
    template = Template.objects.offered().of_kinds(["intake_notice"])[0]
    case = reached(intake)
    [written] = compose([case], template.now, on=ON)
    assert "{{" not in written.body
    assert "14 December 2026" in written.body
    assert [one.name for one in written.to.recipients] == ["Wye Valley NHS Trust"]


def two_referrals():
    """Portage, whose welcome letter is 38 days late, and early years of today."""
    first = build.intake(received_on=date(2026, 9, 29))
    second = build.intake(
        child_=first.case.child, kind=Kind.EARLY_YEARS, received_on=date(2026, 11, 20)
    )
    reached(first)
    return first, second


def write_url(case):
    url = reverse("letters:letter-make", args=[case.pk])
    return f"{url}?kind=intake_welcome"


def test_of_two_referrals_the_one_that_waited_longest_is_written_about(signed_in):
    first, _ = two_referrals()
    client = signed_in("caseworker")
    offer = "Welcome after a referral (since 29 September 2026)"
    assert offer in seen(client.get(first.case.get_absolute_url()))
    assert "asked for portage" in opened(client, write_url(first.case))["body"]


@pytest.mark.parametrize("recorded", [True, False])
def test_after_its_letter_the_other_referral_is_written_about(signed_in, recorded):
    first, second = two_referrals()
    client, case = signed_in("caseworker"), first.case
    press(client, write_url(case))
    if recorded:
        by = build.user("caseworker")
        actions.intake_answer(intake=first, answered_on=ON, by=by)
    offer = "Welcome after a referral (since 20 November 2026)"
    assert offer in seen(client.get(case.get_absolute_url()))
    body = opened(client, write_url(case))["body"]
    assert "asked for early years support" in body
    press(client, write_url(case))
    assert [one.sheet["about"] for one in Letter.objects.order_by("pk")] == [
        first.pk,
        second.pk,
    ]
    page = seen(client.get(case.get_absolute_url()))
    assert "Welcome after a referral (since" not in page


def test_a_letter_that_never_said_what_it_was_about_counts_by_its_day():
    intake = build.intake()
    case = reached(intake)
    build.letter(case_=case, kind="intake_welcome")
    letter = Letter.objects.get()
    sheet = {key: said for key, said in letter.sheet.items() if key != "about"}
    letter.sheet = sheet
    assert letters.is_about(letter, intake)
    letter.dated_on = date(2026, 11, 1)
    assert not letters.is_about(letter, intake)


def closed(intake, outcome):
    actions.intake_close(
        intake=intake,
        outcome=outcome,
        ended_on=ON,
        end_reason="Another child was meant.",
        by=build.user("caseworker"),
    )


def test_what_was_recorded_by_mistake_stops_its_letter():
    intake = build.intake()
    build.letter(case_=reached(intake), kind="intake_welcome")
    closed(intake, Outcome.MISTAKE)
    delivery = Delivery.objects.get()
    assert delivery.state == "failed"
    assert "recorded by mistake" in delivery.reason


def test_what_ended_otherwise_and_the_letter_of_another_go_on():
    first, second = two_referrals()
    build.letter(case_=first.case, kind="intake_welcome")
    closed(second, Outcome.MISTAKE)
    assert Delivery.objects.get().state == "queued"
    closed(first, Outcome.CLOSED)
    assert Delivery.objects.get().state == "queued"
