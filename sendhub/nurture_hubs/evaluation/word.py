"""The evaluation as a Word file: the sections of the page, tables and charts."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from sendhub.core import charts
from sendhub.letters.paper.word import ORDINARY, lay_out
from sendhub.nurture_hubs.evaluation import heads
from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.evaluation.tables import Cell, Section

CHART_WIDE = Cm(15)
IN_TABLES = Pt(9.5)


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
        document.add_paragraph(sentence)
    if section.chart:
        drawn = io.BytesIO(charts.png(section.chart.spec))
        picture = document.add_picture(drawn, width=CHART_WIDE)
        described = picture._inline.docPr
        described.set("title", section.title)
        described.set("descr", section.chart.says)
        parts = [f"{words} ({colour})" for words, colour in section.chart.key]
        key = f" Key: {', '.join(parts)}." if parts else ""
        document.add_paragraph(section.chart.says + key)
    if section.rows:
        _table(document, section)
    else:
        document.add_paragraph("No hub was open in this period.")


def _table(document: Any, section: Section) -> None:
    table = document.add_table(rows=1, cols=len(section.columns))
    table.style = "Table Grid"
    _row(table.rows[0], section.columns)
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(head.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in section.rows:
        _row(table.add_row(), [cell.text for cell in row], row)
    document.add_paragraph()


def _row(row: Any, texts: Sequence[str], cells: Sequence[Cell] = ()) -> None:
    for at, (place, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = place.paragraphs[0]
        run = paragraph.add_run(text)
        run.font.size = IN_TABLES
        run.bold = not cells or None
        if cells and cells[at].is_numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
