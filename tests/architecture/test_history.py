"""Every act has its sentence, in the words of the app that records it."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from sendhub.audit import sentences
from tests.architecture.reading import CODE, calls, short, sources, tree


def recording_calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Calls of `record`, and of an app's own `_record_...` that hands an act on."""
    for call in calls(path):
        called = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if call.args and (called == "record" or called.startswith("_record_")):
            yield called, call


def acts(path: Path) -> list[tuple[str, ast.Call]]:
    """The acts that a file records, each written out somewhere."""
    return [
        (name, call)
        for _, call in recording_calls(path)
        for name in names(call.args[0])
    ]


def names(first: ast.expr) -> list[str]:
    """The name or names of an act: written out, or chosen between two."""
    options = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    return [
        option.value
        for option in options
        if isinstance(option, ast.Constant) and isinstance(option.value, str)
    ]


RECORDING = [path for path in sources() if acts(path)]
RECORDED = {act for path in RECORDING for act, _ in acts(path)}


@pytest.mark.parametrize("path", RECORDING, ids=short)
def test_the_name_of_each_act_is_written_out(path: Path) -> None:
    handed_on = {
        call
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        and function.name.startswith("_record_")
        for call in ast.walk(function)
    }
    unclear = [
        f"{short(path)}:{call.lineno}"
        for called, call in recording_calls(path)
        if called == "record" and not names(call.args[0]) and call not in handed_on
    ]
    assert unclear == []


def test_every_act_has_a_sentence() -> None:
    assert RECORDED - sentences.known() == set()


def test_every_sentence_belongs_to_an_act() -> None:
    assert sentences.known() - RECORDED == set()


@pytest.mark.parametrize("path", RECORDING, ids=short)
def test_an_app_records_its_own_acts(path: Path) -> None:
    app = path.relative_to(CODE).parts[0]
    assert {act.partition(".")[0] for act, _ in acts(path)} == {app}


@pytest.mark.parametrize("path", RECORDING, ids=short)
def test_a_sentence_is_given_every_fact_it_names(path: Path) -> None:
    for act, call in acts(path):
        if getattr(call.func, "id", "") != "record":
            continue
        given = {keyword.arg for keyword in call.keywords}
        pattern = sentences._sentences.get(act, "")
        wanted = {
            field for _, field, _, _ in string.Formatter().parse(pattern) if field
        }
        if None not in given:
            assert wanted <= given, f"{act} needs {wanted - given}"


def test_an_act_of_a_former_version_still_reads() -> None:
    assert sentences.sentence("ehcps.request_forget", {}) == "Request forget"


NOT_KEPT = {
    "audit.act": "is history",
    "audit.look": "is history",
    "audit.signin": "is history",
    "core.formtoken": "lives for a day and says only that a form was sent",
    "background.job": "lives for a day; what was done by it has its own history",
    "accounts.noticeseen": "says only that somebody put a notice away",
    "accounts.lastfilter": "follows whoever uses a list; it is nobody's act",
    "schools.load": "is what was loaded, by whom and when; each step of it is an act",
    "schools.loadrow": "says what a register would do; what it did is kept of settings",
    "nurture_hubs.hubday": "is counted by the database from places and capacities",
    "people.postcode": "is the national directory's; each taking over is an act",
    "core.code": "lies below the history; each change in Django admin is an act",
    "core.partnership": "lies below the history; each change in admin is an act",
}


def test_every_change_of_every_model_is_kept() -> None:
    ours = {
        model._meta.label_lower
        for model in apps.get_models()
        if model.__module__.startswith("sendhub.")
        and not hasattr(model, "pgh_tracked_model")
    }
    kept = {
        model.pgh_tracked_model._meta.label_lower
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    }
    assert ours - kept == set(NOT_KEPT)
