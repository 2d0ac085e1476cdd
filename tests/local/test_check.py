"""`bin/test`: what it runs, and what it says when something is missing."""

import shutil
from pathlib import Path

import pytest

from sendhub.local import check
from sendhub.local.check import Check, look_for_browser, own_place, run_checks
from sendhub.local.packages import Packages
from sendhub.local.trouble import Trouble


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SENDHUB_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)


@pytest.mark.usefixtures("no_browser")
def test_says_that_browser_tests_are_skipped_and_why(
    capsys: pytest.CaptureFixture[str],
) -> None:
    env: dict[str, str] = {}
    look_for_browser(env)
    assert "so the browser tests are skipped" in capsys.readouterr().out
    assert "SENDHUB_CHROMIUM" not in env


@pytest.mark.usefixtures("no_browser")
def test_refuses_to_skip_them_where_nothing_may_be_skipped() -> None:
    with pytest.raises(Trouble, match="no test may be skipped: install it"):
        look_for_browser({"SENDHUB_NO_SKIPS": "1"})


def test_refuses_a_named_browser_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SENDHUB_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(Trouble, match="/nowhere/chromium, which cannot be run"):
        look_for_browser({})


def test_runs_every_check_and_ends_with_the_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    three = [
        Check("first", ["sh", "-c", "echo broken; exit 1"]),
        Check("second", ["true"]),
        Check("third", ["true"]),
    ]
    monkeypatch.setattr(check, "checks", lambda _: three)
    assert not run_checks(Packages(check.REPO).venv, {"PATH": "/usr/bin:/bin"})
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["FAILED  first", "broken"]
    assert lines[-1] == "2 passed, 1 failed"


def test_gives_each_run_at_the_same_time_a_place_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SENDHUB_DATA_DIR", str(tmp_path))
    first, first_lock = own_place()
    second, second_lock = own_place()
    assert first.data != second.data
    first_lock.close()
    third, third_lock = own_place()
    assert third.data == first.data
    second_lock.close()
    third_lock.close()
