"""A register from a page: put there, compared, confirmed or taken away (PPL-5)."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.background.actions import job_ask, job_cancel
from sendhub.background.models import Job
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.schools.actions.loading import WRITES, files_remove
from sendhub.schools.models import Load
from sendhub.schools.rules import STAGES, Stage

KIND = "register"
UNDER_WAY = "This register was confirmed, and is being loaded."
BY_COMMAND = (
    "This register came by the server’s command line. Run the command again there."
)


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
    STAGES.check(Stage(load.stage), Stage.LOADING)
    load.stage = Stage.LOADING
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
    _drop(load, "")
    record("schools.register_drop", by=by, about=load, file=load.file_name)
    return load


@transaction.atomic
def register_refuse(*, load: Load, fault: str) -> None:
    """Say why a register cannot be used, found out when it was read to its end."""
    load = _locked(load)
    if not load.is_over:
        _drop(load, fault)


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


def _check_stands_still(load: Load) -> None:
    """Raise RuleBroken while a worker has the register, or the command line."""
    if load.stage != Stage.LOADING:
        return
    if not load.file:
        raise RuleBroken(BY_COMMAND)
    if _job_alive(load):
        raise RuleBroken(UNDER_WAY)


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
