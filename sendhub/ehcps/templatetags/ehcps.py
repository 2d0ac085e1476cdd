"""The tone in which a stage is shown."""

from django import template

from sendhub.ehcps.rules import STANDING_TONES, TONES, Stage, Standing

register = template.Library()


@register.filter
def stage_tone(stage: str) -> str:
    """The tone of an assessment's stage."""
    return TONES[Stage(stage)]


@register.filter
def standing_tone(standing: str) -> str:
    """The tone of a plan's standing."""
    return STANDING_TONES[Standing(standing)]
