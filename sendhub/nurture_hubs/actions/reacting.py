"""What a child's death ends in the hubs, and when two records may become one."""

from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.nurture_hubs.actions.place import place_end, place_withdraw
from sendhub.nurture_hubs.actions.referral import referral_end
from sendhub.nurture_hubs.models import HubPlace, Referral
from sendhub.nurture_hubs.rules import Standing
from sendhub.people.models import Child

DIED = "The child has died."


@transaction.atomic
def stop_at_death(*, child: Child, by: User) -> None:
    """End the child's place on the day of death, and what asks for one (PPL-11)."""
    died_on = child.died_on
    if died_on is None:
        return
    places = HubPlace.objects.standing().of_child(child).filter(ends_on__gt=died_on)
    for place in places.order_by("pk"):
        if place.starts_on > died_on:
            place_withdraw(place=place, reason=DIED, by=by)
        else:
            place_end(place=place, ends_on=died_on, reason=DIED, by=by)
    for referral in Referral.objects.open().of_child(child):
        referral_end(
            referral=referral,
            standing=Standing.WITHDRAWN,
            ended_on=max(died_on, referral.received_on),
            reason=DIED,
            by=by,
        )


def places_compare(*, kept: Child, other: Child, reasons: list[str]) -> None:
    """One child has one place at a time, on whichever record it stands."""
    standing = HubPlace.objects.standing()
    for place in standing.of_child(other):
        last: date = place.ends_on
        if standing.of_child(kept).during(place.starts_on, last).exists():
            reasons.append(
                "Both records have a place in a nurture hub on the same days. Take "
                "back the one that is wrong first."
            )
            return
