"""The whole of `bin/start`: first start, a power cut, second start, Ctrl-C."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from sendhub.accounts.roles import ROLES
from sendhub.demo.guard import REAL_PEOPLE
from sendhub.local.launch import Launcher
from sendhub.local.packages import Packages
from sendhub.local.services import is_free
from sendhub.local.waiting import waited_for
from tests.local.browsing import Browser
from tests.local.conftest import Starter

REPO = Path(__file__).resolve().parents[2]
PASSWORD = "apples and pears and plums"
NOTE = "Written before the lights went out."
SIGN_IN = re.compile(r"^(\S+@example\.org) +([^:]+):", re.MULTILINE)
LIMIT = 300  # seconds, for a machine that does much else


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def copied(folder: Path) -> Path:
    """Copy what belongs to the repository, and lend it the packages of this Python."""
    known = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(known, cwd=REPO, check=True, capture_output=True).stdout
    for name in listed.decode().strip("\0").split("\0"):
        if (REPO / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPO / name, folder / name)
    venv.create(folder / ".venv", symlinks=True)
    packages = f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    (folder / ".venv" / packages).rmdir()
    (folder / ".venv" / packages).symlink_to(Path(sys.prefix) / packages)
    Packages(folder).note()
    return folder


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("start") / "my SENDhub, new")


def environment(data: Path, port: int, **more: str) -> dict[str, str]:
    """Return what a stranger's shell has, and nothing of the tests'."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "SENDHUB_PG_BIN")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "PORT": str(port),
        "SENDHUB_DATA_DIR": str(data),
        "SENDHUB_DEMO_PASSWORD": PASSWORD,
        **more,
    }


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be counted does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.split()[0] not in ("Z", "X")


def below(pid: int) -> list[int]:
    """Return the processes that a process started, and those that they started."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *below(child)]
    return found


@dataclass
class Start:
    """One run of bin/start."""

    clone: Path
    env: dict[str, str]
    output: Path
    started: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        with self.output.open("wb") as stream:
            self.process = subprocess.Popen(
                [self.clone / "bin" / "start"],
                cwd="/",
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                start_new_session=True,
            )

    def told(self) -> str:
        return self.output.read_text()

    def wait_until_it_runs(self) -> str:
        """Wait for the last line of the announcement; return all that was printed."""
        over = self.process.poll

        def ready() -> bool:
            return "Stop it with Ctrl-C" in self.told() or over() is not None

        assert waited_for(ready, LIMIT), self.told()
        assert over() is None, self.told()
        self.started = [self.process.pid, *below(self.process.pid)]
        return self.told()

    def kill(self) -> None:
        """End everything at once, as a power cut would."""
        for pid in self.started or [self.process.pid, *below(self.process.pid)]:
            if alive(pid):
                os.kill(pid, signal.SIGKILL)
        self.process.wait(LIMIT)
        self.wait_until_all_ended()

    def wait_until_all_ended(self) -> None:
        left = [pid for pid in self.started if alive(pid)]
        assert waited_for(lambda: not any(map(alive, left)), LIMIT), left

    def press_ctrl_c(self) -> int:
        """Interrupt it as a terminal does; return its exit status."""
        self.started = [self.process.pid, *below(self.process.pid)]
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(LIMIT)


@pytest.fixture
def starts() -> Iterator[list[Start]]:
    """Whatever a test started and left running is ended."""
    made: list[Start] = []
    yield made
    for one in made:
        if one.process.poll() is None:
            one.kill()


def write_note(site: Browser) -> str:
    """Add a note to the first case of one's work; return the address of the case."""
    found = re.search(r'"(/work/cases/\d+/)[?"]', site.get("/work/").text)
    assert found
    filled = site.form(found[1] + "note/", "text") | {"kind": "call", "text": NOTE}
    answer = site.post(found[1] + "note/", filled)
    assert answer.location == found[1], answer.text
    return found[1]


def test_starts_survives_a_power_cut_and_stops(
    clone: Path, tmp_path: Path, starts: list[Start]
) -> None:
    port, data = free_port(), tmp_path / "kept here"
    env = environment(data, port)

    first = Start(clone, env, tmp_path / "first")
    starts.append(first)
    told = first.wait_until_it_runs()
    assert f"http://localhost:{port}/" in told
    sign_ins = SIGN_IN.findall(told)
    assert [role for _, role in sign_ins] == [role.name for role in ROLES.values()]
    assert f"Password of all: {PASSWORD}" in told
    site = Browser(port)
    assert site.get("/health/").status == 200
    for email, _ in sign_ins:
        Browser(port).sign_in(email, PASSWORD)
    site.sign_in(sign_ins[0][0], PASSWORD)
    case = write_note(site)
    first.kill()
    assert waited_for(lambda: is_free(port), LIMIT)

    second = Start(clone, env, tmp_path / "second")
    starts.append(second)
    second.wait_until_it_runs()
    assert NOTE in site.get(case).text  # and still signed in
    loaded = (data / "log" / "prepare.log").read_text().count("invented children")
    assert loaded == 1
    assert second.press_ctrl_c() == 0, second.told()
    assert f"Stopped. The data are kept in {data}." in second.told()
    second.wait_until_all_ended()
    assert waited_for(lambda: is_free(port), LIMIT)
    assert not (data / "pg" / "postmaster.pid").exists()


TABLES = """
    CREATE TABLE accounts_user (id bigint);
    CREATE TABLE people_child (id bigint);
    CREATE TABLE core_partnership (id bigint, demonstration boolean);
    INSERT INTO people_child VALUES (1)"""
COUNT = "SELECT count(*) FROM pg_class WHERE relkind = 'r'"


def test_changes_nothing_in_a_database_of_real_people(
    clone: Path, tmp_path: Path, start_server: Starter, starts: list[Start]
) -> None:
    server = start_server(tmp_path / "theirs")
    urls = {
        "DATABASE_URL": server.url("sendhub_app"),
        "DATABASE_OWNER_URL": server.url("sendhub_owner"),
    }
    with psycopg.connect(urls["DATABASE_OWNER_URL"], autocommit=True) as theirs:
        theirs.execute(TABLES)
        before = theirs.execute(COUNT).fetchone()
        env = environment(tmp_path / "ours", free_port(), **urls)
        starts.append(Start(clone, env, tmp_path / "output"))
        assert starts[0].process.wait(LIMIT) == 1
        assert theirs.execute(COUNT).fetchone() == before
    assert starts[0].told().endswith(f"\n{REAL_PEOPLE}\n")
    assert not (tmp_path / "ours" / "pg").exists()


@pytest.mark.parametrize("owner", ["postgresql://owner@elsewhere/x", None])
def test_uses_the_database_that_it_is_given(
    owner: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = "postgresql://app@elsewhere/x?sslmode=require"
    monkeypatch.setenv("SENDHUB_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", given)
    monkeypatch.setenv("PGSSLROOTCERT", "/etc/ssl/certs/council.pem")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    if owner:
        monkeypatch.setenv("DATABASE_OWNER_URL", owner)
    launcher = Launcher(REPO, 8000)
    launcher.place.prepare()
    env = launcher.environment()
    assert launcher.server is None
    assert env["DATABASE_URL"] == given
    assert env["DATABASE_OWNER_URL"] == (owner or given)
    assert env["PGSSLROOTCERT"]
