"""The letters about notices and referrals: what each may say, when it is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sendhub import statutory
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import NOTICES, REFERRALS
from sendhub.letters import kinds
from sendhub.letters.kinds import Facts, Kind, Service, Source
from sendhub.letters.models import Letter
from sendhub.letters.rules import To
from sendhub.statutory.words import date_words

FIELDS = {
    "intake.received_on": "the day it reached us",
    "intake.from": "who told us",
    "intake.support": "early years support or portage",
    "limit.decide_by": "by when we decide whether to assess (6 weeks)",
}
WELCOME, ACKNOWLEDGEMENT = "intake_welcome", "intake_notice"


@dataclass(frozen=True)
class InHand:
    """A notice or a referral in hand, and whether a letter about it was made."""

    intake: Intake
    written: bool

    @property
    def turn(self) -> tuple[bool, bool]:
        """What sorts first is written about first: what nobody has written about."""
        return (self.intake.answered_on is not None, self.written)


Known = Sequence[InHand]


def load(cases: Sequence[Case]) -> Mapping[int, Known]:
    """What is in hand on many cases, the longest waiting first."""
    keys = [case.pk for case in cases]
    found = Intake.objects.open().filter(case__in=keys)
    made: dict[int, list[Letter]] = {}
    letters = Letter.objects.standing().on_cases(keys)
    for letter in letters.of_kinds([WELCOME, ACKNOWLEDGEMENT]):
        made.setdefault(letter.case_id, []).append(letter)
    by_case: dict[int, list[InHand]] = {}
    for intake in found.longest_waiting_first():
        of_case = made.get(intake.case_id, [])
        written = any(is_about(letter, intake) for letter in of_case)
        by_case.setdefault(intake.case_id, []).append(InHand(intake, written))
    return by_case


def welcome(known: Known | None, on: date) -> Facts:
    """We have the referral, and what happens until support begins."""
    one = _first(known, REFERRALS)
    if one is None:
        return Facts(unfit="No early years referral is in hand on this case.")
    return _facts(one)


def acknowledgement(known: Known | None, on: date) -> Facts:
    """We have the notice; to whoever told us (CFA 2014 s23)."""
    one = _first(known, NOTICES)
    if one is None:
        return Facts(unfit="No notice is in hand on this case.")
    return _facts(one, (Service(one.intake.pk, one.intake.informant),))


def kind_for(intake: Intake) -> str:
    """The kind of letter that answers a notice or a referral."""
    return WELCOME if intake.is_referral else ACKNOWLEDGEMENT


def is_about(letter: Letter, intake: Intake) -> bool:
    """Whether a letter is about this one; of old it did not say, so by its day."""
    if letter.kind != kind_for(intake):
        return False
    about = letter.sheet.get("about")
    if about is None:
        return letter.dated_on >= intake.received_on
    return bool(about == intake.pk)


def _first(known: Known | None, of: frozenset) -> InHand | None:
    """The one whose letter has waited longest."""
    fit = [one for one in known or () if one.intake.kind in of]
    return min(fit, key=lambda one: one.turn, default=None)


def _facts(one: InHand, services: tuple[Service, ...] = ()) -> Facts:
    intake = one.intake
    waits = not intake.answered_on and not one.written
    return Facts(
        _values(intake),
        due_since=intake.received_on if waits else None,
        services=services,
        about=intake.pk,
    )


def _values(intake: Intake) -> dict[str, str]:
    due = statutory.due("NA-03", became_responsible=intake.received_on)
    named = {"portage": "portage", "early_years": "early years support"}
    return {
        "intake.received_on": date_words(intake.received_on),
        "intake.from": intake.informant,
        "intake.support": named.get(intake.kind, ""),
        "limit.decide_by": date_words(due),
    }


KINDS = (
    Kind(WELCOME, "Welcome after a referral", 5, FIELDS, welcome),
    Kind(ACKNOWLEDGEMENT, "Acknowledgement of a notice", 6, FIELDS, acknowledgement,
         to=To.SERVICE),
)  # fmt: skip


def register() -> None:
    """Tell letters of these kinds."""
    kinds.register(Source(ServiceKey.INTAKE, KINDS, load))
