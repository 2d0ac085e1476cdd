"""Words and rules about children and the people around them. Pure."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from string import ascii_uppercase

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import date_words

OLDEST = 26


class StatusKind(TextChoices):
    """Statuses of a child that everybody must see (PPL-2)."""

    LOOKED_AFTER = "looked_after", "Looked after"
    CHILD_IN_NEED = "child_in_need", "Child in need"
    PROTECTION_PLAN = "protection_plan", "Child protection plan"
    HOME_EDUCATED = "home_educated", "Electively home educated"
    MISSING_EDUCATION = "missing_education", "Missing education"
    YOUNG_CARER = "young_carer", "Young carer"


class Provision(TextChoices):
    """What kind of place a setting gives a child (SEN2 4.7d and e, 5.7d and e)."""

    ORDINARY = "ordinary", "An ordinary place"
    UNIT = "unit", "A place in its SEN unit"
    RESOURCED = "resourced", "A place in its resourced provision"


class AccessibleFormat(TextChoices):
    """How somebody needs what we write to them."""

    STANDARD = "standard", "Ordinary print"
    LARGE_PRINT = "large_print", "Large print"
    EASY_READ = "easy_read", "Easy read"
    BRAILLE = "braille", "Braille"
    AUDIO = "audio", "Audio"
    COLOURED = "coloured", "Coloured paper"
    EMAIL = "email", "E-mail, for a screen reader"


class RelationshipKind(TextChoices):
    """Who somebody is to the child."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    PARENT = "parent", "Parent"
    STEP_PARENT = "step_parent", "Step-parent"
    GRANDPARENT = "grandparent", "Grandparent"
    FOSTER_CARER = "foster_carer", "Foster carer"
    GUARDIAN = "guardian", "Guardian"
    SIBLING = "sibling", "Brother or sister"
    REPRESENTATIVE = "representative", "Representative (deputy or attorney)"
    ADVOCATE = "advocate", "Advocate"
    OTHER = "other", "Other"


class ContactMethod(TextChoices):
    """How somebody wants to be reached."""

    POST = "post", "Post"
    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"
    TEXT = "text", "Text message"


class ServiceKind(TextChoices):
    """Professionals and services around a child (PPL-4)."""

    EDUCATIONAL_PSYCHOLOGY = "educational_psychology", "Educational psychology"
    SPEECH = "speech", "Speech and language therapy"
    OCCUPATIONAL = "occupational", "Occupational therapy"
    PHYSIOTHERAPY = "physiotherapy", "Physiotherapy"
    PAEDIATRICS = "paediatrics", "Paediatrics"
    CAMHS = "camhs", "CAMHS"
    SOCIAL_CARE = "social_care", "Social care"
    PORTAGE = "portage", "Portage"
    EARLY_YEARS_INCLUSION = "early_years_inclusion", "Early years inclusion"
    VIRTUAL_SCHOOL = "virtual_school", "Virtual school"
    SENSORY = "sensory", "Hearing or vision support"
    BEHAVIOUR_SUPPORT = "behaviour_support", "Behaviour support"
    DCO = "dco", "Designated clinical officer"
    DSCO = "dsco", "Designated social care officer"
    OTHER = "other", "Other"


class Rewritten(TextChoices):
    """Why a name or a number is written anew."""

    CHANGED = "changed", "It has changed: keep the old one, search still finds it"
    SLIP = "slip", "The old one was written wrong"


class AccessWay(TextChoices):
    """How somebody came to open a restricted record for a time."""

    ASKED = "asked", "Asked and was let in"
    GLASS = "glass", "Broke the glass"


class Outcome(TextChoices):
    """What became of a request for a restricted record."""

    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"
    NOT_NEEDED = "not_needed", "No longer needed"


UNSPLIT = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not split into a plain one and its mark."""


def plain_name(name: str) -> str:
    """Write a name without accents, marks or capitals, for sorting and searching."""
    split = unicodedata.normalize("NFKD", name.lower().translate(UNSPLIT))
    bare = "".join(char for char in split if not unicodedata.combining(char))
    return re.sub(r"[\s\-]+", " ", re.sub(r"[’'`.]", "", bare)).strip().casefold()


def postcode_starts(postcode: str) -> list[str]:
    """List what a postcode may be said to begin with: HR1 begins no HR10."""
    district, _, rest = postcode.partition(" ")
    area = "".join(takewhile(str.isalpha, district))
    starts = [area, district.rstrip(ascii_uppercase) or area, district]
    starts += [f"{district} {rest[:length]}" for length in range(1, len(rest) + 1)]
    return list(dict.fromkeys(starts))


def sort_name(*, family_name: str, given_names: str) -> str:
    """The text that lists of children are sorted by."""
    return f"{plain_name(family_name)}, {plain_name(given_names)}"


def search_text(names: list[str]) -> str:
    """The text that search looks in: every name there is or was, each word once."""
    words_ = " ".join(plain_name(name) for name in names).split()
    return " ".join(dict.fromkeys(words_))


DETAILS_CALLED = {
    "given_names": "first and middle names",
    "preferred_name": "known as",
    "born_on": "date of birth",
    "upn": "UPN",
    "upn_unknown": "reason for no UPN",
    "uln": "ULN",
    "nhs_number": "NHS number",
    "interpreter_needed": "interpreter",
    "accessible_format": "how we write to the child",
    "own_phone": "their phone",
    "own_email": "their e-mail",
    "lacks_capacity": "capacity",
}
"""What the chronology calls a detail that was changed, where not by its own name."""


def which_details(names: Collection[str]) -> str:
    """Name the details that an edit changed; never what they were or became."""
    called = [DETAILS_CALLED.get(name, name.replace("_", " ")) for name in names]
    return f": {', '.join(called) or 'nothing'}"


def check_born_on(born_on: date, *, on: date) -> None:
    """Refuse a date of birth in the future, or of somebody beyond the law's reach."""
    if born_on > on:
        raise RuleBroken("The date of birth cannot be in the future.", "born_on")
    if statutory.people.age_on(born_on, on) >= OLDEST:
        raise RuleBroken(
            "The date of birth makes this person over 25: plans end at 25.", "born_on"
        )


def check_after_birth(day: date | None, *, born_on: date, field: str) -> None:
    """Refuse a day before the child was born."""
    if day and day < born_on:
        raise RuleBroken(
            f"The child was born on {date_words(born_on)}: this cannot be earlier.",
            field,
        )


def check_before_death(day: date, *, died_on: date | None, field: str) -> None:
    """Refuse something that would begin after the child died (PPL-11)."""
    if died_on and day > died_on:
        raise RuleBroken(
            f"The child died on {date_words(died_on)}: nothing can start after that.",
            field,
        )


def check_not_future(day: date, *, on: date, field: str) -> None:
    """Refuse a day that has not come yet."""
    if day > on:
        raise RuleBroken("This date is in the future.", field)


NOT_KNOWN = "If you do not know, give the first day you know of."


def days_missing(
    *,
    lines: str | None,
    lives_there_from: date | None,
    setting: object,
    attends_from: date | None,
) -> dict[str, str]:
    """Say which first day is missing: a guessed one would stand in the way later."""
    missing = {}
    if lines and not lives_there_from:
        missing["lives_there_from"] = (
            f"Enter the day since when the child lives there. {NOT_KNOWN}"
        )
    if setting and not attends_from:
        missing["attends_from"] = f"Enter the first day at the setting. {NOT_KNOWN}"
    return missing


def check_end(ends_on: date, *, starts_on: date) -> None:
    """A period ends on or after the day it started."""
    if ends_on < starts_on:
        raise RuleBroken(
            f"This started on {date_words(starts_on)}: it cannot end earlier.",
            "ends_on",
        )


def check_status(kind: str, authority: object) -> None:
    """A looked after child is looked after by an authority; no other status has one."""
    if kind == StatusKind.LOOKED_AFTER and not authority:
        raise RuleBroken(
            "Choose the authority that looks after the child.", "authority"
        )
    if kind != StatusKind.LOOKED_AFTER and authority:
        raise RuleBroken(
            "Only a looked after child has an authority here. Leave this empty.",
            "authority",
        )


def check_needs(primary: object, secondary: object) -> None:
    """The secondary need is another one than the primary, and needs one."""
    if secondary and not primary:
        raise RuleBroken("Give the primary need first.", "primary_need")
    if secondary and secondary == primary:
        raise RuleBroken(
            "The secondary need must differ from the primary.", "secondary_need"
        )


SENTENCE = 20
"""How few letters are no sentence: "urgent" tells the reviewer nothing."""

LONGEST_ACCESS = timedelta(days=90)
LONGEST_RESTRICTION = timedelta(days=366)
USUAL_RESTRICTION = timedelta(days=182)


def check_said_why(reason: str, *, field: str = "reason") -> None:
    """Refuse a reason that is less than a sentence (ADM-2)."""
    if len(reason.strip()) < SENTENCE:
        raise RuleBroken(
            "Say in a sentence what you need the record for: somebody will read this.",
            field,
        )


def check_review(review_on: date, *, on: date) -> None:
    """A restriction is looked at again, at the latest after a year."""
    if review_on <= on:
        raise RuleBroken("Choose a day that is still to come.", "review_on")
    if review_on > on + LONGEST_RESTRICTION:
        raise RuleBroken(
            "A restriction is looked at again within a year: choose an earlier day.",
            "review_on",
        )


def check_until(until_on: date | None, *, on: date) -> None:
    """Access that is granted ends by itself, at the latest after 90 days."""
    if until_on is None:
        raise RuleBroken("Say until which day the record is open.", "until_on")
    if until_on < on:
        raise RuleBroken("This day is over.", "until_on")
    if until_on > on + LONGEST_ACCESS:
        raise RuleBroken(
            "Access ends after 90 days at the latest. For longer, name this person "
            "on the record.",
            "until_on",
        )


@dataclass(frozen=True)
class ContactFacts:
    """What decides whether somebody is written to."""

    contact_id: int
    parental_responsibility: bool
    do_not_contact: bool
    copy_agreed: bool
    is_representative: bool
    in_force: bool


@dataclass(frozen=True)
class Addressees:
    """Who a letter goes to: the young person, contacts by id, and agreed copies."""

    young_person: bool
    contacts: tuple[int, ...]
    copies: tuple[int, ...]


NOBODY = Addressees(young_person=False, contacts=(), copies=())


def addressees(
    *,
    born_on: date,
    died_on: date | None,
    lacks_capacity: bool,
    contacts: list[ContactFacts],
    on: date,
) -> Addressees:
    """Decide who is written to (CFA 2014 s80, regs 63-65; PPL-3, PPL-11).

    At the end of compulsory school age the rights pass to the young person, or to a
    representative, else the parent, where the young person lacks capacity. A parent
    then has a copy only where that was agreed. Nobody is written to after a death.
    """
    if died_on:
        return NOBODY
    willing = [c for c in contacts if c.in_force and not c.do_not_contact]
    parents = [c for c in willing if c.parental_responsibility]
    holder = statutory.people.rights_holder(born_on, on, lacks_capacity=lacks_capacity)
    if holder == statutory.people.RightsHolder.YOUNG_PERSON:
        copies = tuple(c.contact_id for c in willing if c.copy_agreed)
        return Addressees(young_person=True, contacts=(), copies=copies)
    acting = parents
    if holder == statutory.people.RightsHolder.REPRESENTATIVE:
        acting = [c for c in willing if c.is_representative] or parents
    return Addressees(
        young_person=False, contacts=tuple(c.contact_id for c in acting), copies=()
    )


@dataclass(frozen=True)
class Withheld:
    """One thing kept from one adult: the child's address, or another adult's details.

    Both are adults, not contacts: somebody added a second time is still the same.
    """

    hidden_from: int
    about: int | None = None


def may_disclose(
    about: int | None,
    *,
    to: int,
    withheld: Collection[Withheld],
    at_home: Collection[int],
    address: bool = True,
) -> bool:
    """Say whether something may be printed in what goes to an adult (PPL-12).

    `about`: another adult, or None for the child's own address. `at_home`: the adults
    who live with the child; one address gives the other away. `address` is false when
    only a name or a phone number would be printed.
    """
    if about == to:
        return True
    hidden = {mark.about for mark in withheld if mark.hidden_from == to}
    if about in hidden:
        return False
    if about is None:
        return not hidden.intersection(at_home)
    if address and about in at_home:
        return None not in hidden and not hidden.intersection(at_home)
    return True
