"""`bin/start` and `bin/test` as a stranger meets them."""

import errno
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from sendhub.local.trouble import Trouble, in_one_sentence, last_words
from tests.local.no_skips import refuse_skip

REPO = Path(__file__).resolve().parents[2]
NAMES = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")


def run(command: str, path: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": path, "PORT": "nonsense"}
    return subprocess.run(
        [REPO / "bin" / command, *arguments],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def pythons(folder: Path, answer: str) -> str:
    """Make a PATH on which every Python answers the same."""
    for name in NAMES:
        (folder / name).write_text(f"#!/bin/sh\n{answer}\n")
        (folder / name).chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


@pytest.mark.parametrize("command", ["start", "test"])
def test_refuses_an_old_python(tmp_path: Path, command: str) -> None:
    done = run(command, pythons(tmp_path, "echo old 3.8.10"))
    assert done.returncode == 1
    assert "needs Python 3.11 or later, and python3 here is 3.8.10" in done.stderr


def test_refuses_a_machine_without_python(tmp_path: Path) -> None:
    done = run("start", pythons(tmp_path, "exit 127"))
    assert done.returncode == 1
    assert "no python3 was found" in done.stderr


@pytest.mark.parametrize("command", ["start", "test"])
def test_helps(command: str) -> None:
    done = run(command, os.environ["PATH"], "--help")
    assert done.returncode == 0
    assert "DATABASE_URL" in done.stdout


def test_says_one_sentence_about_a_wrong_port() -> None:
    done = run("start", os.environ["PATH"])
    assert done.returncode == 1
    assert done.stderr == ("PORT must be a number from 1 to 65535; it is 'nonsense'.\n")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Trouble("The cat sits on the cable."), "The cat sits on the cable."),
        (PermissionError(errno.EACCES, "no", "/x"), "You may not write to /x"),
        (OSError(errno.ENOSPC, "full", "/"), "The disk that holds / is full"),
        (OSError(errno.EIO, "broken", "/"), "This was not foreseen"),
        (ZeroDivisionError("by nought"), "This was not foreseen: by nought"),
    ],
)
def test_says_whatever_happens_in_a_sentence(
    error: Exception,
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> int:
        raise error

    assert in_one_sentence(fail, tmp_path / "report.txt") == 1
    printed = capsys.readouterr().err
    assert printed.startswith(sentence)
    assert "Traceback" not in printed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Traceback ...\na.b.OperationalError: no server\nIs it up?\n", "no server"),
        ("CommandError: It holds real data: stop.\n", "It holds real data: stop."),
        ("one\ntwo: three\n\n", "two: three"),
        ("", "it said nothing"),
    ],
)
def test_repeats_what_a_failed_program_said(text: str, words: str) -> None:
    assert last_words(text) == words


def test_lets_no_test_be_skipped_where_that_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SENDHUB_NO_SKIPS", "1")
    report = SimpleNamespace(skipped=True, outcome="skipped", longrepr="no browser")
    refuse_skip(report)
    assert report.outcome == "failed"
    assert "no browser" in report.longrepr
