"""Each constraint of the end of a place, broken once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sendhub.core import clock
from sendhub.nurture_hubs.models import Destination, Talk, TransitionStep
from tests import build

pytestmark = pytest.mark.django_db


def refused(made, constraint, **values):
    with pytest.raises(IntegrityError) as said, transaction.atomic():
        type(made)._base_manager.filter(pk=made.pk).update(**values)
    assert said.value.__cause__.diag.constraint_name == constraint


def doubled(made, constraint):
    made.pk = None
    with pytest.raises(IntegrityError, match=constraint):
        made.save(force_insert=True)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"decision": ""}, "nurture_hubs_talk_held_who_and_what"),
        ({"decision": "move"}, "nurture_hubs_talk_held_who_and_what"),
        ({"held_by": None}, "nurture_hubs_talk_held_who_and_what"),
        ({"held_on": None}, "nurture_hubs_talk_held_who_and_what"),
        ({"next_setting": None}, "nurture_hubs_talk_held_who_and_what"),
        ({"planned_for": date(2026, 1, 1)}, "nurture_hubs_talk_planned_after_arranged"),
        ({"withdrawn_reason": "Why"}, "nurture_hubs_talk_withdrawn_who_when_why"),
    ],
)
def test_refuses_of_a_talk(values, constraint):
    refused(build.hubs.talk(build.hubs.begun()), constraint, **values)


def test_refuses_a_second_talk():
    talk = build.hubs.talk(build.hubs.begun())
    doubled(Talk.objects.get(pk=talk.pk), "nurture_hubs_talk_once")


def test_refuses_a_step_that_is_done_and_dropped():
    step, by = build.hubs.step(), build.user()
    constraint = "nurture_hubs_transitionstep_done_who_and_when"
    refused(step, constraint, done_on=clock.today())
    refused(step, constraint, done_by=by)
    TransitionStep.objects.filter(pk=step.pk).update(done_on=clock.today(), done_by=by)
    refused(step, constraint, dropped_because="Why")


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"where": "moon"}, "nurture_hubs_destination_known_where"),
        ({"point": "later"}, "nurture_hubs_destination_known_where"),
        ({"withdrawn_reason": "Y"}, "nurture_hubs_destination_withdrawn_who_when_why"),
    ],
)
def test_refuses_of_a_destination(values, constraint):
    refused(build.hubs.destination(), constraint, **values)


def test_refuses_a_second_destination():
    told = build.hubs.destination()
    doubled(Destination.objects.get(pk=told.pk), "nurture_hubs_destination_once")
