"""Reading registers: what can be read, and the words for what cannot."""

from io import BytesIO

import pytest

from sendhub.schools import register, register_links
from sendhub.schools.tables import NotTheTable, Table
from tests.schools.gias import HEADINGS, content, link, school, text

MANY = [school(urn=f"{200000 + number}") for number in range(300)]
HEADER = ",".join(HEADINGS)


def looked_at(said: bytes) -> Table:
    return register.survey(BytesIO(said))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", ""])
def test_reads_the_file_however_it_was_written(encoding: str, ending: str) -> None:
    said = text(school()).replace("\r\n", "\n").rstrip("\n") + ending
    file = BytesIO(said.encode(encoding))
    table = register.survey(file)
    (row,) = register.read(file, table)
    assert (table.rows, table.headings[0]) == (1, "URN")
    assert row.facts["name"] == "Château Street Primary School"
    assert not file.closed


def test_a_letter_that_no_encoding_has_is_shown_as_missing() -> None:
    file = BytesIO(content(school(name="Plain School")).replace(b"Plain", b"\x81\xe9"))
    (row,) = register.read(file, register.survey(file))
    assert row.facts["name"] == "\ufffdé School"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"", "is empty"),
        (b"\r\n \r\n", "is empty"),
        (b"PK\x03\x04rest", "ZIP or Excel file"),
        (text(school()).encode("utf-16"), "UTF-16"),
        (text(school()).encode("utf-16-le"), "UTF-16"),
        (content(school()).replace(b",", b";"), "separated by semicolons"),
        (content(school()).replace(b",", b"\t"), "separated by tabs"),
        (b"a,b\n1,2\n", "not the schools register"),
        (b"a,b\n1,2\n", "URN, LA (code)"),
        (b"URN,LinkURN\n1,2\n", "columns are missing: LA (code)"),
        (b"<html>\n<p>Log in</p>\n", "not the schools register"),
        (b"Schools,2026\r\n" + content(school()), "stand on line 2"),
        (content(school(), *MANY) + content(school()), "Line 303 repeats the headings"),
        (f"{HEADER}\r\n".encode() + content(school()), "Line 2 repeats"),
        (f"{HEADER},Town\r\n".encode(), "“Town” comes twice"),
        (content(*MANY)[:-120], "ends in the middle of line 301"),
        (content(*MANY).rstrip()[:-8], "ends in the middle of line 301"),
        (
            content(*MANY).replace(b'"', b"").replace(b"200000", b'"200000', 1),
            "cell on line 2",
        ),
        (content(school(name="x" * 200_000), *MANY), "far too much stands in it"),
    ],
)
def test_refuses_what_cannot_be_used_in_words(said: bytes, words: str) -> None:
    with pytest.raises(NotTheTable) as refused:
        looked_at(said)
    assert words in str(refused.value)


@pytest.mark.parametrize("empty", [b"", b"," * (len(HEADINGS) - 1)])
def test_empty_lines_are_passed_over_however_many(empty: bytes) -> None:
    head, *lines = content(*MANY[:3]).splitlines()
    said = b"\r\n".join([head, lines[0], *[empty] * 50, *lines[1:], *[empty] * 50, b""])
    table = looked_at(said)
    numbers = [row.line for row in register.read(BytesIO(said), table)]
    assert (table.rows, numbers) == (3, [2, 53, 54])


def test_a_file_cut_off_inside_a_cell_in_quotation_marks_is_seen() -> None:
    said = content(*MANY, school(name="St Mary, Ross"))
    with pytest.raises(NotTheTable, match="cut off"):
        looked_at(said[: said.rindex(b"St Mary") + 12])


def test_the_file_of_links_is_told_from_the_register() -> None:
    links = text(link("1", "2", "Successor"), headings=["URN", "LinkURN", "LinkType"])
    assert register_links.survey(BytesIO(links.encode())).rows == 1
    with pytest.raises(NotTheTable, match="file of links"):
        register_links.survey(BytesIO(content(school())))
