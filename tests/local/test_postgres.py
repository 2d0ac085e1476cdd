"""The server that SENDhub brings along, really started."""

import os
import signal
from pathlib import Path

import psycopg
import pytest

from sendhub.local.place import Place
from sendhub.local.postgres import HASTY, SETTINGS, Server, socket_folder
from sendhub.local.system_user import server_user
from sendhub.local.trouble import Trouble
from tests.local.conftest import VENV, Starter


def rows(server: Server, sql: str, role: str = "sendhub_owner") -> list[tuple]:
    with psycopg.connect(server.url(role), autocommit=True) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchall() if cursor.description else []


def kill(server: Server) -> None:
    """End the server as a power cut would."""
    pid = server.pid()
    assert pid
    os.kill(pid, signal.SIGKILL)
    if server.process:
        server.process.wait()


def test_lets_the_owner_make_what_a_migration_needs(
    start_server: Starter, tmp_path: Path
) -> None:
    server = start_server(tmp_path)
    for extension in ("btree_gist", "pg_trgm", "unaccent"):
        rows(server, f"create extension {extension}")
    rows(server, "create table child (name text)")
    rows(server, "create database test_sendhub")
    assert rows(server, "show data_checksums") == [("on",)]
    assert rows(server, "select upper('é')") == [("É",)]


def test_lets_the_site_in_with_no_right_to_change_the_tables(
    start_server: Starter, tmp_path: Path
) -> None:
    server = start_server(tmp_path)
    assert rows(server, "select current_user", "sendhub_app") == [("sendhub_app",)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        rows(server, "create table child (name text)", "sendhub_app")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        rows(server, "create database other", "sendhub_app")


def test_lets_nobody_else_in(start_server: Starter, tmp_path: Path) -> None:
    server = start_server(tmp_path)
    as_superuser = server.url("sendhub_owner").replace("sendhub_owner:", "postgres:")
    with pytest.raises(psycopg.OperationalError, match="no pg_hba"):
        psycopg.connect(as_superuser)
    wrong = server.url("sendhub_app").replace("sendhub_app:", "sendhub_app:x")
    with pytest.raises(
        psycopg.OperationalError, match="password authentication failed"
    ):
        psycopg.connect(wrong)


def test_finds_a_server_that_a_killed_launcher_left_running(
    start_server: Starter, tmp_path: Path
) -> None:
    first = start_server(tmp_path)
    second = start_server(tmp_path)
    assert second.process is None
    assert second.pid() == first.pid()


def test_keeps_a_committed_row_when_everything_is_killed(
    start_server: Starter, tmp_path: Path
) -> None:
    first = start_server(tmp_path)
    rows(first, "create table child (name text)")
    rows(first, "insert into child values ('Ada')")
    kill(first)
    assert first.pid() is None
    second = start_server(tmp_path)
    assert rows(second, "select name from child") == [("Ada",)]


def test_starts_although_a_stranger_now_has_the_killed_servers_number(
    start_server: Starter, tmp_path: Path
) -> None:
    first = start_server(tmp_path)
    kill(first)
    mark = tmp_path / "pg" / "postmaster.pid"
    lines = mark.read_text().splitlines()
    mark.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    assert start_server(tmp_path).pid() not in (None, os.getpid())


def test_keeps_the_data_from_one_start_to_the_next(
    start_server: Starter, tmp_path: Path
) -> None:
    first = start_server(tmp_path)
    rows(first, "create table child (name text)")
    first.stop()
    assert first.pid() is None
    assert not first.socket.exists()
    assert rows(start_server(tmp_path), "select * from child") == []


def test_starts_in_a_long_path_with_spaces(
    start_server: Starter, tmp_path: Path
) -> None:
    folder = tmp_path / "the children's folder, new" / ("x" * 120) / "var"
    assert rows(start_server(folder), "select 1") == [(1,)]


def test_gives_new_passwords_when_the_old_ones_were_lost(
    start_server: Starter, tmp_path: Path
) -> None:
    first = start_server(tmp_path)
    before = first.url("sendhub_app")
    for role in ("sendhub_app", "sendhub_owner"):
        (tmp_path / "secrets" / role).unlink()
    second = start_server(tmp_path)
    assert second.url("sendhub_app") != before
    assert rows(second, "select 1", "sendhub_app") == [(1,)]


def test_refuses_data_of_another_version(start_server: Starter, tmp_path: Path) -> None:
    start_server(tmp_path).stop()
    (tmp_path / "pg" / "PG_VERSION").write_text("9\n")
    with pytest.raises(Trouble, match="were made by PostgreSQL 9, and this machine"):
        start_server(tmp_path)


def test_refuses_a_folder_that_holds_something_else(
    start_server: Starter, tmp_path: Path
) -> None:
    (tmp_path / "pg").mkdir()
    (tmp_path / "pg" / "letter.txt").write_text("Dear parent")
    with pytest.raises(Trouble, match="something else than PostgreSQL's data"):
        start_server(tmp_path)


def test_takes_up_where_a_first_start_was_cut_off(
    start_server: Starter, tmp_path: Path
) -> None:
    (tmp_path / "pg.making").mkdir()
    (tmp_path / "pg.making" / "PG_VERSION").write_text("18\n")
    assert rows(start_server(tmp_path), "select 1") == [(1,)]
    assert not (tmp_path / "pg.making").exists()


def test_says_why_the_server_does_not_start(
    start_server: Starter, tmp_path: Path
) -> None:
    start_server(tmp_path).stop()
    with (tmp_path / "pg" / "postgresql.conf").open("a") as settings:
        settings.write("nonsense = 1\n")
    with pytest.raises(Trouble, match=r"did not start: .*"):
        start_server(tmp_path)


def test_keeps_every_promise_of_the_disk_outside_tests(tmp_path: Path) -> None:
    Place(tmp_path).prepare()
    assert Server(Place(tmp_path), VENV).settings == SETTINGS
    assert not set(SETTINGS) & set(HASTY)


def test_puts_the_socket_where_its_path_is_short() -> None:
    for data in (Path("/" + "x" * 200), Path("/a,b"), Path("/a")):
        assert len(str(socket_folder(data, server_user()))) < 80
