"""Wards and places of postcodes, out of the ONS directory (PPL-5, PPL-9)."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from sendhub.audit.models import Act
from sendhub.people.models import LocalityArea, Postcode
from tests import build

pytestmark = pytest.mark.django_db
HEAD = "pcd,pcd2,pcds,dointr,osward,laua,lat,long"
GRID = "pcds,osward,oseast1m,osnrth1m,osgrdind"
NEWER = "pcds,wd25cd,east1m,north1m,gridind"
NO_GRID = "The file has no columns of the National Grid: places stay as they are.\n"


def line(code: str, ward: str = "E05012345") -> str:
    return f"{code},{code},{code},198001,{ward},E06000019,52.05,-2.71"


def directory(folder: Path, *lines: str, head: str = HEAD) -> Path:
    path = folder / "ONSPD_AUG_2026_UK.csv"
    path.write_text("\r\n".join([head, *lines]) + "\r\n")
    return path


def run(path: Path, **options: Any) -> tuple[str, str, int]:
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("import_postcodes", path, stdout=out, stderr=err, **options)
    except SystemExit as end:
        code = int(end.code or 0)
    return out.getvalue(), err.getvalue(), code


def wards() -> dict[str, str]:
    return dict(Postcode.objects.values_list("code", "ward"))


def test_keeps_the_ward_of_each_postcode(tmp_path: Path) -> None:
    told = run(directory(tmp_path, line("HR1 1AA"), line("hr6 8zz", "W05000001")))
    assert told == (f"2 lines, new or changed 2, left out 0.\n{NO_GRID}", "", 0)
    assert wards() == {"HR1 1AA": "E05012345", "HR6 8ZZ": "W05000001"}
    (act,) = Act.objects.filter(act="people.postcodes_import")
    assert act.sentence.endswith("ONSPD_AUG_2026_UK.csv: 2 new or changed")


def test_run_again_it_writes_what_changed_alone(tmp_path: Path) -> None:
    run(directory(tmp_path, line("HR1 1AA"), line("HR1 1AB")))
    path = directory(tmp_path, line("HR1 1AA"), line("HR1 1AB", "E05099999"))
    assert "new or changed 1" in run(path)[0]
    assert "new or changed 0" in run(path)[0]
    assert wards() == {"HR1 1AA": "E05012345", "HR1 1AB": "E05099999"}
    assert "new or changed 0" in run(directory(tmp_path, line("HR1 1AA")))[0]
    assert len(wards()) == 2


def test_lines_that_cannot_be_read_are_told_and_the_rest_is_in(tmp_path: Path) -> None:
    lines = [line("HR1 1AA"), line("nowhere"), line("HR1 1AB", "Ward 7"), "HR1 1AC,x"]
    out, err, code = run(directory(tmp_path, *lines, line("JE1 1AA", "")))
    assert (out, code) == (f"5 lines, new or changed 1, left out 3.\n{NO_GRID}", 3)
    assert "Line 3: “nowhere” is not a postcode." in err
    assert "Line 4: “Ward 7” is not the code of a ward." in err
    assert "Line 5: it has 2 columns, and the headings have 8." in err


def test_of_a_postcode_twice_the_last_line_counts(tmp_path: Path) -> None:
    run(directory(tmp_path, line("HR1 1AA"), line("HR1 1AA", "E05099999")))
    assert wards() == {"HR1 1AA": "E05099999"}


def test_newer_editions_name_the_year_of_the_wards(tmp_path: Path) -> None:
    run(directory(tmp_path, line("HR1 1AA"), head=HEAD.replace("osward", "wd24cd")))
    assert wards() == {"HR1 1AA": "E05012345"}


@pytest.mark.parametrize("head", ["Name,Age", HEAD.replace("osward", "place")])
def test_another_file_is_refused_whole(tmp_path: Path, head: str) -> None:
    with pytest.raises(CommandError, match="This is not the ONS directory"):
        run(directory(tmp_path, line("HR1 1AA"), head=head))
    assert not Postcode.objects.exists()


def test_a_ward_counts_before_the_start_of_a_postcode(tmp_path: Path) -> None:
    run(directory(tmp_path, line("HR1 1AA"), line("HR1 1AB", "E05000002")))
    by_start = build.area("HR1")
    by_ward = LocalityArea.objects.create(
        ward="E05012345", team=build.team(locality="south")
    )
    LocalityArea.objects.create(ward="E05000009", team=by_start.team)
    found = LocalityArea.objects.holding
    assert found("HR1 1AA") == by_ward
    assert found("HR1 1AB") == by_start
    assert found("HR1 9ZZ") == by_start
    assert found("LD1 1AA") is None


def test_an_area_is_a_ward_or_a_start_and_each_once() -> None:
    team = build.team(locality="north")
    build.area("HR1")
    LocalityArea.objects.create(ward="E05012345", team=team)
    for name, facts in {
        "people_localityarea_start_once": {"postcode_start": "HR1"},
        "people_localityarea_ward_once": {"ward": "E05012345"},
        "people_localityarea_ward_or_start": {},
    }.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            LocalityArea.objects.create(team=team, **facts)


def places() -> dict[str, tuple[int | None, int | None]]:
    rows = Postcode.objects.values_list("code", "easting", "northing")
    return {code: (easting, northing) for code, easting, northing in rows}


@pytest.mark.parametrize("head", [GRID, NEWER, GRID.upper().replace("PCDS", "pcds")])
def test_keeps_where_each_postcode_is(tmp_path: Path, head: str) -> None:
    lines = (
        "HR1 1AA,E05012345,351000,0240000,1",
        "LD1 5HG,W05000001,305000,0261000,1",
        "ZE1 0AA,S13000001,447500,1141500,1",
        "BT1 1AA,N08000001,333500,0374000,1",
        "GX1 1AA,,,,9",
        "HR1 1AB,E05012345,,,9",
        "HR1 1AE,E05012345,351000,0240000,9",
        "HR1 1AD,E05012345,0,0000000,",
        "SA1 1AA,,265000,0193000,8",
    )
    assert run(directory(tmp_path, *lines, head=head)) == (
        "9 lines, new or changed 8, left out 0.\n",
        "",
        0,
    )
    assert places() == {
        "HR1 1AA": (351_000, 240_000),
        "LD1 5HG": (305_000, 261_000),
        "ZE1 0AA": (447_500, 1_141_500),
        "BT1 1AA": (None, None),
        "HR1 1AB": (None, None),
        "HR1 1AE": (None, None),
        "HR1 1AD": (None, None),
        "SA1 1AA": (265_000, 193_000),
    }
    assert wards()["SA1 1AA"] == ""


@pytest.mark.parametrize(
    ("east", "north", "fault"),
    [
        ("351000", "", "351000 east, nothing north is not on the National Grid"),
        ("", "0240000", "nothing east, 0240000 north is not on the National Grid"),
        ("700000", "0240000", "700000 east, 0240000 north is not on the"),
        ("351000", "1300000", "1300000 north is not on the National Grid"),
        ("351000.5", "0240000", "“351000.5” is not a number of metres"),
        ("-2", "0240000", "“-2” is not a number of metres"),
        ("35100٣", "0240000", "is not a number of metres"),
        ("9" * 5000, "0240000", "is not a number of metres"),
        ("=1+1", "0240000", "“=1+1” is not a number of metres"),
    ],
)
def test_a_place_that_cannot_be_is_told(
    tmp_path: Path, east: str, north: str, fault: str
) -> None:
    line = f"HR1 1AA,E05012345,{east},{north},1"
    out, err, code = run(directory(tmp_path, line, head=GRID))
    assert (out, code) == ("1 lines, new or changed 0, left out 1.\n", 3)
    assert f"{fault}" in err
    assert places() == {}


def test_what_the_file_has_no_column_of_stays(tmp_path: Path) -> None:
    run(directory(tmp_path, line("HR1 1AA")))
    said = run(
        directory(tmp_path, "HR1 1AA,351000,240000", head="pcds,oseast1m,osnrth1m")
    )[0]
    assert "The file has no column of wards: those stay as they are." in said
    assert (wards(), places()) == (
        {"HR1 1AA": "E05012345"},
        {"HR1 1AA": (351_000, 240_000)},
    )
    run(directory(tmp_path, line("HR1 1AA", "E05099999")))
    assert (wards(), places()) == (
        {"HR1 1AA": "E05099999"},
        {"HR1 1AA": (351_000, 240_000)},
    )
    gone = directory(tmp_path, "HR1 1AA,E05099999,,,9", head=GRID)
    assert "new or changed 1" in run(gone)[0]
    assert places() == {"HR1 1AA": (None, None)}
    assert "new or changed 0" in run(gone)[0]


def test_one_column_of_the_grid_alone_tells_no_place(tmp_path: Path) -> None:
    said = run(
        directory(tmp_path, "HR1 1AA,E05012345,351000", head="pcds,osward,oseast1m")
    )
    assert said == (f"1 lines, new or changed 1, left out 0.\n{NO_GRID}", "", 0)
    assert (wards(), places()) == ({"HR1 1AA": "E05012345"}, {"HR1 1AA": (None, None)})


def test_a_postcode_of_no_known_ward_is_in_no_teams_ward(tmp_path: Path) -> None:
    area = build.area("HR1")
    build.area("HR4", locality="south")
    run(directory(tmp_path, "HR1 1AA,,351000,0240000,1", head=GRID))
    assert LocalityArea.objects.holding("HR1 1AA") == area
    run(directory(tmp_path, "LD1 1AA,,351000,0240000,1", head=GRID))
    assert LocalityArea.objects.holding("LD1 1AA") is None


def test_lines_to_mend_are_a_file_that_is_loaded_in_its_turn(tmp_path: Path) -> None:
    good, wrong = "HR1 1AA,E05012345,351000,0240000,1", "nowhere,E05012345,=1+1,5,1"
    path, mend = directory(tmp_path, good, wrong, head=GRID), tmp_path / "mend.csv"
    out, _, code = run(path, mend=mend)
    assert code == 3
    assert f"The lines to mend are in {mend}." in out
    with mend.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["oseast1m"] == "'=1+1"
    assert row["What is wrong"] == "Line 3: “nowhere” is not a postcode"
    text = mend.read_text("utf-8-sig").replace("nowhere", "HR1 1AB")
    mend.write_text(text.replace("'=1+1,5", "351000,240001"))
    again = tmp_path / "again.csv"
    assert run(mend, mend=again)[2] == 0
    assert not again.exists()
    assert places()["HR1 1AB"] == (351_000, 240_001)


def test_lines_to_mend_are_written_nowhere_that_harms(tmp_path: Path) -> None:
    path = directory(tmp_path, line("nowhere"))
    before = path.read_bytes()
    with pytest.raises(CommandError, match="would be written over"):
        run(path, mend=path)
    with pytest.raises(CommandError, match="There is no folder"):
        run(path, mend=tmp_path / "none" / "mend.csv")
    assert path.read_bytes() == before
    assert not Postcode.objects.exists()
