"""Days in words, each written once in a process: a page has dozens, often the same.

Built into every template (settings) in place of Django's filter of the same name.
"""

from datetime import date as day
from functools import lru_cache
from typing import Any

from django import template
from django.template.defaultfilters import date as django_date

register = template.Library()


@register.filter(expects_localtime=True, is_safe=False)
def date(value: Any, form: str | None = None) -> str:
    """Write a day or a moment, as Django's filter does.

    Only days are remembered: of two equal moments one may be told in another zone.
    """
    if type(value) is day:
        return _written(value, form)
    return str(django_date(value, form))


@lru_cache(maxsize=4096)
def _written(value: day, form: str | None) -> str:
    return str(django_date(value, form))
