"""A register from a page: put there, compared, confirmed or taken away (PPL-5)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.background.actions import job_ask, job_cancel
from sendhub.background.models import Job
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.schools.actions.loading import WRITES, files_remove
from sendhub.schools.models import FOLDER, Load
from sendhub.schools.rules import STAGES, WAITING, Stage

KIND = "register"
UNCONFIRMED = (
    "Nobody confirmed it within seven days: its file is deleted. Choose it again to "
    "load it."
)
UNDER_WAY = "{by} has confirmed this register, and it is being loaded."
LOADED = "{by} has confirmed this register already. It is loaded."
DROPPED = "{by} has taken this register away already. It is not loaded."
REFUSED = "This register is not loaded. {fault}"
COMPARING = "It is still being compared. See first what it would change."
BY_COMMAND = (
    "This register came by the server’s command line. Run the command again there."
)


class Nightly:
    """The clean-up of each night: history names no account."""

    pk = 0

    def __str__(self) -> str:
        return "The nightly clean-up"


@transaction.atomic
def register_upload(
    *, file: list[UploadedFile], links: list[UploadedFile], by: User
) -> Load:
    """Keep a register and have it compared; one at a time, or the second is refused.

    Nothing of it is written before somebody confirms what it would change.
    """
    (upload,) = file
    load = Load(
        file_name=str(upload.name)[:200],
        asked_by=by,
        asked_at=clock.now(),
    )
    if links:
        load.links_name = str(links[0].name)[:200]
    load.save()
    try:
        load.file.save(load.file_name, upload, save=False)
        if links:
            load.links.save(load.links_name, links[0], save=False)
        _work(load, by)
        record("schools.register_upload", by=by, about=load, file=load.file_name)
    except BaseException:
        _discard(load)
        raise
    return load


@transaction.atomic
def register_confirm(*, load: Load, by: User) -> Load:
    """Load what was compared; or go on where a loading was stopped."""
    load = _locked(load)
    _check_stands_still(load)
    if load.stage == Stage.READING:
        raise RuleBroken(COMPARING)
    STAGES.check(Stage(load.stage), Stage.LOADING)
    load.stage = Stage.LOADING
    _decide(load, by)
    _work(load, by)
    expected = {kind: load.found[kind] for kind in WRITES}
    record(
        "schools.register_confirm", by=by, about=load, file=load.file_name, **expected
    )
    return load


@transaction.atomic
def register_drop(*, load: Load, by: User) -> Load:
    """Take a register away that is not to be loaded; nothing of it was written.

    Of one whose loading was stopped half-way, what is in stays: each row is whole.
    """
    load = _locked(load)
    _check_stands_still(load)
    if job := job_of(load):
        job_cancel(job=job)
    _decide(load, by)
    _drop(load, "")
    record("schools.register_drop", by=by, about=load, file=load.file_name)
    return load


@transaction.atomic
def register_refuse(*, load: Load, fault: str) -> None:
    """Say why a register cannot be used, found out when it was read to its end."""
    load = _locked(load)
    if not load.is_over:
        _drop(load, fault)


def registers_forget(*, before: datetime) -> int:
    """Drop registers that nobody confirmed since then; give how many.

    Of 120 MB each, they would lie there for ever, and be in the way of the next.
    """
    waiting = Load.objects.unsettled().waiting().put_there_before(before)
    return sum(_forget(load) for load in waiting)


@transaction.atomic
def _forget(load: Load) -> bool:
    load = _locked(load)
    if load.stage not in WAITING or _job_alive(load):
        return False
    _drop(load, UNCONFIRMED)
    record("schools.register_forget", by=Nightly(), about=load, file=load.file_name)
    return True


def register_files_sweep(*, before: datetime) -> int:
    """Delete files that belong to no register: a power cut left them; give how many.

    Younger ones may be on their way.
    """
    storage = Load._meta.get_field("file").storage
    known = Load.objects.files()
    lost = [
        path
        for path in _files(storage, FOLDER)
        if path not in known and storage.get_modified_time(path) < before
    ]
    for path in lost:
        storage.delete(path)
    return len(lost)


def _files(storage: Storage, folder: str) -> Iterator[str]:
    """The names of all the files in a folder, and in those within."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from _files(storage, f"{folder}/{name}")


def job_of(load: Load) -> Job | None:
    """The work in the background that a register waits for."""
    return Job.objects.filter(pk=load.job_id).first() if load.job_id else None


def _job_alive(load: Load) -> bool:
    """Whether a worker has the register, or will have it."""
    job = job_of(load)
    return bool(job and not job.is_over)


def _work(load: Load, by: User) -> None:
    asks: dict[str, Any] = {"load": load.pk, "stage": load.stage}
    load.job_id = job_ask(kind=KIND, title=load.file_name, asks=asks, by=by).pk
    load.save(update_fields=["file", "links", "stage", "job_id"])


def _decide(load: Load, by: User) -> None:
    load.decided_by, load.decided_at = by, clock.now()
    load.save(update_fields=["decided_by", "decided_at"])


def _check_stands_still(load: Load) -> None:
    """Raise RuleBroken once it is settled, or while something has it.

    Of two who confirm it at one moment, the second is told who the first was.
    """
    by = load.decided_by or "Somebody"
    if load.stage == Stage.LOADED:
        raise RuleBroken(LOADED.format(by=by))
    if load.stage == Stage.DROPPED:
        why = REFUSED.format(fault=load.fault) if load.fault else DROPPED.format(by=by)
        raise RuleBroken(why)
    if load.stage == Stage.LOADING and not load.file:
        raise RuleBroken(BY_COMMAND)
    if load.stage == Stage.LOADING and _job_alive(load):
        raise RuleBroken(UNDER_WAY.format(by=by))


def _drop(load: Load, fault: str) -> None:
    STAGES.check(Stage(load.stage), Stage.DROPPED)
    load.stage, load.finished_at, load.fault = Stage.DROPPED, clock.now(), fault
    load.save(update_fields=["stage", "finished_at", "fault"])
    files_remove(load)


def _locked(load: Load) -> Load:
    return Load.objects.select_for_update(of=("self",)).get(pk=load.pk)


def _discard(load: Load) -> None:
    for stored in (load.file, load.links):
        if stored.name:
            stored.storage.delete(stored.name)
