"""Triggers that keep history as it was written."""

import pgtrigger

NO_TRUNCATE = pgtrigger.Trigger(
    name="no_truncate",
    level=pgtrigger.Statement,
    when=pgtrigger.Before,
    operation=pgtrigger.Truncate,
    func="""
        IF NOT starts_with(current_database(), 'test_')
            OR current_setting('sendhub.allow_truncate', true) IS DISTINCT FROM 'on'
        THEN
            RAISE EXCEPTION 'history is kept: % cannot be emptied', TG_TABLE_NAME
                USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NULL;
    """,
)
ONLY_INSERTS = pgtrigger.Protect(
    name="append_only", operation=pgtrigger.Update | pgtrigger.Delete
)
