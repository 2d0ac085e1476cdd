"""Logging a notice, a child brought to attention, an early years referral (EHC-15)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import ServiceKey
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db
BORN = date(2023, 5, 5)


def url(child):
    return reverse("intakes:intake-log", args=[child.pk])


def young(**more):
    return build.child(born_on=BORN, **more)


def usual(**changed):
    answers = {
        "kind": Kind.NOTICE,
        "received_on": date(2026, 11, 2),
        "source": build.code("REQUEST_SOURCE", "3"),
        "informant": "Wye Valley NHS Trust",
        "parent_told_on": date(2026, 10, 30),
        "words": "She does not speak at three.",
    }
    return {**answers, **changed}


@pytest.mark.parametrize(
    ("kind", "rule", "due_on"),
    [
        (Kind.NOTICE, "NA-03", date(2026, 12, 14)),
        (Kind.ATTENTION, "NA-03", date(2026, 12, 14)),
        (Kind.EARLY_YEARS, "EY-01", date(2026, 11, 16)),
        (Kind.PORTAGE, "EY-01", date(2026, 11, 16)),
    ],
)
def test_logs_it_and_starts_its_clock(signed_in, kind, rule, due_on):
    caseworker = signed_in("caseworker")
    child = young()
    answers = usual(kind=kind, officer=caseworker.user)
    answer = press(caseworker, url(child), **answers)
    made = Intake.objects.get()
    assert answer.url == made.case.get_absolute_url()
    assert (made.kind, made.parent_told_on) == (kind, date(2026, 10, 30))
    assert (made.case.service, made.case.officer) == (
        ServiceKey.INTAKE,
        caseworker.user,
    )
    limit = Deadline.objects.get()
    assert (limit.rule, limit.due_on, limit.officer) == (rule, due_on, caseworker.user)
    act = Act.objects.about_child(child.pk).get(act="intakes.intake_log")
    assert str(act) == f"{Kind(kind).label} received from Wye Valley NHS Trust"
    assert act.happened_on == date(2026, 11, 2)


def test_the_day_the_family_was_told_may_be_unknown(signed_in):
    client = signed_in("caseworker")
    answer = press(client, url(young()), **usual(parent_told_on=None))
    assert "not recorded whether they told the family" in seen(client.get(answer.url))


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"kind": None}, "kind", "Choose what reached us"),
        ({"kind": "letter"}, "kind", "valid choice"),
        ({"received_on": None}, "received_on", "Enter"),
        ({"received_on": date(2026, 11, 21)}, "received_on", "today or in the past"),
        ({"received_on": date(2023, 5, 4)}, "received_on", "was born on 5 May 2023"),
        ({"parent_told_on": date(2026, 11, 21)}, "parent_told_on", "in the past"),
        ({"source": None}, "source", "Choose"),
        ({"source": "SEN_TYPE:ASD"}, "source", "valid choice"),
        ({"informant": ""}, "informant", "Enter"),
        ({"informant": "x" * 201}, "informant", "200"),
        ({"words": ""}, "words", "Enter"),
        ({"words": "a\x00b"}, "words", "cannot"),
        ({"words": "x" * 10_001}, "words", "10,000"),
        ({"officer": 0}, "officer", "valid choice"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(young()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Intake.objects.exists()


def test_a_notice_is_about_a_child_below_school_age(signed_in):
    child = build.child()
    client = signed_in("caseworker")
    answer = press(client, url(child), **usual())
    assert "compulsory school age since 31 August 2021" in errors(answer)["kind"][0]
    told = press(client, url(child), **usual(kind=Kind.ATTENTION))
    assert told.status_code == 302


def test_a_date_of_long_ago_is_asked_about(signed_in):
    client, child = signed_in("caseworker"), young()
    asked = press(client, url(child), **usual(received_on=date(2025, 11, 1)))
    assert "more than a year ago" in errors(asked)["dates_checked"][0]
    assert not Intake.objects.exists()
    again = press(client, url(child), hidden=held(asked), dates_checked=True)
    assert again.status_code == 302


def test_the_same_is_not_logged_twice_while_it_is_in_hand(signed_in):
    child = young()
    build.intake(child_=child, kind=Kind.NOTICE)
    client = signed_in("caseworker")
    assert "In hand for this child already" in seen(client.get(url(child)))
    answer = press(client, url(child), **usual(received_on=TODAY))
    assert "in hand for the child already" in errors(answer)["kind"][0]
    other = press(client, url(child), **usual(kind=Kind.PORTAGE))
    assert other.status_code == 302
    assert Case.objects.count() == 1


def test_a_double_click_acts_once(signed_in):
    child, client = young(), signed_in("caseworker")
    hidden = opened(client, url(child))
    first = press(client, url(child), hidden=hidden, **usual())
    second = press(client, url(child), hidden=hidden, **usual())
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Intake.objects.count() == 1


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(young())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    child = build.restricted_child(born_on=BORN)
    assert signed_in("caseworker").get(url(child)).status_code == 404


def test_the_child_s_page_leads_there(signed_in):
    child = young()
    client = signed_in("caseworker")
    assert url(child) in client.get(child.get_absolute_url()).content.decode()
    press(client, url(child), **usual(kind=Kind.PORTAGE))
    text = seen(client.get(child.get_absolute_url()))
    assert "Referral to portage of 2 November 2026" in text
    assert "waiting for 2 weeks" in text
    auditor = seen(signed_in("auditor").get(child.get_absolute_url()))
    assert "Referral to portage of 2 November 2026" in auditor
    assert "Log a notice" not in auditor


def test_the_form_says_that_an_assessment_is_in_hand(signed_in):
    child, client = build.child(born_on=date(2023, 5, 5)), signed_in("caseworker")
    page = reverse("intakes:intake-log", args=[child.pk])
    assert "An assessment is in hand" not in seen(client.get(page))
    running = build.assessment(child_=child, received_on=date(2026, 10, 1))
    answer = client.get(page)
    assert "An assessment is in hand for this child: Request of 1 October" in seen(
        answer
    )
    assert f'href="{running.get_absolute_url()}"' in answer.content.decode()
