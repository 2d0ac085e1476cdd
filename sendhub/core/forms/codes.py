"""The form field for a national code: only those that the coming return knows."""

from datetime import date
from typing import Any, Self

from django import forms

from sendhub.core import clock
from sendhub.core.models import Code


def return_year(on: date) -> int:
    """The return that an event belongs to: January's census covers the year before."""
    return on.year + 1


class CodeField(forms.ModelChoiceField):
    """Choose a code of one set; the list is read afresh for every form."""

    def __init__(self, code_set: str, *, by_name: bool = False, **options: Any) -> None:
        self.code_set = code_set
        self.by_name = by_name
        super().__init__(queryset=Code.objects.none(), **options)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        field = super().__deepcopy__(memo)
        field.offer()
        return field

    def offer(self, held: Code | None = None) -> None:
        """Offer the codes of the year, and the one that the record holds already."""
        year = return_year(clock.today())
        kept = held.pk if held else None
        codes = Code.objects.of(self.code_set, year=year, held=kept)
        self.queryset = codes.order_by("meaning", "code") if self.by_name else codes
