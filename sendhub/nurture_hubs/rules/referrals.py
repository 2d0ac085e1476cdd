"""What a referral, a visit and an answer must be like. Pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules import ENDED, NO_PLACE, Party, Standing
from sendhub.statutory.words import date_words

LONG_WAIT = 12
"""Weeks, about a term, after which the list calls a wait long: SENDhub's own mark. No
law sets one, nor have the hubs; the page says so."""

SHORT = {Party.COORDINATOR: "coordinator", Party.SCHOOL: "hub school"}


def check_alive(died_on: date | None) -> None:
    """Nobody refers a child who has died (PPL-11)."""
    if died_on:
        raise RuleBroken(f"The child died on {date_words(died_on)}.")


def check_age_usual(age: int, ranges: Collection[tuple[int, int]]) -> None:
    """Ask again where no hub takes a child of this age, now or within a year.

    The referral may be right all the same: the visits help the school (seed 33).
    """
    fits = any(youngest - 1 <= age <= oldest for youngest, oldest in ranges)
    if ranges and not fits:
        raise RuleBroken(
            f"The child is {age}, and no hub takes children of that age. If the "
            "referral is meant so, tick this box.",
            "age_checked",
        )


def check_consent(consent_on: date | None, consent_by: str) -> None:
    """The family's agreement has its day and its name (HUB-3)."""
    if consent_on and not consent_by:
        raise RuleBroken("Enter who of the family agreed.", "consent_by")
    if consent_by and not consent_on:
        raise RuleBroken("Enter the date on which the family agreed.", "consent_on")


def check_open(standing: str) -> None:
    """Only while a referral asks for a place is there something to answer."""
    if standing == Standing.PLACED:
        raise RuleBroken(
            "This referral has led to a place. End the place, or take it back."
        )
    check_not_ended(standing)


def check_may_end(standing: str, *, how: str) -> None:
    """How a referral may end; also an ended one may turn out to be a mistake."""
    if how not in ENDED:
        raise RuleBroken("Choose how it ends.", "standing")
    found_later = how == Standing.MISTAKE and standing in NO_PLACE
    if not found_later:
        check_open(standing)


def check_not_ended(standing: str) -> None:
    """What was refused or withdrawn stays as it was."""
    if standing in ENDED:
        said = Standing(standing).label.lower()
        raise RuleBroken(f"This referral has ended: it was {said}.")


def check_not_before_referral(day: date, *, received_on: date, field: str) -> None:
    """Nobody answers a referral before it came."""
    if day < received_on:
        raise RuleBroken(
            f"The referral was received on {date_words(received_on)}: the date cannot "
            "be earlier.",
            field,
        )


def check_reasons(*, agreed: bool, conditions: str) -> None:
    """A refusal says why (HUB-3)."""
    if not agreed and not conditions:
        raise RuleBroken("Say why they do not agree.", "conditions")


def waits_since(
    *, received_on: date, consent_on: date | None, agreed_on: Iterable[date]
) -> date | None:
    """The day since which a child waits; None while somebody has not agreed (HUB-3).

    The last of three days: the family's agreement, the coordinator's and the hub
    school's, to the hub to which both agreed first. `agreed_on` has for each such hub
    the later of its two. A wait never begins before the referral.
    """
    first = min(agreed_on, default=None)
    if consent_on is None or first is None:
        return None
    return max(received_on, consent_on, first)


def hub_words(hub: object, said: Mapping[str, bool]) -> str:
    """What was answered for one hub, in a line: who agreed, who did not, who is asked.

    `said` gives the answer of each party that has given one.
    """
    if all(said.get(party) for party in Party):
        return f"{hub}: both agreed"
    words = {True: "agreed", False: "refused"}
    parts = [f"{SHORT[party]} {words[said[party]]}" for party in Party if party in said]
    return f"{hub}: {', '.join(parts)}"


def missing(*, consent: bool, answers: Collection[Mapping[str, bool]]) -> list[str]:
    """What a referral needs before the child can wait for a place (HUB-3).

    `answers` has one mapping for each hub: party, and whether it agreed.
    """
    needed = [] if consent else ["the family’s agreement"]
    if any(all(said.get(party) for party in Party) for said in answers):
        return needed
    alone = [
        f"the {SHORT[party]}’s agreement"
        for party in Party
        if not any(said.get(party) for said in answers)
    ]
    return [*needed, *(alone or ["coordinator and hub school agreeing to one hub"])]
