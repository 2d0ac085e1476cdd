"""What is printed: a PDF that a screen reader can read, and a real Word file."""

import io

import pikepdf
import pytest
from docx import Document

from sendhub.letters.paper.pdf import pdf
from sendhub.letters.paper.sheet import Sheet, printed
from sendhub.letters.paper.word import word

HOSTILE = '#read("/etc/passwd") $x$ @a <label> \\u{0} {{ x }} {% y %} & <b> ë ’ Ł'
BODY = f"# What happens next\nBy **5 May**.\n{HOSTILE}\n\n- one\n- two"


def sheet(**more):
    facts = Sheet(
        authority="Herefordshire Council",
        contact=["North team", "01632 960100"],
        to=["Zoë Łucja", "1 Broad Street"],
        date="20 November 2026",
        reference="EHC-000042",
        salutation="Dear Zoë Łucja",
        copy="",
        name="Nia Prosser",
        title="",
        team="North team",
        large=False,
    )
    return printed({**facts, **more}, "Our decision", BODY)


def opened(*letters, **more):
    made = pdf(letters, title="Our decision", author="Herefordshire Council", **more)
    return pikepdf.open(io.BytesIO(made))


def tags(node, found):
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            found.append(str(node.S))
        if "/K" in node:
            tags(node.K, found)
    elif isinstance(node, pikepdf.Array):
        for one in node:
            tags(one, found)
    return found


def test_the_pdf_has_its_language_title_and_tags():
    made = opened(sheet())
    assert made.Root.MarkInfo.Marked
    assert str(made.Root.Lang) == "en-GB"
    assert made.Root.ViewerPreferences.DisplayDocTitle
    with made.open_metadata() as said:
        assert said["dc:title"] == "Our decision"
        assert said["pdfuaid:part"] == "1"
    found = tags(made.Root.StructTreeRoot.K, [])
    assert [tag for tag in found if tag in ("/H1", "/H2")] == ["/H1", "/H2"]
    assert found.count("/LI") == 2
    assert "/Strong" in found


def test_every_letter_of_the_pdf_is_embedded():
    made = opened(sheet())
    fonts = [
        font for page in made.pages for font in page.Resources.Font.as_dict().values()
    ]
    assert fonts
    for font in fonts:
        [inner] = font.DescendantFonts
        assert "LiberationSans" in str(inner.BaseFont)
        descriptor = inner.FontDescriptor
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def sizes(made):
    """The sizes of letter that the pages set, in points."""
    return {
        round(float(operands[1]))
        for page in made.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    }


def test_large_print_is_18_points_or_more():
    assert min(sizes(opened(sheet())) - {10}) == 12
    assert min(sizes(opened(sheet(large=True))) - {10}) >= 18


@pytest.mark.parametrize("number", [1, 3])
def test_on_both_sides_each_letter_begins_on_a_fresh_sheet(number):
    made = opened(*[sheet()] * number, duplex=True)
    assert len(made.pages) == 2 * number - 1


def test_the_word_file_has_headings_bullets_and_its_language():
    made = Document(io.BytesIO(word(sheet(large=True))))
    styles = {p.text: p.style.name for p in made.paragraphs}
    assert styles["Our decision"] == "Heading 1"
    assert styles["What happens next"] == "Heading 2"
    assert styles["one"] == "List Bullet"
    assert made.core_properties.title == "Our decision"
    assert made.styles["Normal"].font.size.pt == 18
    assert 'w:lang w:val="en-GB"' in made.styles["Normal"].element.xml


def test_hostile_text_stands_in_word_as_it_was_typed():
    made = Document(io.BytesIO(word(sheet())))
    assert any(HOSTILE in p.text for p in made.paragraphs)
    bold = [run.text for p in made.paragraphs for run in p.runs if run.bold]
    assert "5 May" in bold


def test_hostile_text_is_text_in_the_pdf_too():
    plain = len(opened(printed(sheet(), "Our decision", "Hello.")).pages)
    assert len(opened(sheet()).pages) == plain
