"""The stories: what becomes of each request, and how long ago it came."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from sendhub.demo import (
    again,
    corrections,
    family,
    moves,
    papers,
    requests,
    returned,
    schooling,
)
from sendhub.demo.diary import Diary, World, workday
from sendhub.demo.everyday import (
    ASSESSING,
    CEASED,
    DECIDING,
    DRAFT_SENT,
    ISSUING,
    LIVE,
    MORE,
    NOWHERE,
    REFUSED,
    REFUSED_TOO,
    REQUESTED,
    RESOURCED,
    Like,
)
from sendhub.demo.pace import Pace, in_time, pace
from sendhub.demo.words import notes
from sendhub.ehcps.rules import MOVED, OUT_OF_ENGLAND, Matter, Route
from sendhub.people.rules import Provision

PLANS = 50
CEASE_REASONS = ("2", "3", "4", "5", "6", "7", "9", "2", "6")
OLDEST_PLAN = 2100  # days
TO_END = {44: (12, 0, 0), 45: (60, 33, 0), 46: (150, 120, 0), 47: (110, 80, 30)}
"""Plans that are to end: days since the family was asked, was told, and appealed."""
CORRECTED = {20: ("issued_on", 50, True), 24: ("issue_told_on", 3, False)}
"""Dates written down wrong: how many days ago that was found, and whether agreed."""
AGAIN = {36: 9, 39: 60, 41: 180}
"""Children with a plan who are assessed again: days since it was asked for."""
AMENDED = 41
TO_MOVE = {33: (10, 16), 34: (25, -4)}
"""Families with a plan who move: days since it is known, and days until the move."""
NEW_COMMISSIONER = {31: 26}
"""Plans with another health commissioner, and how many days ago that began."""
REVERSED = {
    2: (Route.ORDER, "The tribunal orders the council to assess, by consent."),
    5: (Route.INFORMAL, "The educational psychologist’s report came after all."),
}
MEDIATED = 3
"""The refusal about which the family and the council met in mediation."""
Unfold = Callable[[Diary], None]


@dataclass(frozen=True)
class Plot:
    """One story: how long ago it begins, the child's age today, and what happens."""

    key: str
    began: int
    ages: tuple[int, int]
    unfold: Unfold
    assigned: bool = True
    like: Like | None = None


def plots(world: World) -> Iterator[Plot]:
    """Every story, in the order in which they are told."""
    yield from _requested()
    yield from _assessing(world)
    yield from _drafting(world)
    yield from _ended_early(world)
    yield from _issued(world)
    yield from _ceased(world)
    yield from _without_request()
    yield from _more(world)


def _requested() -> Iterator[Plot]:
    """Just in, at five weeks, and overdue without a decision."""
    for number, began in enumerate((0, 1, 3, 6, 9, 20, 33, 34, 35, 37, 44, 49, 58)):
        yield Plot(
            "requested",
            began,
            (2, 2) if number == 2 else (3 + number % 4, 15),
            partial(_log_only, number=number),
            assigned=number not in (7, 10, 11),
            like=REQUESTED.get(number),
        )


def _log_only(diary: Diary, *, number: int) -> None:
    requests.log(diary, number=number)
    if number > 3:
        papers.note(diary, diary.ago(number // 3), notes.CALLS)


def _assessing(world: World) -> Iterator[Plot]:
    """Assessments with advice outstanding, late and here; then all of it here."""
    for number in range(11):
        yield Plot(
            "assessing",
            38 + 6 * number,
            (3 if number % 3 else 5, 16),
            partial(_assess_only, number=number),
            assigned=number != 6,
            like=ASSESSING.get(number),
        )
    for number, began in enumerate((88, 94, 101, 108, 119)):
        steps = pace(world.chance, in_time=True)
        unfold = partial(_decide_next, steps=steps)
        yield Plot("deciding", began, (4, 16), unfold, like=DECIDING.get(number))


def _assess_only(diary: Diary, *, number: int) -> None:
    told_on = workday(diary.starts_on + timedelta(days=30 + number))
    asked_on = min(workday(told_on + timedelta(days=3)), diary.world.today)
    requests.log(diary, number=number)
    requests.decide_to_assess(diary, min(told_on, diary.world.today))
    kinds = list(requests.ask_for_advice(diary, asked_on))
    # The first have nothing yet; later ones wait for one service, some too long.
    here = kinds[: min(len(kinds) - 1, max(0, number - 2) // 2 + 1)] if number else []
    requests.advice_comes(diary, here, asked_on, late=0.2)
    papers.note(diary, diary.ago(12 + number), notes.MEETINGS)
    papers.note(diary, diary.ago(5), notes.CALLS)
    if number % 3 == 0:
        papers.note(diary, diary.ago(8), notes.HEALTH)


def _decide_next(diary: Diary, *, steps: Pace) -> None:
    requests.assess(diary, steps)
    papers.note(diary, diary.ago(20), notes.MEETINGS)
    papers.note(diary, diary.ago(4), notes.CALLS)


def _drafting(world: World) -> Iterator[Plot]:
    """Plans being written, and drafts with families, some beyond twenty weeks."""
    for number, began in enumerate((102, 108, 116, 124, 131, 150)):
        steps = pace(world.chance, in_time=True)
        yield Plot(
            "issuing",
            began,
            (4, 17),
            partial(_write_next, number=number, steps=steps),
            like=ISSUING.get(number),
        )
    for number, began in enumerate((125, 131, 136, 139, 152, 171)):
        steps = pace(world.chance, in_time=number < 4)
        yield Plot(
            "draft_sent",
            began,
            (4, 17),
            partial(_issue_next, number=number, steps=steps),
            like=DRAFT_SENT.get(number),
        )


def _write_next(diary: Diary, *, number: int, steps: Pace) -> None:
    requests.assess(diary, steps)
    decided_on = min(steps.day(diary.starts_on, "decided"), diary.ago(6))
    requests.decide_to_issue(diary, decided_on)
    if number:
        requests.write(diary, diary.ago(3), whole=number > 2)
    papers.note(diary, diary.ago(4), notes.CALLS)


def _issue_next(diary: Diary, *, number: int, steps: Pace) -> None:
    requests.assess(diary, steps)
    served_on = min(steps.day(diary.starts_on, "served"), diary.ago(5 + number))
    decided_on = min(steps.day(diary.starts_on, "decided"), served_on)
    requests.decide_to_issue(diary, decided_on)
    requests.write(diary, served_on)
    requests.send_draft(diary, served_on)
    if number in (3, 4):
        requests.change_draft(diary, diary.ago(3))
    if number == 4:
        requests.send_draft(diary, diary.ago(2))
    papers.note(diary, diary.ago(2), notes.MEETINGS[1:2])


def _ended_early(world: World) -> Iterator[Plot]:
    """Refused, assessed without a plan, and withdrawn at each stage."""
    for number in range(6):
        yield Plot(
            "refused",
            70 + 83 * number,
            (5, 15),
            partial(_refuse, number=number),
            like=REFUSED.get(number),
        )
    for number in range(4):
        steps = pace(world.chance, in_time=number != 1)
        yield Plot(
            "not_issued",
            170 + 140 * number,
            (6, 16),
            partial(_do_not_issue, number=number, steps=steps),
        )
    for number in range(4):
        steps = pace(world.chance, in_time=True)
        yield Plot(
            "withdrawn",
            150 + 60 * number,
            (5, 18),
            partial(_withdraw, number=number, steps=steps),
        )


def _refuse(diary: Diary, *, number: int, later: bool = False) -> None:
    told_on = workday(diary.starts_on + timedelta(days=33 + 2 * number + 14 * later))
    requests.log(diary, number=number)
    reasons = notes.REFUSED[number % len(notes.REFUSED)]
    requests.decide_to_assess(diary, told_on, assess=False, reasons=reasons)
    papers.note(diary, told_on + timedelta(days=3), notes.CALLS)
    if number == MEDIATED:
        met_on = workday(told_on + timedelta(days=40))
        returned.mediate(diary, met_on, about=Matter.ASSESS)
    if number in REVERSED:
        route, reasons = REVERSED[number]
        requests.reverse(
            diary, diary.ago(30), route, told_on=diary.ago(22), reasons=reasons
        )
        requests.ask_for_advice(diary, diary.ago(20))


def _do_not_issue(diary: Diary, *, number: int, steps: Pace) -> None:
    requests.assess(diary, steps)
    reasons = notes.NOT_ISSUED[number % len(notes.NOT_ISSUED)]
    decided_on = steps.day(diary.starts_on, "decided")
    requests.decide_to_issue(diary, decided_on, issue=False, reasons=reasons)


def _withdraw(diary: Diary, *, number: int, steps: Pace) -> None:
    reason = notes.WITHDRAWN[number % len(notes.WITHDRAWN)]
    if number == 0:
        requests.log(diary)
    elif number == 1:
        requests.log(diary)
        requests.decide_to_assess(diary, steps.day(diary.starts_on, "told"))
    elif number == 2:
        requests.assess(diary, steps)
        requests.decide_to_issue(diary, steps.day(diary.starts_on, "decided"))
    else:
        requests.draft(diary, steps)
    step = ("told", "asked", "served", "issued")[number]
    requests.withdraw(diary, steps.day(diary.starts_on, step), reason)


def _issued(world: World) -> Iterator[Plot]:
    """Live plans, from last week's to those of six years ago."""
    for number in range(PLANS):
        since = round(7 + OLDEST_PLAN * (number / PLANS) ** 1.8)
        steps = pace(world.chance, in_time=in_time(number))
        began = since + steps.issued
        youngest = round(began / 365) + 3
        yield Plot(
            "issued",
            began,
            (youngest, min(19, youngest + 11)),
            partial(_issue, number=number, steps=steps),
            like=replace(LIVE[number], since=since) if number in LIVE else None,
        )


def _more(world: World) -> Iterator[Plot]:
    """Everyday stories for which the others hold no example."""
    for number, (began, like) in enumerate(REFUSED_TOO.items()):
        unfold = partial(_refuse, number=number % 2, later=like.source == "5")
        yield Plot("refused", began, (5, 15), unfold, like=like)
    for number, like in MORE.items():
        steps = pace(world.chance, in_time=in_time(number))
        unfold = partial(_issue, number=number, steps=steps)
        yield Plot("issued", like.since + steps.issued, (4, 16), unfold, like=like)


def _issue(diary: Diary, *, number: int, steps: Pace) -> None:
    requests.draft(diary, steps)
    issued_on = steps.day(diary.starts_on, "issued")
    county = diary.world.county
    special = schooling.special_for(diary.who, issued_on, county)
    if diary.like:
        _issue_everyday(diary, diary.like, issued_on)
    elif special:
        diary.school = special
        requests.issue(diary, issued_on, setting=special)
        family.move_school(diary, special, issued_on + timedelta(days=7))
    else:
        requests.issue(diary, issued_on, setting=diary.school)
    if not in_time(number) and number % 5 == 0:
        requests.excuse(diary, issued_on, "NA-13", notes.EXCUSED)
    _go_on(diary, number)
    papers.note(diary, issued_on + timedelta(days=40), notes.LIVE)
    if number % 4 == 1:
        papers.note(diary, issued_on, notes.MONEY)


def _issue_everyday(diary: Diary, like: Like, issued_on: date) -> None:
    """Name what the story is about, and have the child go there."""
    named = schooling.named_for(like, diary.world.county, diary.school)
    moves_on = issued_on + timedelta(days=7)
    if like.place == "EHE":
        family.home_educated(diary, moves_on)
    elif named is None:
        family.leave_school(diary, moves_on)
    elif named != diary.school and like.place != NOWHERE:
        special = like.place == RESOURCED
        provision = Provision.RESOURCED if special else Provision.ORDINARY
        family.move_school(diary, named, moves_on, provision=provision)
    diary.school = named or diary.school
    arrangement = like.place if named is None else ""
    requests.issue(diary, issued_on, setting=named, arrangement=arrangement)


def _go_on(diary: Diary, number: int) -> None:
    """What becomes of a live plan at certain places in the list."""
    if number in CORRECTED:
        corrections.correct(diary, *CORRECTED[number])
    if number in NEW_COMMISSIONER:
        moves.new_commissioner(diary, NEW_COMMISSIONER[number])
    if number in TO_MOVE:
        moves.announce(diary, *TO_MOVE[number])
    if number in AGAIN:
        again.ask(diary, AGAIN[number], agreed=AGAIN[number] > 14)
    if number == AMENDED:
        again.amend(diary, AGAIN[number])
    if number in TO_END:
        _let_end(diary, *TO_END[number])


def _let_end(diary: Diary, asked: int, told: int, appealed: int) -> None:
    requests.propose_to_end(diary, diary.ago(asked), reason="2", why=notes.END)
    if told:
        requests.give_notice(diary, diary.ago(told))
    if appealed:
        requests.appeal_the_end(diary, diary.ago(appealed))


def _ceased(world: World) -> Iterator[Plot]:
    """Plans that have ended, for most of the reasons that the return knows."""
    for number, reason in enumerate(CEASE_REASONS):
        steps = pace(world.chance, in_time=in_time(PLANS + number))
        old = reason in ("2", "3", "4", "6")
        lasted = 500 + 120 * number if old else 200 + 50 * number
        ceased = 20 + 70 * number
        yield Plot(
            "ceased",
            steps.issued + lasted + ceased,
            (18, 22) if old else (9, 14),
            partial(_cease, reason=reason, ceased=ceased, steps=steps),
            like=replace(CEASED[number], since=ceased) if number in CEASED else None,
        )


def _cease(diary: Diary, *, reason: str, ceased: int, steps: Pace) -> None:
    requests.draft(diary, steps)
    issued_on = steps.day(diary.starts_on, "issued")
    requests.issue(diary, issued_on, setting=diary.school)
    if reason in MOVED:
        moves.leave(diary, ceased, abroad=reason == OUT_OF_ENGLAND)
        return
    detail = {"4": notes.CEASED[0], "2": notes.CEASED[1]}
    requests.cease(
        diary, diary.ago(ceased), reason=reason, detail=detail.get(reason, "")
    )


def _without_request() -> Iterator[Plot]:
    """Children whom other services know, and three who came from elsewhere."""
    came = {1: _by_mistake, 2: _in_assessment, 4: _plan_to_come, 5: _with_plan}
    for number in range(6):
        unfold = came.get(number, lambda diary: None)
        ages = (2, 3) if number in (3, 4) else (4, 15)  # known to early years
        yield Plot(f"known_{number}", 90 + 40 * number, ages, unfold)


def _by_mistake(diary: Diary) -> None:
    corrections.log_by_mistake(diary, 60)


def _in_assessment(diary: Diary) -> None:
    moves.come_in_assessment(diary, moved=31)


def _plan_to_come(diary: Diary) -> None:
    moves.wait_for_plan(diary, moved=45, chased=17)


def _with_plan(diary: Diary) -> None:
    moves.come_with_plan(diary, moved=36)
    corrections.correct_transfer(diary, 3)
