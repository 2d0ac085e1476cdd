"""What the page says of a register loaded from the command line (PPL-5)."""

import csv
import io
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from sendhub.schools.actions import Source, load_run, register_import
from sendhub.schools.management.commands import import_gias
from sendhub.schools.models import Load, Setting
from sendhub.schools.rules import Stage
from tests import build
from tests.conftest import TODAY
from tests.pages import press, seen
from tests.schools.gias import file, school

pytestmark = pytest.mark.django_db
MANY = [school(urn=f"{200000 + number}") for number in range(1500)]


class Killed(Exception):
    """The command dies in the middle."""


@pytest.fixture
def client(signed_in: Any) -> Client:
    return signed_in("administrator")


def page(load: Load, name: str = "page") -> str:
    return reverse(f"schools:register-{name}", args=[load.pk])


def cut_off(path: Path) -> Load:
    """A register whose command was killed after its first rows."""

    def killed(done: int) -> None:
        raise Killed

    with path.open("rb") as opened:
        source = Source.of(opened)
        with pytest.raises(Killed):
            register_import(source=source, name=path.name, on=TODAY, step=killed)
    return Load.objects.latest("pk")


def run(path: Path) -> Load:
    """Load a file by the command, whatever it says of single rows."""
    with suppress(SystemExit):
        call_command("import_gias", path, stdout=io.StringIO(), stderr=io.StringIO())
    return Load.objects.latest("pk")


def test_one_cut_off_is_neither_gone_on_with_nor_dropped_by_the_page(
    client: Client, tmp_path: Path
) -> None:
    load = cut_off(file(tmp_path, *MANY))
    told = seen(client.get(page(load)))
    assert "Being loaded, or cut off, on the server’s command line." in told
    assert "It is loaded up to line 1,001." in told
    assert "Go on loading it" not in told
    assert "Do not load it" not in told
    for name in ("confirm", "drop"):
        refused = press(client, page(load, name))
        assert "This register came by the server’s command line." in seen(refused)
    load.refresh_from_db()
    assert load.stage == Stage.LOADING


def test_the_next_run_closes_one_that_was_cut_off(
    client: Client, tmp_path: Path
) -> None:
    path = file(tmp_path, *MANY)
    first = cut_off(path)
    by_page = build.load(asked_by=build.user("administrator"), file="register/x")
    second = run(path)
    for load in (first, by_page):
        load.refresh_from_db()
    assert (first.stage, by_page.stage) == (Stage.DROPPED, Stage.LOADING)
    assert (second.done["unchanged"], second.done["new"]) == (1000, 500)
    assert Setting.objects.count() == 1500
    told = seen(client.get(page(first)))
    assert "The command was run again on the server’s command line." in told
    assert "stopped after line 1,001. What was written until then is whole" in told


def test_a_command_that_another_takes_over_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beside(**asked: Any) -> Load:
        load = build.load()
        Load.objects.update(stage=Stage.DROPPED, finished_at=load.asked_at)
        return load_run(load=load, source=asked["source"], on=TODAY, step=asked["step"])

    monkeypatch.setattr(import_gias, "register_import", beside)
    with pytest.raises(CommandError, match="run again beside this one"):
        run(file(tmp_path, school()))
    assert not Setting.objects.exists()


def test_its_rows_to_mend_are_a_file_with_headings(client: Any, tmp_path: Path) -> None:
    load = run(file(tmp_path, school(), school(urn="99")))
    data = b"".join(client.get(page(load, "mend")).streaming_content)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["URN"] == "99"
    assert row["What is wrong"] == "Line 3: URN “99” has not six digits"


def test_only_rows_to_mend_are_opened_by_its_numbers(
    client: Client, tmp_path: Path
) -> None:
    load = run(file(tmp_path, school(), school(urn="99")))
    answer = client.get(page(load))
    assert "1 new" in seen(answer)
    assert "Each number opens its rows" not in seen(answer)
    html = answer.content.decode()
    rows = page(load, "rows")
    assert f'href="{rows}?outcome=wrong"' in html
    assert "outcome=new" not in html
    assert '<div class="tile tile--info"' in html
    assert 'href=""' not in html
