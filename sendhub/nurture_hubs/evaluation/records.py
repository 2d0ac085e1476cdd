"""The records behind each number of the evaluation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sendhub.nurture_hubs.evaluation.cohort import Scope, Stay
from sendhub.nurture_hubs.evaluation.progress import progress_of, targets_of
from sendhub.nurture_hubs.rules.ends import Next, Point, Where, point_on
from sendhub.nurture_hubs.rules.measures import TOTALS

Pick = Callable[[Stay], bool]
NOT_SAID = {"due": "Due, and not recorded", "ahead": "Not due yet"}
"""Why it is not said where a child is."""
HOWS = {
    "measured": "measured twice",
    "better": "better",
    "same": "the same",
    "worse": "worse",
}


@dataclass(frozen=True)
class Group:
    """Some of the records: what a list calls them, and which they are."""

    title: str
    rows: Callable[[Scope], Sequence[Any]]


def _stays(title: str, pick: Pick) -> Group:
    return Group(title, lambda scope: [s for s in scope.stays if pick(s)])


def _turned(title: str, pick: Callable[[Any], bool]) -> Group:
    return Group(title, lambda scope: [t for t in scope.turned if pick(t)])


def _plain() -> dict[str, Group]:
    return {
        "all": _stays("Children with a place", lambda s: True),
        "others": _stays("Children from other schools", lambda s: not s.from_host),
        "started": Group(
            "Children who started",
            lambda scope: [s for s in scope.stays if s.starts_on >= scope.period.first],
        ),
        "asked": _stays("Request for a needs assessment", lambda s: s.asked),
        "planned": _stays("Plan issued", lambda s: s.planned),
        "specialist": _stays("Specialist placement later", lambda s: s.specialist),
        "waiting": Group("Waited on the last day", lambda scope: scope.waiting),
        "turned": _turned("Referred, no place", lambda t: True),
        "turned-asked": _turned(
            "Referred, no place: request for a needs assessment", lambda t: t.asked
        ),
        "turned-planned": _turned(
            "Referred, no place: plan issued", lambda t: t.planned
        ),
        "turned-specialist": _turned(
            "Referred, no place: specialist placement later", lambda t: t.specialist
        ),
    }


def without_word(scope: Scope, point: Point, *, due: bool) -> list[Stay]:
    """Of whom nobody has said where they are: the day has passed, or is to come."""
    return [
        s
        for s in scope.stays
        if not s.where(point) and (point_on(point, s.ends_on) < scope.today) is due
    ]


def over(scope: Scope) -> list[Stay]:
    """The places that have ended by now."""
    return [s for s in scope.stays if s.ends_on < scope.today]


def _decided(way: Next) -> Group:
    return _stays(way.label, lambda s: s.decision == way)


def _found(point: Point, where: Where) -> Group:
    title = f"{point.label}: {where.label.lower()}"
    return _stays(title, lambda s: s.where(point) == where)


def _ends() -> dict[str, Group]:
    found = {f"next-{way}": _decided(way) for way in Next}
    found["next-none"] = Group(
        "Place ended, no decision recorded",
        lambda scope: [s for s in over(scope) if not s.decision],
    )
    for point in Point:
        for where in Where:
            found[f"{point}-{where}"] = _found(point, where)
        for of, due in (("due", True), ("ahead", False)):
            found[f"{point}-{of}"] = Group(
                f"{point.label}: {NOT_SAID[of].lower()}",
                partial(without_word, point=point, due=due),
            )
    return found


def _measured() -> dict[str, Group]:
    found = {}
    for number, of in enumerate(TOTALS):
        for how, words in HOWS.items():

            def rows(scope: Scope, of: Any = of, how: str = how) -> list[Stay]:
                progress = progress_of(s.referral_id for s in scope.stays)
                which = progress.which(of, how)
                return [s for s in scope.stays if s.referral_id in which]

            found[f"total-{number}-{how}"] = Group(f"{of.label}: {words}", rows)
    return found


def _with_targets(which: Callable[[Any], set[int]]) -> Callable[[Scope], list[Stay]]:
    def rows(scope: Scope) -> list[Stay]:
        referrals = which(targets_of(s.referral_id for s in scope.stays))
        return [s for s in scope.stays if s.referral_id in referrals]

    return rows


GROUPS: Mapping[str, Group] = {
    **_plain(),
    **_ends(),
    **_measured(),
    "targets": Group(
        "Children with targets", _with_targets(lambda t: {r for r, *_ in t.rows})
    ),
    "targets-rated": Group(
        "Targets rated at exit", _with_targets(lambda t: {r for r, *_ in t.rated})
    ),
    "targets-reached": Group(
        "Targets reached", _with_targets(lambda t: set(t.reached))
    ),
}


def children(rows: Sequence[Any]) -> int:
    """How many children some records are of."""
    return len({row.child_id for row in rows})


def count(scope: Scope, of: str) -> int:
    """How many children stand behind a number."""
    return children(GROUPS[of].rows(scope))
