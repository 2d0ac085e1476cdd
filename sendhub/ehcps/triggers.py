# ruff: noqa: S608  every statement is made of our own names
"""Triggers that keep what was sent as it was sent, and a refusal a refusal.

Only a correction that a second person agreed to changes the day of a final version,
or lets a refusal read as a yes. Others keep on a row what a list of all rows is in the
order of, or made of: docs/adr/0035.
"""

from collections.abc import Iterable

import pgtrigger

from sendhub.casework.rules import WAITS
from sendhub.ehcps.rules import NO_LIMIT, OPEN


def words(values: Iterable[str]) -> str:
    """Values as a list in a statement; all of them are our own."""
    return ", ".join(f"'{value}'" for value in sorted(values))


LIMITS = (
    "about_type = 'ehcps.needsassessment' AND ended = ''"
    f" AND rule NOT IN ({words(WAITS)})"
)
"""Which deadlines are limits that a request has still to keep."""


def first_limit(of: str) -> str:
    """The first day of the open limits of a request; after all others, if none."""
    return (
        f"SELECT coalesce(min(due_on), '{NO_LIMIT}') FROM casework_deadline"
        f" WHERE {LIMITS} AND about_id = {of}"
    )


# Whoever writes the column: what is written is what the deadlines say.
KEEP_LIMIT = pgtrigger.Trigger(
    name="keep_limit",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("limit_on"),
    func=f"NEW.limit_on = ({first_limit('NEW.id')}); RETURN NEW;",
)


def passes_on_limits(
    name: str, operation: pgtrigger.Operation, touched: str, **rows: str
) -> pgtrigger.Trigger:
    """Tell the requests whose limits a statement changed; they are taken in order.

    A request is locked before its limits are read: of two who change two of them at
    one moment, the second then reads what the first has written.
    """
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        declare=[("request", "bigint"), ("first", "date")],
        func=f"""
            FOR request IN SELECT DISTINCT about_id FROM ({touched}) t ORDER BY 1 LOOP
                PERFORM FROM ehcps_needsassessment WHERE id = request
                    FOR NO KEY UPDATE;
                first = ({first_limit("request")});
                UPDATE ehcps_needsassessment SET limit_on = first
                 WHERE id = request AND limit_on <> first;
            END LOOP;
            RETURN NULL;
        """,
    )


def _limits_in(rows: str) -> str:
    return f"SELECT about_id, id, due_on FROM {rows} WHERE {LIMITS}"


_GONE, _COME = _limits_in("old_rows"), _limits_in("new_rows")
PASS_ON_LIMITS = (
    passes_on_limits("limits_made", pgtrigger.Insert, _COME, new="new_rows"),
    passes_on_limits(
        "limits_changed",
        pgtrigger.Update,
        f"({_GONE} EXCEPT {_COME}) UNION ({_COME} EXCEPT {_GONE})",
        old="old_rows",
        new="new_rows",
    ),
    passes_on_limits("limits_deleted", pgtrigger.Delete, _GONE, old="old_rows"),
)
OWED = (
    "{0}.due_on IS NOT NULL AND ({0}.received_on IS NULL"
    " AND {0}.held_agreed_on IS NULL OR {0}.quality = 'sent_back')"
)
"""Which advice is not here, or was sent back; it is outstanding while we assess."""

# A share of the request is enough to wait for whoever ends it at this moment.
KEEP_OUTSTANDING = pgtrigger.Trigger(
    name="keep_outstanding",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("stands_at", "text")],
    func=f"""
        NEW.outstanding = {OWED.format("NEW")};
        IF NEW.outstanding THEN
            SELECT a.stage INTO stands_at FROM ehcps_needsassessment a
             WHERE a.id = NEW.assessment_id FOR SHARE;
            NEW.outstanding = stands_at IN ({words(OPEN)});
        END IF;
        RETURN NEW;
    """,
)
PASS_ON_TO_ADVICE = pgtrigger.Trigger(
    name="pass_on_to_advice",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    func=f"""
        UPDATE ehcps_advice v SET outstanding = NOT outstanding
         WHERE assessment_id = NEW.id
           AND outstanding <> ({OWED.format("v")} AND NEW.stage IN ({words(OPEN)}));
        RETURN NULL;
    """,
    condition=pgtrigger.AnyChange("stage"),
)

FROZEN_VERSION = pgtrigger.Trigger(
    name="sent_is_sent",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF TG_OP = 'UPDATE' AND OLD.kind = 'final'
            AND to_jsonb(NEW) - ARRAY['sent_on', 'version']
                = to_jsonb(OLD) - ARRAY['sent_on', 'version']
            AND EXISTS (
                SELECT FROM ehcps_correction c JOIN ehcps_plan p USING (assessment_id)
                 WHERE p.id = NEW.plan_id AND c.field = 'issued_on'
                   AND c.outcome = 'agreed'
                   AND c.old_on = OLD.sent_on AND c.new_on = NEW.sent_on)
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a version that was sent cannot change'
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'ehcps_planversion_sent_is_sent';
    """,
    condition=pgtrigger.Q(old__sent_on__isnull=False),
)
FROZEN_SECTION = pgtrigger.Trigger(
    name="sent_is_sent",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    declare=[("sent", "date"), ("of_version", "bigint")],
    func="""
        FOREACH of_version IN ARRAY CASE TG_OP
            WHEN 'INSERT' THEN ARRAY[NEW.plan_version_id]
            WHEN 'DELETE' THEN ARRAY[OLD.plan_version_id]
            ELSE ARRAY[OLD.plan_version_id, NEW.plan_version_id] END
        LOOP
            SELECT v.sent_on INTO sent FROM ehcps_planversion v
             WHERE v.id = of_version FOR SHARE;
            IF sent IS NOT NULL THEN
                RAISE EXCEPTION 'a version that was sent cannot change'
                    USING ERRCODE = 'check_violation',
                          CONSTRAINT = 'ehcps_planversion_sent_is_sent';
            END IF;
        END LOOP;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
)
REVERSES_A_REFUSAL = pgtrigger.Trigger(
    name="reverses_a_refusal",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("stands_at", "text")],
    func="""
        SELECT a.stage INTO stands_at FROM ehcps_needsassessment a
         WHERE a.id = NEW.assessment_id FOR UPDATE;
        IF stands_at IS DISTINCT FROM
           (CASE NEW.of WHEN 'assess' THEN 'refused' ELSE 'not_issued' END) THEN
            RAISE EXCEPTION 'only a refusal can be reversed'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'ehcps_reversal_reverses_a_refusal';
        END IF;
        RETURN NEW;
    """,
)
DISPUTE_OF_THE_CASE = pgtrigger.Trigger(
    name="dispute_of_the_case",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("case_id", "assessment_id"),
    func="""
        IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM ehcps_needsassessment a
             WHERE a.id = NEW.assessment_id AND a.case_id = NEW.case_id)
        THEN
            RAISE EXCEPTION 'a dispute is about an assessment of its own case'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'ehcps_dispute_of_the_case';
        END IF;
        RETURN NEW;
    """,
)
GOES_ON_BY_REVERSAL = pgtrigger.Trigger(
    name="goes_on_by_reversal",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stage"),
    func="""
        IF NOT EXISTS (SELECT FROM ehcps_reversal r
                        WHERE r.assessment_id = NEW.id AND r.of =
                        CASE OLD.stage WHEN 'refused' THEN 'assess' ELSE 'issue' END)
            AND NOT EXISTS (SELECT FROM ehcps_correction c
                             WHERE c.assessment_id = NEW.id AND c.to_yes
                               AND c.outcome = 'agreed' AND c.field =
                        CASE OLD.stage WHEN 'refused' THEN 'assess' ELSE 'issue' END)
        THEN
            RAISE EXCEPTION 'a refusal stands until it is reversed or corrected'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'ehcps_needsassessment_goes_on_by_reversal';
        END IF;
        RETURN NEW;
    """,
    condition=pgtrigger.Q(old__stage__in=["refused", "not_issued"])
    & pgtrigger.Q(old__stage__df=pgtrigger.F("new__stage"))
    & pgtrigger.Q(new__stage__df="mistake"),
)
MISTAKE_IS_AGREED = pgtrigger.Trigger(
    name="mistake_is_agreed",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stage"),
    func="""
        IF OLD.stage = 'mistake' OR NOT EXISTS (
            SELECT FROM ehcps_correction c
             WHERE c.assessment_id = NEW.id AND c.field = 'mistake'
               AND c.outcome = 'agreed')
        THEN
            RAISE EXCEPTION 'two people agree on a mistake, and then it stays one'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'ehcps_needsassessment_mistake_is_agreed';
        END IF;
        RETURN NEW;
    """,
    condition=(pgtrigger.Q(old__stage="mistake") | pgtrigger.Q(new__stage="mistake"))
    & pgtrigger.Q(old__stage__df=pgtrigger.F("new__stage")),
)
