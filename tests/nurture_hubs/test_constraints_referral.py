"""Each constraint of referrals, visits and answers, broken once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sendhub.core import clock
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Agreement, Referral, Visit
from sendhub.nurture_hubs.rules import Party, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
CONSENT = "nurture_hubs_referral_consent_who_and_when"
ENDED = "nurture_hubs_referral_ended_who_when_why"
WAITS = "nurture_hubs_referral_waits_since_and_agreed"
WITHDRAWN = "nurture_hubs_agreement_withdrawn_when_and_why"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"consent_on": None}, CONSENT),
        ({"consent_by": ""}, CONSENT),
        ({"need": "4"}, "nurture_hubs_referral_known_need"),
        ({"standing": "gone"}, ENDED),
        ({"standing": Standing.REFUSED}, ENDED),
        ({"ended_on": TODAY}, ENDED),
        ({"ended_because": "Why"}, ENDED),
        ({"standing": Standing.WAITING}, WAITS),
        ({"standing": Standing.WAITING, "waits_since": date(2026, 11, 1)}, WAITS),
        (
            {
                "standing": Standing.WAITING,
                "waits_since": date(2026, 11, 3),
                "consent_on": None,
                "consent_by": "",
            },
            WAITS,
        ),
    ],
)
def test_refuses_of_a_referral(values, constraint):
    _refused(Referral, hubs.referral(), values, constraint)


@pytest.mark.parametrize(
    "values",
    [
        {"ended_on": date(2026, 11, 1)},
        {"ended_on": None},
        {"ended_by": None},
        {"ended_because": ""},
        {"standing": Standing.PLACED},
    ],
)
def test_refuses_of_a_referral_that_has_ended(values):
    made = hubs.referral()
    actions.referral_end(
        referral=made,
        standing=Standing.REFUSED,
        ended_on=TODAY,
        reason="Too old.",
        by=build.user("hub_coordinator"),
    )
    _refused(Referral, made, values, ENDED)


def test_refuses_a_second_open_referral():
    made = hubs.referral()
    made.pk = None
    with pytest.raises(IntegrityError, match="nurture_hubs_referral_one_open"):
        made.save(force_insert=True)


def test_refuses_an_unknown_kind_of_visit():
    _refused(Visit, hubs.visit(), {"kind": "tea"}, "nurture_hubs_visit_known_kind")


@pytest.mark.parametrize(
    "values", [{"withdrawn_reason": "Why"}, {"withdrawn_at": clock.now}]
)
def test_refuses_half_of_an_error(values):
    name = "nurture_hubs_visit_withdrawn_who_when_why"
    said = {key: value() if callable(value) else value for key, value in values.items()}
    _refused(Visit, hubs.visit(), said, name)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"agreed": False}, "nurture_hubs_agreement_refusal_has_reasons"),
        ({"party": "family"}, "nurture_hubs_agreement_known_party"),
        ({"party": Party.SCHOOL}, "nurture_hubs_agreement_once"),
        ({"withdrawn_on": TODAY}, WITHDRAWN),
        ({"withdrawn_because": "Why"}, WITHDRAWN),
        (
            {"withdrawn_on": date(2026, 11, 1), "withdrawn_because": "Why"},
            WITHDRAWN,
        ),
    ],
)
def test_refuses_of_an_answer(values, constraint):
    made = hubs.agreed(hubs.hub()).agreements.get(party=Party.COORDINATOR)
    _refused(Agreement, made, values, constraint)


def _refused(model, made, values, constraint):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model.objects.filter(pk=made.pk).update(**values)
    assert refused.value.__cause__.diag.constraint_name == constraint
