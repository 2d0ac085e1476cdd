"""Deadlines of the places: recomputed from their facts after each act."""

from sendhub.casework.actions import deadlines_refresh
from sendhub.casework.models import Case
from sendhub.nurture_hubs.models import HubPlace, TransitionStep
from sendhub.nurture_hubs.rules.ends import (
    PlaceFacts,
    Point,
    StepFacts,
    deadlines_wanted,
)


def clocks_refresh(place: HubPlace) -> None:
    """Recompute the deadlines of one place; called inside each act on it."""
    found = HubPlace.objects.filter(pk=place.pk).for_clocks().get()
    case = found.referral.case
    deadlines_refresh(case=case, about=found, wanted=deadlines_wanted(facts_of(found)))


def case_clocks_refresh(case: Case) -> None:
    """Recompute the deadlines of every place on a case."""
    for place in HubPlace.objects.filter(referral__case=case):
        clocks_refresh(place)


def facts_of(place: HubPlace) -> PlaceFacts:
    """The dates that a place's clock runs on; it comes loaded `for_clocks`."""
    talk = next(iter(place.talks.all()), None)
    steps: list[TransitionStep] = list(talk.steps.all()) if talk else []
    return PlaceFacts(
        ends_on=place.ends_on,
        shortened_on=place.shortened_on,
        withdrawn=place.withdrawn_at is not None,
        died=place.child.died_on is not None,
        arranged_on=talk.arranged_on if talk else None,
        held_on=talk.held_on if talk else None,
        told={Point(one.point): one.on for one in place.destinations.all()},
        steps=[
            StepFacts(str(step.pk), f"Step: {step.what}", step.due_on, step.done_on)
            for step in steps
        ],
    )
