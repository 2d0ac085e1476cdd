"""How those who are asked for advice are reached, by the names they go by."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sendhub.people.models import Professional
from sendhub.schools.models import Setting


@dataclass(frozen=True)
class Reached:
    """How somebody who was asked for advice is reached."""

    email: str = ""
    address: str = ""


def reached_of(names: set[str]) -> Mapping[str, Reached]:
    """How those asked are reached, where one name means one address.

    A professional's or organisation's address comes first, then that of the setting.
    """
    if not names:
        return {}
    emails, addresses = defaultdict[str, set](set), defaultdict[str, set](set)
    for one in Professional.objects.called(names):
        emails[one.name].update(filter(None, [one.email]))
        addresses[one.name].update(filter(None, [one.address]))
        addresses[one.organisation].update(filter(None, [one.address]))
    theirs = {name for name, found in addresses.items() if found}
    settings = Setting.objects.filter(name__in=names).exclude(postcode="")
    for setting in settings.only("name", "street", "town", "postcode"):
        if setting.name not in theirs:
            lines = f"{setting.street}\n{setting.town}\n{setting.postcode}"
            addresses[setting.name].add(lines)
    return {
        name: Reached(_only(emails[name]), _only(addresses[name])) for name in names
    }


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""
