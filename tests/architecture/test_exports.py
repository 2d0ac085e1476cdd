"""Every list is a file as well: CSV and Excel, by one path, with the same columns."""

import ast
import csv
import io

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from tests import build
from tests.architecture import subjects
from tests.architecture.reading import CODE, ROOT, TEMPLATES, short, sources, tree

VIEWS = [*sources("*/views.py"), *sources("*/views/*.py")]
NO_FILE = {
    "casework:document-list": "the papers of one case: each is a file already",
    "casework:note-list": "the notes of one case, which its page prints",
    "casework:reassignment-page": "the report of one act",
    "ehcps:extract-list": "runs of a job; each run is a file itself",
    "letters:batch-list": "orders; the letters of each are in the outbox",
    "letters:letter-list": "the letters of one case: each is a file already",
    "schools:register-rows": "what one file would do; rows to mend are a file",
    "people:child-chronology": "the history of one child, which its page prints",
    "people:child-looks": "the history of one child, which its page prints",
}


def _pages_calling(*names: str) -> set[str]:
    """The pages whose view calls one of these functions."""
    found = set()
    for path in VIEWS:
        app = path.relative_to(CODE).parts[0]
        for view in tree(path).body:
            if not isinstance(view, ast.FunctionDef):
                continue
            called = {
                getattr(call.func, "id", "")
                for call in ast.walk(view)
                if isinstance(call, ast.Call)
            }
            if called & set(names):
                found.add(f"{app}:{view.name.replace('_', '-')}")
    return found & set(subjects.PATTERNS)


WITH_FILE = sorted(_pages_calling("asks_for_file"))


def test_every_list_has_its_file_or_a_reason() -> None:
    lists = _pages_calling("list_page", "mixed_page") | set(WITH_FILE)
    assert lists - set(WITH_FILE) == set(NO_FILE)
    assert len(WITH_FILE) > 15


def test_no_page_has_a_way_of_its_own() -> None:
    own = [
        short(path)
        for path in sources()
        if short(path) != "sendhub/core/spreadsheets.py"
        and '"csv"' in path.read_text("utf-8")
        and not path.is_relative_to(CODE / "background")
        and not path.is_relative_to(ROOT / "sendhub/ehcps/actions")
    ]
    assert own == []


@pytest.mark.parametrize("page", WITH_FILE)
def test_the_page_offers_both(page: str) -> None:
    app, _, name = page.partition(":")
    template = TEMPLATES / app / f"{name.replace('-', '_')}.html"
    assert "{% exports %}" in template.read_text("utf-8")


@pytest.mark.django_db
@pytest.mark.parametrize("page", WITH_FILE)
def test_both_have_the_same_columns(page: str) -> None:
    manager = build.user(RoleKey.SERVICE_MANAGER)
    args = subjects.address(page, build.child(), [manager])
    files = [_file(manager, reverse(page, args=args), end) for end in ("csv", "xlsx")]
    text = files[0].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(files[1])).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == rows[0]
    assert sheet.max_row == len(rows)


def _file(user: User, url: str, ending: str) -> bytes:
    client = Client()
    client.force_login(user)
    answer = client.get(url, {"format": ending})
    assert f'.{ending}"' in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)
