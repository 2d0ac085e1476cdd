"""Lists as files: who may have them, whose records were in them, and big ones later.

The list's own address says what is in a file. A small one is the answer; for a big one
a worker opens the same address as the person who asked: it passes the same permission,
the same filters and the same sight of children, as they are by then (ADR 32).
"""

import logging
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import resolve

from sendhub.accounts.access import Request
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look, record
from sendhub.background.actions import job_ask
from sendhub.background.files import file_type
from sendhub.background.kinds import Kind, Outcome
from sendhub.background.models import Job
from sendhub.background.progress import Progress
from sendhub.background.rules import NO_ROOM
from sendhub.core.errors import RuleBroken
from sendhub.core.exports import ListTable, Part, Table
from sendhub.core.files import file_answer, is_full_disk
from sendhub.core.lists import Sort, chosen_sort
from sendhub.core.navigation import may_follow
from sendhub.core.spreadsheets import SHEETS, Written, write

log = logging.getLogger("sendhub.background")

WORDS = {"csv": "CSV", "xlsx": "Excel"}
WAITED_FOR = {"csv": 30_000, "xlsx": 10_000}
"""Rows that two seconds are enough for (docs/performance.md); more go to a worker."""
AT_A_LOOK = 10_000
"""Children that one line of the log of looks names."""
NOT_FILTERED = (
    "Nothing was exported: the list has no such filter any more, or it cannot be read. "
    "Choose the filters again."
)


class Filters(Protocol):
    """What a list is narrowed by."""

    def is_valid(self) -> bool: ...


def export_ways(request: Request) -> list[tuple[str, str]]:
    """What a list can be exported as, with the addresses; none for who may not."""
    if not request.user.may(Permission.EXPORT):
        return []
    query = request.GET.copy()
    for name in ("after", "before", "format"):
        query.pop(name, None)
    ways = []
    for ending, words in WORDS.items():
        query["format"] = ending
        ways.append((words, f"?{query.urlencode()}"))
    return ways


def asks_for_file(request: Request, filters: Filters | None = None) -> bool:
    """Whether a list is to be given as a file.

    With a filter that cannot be read, it is shown instead, with what is wrong beside
    the filter; a worker raises RuleBroken.
    """
    if request.GET.get("format") not in SHEETS:
        return False
    if filters is None or filters.is_valid():
        return True
    if isinstance(request, JobRequest):
        raise RuleBroken(NOT_FILTERED)
    messages.error(request, NOT_FILTERED)
    return False


def export(
    request: Request,
    rows: QuerySet,
    *,
    sorts: Mapping[str, Sort],
    columns: Mapping[str, Any],
    filename: str,
    child: str = "",
) -> HttpResponseBase:
    """Answer with a list as it is filtered and sorted on the screen.

    `child` leads from a row to its child; empty where the rows are of no child.
    """
    order = export_order(request, sorts)
    table = ListTable([Part(rows, columns, child)], order)
    return export_table(request, table, filename=filename)


def export_order(request: Request, sorts: Mapping[str, Sort]) -> list[str]:
    """The columns that a list is sorted by on the screen."""
    _, sort, backwards = chosen_sort(request, sorts)
    sign = "-" if backwards else ""
    return [f"{sign}{column}" for column in sort.columns]


def export_table(request: Request, table: Table, *, filename: str) -> HttpResponseBase:
    """Answer with a table: now if two seconds are enough, else by a worker."""
    if not request.user.may(Permission.EXPORT):
        raise PermissionDenied(Permission.EXPORT.label)
    ending = request.GET["format"]
    name = f"{filename}.{ending}"
    if isinstance(request, JobRequest):
        request.make(table, name)
        return HttpResponse()
    if table.more_than(WAITED_FOR[ending]):
        address = request.get_full_path()
        asks = {"address": address, "from": request.META.get("REMOTE_ADDR", "")}
        return redirect(job_ask(kind=KEY, title=name, asks=asks, by=request.user))
    try:
        return _answer(request, table, name, ending)
    except OSError as trouble:
        if not is_full_disk(trouble):
            raise
        log.error("no room on the disk for an export")
        messages.error(request, NO_ROOM)
        return redirect(request.path)


def _answer(request: Request, table: Table, name: str, ending: str) -> HttpResponseBase:
    """The file at once: read to its end first, so that a slow reader holds nothing.

    The server sends it from the disk, however small it is: it is there before anything
    is said of it, so that a full disk is met here.
    """
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    try:
        with TemporaryDirectory() as folder:
            written = write(table, ending, file, folder=Path(folder))
        file.seek(0)
        note_export(request, written.children, what=name, rows=written.rows)
    except BaseException:
        file.close()
        raise
    return file_answer(file, filename=name, content_type=file_type(name), shown=False)


@transaction.atomic
def note_export(
    request: Request, children: Iterable[int], *, what: str, rows: int
) -> None:
    """Keep who exported what, with which filters, and whose records were in it."""
    if not request.user.may(Permission.EXPORT):
        raise PermissionDenied(Permission.EXPORT.label)
    ids = array("q", children)
    for first in range(0, max(len(ids), 1), AT_A_LOOK):
        some = sorted(set(ids[first : first + AT_A_LOOK]))
        note_look(request, Look.Kind.EXPORT, ids=some)
    address = request.get_full_path()
    by = request.user
    record("background.export_make", by=by, what=what, rows=rows, address=address)


class JobRequest(Request):
    """A list's address as a worker opens it, for somebody."""

    def __init__(self, job: Job, progress: Progress) -> None:
        super().__init__()
        address = urlsplit(job.asks["address"])
        self.method = "GET"
        self.path = self.path_info = address.path
        self.META = {
            "QUERY_STRING": address.query,
            "REMOTE_ADDR": job.asks["from"],
        }
        self.GET = QueryDict(address.query)
        self.user: User = job.asked_by
        self.resolver_match = self.match = resolve(address.path)
        self.progress = progress
        self.outcome: Outcome | None = None

    def make(self, table: Table, name: str) -> None:
        """Write the file of a table, and keep whose records are in it."""
        file = self.progress.folder / "result"
        self.progress.of(table.count())
        with file.open("wb") as into:
            written = self._write(table, into)
        note_export(self, written.children, what=name, rows=written.rows)
        self.outcome = Outcome(f"{written.rows:,} rows.", file=file, filename=name)

    def _write(self, table: Table, into: Any) -> Written:
        progress = self.progress
        ending = self.GET["format"]
        return write(table, ending, into, folder=progress.folder, told=progress.step)


def _run(job: Job, progress: Progress) -> Outcome:
    request = JobRequest(job, progress)
    match = request.match
    match.func(request, *match.args, **match.kwargs)
    if request.outcome is None:
        raise LookupError(f"{match.view_name} made no file")
    return request.outcome


def _may(user: User, job: Job) -> bool:
    """Who exports must be allowed to, and to open the list."""
    return user.may(Permission.EXPORT) and may_follow(user, job.asks["address"])


KEY = "export"
EXPORT = Kind(KEY, run=_run, may=_may)
