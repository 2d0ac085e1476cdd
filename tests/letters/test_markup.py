"""The small markup of letters: what is read, what is refused, what means nothing."""

import pytest

from sendhub.letters import markup
from sendhub.letters.markup import Block, Run


def read(text):
    return markup.parse(text)


def test_reads_paragraphs_headings_and_bullets():
    assert read("# Next\nOne\ntwo\n\n- a\n- b\n\nEnd") == [
        Block("heading", ((Run("Next"),),)),
        Block("paragraph", ((Run("One"),), (Run("two"),))),
        Block("bullets", ((Run("a"),), (Run("b"),))),
        Block("paragraph", ((Run("End"),),)),
    ]


def test_reads_bold_words_inside_a_line():
    assert read("By **5 May**, please") == [
        Block("paragraph", ((Run("By "), Run("5 May", bold=True), Run(", please")),))
    ]


def test_a_heading_and_a_list_need_no_empty_line_between():
    assert [block.kind for block in read("# A\n# B\n- c\nd")] == [
        "heading",
        "heading",
        "bullets",
        "paragraph",
    ]


def test_nothing_is_read_from_nothing():
    assert read("\n \n") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fine\n## Two", "Line 2: a heading is one # and a space"),
        ("#tag", "Line 1: a heading"),
        ("# ", "Line 1: a heading"),
        ("a\nb **bold", "Line 2: two stars have no partner"),
    ],
)
def test_says_what_cannot_be_read_and_where(text, words):
    [said] = markup.faults(text)
    assert said.startswith(words)


@pytest.mark.parametrize("text", ["# Fine\n**a** b\n- c", "a # b", r"\**", "5 * 3"])
def test_finds_no_fault_with_what_it_can_read(text):
    assert markup.faults(text) == []


@pytest.mark.parametrize(
    "value",
    [
        "**St. Mary's** School",
        "# not a heading",
        "a {{ child.name }} b",
        "one\n# two\n\\# three",
        "C:\\*.* and \\\\",
        '<b>bold</b> & $x$ #read("/etc/passwd") @a',
    ],
)
def test_a_value_made_plain_means_nothing_but_itself(value):
    plain = markup.plain(value)
    assert markup.faults(plain) == []
    blocks = markup.parse(plain)
    assert {block.kind for block in blocks} == {"paragraph"}
    runs = [run for block in blocks for line in block.lines for run in line]
    assert not any(run.bold for run in runs)
    lines = [line for block in blocks for line in block.lines]
    assert "\n".join("".join(run.text for run in line) for line in lines) == value
