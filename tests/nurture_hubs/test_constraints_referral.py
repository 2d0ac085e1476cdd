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


HOLDS = "nurture_hubs_referral_holds_its_place"
WAITING = {"standing": Standing.WAITING, "waits_since": date(2026, 11, 3)}


@pytest.mark.parametrize(
    "values", [WAITING, {"standing": Standing.REFERRED}, {"consent_on": None}]
)
def test_refuses_of_a_referral_while_a_place_stands_on_it(values):
    if "consent_on" in values:
        values = {**values, "consent_by": ""}
    place = hubs.place()
    _refused(Referral, place.referral, values, HOLDS)
    by = place.allocated_by
    actions.place_withdraw(place=place, reason="Never came.", by=by)
    place.referral.refresh_from_db()
    assert place.referral.standing == Standing.WAITING


def test_a_referral_stays_on_its_case():
    other = hubs.referral().case
    name = "nurture_hubs_referral_case_stays"
    _refused(Referral, hubs.place().referral, {"case": other}, name)


def test_waits_only_where_both_agreed_to_one_hub():
    made = hubs.referral()
    answer = {"agreed": True, "on": TODAY, "recorded_by": made.logged_by}
    for party in Party:
        Agreement.objects.create(referral=made, hub=hubs.hub(), party=party, **answer)
    _refused(Referral, made, WAITING, "nurture_hubs_referral_waits_agreed")
    hub = Agreement.objects.get(party=Party.SCHOOL).hub
    Agreement.objects.create(referral=made, hub=hub, party=Party.COORDINATOR, **answer)
    Referral.objects.filter(pk=made.pk).update(**WAITING)


TAKEN_BACK = {"withdrawn_on": TODAY, "withdrawn_because": "Why"}


def test_an_answer_stays_while_a_place_stands_on_it():
    place = hubs.place()
    name = "nurture_hubs_agreement_holds_its_place"
    answer = place.referral.agreements.get(party=Party.SCHOOL)
    _refused(Agreement, answer, TAKEN_BACK, name)
    with pytest.raises(IntegrityError, match="a place stands"), transaction.atomic():
        answer.delete()
    of_another_hub = hubs.agreed(hubs.hub()).agreements.first()
    Agreement.objects.filter(pk=of_another_hub.pk).update(**TAKEN_BACK)


@pytest.mark.parametrize(
    "values",
    [
        {"agreed": False, "conditions": "No room."},
        {"party": Party.SCHOOL},
        {"hub": "another"},
        {"referral": "another"},
        {"withdrawn_on": None, "withdrawn_because": ""},
    ],
)
def test_an_answer_stays_as_it_was_given(values):
    answer = hubs.agreed(hubs.hub()).agreements.get(party=Party.COORDINATOR)
    Agreement.objects.filter(pk=answer.pk).update(**TAKEN_BACK)
    others = {"hub": hubs.hub, "referral": hubs.referral}
    values = {
        name: others[name]() if value == "another" else value
        for name, value in values.items()
    }
    _refused(Agreement, answer, values, "nurture_hubs_agreement_stays")


def _refused(model, made, values, constraint):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model.objects.filter(pk=made.pk).update(**values)
    assert refused.value.__cause__.diag.constraint_name == constraint
