"""Triggers that keep what is said around a child about that child."""

import pgtrigger

CONTACTS_OF_THE_CHILD = pgtrigger.Trigger(
    name="contacts_of_the_child",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF EXISTS (
            SELECT FROM people_contact c
             WHERE c.id IN (NEW.hidden_from_id, NEW.about_id)
               AND c.child_id <> NEW.child_id
        ) THEN
            RAISE EXCEPTION 'a withholding is between contacts of one child'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'people_withholding_of_one_child';
        END IF;
        RETURN NEW;
    """,
)
NO_ALIAS_OF_ALIAS = pgtrigger.Trigger(
    name="no_alias_of_alias",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("kept_into", "bigint")],
    func="""
        SELECT k.merged_into_id INTO kept_into FROM people_child k
         WHERE k.id = NEW.merged_into_id FOR SHARE;
        IF kept_into IS NOT NULL OR EXISTS (
            SELECT FROM people_child a WHERE a.merged_into_id = NEW.id
        ) THEN
            RAISE EXCEPTION 'an alias has no alias'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'people_child_alias_of_alias';
        END IF;
        RETURN NEW;
    """,
    condition=pgtrigger.Q(new__merged_into__isnull=False),
)
ALIAS_STANDS_STILL = pgtrigger.Trigger(
    name="alias_stands_still",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func="""
        IF to_jsonb(NEW) - '{merged_into_id,version}'::text[]
           IS DISTINCT FROM to_jsonb(OLD) - '{merged_into_id,version}'::text[] THEN
            RAISE EXCEPTION 'a record that was merged stays as it was'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'people_child_alias_stands_still';
        END IF;
        RETURN NEW;
    """,
    condition=pgtrigger.Q(
        old__merged_into__isnull=False, new__merged_into__isnull=False
    ),
)


def not_on_alias(column: str) -> pgtrigger.Trigger:
    """Refuse a row that is put on a record which was merged into another.

    It takes the lock that the foreign key takes anyway, and so waits for a merge.
    """
    return pgtrigger.Trigger(
        name="not_on_alias",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column),
        declare=[("kept", "bigint")],
        func=f"""
            SELECT c.merged_into_id INTO kept FROM people_child c
             WHERE c.id = NEW.{column} FOR KEY SHARE;
            IF kept IS NOT NULL THEN
                RAISE EXCEPTION 'an alias holds nothing of its own'
                    USING ERRCODE = 'check_violation',
                          CONSTRAINT = 'people_child_alias_holds_nothing';
            END IF;
            RETURN NEW;
        """,  # noqa: S608  our own column
    )


def nothing_left_behind(columns: list[tuple[str, str]]) -> pgtrigger.Trigger:
    """Refuse to make a record an alias while a row of these tables is on it."""
    left = " OR ".join(
        f"EXISTS (SELECT FROM {table} r WHERE r.{column} = NEW.id)"
        for table, column in columns
    )
    return pgtrigger.Trigger(
        name="nothing_left_behind",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF {left} THEN
                RAISE EXCEPTION 'an alias holds nothing of its own'
                    USING ERRCODE = 'check_violation',
                          CONSTRAINT = 'people_child_alias_holds_nothing';
            END IF;
            RETURN NEW;
        """,
        condition=pgtrigger.Q(new__merged_into__isnull=False),
    )
