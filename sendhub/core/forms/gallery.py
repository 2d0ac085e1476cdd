"""Forms and pieces that the gallery of components shows; nothing here is stored."""

from datetime import date
from typing import Any

import django_filters
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row, Submit
from django import forms

from sendhub.core import charts
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    UploadField,
    name_required,
)

SERVICES = [
    ("ehc", "Education, health and care plans"),
    ("hub", "Nurture hubs"),
    ("breaks", "Short breaks"),
]


class GalleryForm(forms.Form):
    """One field of each kind, as a case officer would meet them."""

    family_name = LineField(max_length=80)
    given_names = LineField(max_length=120, help_text="As on the birth certificate.")
    received_on = DayField(
        label="Date received",
        help_text="The day the request reached us. For example, 27 3 2026.",
        not_after="today",
    )
    moved_on = DayField(label="Date the family moved", required=False)
    source = forms.ChoiceField(
        label="Who asked for the assessment?",
        choices=[("parent", "A parent"), ("school", "A school or other setting")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who asked for the assessment."},
    )
    services = forms.MultipleChoiceField(
        label="Services already involved",
        choices=SERVICES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    team = forms.ChoiceField(
        label="Team", choices=[("", "Choose a team"), ("n", "North"), ("s", "South")]
    )
    reasons = ParagraphField(
        label="Reasons given",
        max_length=2000,
        help_text="In the family's own words where you can.",
    )
    evidence = UploadField(label="Evidence", required=False, max_files=5)
    consent = forms.BooleanField(
        label="The parent has agreed that we may ask for advice",
        error_messages={"required": "Tick the box when the parent has agreed."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_required(self)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            Fieldset(
                "The child",
                Row(Column("family_name"), Column("given_names")),
                "moved_on",
            ),
            Fieldset("The request", "received_on", "source", "services", "team"),
            "reasons",
            "evidence",
            "consent",
            Submit("submit", "Record the request"),
        )


class GalleryFilters(forms.Form):
    """The filters of a list that does not exist."""

    name = LineField(required=False, label="Child’s name")
    team = forms.ChoiceField(
        required=False, choices=[("", "Any team"), ("n", "North"), ("s", "South")]
    )
    due = django_filters.fields.DateRangeField(
        required=False,
        label="Due",
        widget=django_filters.widgets.DateRangeWidget(),
    )
    stage = forms.MultipleChoiceField(
        required=False,
        choices=[("new", "New"), ("advice", "Advice"), ("draft", "Draft plan")],
        widget=forms.CheckboxSelectMultiple,
    )


CHART: charts.Spec = {
    "data": {"values": [{"month": "May", "n": 21}, {"month": "June", "n": 34}]},
    "mark": {"type": "bar", "color": charts.BLUE},
    "encoding": {
        "x": {"field": "n", "type": "quantitative", "title": "Plans"},
        "y": {"field": "month", "type": "nominal", "title": None, "sort": None},
    },
}


def gallery_context() -> dict[str, Any]:
    """Give the gallery everything it draws."""
    wrong = {"received_on_day": "31", "received_on_month": "February"}
    return {
        "empty_form": GalleryForm(prefix="empty"),
        "filled_form": GalleryForm(
            prefix="filled",
            initial={
                "family_name": "Okonkwo-Łukasz",
                "received_on": date(2026, 3, 27),
                "source": "school",
                "services": ["hub"],
            },
        ),
        "form": GalleryForm({**wrong, "received_on_year": "26"}, {}),
        "filters": GalleryFilters(auto_id="filter_%s"),
        "drawing": charts.svg(CHART, title="Plans issued", says="More each month."),
        "chart_key": [("Issued", "blue")],
        **_records(),
    }


def _records() -> dict[str, Any]:
    return {
        "breadcrumbs": [
            {"title": "Home", "url": "/"},
            {"title": "Children", "url": "#"},
            {"title": "Style of SENDhub"},
        ],
        "facts": [
            {"key": "Date of birth", "value": "4 May 2017 (9 years)"},
            {"key": "UPN", "value": "A123456789012"},
            {"key": "School", "value": "Lower Wick Primary School"},
            {"key": "Plan coordinator", "value": "Bethan Price"},
        ],
        "summary": [
            {"key": "Name", "value": "Amara Osei", "url": "#"},
            {"key": "Address", "value": "4 Mill Lane\nLeominster\nHR6 0AA", "url": "#"},
            {"key": "Interpreter", "value": "", "url": "#", "action": "Add"},
            {"key": "Case reference", "value": "EHC-2026-0417"},
        ],
        "deadlines": _deadlines(),
        "steps": _steps(),
        "entries": _entries(),
        "columns": [
            {"label": "Child", "url": "#", "direction": "ascending"},
            {"label": "School"},
            {"label": "Stage"},
            {"label": "Weeks", "numeric": True, "url": "#"},
        ],
        "rows": [
            {"cells": [{"text": name, "url": "#"}, school, stage, weeks]}
            for name, school, stage, weeks in [
                (
                    "Amara Osei",
                    "Lower Wick Primary School",
                    {"tag": "Advice", "tone": "info"},
                    5,
                ),
                (
                    "Jacob Pritchard",
                    "Kington Lodge",
                    {"tag": "Overdue", "tone": "late"},
                    23,
                ),
                ("Zofia Łukasz", None, {"tag": "Plan issued", "tone": "good"}, 19),
            ]
        ],
        "parts": [
            {"title": "Overview", "url": "#", "current": True},
            {"title": "Documents", "url": "#", "count": 14},
            {"title": "Notes", "url": "#", "count": 0},
            {"title": "Chronology", "url": "#"},
        ],
        "actions": [
            {"label": "Ask for advice", "url": "#"},
            {"label": "Record an exemption", "url": "#"},
            {"label": "Write a letter", "url": "#"},
        ],
        "next_step": {
            "label": "Decide whether to assess",
            "url": "#",
            "hint": "Due by Friday 8 May 2026, in 3 days.",
        },
        "effects": [
            "close the child’s case with this service",
            "write to the parent and the school",
        ],
        "tones": ["plain", "good", "late", "soon", "info", "warn"],
    }


def _deadlines() -> list[dict[str, Any]]:
    why = {
        "rule": "NA-04",
        "source": "SEND Regulations 2014, reg. 5(1)",
        "explanation": "Six weeks from the day the request was received.",
    }
    return [
        {
            "title": "Decide whether to assess",
            "due": date(2026, 5, 8),
            "days": 3,
            "status": "open",
            "target": date(2026, 5, 1),
            **why,
        },
        {
            "title": "Advice from health",
            "due": date(2026, 4, 24),
            "days": -12,
            "status": "open",
            **why,
        },
        {
            "title": "Send the draft plan",
            "due": date(2026, 7, 17),
            "days": 73,
            "status": "open",
        },
        {"title": "Acknowledge", "due": date(2026, 4, 1), "days": 0, "status": "met"},
        {
            "title": "Advice from social care",
            "due": date(2026, 4, 20),
            "days": -4,
            "status": "late",
        },
        {
            "title": "Comments on the draft",
            "due": date(2026, 8, 1),
            "days": None,
            "status": "void",
        },
    ]


def _steps() -> list[dict[str, Any]]:
    return [
        {
            "title": "Request received",
            "due": date(2026, 3, 27),
            "status": "met",
            "met_on": date(2026, 3, 27),
        },
        {
            "title": "Decision to assess",
            "due": date(2026, 5, 8),
            "status": "late",
            "days": -4,
            "met_on": date(2026, 5, 12),
        },
        {
            "title": "Advice",
            "due": date(2026, 6, 19),
            "status": "open",
            "days": -2,
            "current": True,
            "url": "#",
        },
        {
            "title": "Decision to issue",
            "due": date(2026, 7, 17),
            "status": "open",
            "days": 6,
        },
        {
            "title": "Final plan",
            "due": date(2026, 8, 14),
            "status": "open",
            "days": 54,
        },
    ]


def _entries() -> list[dict[str, Any]]:
    return [
        {
            "title": "Decision to assess recorded",
            "date": date(2026, 5, 12),
            "by": "Bethan Price",
            "kind": "Decision",
            "tone": "info",
            "url": "#",
            "text": "Agreed at panel.\n\nThe school will be asked for its costed map.",
        },
        {
            "title": "Letter sent to Ms Osei",
            "date": date(2026, 4, 1),
            "by": "Bethan Price",
            "kind": "Letter",
        },
        {"title": "Request received from the school", "date": date(2026, 3, 27)},
    ]
