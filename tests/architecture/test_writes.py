"""Only actions write. Everything else loads, checks and shows."""

import ast
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT, calls, short, sources

WRITES = {
    "save",
    "create",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
MAY_WRITE_DIRS = {"actions", "commands", "demo", "local"}
MAY_WRITE_FILES = {"actions.py", "models.py", "querysets.py"}

# Other places that write, and why.
ALLOWED = {
    "sendhub/core/codes.py": "loads reference data after a migration",
    "sendhub/core/forms/page_form.py": "keeps the token of each form that was sent",
    "sendhub/core/forms/unsaved.py": "forgets what was typed once it is given back",
    "sendhub/accounts/groups.py": "keeps groups in step with the roles",
    "sendhub/casework/uploads.py": "takes back files of an act that did not happen",
    "sendhub/letters/paper/word.py": "saves a Word file into memory",
    "sendhub/nurture_hubs/evaluation/word.py": "saves a Word file into memory",
    "sendhub/audit/record.py": "writes history, for the actions",
}


def may_write(path: Path) -> bool:
    """Whether a file is one of those that write."""
    return (
        path.name in MAY_WRITE_FILES
        or bool(MAY_WRITE_DIRS & set(path.parts))
        or short(path) in ALLOWED
    )


def writing_calls(path: Path) -> list[str]:
    """Where a file calls something that writes.

    `update` counts when it names columns: a dictionary's takes another dictionary.
    """
    return [
        f"{short(path)}:{call.lineno} {call.func.attr}"
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and (
            call.func.attr in WRITES
            or (call.func.attr == "update" and any(k.arg for k in call.keywords))
        )
    ]


@pytest.mark.parametrize("path", [p for p in sources() if not may_write(p)], ids=short)
def test_only_actions_write(path: Path) -> None:
    assert writing_calls(path) == []


@pytest.mark.parametrize("name", ALLOWED)
def test_no_exception_has_outlived_its_reason(name: str) -> None:
    assert writing_calls(ROOT / name)


def test_sees_a_write() -> None:
    assert writing_calls(ROOT / "sendhub/casework/actions/cases.py")
