"""The answers that the law asks for now, of every notice and referral."""

from collections.abc import Collection, Iterator

from sendhub.casework.limits import Asked, Differing, differing
from sendhub.core.verifying import AT_ONCE
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import deadlines_wanted


def limits_differing(children: Collection[int] | None = None) -> Iterator[Differing]:
    """Every deadline that is not as the rules ask, of some children or of all."""
    found = Intake.objects.order_by("pk")
    if children is not None:
        found = found.filter(case__child__in=children)
    asked: Iterator[Asked] = (
        (one.pk, deadlines_wanted(one.facts)) for one in found.iterator(AT_ONCE)
    )
    return differing("intakes.intake", asked)
