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
FROZEN_LETTER = pgtrigger.Trigger(
    name="kept_as_made",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("said", "text[]")],
    func="""
        said := ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_reason'];
        IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
            AND to_jsonb(NEW) - said = to_jsonb(OLD) - said
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a letter stays as it was made'
            USING ERRCODE = 'check_violation',
            CONSTRAINT = 'letters_letter_kept_as_made';
    """,
)
"""Once, somebody may say of a letter that it was entered in error; nothing else."""

NEVER_IN_ERROR = pgtrigger.Trigger(
    name="never_in_error",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__state__in=["queued", "sending"]),
    declare=[("since", "timestamptz")],
    func="""
        SELECT withdrawn_at INTO since FROM letters_letter
            WHERE id = NEW.letter_id FOR SHARE;
        IF since IS NOT NULL THEN
            RAISE EXCEPTION 'a letter entered in error is not sent'
                USING ERRCODE = 'check_violation',
                CONSTRAINT = 'letters_delivery_never_in_error';
        END IF;
        RETURN NEW;
    """,
)
"""What was entered in error never waits to be sent; the letter's row is held, so that
nobody can say so at the same moment."""
