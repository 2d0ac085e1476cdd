"""`manage.py bench` opens every page and keeps nothing. Times are not judged."""

import io
import json
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.audit.models import Act, Look
from sendhub.background.models import Job
from sendhub.casework.models import Case, Note
from sendhub.core.models import Partnership
from sendhub.demo.bench import (
    crowding,
    explaining,
    making,
    measuring,
    serving,
    targets,
)
from sendhub.demo.bench.measuring import Measured
from sendhub.demo.bench.pages import sample
from sendhub.demo.bench.targets import Found
from sendhub.demo.bench.yardstick import Beside
from sendhub.people.models import Child
from sendhub.schools.models import Setting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
PAGES = {
    "My work",
    "Child's page",
    "Case",
    "Search while typing",
    "Requests and assessments",
    "EHC plans",
    "Cases",
    "Advice outstanding",
    "Nurture hub board",
    "Hubs, a year",
    "Letters to send",
    "Write to many, preview",
    "Add a note, see the case",
    "Letters to 20, made",
    "My work, all teams",
    "Fell due last week, all teams",
    "Team board",
    "Data quality",
    "Give a caseload away",
}
BESIDE = {*targets.PAGES, targets.SEARCH, making.CSV}
COMMAND = "sendhub.demo.management.commands.bench"
MADE = {making.CSV, making.COPY, making.EXCEL, making.PDF}


MOST_QUERIES = {"My work": 25, "Case": 32, "Add a note, see the case": 47}
"""A page that asks for more has begun to read something twice.

A note takes 16 besides the page of its case. That page asks for each panel once, and
for what hangs on the records that are there: 26 to 33 on the cases of this officer.
The first of them, where the note is sent, has 31.
"""

Tables = list[dict[str, list[str]]]


def bench(**options: Any) -> str:
    out = io.StringIO()
    call_command("bench", stdout=out, **({"rounds": 2} | options))
    return out.getvalue()


def tables(told: str) -> Tables:
    """The tables in a text: the cells of each row by the row's first one."""
    found: Tables = []
    for part in told.split("\n\n"):
        rows = [line.split("|")[1:-1] for line in part.splitlines() if line[:1] == "|"]
        if rows:
            cells = [[cell.strip() for cell in row] for row in rows[2:]]
            found.append({row[0]: row[1:] for row in cells})
    return found


def written() -> tuple[int, ...]:
    kinds = (Note, Look, Act, Job, Child)
    return tuple(kind.objects.count() for kind in kinds)


def test_prints_a_row_for_each_page_and_keeps_nothing():
    before = written()
    told = bench()
    assert told.startswith(f"{Child.objects.not_merged().count()} children, ")
    pages, judged = tables(told)
    assert set(pages) == PAGES
    assert all(int(row[0]) > 0 and float(row[1]) > 0 for row in pages.values())
    asked = {page: int(row[0]) for page, row in pages.items()}
    assert all(asked[page] <= most for page, most in MOST_QUERIES.items()), asked
    assert judged["SEN2 return, 2,048 plans"][-1] == "not in the product yet"
    assert judged["growth"][-1] == "not measured"
    assert written() == before


def test_measures_stock_django_and_files_beside_and_keeps_nothing(
    monkeypatch, measured
):
    monkeypatch.setattr(making, "ROWS_IN_EXCEL", 2500)
    monkeypatch.setattr(crowding, "CHILDREN", 5)
    before = written()
    _, made, beside, judged = tables(
        bench(rounds=1, unverified=True, admin=True, files=True)
    )
    assert set(made) == MADE
    assert made[making.EXCEL][0] == "2,500"
    assert made[making.CSV][0] == made[making.COPY][0]
    assert made[making.PDF][0] == "12"
    assert set(beside) == BESIDE
    assert all(float(cell) > 0 for row in beside.values() for cell in row)
    assert judged["200 allocations on 3 places"][1].startswith("3 of 5, ")
    assert written() == before


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages, as if they had been measured, so that the rest is tried quickly."""
    pages = [Measured("Case", 30, [0.01]), Measured("My work", 20, [0.02])]
    monkeypatch.setattr(f"{COMMAND}.measure_all", lambda chosen, rounds: pages)


def test_keeps_what_each_page_took_and_holds_another_run_against_it(tmp_path, measured):
    file = tmp_path / "run.json"
    bench(unverified=True, keep=str(file))
    kept = json.loads(file.read_text())
    assert kept["Case"] == {"queries": 30, "p50": 10.0, "p95": 10.0}
    kept["My work"]["p50"] = 10.0
    kept["Case"]["queries"] = 29
    file.write_text(json.dumps(kept))
    out = io.StringIO()
    call_command("bench", "--unverified", "--against", str(file), stdout=out)
    judged = tables(out.getvalue())[-1]
    assert judged["growth"][1:] == ["1 of 2 pages beyond; My work 2.0 x", "missed"]
    assert judged["queries of a page"] == ["constant", "Case", "missed"]


def test_says_that_no_run_was_kept_there(tmp_path):
    with pytest.raises(CommandError, match="no run is kept in"):
        call_command("bench", "--against", str(tmp_path / "nothing"))


def test_explains_what_every_page_asks(tmp_path, measured):
    file = tmp_path / "plans.txt"
    explained = tables(bench(rounds=1, unverified=True, explain=str(file)))[1]
    assert set(explained) <= PAGES
    assert {"My work", "Case", "Requests and assessments"} <= set(explained)
    assert all(int(row[0]) > 0 for row in explained.values())
    text = file.read_text()
    assert "Advice outstanding: " in text
    assert " rows, " in text


def test_tells_of_a_sequential_scan_over_a_table_that_grows(monkeypatch):
    monkeypatch.setattr(explaining, "SMALL", 10)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE casework_note")
    sql = 'SELECT count(*) FROM "casework_note" WHERE text = %s'
    found = explaining.explained("Notes", sql, ["x"])
    assert found.scans == ["casework_note"]
    assert found.buffers > 0
    assert "Seq Scan of casework_note: 0 rows" in explaining.short_plan(found.plan)
    table = explaining.explained_table([found])
    assert tables(table)[0]["Notes"][-1] == "casework_note"


def test_a_table_grows_that_leads_to_a_child():
    assert {"people_child", "casework_deadline", "ehcps_plan"} <= explaining.growing()
    assert not {"core_code", "schools_setting", "accounts_user"} & explaining.growing()


def test_serves_ours_and_counts_what_is_answered_in_a_time():
    served = serving.serve("Health", serving.OURS, "/health/", "", seconds=0.5)
    assert served.per_second > 0
    assert 0 < served.p50 <= served.p95
    assert served.master > 0
    assert len(served.workers) == serving.WORKERS
    assert "| Health" in serving.served_table([served])


def test_serves_stock_django_and_says_what_was_answered_instead():
    with pytest.raises(RuntimeError, match=r"/bare/search/\?q=x answered 302"):
        serving.serve("Bare", serving.ADMIN, "/bare/search/?q=x", "", seconds=0.1)


def test_asks_both_servers_as_the_officer_whose_session_then_goes(
    monkeypatch, measured
):
    asked = []

    def serve(what: str, app: str, path: str, cookie: str, *, seconds: float) -> Any:
        answer = Client().get(path, headers={"cookie": cookie})
        asked.append((app, answer.status_code))
        return serving.Served(what, 50.0 if app == serving.OURS else 5.0, 1, 1, 1, ())

    monkeypatch.setattr(serving, "serve", serve)
    judged = tables(bench(rounds=1, unverified=True, served=True))[-1]
    assert asked == [(serving.OURS, 200), (serving.ADMIN, 404)]
    assert judged["worklists a second"] == ["at least 5 x admin", "10.0 x", "met"]
    assert not Session.objects.exists()


def test_judges_what_met_its_target_and_what_missed():
    page = Measured("Case", 30, [0.01] * 20, 0.0)
    slow = Measured("My work", 30, [0.01] * 15 + [0.05] * 5, 0.0)
    search = Measured("Search while typing", 3, [0.031] * 3, 0.0)
    found = Found(
        pages=[page, slow, search],
        beside=[
            Beside("Case", ours=[0.01], admin=[0.05], bare=[0.005]),
            Beside("My work", ours=[0.01], admin=[0.02], bare=[0.005]),
            Beside("Search while typing", ours=[0.01], admin=[0.02], bare=[0.02]),
        ],
        made=[
            making.Made(making.CSV, 5000, 3.0, 61.0),
            making.Made(making.COPY, 5000, 1.0),
            making.Made(making.EXCEL, 100_000, 12.5, 2.0),
            making.Made(making.PDF, 12, 0.02),
        ],
        crowd=crowding.Crowd(200, 4, 1.0),
        gigabytes=41.0,
        plans=600_000,
    )
    judged = [(v.what, v.outcome) for v in targets.verdicts(found)]
    assert judged == [
        ("My work", "missed"),
        ("My work", "missed"),
        ("Child's page", "not measured"),
        ("Case", "met"),
        ("Case", "met"),
        ("Add a note, see the case", "not measured"),
        ("Search while typing", "missed"),
        ("Search while typing", "missed"),
        ("growth", "not measured"),
        ("worklists a second", "not measured"),
        (making.CSV, "met"),
        (making.CSV, "missed"),
        (making.EXCEL, "missed"),
        (making.EXCEL, "met"),
        (making.PDF, "met"),
        ("SEN2 return, 2,048 plans", "not in the product yet"),
        ("SEN2 return, 640,000 plans", "not in the product yet"),
        ("200 allocations on 3 places", "missed"),
        ("database", "missed"),
    ]


def test_memory_that_was_not_measured_is_not_called_enough(monkeypatch, tmp_path):
    monkeypatch.setattr(measuring, "PROCESS", tmp_path / "nothing")
    with measuring.Peak() as peak:
        pass
    assert peak.above is None
    made = [making.Made(what, 9, 1.0, peak.above) for what in sorted(MADE)]
    judged = targets.verdicts(Found(made=made))
    of_memory = [v.outcome for v in judged if "above idle" in v.target]
    assert of_memory == ["not measured", "not measured"]
    assert {row[-1] for row in tables(making.made_table(made))[0].values()} == {"-"}


def test_a_small_database_is_not_held_against_the_size_of_englands():
    found = Found(gigabytes=1.0, plans=2048)
    judged = {v.what: v.outcome for v in targets.verdicts(found)}
    assert judged["database"] == "too few plans: not measured"
    found.plans = 640_000
    judged = {v.what: v.outcome for v in targets.verdicts(found)}
    assert judged["database"] == "met"


@pytest.mark.parametrize("asked", ["admin", "served", "all"])
def test_stock_django_is_served_on_a_demonstration_only(settings, asked):
    Partnership.objects.update(demonstration=False)
    with pytest.raises(CommandError, match="on a demonstration only"):
        bench(**{asked: True})
    Partnership.objects.update(demonstration=True)
    settings.DEMO = False
    with pytest.raises(CommandError, match="on a demonstration only"):
        bench(**{asked: True})


def test_says_what_came_of_an_export_that_failed(monkeypatch):
    def nothing(*args: Any, **options: Any) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("sendhub.background.exports.write", nothing)
    chosen = sample()
    assert chosen
    with pytest.raises(RuntimeError, match="the export came to nothing: "):
        making.csv_by_worker(chosen.officer)


def test_no_crowd_where_nobody_allocates():
    User.objects.with_any_role(RoleKey.HUB_COORDINATOR).update(is_active=False)
    Setting.objects.update(closed_on="2020-01-01")
    assert crowding.crowd() is None


def test_refuses_to_start_where_something_does_not_hold():
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_child SET search_text = 'x'"
            " WHERE id % 7 = 0 AND merged_into_id IS NULL"  # an alias stands still
        )
    with pytest.raises(CommandError, match="names_findable"):
        bench()


def test_says_that_the_style_sheets_are_lacking(monkeypatch):
    def lacking(path: str) -> str:
        raise ValueError(path)

    monkeypatch.setattr(f"{COMMAND}.static", lacking)
    with pytest.raises(CommandError, match="collectstatic"):
        bench()


def test_refuses_no_rounds():
    with pytest.raises(CommandError, match="at least once"):
        bench(rounds=0)


def test_refuses_where_there_is_no_work():
    Case.objects.update(officer=None, assigned_at=None)
    with pytest.raises(CommandError, match="no work to show"):
        bench()
