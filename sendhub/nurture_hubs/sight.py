"""Which children a hub school sees (ADR 30)."""

from datetime import date

from django.db.models import Q

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.nurture_hubs.models import Agreement, HubMember, HubPlace
from sendhub.nurture_hubs.rules import OPEN, Party


def children_of_own_hub(user: User) -> Q | None:
    """Children whom one's hub is asked about, and those with a place there.

    Asked once the coordinator has agreed, while the referral is open; after the end
    of a place for twelve months. What is restricted the caller leaves out.
    """
    if not user.may(Permission.HUB_VIEW):
        return None
    today = clock.today()
    hubs = HubMember.objects.in_force(on=today).filter(user=user).values("hub")
    asked = Agreement.objects.filter(
        hub__in=hubs,
        withdrawn_on__isnull=True,
        party=Party.COORDINATOR,
        agreed=True,
        referral__standing__in=OPEN,
    )
    there = HubPlace.objects.standing().filter(
        hub__in=hubs, ends_on__gte=a_year_before(today)
    )
    return Q(pk__in=asked.values("referral__case__child")) | Q(
        pk__in=there.values("child")
    )


def a_year_before(day: date) -> date:
    """The same day a year ago; before 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
