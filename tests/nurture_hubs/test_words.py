"""What each form says of an answer that is missing reads as a sentence."""

import importlib
import pkgutil
import re

import pytest
from django import forms

from sendhub.core.forms.fields import SaysItsName, name_required
from sendhub.core.forms.page_form import HIDDEN
from sendhub.nurture_hubs import forms as package
from sendhub.nurture_hubs.forms.measures import _number
from sendhub.nurture_hubs.rules.measures import SCALES

WELL_SAID = re.compile(
    r"(Enter|Choose|Write) (the [a-z][^?]*|(who|what|why|when|where|how|whether) [^?]+"
    r"|primary or secondary)\."
    r"|Answer the question “[A-Z](?!\S*\?)[^?]+\?”\."
)
ILL_SAID = re.compile(
    r"\bthe (what|who|why|when|where|how|by|from|to|until|or|its|runs|sees|at)\b"
    r"|“\w+\?”"
)


def every_form():
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        for form in vars(module).values():
            own = getattr(form, "__module__", "") == module.__name__
            if own and hasattr(form, "base_fields"):
                yield form


def missing_words():
    """Each field that must be answered, and what is said where it is not."""
    scores = {scale.key: _number(scale) for scale in SCALES.values()}
    there = [(form.__name__, form.base_fields) for form in every_form()]
    for name, fields in [*there, ("MeasureRecordForm", scores)]:
        asked = {k: v for k, v in fields.items() if v.required and k not in HIDDEN}
        plain = type("Plain", (forms.Form,), asked)()
        name_required(plain)
        for key, field in plain.fields.items():
            says = field.error_messages["required"]
            if isinstance(field, SaysItsName):
                says = field.required_words()
            yield pytest.param(says, id=f"{name}-{key}")


@pytest.mark.parametrize("words", missing_words())
def test_what_is_missing_is_said_in_a_sentence(words):
    assert WELL_SAID.fullmatch(words)
    assert not ILL_SAID.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "Enter the what was seen or advised.",
        "Enter the by when.",
        "Enter the runs the hub from.",
        "Answer the question “Why?”.",
        "This field is required.",
    ],
)
def test_these_would_be_found(words):
    assert ILL_SAID.search(words) or not WELL_SAID.fullmatch(words)
