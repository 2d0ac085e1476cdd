"""The virtual environment: made, finished, remade."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from sendhub.local import packages
from sendhub.local.packages import Packages
from sendhub.local.trouble import Trouble


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Return a clone that needs no packages at all, in a folder with a space."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    (folder / "requirements.txt").touch()
    (folder / "requirements-dev.txt").touch()
    return folder


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "packages.log"


class WithoutPip(Packages):
    """Packages whose venv and pip do nothing but be counted."""

    def run(self, command: list[str], log: Path) -> None:
        with log.open("a") as stream:
            stream.write("venv\n" if "venv" in command else "install\n")
        library = self.venv / "lib" / "python3.11" / "site-packages" / "pip"
        library.mkdir(parents=True, exist_ok=True)
        (library / "__main__.py").touch()
        self.python.parent.mkdir(exist_ok=True)
        self.python.write_text("#!/bin/sh\necho 3.11\n")
        self.python.chmod(0o755)
        (self.venv / "bin" / "pip").write_text(f"#!{self.python}\n")


def test_makes_a_real_environment_once(repo: Path, log: Path) -> None:
    assert Packages(repo).ensure(log)
    assert Packages(repo).complete()
    assert not Packages(repo).ensure(log)
    assert not Packages(repo, "dev").complete()


def test_installs_again_when_a_lock_file_changed(repo: Path, log: Path) -> None:
    WithoutPip(repo).ensure(log)
    (repo / "requirements.txt").write_text("# changed\n")
    WithoutPip(repo).ensure(log)
    assert log.read_text().split() == ["venv", "install", "install"]


def test_remakes_an_environment_that_was_cut_off(repo: Path, log: Path) -> None:
    WithoutPip(repo).ensure(log)
    (repo / ".venv" / "being-made").touch()
    (repo / ".venv" / "half").touch()
    WithoutPip(repo).ensure(log)
    assert log.read_text().split() == ["venv", "install"] * 2
    assert not (repo / ".venv" / "half").exists()


@pytest.mark.parametrize("lost", ["bin", "bin/python", "lib", "packages-run.stamp"])
def test_repairs_an_environment_that_lost_a_part(
    repo: Path, log: Path, lost: str
) -> None:
    WithoutPip(repo).ensure(log)
    path = repo / ".venv" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    (repo / "requirements.txt").write_text("# changed\n")
    WithoutPip(repo).ensure(log)
    assert WithoutPip(repo).complete()


def test_remakes_an_environment_that_was_moved(repo: Path, log: Path) -> None:
    WithoutPip(repo).ensure(log)
    moved = repo.rename(repo.with_name("elsewhere"))
    WithoutPip(moved).ensure(log)
    assert log.read_text().split() == ["venv", "install"] * 2


def test_replaces_a_file_in_its_place(repo: Path, log: Path) -> None:
    (repo / ".venv").write_text("not a folder")
    WithoutPip(repo).ensure(log)
    assert WithoutPip(repo).complete()


def test_says_what_to_install_when_python_has_no_venv(
    repo: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(Trouble, match=r"no venv module: .* 'apt install python3\.\d+-"):
        WithoutPip(repo).ensure(log)


def test_refuses_to_begin_on_a_full_disk(
    repo: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(packages.ROOM_MB, "run", 10**12)
    with pytest.raises(Trouble, match="nearly full"):
        WithoutPip(repo).ensure(log)


def test_refuses_a_clone_of_somebody_else(
    repo: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Trouble, match="start SENDhub from a clone of your own"):
        WithoutPip(repo).ensure(log)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("x\nOSError: [Errno 28] No space left on device\n", "is full: make room"),
        ("ERROR: No matching distribution found for django", "look at the network"),
        ("ERROR: something odd\n\n", "ERROR: something odd"),
    ],
)
def test_says_why_pip_failed(repo: Path, log: Path, told: str, sentence: str) -> None:
    assert sentence in str(Packages(repo).refusal(told, log))
