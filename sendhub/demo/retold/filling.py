"""Who each copy is: another child, another school, another officer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db import connection

from sendhub.accounts.roles import RoleKey
from sendhub.demo.cast import ORIGINS, Invented
from sendhub.demo.diary import Diary, World
from sendhub.demo.everyday import Like, born_on
from sendhub.demo.mix import YEAR, Cell, Original
from sendhub.demo.retold.copying import begin, tell_again
from sendhub.demo.retold.county import LAST_DAY, county_copies
from sendhub.demo.retold.limits import deadlines_again
from sendhub.demo.retold.places import Dealer, Places
from sendhub.people.models import Attendance

COPY = (
    "INSERT INTO retelling (copy, original, days, set, given_names, family_name,"
    " born_on, lines, town, postcode) SELECT * FROM unnest(%s::bigint[], %s::bigint[],"
    " %s::int[], %s::int[], %s::text[], %s::text[], %s::date[], %s::text[],"
    " %s::text[], %s::text[])"
)
SWAP = (
    "INSERT INTO retelling_swap (set, target, old, new)"
    " SELECT * FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[])"
)
WORD = (
    "INSERT INTO retelling_words (set, old, new)"
    " SELECT * FROM unnest(%s::int[], %s::text[], %s::text[])"
)
OLDEST = 3600  # days: no request of a plan that is told again came earlier
Row = tuple[str | int | date, ...]
Everyday = Mapping[int, tuple[Diary, Like]]
Told = tuple[str, Diary]
Shares = Mapping[str, Sequence[tuple[int, float]]]


def county_tell_again(world: World, told: Sequence[Told], shares: Shares) -> list[int]:
    """Tell the everyday stories again, of all the other children of the county."""
    here = {one.child.pk: (one, one.like) for _, one in told if one.like}
    originals = [
        original for key, diary in told if (original := _original(key, diary, world))
    ]
    copies = county_copies(originals, world.today)
    begin()
    _Filling(world, here, shares).fill(copies)
    made = tell_again()
    deadlines_again(
        [child for child, copy in zip(made, copies, strict=True) if copy.days]
    )
    return made


def _original(key: str, diary: Diary, world: World) -> Original | None:
    """What of a story matters for its copies; none where it is told once."""
    like, today = diary.like, world.today
    began = (today - diary.starts_on).days
    if like is None:
        return None
    room = LAST_DAY[key] - began if key in LAST_DAY else like.room(today)
    traits = {"need": like.need, "sex": like.sex, "source": like.source, "stage": key}
    since = None
    if key == "issued":
        diary.plan.refresh_from_db()
        since = (today - (diary.plan.issued_on or today)).days
        met = diary.case.deadlines.get(rule="NA-13", about_id=diary.assessment.pk)
        traits |= {
            "place": like.place,
            "timely": "in" if met.ended == "met" else "late",
        }
    if key == "ceased":
        diary.plan.refresh_from_db()
        traits["ceased"] = str(diary.plan.cease_reason_id).partition(":")[2]
    room = min(room, OLDEST - began)
    if room < 0:
        return None
    return Original(diary.child.pk, key, began, since, room, like.age, traits)


class _Filling:
    """Fills the tables that the copying reads."""

    def __init__(self, world: World, here: Everyday, shares: Shares) -> None:
        self.world, self.here, self.shares = world, here, shares
        self.places, self.officers = Places(world.county), Dealer()
        self.stays: dict[int, list[Attendance]] = defaultdict(list)
        for stay in Attendance.objects.filter(child__in=list(here)):
            self.stays[stay.child_id].append(stay)
        self.copies: list[Row] = []
        self.swaps: list[Row] = []
        self.words: list[Row] = []

    def fill(self, copies: Iterable[Cell]) -> None:
        """One row for each copy, and what is other than in its original's life."""
        for number, cell in enumerate(copies, start=1):
            self._add(number, cell, *self.here[cell.original.child])
        with connection.cursor() as cursor:
            for into, rows in (
                (COPY, self.copies),
                (SWAP, self.swaps),
                (WORD, self.words),
            ):
                cursor.execute(
                    into, [list(column) for column in zip(*rows, strict=True)]
                )

    def _add(self, number: int, cell: Cell, diary: Diary, like: Like) -> None:
        who = diary.who
        older = replace(like, age=like.age + cell.days // YEAR)
        given, family, mother, father = self._names(who)
        home = self.world.cast.home(who.half)
        self.copies.append(
            (
                number,
                cell.original.child,
                cell.days,
                number,
                given,
                family,
                born_on(older, self.world.today, number),
                home.lines,
                home.town,
                home.postcode,
            )
        )
        self._parents(number, who, (mother, father))
        self._officer(number, diary)
        swapped = self.places.swaps(
            self.stays[cell.original.child],
            half=who.half,
            age=older.age,
        )
        self._swap(number, "schools_setting", swapped)

    def _names(self, who: Invented) -> tuple[str, str, str, str]:
        """Names like those of the original's family."""
        origins = [one for one in ORIGINS if one[4] == who.language]
        chance = self.world.chance
        origin = chance.choices(origins, [one[1] for one in origins])[0]
        return self.world.cast.names(origin[0], origin[2], who.sex)

    def _parents(self, number: int, who: Invented, names: tuple[str, str]) -> None:
        """Other family names; first names stay, as the notes use them alone."""
        for old, new in zip((who.mother, who.father), names, strict=True):
            first, _, family = old.rpartition(" ")
            if family != who.family:
                other = new.rpartition(" ")[2]
                self.words.append((number, old, f"{first} {other}"))

    def _officer(self, number: int, diary: Diary) -> None:
        """The caseworker of the half who has most room for one more."""
        if diary.officer is None:
            return
        share = dict(self.shares[diary.who.half])
        chosen = self.officers.next(list(share), lambda one: share[one])
        officer = self.world.county.one(RoleKey.CASEWORKER, chosen)
        self._swap(number, "accounts_user", {diary.officer.pk: officer.pk})

    def _swap(self, number: int, target: str, swapped: Mapping[int, int]) -> None:
        self.swaps += [
            (number, target, str(old), str(new))
            for old, new in swapped.items()
            if old != new
        ]
