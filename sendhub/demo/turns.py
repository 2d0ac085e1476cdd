"""What happens besides, to the children at certain places in the list of stories."""

from datetime import date, timedelta
from functools import partial

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.casework import actions as casework
from sendhub.casework.rules import Category, NoteKind
from sendhub.core import clock
from sendhub.demo import family, papers
from sendhub.demo.diary import Diary
from sendhub.demo.words import notes
from sendhub.ehcps.rules import Stage
from sendhub.people import actions as people
from sendhub.people.rules import StatusKind

LOOKED_AFTER = {7: "884", 31: "884", 64: "330", 82: "884", 97: "884"}
IN_NEED = (12, 40, 66, 90, 104)
PROTECTED = (23, 88)
YOUNG_CARERS = (5, 49)
MOVED = {28: "south", 61: "north"}
NEW_NAME = {70: "Fairweather"}
DIED = 95
RESTRICTED = (19, 74)
HANDED_OVER = (15, 33)
TARGETS = (10, 40)
TASKS = {  # what is to be done, and how many days from today
    6: ("Ring the school about transport", -2),
    14: ("Ask the family which days suit a meeting", 0),
    21: ("Send the banding form to finance", 4),
    30: ("Ask for the dates of the next review", 20),
    44: ("Check the new address with the family", -5),
}
TOLD = (9, 25)
TWINS = {59: 58}  # the second of a pair, and the first
LOOKALIKES = {118: 117}
RECORDED_TWICE = 36
AT_HOME, MISSING, CARER = "known_0", "known_1", "known_2"


def take(diary: Diary, number: int, key: str) -> None:
    """Add what happens to the child at this place."""
    later = diary.starts_on + timedelta(days=21)
    _statuses(diary, number, key)
    if number in MOVED:
        family.house_move(diary, later, to_half=MOVED[number])
    if number in NEW_NAME:
        family.new_name(diary, later, NEW_NAME[number])
    if number == DIED:
        died_on = diary.ago(58)
        diary.on(diary.ago(55), partial(_die, diary, died_on))
    if number in RESTRICTED:
        _restriction(diary, number, later)
    if number in HANDED_OVER:
        diary.on(diary.ago(9), partial(_hand_over, diary))
    if number in TARGETS:
        diary.on(diary.world.today, partial(_promise, diary))
    if number == RECORDED_TWICE:
        diary.on(diary.ago(20), partial(_record_again, diary))
        diary.on(diary.ago(6), partial(_merge, diary))
    _among_colleagues(diary, number)


def _among_colleagues(diary: Diary, number: int) -> None:
    """What colleagues ask of each other on this case."""
    if number in TASKS:
        diary.on(diary.ago(8), partial(_ask, diary, *TASKS[number]))
    if number in TOLD:
        diary.on(diary.ago(2), partial(_tell, diary))


def _statuses(diary: Diary, number: int, key: str) -> None:
    since = diary.starts_on + timedelta(days=14)
    if number in IN_NEED:
        family.status(diary, StatusKind.CHILD_IN_NEED, since)
        papers.note(diary, since + timedelta(days=14), notes.SOCIAL[:1])
    if number in PROTECTED:
        family.status(diary, StatusKind.PROTECTION_PLAN, since, detail="Neglect")
    if number in YOUNG_CARERS or key == CARER:
        family.status(diary, StatusKind.YOUNG_CARER, since, detail="Cares for a parent")
    if number in LOOKED_AFTER:
        papers.note(diary, since + timedelta(days=30), notes.SOCIAL[1:])
    if key == AT_HOME:
        family.home_educated(diary, since)
    if key == MISSING:
        family.status(diary, StatusKind.MISSING_EDUCATION, since)
    if number == IN_NEED[0]:
        diary.on(diary.ago(2), partial(_status_ends, diary))


def _status_ends(diary: Diary, day: date) -> None:
    for status in diary.child.statuses.filter(kind=StatusKind.CHILD_IN_NEED):
        people.status_end(status=status, ends_on=day, by=diary.worker)


def _die(diary: Diary, died_on: date, day: date) -> None:
    diary.child = people.child_died(
        child=diary.child,
        died_on=died_on,
        by=diary.manager,
    )


def _record_again(diary: Diary, day: date) -> None:
    """A colleague records the child once more, with the first names shortened."""
    colleague = diary.world.county.one(RoleKey.HUB_COORDINATOR)
    again = people.child_record(
        given_names=diary.child.given_names[:3],
        family_name=diary.child.family_name,
        born_on=diary.child.born_on,
        sex=diary.child.sex,
        communication_needs="Uses picture cards; give time to answer.",
        by=colleague,
    )
    people.status_start(
        child=again, kind=StatusKind.YOUNG_CARER, starts_on=day, by=colleague
    )
    diary.second = again


def _merge(diary: Diary, day: date) -> None:
    """The data officer brings the two records together."""
    kept, other = diary.child, diary.second
    kept.refresh_from_db()
    other.refresh_from_db()
    people.children_merge(
        kept=kept,
        other=other,
        taken=["communication_needs"],
        shown=people.shown_of(kept, other),
        by=diary.world.county.one(RoleKey.DATA_OFFICER),
    )


def _restriction(diary: Diary, number: int, day: date) -> None:
    """Restrict the record; one is asked for since, the other was opened in need."""
    diary.on(day, partial(_restrict, diary))
    if number == RESTRICTED[0]:
        diary.on(diary.ago(1), partial(_ask_for, diary))
    else:
        diary.on(diary.ago(40), partial(_break_glass, diary, reviewed=True))
        diary.on(diary.ago(2), partial(_break_glass, diary, reviewed=False))


def _restrict(diary: Diary, day: date) -> None:
    diary.child = people.child_restrict(
        child=diary.child,
        named=[diary.worker, diary.manager],
        reason="A relative of the child works in the service.",
        by=diary.world.county.one(RoleKey.SERVICE_MANAGER),
    )


def _colleague(diary: Diary) -> User:
    """A caseworker who may not open the record."""
    workers = diary.world.county.staff[RoleKey.CASEWORKER]
    return next(user for user in workers if user not in (diary.worker, diary.manager))


def _ask_for(diary: Diary, day: date) -> None:
    people.access_ask(
        child=diary.child,
        reason="I cover for the caseworker next week and the school rings daily.",
        by=_colleague(diary),
    )


def _break_glass(diary: Diary, day: date, *, reviewed: bool) -> None:
    """Open the record for a few minutes; the head of service reviews the first time."""
    colleague = _colleague(diary)
    grant = people.glass_break(
        child=diary.child,
        reason="The out-of-hours team asks which school must be told before tomorrow.",
        by=colleague,
    )
    with clock.pretend(clock.now() + timedelta(minutes=20)):
        people.access_give_back(grant=grant, by=colleague)
        if reviewed:
            people.glass_review(
                grant=grant,
                review_note="Needed. I spoke to the out-of-hours team.",
                by=diary.world.county.one(RoleKey.SERVICE_MANAGER),
            )


def _hand_over(diary: Diary, day: date) -> None:
    """Give the case to a colleague of the same team."""
    workers = diary.world.county.staff[RoleKey.CASEWORKER]
    colleagues = [
        user
        for user in workers
        if user.team == diary.worker.team and user != diary.officer
    ]
    casework.case_assign(
        case=diary.case,
        officer=colleagues[0],
        handover=diary.say(notes.HANDOVER),
        by=diary.manager,
    )
    diary.officer = colleagues[0]


def _ask(diary: Diary, what: str, days: int, day: date) -> None:
    """The manager asks whoever works on the case."""
    casework.task_add(
        case=diary.case,
        what=what,
        given_to=diary.worker,
        due_on=max(clock.today(), diary.world.today + timedelta(days=days)),
        by=diary.manager,
    )


def _tell(diary: Diary, day: date) -> None:
    """Write a note that the manager is to see, or the officer where the manager did."""
    by = diary.worker
    told = (
        diary.manager
        if by != diary.manager
        else diary.world.county.one(RoleKey.SERVICE_MANAGER)
    )
    casework.note_add(
        case=diary.case,
        kind=NoteKind.CALL,
        category=Category.GENERAL,
        happened_on=day,
        with_whom=diary.say("{mother}"),
        text=diary.say("{mother} asks to speak to a manager about the delay."),
        by=by,
        again=True,
        tell=[told],
    )


def _promise(diary: Diary, day: date) -> None:
    """Set a target beside the next limit, which has passed or will."""
    diary.assessment.refresh_from_db(fields=["stage"])
    rule = "NA-03" if diary.assessment.stage == Stage.REQUESTED else "NA-13"
    deadline = diary.case.deadlines.get(rule=rule, about_id=diary.assessment.pk)
    casework.target_set(
        deadline=deadline,
        target_on=diary.world.today + timedelta(days=10),
        target_reason="The report was promised for next week; the family knows.",
        by=diary.manager,
    )
