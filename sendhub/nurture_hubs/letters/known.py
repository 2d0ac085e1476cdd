"""What the letters need to know of hub cases, loaded for many at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sendhub.audit.models import Act
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.letters.casefile import ASKED_FOR
from sendhub.letters.models import Letter
from sendhub.nurture_hubs.models import HubHost, HubPlace, Referral, Talk
from sendhub.nurture_hubs.rules import Standing
from sendhub.nurture_hubs.waiting import why_waiting
from sendhub.schools.models import Setting


@dataclass(frozen=True)
class Known:
    """What the letters need of one hub case: its latest referral and its place.

    `back` is a place that was taken back, where none stands beside it. `acts` are the
    latest of each kind about the places, `written` the latest letters, by kind and
    place; `why_waiting` why a child who waits has no place yet.
    """

    referral: Referral
    place: HubPlace | None
    back: HubPlace | None
    schools: Sequence[Setting] = ()
    why_waiting: str = ""
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
    waits = any(one.standing == Standing.WAITING for one in latest.values())
    why = why_waiting(today=clock.today()) if waits else {}
    return {
        key: Known(
            referral,
            standing.get(key),
            None if key in standing else back.get(key),
            schools=schools.get(place.hub_id, ()) if place else (),
            why_waiting=why.get(referral.pk, ""),
            acts=acts,
            written=written,
        )
        for key, referral in latest.items()
        for place in [standing.get(key) or back.get(key)]
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
        for letter in letters
        if letter.sheet.get("about")
    }
