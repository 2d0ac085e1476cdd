"""Triggers that keep what was written: versions of a template, and letters as made."""

import pgtrigger


def kept_as_written(constraint: str, words: str) -> pgtrigger.Trigger:
    """Refuse every change of a row, whoever asks."""
    return pgtrigger.Trigger(
        name="kept_as_written",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            RAISE EXCEPTION '{words}'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';
        """,
    )


FROZEN_VERSION = kept_as_written(
    "letters_templateversion_kept_as_written", "a version of a template never changes"
)
FROZEN_LETTER = kept_as_written(
    "letters_letter_kept_as_made", "a letter stays as it was made"
)
