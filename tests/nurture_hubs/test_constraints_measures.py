"""Each constraint of measures and targets, broken once."""

import pytest
from django.db import IntegrityError, transaction

from sendhub.nurture_hubs.models import Measure, Score, Target
from tests import build

pytestmark = pytest.mark.django_db


def refused(constraint, change):
    with pytest.raises(IntegrityError) as found, transaction.atomic():
        change()
    assert found.value.__cause__.diag.constraint_name == constraint


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"stage": "9"}, "nurture_hubs_measure_known"),
        ({"instrument": "iq"}, "nurture_hubs_measure_known"),
        ({"withdrawn_reason": "W"}, "nurture_hubs_measure_withdrawn_who_when_why"),
    ],
)
def test_a_measure_refuses(values, constraint):
    made = Measure.objects.filter(pk=build.hubs.measure().pk)
    refused(constraint, lambda: made.update(**values))


def test_a_measure_is_taken_once():
    made = build.hubs.measure()
    made.pk = None
    refused("nurture_hubs_measure_once", lambda: made.save(force_insert=True))


@pytest.mark.parametrize(
    ("scale", "value"),
    [("sdq_impact", 11), ("sdq_impact", -1), ("boxall_k", 3), ("attendance", "100.1")],
)
def test_a_score_lies_within_its_scale(scale, value):
    made = build.hubs.measure()
    refused(
        "nurture_hubs_score_within_its_scale",
        lambda: Score.objects.create(measure=made, scale=scale, value=value),
    )


def test_a_scale_has_one_score():
    made = build.hubs.measure()
    refused(
        "nurture_hubs_score_once",
        lambda: Score.objects.create(measure=made, scale="sdq_peer", value=1),
    )


@pytest.mark.parametrize("when", ["at_entry", "half_way", "at_exit"])
def test_a_target_is_rated_to_ten(when):
    made = Target.objects.filter(pk=build.hubs.target().pk)
    refused("nurture_hubs_target_rated_to_ten", lambda: made.update(**{when: 11}))
