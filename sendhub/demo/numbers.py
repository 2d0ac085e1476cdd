"""Invented identifiers whose check characters are right. Pure."""

from sendhub.people import identifiers

NOWHERE = "999"  # no local authority has this number
NO_SCHOOL = "9999"
WEIGHTS = range(10, 1, -1)


def upn(number: int, *, year: int) -> str:
    """A unique pupil number of an authority and a school that do not exist."""
    rest = f"{NOWHERE}{NO_SCHOOL}{year % 100:02d}{number:03d}"
    return identifiers.upn_letter(rest) + rest


def nhs_number(number: int) -> str:
    """The next right number at or after one, in the range kept for tests (999)."""
    for candidate in range(number * 11, number * 11 + 11):
        first = f"999{candidate:06d}"
        digit = (11 - _sum(first)) % 11
        if digit < 10:
            return f"{first}{digit}"
    raise ValueError(number)


def uln(number: int) -> str:
    """The next right unique learner number at or after one."""
    for candidate in range(number * 11, number * 11 + 11):
        first = f"9990{candidate:05d}"
        remainder = _sum(first)
        if remainder:
            return f"{first}{10 - remainder}"
    raise ValueError(number)


def _sum(digits: str) -> int:
    return sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11
