"""Refreshing the settings from the national register (PPL-5)."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sendhub.audit.models import Act
from sendhub.schools.actions import Source, load_run
from sendhub.schools.actions.loading import CutIn
from sendhub.schools.models import Load, Setting
from tests import build
from tests.conftest import TODAY
from tests.schools.gias import HEADINGS, file, school, text

pytestmark = pytest.mark.django_db


def run(path: Path, **options: Any) -> tuple[str, str, int]:
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("import_gias", path, stdout=out, stderr=err, **options)
    except SystemExit as end:
        code = int(end.code or 0)
    return out.getvalue(), err.getvalue(), code


def told(
    new: int = 0, changed: int = 0, closed: int = 0, unchanged: int = 0, wrong: int = 0
) -> str:
    return (
        f"new {new}, changed {changed}, closed {closed}, open again 0, "
        f"unchanged {unchanged}, to mend {wrong}, links 0.\n"
    )


def test_new_settings_are_added(tmp_path: Path) -> None:
    path = file(
        tmp_path, school(), school(urn="999002", name="Westfield School", kind="07")
    )
    out, err, code = run(path)
    assert out == told(new=2)
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
    assert out == told(changed=1, closed=1, unchanged=1)
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
    assert out == told(new=1, wrong=3)
    assert "Line 3: URN “1” has not six digits." in err
    assert "Line 4: OpenDate “soon” is not a date like 31-08-2026." in err
    assert "Line 5: URN 999001 stands on line 2 already, and that counts." in err
    assert code == 3
    assert Setting.objects.get().urn == "999001"


def test_an_unusable_file_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "missing.csv")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match="These columns are missing: URN"):
        run(wrong)


def test_no_bar_is_drawn_where_nobody_watches(tmp_path: Path) -> None:
    rows = [school(urn=f"{200000 + number}") for number in range(600)]
    _, err, _ = run(file(tmp_path, *rows))
    assert err == ""


def test_the_number_of_queries_is_that_of_the_batches(tmp_path: Path) -> None:
    def queries(count: int) -> int:
        path = file(tmp_path, *(school(urn=f"{200000 + n}") for n in range(count)))
        with CaptureQueriesContext(connection) as made:
            run(path)
        return len(made)

    assert queries(10) == queries(900)


def test_a_missing_column_leaves_what_is_known(tmp_path: Path) -> None:
    run(file(tmp_path, school()))
    path = tmp_path / "few.csv"
    few = [heading for heading in HEADINGS if heading not in ("Easting", "CloseDate")]
    path.write_text(text(school(name="Renamed"), headings=few), "cp1252")
    run(path)
    setting = Setting.objects.get()
    assert (setting.name, setting.easting) == ("Renamed", 349000)


def test_what_contradicts_what_is_known_is_told(tmp_path: Path) -> None:
    run(file(tmp_path, school(opened="01-09-2020")))
    path = tmp_path / "few.csv"
    few = [heading for heading in HEADINGS if heading != "OpenDate"]
    path.write_text(
        text(school(status="2", closed="31-08-2019"), headings=few), "cp1252"
    )
    _, err, code = run(path)
    assert "Line 2: by what is known of it, it closed before it opened." in err
    assert code == 3


def test_a_school_closes_and_opens_again(tmp_path: Path) -> None:
    run(file(tmp_path, school()))
    out, _, _ = run(file(tmp_path, school(status="2", closed="31-08-2026")))
    assert "changed 0, closed 1, open again 0" in out
    out, _, _ = run(file(tmp_path, school()))
    assert "changed 0, closed 0, open again 1" in out
    setting = Setting.objects.get()
    assert (setting.is_open, setting.closed_on) == (True, None)


def test_the_same_file_twice_changes_nothing_and_history_is_silent(
    tmp_path: Path,
) -> None:
    path = file(tmp_path, school(), school(urn="999002"))
    run(path)
    before = list(Setting.objects.order_by("pk").values())
    out, _, _ = run(path)
    assert "unchanged 2" in out
    assert list(Setting.objects.order_by("pk").values()) == before
    act = Act.objects.get()
    assert act.sentence == (
        "Schools register loaded from edubasealldata.csv: 2 new, 0 changed, 0 closed, "
        "0 open again, 0 links"
    )
    assert act.by_name == "The server’s command line"
    assert [load.stage for load in Load.objects.all()] == ["loaded", "loaded"]


def test_our_own_word_of_its_kind_stays(tmp_path: Path) -> None:
    welsh = school(kind="30", urn="402452")
    run(file(tmp_path, welsh))
    Setting.objects.update(category="special_independent")
    Setting.objects.update(own_category="special_independent")
    out, _, _ = run(file(tmp_path, welsh))
    assert "unchanged 1" in out
    assert Setting.objects.get().category == "special_independent"


def test_rows_to_mend_are_written_mended_and_loaded(tmp_path: Path) -> None:
    mend = tmp_path / "mend.csv"
    wrong = school(urn="999002", name="=Danger", opened="soon")
    run(file(tmp_path, school(), wrong), mend=mend)
    with mend.open(encoding="utf-8-sig", newline="") as file_:
        rows = list(csv.reader(file_))
    assert rows[0] == [*HEADINGS, "What is wrong"]
    assert rows[1][-1] == ("Line 3: OpenDate “soon” is not a date like 31-08-2026")
    mended = mend.read_text("utf-8-sig").replace("soon", "01-09-2025", 1)
    mend.write_text(mended, "utf-8-sig")
    out, err, code = run(mend)
    assert "new 1" in out
    assert (err, code) == ("", 0)
    assert Setting.objects.get(urn="999002").name == "=Danger"


def test_a_load_cut_off_is_run_again_and_goes_on(tmp_path: Path) -> None:
    path = file(tmp_path, *(school(urn=f"{200000 + n}") for n in range(2500)))

    class Killed(Exception):
        pass

    def killed(done: int) -> None:
        if done == 2000:
            raise Killed

    with path.open("rb") as opened_:
        source = Source.of(opened_)
        load = build.load()
        with pytest.raises(Killed):
            load_run(load=load, source=source, on=TODAY, step=killed)
        assert Setting.objects.count() == 2000
        load.refresh_from_db()
        assert load.done["new"] == 2000
        load = load_run(load=load, source=source, on=TODAY, step=lambda done: None)
    assert (load.stage, load.done["new"]) == ("loaded", 2500)
    assert Setting.objects.count() == 2500


def test_a_load_that_another_worker_goes_on_with_is_left_to_it(tmp_path: Path) -> None:
    path = file(tmp_path, *(school(urn=f"{200000 + n}") for n in range(1500)))
    load = build.load()

    def elsewhere(done: int) -> None:
        Load.objects.filter(pk=load.pk).update(line=1400)

    with path.open("rb") as opened_, pytest.raises(CutIn):
        load_run(
            load=load,
            source=Source.of(opened_),
            on=TODAY,
            step=elsewhere,
        )
    assert Setting.objects.count() == 1000
