"""Considering an assessment after a notice: begun anew, or joined to a request."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Begun, Stage
from sendhub.intakes import actions
from sendhub.intakes.rules import Kind, Outcome
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(intake):
    return reverse("intakes:intake-assess", args=[intake.pk])


def notice(**more):
    return build.intake(kind=Kind.NOTICE, informant="The trust", **more)


def test_the_six_weeks_run_from_the_day_we_became_responsible(signed_in):
    intake, client = notice(), signed_in("caseworker")
    answer = press(client, url(intake))
    made = NeedsAssessment.objects.get()
    assert answer.url == made.case.get_absolute_url()
    assert (made.begun, made.received_on) == (Begun.RESPONSIBLE, date(2026, 11, 2))
    assert (made.requester, made.reasons) == ("The trust", "She does not walk yet.")
    assert str(made.source) == "Health care professional"
    limits = Deadline.objects.filter(about_type="ehcps.needsassessment")
    assert list(limits.order_by("due_on").values_list("rule", "due_on")) == [
        ("NA-03", date(2026, 12, 14)),
        ("NA-08", date(2027, 2, 22)),
        ("NA-13", date(2027, 3, 22)),
    ]
    own = Deadline.objects.get(about_type="intakes.intake")
    assert own.ended == Ended.VOID


def test_the_notice_ends_with_its_case_and_says_what_it_led_to(signed_in):
    intake, client = notice(), signed_in("caseworker")
    press(client, url(intake), responsible_on=date(2026, 11, 9))
    intake.refresh_from_db()
    made = NeedsAssessment.objects.get()
    assert (intake.outcome, intake.ended_on) == (Outcome.ASSESSMENT, TODAY)
    assert intake.assessment == made
    assert intake.case.closed_on == TODAY
    assert str(Act.objects.get(act="intakes.intake_assess")) == (
        "Notice from a health body: we consider an assessment, responsible since "
        "9 November 2026"
    )
    page = seen(client.get(intake.get_absolute_url()))
    assert "Assessment considered since 9 November 2026" in page


def test_joins_the_request_that_runs_already(signed_in):
    child = build.child(born_on=date(2023, 5, 5))
    running = build.assessment(child_=child, received_on=date(2026, 10, 1))
    intake, client = notice(child_=child), signed_in("caseworker")
    page = client.get(url(intake))
    assert "open request, received on 1 October 2026" in seen(page)
    assert "responsible_on" not in page.context["form"].fields
    answer = press(client, url(intake))
    assert answer.url == running.get_absolute_url()
    intake.refresh_from_db()
    assert intake.assessment == running
    assert NeedsAssessment.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"responsible_on": None}, "responsible_on", "Enter"),
        ({"responsible_on": date(2026, 11, 1)}, "responsible_on", "2 November 2026"),
        ({"responsible_on": date(2026, 11, 21)}, "responsible_on", "in the past"),
        ({"source": None}, "source", "Choose"),
        ({"officer": 0}, "officer", "valid choice"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(notice()), **changed)
    assert said in " ".join(errors(answer)[field])
    assert not NeedsAssessment.objects.exists()


def test_a_child_with_a_plan_is_assessed_again_instead(signed_in):
    child = build.plan().case.child
    intake = build.intake(child_=child, kind=Kind.ATTENTION)
    answer = press(signed_in("caseworker"), url(intake))
    assert "re-assessment" in errors(answer)["__all__"][0]
    intake.refresh_from_db()
    assert intake.is_open


def test_what_has_ended_leads_to_no_assessment(signed_in):
    intake, client = notice(), signed_in("caseworker")
    press(client, url(intake))
    answer = press(client, url(intake))
    assert "ended already" in errors(answer)["__all__"][0]


def test_a_refused_request_is_no_bar(signed_in):
    child = build.child(born_on=date(2023, 5, 5))
    build.assessment(child_=child, received_on=date(2026, 6, 1), stage=Stage.REFUSED)
    press(signed_in("caseworker"), url(notice(child_=child)))
    assert NeedsAssessment.objects.count() == 2


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(notice())).status_code == 403


def test_joining_a_request_that_ended_meanwhile_begins_nothing():
    intake = notice()
    with pytest.raises(RuleBroken, match="has ended meanwhile"):
        actions.intake_assess(intake=intake, by=build.user("caseworker"))
    assert not NeedsAssessment.objects.exists()
