"""How many children a hub promised for each day: counted by the database (HUB-4).

`HubDay` has a row for each day for which a place was ever promised, with the places
there are and the places taken. Nobody else writes it. Whoever changes a place or a
capacity holds the child first, then the hub: its days wait for the hub. `NO KEY`, since
every row that points at a hub holds its key already.
"""

import pgtrigger

COUNTED = pgtrigger.Trigger(
    name="days_are_counted",
    when=pgtrigger.After,
    operation=pgtrigger.Insert
    | pgtrigger.Delete
    | pgtrigger.UpdateOf("starts_on", "ends_on", "withdrawn_at"),
    declare=[("of_hub", "bigint"), ("before", "daterange"), ("since", "daterange")],
    func="""
        of_hub := coalesce(NEW.hub_id, OLD.hub_id);
        before := CASE WHEN TG_OP <> 'INSERT' AND OLD.withdrawn_at IS NULL
                       THEN daterange(OLD.starts_on, OLD.ends_on, '[]')
                       ELSE 'empty' END;
        since := CASE WHEN TG_OP <> 'DELETE' AND NEW.withdrawn_at IS NULL
                      THEN daterange(NEW.starts_on, NEW.ends_on, '[]')
                      ELSE 'empty' END;
        PERFORM FROM nurture_hubs_hub h WHERE h.id = of_hub FOR NO KEY UPDATE;
        INSERT INTO nurture_hubs_hubday (hub_id, day, places, taken)
            SELECT of_hub, d, nurture_hubs_places_on(of_hub, d::date), 0
              FROM generate_series(lower(since), upper(since) - 1, '1 day') d
             ORDER BY d
            ON CONFLICT (hub_id, day) DO NOTHING;
        UPDATE nurture_hubs_hubday n
           SET taken = n.taken - (n.day <@ before)::int + (n.day <@ since)::int
         WHERE n.hub_id = of_hub AND (n.day <@ before OR n.day <@ since);
        RETURN NULL;
    """,
)
RECOUNT = """
    UPDATE nurture_hubs_hubday n SET places = nurture_hubs_places_on(n.hub_id, n.day)
     WHERE n.hub_id = {hub} AND n.places <> nurture_hubs_places_on(n.hub_id, n.day);
    RETURN NULL;
"""
CAPACITY_HOLDS = pgtrigger.Trigger(
    name="promises_hold",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    declare=[("of_hub", "bigint")],
    func="""
        of_hub := coalesce(NEW.hub_id, OLD.hub_id);
        PERFORM FROM nurture_hubs_hub h WHERE h.id = of_hub FOR NO KEY UPDATE;
    """
    + RECOUNT.format(hub="of_hub"),
)
OPENING_HOLDS = pgtrigger.Trigger(
    name="promises_hold",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("opens_on", "closes_on"),
    func=RECOUNT.format(hub="NEW.id"),
)
ONLY_COUNTED = pgtrigger.Trigger(
    name="only_counted",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF pg_trigger_depth() = 1 THEN
            PERFORM nurture_hubs_refuse('nurture_hubs_hubday_only_counted',
                                        'the days of a hub are counted, not written');
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
)

NOBODY_STARTS = pgtrigger.Trigger(
    name="nobody_starts",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("hub_id", "starts_on", "ends_on"),
    func="""
        PERFORM FROM nurture_hubs_hub h WHERE h.id = NEW.hub_id FOR NO KEY UPDATE;
        IF EXISTS (
            SELECT FROM nurture_hubs_hubplace p
             WHERE p.hub_id = NEW.hub_id AND p.withdrawn_at IS NULL
               AND p.starts_on >= NEW.starts_on
               AND (NEW.ends_on IS NULL OR p.starts_on <= NEW.ends_on))
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubpause_nobody_starts', 'a child starts on these days');
        END IF;
        RETURN NEW;
    """,
)
WHILE_OPEN = pgtrigger.Trigger(
    name="while_open",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("starts_on", "ends_on"),
    func="""
        PERFORM FROM nurture_hubs_hub h WHERE h.id = NEW.hub_id FOR NO KEY UPDATE;
        IF NOT EXISTS (
            SELECT FROM nurture_hubs_hub h
             WHERE h.id = NEW.hub_id AND NEW.starts_on >= h.opens_on
               AND (h.closes_on IS NULL OR NEW.ends_on <= h.closes_on))
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_while_open', 'the hub is not open on all days');
        END IF;
        IF (TG_OP = 'INSERT' OR NEW.starts_on <> OLD.starts_on) AND EXISTS (
            SELECT FROM nurture_hubs_hubpause u
             WHERE u.hub_id = NEW.hub_id
               AND NEW.starts_on <@ daterange(u.starts_on, u.ends_on, '[]'))
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_not_in_a_pause', 'nobody may start in a pause');
        END IF;
        RETURN NEW;
    """,
)
AGREED = pgtrigger.Trigger(
    name="agreed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM nurture_hubs_referral r JOIN casework_case c ON c.id = r.case_id
             WHERE r.id = NEW.referral_id AND c.child_id = NEW.child_id)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_child_of_referral', 'another child referred');
        END IF;
        IF NOT EXISTS (SELECT FROM nurture_hubs_referral r
                        WHERE r.id = NEW.referral_id AND r.consent_on IS NOT NULL)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_family_agreed', 'the family has not agreed');
        END IF;
        IF 2 > (SELECT count(DISTINCT a.party) FROM nurture_hubs_agreement a
                 WHERE a.referral_id = NEW.referral_id AND a.hub_id = NEW.hub_id
                   AND a.agreed AND a.withdrawn_on IS NULL)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_both_agreed', 'both must agree');
        END IF;
        RETURN NEW;
    """,
)
PLACE_STAYS = pgtrigger.Trigger(
    name="place_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("hub_id", "referral_id", "withdrawn_at"),
    func="""
        IF NEW.hub_id <> OLD.hub_id OR NEW.referral_id <> OLD.referral_id THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_stays', 'a place is of one hub and referral');
        END IF;
        IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NULL THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_taken_back_stays', 'allocate a place anew');
        END IF;
        RETURN NEW;
    """,
)
CHILD_REFERRED = pgtrigger.Trigger(
    name="child_referred",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("child_id"),
    timing=pgtrigger.Deferred,
    func="""
        IF EXISTS (
            SELECT FROM nurture_hubs_hubplace p
              JOIN nurture_hubs_referral r ON r.id = p.referral_id
              JOIN casework_case c ON c.id = r.case_id
             WHERE p.id = NEW.id AND c.child_id <> p.child_id)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_child_of_referral', 'another child referred');
        END IF;
        RETURN NULL;
    """,
)
"""At the end of the transaction: a merge moves the places of a child, then its case."""
HUB_STAYS = pgtrigger.Trigger(
    name="hub_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("hub_id"),
    func="""
        IF NEW.hub_id <> OLD.hub_id THEN
            PERFORM nurture_hubs_refuse('nurture_hubs_hub_stays', 'is of one hub');
        END IF;
        RETURN NEW;
    """,
)
"""Its places, pauses, schools and people are of one hub: another has its own."""

# The next two look after the constraints of the row, so that those are named first.
REFERRAL_HOLDS = pgtrigger.Trigger(
    name="referral_holds",
    when=pgtrigger.After,
    operation=pgtrigger.Insert
    | pgtrigger.UpdateOf("case_id", "standing", "consent_on"),
    func="""
        IF TG_OP = 'UPDATE' AND NEW.case_id <> OLD.case_id THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_referral_case_stays', 'a referral is of one case');
        END IF;
        IF (NEW.standing <> 'placed' OR NEW.consent_on IS NULL) AND EXISTS (
            SELECT FROM nurture_hubs_hubplace p
             WHERE p.referral_id = NEW.id AND p.withdrawn_at IS NULL)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_referral_holds_its_place', 'a place stands on this');
        END IF;
        IF NEW.standing = 'waiting' AND NOT EXISTS (
            SELECT FROM nurture_hubs_agreement a
             WHERE a.referral_id = NEW.id AND a.agreed AND a.withdrawn_on IS NULL
             GROUP BY a.hub_id HAVING count(DISTINCT a.party) = 2)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_referral_waits_agreed', 'both must agree to one hub');
        END IF;
        RETURN NULL;
    """,
)
ANSWER_HOLDS = pgtrigger.Trigger(
    name="answer_holds",
    when=pgtrigger.After,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF TG_OP = 'UPDATE' AND (
            ROW(NEW.referral_id, NEW.hub_id, NEW.party, NEW.agreed)
            <> ROW(OLD.referral_id, OLD.hub_id, OLD.party, OLD.agreed)
            OR OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NULL)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_agreement_stays', 'an answer is given anew');
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.withdrawn_on IS NULL THEN RETURN NULL; END IF;
        PERFORM FROM nurture_hubs_referral r
          WHERE r.id = OLD.referral_id FOR NO KEY UPDATE;
        IF OLD.agreed AND OLD.withdrawn_on IS NULL AND EXISTS (
            SELECT FROM nurture_hubs_hubplace p
             WHERE p.referral_id = OLD.referral_id AND p.hub_id = OLD.hub_id
               AND p.withdrawn_at IS NULL)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_agreement_holds_its_place', 'a place stands on this');
        END IF;
        RETURN NULL;
    """,
)
CHILD_FIRST = pgtrigger.Trigger(
    name="a_child_first",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert
    | pgtrigger.Delete
    | pgtrigger.UpdateOf("starts_on", "ends_on", "withdrawn_at", "again_because"),
    func="""
        IF TG_OP = 'DELETE' THEN
            PERFORM FROM people_child c WHERE c.id = OLD.child_id FOR NO KEY UPDATE;
            RETURN OLD;
        END IF;
        PERFORM FROM people_child c WHERE c.id = NEW.child_id FOR NO KEY UPDATE;
        IF TG_OP = 'INSERT' THEN
            PERFORM FROM nurture_hubs_referral r
              WHERE r.id = NEW.referral_id FOR NO KEY UPDATE;
        END IF;
        RETURN NEW;
    """,
)
TWELVE_MONTHS_IN_ALL = pgtrigger.Trigger(
    name="b_twelve_months_in_all",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("again_because"),
    func="""
        IF NEW.withdrawn_at IS NULL AND NEW.again_because = '' AND EXISTS (
            SELECT FROM nurture_hubs_hubplace p
             WHERE p.child_id = NEW.child_id AND p.withdrawn_at IS NULL
               AND p.again_because = '' AND p.id IS DISTINCT FROM NEW.id)
        THEN
            PERFORM nurture_hubs_refuse(
                'nurture_hubs_hubplace_twelve_months_in_all', 'a second stay');
        END IF;
        RETURN NEW;
    """,
)
"""One stay for a child; each further one has a service manager's reason.

Two records of one child that are merged keep the stays that they had.
"""
