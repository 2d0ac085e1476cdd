"""Notices and early years referrals, to the children at certain places in the list."""

from dataclasses import dataclass
from datetime import date

from sendhub.demo.diary import Diary
from sendhub.intakes import actions
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome


@dataclass(frozen=True)
class Coming:
    """One notice or referral: who told us what, and how many days ago each step was."""

    kind: Kind
    source: str
    informant: str
    words: str
    came: int
    answered: int | None = None
    began: int | None = None
    assess: int | None = None
    closed: int | None = None


VISITOR, TRUST = "Health visitors, Leominster", "Wye Valley NHS Trust"
COMINGS = {
    2: (
        Coming(
            Kind.PORTAGE, "3", VISITOR, "{child} does not crawl or point yet.", came=1
        ),
    ),
    114: (
        Coming(
            Kind.ATTENTION,
            "5",
            "The youth club",
            "A youth worker says that {child} cannot read the signs in the club.",
            came=38,
        ),
    ),
    117: (
        Coming(
            Kind.PORTAGE,
            "1",
            "{mother}",
            "{mother} would like somebody to show her how to play with {child}.",
            came=110,
            answered=101,
            began=20,
        ),
        Coming(
            Kind.NOTICE,
            "3",
            TRUST,
            "{child} does not speak, and may have a hearing loss in both ears.",
            came=31,
            answered=28,
            assess=20,
        ),
        Coming(
            Kind.EARLY_YEARS,
            "2",
            "Little Acorns Nursery",
            "{child} cannot yet join the group without an adult.",
            came=17,
        ),
    ),
    118: (
        Coming(
            Kind.EARLY_YEARS,
            "2",
            "Little Acorns Nursery",
            "The nursery asks for advice about {child}.",
            came=200,
            answered=188,
            closed=100,
        ),
        Coming(
            Kind.PORTAGE,
            "3",
            VISITOR,
            "{child} walks late; {mother} asks for help at home.",
            came=40,
            answered=30,
        ),
        Coming(
            Kind.NOTICE,
            "3",
            TRUST,
            "{child} may need help to see and to hear.",
            came=12,
            answered=8,
        ),
    ),
}


def come(diary: Diary, number: int) -> None:
    """What reaches us about the child at this place, and what becomes of it."""
    for coming in COMINGS.get(number, ()):
        _log(diary, coming)
        _answer(diary, coming)
        _end(diary, coming)


def _log(diary: Diary, coming: Coming) -> None:
    def act(day: date) -> None:
        actions.intake_log(
            child=diary.child,
            by=diary.worker,
            officer=diary.officer,
            kind=coming.kind,
            received_on=day,
            source=diary.world.county.codes[f"REQUEST_SOURCE:{coming.source}"],
            informant=diary.say(coming.informant),
            words=diary.say(coming.words),
            parent_told_on=day if coming.kind == Kind.NOTICE else None,
        )

    diary.on(diary.ago(coming.came), act)


def _answer(diary: Diary, coming: Coming) -> None:
    def act(day: date) -> None:
        actions.intake_answer(
            intake=_of(diary, coming), answered_on=day, by=diary.worker
        )

    if coming.answered is not None:
        diary.on(diary.ago(coming.answered), act)


def _end(diary: Diary, coming: Coming) -> None:
    def start(day: date) -> None:
        actions.intake_start(intake=_of(diary, coming), started_on=day, by=diary.worker)

    def assess(day: date) -> None:
        intake = _of(diary, coming)
        actions.intake_assess(
            intake=intake,
            responsible_on=intake.received_on,
            officer=diary.officer,
            by=diary.worker,
        )

    def close(day: date) -> None:
        actions.intake_close(
            intake=_of(diary, coming),
            outcome=Outcome.CLOSED,
            ended_on=day,
            end_reason="The nursery has found its own way; the family agrees.",
            by=diary.worker,
        )

    for ago, act in (
        (coming.began, start),
        (coming.assess, assess),
        (coming.closed, close),
    ):
        if ago is not None:
            diary.on(diary.ago(ago), act)


def _of(diary: Diary, coming: Coming) -> Intake:
    return Intake.objects.get(case__child=diary.child, kind=coming.kind)
