"""A letter as a Word file, with real headings and lists, its language and its title."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FONT = "Arial"
ORDINARY, LARGE = 12, 18


def word(letter: Mapping[str, Any]) -> bytes:
    """Write one letter as .docx; texts are put in as text, never as a template."""
    document = Document()
    lay_out(document, LARGE if letter["large"] else ORDINARY)
    document.core_properties.title = letter["subject"]
    document.core_properties.author = letter["authority"]
    document.core_properties.language = "en-GB"
    _lines(document, [letter["authority"], *letter["contact"]])
    _lines(document, letter["to"])
    _lines(document, [letter["date"], f"Our reference: {letter['reference']}"])
    if letter["copy"]:
        document.add_paragraph().add_run(letter["copy"]).bold = True
    document.add_paragraph(letter["salutation"])
    document.add_heading(letter["subject"], level=1)
    for block in letter["blocks"]:
        _block(document, block)
    document.add_paragraph("Yours sincerely")
    signed = (letter["name"], letter["title"], letter["team"])
    _lines(document, filter(None, signed))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lay_out(document: Any, size: int) -> None:
    """A4, our letters, our language."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for name, larger in (("Normal", 0), ("Heading 1", 2), ("Heading 2", 1)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size + larger)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
    language = document.styles["Normal"].element.get_or_add_rPr()
    mark = language.makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    language.append(mark)


def _lines(document: Any, lines: Iterable[str]) -> None:
    """One paragraph of several lines."""
    paragraph = document.add_paragraph()
    for number, line in enumerate(lines):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _block(document: Any, block: Mapping[str, Any]) -> None:
    if block["kind"] == "heading":
        _runs(document.add_heading(level=2), block["lines"][0])
    elif block["kind"] == "bullets":
        for line in block["lines"]:
            _runs(document.add_paragraph(style="List Bullet"), line)
    else:
        paragraph = document.add_paragraph()
        for number, line in enumerate(block["lines"]):
            if number:
                paragraph.add_run().add_break()
            _runs(paragraph, line)


def _runs(paragraph: Any, line: Iterable[Mapping[str, Any]]) -> None:
    for run in line:
        paragraph.add_run(run["text"]).bold = run["bold"] or None
