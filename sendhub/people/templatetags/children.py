"""What templates may ask about a child."""

from datetime import date

from django import template

from sendhub.people.models import Child

register = template.Library()


@register.filter
def age_on(child: Child, day: date) -> int:
    """Age on a day: `child|age_on:today`."""
    return child.age(day)


@register.filter
def age_words(child: Child, day: date) -> str:
    """Age and year group on a day: `child|age_words:today`."""
    return child.age_words(day)
