"""Each constraint of notices and referrals, broken once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome
from tests import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "letter"}, "intakes_intake_known_kind"),
        ({"source": "SEN_TYPE:ASD"}, "intakes_intake_source_code"),
        (
            {"answered_on": date(2026, 11, 3)},
            "intakes_intake_answered_who_and_when",
        ),
        ({"ended_on": date(2026, 11, 3)}, "intakes_intake_ended_how_and_when"),
        ({"outcome": Outcome.SUPPORT}, "intakes_intake_ended_how_and_when"),
        ({"end_reason": "Why"}, "intakes_intake_ended_why"),
    ],
)
def test_refuses(values, constraint):
    made = build.intake()
    _refused(made, values, constraint)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"ended_on": date(2026, 11, 1)}, "intakes_intake_ended_how_and_when"),
        ({"ended_by": None}, "intakes_intake_ended_how_and_when"),
        ({"outcome": Outcome.ASSESSMENT}, "intakes_intake_led_to_assessment"),
        (
            {"outcome": Outcome.NOT_CONSIDERED, "end_reason": "Why"},
            "intakes_intake_ended_as_its_kind",
        ),
        ({"outcome": Outcome.CLOSED}, "intakes_intake_ended_why"),
        ({"kind": Kind.NOTICE}, "intakes_intake_ended_as_its_kind"),
    ],
)
def test_refuses_of_what_has_ended(values, constraint):
    by = build.user("caseworker")
    made = build.intake()
    day = date(2026, 11, 9)
    change(made, outcome=Outcome.SUPPORT, ended_on=day, ended_by=by)
    _refused(made, values, constraint)


def test_refuses_a_second_of_one_kind():
    made = build.intake()
    made.pk = None
    with pytest.raises(IntegrityError, match="intakes_intake_one_open"):
        made.save(force_insert=True)


def _refused(made, values, constraint):
    with pytest.raises(IntegrityError) as refused:
        change(made, **values)
    assert refused.value.__cause__.diag.constraint_name == constraint


def change(made, **values):
    with transaction.atomic():
        Intake.objects.filter(pk=made.pk).update(**values)
