"""What was measured twice of the children that an evaluation counts (HUB-9)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sendhub.nurture_hubs.models import Score, Target
from sendhub.nurture_hubs.rules.evaluation import Changes, changes
from sendhub.nurture_hubs.rules.measures import (
    MOST_RATED,
    Stage,
    Total,
    total,
)

Sheet = dict[Stage, dict[str, Decimal]]
Pair = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Progress:
    """The numbers of some referrals: by referral, stage and scale."""

    sheets: Mapping[int, Sheet]

    def pairs(self, of: Total) -> dict[int, Pair]:
        """The sums at entry and at exit of each referral that has both."""
        found = {}
        for referral, sheet in self.sheets.items():
            entry = total(sheet.get(Stage.ENTRY, {}), of)
            leaving = total(sheet.get(Stage.EXIT, {}), of)
            if entry is not None and leaving is not None:
                found[referral] = (entry, leaving)
        return found

    def changes(self, of: Total) -> Changes:
        """How a total changed over them all."""
        return changes(self.pairs(of).values(), more=of.more_is_better)

    def which(self, of: Total, how: str) -> set[int]:
        """The referrals measured twice; or those that are better, same or worse."""
        pairs = self.pairs(of)
        if how == "measured":
            return set(pairs)
        return {
            referral
            for referral, pair in pairs.items()
            if getattr(changes([pair], more=of.more_is_better), how)
        }


def progress_of(referrals: Iterable[int]) -> Progress:
    """Read every number of some referrals at once."""
    rows = Score.objects.filter(
        measure__referral__in=set(referrals), measure__withdrawn_at__isnull=True
    ).values_list("measure__referral", "measure__stage", "scale", "value")
    sheets: dict[int, Sheet] = {}
    for referral, stage, scale, value in rows:
        sheet = sheets.setdefault(referral, {})
        sheet.setdefault(Stage(stage), {})[scale] = value
    return Progress(sheets)


@dataclass(frozen=True)
class Targets:
    """Targets that are followed: of which referral, rated how at entry and at exit."""

    rows: list[tuple[int, int | None, int | None]] = field(default_factory=list)

    @property
    def rated(self) -> list[tuple[int, int | None, int]]:
        """Those that were rated at exit."""
        return [(r, entry, exit_) for r, entry, exit_ in self.rows if exit_ is not None]

    @property
    def reached(self) -> list[int]:
        """The referrals of those that were reached."""
        return [r for r, _, exit_ in self.rated if exit_ == MOST_RATED]

    @property
    def gained(self) -> list[int]:
        """By how much those rated at both ends came on."""
        return [exit_ - entry for _, entry, exit_ in self.rated if entry is not None]


def targets_of(referrals: Iterable[int]) -> Targets:
    """Read the targets of some referrals at once."""
    found = Target.objects.followed().filter(referral__in=set(referrals))
    rows = found.order_by("pk").values_list("referral", "at_entry", "at_exit")
    return Targets(list(rows))
