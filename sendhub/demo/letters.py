"""Letters of the demonstration: of the last weeks, most of them posted."""

from datetime import date, timedelta

from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.demo.diary import Diary
from sendhub.letters import actions as letters
from sendhub.letters.composing import BESIDE, compose
from sendhub.letters.models import Delivery, Letter, Template

REMEMBERED = timedelta(days=45)
ADVICE_REMEMBERED = timedelta(days=15)
POSTED_AFTER = timedelta(days=6)
UNWRITTEN = timedelta(days=1)


def write(diary: Diary, day: date, kind: str) -> None:
    """Write a kind of letter on a day, to whoever can be written to then.

    What happened today or yesterday is still to be written about.
    """
    remembered = ADVICE_REMEMBERED if "advice" in kind else REMEMBERED
    age = diary.world.today - day
    if UNWRITTEN < age <= remembered:
        diary.on(day, lambda day: _make(diary, kind, day))


def _make(diary: Diary, kind: str, day: date) -> None:
    template = Template.objects.offered().of_kinds([kind])[0]
    case = Case.objects.select_related(*BESIDE).get(pk=diary.case.pk)
    [now] = compose([case], template.now, on=clock.today())
    if now.obstacle:
        return
    letters.letter_make(
        case=case,
        version=template.now,
        subject=now.subject,
        body=now.body,
        to=[one.key for one in now.to.recipients],
        by=diary.worker,
    )
    made = Letter.objects.filter(case=case, kind=kind, dated_on=clock.today())
    for letter in made:
        diary.world.stored += [str(letter.pdf), str(letter.word)]
    if diary.world.today - day <= POSTED_AFTER and not _one_in_error():
        _mark_in_error(diary, made[0])
        return
    if diary.world.today - day > POSTED_AFTER:
        waiting = Delivery.objects.filter(letter__in=made).to_post()
        letters.post_record(
            deliveries=list(waiting), sent_on=clock.today(), by=diary.worker
        )


def _one_in_error() -> bool:
    return Letter.objects.exclude(withdrawn_at=None).exists()


def _mark_in_error(diary: Diary, letter: Letter) -> None:
    """One letter of the last days was found wrong before it was posted."""
    letters.letter_withdraw(
        letter=letter, reason="It names a meeting that was put off.", by=diary.worker
    )
