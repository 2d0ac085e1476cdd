"""What takes longer than a page: every plan as CSV, a long Excel file, a long PDF."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from django.db import connection
from django.urls import reverse
from psycopg import ClientCursor, sql

from sendhub.accounts.models import User
from sendhub.background import files
from sendhub.background.actions import job_ask, job_run
from sendhub.background.exports import KEY
from sendhub.background.models import Job
from sendhub.core import clock
from sendhub.core.exports import ListTable, Part, Row
from sendhub.core.spreadsheets import write
from sendhub.demo.bench.measuring import Peak, text_table, time_of, undone
from sendhub.ehcps.exports import plan_columns
from sendhub.ehcps.models import Plan
from sendhub.letters.paper.pdf import pdf
from sendhub.letters.paper.sheet import printed

ROWS_IN_EXCEL = 100_000
FEW = 2000
PAGES = 12
SECTIONS = 45
CSV = "EHC plans as CSV, all"
COPY = "the same by COPY"
EXCEL = "EHC plans as Excel"
PDF = f"PDF of {PAGES} pages"
PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True)
class Made:
    """One thing made: how many rows or pages, how long, and memory above before."""

    what: str
    number: int
    seconds: float
    above: float | None = None  # where it could be measured


def make_all(officer: User) -> Iterator[Made]:
    """Make each file once; nothing of it is kept."""
    with undone():
        yield csv_by_worker(officer)
        yield by_copy(officer)
        yield excel(officer)
    yield long_pdf()


def every_plan(officer: User) -> ListTable:
    """The list of plans as the export has it."""
    live = Plan.objects.visible_to(officer).live()
    columns = plan_columns(on=clock.today())
    part = Part(live, columns, "case__child")
    return ListTable([part], ["case__child__sort_name", "pk"])


def csv_by_worker(officer: User) -> Made:
    """Ask for all plans as CSV, and do the job as a worker does."""
    asks = {"address": f"{reverse('ehcps:plan-list')}?format=csv", "from": "127.0.0.1"}
    job = job_ask(kind=KEY, title="plans.csv", asks=asks, by=officer)
    try:
        with Peak() as peak:
            started = time.perf_counter()
            job_run(job_id=job.pk)
            seconds = time.perf_counter() - started
    finally:
        files.remove(job.pk)
    job = Job.objects.get(pk=job.pk)
    if not job.filename:
        raise RuntimeError(f"the export came to nothing: {job.said}")
    return Made(CSV, job.done, seconds, peak.above)


def by_copy(officer: User) -> Made:
    """The same rows by PostgreSQL's own COPY, read to the end and thrown away."""
    table = every_plan(officer)
    asked, given = table.whole().query.sql_with_params()
    connection.ensure_connection()
    plain = connection.connection
    with Peak() as peak:
        started = time.perf_counter()
        with plain.cursor() as cursor:
            whole = ClientCursor(plain).mogrify(asked, given)
            copy = sql.SQL("COPY ({}) TO STDOUT (FORMAT csv)")
            with cursor.copy(copy.format(sql.SQL(whole))) as answer:
                for _ in answer:
                    pass
        seconds = time.perf_counter() - started
    return Made(COPY, table.count(), seconds, peak.above)


@dataclass(frozen=True)
class Repeated:
    """A table again and again until it has so many rows: a short one is read once."""

    table: ListTable
    number: int

    @property
    def headings(self) -> Sequence[str]:
        return self.table.headings

    def more_than(self, number: int) -> bool:
        return self.number > number

    def count(self) -> int:
        return self.number

    def rows(self) -> Iterable[Row]:
        few = [] if self.table.more_than(FEW) else list(self.table.rows())
        whole = (
            cycle(few)
            if few
            else chain.from_iterable(
                self.table.rows() for _ in range(self.number // FEW + 1)
            )
        )
        return islice(whole, self.number)


def excel(officer: User) -> Made:
    """Write an Excel file of 100,000 rows, from as many plans as there are."""
    table = Repeated(every_plan(officer), ROWS_IN_EXCEL)
    with TemporaryFile() as into, TemporaryDirectory() as folder, Peak() as peak:
        started = time.perf_counter()
        written = write(table, "xlsx", into, folder=Path(folder))
        seconds = time.perf_counter() - started
    return Made(EXCEL, written.rows, seconds, peak.above)


def long_pdf() -> Made:
    """Print a letter of as many pages as a long plan has.

    The printer is the one that letters have; a plan has no PDF of its own yet.
    """
    sheet = {
        "authority": "Herefordshire Council",
        "contact": ["SEND team", "Plough Lane", "Hereford"],
        "to": ["Ms Bufton", "1 High Street", "Leominster"],
        "date": "20 November 2026",
        "reference": "EHC-000001",
        "salutation": "Dear Ms Bufton",
        "copy": "",
        "name": "Carys Prosser",
        "title": "EHC coordinator",
        "team": "North team",
        "large": False,
    }
    words = "The child needs a quiet place to work and an adult who knows the signs. "
    body = "\n\n".join([f"# Section {n}\n{words * 9}" for n in range(1, SECTIONS)])
    one = printed(sheet, "Education, health and care plan", body)
    made = pdf([one], title="Plan", author="Council")
    middle = time_of(lambda: pdf([one], title="Plan", author="Council"), rounds=5)
    return Made(PDF, len(PAGE_OF_PDF.findall(made)), middle / 1000)


def made_table(made: Sequence[Made]) -> str:
    """What was made, and how long each took."""
    rows = [
        [
            one.what,
            f"{one.number:,}",
            f"{one.seconds:.2f}",
            "-" if one.above is None else f"{one.above:.0f}",
        ]
        for one in made
    ]
    return text_table(["what", "rows, pages", "seconds", "MB above before"], rows)
