"""What must hold of templates, letters and their way out."""

import hashlib
from collections.abc import Iterator

from django.core.files.storage import default_storage

from sendhub.core.verifying import AT_ONCE, Check, rows
from sendhub.letters.models import Letter

FILES = ("pdf", "word")


def letters_without_their_files() -> Iterator[str]:
    """Letters whose PDF or Word file is missing, or is not the one that was made."""
    wanted = (*FILES, *(f"{name}_sha256" for name in FILES))
    for letter in Letter.objects.order_by("pk").only(*wanted).iterator(AT_ONCE):
        for name in FILES:
            wrong = _wrong_with(
                str(getattr(letter, name)), getattr(letter, f"{name}_sha256")
            )
            if wrong:
                yield f"{letter.pk} {name} {wrong}"


def _wrong_with(path: str, fingerprint: str) -> str:
    if not default_storage.exists(path):
        return "missing"
    with default_storage.open(path) as file:
        same = hashlib.sha256(file.read()).hexdigest() == fingerprint
    return "" if same else "content"


CHECKS = [
    Check(
        "letters.files_as_made",
        "every letter has its PDF and its Word file, as they were made",
        letters_without_their_files,
    ),
    Check(
        "letters.on_their_way",
        "every letter was put on its way",
        rows(
            "SELECT l.id FROM letters_letter l WHERE NOT EXISTS"
            " (SELECT FROM letters_delivery d WHERE d.letter_id = l.id)"
        ),
    ),
    Check(
        "letters.current_is_newest",
        "the version of a template that counts is its newest",
        rows(
            "SELECT t.id FROM letters_template t LEFT JOIN letters_templateversion v"
            " ON v.id = t.current_id WHERE v.template_id IS DISTINCT FROM t.id OR"
            " v.number <> (SELECT max(w.number) FROM letters_templateversion w"
            " WHERE w.template_id = t.id)"
        ),
    ),
    Check(
        "letters.nothing_sent_after_death",
        "nothing waits to be sent to the family of a child who has died",
        rows(
            "SELECT d.id FROM letters_delivery d"
            " JOIN letters_letter l ON l.id = d.letter_id"
            " JOIN casework_case c ON c.id = l.case_id"
            " JOIN people_child k ON k.id = c.child_id"
            " WHERE d.state = 'queued' AND k.died_on IS NOT NULL"
        ),
    ),
    Check(
        "letters.nothing_sent_in_error",
        "nothing waits to be sent that was entered in error",
        rows(
            "SELECT d.id FROM letters_delivery d"
            " JOIN letters_letter l ON l.id = d.letter_id"
            " WHERE d.state IN ('queued', 'sending') AND l.withdrawn_at IS NOT NULL"
        ),
    ),
    Check(
        "letters.orders_finished_whole",
        "a finished order has looked at every case",
        rows(
            "SELECT b.id FROM letters_batch b WHERE b.finished_at IS NOT NULL AND"
            " EXISTS (SELECT FROM letters_batchrow r WHERE r.batch_id = b.id"
            " AND r.state = 'waiting')"
        ),
    ),
]
