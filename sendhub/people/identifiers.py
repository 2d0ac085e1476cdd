"""Checking identifiers exactly as their issuers define them (data standards 4.3).

Each function takes what was typed and gives the stored form, or raises RuleBroken
with a sentence for the person who typed it. Pure.
"""

import re

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken

UPN_ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ"
TEMPORARY_ULN = "9999999999"
POSTCODE = re.compile(r"^[A-Z]{1,2}[0-9][0-9A-Z]?\s[0-9][ABD-HJLNP-UWXYZ]{2}$")
UPN = re.compile(rf"^[{UPN_ALPHABET}][0-9]{{11}}[0-9{UPN_ALPHABET}]$")
TEN_DIGITS = re.compile(r"^[0-9]{10}$")
URN = re.compile(r"^[0-9]{6}$")
UKPRN = re.compile(r"^1[0-9]{7}$")


def _squeeze(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed).upper()


def upn_letter(rest: str) -> str:
    """Work out the check letter of a UPN from its other twelve characters."""
    values = [
        int(char) if char.isdigit() else UPN_ALPHABET.index(char) for char in rest
    ]
    total = sum(value * place for place, value in enumerate(values, start=2))
    return UPN_ALPHABET[total % 23]


def upn(typed: str) -> str:
    """Check a unique pupil number; a temporary one ends in a letter."""
    value = _squeeze(typed)
    if not UPN.match(value):
        raise RuleBroken(
            "A UPN has 13 characters: a letter, eleven digits, then a digit or, for a "
            "temporary UPN, a letter. The letters I, O and S are not used.",
            "upn",
        )
    if upn_letter(value[1:]) != value[0]:
        raise RuleBroken(
            "This UPN's check letter is wrong: one of its characters was mistyped.",
            "upn",
        )
    return value


def _modulo_11(digits: str) -> int:
    weights = range(10, 1, -1)
    return sum(int(d) * w for d, w in zip(digits[:9], weights, strict=True)) % 11


def uln(typed: str) -> str:
    """Check a unique learner number (ten digits, the last a check digit)."""
    value = _squeeze(typed)
    if not TEN_DIGITS.match(value):
        raise RuleBroken("A ULN has ten digits.", "uln")
    if value == TEMPORARY_ULN:
        raise RuleBroken(
            "9999999999 only stands for a ULN not known yet. Leave the box empty.",
            "uln",
        )
    remainder = _modulo_11(value)
    if remainder == 0 or 10 - remainder != int(value[9]):
        raise RuleBroken(
            "This ULN's check digit is wrong: one of its digits was mistyped.", "uln"
        )
    return value


def nhs_number(typed: str) -> str:
    """Check an NHS number (ten digits, the last a check digit)."""
    value = _squeeze(typed)
    if not TEN_DIGITS.match(value):
        raise RuleBroken("An NHS number has ten digits.", "nhs_number")
    digit = (11 - _modulo_11(value)) % 11
    if digit == 10 or digit != int(value[9]):
        raise RuleBroken(
            "This NHS number's check digit is wrong: one of its digits was mistyped.",
            "nhs_number",
        )
    return value


def postcode(typed: str) -> str:
    """Check a postcode and write it with its one space."""
    squeezed = _squeeze(typed)
    value = f"{squeezed[:-3]} {squeezed[-3:]}"
    if not POSTCODE.match(value):
        raise RuleBroken("Enter a full UK postcode, like HR4 0LE.", "postcode")
    return value


def urn(typed: str) -> str:
    """Check a setting's unique reference number."""
    value = _squeeze(typed)
    if not URN.match(value):
        raise RuleBroken("A URN has six digits.", "urn")
    return value


def ukprn(typed: str) -> str:
    """Check a provider's reference number."""
    value = _squeeze(typed)
    if not UKPRN.match(value):
        raise RuleBroken("A UKPRN has eight digits, the first a 1.", "ukprn")
    return value


PHONE = re.compile(r"\+?[\d\s()./-]+(?:(?:ext\.?|x)\s*\d+)?", re.IGNORECASE)
FEWEST_DIGITS = 6


def phone(typed: str) -> str:
    """Check that somebody could ring it; it is kept as people write it."""
    digits = sum(letter.isdigit() for letter in typed)
    if digits < FEWEST_DIGITS or not PHONE.fullmatch(typed):
        raise RuleBroken(
            "Enter a phone number in digits, like 01432 260000 or 01432 260000 ext 12."
        )
    return typed


class Elsewhere(TextChoices):
    """Systems of others that know a child by a number of their own (PPL-13)."""

    MOSAIC = "mosaic", "Mosaic (social care)"
    SCHOOL = "school", "School’s own system"
    NHS_TRUST = "nhs_trust", "NHS trust"


ELSEWHERE_NUMBER = r"^[A-Z0-9][A-Z0-9/.-]{0,29}$"


def number_elsewhere(typed: str) -> str:
    """The number as it is kept: capitals, no spaces; others decide what else it is."""
    value = "".join(typed.split()).upper()
    if not re.match(ELSEWHERE_NUMBER, value):
        raise RuleBroken(
            "Enter at most 30 letters and digits; hyphens, dots and strokes may stand "
            "among them.",
            "number",
        )
    return value
