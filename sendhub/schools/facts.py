"""What the page and the export of a setting show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, TextChoices, Value, When

from sendhub.core.models import Code
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category, Status
from sendhub.statutory.words import date_words

if TYPE_CHECKING:
    from sendhub.accounts.models import User

Counting = Callable[[Setting, "User"], str]
_counting: list[Counting] = []


def _words(column: str, choices: type[TextChoices]) -> Case:
    """A choice as people read it, worked out by the database."""
    return Case(
        *(
            When(**{column: value}, then=Value(label))
            for value, label in choices.choices
        ),
        default=Value(""),
    )


COLUMNS: dict[str, Any] = {
    "URN": F("urn"),
    "LAESTAB": F("laestab"),
    "Name": F("name"),
    "Kind": _words("category", Category),
    "Type": F("type_name"),
    "Phase": F("phase"),
    "Status": _words("status", Status),
    "Local authority": F("authority_code"),
    "Town": F("town"),
    "Postcode": F("postcode"),
    "Section 41": F("section_41"),
    "Resourced provision": F("resourced_provision"),
    "SEN unit": F("sen_unit"),
    "Pupils": F("pupils"),
    "Capacity": F("capacity"),
    "SENCO": F("senco_name"),
    "SENCO's e-mail": F("senco_email"),
    "SENCO's phone": F("senco_phone"),
}


@dataclass(frozen=True)
class Fact:
    """One line of what is known."""

    key: str
    value: Any


def register_counting(counting: Counting) -> None:
    """Let the app of children say how many of them attend a setting."""
    _counting.append(counting)


def children_at(setting: Setting, user: "User") -> str:
    """How many children this person sees attend the setting; "" when none may say."""
    return next((counting(setting, user) for counting in _counting), "")


def head(setting: Setting) -> list[Fact]:
    """The few facts at the head of a setting's page."""
    ages = ""
    if setting.age_from is not None and setting.age_to is not None:
        ages = f"{setting.age_from} to {setting.age_to}"
    return [
        Fact("Kind", setting.get_category_display()),
        Fact("Phase", setting.phase),
        Fact("Ages", ages),
        Fact("Town", setting.town),
        Fact("URN", setting.urn),
        Fact("LAESTAB", setting.laestab),
    ]


def register(setting: Setting) -> list[Fact]:
    """What the national register says."""
    address = (setting.street, setting.town, setting.postcode)
    place = ""
    if point := setting.point:
        place = f"{point.easting} east, {point.northing} north (National Grid)"
    facts = [
        Fact("Type", setting.type_name),
        Fact("Status", setting.get_status_display()),
        Fact("Opened", _day(setting.opened_on)),
        Fact("Closed", _day(setting.closed_on)),
        Fact("Why it closed", setting.closed_because if setting.has_closed else ""),
        Fact("UKPRN", setting.ukprn),
        Fact("Local authority", _authority(setting.authority_code)),
        Fact("Section 41 approved", "Yes" if setting.section_41 else "No"),
        Fact("Resourced provision", "Yes" if setting.resourced_provision else "No"),
        Fact("SEN unit", "Yes" if setting.sen_unit else "No"),
        Fact("Pupils", _of(setting.pupils, setting.capacity)),
        Fact("Head teacher", setting.head_name),
        Fact("Address", ", ".join(part for part in address if part)),
        Fact("Phone", setting.phone),
        Fact("Website", setting.website),
        Fact("Place", place),
    ]
    return [fact for fact in facts if fact.value]


def local(setting: Setting) -> list[Fact]:
    """What we know ourselves."""
    return [
        Fact("SENCO", setting.senco_name),
        Fact("SENCO’s e-mail", setting.senco_email),
        Fact("SENCO’s phone", setting.senco_phone),
        Fact("Kind, as we know it", setting.get_own_category_display()),
        Fact("Our note", setting.local_note),
    ]


def _authority(code: str) -> str:
    """The authority's name and its code; the code alone where it is no longer known."""
    named = Code.objects.filter(pk=f"LA_CODE:{code}").first()
    return f"{named} ({code})" if named else code


def _day(day: date | None) -> str:
    return date_words(day) if day else ""


def _of(pupils: int | None, capacity: int | None) -> str:
    if pupils is None:
        return ""
    return f"{pupils:,} of {capacity:,} places" if capacity else f"{pupils:,}"
