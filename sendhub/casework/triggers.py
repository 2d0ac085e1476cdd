"""Triggers that keep who works on a case written on its open deadlines.

A work list is then one partial index, whatever way a case changes hands.
"""

import pgtrigger

COPY_FROM_CASE = pgtrigger.Trigger(
    name="copy_from_case",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF TG_OP = 'INSERT' OR NEW.ended = '' THEN
            SELECT c.child_id, c.officer_id, c.team_id
              INTO NEW.child_id, NEW.officer_id, NEW.team_id
              FROM casework_case c WHERE c.id = NEW.case_id;
        END IF;
        RETURN NEW;
    """,
)
PASS_ON_TO_DEADLINES = pgtrigger.Trigger(
    name="pass_on_to_deadlines",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    func="""
        UPDATE casework_deadline
           SET child_id = NEW.child_id, officer_id = NEW.officer_id,
               team_id = NEW.team_id
         WHERE case_id = NEW.id AND ended = '';
        RETURN NULL;
    """,
    condition=pgtrigger.AnyChange("child", "officer", "team"),
)
