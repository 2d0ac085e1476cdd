"""Merge fields: which there are, what was probably meant, what is filled in."""

import pytest

from sendhub.letters import merging

FIELDS = {"child.name", "child.born", "team.name"}
PARAGRAPHS = {"who-can-help", "rights"}


def faults(text):
    return merging.faults(text, fields=FIELDS, paragraphs=PARAGRAPHS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ child.nmae }}",
            "There is no field “child.nmae”. Did you mean {{ child.name }}?",
        ),
        (
            "{{ Child.Name }}",
            "There is no field “Child.Name”. Did you mean {{ child.name }}?",
        ),
        ("{{ weather }}", "There is no field “weather”."),
        (
            "{{ paragraph.who-can-hlep }}",
            "There is no standard paragraph “paragraph.who-can-hlep”. "
            "Did you mean {{ paragraph.who-can-help }}?",
        ),
        (
            "See {{ paragraph.rights }}",
            "Put {{ paragraph.rights }} on a line of its own.",
        ),
        ("{{ child.name", "Two brackets {{ have no partner."),
        ("{{ child.name }} {{", "Two brackets {{ have no partner."),
    ],
)
def test_says_which_field_is_wrong_and_what_was_probably_meant(text, said):
    [found] = faults(text)
    assert found.startswith(said)


def test_finds_no_fault_with_fields_that_there_are():
    assert faults("{{child.name}}, {{ child.born }}\n{{ paragraph.rights }}\n") == []


def test_fills_in_what_is_known_and_leaves_what_is_not():
    text = merging.filled("{{ child.name }} of {{ team.name }}", {"child.name": "Amy"})
    assert text == "Amy of {{ team.name }}"
    assert merging.left_over(text) == ["team.name"]


def test_a_value_is_never_read_as_a_field_or_a_mark():
    values = {"child.name": "{{ team.name }} **x**", "team.name": "North"}
    text = merging.filled("{{ child.name }}", values)
    assert "North" not in text
    assert merging.left_over(text) == []


def test_standard_paragraphs_are_put_in_before_the_fields():
    text = merging.with_paragraphs("a\n{{ paragraph.rights }}\nb", {"rights": "R"})
    assert text == "a\nR\nb"


def test_a_paragraph_that_is_not_there_stays_to_be_seen():
    text = merging.with_paragraphs("{{ paragraph.gone }}", {})
    assert merging.left_over(text) == ["paragraph.gone"]
