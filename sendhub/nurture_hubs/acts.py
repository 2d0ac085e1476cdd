"""What may be done next on a child's hub case."""

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.navigation import ActLink
from sendhub.nurture_hubs.models import HubPlace, Referral
from sendhub.nurture_hubs.rules import Standing
from sendhub.statutory.words import date_words

Act = tuple[Permission, ActLink]


def case_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done on a case, the usual next act first."""
    acts: list[Act] = place_acts(case)
    return [link for permission, link in acts if user.may(permission)]


def place_acts(case: Case) -> list[Act]:
    """Allocating a place to who waits; moving, ending, taking back what stands."""
    waiting = Referral.objects.filter(case=case, standing=Standing.WAITING)
    places = HubPlace.objects.standing().filter(referral__case=case)
    standing = list(places.latest_first())
    named = len(standing) > 1
    return [
        *(
            (
                Permission.PLACE_ALLOCATE,
                link("place-allocate", referral.pk, "Allocate a place"),
            )
            for referral in waiting
        ),
        *(act for place in standing for act in _acts_of(place, named=named)),
    ]


def _acts_of(place: HubPlace, *, named: bool) -> list[Act]:
    over = place.ends_on < clock.today()
    said = f" (from {date_words(place.starts_on)})" if named else ""
    move = link("place-move", place.pk, f"Move the place{said}", usual=False)
    end = link("place-end", place.pk, f"End the place early{said}", usual=False)
    back = link("place-withdraw", place.pk, f"Take the place back{said}", usual=False)
    return [
        *([] if over else [(Permission.PLACE_MOVE, move)]),
        (Permission.PLACE_END, end),
        (Permission.PLACE_WITHDRAW, back),
    ]


def link(name: str, pk: int, label: str, *, usual: bool = True) -> ActLink:
    """A way to an act of this app."""
    return ActLink(label, reverse(f"nurture_hubs:{name}", args=[pk]), usual=usual)
