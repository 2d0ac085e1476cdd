"""Locality teams by ward, out of the ONS directory of postcodes (PPL-9)."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from sendhub.audit.models import Act
from sendhub.people.models import LocalityArea, Postcode
from tests import build

pytestmark = pytest.mark.django_db
HEAD = "pcd,pcd2,pcds,dointr,osward,laua,lat,long"


def line(code: str, ward: str = "E05012345") -> str:
    return f"{code},{code},{code},198001,{ward},E06000019,52.05,-2.71"


def directory(folder: Path, *lines: str, head: str = HEAD) -> Path:
    path = folder / "ONSPD_AUG_2026_UK.csv"
    path.write_text("\r\n".join([head, *lines]) + "\r\n")
    return path


def run(path: Path) -> tuple[str, str, int]:
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("import_postcodes", path, stdout=out, stderr=err)
    except SystemExit as end:
        code = int(end.code or 0)
    return out.getvalue(), err.getvalue(), code


def wards() -> dict[str, str]:
    return dict(Postcode.objects.values_list("code", "ward"))


def test_keeps_the_ward_of_each_postcode(tmp_path: Path) -> None:
    told = run(directory(tmp_path, line("HR1 1AA"), line("hr6 8zz", "W05000001")))
    assert told == ("2 lines, new or changed 2, left out 0.\n", "", 0)
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
    assert (out, code) == ("5 lines, new or changed 1, left out 3.\n", 3)
    assert "Line 3: “nowhere” is not a postcode." in err
    assert "Line 4: “Ward 7” is not the code of a ward." in err
    assert "Line 5: it has not as many columns" in err


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
