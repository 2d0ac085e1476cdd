"""What happens to one child of the nurture hubs, from the referral to a year after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from sendhub.accounts.roles import RoleKey
from sendhub.demo import family, schooling
from sendhub.demo.cast import DAYS_IN_YEAR
from sendhub.demo.county import PRIMARY as PRIMARY_SCHOOL
from sendhub.demo.county import SECONDARY as SECONDARY_SCHOOL
from sendhub.demo.diary import Act, Diary, World, workday
from sendhub.demo.hubs import Stay
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import (
    Hub,
    HubPlace,
    Referral,
    Talk,
    Target,
    TransitionStep,
)
from sendhub.nurture_hubs.rules import Need, Party, Phase, VisitKind
from sendhub.nurture_hubs.rules.ends import Next, Point, Where
from sendhub.nurture_hubs.rules.measures import Instrument, Scale, Stage, scales_of
from sendhub.schools.models import Setting

REASONS = (
    "{child} runs out of class when it is loud and hides under tables.",
    "{child} hits other children at playtime and cannot say why.",
    "{child} clings to adults and does not settle after weekends.",
    "{child} has lost a parent and will not speak in class.",
)
TRIED = (
    "A key adult, a quiet corner, a shorter day for four weeks.",
    "Play therapy for a term; advice from the Behaviour Support Team.",
    "Visual timetable and sensory breaks; the family came to three meetings.",
)
SEEN = "{child} joins in with one adult near, and leaves when the group grows."
ADVISED = "Fewer changes of adult; a calm start at the door; praise for coming back."
TARGETS = (
    "Stays in the room for a whole story",
    "Asks an adult for help instead of leaving",
    "Plays beside another child for ten minutes",
)
STEPS = (
    ("Two visits to the new class with the key adult", "Hub school", 28),
    ("Meeting of both teachers", "Both schools", 21),
    ("A letter to the class from the hub", "Hub school", 7),
)
NEEDS = (Need.USUAL, Need.HIGH, Need.USUAL, Need.URGENT)
WEEKS_BEFORE = (8, 12, 9, 15, 10, 11)
TOLD_WHOLE = 550  # days
AGE = {Phase.PRIMARY: (4, 6), Phase.SECONDARY: (11, 12)}


@dataclass
class HubDiary(Diary):
    """The story of one child who was referred to the hubs."""

    hub: Hub = field(init=False)
    comes_from: Setting = field(init=False)
    referral: Referral = field(init=False)
    place: HubPlace = field(init=False)
    target: Target = field(init=False)

    @property
    def is_recent(self) -> bool:
        """Whether everything of it is told; of older stories the outline is."""
        return (self.world.today - self.starts_on).days < TOLD_WHOLE


def tell(world: World, hubs: Mapping[str, Hub], stay: Stay, number: int) -> None:
    """Live through one child's stay, as far as it has come."""
    weeks = WEEKS_BEFORE[number % len(WEEKS_BEFORE)]
    diary = begin(world, hubs[stay.hub.name], stay, number=number, weeks=weeks)
    refer(diary, number=number, parties=tuple(Party))
    diary.on(workday(stay.allocated_on), partial(_allocate, diary, stay))
    _measured(diary, stay, number)
    _ended(diary, stay, number)
    diary.live_through()


def begin(world: World, hub: Hub, stay: Stay, *, number: int, weeks: int) -> HubDiary:
    """Invent a child who is referred so many weeks before the first day."""
    primary = stay.hub.phase == Phase.PRIMARY
    years = (world.today - stay.starts_on).days / DAYS_IN_YEAR
    youngest, oldest = (max(3, int(age + years)) for age in AGE[stay.hub.phase])
    hosts = [world.county.named(name) for name in stay.hub.hosts]
    there = world.county.schools(
        stay.hub.half, PRIMARY_SCHOOL if primary else SECONDARY_SCHOOL
    )
    others = [school for school in there if school not in hosts]
    school = hosts[0] if stay.from_host else others[number % len(others)]
    diary = HubDiary(
        world=world,
        who=world.cast.child(ages=(youngest, oldest), half=stay.hub.half),
        school=school,
        officer=world.county.one(RoleKey.HUB_COORDINATOR),
        starts_on=workday(stay.starts_on - timedelta(weeks=weeks)),
    )
    diary.hub, diary.comes_from = hub, school
    began = schooling.starts_at(diary.who, 4 if primary else 11)
    family.record(diary, [(min(began, diary.starts_on), school)])
    family.parents(diary, number=number)
    return diary


def refer(
    diary: HubDiary, *, number: int, parties: tuple[Party, ...], consent: bool = True
) -> None:
    """The school refers; the team looks; coordinator and hub school agree."""
    start = diary.starts_on
    diary.on(start, partial(_log, diary, number, consent))
    for days, kind, words in (
        (6, VisitKind.OBSERVATION, SEEN),
        (13, VisitKind.ADVICE, ADVISED),
    ):
        when_past(
            diary, start + timedelta(days=days), partial(_visit, diary, kind, words)
        )
    when_past(
        diary, start + timedelta(days=8), partial(_measure, diary, Stage.REFERRAL, 0)
    )
    for days, party in ((18, Party.COORDINATOR), (25, Party.SCHOOL)):
        if party in parties:
            diary.on(start + timedelta(days=days), partial(agree, diary, party))


def _log(diary: HubDiary, number: int, consent: bool, day: date) -> None:
    diary.referral = actions.referral_log(
        child=diary.child,
        by=diary.worker,
        officer=diary.officer,
        age_checked=True,
        received_on=day,
        setting=diary.comes_from,
        by_team=number % 9 == 4,
        referrer="The SENCO",
        need=NEEDS[number % len(NEEDS)],
        reasons=diary.say(REASONS[number % len(REASONS)]),
        tried=TRIED[number % len(TRIED)],
        consent_on=day if consent else None,
        consent_by=diary.who.mother if consent else "",
    )


def _visit(diary: HubDiary, kind: VisitKind, words: str, day: date) -> None:
    actions.visit_log(
        child=diary.child,
        by=diary.worker,
        kind=kind,
        on=day,
        visitor="Owen Maddox, Behaviour Support Team",
        setting=diary.comes_from,
        found=diary.say(words),
    )


def agree(
    diary: HubDiary, party: Party, day: date, *, agreed: bool = True, says: str = ""
) -> None:
    actions.agreement_record(
        referral=diary.referral,
        hub=diary.hub,
        by=diary.worker,
        party=party,
        agreed=agreed,
        on=day,
        conditions=says,
        document=None,
    )


def _allocate(diary: HubDiary, stay: Stay, day: date) -> None:
    diary.place = actions.place_allocate(
        referral=diary.referral,
        hub=diary.hub,
        by=diary.worker,
        stay={"starts_on": stay.starts_on, "ends_on": stay.ends_on},
    )


# --- how the child gets on


def _measured(diary: HubDiary, stay: Stay, number: int) -> None:
    """Measures and a target at entry, half-way and at exit."""
    middle = stay.starts_on + (stay.ends_on - stay.starts_on) / 2
    stages = [
        (Stage.ENTRY, stay.starts_on + timedelta(days=9), 1),
        (Stage.EXIT, stay.ends_on - timedelta(days=8), 3 if number % 6 == 5 else 6),
    ]
    if diary.is_recent:
        stages.append((Stage.MID, middle, 3))
    for stage, day, better in stages:
        when_past(diary, day, partial(_measure, diary, stage, better))
        when_past(diary, day, partial(_target, diary, stage, better, number))


def _measure(diary: HubDiary, stage: Stage, better: int, day: date) -> None:
    """Numbers that move a little each time, and not for every child."""
    for instrument in (Instrument.BOXALL, Instrument.SDQ, Instrument.ATTENDANCE):
        if stage == Stage.REFERRAL and instrument == Instrument.BOXALL:
            continue
        actions.measure_record(
            referral=diary.referral,
            by=diary.worker,
            stage=stage,
            instrument=instrument,
            measured_on=day,
            measured_by="The hub's teacher" if better else "The class teacher",
            scores={
                scale.key: _number(diary, scale, better)
                for scale in scales_of(instrument)
            },
        )


def _number(diary: HubDiary, scale: Scale, better: int) -> Decimal:
    chance = diary.world.chance
    if scale.instrument == Instrument.ATTENDANCE:
        return Decimal(min(100, chance.randint(74, 88) + 2 * better))
    if scale.more_is_better:
        return Decimal(min(10, chance.randint(1, 4) + better // 2 + better % 2))
    return Decimal(max(0, chance.randint(5, 9) - better + better // 3))


def _target(diary: HubDiary, stage: Stage, better: int, number: int, day: date) -> None:
    if stage == Stage.ENTRY:
        diary.target = actions.target_add(
            referral=diary.referral,
            words=TARGETS[number % len(TARGETS)],
            set_on=day,
            at_entry=better,
            by=diary.worker,
        )
        return
    actions.target_rate(
        target=diary.target,
        by=diary.worker,
        at_entry=1,
        half_way=3,
        at_exit=better + 2 if stage == Stage.EXIT else None,
    )


# --- the end


def _ended(diary: HubDiary, stay: Stay, number: int) -> None:
    """The talk, the steps that it agreed on, and where the child is afterwards."""
    ends_on = stay.ends_on
    arranged_on, held_on = (
        ends_on - timedelta(days=68),
        workday(ends_on - timedelta(days=42)),
    )
    when_past(diary, arranged_on, partial(_arrange, diary, held_on))
    when_past(diary, held_on, partial(_hold, diary, stay, number))
    for what, who, days in STEPS if diary.is_recent else STEPS[:1]:
        due_on = ends_on - timedelta(days=days)
        when_past(diary, held_on, partial(_step, diary, what, who, due_on))
        when_past(diary, due_on - timedelta(days=1), partial(_done, diary, what))
    for point, days in (
        (Point.EXIT, 4),
        (Point.SIX_MONTHS, 190),
        (Point.TWELVE_MONTHS, 372),
    ):
        day = ends_on + timedelta(days=days)
        if not (point == Point.TWELVE_MONTHS and number % 11 == 7):
            when_past(diary, day, partial(_say_where, diary, point, number))


def when_past(diary: HubDiary, day: date, act: Act) -> None:
    """Plan an act for a working day; none that is still to come."""
    if day <= diary.world.today:
        diary.on(workday(day), act)


def _arrange(diary: HubDiary, planned_for: date, day: date) -> None:
    actions.talk_arrange(
        place=diary.place, planned_for=planned_for, day_checked=True, by=diary.worker
    )


def _hold(diary: HubDiary, stay: Stay, number: int, day: date) -> None:
    stays = not stay.from_host and number % 4 == 1
    decision = Next.CLASS if stay.from_host else Next.STAY if stays else Next.RETURN
    school = diary.place.hub.hosts_on(day)[0] if stays else diary.comes_from
    actions.talk_hold(
        place=diary.place,
        by=diary.worker,
        held_on=day,
        family=True,
        original_school=not stay.from_host,
        hub_school=True,
        coordinator=True,
        absent_because="",
        decision=decision,
        setting=school,
        views=diary.say("{mother} has seen {child} grow. All agree."),
    )


def _step(diary: HubDiary, what: str, who: str, due_on: date, day: date) -> None:
    talk = Talk.objects.standing().get(place=diary.place)
    actions.step_add(talk=talk, what=what, who=who, due_on=due_on, by=diary.worker)


def _done(diary: HubDiary, what: str, day: date) -> None:
    step = TransitionStep.objects.get(talk__place=diary.place, what=what)
    actions.step_do(step=step, done_on=day, by=diary.worker)


def _say_where(diary: HubDiary, point: Point, number: int, day: date) -> None:
    talk = Talk.objects.standing().get(place=diary.place)
    stayed = talk.decision in (Next.STAY, Next.CLASS)
    where = Where.HUB_SCHOOL if stayed else Where.ORIGINAL
    setting = talk.next_setting
    if point != Point.EXIT and number % 10 == 6:
        where, setting = Where.SPECIAL, diary.world.county.named("The Brookfield")
    actions.destination_record(
        place=diary.place,
        by=diary.worker,
        point=point,
        on=day,
        where=where,
        setting=setting,
        words=diary.say("{child} is settled and comes in on time."),
    )
