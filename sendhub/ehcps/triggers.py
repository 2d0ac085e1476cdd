"""Triggers that keep what was sent as it was sent, and a refusal a refusal.

Only a correction that a second person agreed to changes the day of a final version,
or lets a refusal read as a yes.
"""

import pgtrigger

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
