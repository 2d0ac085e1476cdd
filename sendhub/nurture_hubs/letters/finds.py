"""What each letter about nurture hubs finds: its words, and when it is due."""

from collections.abc import Callable
from datetime import date

from sendhub.letters.kinds import Facts, Service
from sendhub.nurture_hubs.letters.known import Known
from sendhub.nurture_hubs.models import HubPlace, Talk
from sendhub.nurture_hubs.rules import Standing
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

DIED = "The child has died."
NO_PLACE = "The child has no place in a nurture hub."
OVER = "The place is over."
SESSIONS = "as the hub will tell you"
NO_STEPS = "no steps are agreed yet"

Finds = Callable[[Known | None, date], Facts]


def alive(finds: Callable[[Known, date], Facts]) -> Finds:
    """Let a letter be written only of a child who was referred and lives."""

    def guarded(known: Known | None, on: date) -> Facts:
        if known is None:
            return Facts(unfit="Nobody has referred this child to the nurture hubs.")
        if known.referral.case.child.died_on:
            return Facts(unfit=DIED)
        return finds(known, on)

    return guarded


def of_place(finds: Callable[[Known, HubPlace, date], Facts]) -> Finds:
    """Let a letter be written while a place stands."""

    @alive
    def guarded(known: Known, on: date) -> Facts:
        if known.place is None:
            return Facts(unfit=NO_PLACE)
        return finds(known, known.place, on)

    return guarded


@alive
def referral_received(known: Known, on: date) -> Facts:
    """We have the referral: due at once, to the family and to the school."""
    if not known.referral.is_open:
        return Facts(unfit="The referral has ended, or the child has a place.")
    return _of_referral(known, since=known.referral.received_on)


@alive
def referral_of_school(known: Known, on: date) -> Facts:
    """We have the referral; to the school that sent it."""
    if known.referral.by_team:
        return Facts(unfit="The Behaviour Support Team referred the child itself.")
    if not known.referral.is_open:
        return Facts(unfit="The referral has ended, or the child has a place.")
    return _of_referral(known, since=known.referral.received_on)


@alive
def waiting(known: Known, on: date) -> Facts:
    """All have agreed; there is no place yet, and why."""
    if known.referral.standing != Standing.WAITING:
        return Facts(unfit="The child does not wait for a place.")
    more = {"waiting.why": known.why_waiting}
    return _of_referral(known, since=known.referral.waits_since, **more)


def ended(standing: Standing, unfit: str) -> Finds:
    """The referral ended without a place, in one of its ways, and why."""

    @alive
    def letter(known: Known, on: date) -> Facts:
        referral = known.referral
        if referral.standing != standing or referral.ended_on is None:
            return Facts(unfit=unfit)
        more = {
            "decision.told_on": date_words(referral.ended_on),
            "decision.reasons": referral.ended_because,
        }
        return _of_referral(known, since=referral.ended_on, **more)

    return letter


refused = ended(Standing.REFUSED, "The referral was not refused.")
withdrawn = ended(Standing.WITHDRAWN, "The referral was not withdrawn.")


def offered(kind: str) -> Finds:
    """A place, from which day to which, and that it is strictly twelve months."""

    @of_place
    def letter(known: Known, place: HubPlace, on: date) -> Facts:
        if place.ends_on < on:
            return Facts(unfit=OVER)
        since = known.due(kind, "nurture_hubs.place_allocate", place, on=on)
        return _of_place(known, place, since if on <= place.starts_on else None)

    return letter


def moved(kind: str, *, told_by: str) -> Finds:
    """The place has other days than those that were written before."""

    @of_place
    def letter(known: Known, place: HubPlace, on: date) -> Facts:
        if ("nurture_hubs.place_move", place.pk) not in known.acts:
            return Facts(unfit="The days of the place were not changed.")
        if place.ends_on < on:
            return Facts(unfit=OVER)
        if place.ended_because:
            return Facts(unfit="The place ends early: another letter says so.")
        since = known.due(kind, "nurture_hubs.place_move", place, on=on)
        knew = (told_by, place.pk) in known.written or place.starts_on < on
        return _of_place(known, place, since if knew else None)

    return letter


def ends_early(kind: str) -> Finds:
    """The place ends before its day, and why."""

    @of_place
    def letter(known: Known, place: HubPlace, on: date) -> Facts:
        if not place.ended_because:
            return Facts(unfit="The place does not end early.")
        since = known.due(kind, "nurture_hubs.place_end", place, on=on)
        more = {"place.reasons": place.ended_because}
        return _of_place(known, place, since, **more)

    return letter


def taken_back(kind: str) -> Finds:
    """The place was taken back before the child came."""

    @alive
    def letter(known: Known, on: date) -> Facts:
        if known.back is None:
            return Facts(unfit="No place was taken back.")
        act = "nurture_hubs.place_withdraw"
        since = known.due(kind, act, known.back, on=on)
        more = {"place.reasons": known.back.withdrawn_reason}
        return _of_place(known, known.back, since, **more)

    return letter


def invited(kind: str) -> Finds:
    """Please come to the talk about what follows."""

    @of_place
    def letter(known: Known, place: HubPlace, on: date) -> Facts:
        talk = known.talk
        if talk is None or talk.held_on:
            return Facts(unfit="No talk is arranged.")
        if talk.planned_for < on:
            return Facts(unfit="The day of the talk is past.")
        since = known.due(kind, "nurture_hubs.talk_arrange", place, on=on)
        more = {"talk.planned_for": date_words(talk.planned_for)}
        return _of_place(known, place, since, **more)

    return letter


def decided(kind: str) -> Finds:
    """What the talk decided, and the plan."""

    @of_place
    def letter(known: Known, place: HubPlace, on: date) -> Facts:
        talk = known.talk
        if talk is None or talk.held_on is None:
            return Facts(unfit="The talk has not taken place.")
        since = known.due(kind, "nurture_hubs.talk_hold", place, on=on)
        more = {
            "talk.held_on": date_words(talk.held_on),
            "talk.decision": talk.get_decision_display().lower(),
            "talk.school": str(talk.next_setting),
            "talk.plan": _plan(talk),
        }
        return _of_place(known, place, since, **more)

    return letter


def _plan(talk: Talk) -> str:
    steps = [
        f"{step.what} ({step.who}, by {date_words(step.due_on)})"
        for step in talk.steps.all()
    ]
    return "; ".join(steps) or NO_STEPS


def _of_referral(known: Known, *, since: date | None, **more: str) -> Facts:
    referral = known.referral
    school = referral.setting
    values = {
        "referral.received_on": date_words(referral.received_on),
        "referral.from": referral.referrer,
        "referral.school": str(school),
        **more,
    }
    return Facts(values, "", since, (_service(school),))


def _of_place(known: Known, place: HubPlace, since: date | None, **more: str) -> Facts:
    comes_from = place.referral.setting
    schools = list(dict.fromkeys([comes_from, *known.schools]))
    values = {
        "hub.name": str(place.hub),
        "hub.schools": " and ".join(str(one) for one in known.schools),
        "hub.sessions": place.hub.sessions or SESSIONS,
        "place.starts_on": date_words(place.starts_on),
        "place.ends_on": date_words(place.ends_on),
        "referral.school": str(comes_from),
        **more,
    }
    services = tuple(_service(one) for one in schools)
    return Facts(values, "", since, services, about=place.pk)


def _service(school: Setting) -> Service:
    """A school as it is written to: its SENCO by e-mail, or by post."""
    parts = (school.street, school.town, school.postcode)
    address = "\n".join(part for part in parts if part)
    url = school.get_absolute_url()
    return Service(school.pk, str(school), school.senco_email, address, url)
