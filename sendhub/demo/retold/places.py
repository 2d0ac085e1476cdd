"""Which setting each copy is at, of the kind its story leads to: dealt, not drawn."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sendhub.demo.county import ALL_THROUGH, PRIMARY, SECONDARY, County
from sendhub.demo.everyday import PRIMARY_UNTIL
from sendhub.demo.published import published
from sendhub.people.models import Attendance
from sendhub.people.rules import Provision
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category

T = TypeVar("T", bound=Hashable)
WELSH, FREE, MAINTAINED = "30", ("35", "36"), ("1", "2", "3", "5", "7", "12")
POST_16 = "16 plus"
SPECIAL_AGES = {  # of those whose ages the schools' list does not have
    "Barrs Court School": (11, 19),
    "Blackmarston School": (3, 11),
    "The Brookfield School": (7, 16),
}
OLDEST = 99
WELSH_SHARES = {"mainstream welsh": 75.0, "special welsh": 40.0}
"""How the published places in Wales divide, as we take it."""


@dataclass
class Dealer:
    """Deals by stride: whoever is furthest behind the wanted share comes next."""

    given: Counter[Hashable] = field(default_factory=Counter)

    def next(self, among: Sequence[T], share: Callable[[T], float]) -> T:
        """The next one of these; of equals, the first."""
        chosen = min(among, key=lambda one: (self.given[one] + 1) / share(one))
        self.given[chosen] += 1
        return chosen


def kind_of(setting: Setting) -> str:
    """What the published figures call a place here; not whether it is resourced."""
    if setting.type_code == WELSH:
        return "welsh"
    mainstream = setting.category == Category.MAINSTREAM
    if mainstream or setting.category == Category.SPECIAL:
        whose = "free" if setting.type_code in FREE else "academy"
        whose = "maintained" if setting.type_code in MAINTAINED else whose
        return f"{'mainstream' if mainstream else 'special'}_{whose}"
    if not setting.type_code and setting.category == Category.FURTHER_EDUCATION:
        return "training_provider"
    if setting.category == Category.SIXTH_FORM:
        return "further_education"
    return str(setting.category)


def ages_of(setting: Setting) -> tuple[int, int]:
    """The ages that a setting takes, by the first of September."""
    if setting.name in SPECIAL_AGES:
        return SPECIAL_AGES[setting.name]
    if setting.age_from is not None:
        return setting.age_from, setting.age_to or OLDEST
    return {PRIMARY: (3, 11), SECONDARY: (11, 19), ALL_THROUGH: (3, 19)}.get(
        setting.phase, (0, OLDEST)
    )


class Places:
    """The settings of the county and around it, and how many copies each has had."""

    def __init__(self, county: County) -> None:
        self.county = county
        self.by_key = {one.pk: one for one in county.settings}
        self.dealer = Dealer()
        self.kinds = {one.pk: kind_of(one) for one in county.settings}
        self.shares = {k: float(v) for k, v in published("place").items()}

    def swaps(
        self, stays: Iterable[Attendance], *, half: str, age: int
    ) -> dict[int, int]:
        """For each setting of a life, another of its kind; the last by its share."""
        in_order = sorted(stays, key=lambda stay: stay.starts_on)
        now = in_order[-1] if in_order and in_order[-1].ends_on is None else None
        swapped: dict[int, int] = {}
        for stay in in_order:
            old = self.by_key[stay.setting_id]
            if stay is now or old.pk in swapped:
                continue
            before = self.county.schools(half, old.phase) or [old]
            swapped[old.pk] = self._one_of(before).pk
        if now is not None:
            old = self.by_key[now.setting_id]
            swapped[old.pk] = self._now(old, now.provision, half, age).pk
        return swapped

    def _now(self, old: Setting, provision: str, half: str, age: int) -> Setting:
        """The setting of today: the kind by its published share, then one of it."""
        if provision == Provision.RESOURCED:
            bases = [s for s in self.county.settings if s.resourced_provision]
            bases = [s for s in bases if s.phase == old.phase]
            return self._one_of(bases, prefix="resourced")
        near = [s for s in self.county.settings if self._instead(s, old, half, age)]
        kinds = sorted({self.kinds[one.pk] for one in near})
        if not kinds:
            return old
        kind = self.dealer.next(
            [f"{self._sort(old)} {kind}" for kind in kinds],
            lambda one: WELSH_SHARES.get(one) or self.shares.get(one.split()[1]) or 1.0,
        ).split()[1]
        return self._one_of([s for s in near if self.kinds[s.pk] == kind])

    def _instead(self, one: Setting, old: Setting, half: str, age: int) -> bool:
        """Whether a copy may be at this setting where the original is at another."""
        youngest, oldest = ages_of(one)
        if self._sort(one) != self._sort(old) or not youngest <= age <= oldest:
            return False
        ours = self.county.halves.get(one.urn)
        if self._sort(old) == "mainstream":
            upper = ages_of(one)[0] >= PRIMARY_UNTIL
            if upper != (ages_of(old)[0] >= PRIMARY_UNTIL):
                return False
            return ours in (None, half)
        return True

    @staticmethod
    def _sort(setting: Setting) -> str:
        """Settings among which a story may be moved."""
        if setting.category in (Category.MAINSTREAM, Category.MAINSTREAM_INDEPENDENT):
            return "mainstream"
        if str(setting.category).startswith("special_") or (
            setting.category == Category.SPECIAL
        ):
            return "special"
        if setting.type_code == WELSH:
            return "mainstream"
        if setting.phase == POST_16:
            return "college"
        return str(setting.category)

    def _one_of(self, among: Sequence[Setting], prefix: str = "") -> Setting:
        """One of some settings, by how many pupils they have."""
        by_name = {f"{prefix}{one.pk}": one for one in among}
        chosen = self.dealer.next(
            list(by_name), lambda name: float(by_name[name].pupils or 100)
        )
        return by_name[chosen]
