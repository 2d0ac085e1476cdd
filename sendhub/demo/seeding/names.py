"""Names as frequent as they are: a few that many share, and many that few have. Pure.

From the lists of Faker (England's are weighted), with the demonstration's own beside
them. A name stands in a list so often that any place of it is as good as any other.
"""

from collections.abc import Mapping, Sequence

from faker.providers.person.en_GB import Provider as English
from faker.providers.person.en_IN import Provider as Indian
from faker.providers.person.pl_PL import Provider as Polish

from sendhub.demo.cast import BOYS, GIRLS, WELSH_BOYS, WELSH_FAMILIES, WELSH_GIRLS

SHARE_OF_OTHERS = 12  # places of a hundred for names from elsewhere
PLACES = 4000

HILLS = [
    "Ash",
    "Beck",
    "Birch",
    "Black",
    "Bram",
    "Brook",
    "Burn",
    "Cald",
    "Chal",
    "Clay",
    "Cole",
    "Crow",
    "Dal",
    "Dun",
    "East",
    "Elm",
    "Fair",
    "Fern",
    "Glen",
    "Green",
    "Hales",
    "Hart",
    "Haw",
    "High",
    "Hol",
    "Kings",
    "Lang",
    "Long",
    "Mar",
    "Mel",
    "Mill",
    "Moor",
    "New",
    "North",
    "Nor",
    "Oak",
    "Orch",
    "Pen",
    "Ray",
    "Red",
    "Rush",
    "Sand",
    "Sher",
    "Shir",
    "South",
    "Stan",
    "Stone",
    "Sut",
    "Thorn",
    "Wal",
    "West",
    "Whit",
    "Wind",
    "Wood",
]
ENDS = [
    "bourne",
    "bridge",
    "bury",
    "combe",
    "cote",
    "croft",
    "dale",
    "den",
    "field",
    "ford",
    "grove",
    "ham",
    "hampton",
    "hill",
    "hurst",
    "ley",
    "low",
    "mead",
    "mere",
    "minster",
    "port",
    "stead",
    "stoke",
    "stow",
    "ton",
    "vale",
    "well",
    "wick",
    "worth",
]


def _places(weights: Mapping[str, float], number: int) -> list[str]:
    """Each name so often as its weight asks, once at least."""
    whole = sum(weights.values())
    return [
        name
        for name, weight in weights.items()
        for _ in range(max(1, round(number * weight / whole)))
    ]


def _evenly(names: Sequence[str]) -> dict[str, float]:
    return dict.fromkeys(names, 1.0)


def _weights(names: object) -> dict[str, float]:
    if isinstance(names, Mapping):
        return {str(name): float(weight) for name, weight in names.items()}
    return _evenly([str(name) for name in names])  # type: ignore[attr-defined]


def _mixed(common: object, others: Sequence[str]) -> list[str]:
    few = PLACES * SHARE_OF_OTHERS // 100
    return [
        *_places(_weights(common), PLACES - few),
        *_places(_evenly(others), few),
    ]


def boys() -> list[str]:
    """First names of boys, in as many places as they are frequent."""
    ours = [*BOYS, *BOYS, *WELSH_BOYS]
    return [*_mixed(English.first_names_male, _few(Polish.first_names_male)), *ours]


def girls() -> list[str]:
    """The same of girls."""
    ours = [*GIRLS, *GIRLS, *WELSH_GIRLS]
    return [*_mixed(English.first_names_female, _few(Polish.first_names_female)), *ours]


def families() -> list[str]:
    """Family names, in as many places as they are frequent."""
    others = [*_few(Polish.last_names), *_few(Indian.last_names), *WELSH_FAMILIES]
    return _mixed(English.last_names, others)


def _few(names: object, number: int = 150) -> list[str]:
    return sorted(_weights(names))[:number]


def villages() -> list[str]:
    """Names of places that schools are called after."""
    return [f"{hill}{end}" for end in ENDS for hill in HILLS]
