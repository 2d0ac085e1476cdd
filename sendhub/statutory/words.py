"""Dates and small numbers as they are written in letters to families."""

from collections.abc import Iterable
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)


def date_words(on: date) -> str:
    """1 June 2026, whatever the language of the machine."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def number_words(number: int) -> str:
    """Six, sixteen, 45: in words up to twenty."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def uncapital(words: str) -> str:
    """A sentence's beginning as it reads in the middle of another."""
    return words[:1].lower() + words[1:]


def either(names: Iterable[str]) -> str:
    """'a' or 'b'."""
    return " or ".join(f"'{name}'" for name in names)
