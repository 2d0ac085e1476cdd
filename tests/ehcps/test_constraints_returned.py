"""Each constraint of what the return asks, and of disputes, broken once."""

from datetime import date

import pytest
from django.utils import timezone

from sendhub.ehcps.models import Dispute, PlanReturn
from sendhub.ehcps.rules import Stage
from tests import build
from tests.ehcps.test_constraints import change, refuses

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"organised": True}, "ehcps_planreturn_budget_first"),
        (
            {"direct_payment_id": "DIRECT_PAYMENT:E"},
            "ehcps_planreturn_budget_first",
        ),
        (
            {"second_provision": "ordinary"},
            "ehcps_planreturn_second_has_its_place",
        ),
        ({"provision": "attic"}, "ehcps_planreturn_known_provision"),
        (
            {"personal_budget": True, "direct_payment_id": "SEX:F"},
            "ehcps_planreturn_payment_code",
        ),
        ({"residential_id": "SEX:F"}, "ehcps_planreturn_residential_code"),
        ({"work_based_id": "SEX:F"}, "ehcps_planreturn_work_based_code"),
    ],
)
def test_what_the_return_asks_is_whole(values, constraint):
    made = build.plan_return(build.plan())
    with refuses(constraint):
        change(PlanReturn.objects.get(pk=made.pk), **values)


def test_a_second_setting_has_its_kind_of_place():
    made = build.plan_return(build.plan())
    with refuses("ehcps_planreturn_second_has_its_place"):
        change(made, second_setting=build.setting())


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"assessment": None}, "ehcps_dispute_of_a_decision"),
        ({"about": "other"}, "ehcps_dispute_of_a_decision"),
        ({"about": "hat"}, "ehcps_dispute_of_a_decision"),
        ({"forum": "pub"}, "ehcps_dispute_known_forum"),
        ({"withdrawn_reason": "Why."}, "ehcps_dispute_withdrawn_who_when_why"),
        (
            {"withdrawn_at": timezone.now()},
            "ehcps_dispute_withdrawn_who_when_why",
        ),
    ],
)
def test_a_dispute_is_whole(values, constraint):
    made = build.dispute(build.assessment(stage=Stage.REFUSED).case)
    with refuses(constraint):
        change(made, **values)


def test_a_dispute_is_recorded_once():
    made = build.dispute(build.assessment(stage=Stage.REFUSED).case)
    with refuses("ehcps_dispute_once"):
        Dispute.objects.create(
            case=made.case,
            assessment=made.assessment,
            about=made.about,
            forum=made.forum,
            happened_on=date(2026, 10, 12),
            recorded_by=made.recorded_by,
        )


def test_a_dispute_is_about_an_assessment_of_its_case():
    made = build.dispute(build.assessment(stage=Stage.REFUSED).case)
    other = build.assessment(stage=Stage.REFUSED)
    with refuses("ehcps_dispute_of_the_case"):
        change(made, assessment=other)
