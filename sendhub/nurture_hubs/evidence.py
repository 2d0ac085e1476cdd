"""What a place in a hub showed of a child, in plain words (HUB-8; seed 36)."""

from collections.abc import Iterable, Iterator

from sendhub.nurture_hubs.models import HubPlace, Measure, Referral, Target, Visit
from sendhub.nurture_hubs.rules.measures import SCALES
from sendhub.statutory.words import date_words

LONGEST_VISIT = 600


def summary_of(place: HubPlace) -> str:
    """The stay, the visits, what was measured, the child's own targets."""
    referral = place.referral
    parts = [
        f"From the nurture hub case {referral.case.reference}.",
        f"Place in {place.hub} from {date_words(place.starts_on)} to "
        f"{date_words(place.ends_on)}.",
        f"Why the child was referred: {referral.reasons}",
        f"What had been tried: {referral.tried}",
        *_listed(
            "Visits", _visits(referral.case.hub_visits.standing().order_by("on", "pk"))
        ),
        *_listed("Measures", _measures(_of(referral))),
        *_listed("Targets", _targets(referral.targets.order_by("set_on", "pk"))),
    ]
    return "\n\n".join(parts)


def _of(referral: Referral) -> Iterable[Measure]:
    found = Measure.objects.standing().filter(referral=referral)
    return found.prefetch_related("scores").in_order()


def _listed(title: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return ["\n".join([f"{title}:", *found])] if found else []


def _visits(visits: Iterable[Visit]) -> Iterator[str]:
    for visit in visits:
        said = visit.found
        if len(said) > LONGEST_VISIT:
            said = f"{said[:LONGEST_VISIT]}… (the rest stands on the hub case)"
        day = date_words(visit.on)
        yield f"• {visit.get_kind_display()}, {day}, {visit.visitor}: {said}"


def _measures(measures: Iterable[Measure]) -> Iterator[str]:
    for measure in measures:
        there = {score.scale: score.value for score in measure.scores.all()}
        numbers = [
            f"{scale.label} {there[key].normalize():f}"
            for key, scale in SCALES.items()
            if key in there
        ]
        yield f"• {measure}, {date_words(measure.measured_on)}: {'; '.join(numbers)}"


def _targets(targets: Iterable[Target]) -> Iterator[str]:
    for target in targets:
        rated = f"{target.rated} of 10" if target.rated else "not rated yet"
        yield f"• {target.words}: {rated}"
