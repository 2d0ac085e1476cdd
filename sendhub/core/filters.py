"""The filters of a list, as its address asks for them."""

from typing import Any

import django_filters
from django import forms

from sendhub.core.forms.fields import name_choices


class ListFilter(django_filters.FilterSet):
    """What a list is narrowed to: a value that it does not know finds nothing.

    To leave such a value out would show, export and write letters to everybody where
    somebody asked for a few: an officer who has left, an address cut short.
    """

    def get_form_class(self) -> type[forms.Form]:
        """The form of its fields, which say what is wrong in words of ours."""
        made: type[forms.Form] = super().get_form_class()
        name_choices(made.base_fields.values())
        return made

    @property
    def qs(self) -> Any:
        """The rows that every filter leaves."""
        return self.queryset.none() if self.errors else super().qs
