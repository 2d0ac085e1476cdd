"""Removing files of letters that were never made: a server lost power in between."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import connection, transaction

from sendhub.letters.models import Letter
from sendhub.letters.models.letter import FOLDER


def stray_letters_remove(*, before: datetime) -> int:
    """Remove stored files that no letter names, written before a moment.

    An act that fails takes its files back itself. The files are listed before the
    rows are read, and each stray one is looked for again before it goes.
    """
    stored = default_storage
    old = [path for path in _stored() if stored.get_modified_time(path) < before]
    if not old:
        return 0
    named = {path for pair in Letter.objects.paths().iterator() for path in pair}
    return sum(_remove(path) for path in old if path not in named)


@transaction.atomic
def _remove(path: str) -> bool:
    """Remove a file, unless a letter names it after all.

    The lock waits for letters that are being made and not committed yet.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE letters_letter IN SHARE MODE")
    if Letter.objects.with_file(path).exists():
        return False
    default_storage.delete(path)
    return True


def _stored() -> Iterator[str]:
    """Every stored file of a letter, by its path."""
    if not default_storage.exists(FOLDER):
        return
    for folder in default_storage.listdir(FOLDER)[0]:
        for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
            yield f"{FOLDER}/{folder}/{name}"
