"""Writing the nightly file of plans for social care (PPL-13)."""

import hashlib
import os
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.db import transaction

from sendhub.core import clock
from sendhub.core.exports import FewRows
from sendhub.core.spreadsheets import write
from sendhub.ehcps import extract
from sendhub.ehcps.models import Extract

LOOK_IN_THE_LOG = "Something went wrong. The worker’s log says what."
READABLE = 0o640
"""The folder's group reads the file; nobody else does."""


def extract_run(*, folder: Path) -> Extract:
    """Write today's file; where that fails, keep why for those who wait for it."""
    try:
        return extract_write(folder=folder)
    except Exception as error:
        said = error.strerror if isinstance(error, OSError) else None
        extract_fail(why=said or LOOK_IN_THE_LOG)
        raise


@transaction.atomic
def extract_fail(*, why: str) -> Extract:
    """Keep that a night's file was not written, and why."""
    return Extract.objects.create(
        filename=_filename(), plans=0, left_out=0, failure=why[:300]
    )


@transaction.atomic
def extract_write(*, folder: Path) -> Extract:
    """Write today's file, whole or not at all, and keep that it was written."""
    told, left_out = extract.plans_told()
    columns = extract.columns()
    names = {f"c{number}": source for number, source in enumerate(columns.values())}
    found = told.annotate(**names).values_list("case__child_id", *names)
    rows = [(child, cells) for child, *cells in found.iterator(chunk_size=2000)]
    file = BytesIO()
    written = write(FewRows(list(columns), rows), "csv", file, folder=folder)
    content = file.getvalue()
    name = _filename()
    made = Extract.objects.create(
        filename=name,
        plans=written.rows,
        left_out=left_out,
        children=sorted(set(written.children)),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    _put(folder / name, content)
    return made


def _filename() -> str:
    return f"sendhub-plans-{clock.today()}.csv"


def _put(path: Path, content: bytes) -> None:
    """Whoever fetches the file meanwhile finds the old one or the new, never half."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
    os.chmod(file.name, READABLE)
    os.replace(file.name, path)
