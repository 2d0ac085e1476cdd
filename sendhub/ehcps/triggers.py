"""Triggers that keep a version of a plan, once sent, as it was sent."""

import pgtrigger

FROZEN_VERSION = pgtrigger.Trigger(
    name="sent_is_sent",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="""
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
