"""The same work by Django's admin, by a bare view, and by SQL alone; the same data."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count, cycle
from statistics import median
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import override_settings

from sendhub.core import clock
from sendhub.demo.bench import stock
from sendhub.demo.bench.making import CSV, csv_by_worker
from sendhub.demo.bench.measuring import GO, repeat, text_table, undone
from sendhub.demo.bench.pages import NOTE, Sample, Visitor, notes_of, typing
from sendhub.demo.bench.stock_settings import STOCK
from sendhub.ehcps.models import Plan

TURNS = 4
MOST_AS_CSV = 100_000
"""Plans beyond which Django admin's file, made in memory, is left out."""


@dataclass
class Beside:
    """One page in four ways: the seconds of every round of each.

    `admin` has none where Django admin was not asked to.
    """

    page: str
    ours: list[float] = field(default_factory=list)
    admin: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    sql: list[float] = field(default_factory=list)

    @property
    def of_admin(self) -> float | None:
        """How many times as long as Django's admin ours takes."""
        return median(self.ours) / median(self.admin) if self.admin else None

    @property
    def of_bare(self) -> float:
        """How many times as long as a bare view ours takes."""
        return median(self.ours) / median(self.bare)


def beside_all(chosen: Sample, *, rounds: int) -> Iterator[Beside]:
    """Measure ours and the yardstick in turn; nothing that they write is kept.

    In several turns, so that whatever else the machine does falls on all of them.
    """
    with undone(), override_settings(SECOND_FACTOR_OBLIGATORY=False):
        each = max(1, rounds // TURNS)
        ours = compared(chosen, rounds=TURNS * (each + 1))
        stocks = Stock(chosen)
        for page, asked in stocks.asks.items():
            found = Beside(page)
            for _ in range(TURNS):
                _turn(ours[page], found.ours, each)
                with override_settings(**STOCK):
                    if asked.admin:
                        _turn(asked.admin, found.admin, each)
                    _turn(asked.bare, found.bare, each)
                    _turn(asked.sql, found.sql, each)
            yield found


def _turn(go: GO, seconds: list[float], rounds: int) -> None:
    """So many rounds, after one that is not timed: settings have just changed."""
    go()
    repeat(go, seconds, rounds=rounds)


def compared(chosen: Sample, *, rounds: int) -> dict[str, GO]:
    """Our pages that have something to be compared with."""
    visitor = Visitor(chosen.officer)
    pages = dict(chosen.pages(visitor))
    return {
        **{name: pages[name] for name in Stock.PAGES},
        NOTE: notes_of(chosen, visitor, rounds=rounds),
        CSV: partial(csv_by_worker, chosen.officer),
    }


@dataclass(frozen=True)
class Asked:
    """One page, in three ways."""

    admin: GO | None
    bare: GO
    sql: GO


class Stock:
    """A browser at the stock pages, about the same children and cases as ours."""

    PAGES = ("My work", "Child's page", "Case", "Search while typing")

    def __init__(self, chosen: Sample) -> None:
        self.chosen = chosen
        self.client = Client(SERVER_NAME="localhost")
        self.client.force_login(chosen.officer)
        self.cases = cycle(chosen.cases)
        self.typed = cycle(typing([case.child for case in chosen.cases]))
        self.words = count()

    @property
    def asks(self) -> dict[str, Asked]:
        """Each page under the name of ours."""
        me = self.chosen.officer.pk
        mine = f"officer__exact={me}&ended__exact="
        return {
            "My work": Asked(
                lambda: self.get(f"/stock/casework/deadline/?{mine}"),
                lambda: self.get(f"/bare/work/{me}/"),
                lambda: rows_of(stock.work_of(me)),
            ),
            "Child's page": self.about(
                "/stock/people/child/{}/change/",
                "/bare/children/{}/",
                stock.cases_of,
                lambda case: case.child_id,
            ),
            "Case": self.about(
                "/stock/casework/case/{}/change/",
                "/bare/cases/{}/",
                stock.notes_of,
                lambda case: case.pk,
            ),
            "Search while typing": Asked(
                lambda: self.get("/stock/people/child/", q=next(self.typed)),
                lambda: self.get("/bare/search/", q=next(self.typed)),
                lambda: rows_of(stock.named(next(self.typed))),
            ),
            NOTE: Asked(self.note_in_admin, self.note_bare, self.note_in_sql),
            CSV: Asked(
                self.csv_in_admin if few_plans() else None,
                lambda: self.get("/bare/plans.csv"),
                lambda: rows_of(stock.live_plans()),
            ),
        }

    def about(
        self,
        admin: str,
        bare: str,
        rows: Callable[[int], QuerySet],
        of: Callable[[Any], int],
    ) -> Asked:
        """A page about one case after the other."""
        return Asked(
            lambda: self.get(admin.format(of(next(self.cases)))),
            lambda: self.get(bare.format(of(next(self.cases)))),
            lambda: rows_of(rows(of(next(self.cases)))),
        )

    def get(self, url: str, **query: str) -> bytes:
        """Open a page, and read it to its end."""
        response = self.client.get(url, query)
        if response.status_code != 200:
            raise RuntimeError(f"{url} answered {response.status_code}")
        return response.getvalue()

    def post(self, url: str, facts: dict[str, Any], *, expect: int) -> None:
        """Send a form."""
        response = self.client.post(url, facts)
        if response.status_code != expect:
            raise RuntimeError(f"{url} answered {response.status_code}")

    def note_in_admin(self) -> None:
        """Send the form of a note, and open its case."""
        case = self.chosen.cases[0].pk
        facts = {
            "case": case,
            "kind": "call",
            "category": "general",
            "happened_on": clock.today(),
            "with_whom": "SENCO",
            "text": f"Rang once more, the {next(self.words)}th time.",
            "written_by": self.chosen.officer.pk,
        }
        self.post("/stock/casework/note/add/", facts, expect=302)
        self.get(f"/stock/casework/case/{case}/change/")

    def note_bare(self) -> None:
        """Keep a note and open its case, by the bare views."""
        case = self.chosen.cases[0].pk
        text = {"text": f"Rang once more, the {next(self.words)}th time."}
        self.post(f"/bare/cases/{case}/note/", text, expect=302)
        self.get(f"/bare/cases/{case}/")

    def note_in_sql(self) -> None:
        """One insert and one read."""
        case = self.chosen.cases[0].pk
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO casework_note (version, case_id, kind, category,"
                " happened_on, with_whom, text, written_by_id, written_at,"
                " withdrawn_reason)"
                " VALUES (1, %s, 'call', 'general', %s, '', 'Rang.', %s, now(), '')",
                [case, clock.today(), self.chosen.officer.pk],
            )
        rows_of(stock.notes_of(case))

    def csv_in_admin(self) -> None:
        """Choose every row and export them."""
        first = Plan.objects.live().values_list("pk", flat=True)[:1]
        facts = {
            "action": "export_csv",
            "select_across": "1",
            "_selected_action": list(first),
        }
        self.post("/stock/ehcps/plan/?standing__exact=live", facts, expect=200)


def few_plans() -> bool:
    """Whether Django admin can be asked for all plans in one file."""
    live = Plan.objects.live()
    return 0 < live[: MOST_AS_CSV + 1].count() <= MOST_AS_CSV


def rows_of(found: QuerySet) -> list[Any]:
    """What the database answers, without a single object of Django's."""
    sql, given = found.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def beside_table(found: Sequence[Beside]) -> str:
    """What each page took beside ours, and how many times the yardstick ours is."""
    rows = [
        [
            one.page,
            *(_ms(way) for way in (one.ours, one.admin, one.bare, one.sql)),
            "-" if one.of_admin is None else f"{one.of_admin:.2f}",
            f"{one.of_bare:.1f}",
        ]
        for one in found
    ]
    headings = ["p50 ms", "ours", "Django admin", "bare view", "SQL"]
    return text_table([*headings, "of admin", "of bare"], rows)


def _ms(seconds: list[float]) -> str:
    return f"{median(seconds) * 1000:.1f}" if seconds else "-"
