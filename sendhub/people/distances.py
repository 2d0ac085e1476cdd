"""How far it is from where a child lives to schools, in a straight line (PPL-5).

It tells where the child lives: only who may see the address may see it.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sendhub.people.models import Address, Postcode
from sendhub.schools.models import Setting
from sendhub.schools.rules import miles_between


def miles_to(
    home: Address | None, settings: Iterable[Setting]
) -> Mapping[int, Decimal]:
    """Miles from a home to each of some settings, by its key; one query.

    Where the register does not say where a setting is, its postcode does. What is not
    known is left out.
    """
    if home is None or not home.postcode:
        return {}
    settings = list(settings)
    unsaid = [one.postcode for one in settings if not one.point and one.postcode]
    places = Postcode.objects.places([home.postcode, *unsaid])
    here = places.get(home.postcode)
    if here is None:
        return {}
    there = {one.pk: one.point or places.get(one.postcode) for one in settings}
    return {key: miles_between(here, point) for key, point in there.items() if point}
