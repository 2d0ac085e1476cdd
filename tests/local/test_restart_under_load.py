"""PostgreSQL is restarted while people work: nobody loses or doubles anything."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import psycopg
import pytest

from sendhub.local.launch import database_environment
from sendhub.local.place import Place
from sendhub.local.postgres import Server
from sendhub.local.services import Service, stop_all, wait_for_page
from sendhub.local.waiting import waited_for
from tests.local.browsing import Answer, Browser, Fields, Forms
from tests.local.conftest import VENV
from tests.local.test_whole_start import free_port

REPO = Path(__file__).resolve().parents[2]
LIMIT = 300  # seconds, for a machine that does much else
PEOPLE = 4
PASSWORD = "apples and pears and plums"
MADE = """
import django
django.setup()
from datetime import date
from django.core.management import call_command
from tests import build
call_command("migrate", verbosity=0)
for number in range({people}):
    officer = build.user("caseworker", email=f"{{number}}@example.org",
                         password={password!r})
    case = build.case(officer=officer, opened_on=date(2025, 9, 1))
    print(case.get_absolute_url())
"""
CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE usename = current_user AND pid <> pg_backend_pid()"""
NOTES = "SELECT id, text FROM casework_note"
HISTORY = "SELECT about_id FROM audit_act WHERE act = 'casework.note_add'"
UNFINISHED = "SELECT count(*) FROM core_formtoken WHERE result_type = ''"


@dataclass
class Site:
    """A running site and its database."""

    port: int
    server: Server
    web: Service
    cases: list[str]

    def rows(self, sql: str) -> list[tuple]:
        url = self.server.url("sendhub_app")
        with psycopg.connect(url, autocommit=True) as connection:
            return connection.execute(sql).fetchall()

    def restart_database(self) -> None:
        self.server.stop()
        self.server.ensure()

    def cut_connections(self) -> None:
        assert self.rows(CUT)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site with a pool of connections, a database of its own and some caseworkers."""
    place = Place(tmp_path / "data")
    place.prepare()
    server = Server(place, VENV, durable=False)
    port, python = free_port(), sys.executable
    server.ensure()
    names = ("PATH", "HOME", "LANG")
    env = {name: os.environ[name] for name in names if name in os.environ}
    env |= database_environment(server)
    env |= {"SENDHUB_TESTING": "1", "SENDHUB_SECOND_FACTOR": "0"}
    env |= {"SENDHUB_DATA_DIR": str(place.data), "WEB_CONCURRENCY": "1"}
    env |= {
        "SENDHUB_THREADS": str(PEOPLE),
        "DJANGO_SETTINGS_MODULE": "sendhub.settings",
    }
    gunicorn = [python, "-m", "gunicorn", "--config", "sendhub/gunicorn.py"]
    gunicorn += ["--bind", f"127.0.0.1:{port}", "sendhub.wsgi"]
    web = Service("site", gunicorn, env, REPO, place.log("site"))
    try:
        made = MADE.format(people=PEOPLE, password=PASSWORD)
        as_owner = env | {"SENDHUB_AS_OWNER": "1"}
        cases = subprocess.check_output([python, "-c", made], cwd=REPO, env=as_owner)
        web.start()
        wait_for_page(port, web, [web])
        yield Site(port, server, web, cases.decode().split())
    finally:
        stop_all([web])
        server.stop()


@dataclass
class Caseworker:
    """Somebody who reads and writes notes until told to stop, and never gives up."""

    site: Site
    number: int
    stop: Event
    statuses: list[int] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    working: Future[None] = field(default_factory=Future)

    def __post_init__(self) -> None:
        self.browser = Browser(self.site.port)
        self.browser.sign_in(f"{self.number}@example.org", PASSWORD)
        self.case = self.site.cases[self.number]

    def work(self) -> None:
        while not self.stop.is_set():
            self.ask("GET", "/work/")
            form = Forms(self.ask("GET", f"{self.case}note/").text).having("text")
            text = f"Note {len(self.saved)} of {self.number}."
            form |= {"kind": "call", "text": text}
            if self.ask("POST", f"{self.case}note/", form).location == self.case:
                self.saved.append(text)

    def ask(self, method: str, path: str, sent: Fields | None = None) -> Answer:
        """Ask again, as the page says, for as long as the database is away."""
        while True:
            answer = self.browser.ask(method, path, sent)
            self.statuses.append(answer.status)
            if answer.status != 503:
                return answer
            time.sleep(0.1)


@contextmanager
def everybody_at_work(site: Site) -> Iterator[list[Caseworker]]:
    """Let all caseworkers work meanwhile; in the end each has finished what it did."""
    stop = Event()
    staff = [Caseworker(site, number, stop) for number in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as pool:
        for one in staff:
            one.working = pool.submit(one.work)
        try:
            yield staff
        finally:
            stop.set()
    for one in staff:
        one.working.result()


def wait_for_more(staff: list[Caseworker]) -> None:
    """Wait until everybody has saved something once more."""
    before = [len(one.saved) for one in staff]

    def all_saved() -> bool:
        both = zip(staff, before, strict=True)
        return all(len(one.saved) > had for one, had in both)

    def over() -> bool:
        return all_saved() or any(one.working.done() for one in staff)

    waited_for(over, LIMIT)
    assert all_saved(), [one.statuses for one in staff]


def test_loses_and_doubles_nothing_when_the_database_restarts(site: Site) -> None:
    blows = [site.cut_connections, site.restart_database] * 3
    with everybody_at_work(site) as staff:
        for blow in blows:
            wait_for_more(staff)
            blow()
        wait_for_more(staff)

    answered = Counter(status for one in staff for status in one.statuses)
    assert set(answered) <= {200, 302, 503}, answered
    notes = dict(site.rows(NOTES))
    saved = [text for one in staff for text in one.saved]
    assert sorted(notes.values()) == sorted(saved)
    assert sorted(about for (about,) in site.rows(HISTORY)) == sorted(notes)
    assert site.rows(UNFINISHED) == [(0,)]
    for one in staff:
        assert one.browser.get("/work/").status == 200
    assert not site.web.restarts
    assert not site.web.ended()
