"""Workflows: moves allowed, refused in words, and drawn."""

import pytest
from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.core.workflow import Workflow, as_mermaid


class Light(TextChoices):
    RED = "red", "Red light"
    GREEN = "green", "Green light"


LIGHTS: Workflow[Light] = Workflow({Light.RED: {Light.GREEN}})


def test_allows_only_what_the_table_says():
    assert LIGHTS.allows(Light.RED, Light.GREEN)
    assert not LIGHTS.allows(Light.GREEN, Light.RED)


def test_refuses_in_the_words_that_staff_see():
    with pytest.raises(RuleBroken, match="at “Green light”; it cannot go to “Red"):
        LIGHTS.check(Light.GREEN, Light.RED)


def test_draws_the_table():
    assert as_mermaid(LIGHTS) == (
        "stateDiagram-v2\n    red --> green\n    green: Green light\n"
        "    red: Red light\n"
    )
