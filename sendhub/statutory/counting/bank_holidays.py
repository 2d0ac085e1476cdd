"""Bank holidays of each part of the United Kingdom.

They come from the library `holidays`, once, when the rule book is loaded. `CHANGES`
rules over it: a day that is proclaimed once, such as for a coronation, is added here on
the day it is announced, without waiting for the library.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from holidays import country_holidays


class Nation(StrEnum):
    """A part of the United Kingdom, as the library calls it."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


FIRST_YEAR = 2005
"""The Freedom of Information Act 2000 came into force on 1 January 2005."""

LAST_YEAR = 2060
"""Far enough for anybody in the service today; a later date is an error."""


@dataclass(frozen=True)
class Change:
    """One day that is a bank holiday, or is not one, whatever the library says."""

    on: date
    closed: bool
    name: str
    nations: frozenset[Nation] = frozenset(Nation)


CHANGES = (
    Change(date(2011, 4, 29), closed=True, name="Wedding of Prince William"),
    Change(date(2012, 5, 28), closed=False, name="Moved to 4 June"),
    Change(date(2012, 6, 4), closed=True, name="Spring bank holiday, moved"),
    Change(date(2012, 6, 5), closed=True, name="Diamond Jubilee"),
    Change(date(2020, 5, 4), closed=False, name="Moved to 8 May"),
    Change(date(2020, 5, 8), closed=True, name="75 years of peace in Europe"),
    Change(date(2022, 5, 30), closed=False, name="Moved to 2 June"),
    Change(date(2022, 6, 2), closed=True, name="Spring bank holiday, moved"),
    Change(date(2022, 6, 3), closed=True, name="Platinum Jubilee"),
    Change(date(2022, 9, 19), closed=True, name="Funeral of Queen Elizabeth II"),
    Change(date(2023, 5, 8), closed=True, name="Coronation of King Charles III"),
)
"""Days that were proclaimed once, oldest first."""


def bank_holidays(
    nation: Nation, changes: tuple[Change, ...] = CHANGES
) -> frozenset[date]:
    """The bank holidays of one part of the United Kingdom, all years together."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    found = set(country_holidays("GB", subdiv=nation.value, years=years))
    for change in changes:
        if nation in change.nations:
            (found.add if change.closed else found.discard)(change.on)
    return frozenset(found)


BANK_HOLIDAYS: Mapping[Nation, frozenset[date]] = MappingProxyType(
    {nation: bank_holidays(nation) for nation in Nation}
)
