"""What a plan says, and when it may be sent, issued or ceased. Pure."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.dates import due
from sendhub.statutory.words import date_words

DECEASED = "8"


class Standing(TextChoices):
    """Where a plan stands."""

    DRAFT = "draft", "Draft"
    LIVE = "live", "Live"
    CEASED = "ceased", "Ceased"
    ABANDONED = "abandoned", "Never issued"
    REPLACED = "replaced", "Replaced by a newer plan"


ISSUED = frozenset({Standing.LIVE, Standing.CEASED, Standing.REPLACED})


STANDING_TONES: dict[Standing, str] = {
    Standing.DRAFT: "soon",
    Standing.LIVE: "good",
    Standing.CEASED: "plain",
    Standing.ABANDONED: "plain",
    Standing.REPLACED: "plain",
}


class VersionKind(TextChoices):
    """What a version of a plan is."""

    DRAFT = "draft", "Draft"
    FINAL = "final", "Final"


class Section(TextChoices):
    """The sections of a plan (SEND Regulations 2014, reg. 12(1))."""

    A = "A", "A. Views, interests and aspirations"
    B = "B", "B. Special educational needs"
    C = "C", "C. Health needs"
    D = "D", "D. Social care needs"
    E = "E", "E. Outcomes"
    F = "F", "F. Special educational provision"
    G = "G", "G. Health provision"
    H1 = "H1", "H1. Social care provision (1970 Act, section 2)"
    H2 = "H2", "H2. Other social care provision"
    I = "I", "I. Setting"  # noqa: E741  the law's letter
    J = "J", "J. Direct payments"
    K = "K", "K. Advice and information"


IN_DRAFT = tuple(section for section in Section if section is not Section.I)


NEEDED_TO_SEND = (Section.A, Section.B, Section.E, Section.F)


def check_cease_reason(code: str, *, died_on: date | None) -> None:
    """“Deceased” is only for a child whose death is recorded (SEN2 4.6)."""
    if code == DECEASED and not died_on:
        raise RuleBroken(
            "Record the death on the child's page first; the plan then ceases itself.",
            "cease_reason",
        )


def mark_of(text: str) -> str:
    """A short mark of a text, to tell later whether it is still the same."""
    return sha256(text.encode()).hexdigest()[:16]


def check_marks(
    texts: Mapping[Section, str],
    marks: Mapping[Section, str],
    now: Mapping[Section, str],
) -> None:
    """Refuse to write over what somebody wrote since the page was opened."""
    met = [s for s in texts if marks.get(s) != mark_of(now.get(s, ""))]
    if met:
        letters = ", ".join(letter.value for letter in met)
        raise RuleBroken(
            f"Somebody wrote in section {letters} at this moment. Press the button "
            "again to see it."
        )


def check_sections(texts: Mapping[str, str]) -> None:
    """Refuse to send a plan that lacks what every plan must say (reg. 12(1))."""
    empty = [s.label for s in NEEDED_TO_SEND if not texts.get(s, "").strip()]
    if empty:
        raise RuleBroken(f"Write these sections first: {'; '.join(empty)}.")


def check_comments_heard(
    *, served_on: date, issued_on: date, comments_on: date | None
) -> None:
    """The family has 15 days for its comments, unless it has answered (reg. 13(1))."""
    until = due("NA-11", "served_on", draft_served=served_on)
    if comments_on is not None and issued_on < comments_on:
        raise RuleBroken(
            f"The family’s comments arrived on {date_words(comments_on)}: the plan "
            "cannot have been sent before.",
            "issued_on",
        )
    if comments_on is None and issued_on < until:
        raise RuleBroken(
            f"The family may comment until {date_words(until)}. If they have answered, "
            "record their comments first.",
            "issued_on",
        )


def check_setting_named(setting: object, arrangement: object) -> None:
    """Section I names a setting, or else the type or arrangement; never both."""
    if not setting and not arrangement:
        raise RuleBroken("Name the setting, or choose an arrangement.", "setting")
    if setting and arrangement:
        raise RuleBroken(
            "Choose an arrangement only where no setting is named.", "arrangement"
        )
