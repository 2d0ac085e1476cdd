"""The evaluation as a Word and as an Excel file: what the page shows."""

import io
from datetime import date, datetime

import pytest
from django.urls import reverse
from docx import Document
from docx.shared import Pt
from openpyxl import load_workbook

from sendhub.audit.models import Look
from sendhub.core.forms.fields import CHOOSE_AGAIN
from tests.pages import seen, typed

pytestmark = pytest.mark.django_db
PAGE = "nurture_hubs:evaluation"
NOT_PUBLISHED = "Figures under 5 are not to be published"


def got(client, kind, **asked):
    return client.get(reverse(PAGE), {"format": kind, **asked})


def sections_of(client):
    page = client.get(reverse(PAGE))
    return [shown.section for shown in page.context["sections"]]


def test_word_has_every_table_and_chart_of_the_page(world, signed_in):
    client = signed_in("team_manager")
    answer = got(client, "docx")
    assert "evaluation-2021-09-01-to-2022-12-31.docx" in answer["Content-Disposition"]
    document = Document(io.BytesIO(answer.content))
    sections = sections_of(client)
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
    ]
    assert tables == [
        [list(s.columns), *([cell.text for cell in row] for row in s.rows)]
        for s in sections
        if s.rows
    ]
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert headings == [s.title for s in sections]
    assert len(document.inline_shapes) == sum(bool(s.chart) for s in sections) == 5
    assert any(NOT_PUBLISHED in p.text for p in document.paragraphs[:5])


def test_word_keeps_within_the_text_and_gives_the_words_room(world, signed_in):
    answer = got(signed_in("team_manager"), "docx")
    document = Document(io.BytesIO(answer.content))
    page = document.sections[0]
    text = page.page_width - page.left_margin - page.right_margin
    assert {shape.width for shape in document.inline_shapes} == {text}
    for table in document.tables:
        first, *others = (cell.width for cell in table.rows[0].cells)
        assert all(first > 1.9 * other for other in others)
        assert first + sum(others) < text + Pt(1)  # Word counts in twentieths


def test_excel_has_numbers_as_numbers_and_dates_as_dates(world, signed_in):
    client = signed_in("team_manager")
    book = load_workbook(io.BytesIO(got(client, "xlsx").content))
    sections = sections_of(client)
    assert book.sheetnames == ["About", *(s.slug.capitalize() for s in sections)]
    about = [row[0].value for row in book["About"].rows]
    assert any(NOT_PUBLISHED in line for line in about)
    for section in sections:
        sheet = book[section.slug.capitalize()]
        assert sheet.freeze_panes == "B2"
        for number, row in enumerate(section.rows, start=2):
            kept = [sheet.cell(number, at + 1).value for at in range(len(row))]
            assert kept == [as_kept(cell.value) for cell in row]
        assert len(sheet._images) == bool(section.chart)


def as_kept(value):
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001  as Excel has it
    return value if value is None or isinstance(value, str) else float(value)


def test_no_text_is_run_as_a_formula(world, signed_in):
    world.first.name = "=1+1"
    world.first.save()
    book = load_workbook(io.BytesIO(got(signed_in("team_manager"), "xlsx").content))
    cell = book["Occupancy"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_it_is_kept_whose_records_were_counted(world, signed_in, kind):
    got(signed_in("team_manager"), kind)
    look = Look.objects.get(kind=Look.Kind.EXPORT)
    everyone = [world.ava, world.ben, world.cai]
    turned = [world.dot.case, world.eli.case]
    assert set(look.ids) == {one.child_id for one in [*everyone, *turned]}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_an_empty_period_makes_a_file_too(signed_in, kind):
    days = typed(first=date(2020, 1, 1), last=date(2020, 12, 31))
    answer = got(signed_in("team_manager"), kind, **days)
    assert answer.status_code == 200
    assert len(answer.content) > 5000


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_of_a_hub_that_is_none_there_is_no_file(signed_in, kind):
    days = typed(first=date(2026, 9, 1), last=date(2026, 11, 20))
    answer = got(signed_in("team_manager"), kind, hub="99", **days)
    assert "Content-Disposition" not in answer
    assert CHOOSE_AGAIN in seen(answer)
    assert not Look.objects.exists()
