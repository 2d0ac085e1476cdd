"""The letters about nurture hubs: what each may say, when it fits, when it is due.

Each step of a referral and of a place has its letter: to whoever holds the rights, and
to the schools where they have a part in it (HUB-2 to HUB-7).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sendhub.audit.models import Act
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.core import clock
from sendhub.letters import kinds
from sendhub.letters.casefile import ASKED_FOR
from sendhub.letters.kinds import Facts, Kind, Service, Source
from sendhub.letters.models import Letter
from sendhub.letters.rules import To
from sendhub.nurture_hubs.models import HubHost, HubPlace, Referral, Talk
from sendhub.nurture_hubs.rules import Standing
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

REFERRAL = {
    "referral.received_on": "the day the referral reached us",
    "referral.from": "who referred the child",
    "referral.school": "the school that the child comes from",
}
ENDED = {
    "decision.told_on": "the day the referral was refused",
    "decision.reasons": "the reasons that were recorded",
}
PLACE = {
    "hub.name": "the hub",
    "hub.schools": "the school or schools that run the hub",
    "hub.sessions": "when the hub meets",
    "place.starts_on": "the first day of the place",
    "place.ends_on": "the last day of the place",
}
EARLY = {"place.reasons": "why it ends early or is taken back"}
TALK = {
    "talk.planned_for": "the day of the talk",
    "talk.held_on": "the day on which the talk took place",
    "talk.decision": "what follows the place",
    "talk.school": "the school from then on",
    "talk.plan": "the steps of the plan: what, who, by when",
}
DIED = "The child has died."
NO_PLACE = "The child has no place in a nurture hub."
OVER = "The place is over."
SESSIONS = "as the hub will tell you"
NO_STEPS = "no steps are agreed yet"


@dataclass(frozen=True)
class Known:
    """What the letters need of one hub case: its latest referral and its place.

    `back` is a place that was taken back, where none stands beside it. `acts` are the
    latest of each kind about the places, `written` the latest letters, by kind and
    place.
    """

    referral: Referral
    place: HubPlace | None
    back: HubPlace | None
    schools: Sequence[Setting] = ()
    acts: Mapping[tuple[str, int], Act] = field(default_factory=dict)
    written: Mapping[tuple[str, int], datetime] = field(default_factory=dict)

    @property
    def talk(self) -> Talk | None:
        """The talk about what follows the place."""
        return next(iter(self.place.talks.all()), None) if self.place else None

    def due(self, kind: str, act: str, place: HubPlace, *, on: date) -> date | None:
        """Since when a letter about an act is due: it was not written after it."""
        done = self.acts.get((act, place.pk))
        if done is None or done.happened_on < on - ASKED_FOR:
            return None
        written = self.written.get((kind, place.pk))
        return None if written and written >= done.at else done.happened_on


def load(cases: Sequence[Case]) -> Mapping[int, Known]:
    """What is known of many cases, in a handful of queries."""
    keys = [case.pk for case in cases]
    referrals = Referral.objects.counted().filter(case__in=keys).for_page()
    latest = {one.case_id: one for one in referrals.order_by("received_on", "pk")}
    places = HubPlace.objects.filter(referral__case__in=keys).select_related("hub")
    standing: dict[int, HubPlace] = {}
    back: dict[int, HubPlace] = {}
    for place in places.select_related("referral").with_the_end().order_by("pk"):
        kept = back if place.withdrawn_at else standing
        kept[place.referral.case_id] = place
    shown = [*standing.values(), *back.values()]
    schools = _schools(shown)
    acts, written = _acts(shown), _written(keys)
    return {
        key: Known(
            referral,
            standing.get(key),
            None if key in standing else back.get(key),
            schools=schools.get(standing[key].hub_id, ()) if key in standing else (),
            acts=acts,
            written=written,
        )
        for key, referral in latest.items()
    }


def _schools(places: Iterable[HubPlace]) -> Mapping[int, list[Setting]]:
    """The schools that run the hubs of these places now, or run them first."""
    by_hub: dict[int, list[Setting]] = {}
    hosts = HubHost.objects.filter(hub__in={place.hub_id for place in places})
    hosts = hosts.exclude(ends_on__lt=clock.today())
    today = clock.today()
    for host in hosts.select_related("setting").order_by("starts_on", "pk"):
        running = by_hub.setdefault(host.hub_id, [])
        if host.starts_on <= today or not running:
            running.append(host.setting)
    return by_hub


def _acts(places: Iterable[HubPlace]) -> Mapping[tuple[str, int], Act]:
    """The latest act of each kind about each of these places."""
    found = Act.objects.of_app("nurture_hubs").filter(
        about_type="nurture_hubs.hubplace", about_id__in={place.pk for place in places}
    )
    return {(one.act, one.about_id or 0): one for one in found.order_by("at", "pk")}


def _written(cases: list[int]) -> Mapping[tuple[str, int], datetime]:
    """When the latest letter of each kind about a place was made."""
    letters = Letter.objects.standing().on_cases(cases).order_by("made_at")
    return {
        (letter.kind, letter.sheet["about"]): letter.made_at
        for letter in letters.of_kinds([kind.key for kind in KINDS])
        if letter.sheet.get("about")
    }


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
    """All have agreed; there is no place yet."""
    if known.referral.standing != Standing.WAITING:
        return Facts(unfit="The child does not wait for a place.")
    return _of_referral(known, since=known.referral.waits_since)


@alive
def refused(known: Known, on: date) -> Facts:
    """No place, and why."""
    referral = known.referral
    if referral.standing != Standing.REFUSED or referral.ended_on is None:
        return Facts(unfit="The referral was not refused.")
    more = {
        "decision.told_on": date_words(referral.ended_on),
        "decision.reasons": referral.ended_because,
    }
    return _of_referral(known, since=referral.ended_on, **more)


@of_place
def offered(known: Known, place: HubPlace, on: date) -> Facts:
    """A place, from which day to which, and that it is strictly twelve months."""
    if place.ends_on < on:
        return Facts(unfit=OVER)
    since = known.due("hub_offer", "nurture_hubs.place_allocate", place, on=on)
    return _of_place(known, place, since if on <= place.starts_on else None)


@of_place
def moved(known: Known, place: HubPlace, on: date) -> Facts:
    """The place has other days."""
    if ("nurture_hubs.place_move", place.pk) not in known.acts:
        return Facts(unfit="The days of the place were not changed.")
    if place.ends_on < on:
        return Facts(unfit=OVER)
    since = known.due("hub_moved", "nurture_hubs.place_move", place, on=on)
    return _of_place(known, place, since)


@of_place
def ends_early(known: Known, place: HubPlace, on: date) -> Facts:
    """The place ends before its day, and why."""
    if not place.ended_because:
        return Facts(unfit="The place does not end early.")
    since = known.due("hub_ends_early", "nurture_hubs.place_end", place, on=on)
    more = {"place.reasons": place.ended_because}
    return _of_place(known, place, since, **more)


@alive
def taken_back(known: Known, on: date) -> Facts:
    """The place was taken back before the child came."""
    if known.back is None:
        return Facts(unfit="No place was taken back.")
    act = "nurture_hubs.place_withdraw"
    since = known.due("hub_taken_back", act, known.back, on=on)
    more = {"place.reasons": known.back.withdrawn_reason}
    return _of_place(known, known.back, since, **more)


def _invited(kind: str) -> Finds:
    @of_place
    def invitation(known: Known, place: HubPlace, on: date) -> Facts:
        """Please come to the talk about what follows."""
        talk = known.talk
        if talk is None or talk.held_on:
            return Facts(unfit="No talk is arranged.")
        if talk.planned_for < on:
            return Facts(unfit="The day of the talk is past.")
        since = known.due(kind, "nurture_hubs.talk_arrange", place, on=on)
        more = {"talk.planned_for": date_words(talk.planned_for)}
        return _of_place(known, place, since, **more)

    return invitation


def _decided(kind: str) -> Finds:
    @of_place
    def decision(known: Known, place: HubPlace, on: date) -> Facts:
        """What the talk decided, and the plan."""
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

    return decision


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
    return Service(school.pk, str(school), school.senco_email, address)


UNTIL_THE_TALK = ("hub_offer", "hub_moved")
ABOUT_THE_TALK = ("hub_talk", "hub_talk_school", "hub_decided", "hub_decided_school")
"""The letters that are not so any more when a place, or its talk, is moved."""

SCHOOL = {"referral.school": REFERRAL["referral.school"]}
OF_PLACE = {**PLACE, **SCHOOL}
KINDS = (
    Kind("hub_referral", "Nurture hubs: we have the referral", 70, REFERRAL,
         referral_received),
    Kind("hub_referral_school", "Nurture hubs: we have your referral", 71, REFERRAL,
         referral_of_school, to=To.SERVICE),
    Kind("hub_waiting", "Nurture hubs: on the waiting list", 72, REFERRAL, waiting),
    Kind("hub_refused", "Nurture hubs: no place, and why", 73, {**REFERRAL, **ENDED},
         refused),
    Kind("hub_refused_school", "Nurture hubs: no place, to the school", 74,
         {**REFERRAL, **ENDED}, refused, to=To.SERVICE),
    Kind("hub_offer", "Nurture hubs: a place", 75, OF_PLACE, offered),
    Kind("hub_moved", "Nurture hubs: other days", 76, OF_PLACE, moved),
    Kind("hub_ends_early", "Nurture hubs: the place ends early", 77,
         {**OF_PLACE, **EARLY}, ends_early),
    Kind("hub_taken_back", "Nurture hubs: the place is taken back", 78,
         {**OF_PLACE, **EARLY}, taken_back),
    Kind("hub_talk", "Nurture hubs: invitation to the talk", 79,
         {**OF_PLACE, **TALK}, _invited("hub_talk")),
    Kind("hub_talk_school", "Nurture hubs: invitation to the talk, to the schools", 80,
         {**OF_PLACE, **TALK}, _invited("hub_talk_school"), to=To.SERVICE),
    Kind("hub_decided", "Nurture hubs: what follows the place", 81,
         {**OF_PLACE, **TALK}, _decided("hub_decided")),
    Kind("hub_decided_school", "Nurture hubs: what follows, to the schools", 82,
         {**OF_PLACE, **TALK}, _decided("hub_decided_school"), to=To.SERVICE),
)  # fmt: skip


def register() -> None:
    """Tell letters of these kinds."""
    kinds.register(Source(ServiceKey.HUB, KINDS, load))
