"""The nightly file of plans for social care: what is in it, and who is not."""

import csv
import hashlib
import io
import re
import stat
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from sendhub.ehcps import actions, extract
from sendhub.ehcps.models import Extract
from sendhub.ehcps.tasks import plans_extract
from sendhub.people.models import Child, ExternalNumber
from tests import build
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db

NAME = f"sendhub-plans-{TODAY}.csv"
DOCS = Path(__file__).resolve().parents[2] / "docs/social-care-extract.md"


def rows_in(folder):
    text = (folder / NAME).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_tells_of_every_plan_that_was_issued(tmp_path):
    nia = build.user("caseworker", name="Nia Prosser", email="nia@example.org")
    child = build.child(given_names="Amara", family_name="Osei")
    plan = build.plan(child_=child, officer=nia)
    number = {"system": "mosaic", "number": "M123456"}
    ExternalNumber.objects.create(child=child, **number)
    ExternalNumber.objects.create(child=child, system="school", number="9")
    build.draft_sent()
    made = actions.extract_write(folder=tmp_path)
    [row] = rows_in(tmp_path)
    assert row["mosaic_id"] == "M123456"
    assert (row["given_names"], row["family_name"]) == ("Amara", "Osei")
    assert row["date_of_birth"] == "2016-05-05"
    assert row["case_reference"] == plan.case.reference
    assert (row["plan_standing"], row["plan_ceased_on"]) == ("live", "")
    assert row["plan_issued_on"] == plan.issued_on.isoformat()
    assert row["setting_name"] == plan.setting.name
    assert (row["officer_name"], row["officer_email"]) == (
        "Nia Prosser",
        "nia@example.org",
    )
    assert (made.plans, made.left_out, made.children) == (1, 0, [child.pk])


def test_says_nothing_of_a_restricted_child_and_how_many_there_are(tmp_path):
    build.plan(child_=build.child(family_name="Open"))
    plan = build.plan(child_=build.child(family_name="Hidden"))
    manager = build.user("service_manager")
    Child.objects.filter(pk=plan.case.child_id).update(
        restricted_at="2026-11-01T10:00Z",
        restricted_by=manager,
        restricted_reason="A relative works here",
        restricted_review_on="2027-01-01",
    )
    made = actions.extract_write(folder=tmp_path)
    assert [row["family_name"] for row in rows_in(tmp_path)] == ["Open"]
    assert (made.plans, made.left_out) == (1, 1)
    assert plan.case.child_id not in made.children


def test_the_run_keeps_what_was_written_and_only_its_group_reads_it(tmp_path):
    build.plan()
    made = actions.extract_write(folder=tmp_path)
    content = (tmp_path / NAME).read_bytes()
    assert made.sha256 == hashlib.sha256(content).hexdigest()
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o640
    actions.extract_write(folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert Extract.objects.count() == 2


def test_each_column_is_explained_and_no_other():
    explained = re.findall(r"^\| `(\w+)` \|", DOCS.read_text("utf-8"), re.MULTILINE)
    assert explained == list(extract.columns())


def test_the_worker_writes_where_a_folder_is_set_only(tmp_path, settings):
    build.plan()
    settings.EXTRACT_DIR = ""
    assert plans_extract(timestamp=0) == 0
    assert not Extract.objects.exists()
    settings.EXTRACT_DIR = str(tmp_path)
    assert plans_extract(timestamp=0) == 1


def test_a_folder_that_is_not_there_leaves_the_reason(tmp_path, settings):
    settings.EXTRACT_DIR = str(tmp_path / "gone")
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("plans_extract")
    run = Extract.objects.get()
    assert (run.failure, run.plans, run.sha256) == ("No such file or directory", 0, "")


def test_what_else_fails_is_kept_without_its_words(tmp_path, settings, monkeypatch):
    def break_down():
        raise RuntimeError("Amara Osei is too much")

    monkeypatch.setattr(extract, "plans_told", break_down)
    settings.EXTRACT_DIR = str(tmp_path)
    with pytest.raises(RuntimeError):
        plans_extract(timestamp=0)
    assert Extract.objects.get().failure.startswith("Something went wrong.")


def test_the_command_says_what_it_did(tmp_path, settings, capsys):
    build.plan()
    settings.EXTRACT_DIR = str(tmp_path)
    call_command("plans_extract")
    said = capsys.readouterr().out
    assert said == f"{NAME}: 1 plans; 0 of restricted children left out.\n"
    settings.EXTRACT_DIR = ""
    with pytest.raises(CommandError, match="SENDHUB_EXTRACT_DIR"):
        call_command("plans_extract")


@pytest.mark.parametrize(
    "facts",
    [
        {"sha256": "x"},
        {"sha256": ""},
        {"sha256": "a" * 64, "failure": "The disk is full."},
    ],
)
def test_a_run_has_its_fingerprint_or_why_there_is_none(facts):
    with pytest.raises(IntegrityError, match="ehcps_extract_fingerprint"):
        Extract.objects.create(filename="x", plans=0, left_out=0, **facts)


def test_queries_do_not_grow(tmp_path, django_assert_max_num_queries):
    for _ in range(3):
        build.plan()
    with django_assert_max_num_queries(8):
        actions.extract_write(folder=tmp_path)
