"""The evaluation as an Excel file: a sheet for each section, cells as what they are."""

import io
from collections.abc import Iterable
from datetime import date
from typing import Any

import xlsxwriter

from sendhub.core import charts
from sendhub.nurture_hubs.evaluation import heads
from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.evaluation.tables import Cell, Chart, Section

SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Rows are written as they come; no text is run, followed or taken for a number."""
LOOKS = {
    "percent": '0.0"%"',
    "weeks": "#,##0.0",
    "money": "£#,##0",
    "change": "+0.0;-0.0;0.0",
    "day": "d mmmm yyyy",
}
LONGEST_NAME = 31
WIDE, NARROW = 46, 20
CHART_SCALE = 0.5


def excel(scope: Scope, sections: Iterable[Section]) -> bytes:
    """Write it as .xlsx: first what it is, then a sheet for each section."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, SAFE) as book:
        book.set_properties({"title": heads.TITLE})
        about = book.add_worksheet("About")
        about.set_column(0, 0, 100)
        about.write_string(0, 0, heads.TITLE, book.add_format({"bold": True}))
        for number, line in enumerate(heads.lines(scope), start=1):
            about.write_string(number, 0, line)
        looks = {kind: book.add_format({"num_format": f}) for kind, f in LOOKS.items()}
        looks["head"] = book.add_format(
            {"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"}
        )
        for section in sections:
            _sheet(book, section, looks)
    return out.getvalue()


def _sheet(book: Any, section: Section, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(section.slug.capitalize()[:LONGEST_NAME])
    sheet.set_column(0, 0, WIDE)
    sheet.set_column(1, len(section.columns) - 1, NARROW)
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(section.columns):
        sheet.write_string(0, at, column or section.title, looks["head"])
    for number, row in enumerate(section.rows, start=1):
        for at, cell in enumerate(row):
            _write(sheet, (number, at), cell, looks)
    if chart := section.chart:
        _draw(sheet, section, chart)
    under = len(section.rows) + 2
    for number, sentence in enumerate(section.says, start=under):
        sheet.write_string(number, 0, sentence)


def _write(
    sheet: Any, place: tuple[int, int], cell: Cell, looks: dict[str, Any]
) -> None:
    value, look = cell.value, looks.get(cell.kind)
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(*place, value, look)
    elif isinstance(value, str):
        sheet.write_string(*place, value)
    else:
        sheet.write_number(*place, float(value), look)


def _draw(sheet: Any, section: Section, chart: Chart) -> None:
    picture = {
        "image_data": io.BytesIO(charts.png(chart.spec)),
        "x_scale": CHART_SCALE,
        "y_scale": CHART_SCALE,
        "description": chart.says,
    }
    sheet.insert_image(1, len(section.columns) + 1, f"{section.slug}.png", picture)
