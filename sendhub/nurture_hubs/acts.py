"""What may be done next on a child's hub case."""

from datetime import date

from django.db.models import Q
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.navigation import ActLink
from sendhub.nurture_hubs.models import HubPlace, Referral, Talk
from sendhub.nurture_hubs.referred import referred, to_answer
from sendhub.nurture_hubs.rules import ENDED, Standing, ends
from sendhub.nurture_hubs.rules.ends import Point
from sendhub.statutory.words import date_words

Act = tuple[Permission, ActLink]


def case_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done on a case, the usual next act first."""
    if case.child.died_on:
        return []
    acts: list[Act] = [
        *ends_acts(case),
        *place_acts(case),
        *referral_acts(case, user),
        *measure_acts(case, user),
    ]
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
    words = "Say that the place ended earlier" if over else "End the place early"
    end = link("place-end", place.pk, f"{words}{said}", usual=False)
    back = link("place-withdraw", place.pk, f"Take the place back{said}", usual=False)
    ask = link(
        "onward-request", place.pk, f"Ask for an EHC assessment{said}", usual=False
    )
    return [
        (Permission.ONWARD_REQUEST, ask),
        *([] if over else [(Permission.PLACE_MOVE, move)]),
        (Permission.PLACE_END, end),
        (Permission.PLACE_WITHDRAW, back),
    ]


def ends_acts(case: Case) -> list[Act]:
    """What follows each place: the talk, the plan, where the child is."""
    places = HubPlace.objects.standing().filter(referral__case=case)
    found = places.for_page().with_the_end().latest_first()
    return [act for place in found for act in _after(place)]


def _after(place: HubPlace) -> list[Act]:
    today = clock.today()
    talk = next(iter(place.talks.all()), None)
    near = place.ends_on - ends.TALK_NEAR <= today
    return [*_talking(place, talk, near=near, today=today), *_telling(place, today)]


def _talking(
    place: HubPlace, talk: Talk | None, *, near: bool, today: date
) -> list[Act]:
    """Arrange, hold, plan, and change the school; by what was done."""
    told = {one.point for one in place.destinations.all()}
    if talk and talk.held_on:
        add = link("step-add", talk.pk, "Add a step of the plan", usual=False)
        return [*_school(place, talk, today), (Permission.STEP_ADD, add)]
    if Point.EXIT in told:
        return []
    come = bool(talk and talk.planned_for <= today)
    hold = link("talk-hold", place.pk, "Record the talk", usual=come)
    words = "Move the talk" if talk else "Arrange the talk about what follows"
    arrange = link("talk-arrange", place.pk, words, usual=near and not talk)
    begun = place.starts_on <= today
    return [
        (Permission.TALK_ARRANGE, arrange),
        *([(Permission.TALK_HOLD, hold)] if begun else []),
    ]


def _school(place: HubPlace, talk: Talk, today: date) -> list[Act]:
    """The change of school that the talk decided, where it is not recorded yet."""
    there = place.child.attendances.filter(setting=talk.next_setting)
    if there.filter(Q(ends_on=None) | Q(ends_on__gte=today)).exists():
        return []
    url = reverse("people:attendance-start", args=[place.child_id])
    words = f"Record the move to {talk.next_setting}"
    return [(Permission.CHILD_EDIT, ActLink(words, url, usual=place.ends_on <= today))]


def _telling(place: HubPlace, today: date) -> list[Act]:
    """Where the child is: the first time that has come and is not recorded."""
    told = {one.point for one in place.destinations.all()}
    due = [
        point
        for point in Point
        if point not in told and ends.asked_from(point, place.ends_on) <= today
    ]
    return [
        (
            Permission.DESTINATION_RECORD,
            ActLink(
                f"Record where the child is: {point.label.lower()}",
                reverse("nurture_hubs:destination-record", args=[place.pk])
                + f"?point={point}",
            ),
        )
        for point in due
    ]


def referral_acts(case: Case, user: User) -> list[Act]:
    """What a referral needs next, then what else may be done with it."""
    found = Referral.objects.open().filter(case=case).for_page().with_answers().first()
    visit = link("visit-log", case.child_id, "Log a visit", usual=False)
    if found is None:
        again = link("referral-log", case.child_id, "Log a referral", usual=False)
        return [(Permission.REFERRAL_LOG, again), (Permission.VISIT_LOG, visit)]
    pk, [shown] = found.pk, referred([found], user)
    answer = link("agreement-answer", pk, "Answer for your hub")
    consent = link("referral-change", pk, "Record the family’s consent")
    said = link(
        "agreement-record",
        pk,
        "Record what the coordinator or a hub school said",
        usual=bool(shown.missing),
    )
    asked = to_answer(user).filter(pk=pk).exists()
    return [
        *([(Permission.AGREEMENT_ANSWER, answer)] if asked else []),
        *([] if found.consent_on else [(Permission.REFERRAL_CHANGE, consent)]),
        (Permission.AGREEMENT_RECORD, said),
        (
            Permission.REFERRAL_CHANGE,
            link("referral-change", pk, "Change the referral", usual=False),
        ),
        (Permission.VISIT_LOG, visit),
        (
            Permission.REFERRAL_END,
            link("referral-end", pk, "End the referral without a place", usual=False),
        ),
    ]


def measure_acts(case: Case, user: User) -> list[Act]:
    """Measuring, and setting targets, for the latest referral that was not ended."""
    found = Referral.objects.filter(case=case).exclude(standing__in=ENDED)
    taught = found.taught_by(user, on=clock.today()).newest_first()
    latest = taught.first()
    if latest is None:
        return []
    measure = link("measure-record", latest.pk, "Record a measure", usual=False)
    target = link("target-add", latest.pk, "Set a target", usual=False)
    return [(Permission.MEASURE_RECORD, measure), (Permission.TARGET_ADD, target)]


def link(name: str, pk: int, label: str, *, usual: bool = True) -> ActLink:
    """A way to an act of this app."""
    return ActLink(label, reverse(f"nurture_hubs:{name}", args=[pk]), usual=usual)
