"""Where the files of background work lie: one result for each job, and nobody else's.

They lie beside the documents and not among them: they are kept for a day and are in
no backup.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from django.conf import settings

from sendhub.background.models import Job

TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OURS = re.compile(r"(\d+)(\.\d+)?")


def file_type(filename: str) -> str:
    """What a browser is told a file is."""
    return TYPES.get(PurePath(filename).suffix, "application/octet-stream")


def folder() -> Path:
    """The folder of them all, made where it is missing."""
    path = Path(settings.BACKGROUND_DIR)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def result(job_id: int) -> Path:
    """Where what came of a job lies, or would lie."""
    return folder() / str(job_id)


@contextmanager
def workshop(job: Job) -> Iterator[Path]:
    """A folder for one run of a job; whatever is left in it goes when the run ends.

    What a killed run of the job left goes before it begins: so much disk is free again.
    """
    for left in folder().glob(f"{job.pk}.*"):
        shutil.rmtree(left, ignore_errors=True)
    path = folder() / f"{job.pk}.{job.attempts}"
    path.mkdir(mode=0o700)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def keep(job: Job, made: Path) -> None:
    """Keep what a run made as the job's result."""
    made.chmod(0o600)
    os.replace(made, result(job.pk))


def remove(job_id: int) -> None:
    """Remove everything that lies there of a job."""
    for path in [folder() / str(job_id), *folder().glob(f"{job_id}.*")]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def jobs_there() -> set[int]:
    """The jobs of which something lies there."""
    found = (OURS.fullmatch(path.name) for path in folder().iterdir())
    return {int(match[1]) for match in found if match}
