"""Children who come to our notice without a request (EHC-15)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Case, Deadline
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Begun, Stage
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind
from tests import build
from tests.journeys import steps
from tests.pages import press, seen

pytestmark = pytest.mark.django_db
BORN = date(2023, 5, 5)


def act(name, thing):
    return reverse(f"intakes:{name}", args=[thing.pk])


def done(answer):
    assert answer.status_code == 302, seen(answer)


def when_it_reaches_us(client, child, kind, on, informant):
    done(
        press(
            client,
            act("intake-log", child),
            kind=kind,
            received_on=on,
            source=build.code("REQUEST_SOURCE", "3"),
            informant=informant,
            words="He does not turn to sounds.",
            officer=client.user,
        )
    )
    return Intake.objects.get(case__child=child, kind=kind)


def test_a_health_body_s_notice_leads_to_a_refusal_that_can_be_appealed(signed_in):
    caseworker, manager = signed_in("caseworker"), signed_in("team_manager")
    child = steps.when_they_record_a_child(caseworker, born_on=BORN)
    on = date(2026, 10, 12)
    notice = when_it_reaches_us(caseworker, child, Kind.NOTICE, on, "The NHS trust")
    steps.then_my_work_shows(caseworker, "Owain Preece", "NA-03")
    done(
        press(caseworker, act("intake-answer", notice), answered_on=date(2026, 10, 14))
    )
    done(press(caseworker, act("intake-assess", notice)))

    assessment = NeedsAssessment.objects.get()
    assert (assessment.begun, assessment.received_on) == (Begun.RESPONSIBLE, on)
    open_ones = Deadline.objects.open().filter(rule="NA-03")
    assert [limit.due_on for limit in open_ones] == [date(2026, 11, 23)]
    case = Case.objects.get(pk=assessment.case_id)
    steps.when_they_refuse_to_assess(manager, case, told_on=date(2026, 11, 16))
    assessment.refresh_from_db()
    assert assessment.stage == Stage.REFUSED
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Notice from a health body received from The NHS trust",
        "Answer sent to The NHS trust",
        "Notice from a health body: we consider an assessment, responsible since "
        "12 October 2026",
    )


def test_a_family_is_welcomed_and_waits_until_portage_begins(signed_in):
    caseworker = signed_in("caseworker")
    child = steps.when_they_record_a_child(caseworker, born_on=BORN)
    on = date(2026, 8, 31)
    referral = when_it_reaches_us(caseworker, child, Kind.PORTAGE, on, "Health visitor")
    steps.then_my_work_shows(caseworker, "Owain Preece", "EY-01")
    done(
        press(caseworker, act("intake-answer", referral), answered_on=date(2026, 9, 9))
    )
    text = seen(caseworker.get(reverse("intakes:intake-list")))
    assert "11 weeks" in text
    done(
        press(caseworker, act("intake-start", referral), started_on=date(2026, 11, 16))
    )
    assert not Deadline.objects.open().exists()
    steps.then_the_chronology_tells(
        caseworker,
        child,
        "Welcome letter sent",
        "Support began (referral to portage), after 11 weeks",
    )
