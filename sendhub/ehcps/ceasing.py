"""A proposal to end a plan, as pages show it."""

from dataclasses import dataclass
from datetime import date

from sendhub.core import clock
from sendhub.ehcps import rules
from sendhub.ehcps.loading import ceasing_now
from sendhub.ehcps.models import Ceasing, Plan


@dataclass(frozen=True)
class CeasingShown:
    """A proposal to end a plan, and until when the plan goes on."""

    ceasing: Ceasing
    kept_until: date | None
    why: str

    @property
    def may_end(self) -> bool:
        """Whether the time that the family had is over."""
        return self.kept_until is not None and self.kept_until <= clock.today()


def ceasing_shown(ceasing: Ceasing) -> CeasingShown:
    """What a page says of a proposal."""
    if ceasing.told_on is None:
        return CeasingShown(ceasing, None, "")
    until, why = rules.kept_until(ceasing.facts)
    return CeasingShown(ceasing, until, why)


def ceasing_of(plan: Plan) -> CeasingShown | None:
    """The proposal to end a plan that is open, if there is one."""
    found = ceasing_now(plan)
    return ceasing_shown(found) if found else None
