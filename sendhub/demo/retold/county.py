"""Which stories the county's other children live: from published shares to copies."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sendhub.demo import mix
from sendhub.demo.mix import Cell, Original
from sendhub.demo.published import ISSUED, PLANS, REQUESTS, published
from sendhub.demo.retold import there

YEAR = there.YEAR
UNDER_WAY = {"assessing": 50, "deciding": 10, "issuing": 16, "draft_sent": 20}
"""Assessments under way besides those lived: some twenty weeks of requests."""
LAST_DAY = {
    "requested": 41,
    "assessing": 104,
    "deciding": 140,
    "issuing": 165,
    "draft_sent": 190,
    "refused": 364,
}
"""How many days ago the oldest request came that stands at each step."""
CEASED = 100
SPECIAL_IN_WALES = {"mainstream": -40, "special": 40}
"""Of the places in Wales, which are published as one number."""
PLACES = {
    "mainstream_maintained": "mainstream",
    "mainstream_academy": "mainstream",
    "mainstream_free": "mainstream",
    "mainstream_independent": "mainstream",
    "welsh": "mainstream",
    "resourced_maintained": "resourced",
    "resourced_academy": "resourced",
    "special_maintained": "special",
    "special_academy": "special",
    "special_free": "special",
    "special_independent": "special",
    "special_non_maintained": "special",
    "further_education": "college",
    "specialist_post_16": "college",
    "training_provider": "college",
}
"""The kinds of place that are published, by the everyday stories that lead there."""


def cells(originals: Iterable[Original], today: date) -> list[Cell]:
    """Every story at every shift it has room for, and what a copy counts as."""
    return [
        Cell(original, days, _traits(original, days))
        for original in originals
        for days in mix.shifts(original.room)
    ]


def _traits(original: Original, days: int) -> dict[str, str]:
    age = there.age_band(original.age + days // mix.YEAR)
    traits = {**original.traits, "age": age}
    if original.group != "issued" or original.since is None:
        return traits
    years = there.held(original.since + days)
    timely = traits.pop("timely")
    traits["held"] = f"{years}:{timely}"
    source = traits.pop("source")
    if original.since + days < YEAR:
        asked = original.began + days < YEAR
        traits["asked"] = "this year" if asked else "before"
        if asked:
            traits |= {"source": source, "sex_asked": traits["sex"]}
    return traits


def dealt(
    cells: Sequence[Cell], wanted: dict[str, mix.Shares], total: int
) -> list[Cell]:
    """The cells, each as often as it is told again."""
    weights = mix.rake(cells, wanted, total)
    return [
        cell
        for cell, number in zip(cells, mix.by_stride(weights), strict=True)
        for _ in range(number)
    ]


def county_copies(originals: Sequence[Original], today: date) -> list[Cell]:
    """Every copy that the county needs besides the children who are there."""
    requests = list(there.requests(today - timedelta(days=YEAR - 1)))
    asked = Counter(one["decision"] for one in requests)
    wanted = mix.largest_remainder(published("decision"), REQUESTS)
    copies = [
        *_decided(
            originals,
            requests,
            "undecided",
            {"requested": wanted["undecided"] - asked["undecided"]},
            today,
        ),
        *_decided(
            originals,
            requests,
            "refuse",
            {"refused": wanted["refuse"] - asked["refuse"]},
            today,
        ),
        *_decided(originals, requests, "assess", UNDER_WAY, today),
    ]
    left = wanted["assess"] - asked["assess"] - sum(UNDER_WAY.values())
    copies += _live(originals, requests, left, today)
    return copies + _ceased(originals, today)


def _decided(
    originals: Sequence[Original],
    requests: Sequence[dict[str, str]],
    decision: str,
    groups: dict[str, int],
    today: date,
) -> list[Cell]:
    """Requests of this year that stand at some steps, from whom and for whom."""
    here = [one for one in originals if one.group in groups]
    there_now = [one for one in requests if one["decision"] == decision]
    total = sum(groups.values())
    wanted: dict[str, mix.Shares] = {
        "stage": {step: float(number) for step, number in groups.items()},
        "sex": _wanted(there_now, "sex", f"sex_{decision}", total),
        "source": _wanted(there_now, "source", f"source_{decision}", total),
    }
    return dealt(cells(here, today), wanted, total)


def _wanted(
    now: Sequence[dict[str, str]], trait: str, measure: str, more: int
) -> dict[str, float]:
    """What is wanted of each kind when so many more come to those who are there."""
    counted = Counter(one[trait] for one in now if trait in one)
    return mix.left_over(published(measure), len(now) + more, counted)


def _live(
    originals: Sequence[Original],
    requests: Sequence[dict[str, str]],
    asked: int,
    today: date,
) -> list[Cell]:
    """Live plans, of which so many were asked for this year."""
    now = list(there.live_plans(today))
    more = PLANS - len(now)
    new = ISSUED - sum(one["held"].startswith("0:") for one in now)
    coarse = Counter[str]()
    for kind, number in published("place").items():
        coarse[PLACES.get(kind, kind)] += number
    for sort, number in SPECIAL_IN_WALES.items():
        coarse[sort] += number
    places = Counter(one["place"] for one in now)
    sources = [one for one in requests if one["decision"] == "assess"]
    wanted: dict[str, mix.Shares] = {
        "need": _wanted(now, "need", "need", more),
        "sex": _wanted(now, "sex", "sex", more),
        "age": _wanted(now, "age", "age", more),
        "place": mix.left_over(coarse, PLANS, places),
        "source": _wanted(sources, "source", "source_assess", asked),
        "sex_asked": _wanted(sources, "sex", "sex_assess", asked),
        "held": _held(now, new, more),
        "asked": {"this year": asked, "before": new - asked},
    }
    return dealt(
        cells([one for one in originals if one.group == "issued"], today), wanted, more
    )


def _held(now: Sequence[dict[str, str]], new: int, more: int) -> dict[str, float]:
    """Plans by the years they are there, and whether they were issued in time."""
    counted = Counter(one["held"] for one in now)
    shares = {k: n for k, n in published("held").items() if k != "0"}
    years = {"0": new, **mix.largest_remainder(shares, more - new)}
    wanted = {}
    for held, number in years.items():
        timely = published("timely", 2025 - int(held))
        here = {k: counted[f"{held}:{k}"] for k in timely}
        for kind, left in mix.left_over(
            timely, number + sum(here.values()), here
        ).items():
            wanted[f"{held}:{kind}"] = left
    return wanted


def _ceased(originals: Sequence[Original], today: date) -> list[Cell]:
    """Plans that ended, for the reasons that are published; the rare ones are there."""
    here = cells([one for one in originals if one.group == "ceased"], today)
    shares = {kind: float(number) for kind, number in published("ceased").items()}
    return dealt(here, {"ceased": shares}, CEASED)
