"""One act, one name, from its address to its test (conventions, section 1)."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import resolve, reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit import sentences
from tests.architecture import subjects
from tests.architecture.reading import CODE, ROOT, TEMPLATES, sources, tree

VIEWS = [*sources("*/views.py"), *sources("*/views/*.py")]
# Their acts share tests with the group of pages they stand on, and permissions.
IN_GROUPS = {"people", "schools"}
MANAGED_TOGETHER = {
    "people": {"child_record", "child_edit", "child_death", "child_restrict"}
    | {"access_ask", "access_decide", "glass_break", "glass_review"}
    | {"children_merge", "attendances_move"},
    "schools": {"setting_edit", "register_load"},
    "letters": {"letter_make", "template_write"},
}


@dataclass(frozen=True)
class Act:
    """A view that performs one action through its form."""

    app: str
    performed: str
    view: ast.FunctionDef

    @property
    def name(self) -> str:
        return self.view.name

    @property
    def page(self) -> str:
        return f"{self.app}:{self.name.replace('_', '-')}"

    def names(self) -> set[str]:
        """What the view names: forms among them."""
        return {n.id for n in ast.walk(self.view) if isinstance(n, ast.Name)}

    def texts(self) -> set[str]:
        """What the view writes out: its template among it."""
        return {
            str(n.value) for n in ast.walk(self.view) if isinstance(n, ast.Constant)
        }


def _performed(view: ast.FunctionDef) -> list[str]:
    """The actions that a view hands to a form."""
    return [
        call.args[0].attr
        for call in ast.walk(view)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "performs"
        and call.args
        and isinstance(call.args[0], ast.Attribute)
    ]


def _acts() -> Iterator[Act]:
    for path in VIEWS:
        for view in tree(path).body:
            if isinstance(view, ast.FunctionDef):
                for performed in _performed(view):
                    yield Act(path.relative_to(CODE).parts[0], performed, view)


ACTS = sorted(_acts(), key=lambda act: act.page)
OF_ONE_NAME = [act for act in ACTS if act.app not in IN_GROUPS]


def page_of(act: Act) -> str:
    return act.page


def guarded_by(act: Act) -> Permission:
    """The permission that the page behind the act's address asks for."""
    url = reverse(act.page, args=[1 for _ in subjects.numbers_in(act.page)])
    access: Permission = resolve(url).func.access  # type: ignore[attr-defined]
    return access


def test_sees_the_acts_of_every_app_that_has_any() -> None:
    assert {act.app for act in ACTS} == {
        "accounts",
        "ehcps",
        "intakes",
        "letters",
        "casework",
        "nurture_hubs",
        "people",
        "schools",
    }
    assert {a.name for a in OF_ONE_NAME} >= {"assessment_decide", "note_withdraw"}
    assert len(ACTS) > 35


def test_no_form_of_a_page_is_overlooked() -> None:
    calls = [path.read_text("utf-8").count(".performs(") for path in VIEWS]
    assert len(ACTS) == sum(calls)


@pytest.mark.parametrize("act", ACTS, ids=page_of)
def test_address_view_and_action_have_one_name(act: Act) -> None:
    url = reverse(act.page, args=[1 for _ in subjects.numbers_in(act.page)])
    view = resolve(url).func
    assert view.__module__.startswith(f"sendhub.{act.app}.views")
    assert (view.__name__, act.performed) == (act.name, act.name)
    assert callable(getattr(import_module(f"sendhub.{act.app}.actions"), act.name))


@pytest.mark.parametrize("act", ACTS, ids=page_of)
def test_the_template_is_named_after_the_act(act: Act) -> None:
    template = f"{act.app}/{act.name}.html"
    assert template in act.texts()
    assert (TEMPLATES / template).is_file()


@pytest.mark.parametrize("act", ACTS, ids=page_of)
def test_the_act_has_its_sentence(act: Act) -> None:
    assert f"{act.app}.{act.name}" in sentences.known()


@pytest.mark.parametrize("act", ACTS, ids=page_of)
def test_the_permission_is_named_after_the_act(act: Act) -> None:
    assert guarded_by(act) in MANAGED_TOGETHER.get(act.app, {act.name})


@pytest.mark.parametrize("act", OF_ONE_NAME, ids=page_of)
def test_the_form_is_named_after_the_act(act: Act) -> None:
    form = "".join(word.title() for word in act.name.split("_")) + "Form"
    assert form in act.names()


@pytest.mark.parametrize("act", OF_ONE_NAME, ids=page_of)
def test_the_act_has_a_file_of_tests(act: Act) -> None:
    file: Path = ROOT / "tests" / act.app / f"test_{act.name}.py"
    assert file.is_file()
    assert act.page in file.read_text("utf-8")
