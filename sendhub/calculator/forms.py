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

LONGEST_TEXT = 300


class CalculatorForm(forms.Form):
    """The facts of one subject."""

    as_at = DayField(label="Looked at on", required=False)

    def __init__(self, data: Any, *, subject: Subject) -> None:
        super().__init__(data)
        self.subject = subject
        self.fields |= {fact.name: field_for(fact) for fact in subject.facts}

    @property
    def facts(self) -> Mapping[str, FactValue]:
        """What was given, by name."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "as_at" and value not in ("", None)
        }

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
            ("Reasons for being late", self.subject.excusing),
        )
        return [
            (title, self.bound(facts), number == 0 or self._any_given(facts))
            for number, (title, facts) in enumerate(parts)
            if facts
        ]

    def _any_given(self, facts: list[Fact]) -> bool:
        return any(
            fact.name in self.facts or fact.name in self.errors for fact in facts
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
