"""What happened and when, as the calculator asks for it; all of it lives in the URL."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from sendhub.calculator.subjects import Subject
from sendhub.core import clock
from sendhub.core.forms.fields import DayField, LineField
from sendhub.statutory import Fact, FactValue
from sendhub.statutory.facts.fact import FIRST_YEAR, LAST_DATE, Kind
from sendhub.statutory.words import date_words

LONGEST_TEXT = 300

STRETCHES = (
    ("closure_from", "reopens", "the school closed"),
    ("absent_from", "returned", "the absence began"),
)
"""The first day of what may excuse, the day it was over, and how it began."""


class CalculatorForm(forms.Form):
    """The facts of one subject."""

    as_at = DayField(
        label="Looked at on", required=False, help_text="Today, if left empty."
    )

    def __init__(self, data: Any, *, subject: Subject) -> None:
        super().__init__(data)
        self.subject = subject
        self.fields |= {fact.name: field_for(fact) for fact in subject.facts}

    def clean(self) -> dict[str, Any]:
        """A closure or absence has both its days, in order."""
        for first, last, began in STRETCHES:
            if first in self.fields and not {first, last} & set(self.errors):
                self._check_stretch(first, last, began)
        return self.cleaned_data

    def _check_stretch(self, first: str, last: str, began: str) -> None:
        starts, ends = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if ends and not starts:
            self.add_error(first, f"Say also when {began}, or leave both days out.")
        elif starts and not ends:
            self.add_error(last, "Say also when it was over, or leave both days out.")
        elif starts and ends and ends <= starts:
            self.add_error(
                last,
                f"{self.fields[last].label} must be after the day {began},"
                f" {date_words(starts)}.",
            )

    @property
    def can_be_asked(self) -> bool:
        """A slip among the reasons for being late hides no date."""
        return set(self.errors) <= {fact.name for fact in self.subject.excusing}

    @property
    def facts(self) -> Mapping[str, FactValue]:
        """What was given, by name; of two days that do not fit, neither."""
        half = {
            name
            for first, last, _ in STRETCHES
            for name in (first, last)
            if {first, last} & set(self.errors)
        }
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "as_at" and name not in half and value not in ("", None)
        }

    @property
    def said(self) -> list[tuple[str, FactValue]]:
        """What was given, by label, for the printed page."""
        return [(str(self.fields[name].label), it) for name, it in self.facts.items()]

    @property
    def looked_at_on(self) -> date:
        return self.cleaned_data.get("as_at") or clock.today()

    def bound(self, facts: list[Fact]) -> list[forms.BoundField]:
        """The fields of these facts, ready to be drawn."""
        return [self[fact.name] for fact in facts]

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """Fields by what they are for; open where something was typed."""
        parts = (
            ("What happened", self.subject.starts),
            ("What has been done since", self.subject.done),
            ("If a refusal to assess was reversed", self.subject.reversing),
            ("Reasons for being late", self.subject.excusing),
        )
        return [
            (title, self.bound(facts), number == 0 or self._any_given(facts))
            for number, (title, facts) in enumerate(parts)
            if facts
        ]

    def _any_given(self, facts: list[Fact]) -> bool:
        return any(
            fact.name in self.errors or self.cleaned_data.get(fact.name)
            for fact in facts
        )


def field_for(fact: Fact) -> forms.Field:
    """The field that reads a fact."""
    if fact.kind is Kind.NUMBER:
        return forms.IntegerField(
            label=fact.label,
            required=False,
            min_value=FIRST_YEAR,
            max_value=LAST_DATE.year,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        )
    if fact.kind is Kind.DATE:
        return DayField(label=fact.label, required=False)
    if fact.choices:
        choices = [("", "Not said"), *((one, _words(one)) for one in fact.choices)]
        return forms.ChoiceField(label=fact.label, required=False, choices=choices)
    return LineField(label=fact.label, required=False, max_length=LONGEST_TEXT)


def _words(choice: str) -> str:
    return choice.replace("->", " to ").replace("_", " ").capitalize()
