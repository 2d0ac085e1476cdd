"""Whatever the database refuses, a person reads in words."""

import re

import pgtrigger
from django.apps import apps

from sendhub.core import refusals
from tests.architecture.reading import APPS, ROOT, may_know

RAISED = re.compile(r"(?:CONSTRAINT\s*=\s*|_refuse\(\s*)'(\w+)'")
# Only Django admin writes these two tables, and its forms check constraints themselves.
ADMIN_ONLY = {
    "core_partnership_only_one",
    "core_partnership_glass_ends",
    "core_code_once_in_its_set",
}

# Constraints that no test can break from outside, each with its reason.
NOT_BROKEN: dict[str, str] = {}


def constraints() -> dict[str, str]:
    """Every constraint that a model declares or a trigger raises, and whose it is."""
    found = {}
    for model in apps.get_models():
        if model._meta.app_label not in APPS:
            continue
        for constraint in model._meta.constraints:
            found[constraint.name] = model._meta.app_label
    for model, trigger in pgtrigger.registered():
        for name in RAISED.findall(str(trigger.func or "")):
            # An app below may guard the tables of apps above it.
            app = model._meta.app_label
            other = found.get(name, app)
            found[name] = other if may_know(app, other) else app
    return found


def written_for(app: str) -> str:
    """All that an app's tests say."""
    files = (ROOT / "tests" / app).glob("test_*.py")
    return "\n".join(path.read_text("utf-8") for path in files)


def test_every_constraint_has_words() -> None:
    assert set(constraints()) - refusals.known() - ADMIN_ONLY == set()


def test_every_words_belong_to_a_constraint() -> None:
    assert refusals.known() - set(constraints()) == set()


def test_every_constraint_is_named_after_its_app() -> None:
    wrong = [n for n, app in constraints().items() if not n.startswith(f"{app}_")]
    assert wrong == []


def test_every_constraint_is_broken_by_a_test_of_its_app() -> None:
    unbroken = {
        name
        for name, app in constraints().items()
        if not re.search(rf"\b{name}\b", written_for(app))
    }
    assert unbroken == set(NOT_BROKEN)


def test_words_are_a_sentence() -> None:
    wrong = [
        name
        for name in refusals.known()
        if not re.fullmatch(r"[A-Z“].*\.", refusals._words[name].message)
    ]
    assert wrong == []


def test_sees_what_a_trigger_raises() -> None:
    assert "ehcps_planversion_sent_is_sent" in constraints()
