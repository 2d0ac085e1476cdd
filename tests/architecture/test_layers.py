"""Apps know the apps below them and no others. lint-imports reads the imports; this
file reads what it cannot see: foreign keys, links, and names of models in quotes.
"""

import re
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.reading import (
    APPS,
    LAYERS,
    RANK,
    TEMPLATES,
    may_know,
    short,
    sources,
)

LINK = re.compile(r"""['"]([a-z_]+):[a-z][a-z-]*['"]""")
MODEL_KEY = re.compile(r"""['"]([a-z_]+)\.[A-Z][A-Za-z]+['"]""")


def pages_and_code(app: str) -> list[Path]:
    """Everything of an app that could name another one."""
    own = [*(TEMPLATES / app).rglob("*.html"), *sources(f"{app}/**/*.py")]
    if app == "core":
        for shared in ("components", "layouts", "forms", "widgets"):
            own += (TEMPLATES / shared).rglob("*.html")
        own += TEMPLATES.glob("*.html")
    return own


def upward(app: str, pattern: re.Pattern[str]) -> list[str]:
    """What an app names above or beside itself."""
    return [
        f"{short(path)} names {other}"
        for path in pages_and_code(app)
        for other in set(pattern.findall(path.read_text(encoding="utf-8")))
        if not may_know(app, other)
    ]


def test_every_app_has_a_place_in_the_layers() -> None:
    assert set(APPS) <= set(RANK)


def test_every_place_in_the_layers_has_its_app() -> None:
    assert set(RANK) - set(APPS) == {"urls", "statutory"}
    assert LAYERS[-1] == "sendhub.core | sendhub.statutory"


def test_apps_of_one_line_do_not_know_each_other() -> None:
    assert not may_know("core", "statutory")
    assert not may_know("people", "casework")
    assert may_know("casework", "people")


def test_foreign_keys_point_downwards() -> None:
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and field.related_model
        and not may_know(model._meta.app_label, field.related_model._meta.app_label)
    ]
    # A user is named by setting (AUTH_USER_MODEL): core's form token has one.
    assert wrong == ["core.FormToken.by"]


@pytest.mark.parametrize("app", APPS)
def test_links_point_downwards(app: str) -> None:
    assert upward(app, LINK) == []


@pytest.mark.parametrize("app", APPS)
def test_names_of_models_point_downwards(app: str) -> None:
    assert upward(app, MODEL_KEY) == []
