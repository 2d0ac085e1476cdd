"""Bringing the settings up to the national register, from a page or a command (PPL-5).

It goes in batches, each whole or not at all. Cut off and run again, it goes on where
it was; the same file twice changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, BinaryIO

from django.db import connection, transaction

from sendhub.audit.record import Person, record
from sendhub.core import clock
from sendhub.schools import register, register_links
from sendhub.schools.actions.foreseen import Foreseen
from sendhub.schools.actions.links import links_follow, links_infer
from sendhub.schools.comparing import Compared, compared
from sendhub.schools.models import Load, LoadRow, Setting
from sendhub.schools.register import Row
from sendhub.schools.register_links import Succession
from sendhub.schools.rules import Outcome, Stage
from sendhub.schools.tables import Table, batches

LOCK = 1_188_405
"""Two registers do not write at the same time: each batch waits for the other's."""
BEGUN_ANEW = "The command was run again on the server’s command line."
Step = Callable[[int], None]


@dataclass(frozen=True)
class Source:
    """The files of one register, found fit to be read."""

    file: BinaryIO
    table: Table
    links: BinaryIO | None = None
    links_table: Table | None = None

    @classmethod
    def of(cls, file: BinaryIO, links: BinaryIO | None = None) -> "Source":
        """Read both files through, and refuse what cannot be used."""
        return cls(
            file,
            register.survey(file),
            links,
            register_links.survey(links) if links else None,
        )

    def successions(self) -> Iterable[Succession]:
        """What the file of links says, if there is one."""
        if self.links is None or self.links_table is None:
            return []
        return register_links.read(self.links, self.links_table)


class CutIn(Exception):
    """Somebody else goes on with this load, or dropped it: this run ends."""


class Operator:
    """Whoever sits at the server: history names no account."""

    pk = 0

    def __str__(self) -> str:
        return "The server’s command line"


def load_compare(
    *, source: Source, step: Step, load: Load | None = None
) -> dict[str, int]:
    """Count what a register would change, and keep each change to be looked at."""
    if load:
        load.rows.all().delete()
    found: Counter[str] = Counter()
    foreseen = Foreseen()
    for rows in batches(register.read(source.file, source.table)):
        some = list(compared(rows, Setting.objects.all()))
        found.update(one.outcome.value for one in some)
        foreseen.note(some)
        if load:
            _rows_keep(load, (o for o in some if o.outcome != Outcome.UNCHANGED))
        step(found.total())
    counts = _told(found)
    there = source.table.rows - counts[Outcome.NEW] - counts[Outcome.WRONG]
    counts["missing"] = Setting.objects.in_register().count() - there
    counts["links"] = foreseen.links(source.successions())
    if load:
        _compared(load, source, counts)
    return counts


@transaction.atomic
def _compared(load: Load, source: Source, counts: dict[str, int]) -> None:
    now = Load.objects.select_for_update().get(pk=load.pk)
    if now.stage != Stage.READING:
        raise CutIn
    now.stage, now.found = Stage.READ, counts
    now.headings = list(source.table.headings)
    now.save(update_fields=["stage", "found", "headings"])


def load_run(*, load: Load, source: Source, on: date, step: Step) -> Load:
    """Do what the register says, from the line where an earlier run was cut off."""
    rows_done = 0
    for rows in batches(register.read(source.file, source.table)):
        rows_done += len(rows)
        if rows[-1].line > load.line:
            load = _batch_load(load, rows, on)
        step(rows_done)
    linked = links_follow(source.successions())
    return _finish(load, linked + links_infer())


@transaction.atomic
def _batch_load(load: Load, rows: list[Row], on: date) -> Load:
    """Write some rows, and how far the load is by that: together or not at all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    now = Load.objects.select_for_update().get(pk=load.pk)
    if now.stage != Stage.LOADING or now.line != load.line:
        raise CutIn
    locked = Setting.objects.select_for_update(no_key=True).order_by("pk")
    some = list(compared(rows, locked))
    _settings_write(some, on)
    _rows_keep(now, (one for one in some if one.outcome == Outcome.WRONG))
    now.done = dict(Counter(now.done) + Counter(one.outcome.value for one in some))
    now.line = rows[-1].line
    now.save(update_fields=["done", "line"])
    return now


def _settings_write(some: list[Compared], on: date) -> None:
    written = [o for o in some if o.outcome not in (Outcome.UNCHANGED, Outcome.WRONG)]
    new: list[Setting] = []
    changed: list[Setting] = []
    for one in written:
        if one.setting:
            one.setting.refreshed_on = on
            (changed if one.setting.pk else new).append(one.setting)
    Setting.objects.bulk_create(new)
    if changed:
        Setting.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[*written[0].row.facts, "refreshed_on"],
        )


def _rows_keep(load: Load, some: Iterable[Compared]) -> None:
    """Keep what becomes of single rows; what was kept of a line stays."""
    LoadRow.objects.bulk_create(
        (
            LoadRow(
                load=load,
                line=one.row.line,
                outcome=one.outcome,
                urn=one.row.facts.get("urn", "")[:20],
                name=one.row.facts.get("name", ""),
                changes=one.changes,
                fault="; ".join(one.row.errors),
                cells=[cell.replace("\x00", "") for cell in one.row.cells]
                if one.row.errors
                else [],
            )
            for one in some
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def _finish(load: Load, linked: int) -> Load:
    """Say what the register did, who confirmed it and when; its files go."""
    load = Load.objects.select_for_update(of=("self",)).get(pk=load.pk)
    if load.stage != Stage.LOADING:
        raise CutIn
    counts = _told(Counter(load.done)) | {"links": linked}
    load.stage, load.finished_at, load.done = Stage.LOADED, clock.now(), counts
    load.save(update_fields=["stage", "finished_at", "done"])
    files_remove(load)
    if any(counts[done] for done in (*WRITES, "links")):
        by: Person = load.decided_by or Operator()
        facts: dict[str, Any] = {"file": str(load), **counts}
        record("schools.register_load", by=by, about=load, **facts)
    return load


WRITES = (Outcome.NEW, Outcome.CHANGED, Outcome.CLOSED, Outcome.REOPENED)


def _told(found: Counter[str]) -> dict[str, int]:
    return {outcome.value: found[outcome.value] for outcome in Outcome}


def files_remove(load: Load) -> None:
    """Take an uploaded register's files away, once that is settled."""
    for stored in (load.file, load.links):
        if stored.name:
            transaction.on_commit(partial(stored.storage.delete, stored.name))
    load.file = load.links = ""
    load.save(update_fields=["file", "links"])


def register_import(*, source: Source, name: str, on: date, step: Step) -> Load:
    """Load a register from the server's command line, without looking first.

    An earlier run of the command that was cut off is closed by that: what it wrote
    stays. One that still runs ends with CutIn.
    """
    now = clock.now()
    Load.objects.of_command_line().filter(stage=Stage.LOADING).update(
        stage=Stage.DROPPED, finished_at=now, fault=BEGUN_ANEW
    )
    load = Load.objects.create(
        file_name=name,
        stage=Stage.LOADING,
        asked_at=now,
        headings=list(source.table.headings),
    )
    return load_run(load=load, source=source, on=on, step=step)
