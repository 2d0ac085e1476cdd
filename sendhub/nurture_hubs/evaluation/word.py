"""The evaluation as a Word file: the sections of the page, tables and charts."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from sendhub.core import charts
from sendhub.letters.paper.word import ORDINARY, lay_out
from sendhub.nurture_hubs.evaluation import heads
from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.evaluation.tables import Section

IN_TABLES = Pt(9.5)
ON_ONE_PAGE = 20
"""Rows of a table that is not broken between two pages."""


def word(scope: Scope, sections: Iterable[Section]) -> bytes:
    """Write it as .docx, with real headings, tables and the words of each chart."""
    document = Document()
    lay_out(document, ORDINARY)
    document.core_properties.title = heads.TITLE
    document.core_properties.language = "en-GB"
    document.add_heading(heads.TITLE, level=1)
    for line in heads.lines(scope):
        document.add_paragraph(line)
    for section in sections:
        _section(document, section)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _section(document: Any, section: Section) -> None:
    document.add_heading(section.title, level=2)
    for sentence in section.says:
        _kept(document.add_paragraph(sentence))
    if section.chart:
        drawn = io.BytesIO(charts.png(section.chart.spec))
        picture = document.add_picture(drawn, width=_text_width(document))
        _kept(document.paragraphs[-1])
        described = picture._inline.docPr
        described.set("title", section.title)
        described.set("descr", section.chart.says)
        parts = [f"{words} ({colour})" for words, colour in section.chart.key]
        key = f" Key: {', '.join(parts)}." if parts else ""
        _kept(document.add_paragraph(section.chart.says + key))
    if section.rows:
        _table(document, section)
    else:
        document.add_paragraph("No hub was open in this period.")


def _kept(paragraph: Any) -> None:
    """Leave no paragraph at the foot of a page whose sequel is on the next."""
    paragraph.paragraph_format.keep_with_next = True


def _text_width(document: Any) -> int:
    page = document.sections[0]
    return int(page.page_width - page.left_margin - page.right_margin)


def _table(document: Any, section: Section) -> None:
    """A table as wide as the text; its first column, which has the words, twice."""
    table = document.add_table(rows=1, cols=len(section.columns))
    table.style = "Table Grid"
    table.autofit = False
    numeric = [is_numeric for _, is_numeric in section.heads]
    _row(table.rows[0], section.columns, numeric, bold=True)
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(head.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in section.rows:
        _row(table.add_row(), [c.text for c in row], [c.is_numeric for c in row])
    one = _text_width(document) // (len(section.columns) + 1)
    for at, column in enumerate(table.columns):
        column.width = one if at else 2 * one
        for cell in column.cells:
            cell.width = column.width
    if len(section.rows) <= ON_ONE_PAGE:
        for row in table.rows[:-1]:
            _kept(row.cells[0].paragraphs[0])
    document.add_paragraph()


def _row(
    row: Any, texts: Sequence[str], numeric: Sequence[bool], *, bold: bool = False
) -> None:
    for place, text, to_the_right in zip(row.cells, texts, numeric, strict=True):
        paragraph = place.paragraphs[0]
        run = paragraph.add_run(text)
        run.font.size = IN_TABLES
        run.bold = bold or None
        if to_the_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
