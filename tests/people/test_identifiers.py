"""Identifiers as their issuers define them (data standards 4.3)."""

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sendhub.core.errors import RuleBroken
from sendhub.people import identifiers as ids

DIGITS = "0123456789"


def upns(last: str = DIGITS) -> st.SearchStrategy[str]:
    """Valid UPNs; `last` says what the thirteenth character may be."""
    rest = st.tuples(
        st.text(DIGITS, min_size=11, max_size=11), st.sampled_from(last)
    ).map("".join)
    return rest.map(lambda text: ids.upn_letter(text) + text)


def check_digit(nine: str) -> int:
    return sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True)) % 11


def nine_digits_leaving(remainder: int) -> st.SearchStrategy[str]:
    """Nine digits whose weighed sum leaves this remainder, the last one made to fit."""
    eight = st.text(DIGITS, min_size=8, max_size=8)
    nines = eight.map(
        lambda n: [n + d for d in DIGITS if check_digit(n + d) == remainder]
    )
    return nines.filter(bool).map(lambda found: found[0])


nine_digits = st.text(DIGITS, min_size=9, max_size=9)
ulns = nine_digits.filter(lambda n: check_digit(n) != 0).map(
    lambda n: f"{n}{10 - check_digit(n)}"
)
nhs_numbers = nine_digits.filter(lambda n: check_digit(n) != 1).map(
    lambda n: f"{n}{(11 - check_digit(n)) % 11}"
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("H801200001001", "H801200001001"),
        ("h801 2000 01001", "H801200001001"),
        ("H-801200001-001", "H801200001001"),
        ("U80120000100A", "U80120000100A"),
        ("H80120000100B", "H80120000100B"),
        ("Y884200116003", "Y884200116003"),
    ],
)
def test_a_upn_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert ids.upn(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "A80120000100",
        "A8012000010011",
        "I801200001001",
        "O801200001001",
        "S801200001001",
        "A8O1200001001",
        "A80120000100I",
        "A80120000100S",
        "1801200001001",
        "ÄÖ01200001001",
        "A٨01200001001",
    ],
)
def test_a_upn_of_another_shape_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="13 characters") as broken:
        ids.upn(typed)
    assert broken.value.field == "upn"


def test_a_temporary_letter_enters_the_sum_with_its_place_in_the_alphabet() -> None:
    assert ids.upn_letter("80120000100A") == ids.upn_letter("801200001000")
    assert ids.upn_letter("80120000100B") == ids.upn_letter("801200001001")


@given(upns(DIGITS + ids.UPN_ALPHABET))
def test_every_upn_with_its_letter_passes(upn: str) -> None:
    assert ids.upn(upn) == upn


@given(upns(), st.integers(1, 12), st.sampled_from(DIGITS))
def test_a_upn_with_one_changed_digit_never_passes(
    upn: str, place: int, digit: str
) -> None:
    """The weights 2 to 13 and differences below 10 are never multiples of 23."""
    assume(upn[place] != digit)
    with pytest.raises(RuleBroken, match="check letter"):
        ids.upn(upn[:place] + digit + upn[place + 1 :])


@given(upns(), st.sampled_from(ids.UPN_ALPHABET))
def test_a_upn_with_another_first_letter_never_passes(upn: str, letter: str) -> None:
    assume(letter != upn[0])
    with pytest.raises(RuleBroken, match="check letter"):
        ids.upn(letter + upn[1:])


@given(ulns)
def test_every_uln_with_its_check_digit_passes(uln: str) -> None:
    assume(uln != ids.TEMPORARY_ULN)
    assert ids.uln(f" {uln[:4]}-{uln[4:]} ") == uln


@given(ulns, st.integers(0, 9), st.sampled_from(DIGITS))
def test_a_uln_with_one_changed_digit_never_passes(
    uln: str, place: int, digit: str
) -> None:
    assume(uln[place] != digit)
    with pytest.raises(RuleBroken):
        ids.uln(uln[:place] + digit + uln[place + 1 :])


@pytest.mark.parametrize("typed", ["", "123456789", "12345678901", "12345678AB"])
def test_a_uln_of_another_shape_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="ten digits"):
        ids.uln(typed)


def test_the_temporary_uln_is_refused() -> None:
    with pytest.raises(RuleBroken, match="not known yet"):
        ids.uln("9999999999")


@given(nine_digits_leaving(0), st.sampled_from(DIGITS))
def test_a_uln_whose_remainder_is_nought_is_never_valid(nine: str, digit: str) -> None:
    with pytest.raises(RuleBroken):
        ids.uln(nine + digit)


@pytest.mark.parametrize(
    "typed", ["9434765919", "943 476 5919", "943-476-5919", "4010232137"]
)
def test_an_nhs_number_may_be_spaced(typed: str) -> None:
    assert ids.nhs_number(typed) == "".join(c for c in typed if c.isdigit())


@given(nhs_numbers, st.integers(0, 9), st.sampled_from(DIGITS))
def test_an_nhs_number_with_one_changed_digit_never_passes(
    number: str, place: int, digit: str
) -> None:
    assume(number[place] != digit)
    with pytest.raises(RuleBroken):
        ids.nhs_number(number[:place] + digit + number[place + 1 :])


@given(nhs_numbers)
def test_every_nhs_number_with_its_check_digit_passes(number: str) -> None:
    assert ids.nhs_number(number) == number


@given(nine_digits_leaving(1), st.sampled_from(DIGITS))
def test_an_nhs_number_with_the_check_digit_10_is_never_valid(
    nine: str, digit: str
) -> None:
    with pytest.raises(RuleBroken, match="check digit"):
        ids.nhs_number(nine + digit)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hr40le", "HR4 0LE"),
        ("HR4 0LE", "HR4 0LE"),
        (" h r4 0 le ", "HR4 0LE"),
        ("ec1a1bb", "EC1A 1BB"),
        ("w1a 0ax", "W1A 0AX"),
        ("m11ae", "M1 1AE"),
    ],
)
def test_a_postcode_is_written_with_its_space(typed: str, kept: str) -> None:
    assert ids.postcode(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "HR4", "HR4 0CE", "HR4 0LEX", "4HR 0LE", "ÄR4 0LE"]
)
def test_what_is_no_postcode_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="full UK postcode"):
        ids.postcode(typed)


@pytest.mark.parametrize("typed", ["12345", "1234567", "12E456", ""])
def test_a_urn_has_six_digits(typed: str) -> None:
    assert ids.urn("116 700") == "116700"
    with pytest.raises(RuleBroken, match="six digits"):
        ids.urn(typed)


@pytest.mark.parametrize("typed", ["20012345", "1001234", "100123456"])
def test_a_ukprn_has_eight_digits_and_begins_with_1(typed: str) -> None:
    assert ids.ukprn("10012345") == "10012345"
    with pytest.raises(RuleBroken, match="eight digits"):
        ids.ukprn(typed)


@given(st.text(max_size=20))
def test_nothing_typed_breaks_a_check(text: str) -> None:
    for check in (ids.upn, ids.uln, ids.nhs_number, ids.postcode, ids.urn, ids.ukprn):
        with suppress(RuleBroken):
            check(text)


@pytest.mark.parametrize(
    "typed",
    ["01432 260000", "+44 (0)1432 260000", "01432 260000 ext 12", "07700-900123"],
)
def test_a_phone_number_is_kept_as_typed(typed: str) -> None:
    assert ids.phone(typed) == typed


@pytest.mark.parametrize("typed", ["abc", "12345", "01432 260000 abc", "x123456"])
def test_what_nobody_could_ring_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="phone number in digits"):
        ids.phone(typed)
