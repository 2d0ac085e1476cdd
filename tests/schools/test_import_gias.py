"""Refreshing the settings from the national register (PPL-5)."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sendhub.schools.actions import settings_refresh
from sendhub.schools.models import Setting
from sendhub.schools.register import read
from tests import build
from tests.schools.gias import file, school, text

pytestmark = pytest.mark.django_db


def run(path: Path, **options: Any) -> tuple[str, str, int]:
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("import_gias", path, stdout=out, stderr=err, **options)
    except SystemExit as end:
        code = int(end.code or 0)
    return out.getvalue(), err.getvalue(), code


def test_new_settings_are_added(tmp_path: Path) -> None:
    path = file(
        tmp_path, school(), school(urn="999002", name="Westfield School", kind="07")
    )
    out, err, code = run(path)
    assert "new 2, changed 0 (closed 0), unchanged 0, left out 0." in out
    assert (err, code) == ("", 0)
    first = Setting.objects.get(urn="999001")
    assert (first.name, first.head_name) == (
        "Château Street Primary School",
        "Ms Zoë Example",
    )
    assert first.refreshed_on
    assert Setting.objects.get(urn="999002").category == "special"


def test_a_second_run_changes_only_what_changed_and_nothing_of_ours(
    tmp_path: Path,
) -> None:
    run(file(tmp_path, school(), school(urn="999002"), school(urn="999003")))
    ours = {
        "senco_name": "Mair Lloyd",
        "senco_email": "mair@example.org",
        "senco_phone": "1",
        "local_note": "Ring after four",
    }
    Setting.objects.filter(urn="999002").update(**ours)
    unlisted = build.setting("Our forest school", urn="")
    before = Setting.objects.get(urn="999001")
    out, _, code = run(
        file(
            tmp_path,
            school(),
            school(urn="999002", pupils="190"),
            school(urn="999003", status="2", closed="31-08-2026"),
        )
    )
    assert "new 0, changed 2 (closed 1), unchanged 1, left out 0." in out
    assert code == 0
    assert Setting.objects.get(urn="999001").version == before.version
    changed = Setting.objects.get(urn="999002")
    assert changed.pupils == 190
    assert {name: getattr(changed, name) for name in ours} == ours
    closed = Setting.objects.get(urn="999003")
    assert (closed.closed_on, closed.is_open) == (date(2026, 8, 31), False)
    assert Setting.objects.filter(pk=unlisted.pk).exists()


def test_a_change_is_kept_in_the_history(tmp_path: Path) -> None:
    run(file(tmp_path, school()))
    run(file(tmp_path, school(name="New Name")))
    setting: Any = Setting.objects.get()
    names = setting.events.order_by("pgh_id").values_list("name", flat=True)
    assert list(names) == ["Château Street Primary School", "New Name"]
    assert setting.version == 2


def test_a_setting_that_the_file_lacks_is_left_alone(tmp_path: Path) -> None:
    run(file(tmp_path, school(), school(urn="999002")))
    out, _, _ = run(file(tmp_path, school()))
    assert "unchanged 1" in out
    assert Setting.objects.get(urn="999002").is_open


def test_a_dry_run_tells_and_changes_nothing(tmp_path: Path) -> None:
    out, _, code = run(file(tmp_path, school()), dry_run=True)
    assert out.startswith("Would be new 1")
    assert code == 0
    assert not Setting.objects.exists()


def test_lines_with_mistakes_are_left_out_and_told(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        school(),
        school(urn="1"),
        school(urn="999002", opened="soon"),
        school(),
    )
    out, err, code = run(path)
    assert "new 1, changed 0 (closed 0), unchanged 0, left out 3." in out
    assert "Line 3: URN “1” has not six digits." in err
    assert "Line 4: OpenDate “soon” is not a date like 31-08-2026." in err
    assert "Line 5: URN 999001 comes twice." in err
    assert code == 3
    assert Setting.objects.get().urn == "999001"


def test_an_unusable_file_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "missing.csv")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match="These columns are missing: URN"):
        run(wrong)


def test_nothing_is_saved_when_the_database_refuses() -> None:
    rows = list(read(text(school(), school(urn="999002"))))
    rows[1].facts["closed_on"] = date(1900, 1, 1)
    with pytest.raises(Exception, match="schools_setting_closes_after_opening"):
        settings_refresh(rows=rows, on=date(2026, 11, 1))
    connection.needs_rollback = False


def test_no_bar_is_drawn_where_nobody_watches(tmp_path: Path) -> None:
    rows = [school(urn=f"{200000 + number}") for number in range(600)]
    _, err, _ = run(file(tmp_path, *rows))
    assert err == ""


def test_the_number_of_queries_is_that_of_the_batches(tmp_path: Path) -> None:
    def queries(count: int) -> int:
        rows = list(read(text(*(school(urn=f"{200000 + n}") for n in range(count)))))
        with CaptureQueriesContext(connection) as made:
            settings_refresh(rows=rows, on=date(2026, 11, 1))
        return len(made)

    assert queries(10) == queries(900)
