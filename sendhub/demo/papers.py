"""Notes and documents on the demonstration's cases."""

from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile

from sendhub.casework import actions as casework
from sendhub.casework import uploads
from sendhub.casework.models import Document
from sendhub.casework.rules import Category, NoteKind
from sendhub.demo import files
from sendhub.demo.diary import Diary, workday
from sendhub.demo.words import plans
from sendhub.demo.words.notes import Note
from sendhub.ehcps.rules import AdviceKind

DISCLAIMER = "Made up for the demonstration of SENDhub. No such child exists."
TITLES = {
    AdviceKind.PARENT: "A picture from the family",
    AdviceKind.EDUCATION: "Provision map and reviews",
    AdviceKind.MEDICAL: "Paediatrician's report",
    AdviceKind.PSYCHOLOGY: "Educational psychologist's report",
    AdviceKind.SOCIAL_CARE: "Social care report",
    AdviceKind.ADULTHOOD: "Preparation for adulthood",
    AdviceKind.SENSORY: "Specialist teacher's report",
}
CATEGORIES = {
    AdviceKind.MEDICAL: Category.HEALTH,
    AdviceKind.SOCIAL_CARE: Category.SOCIAL_CARE,
}
COLOURS = ((242, 169, 0), (200, 80, 60), (60, 130, 90), (70, 110, 170))
EVERY = 5  # one child in five brings papers


def advice_document(diary: Diary, kind: AdviceKind, day: date) -> Document | None:
    """Put a report on the case, for some children."""
    if diary.who.born_on.toordinal() % EVERY:
        return None
    name, content = _file(diary, kind)
    upload = uploads.checked(ContentFile(content, name=name))
    made = casework.document_add(
        case=diary.case,
        files=[upload],
        title=TITLES[kind],
        category=CATEGORIES.get(kind, Category.GENERAL),
        happened_on=day,
        by=diary.worker,
    )
    diary.world.stored.append(upload.stored_as)
    return made[0]


def _file(diary: Diary, kind: AdviceKind) -> tuple[str, bytes]:
    title = f"{TITLES[kind]}: {diary.who.given} {diary.who.family}"
    text = [diary.say(plans.ADVICE[kind]), DISCLAIMER]
    if kind == AdviceKind.PARENT:
        return "picture.png", files.png(*diary.pick(COLOURS), side=120)
    if kind in (AdviceKind.EDUCATION, AdviceKind.SOCIAL_CARE):
        return "report.docx", files.docx(title, text)
    return "report.pdf", files.pdf(title, text)


def note(diary: Diary, day: date, among: Sequence[Note]) -> None:
    """Write down one of these calls, meetings or visits."""
    kind, category, with_whom, text = diary.pick(among)
    diary.on(
        workday(day),
        lambda day: casework.note_add(
            case=diary.case,
            kind=NoteKind(kind),
            category=Category(category),
            happened_on=day,
            with_whom=diary.say(with_whom),
            text=diary.say(text),
            by=diary.worker,
            again=True,
        ),
    )
