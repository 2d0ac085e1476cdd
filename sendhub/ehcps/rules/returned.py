"""Disputes, and what the return asks of a plan. Pure."""

from datetime import date

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.sen2 import TO_EXPLAIN


class Matter(TextChoices):
    """What mediation or an appeal was about (SEN2 2.6, 2.7, 3.3 to 3.6)."""

    ASSESS = "assess", "The decision not to assess"
    ISSUE = "issue", "The decision not to issue a plan"
    OTHER = "other", "Something else: what the plan says, its setting or its end"


class Forum(TextChoices):
    """Before whom the family brought it."""

    MEDIATION = "mediation", "Mediation"
    TRIBUNAL = "tribunal", "SEND Tribunal"


def check_budget(*, personal_budget: bool, organised: bool, paid: object) -> None:
    """Arrangements and direct payments are parts of a personal budget (SH-410)."""
    if personal_budget:
        return
    if organised:
        raise RuleBroken("There is no personal budget to arrange.", "organised")
    if paid:
        raise RuleBroken(
            "There is no personal budget to be paid directly.", "direct_payment"
        )


def check_explained(*, arrangement: str | None, explained: str) -> None:
    """Only “other” arrangements are explained, and each of them is (SH-413)."""
    other = str(arrangement).rpartition(":")[2] in TO_EXPLAIN
    if other and not explained:
        raise RuleBroken(
            "The plan says “other” where the child learns: say what that is.",
            "explained",
        )
    if explained and not other:
        raise RuleBroken(
            "Only an “other” arrangement is explained; the plan names another.",
            "explained",
        )


def check_places(*, named: int | None, provision: str) -> None:
    """A kind of place is known of a setting, not of an arrangement (SH-415)."""
    if named and not provision:
        raise RuleBroken("Choose the kind of place.", "provision")
    if provision and not named:
        raise RuleBroken("The plan names no setting.", "provision")


def check_second(*, named: int | None, second: int | None, provision: str) -> None:
    """A second setting is another one, and comes with its kind of place (SH-414)."""
    if second and second == named:
        raise RuleBroken("The plan names this setting already.", "second_setting")
    if second and not named:
        raise RuleBroken(
            "The plan names no first setting: there can be no second.", "second_setting"
        )
    if second and not provision:
        raise RuleBroken(
            "Choose the kind of place at the second setting.", "second_provision"
        )
    if provision and not second:
        raise RuleBroken("Choose the second setting.", "second_setting")


def check_disputed(
    matter: Matter, *, decided_on: date | None, issued_on: date | None
) -> date:
    """Give the day of what is disputed; refuse where there is no such thing."""
    found = issued_on if matter is Matter.OTHER else decided_on
    if found:
        return found
    missing = {
        Matter.ASSESS: "There was no decision not to assess.",
        Matter.ISSUE: "There was no decision not to issue a plan.",
        Matter.OTHER: "No plan was issued.",
    }
    raise RuleBroken(missing[matter], "about")
