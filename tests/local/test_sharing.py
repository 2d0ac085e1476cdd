"""How two processes share the tests."""

from pathlib import Path

import pytest

from tests.sharing import LOADED_ONCE, LONGEST, Sharing, place

REPO = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("start", LONGEST)
def test_the_long_ones_are_there(start: str) -> None:
    assert (REPO / start).exists()


def test_the_long_ones_come_first() -> None:
    files = ["tests/core/test_codes.py::test_a", *reversed(LONGEST)]
    assert sorted(files, key=place) == [*LONGEST, files[0]]


def test_a_file_stays_whole_and_so_does_what_is_loaded_once() -> None:
    scope = Sharing._split_scope
    sharing = Sharing.__new__(Sharing)
    assert scope(sharing, "tests/core/test_codes.py::T::test_a[x]") == (
        "tests/core/test_codes.py"
    )
    assert LOADED_ONCE in LONGEST
    assert scope(sharing, f"{LOADED_ONCE}test_seed.py::test_a") == LOADED_ONCE
