"""The letters about notices and referrals: what each may say, when it is due."""

from collections.abc import Mapping, Sequence
from datetime import date

from sendhub import statutory
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import NOTICES, REFERRALS
from sendhub.letters import kinds
from sendhub.letters.kinds import Facts, Kind, Service, Source
from sendhub.letters.rules import To
from sendhub.statutory.words import date_words

FIELDS = {
    "intake.received_on": "the day it reached us",
    "intake.from": "who told us",
    "intake.support": "early years support or portage",
    "limit.decide_by": "by when we decide whether to assess (6 weeks)",
}
Known = Sequence[Intake]


def load(cases: Sequence[Case]) -> Mapping[int, Known]:
    """What is in hand on many cases, the latest first."""
    found = Intake.objects.open().filter(case__in=[case.pk for case in cases])
    by_case: dict[int, list[Intake]] = {}
    for intake in found.newest_first():
        by_case.setdefault(intake.case_id, []).append(intake)
    return by_case


def welcome(known: Known | None, on: date) -> Facts:
    """We have the referral, and what happens until support begins."""
    intake = _first(known, REFERRALS)
    if intake is None:
        return Facts(unfit="No early years referral is in hand on this case.")
    return Facts(_values(intake), due_since=_since(intake))


def acknowledgement(known: Known | None, on: date) -> Facts:
    """We have the notice; to whoever told us (CFA 2014 s23)."""
    intake = _first(known, NOTICES)
    if intake is None:
        return Facts(unfit="No notice is in hand on this case.")
    to = (Service(intake.pk, intake.informant),)
    return Facts(_values(intake), due_since=_since(intake), services=to)


def _first(known: Known | None, of: frozenset) -> Intake | None:
    return next((intake for intake in known or () if intake.kind in of), None)


def _since(intake: Intake) -> date | None:
    return None if intake.answered_on else intake.received_on


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
    Kind("intake_welcome", "Welcome after a referral", 5, FIELDS, welcome),
    Kind("intake_notice", "Acknowledgement of a notice", 6, FIELDS, acknowledgement,
         to=To.SERVICE),
)  # fmt: skip


def register() -> None:
    """Tell letters of these kinds."""
    kinds.register(Source(ServiceKey.INTAKE, KINDS, load))
