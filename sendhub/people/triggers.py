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
