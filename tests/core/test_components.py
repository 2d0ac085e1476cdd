"""Components and the crispy pack: what they draw, and what none may hold."""

import re
from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.forms import formset_factory
from django.template import Context, Template
from django.template.loader import render_to_string

from sendhub.core.forms.fields import DayField, LineField, needed_at_times
from sendhub.core.forms.gallery import GalleryForm, gallery_context
from sendhub.core.templatetags.words import (
    deadline_tone,
    deadline_words,
    weeks_words,
)

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
PACK = sorted((TEMPLATES / "forms").rglob("*.html"))
ALL = sorted(TEMPLATES.rglob("*.html"))
FRAME = {"header", "user_menu", "navigation", "footer", "breadcrumbs"}


def named(path):
    return str(path.relative_to(TEMPLATES))


def crispy(form):
    page = Template("{% load crispy_forms_tags %}{% crispy form %}")
    return page.render(Context({"form": form}))


@pytest.mark.parametrize(
    ("days", "status", "words", "tone"),
    [
        (73, "open", "73 days left", "plain"),
        (8, "open", "8 days left", "plain"),
        (7, "open", "7 days left", "soon"),
        (1, "open", "1 day left", "soon"),
        (0, "open", "Due today", "soon"),
        (-1, "open", "1 day late", "late"),
        (-1200, "open", "1,200 days late", "late"),
        (None, "open", "No date yet", "plain"),
        ("", "open", "No date yet", "plain"),
        (3, "met", "Done on time", "good"),
        (-4, "late", "Done 4 days late", "done-late"),
        (None, "late", "Done late", "done-late"),
        (None, "void", "No longer needed", "void"),
    ],
)
def test_says_how_a_deadline_stands(days, status, words, tone):
    assert deadline_words(days, status) == words
    assert deadline_tone(days, status) == tone


@pytest.mark.parametrize(
    ("weeks", "words"),
    [(0, "less than a week"), (1, "1 week"), (2, "2 weeks"), (1200, "1,200 weeks")],
)
def test_words_of_weeks(weeks: int, words: str) -> None:
    assert weeks_words(weeks) == words


def test_shows_the_date_and_the_rule_behind_a_deadline():
    html = render_to_string(
        "components/deadline.html",
        {
            "title": "Decide whether to assess",
            "due": date(2026, 5, 8),
            "days": 3,
            "status": "open",
            "rule": "NA-04",
            "source": "SEND Regulations 2014, reg. 5(1)",
            "explanation": "Six weeks from the request.",
        },
    )
    for words in (
        "Friday 8 May 2026",
        "3 days left",
        "NA-04",
        "reg. 5(1)",
        "Six weeks",
    ):
        assert words in html


@pytest.mark.django_db
def test_names_the_column_in_each_cell_of_a_table():
    context = gallery_context()
    html = render_to_string(
        "components/table.html",
        {"caption": "Requests", "columns": context["columns"], "rows": context["rows"]},
    )
    assert html.count('data-label="School"') == 3
    assert 'aria-sort="ascending"' in html
    assert "–" in html


def test_keeps_names_from_becoming_markup():
    html = render_to_string("components/tag.html", {"label": "<b>x</b>"})
    assert "<b>" not in html


def test_leads_from_each_error_to_a_box_that_is_there():
    form = GalleryForm({"received_on_day": "1"}, {})
    html = crispy(form)
    links = re.findall(r'<a href="#([^"]+)">', html)
    assert len(links) == len(form.errors)
    for target in links:
        assert f'id="{target}"' in html
    assert "id_received_on_month" in links
    assert "id_source_0" in links


def test_tells_checkboxes_from_radios():
    html = crispy(GalleryForm())
    assert html.count('type="checkbox" name="services"') == 3
    assert "govuk-checkboxes__input" in html
    assert html.count("govuk-radios__input") == 2


def test_says_which_fields_may_be_left_empty():
    html = crispy(GalleryForm())
    optional = [
        name for name, field in GalleryForm().fields.items() if not field.required
    ]
    assert html.count("(optional)") == len(optional)


def test_what_another_answer_makes_necessary_is_not_called_optional():
    class WithReasons(forms.Form):
        reasons = needed_at_times(LineField(label="Reasons", required=False))
        more = LineField(label="More", required=False)

    html = crispy(WithReasons())
    assert html.count("(optional)") == 1
    assert html.index("More") < html.index("(optional)")


def test_ties_hint_and_error_to_their_control():
    html = crispy(GalleryForm({}, {}))
    targets = " ".join(re.findall(r'aria-describedby="([^"]+)"', html)).split()
    assert len(targets) > 5
    for target in targets:
        assert f'id="{target}"' in html


def test_uses_each_id_once():
    ids = re.findall(r'\sid="([^"]+)"', crispy(GalleryForm({}, {})))
    assert len(ids) == len(set(ids))


def test_sends_files_as_files():
    assert 'enctype="multipart/form-data"' in crispy(GalleryForm())


def test_leaves_bootstrap_classes_out():
    assert "btn" not in crispy(GalleryForm())


@pytest.mark.django_db
def test_shows_the_errors_of_a_page_once():
    form = GalleryForm({}, {})
    html = render_to_string("core/style.html", {**gallery_context(), "form": form})
    assert html.count("There is a problem") == 1
    assert "<title>Error: Style – SENDhub</title>" in html


def test_draws_the_rows_of_a_formset():
    class ContactForm(forms.Form):
        name = LineField()
        met_on = DayField()

    formset = formset_factory(ContactForm, extra=0)(
        {
            "form-TOTAL_FORMS": "2",
            "form-INITIAL_FORMS": "2",
            "form-0-name": "Ms Osei",
            "form-0-met_on_day": "1",
            "form-0-met_on_month": "2",
            "form-0-met_on_year": "2026",
        }
    )
    page = Template("{% load crispy_forms_tags %}{% crispy formset %}")
    html = page.render(Context({"formset": formset}))
    assert 'name="form-TOTAL_FORMS"' in html
    assert "Row 2: Enter the name." in html
    assert 'href="#id_form-1-met_on_day"' in html


@pytest.mark.parametrize("code", [400, 403, 404, 500])
def test_draws_error_pages_with_nothing_given(code):
    html = render_to_string(f"{code}.html")
    assert html.count("<h1") == 1
    assert "csrf" not in html


@pytest.mark.parametrize("path", [*COMPONENTS, *PACK], ids=named)
def test_piece_begins_by_saying_what_it_takes(path):
    assert re.match(r"\{# .+ In.*?: .+ #\}\n", path.read_text())


@pytest.mark.parametrize("path", ALL, ids=named)
def test_page_holds_nothing_the_content_policy_refuses(path):
    text = path.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("path", ALL, ids=named)
def test_pieces_are_included_with_only(path):
    for tag in re.findall(r'\{% include "components/[^%]+%\}', path.read_text()):
        assert tag.endswith(" only %}"), tag


def test_gallery_shows_every_component():
    shown = "".join(
        path.read_text() for path in [TEMPLATES / "core" / "style.html", *COMPONENTS]
    )
    for path in COMPONENTS:
        if path.stem not in FRAME:
            assert f"components/{path.name}" in shown


def test_serves_neither_the_font_nor_the_crest_of_government():
    served = [
        path
        for path in (ROOT / "static").rglob("*.*")
        if path.suffix in (".css", ".js", ".svg")
    ]
    assert {".css", ".js"} <= {path.suffix for path in served}
    for path in served:
        text = path.read_text().lower()
        for word in ("gds transport", "crest", "sourcemappingurl", "url(/"):
            assert word not in text, f"{path.name}: {word}"
