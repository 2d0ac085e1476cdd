"""Inventing children and the people around them. Pure: chance is given, not taken."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from faker import Faker

from sendhub import statutory
from sendhub.demo import numbers
from sendhub.demo.everyday import Like, born_on
from sendhub.demo.words.names import (
    BOYS,
    GIRLS,
    WELSH_BOYS,
    WELSH_FAMILIES,
    WELSH_GIRLS,
)

SEED = 884
Origin = tuple[str, int, str, str, str]
# Where a family comes from, how often, the locale of its names, and its languages.
ORIGINS: tuple[Origin, ...] = (
    ("british", 66, "en_GB", "WBRI", "English"),
    ("welsh", 12, "", "WBRI", "English"),
    ("polish", 9, "pl_PL", "WOTH", "Polish"),
    ("romanian", 5, "ro_RO", "WOTH", "Romanian"),
    ("indian", 4, "en_IN", "AIND", "Malayalam"),
    ("pakistani", 2, "en_PK", "APKN", "Urdu"),
    ("irish", 2, "en_IE", "WIRT", "English"),
)
HERE = [origin for origin in ORIGINS if origin[4] == "English"]
ABROAD = [origin[0] for origin in ORIGINS if origin[4] != "English"]
MIXED = ("MWBC", "MWAS", "MWBA", "MOTH")
# Children's needs as the county publishes them: SEMH, ASD and SLCN stand out.
NEEDS = {
    "SEMH": 27,
    "ASD": 25,
    "SLCN": 20,
    "MLD": 9,
    "SPLD": 6,
    "SLD": 5,
    "PD": 3,
    "HI": 2,
    "PMLD": 1,
    "VI": 1,
    "DS": 1,
}
SECOND = ("SLCN", "SEMH", "ASD", "MLD", "SPLD", "PD", None, None, None)
STREETS = (
    "Orchard Rise",
    "Hopyard Lane",
    "Perry Close",
    "Cidermill Row",
    "Bulmer's Piece",
    "Lugg Meadow Way",
    "Old Kiln Road",
    "Arrow View",
    "Pomona Gardens",
    "Dore Terrace",
    "Redstreak Avenue",
    "Wyebank",
)
TOWNS = {
    "north": (
        ("Leominster", "HR6"),
        ("Bromyard", "HR7"),
        ("Kington", "HR5"),
        ("Hereford", "HR4"),
        ("Ledbury", "HR8"),
    ),
    "south": (
        ("Hereford", "HR1"),
        ("Hereford", "HR2"),
        ("Ross-on-Wye", "HR9"),
        ("Hay-on-Wye", "HR3"),
    ),
}
TRIES = 40
DAYS_IN_YEAR = 365.25
NOBODY_ASKED = 12


@dataclass(frozen=True)
class Home:
    """An address that does not exist, in a town that does."""

    lines: str
    town: str
    postcode: str


@dataclass(frozen=True)
class Invented:
    """Everything about one child that is settled before anything happens."""

    given: str
    family: str
    sex: str
    born_on: date
    ethnicity: str
    language: str
    interpreter: bool
    primary: str
    secondary: str | None
    half: str
    home: Home
    mother: str
    father: str
    upn: str = ""
    uln: str = ""
    nhs_number: str = ""

    def age(self, on: date) -> int:
        """Age in whole years."""
        return statutory.people.age_on(self.born_on, on)


class Cast:
    """Makes children one after another; the same seed makes the same children.

    Their numbers go on from `first`, so that two casts share none.
    """

    def __init__(self, today: date, *, seed: int = SEED, first: int = 1) -> None:
        self.today = today
        self.chance = Random(seed)  # noqa: S311  it must repeat itself
        self.first, self.numbers = first, Counter[str]()
        self.fakers = {
            locale: Faker(locale, use_weighting=False)
            for _, _, locale, _, _ in ORIGINS
            if locale
        }
        for faker in self.fakers.values():
            faker.seed_instance(seed)
        self.names_used: set[str] = set()

    def like(self, like: Like, number: int) -> Invented:
        """Make a child of an everyday story; one in ten speaks another language."""
        origin = ABROAD[number % len(ABROAD)] if number % 10 == 4 else None
        who = self._child(
            half=("north", "south")[number % 2],
            origin=next(o for o in ORIGINS if o[0] == origin)
            if origin
            else self.chance.choices(HERE, [o[1] for o in HERE])[0],
            sex=like.sex,
            born_on=born_on(like, self.today, number),
        )
        second = None if who.secondary == like.need else who.secondary
        return self.numbered(replace(who, primary=like.need, secondary=second))

    def child(self, *, ages: tuple[int, int], half: str | None = None) -> Invented:
        """Make a child of an age today, from a family like those of the county."""
        chance = self.chance
        origin = chance.choices(ORIGINS, [o[1] for o in ORIGINS])[0]
        sex = chance.choices("MF", (70, 30))[0]
        return self.numbered(
            self._child(
                half=half or chance.choice(("north", "south")),
                origin=origin,
                sex=sex,
                born_on=self._born_on(ages),
            )
        )

    def _child(self, *, half: str, origin: Origin, sex: str, born_on: date) -> Invented:
        chance = self.chance
        given, family, mother, father = self.names(origin[0], origin[2], sex)
        primary = chance.choices(list(NEEDS), list(NEEDS.values()))[0]
        secondary = chance.choice(SECOND)
        ethnicity = chance.choice(MIXED) if chance.random() < 0.05 else origin[3]
        return Invented(
            given=given,
            family=family,
            sex=sex,
            born_on=born_on,
            ethnicity=ethnicity,
            language=origin[4],
            interpreter=origin[4] != "English" and chance.random() < 0.45,
            primary=primary,
            secondary=None if secondary == primary else secondary,
            half=half,
            home=self.home(half),
            mother=mother,
            father=father,
        )

    def home(self, half: str) -> Home:
        """Make an address; its postcode has the shape of one and ends unlike most."""
        chance = self.chance
        town, district = chance.choice(TOWNS[half])
        ending = f"{chance.randint(1, 9)}X{chance.choice('XYZ')}"
        lines = f"{chance.randint(1, 94)} {chance.choice(STREETS)}"
        return Home(lines, town, f"{district} {ending}")

    def numbered(self, who: Invented) -> Invented:
        """The same child with the next numbers; no school gives one before four.

        Of one in so many nobody has asked the ethnicity: the return will.
        """
        age = who.age(self.today)
        number = self._next("nhs")
        return replace(
            who,
            ethnicity="" if number % NOBODY_ASKED == 0 else who.ethnicity,
            nhs_number=numbers.nhs_number(number),
            upn=""
            if age < 4
            else numbers.upn(self._next("upn"), year=who.born_on.year + 4),
            uln="" if age < 14 else numbers.uln(self._next("uln")),
        )

    def _next(self, kind: str) -> int:
        self.numbers[kind] += 1
        return self.first - 1 + self.numbers[kind]

    def _born_on(self, ages: tuple[int, int]) -> date:
        youngest, oldest = ages
        days = self.chance.uniform(youngest, oldest + 0.95) * DAYS_IN_YEAR
        return self.today - timedelta(days=round(days))

    def names(self, origin: str, locale: str, sex: str) -> tuple[str, str, str, str]:
        """Names of a child and two parents, if it can be unlike any child before."""
        for _ in range(TRIES):
            given, family, mother, father = self._try_names(origin, locale, sex)
            if f"{given} {family}" not in self.names_used:
                self.names_used.add(f"{given} {family}")
                break
        return given, family, mother, father

    def _try_names(
        self, origin: str, locale: str, sex: str
    ) -> tuple[str, str, str, str]:
        chance = self.chance
        if origin == "welsh":
            family = chance.choice(WELSH_FAMILIES)
            given = chance.choice(WELSH_BOYS if sex == "M" else WELSH_GIRLS)
            mother = f"{chance.choice(WELSH_GIRLS)} {family}"
            return given, family, mother, f"{chance.choice(WELSH_BOYS)} {family}"
        faker = self.fakers[locale]
        his, hers = faker.last_name_male(), faker.last_name_female()
        mother = f"{faker.first_name_female()} {hers}"
        father = f"{faker.first_name_male()} {his}"
        if origin == "british":
            given = chance.choice(BOYS if sex == "M" else GIRLS)
            return given, his, mother, father
        if sex == "M":
            return faker.first_name_male(), his, mother, father
        if origin == "polish":
            return faker.first_name_female(), hers, mother, father
        return faker.first_name_female(), his, mother, father
