"""The data folder."""

import os
import stat
from pathlib import Path

import pytest

from sendhub.local.place import Place, data_folder, read_env_file
from sendhub.local.trouble import Trouble


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path / "var")
    made.prepare()
    return made


def test_keeps_a_secret_for_its_owner_only(place: Place) -> None:
    text = place.secret("key")
    assert len(text) > 40
    assert place.secret("key") == text
    assert stat.S_IMODE((place.secrets / "key").stat().st_mode) == 0o600
    assert stat.S_IMODE(place.secrets.stat().st_mode) == 0o700


def test_is_used_by_one_run_at_a_time(place: Place) -> None:
    held = place.lock()
    assert held
    assert place.lock() is None
    held.close()
    again = place.lock()
    assert again
    again.close()


def test_refuses_what_another_user_made(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)
    with pytest.raises(Trouble, match="who started SENDhub here first"):
        place.prepare()


def test_refuses_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("not a folder")
    with pytest.raises(Trouble, match="cannot be made or written"):
        Place(tmp_path / "var").prepare()


def test_refuses_a_disk_without_room(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"nearly full: \d+ MB are free and 10000000"):
        Place(tmp_path / "var").prepare(room_mb=10_000_000_000)


def test_lies_in_the_clone_unless_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SENDHUB_DATA_DIR", raising=False)
    assert data_folder(tmp_path) == tmp_path / "var"
    monkeypatch.setenv("SENDHUB_DATA_DIR", str(tmp_path / "a" / ".." / "b"))
    assert data_folder(tmp_path) == tmp_path / "b"


def test_puts_an_overlong_log_aside(place: Place) -> None:
    log = place.log("site")
    with log.open("w") as stream:
        stream.truncate(6_000_000)
    assert not place.log("site").exists()
    assert log.with_suffix(".log.1").exists()


def test_reads_settings_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    assert read_env_file(file) == {}
    file.write_text("# words\nPORT=8001\nSENDHUB_EMAIL_FROM='a = b'\n\nnonsense\n")
    assert read_env_file(file) == {"PORT": "8001", "SENDHUB_EMAIL_FROM": "a = b"}
