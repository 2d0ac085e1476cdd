"""Recording a reason of the law for missing a limit (NA-04)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Exemption
from sendhub.ehcps.rules import Ground, Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
RECEIVED = date(2026, 6, 1)


def limit(assessment, rule="NA-03"):
    rows = Deadline.objects.filter(about_type="ehcps.needsassessment", rule=rule)
    return rows.get(about_id=assessment.pk)


def late(stage=Stage.REQUESTED):
    return build.assessment(received_on=RECEIVED, stage=stage)


def url(deadline):
    return reverse("ehcps:exemption-record", args=[deadline.pk])


def usual(**changed):
    answers = {
        "ground": Ground.ABSENCE,
        "starts_on": date(2026, 6, 8),
        "ends_on": date(2026, 7, 10),
        "impractical_because": "The family was in Poland and could not be heard.",
        "document": None,
        "told_on": date(2026, 7, 13),
    }
    return {**answers, **changed}


def test_an_absence_of_four_weeks_excuses_and_moves_no_date(signed_in):
    deadline = limit(late())
    before = (deadline.due_on, deadline.ended)
    press(signed_in("caseworker"), url(deadline), **usual())
    exemption = Exemption.objects.get()
    assert "four weeks" in exemption.judged
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.ended) == before


def test_a_closure_counts_from_when_the_school_was_asked(signed_in):
    assessment = late(Stage.ASSESSING)
    build.advice(assessment_=assessment, asked_on=date(2026, 7, 20))
    closed = usual(
        ground=Ground.CLOSURE, starts_on=date(2026, 7, 21), ends_on=date(2026, 9, 2)
    )
    press(signed_in("caseworker"), url(limit(assessment, "NA-13")), **closed)
    assert Exemption.objects.get().ground == Ground.CLOSURE


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"ground": ""}, "ground", "Choose the reason"),
        ({"ends_on": date(2026, 6, 22)}, "ground", "at least four weeks"),
        ({"ends_on": date(2026, 6, 1)}, "ends_on", "not after the first day"),
        ({"starts_on": None}, "starts_on", "first day away"),
        ({"ends_on": None}, "ends_on", "were back"),
        ({"impractical_because": ""}, "impractical_because", "Answer the question"),
        ({"told_on": date(2026, 12, 1)}, "told_on", "today or in the past"),
        ({"ground": Ground.CLOSURE}, "ground", "asked for advice between"),
        ({"ground": Ground.MISSED}, "ground", "only those asked for advice"),
    ],
)
def test_says_beside_the_field_why_it_is_none(signed_in, changed, field, said):
    deadline = limit(late())
    answer = press(signed_in("caseworker"), url(deadline), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Exemption.objects.exists()


def test_a_missed_appointment_excuses_late_advice(signed_in):
    asked = build.advice(assessment_=late(Stage.ASSESSING), asked_on=date(2026, 6, 22))
    deadline = Deadline.objects.get(about_type="ehcps.advice", about_id=asked.pk)
    missed = usual(
        ground=Ground.MISSED, starts_on=date(2026, 7, 6), ends_on=None, told_on=None
    )
    press(signed_in("caseworker"), url(deadline), **missed)
    assert Exemption.objects.get().deadline == deadline


def test_one_reason_is_recorded_once(signed_in):
    deadline = limit(late())
    caseworker = signed_in("caseworker")
    press(caseworker, url(deadline), **usual())
    again = press(caseworker, url(deadline), **usual(ends_on=date(2026, 7, 11)))
    assert "already recorded" in errors(again)["ground"][0]


def test_the_case_shows_it(signed_in):
    exemption = build.exemption(limit(late()))
    case = exemption.deadline.case.get_absolute_url()
    assert "Exemption recorded" in seen(signed_in("auditor").get(case))


def test_a_wait_has_no_exemption(signed_in):
    made = build.draft_sent(received_on=RECEIVED)
    deadline = limit(made.assessment, "NA-11")
    assert signed_in("caseworker").get(url(deadline)).status_code == 404


def test_is_not_for_those_without_the_right(signed_in):
    deadline = limit(late())
    assert signed_in("auditor").get(url(deadline)).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    deadline = limit(build.assessment(child_=build.restricted_child()))
    assert signed_in("caseworker").get(url(deadline)).status_code == 404


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"impractical_because": ""}, "ehcps_exemption_says_why"),
        ({"ground": Ground.ABSENCE}, "ehcps_exemption_has_its_days"),
        ({"ground": Ground.MISSED}, "ehcps_exemption_has_its_days"),
        (
            {
                "ground": Ground.CLOSURE,
                "starts_on": date(2026, 7, 2),
                "ends_on": date(2026, 7, 2),
            },
            "ehcps_exemption_has_its_days",
        ),
        (
            {"ground": Ground.CLOSURE, "starts_on": date(2026, 7, 2)},
            "ehcps_exemption_has_its_days",
        ),
        (
            {"withdrawn_at": timezone.now()},
            "ehcps_exemption_withdrawn_who_when_why",
        ),
    ],
)
def test_the_database_refuses_half_an_exemption(changed, constraint):
    exemption = build.exemption(limit(late()))
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Exemption.objects.filter(pk=exemption.pk).update(**changed)
    assert refused.value.__cause__.diag.constraint_name == constraint


def test_the_database_keeps_a_reason_once():
    exemption = build.exemption(limit(late()))
    exemption.pk = None
    with pytest.raises(IntegrityError, match="ehcps_exemption_once"):
        exemption.save()
