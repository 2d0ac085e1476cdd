# ruff: noqa: S608  every statement is made of our own names
"""What must hold of needs assessments, advice and plans."""

from sendhub.core.verifying import Check, rows
from sendhub.ehcps.asked import limits_differing
from sendhub.ehcps.rules import NEEDED_TO_SEND, NO_LIMIT, OPEN
from sendhub.ehcps.triggers import LIMITS, OWED, words

PLANS = (
    "SELECT p.id FROM ehcps_plan p"
    " JOIN ehcps_needsassessment a ON a.id = p.assessment_id"
    " JOIN casework_case c ON c.id = p.case_id"
    " JOIN people_child k ON k.id = c.child_id WHERE "
)
FINAL = (
    "(SELECT count(*) FROM ehcps_planversion v WHERE v.plan_id = p.id"
    " AND v.kind = 'final' AND v.sent_on IS NOT NULL)"
)
WAS_ISSUED = "p.standing IN ('live', 'ceased', 'replaced')"

CHECKS = [
    Check(
        "ehcps.deadlines_right",
        "every request and every advice asked for has the deadlines that the law sets, "
        "due on the day that the rule book says, and open, met, late or void as the "
        "facts say",
        limits_differing,
    ),
    Check(
        "ehcps.advice_due_as_its_deadline",
        "every advice asked for is due on the day that its deadline says",
        rows(
            "SELECT v.id FROM ehcps_advice v LEFT JOIN casework_deadline d"
            " ON d.about_type = 'ehcps.advice' AND d.about_id = v.id"
            " AND d.rule = 'NA-07'"
            " WHERE v.due_on IS DISTINCT FROM d.due_on"
        ),
    ),
    Check(
        "ehcps.limits_kept",
        "every request is listed by the first limit that it has still to keep",
        rows(
            "SELECT a.id FROM ehcps_needsassessment a LEFT JOIN"
            " (SELECT about_id, min(due_on) AS due_on FROM casework_deadline"
            f" WHERE {LIMITS} GROUP BY about_id) d ON d.about_id = a.id"
            f" WHERE a.limit_on <> coalesce(d.due_on, '{NO_LIMIT}')"
        ),
    ),
    Check(
        "ehcps.advice_outstanding",
        "advice is listed as outstanding where it is not here or was sent back, and "
        "the assessment still runs",
        rows(
            "SELECT v.id FROM ehcps_advice v JOIN ehcps_needsassessment a"
            " ON a.id = v.assessment_id WHERE v.outstanding <>"
            f" ({OWED.format('v')} AND a.stage IN ({words(OPEN)}))"
        ),
    ),
    Check(
        "ehcps.one_final_version",
        "every issued plan has one final version that was sent, and no other has",
        rows(f"{PLANS} {FINAL} <> CASE WHEN {WAS_ISSUED} THEN 1 ELSE 0 END"),
    ),
    Check(
        "ehcps.final_is_last",
        "the final version is the last, and was sent on the day of issue",
        rows(
            "SELECT v.id FROM ehcps_planversion v JOIN ehcps_plan p ON p.id = v.plan_id"
            " WHERE v.kind = 'final' AND (v.sent_on IS DISTINCT FROM p.issued_on"
            " OR EXISTS (SELECT FROM ehcps_planversion w WHERE w.plan_id = v.plan_id"
            " AND w.number > v.number))"
        ),
    ),
    Check(
        "ehcps.final_names_setting",
        "every final version that was sent says in section I where the child learns",
        rows(
            "SELECT v.id FROM ehcps_planversion v"
            " WHERE v.kind = 'final' AND v.sent_on IS NOT NULL AND NOT EXISTS"
            " (SELECT FROM ehcps_plansection s WHERE s.plan_version_id = v.id"
            " AND s.letter = 'I' AND trim(s.text) <> '')"
        ),
    ),
    Check(
        "ehcps.sent_versions_whole",
        "every version that was sent has the sections that every plan must have",
        rows(
            "SELECT v.id, n.letter FROM ehcps_planversion v,"
            " unnest(%(needed)s::text[]) AS n(letter)"
            " WHERE v.sent_on IS NOT NULL AND NOT EXISTS"
            " (SELECT FROM ehcps_plansection s WHERE s.plan_version_id = v.id"
            " AND s.letter = n.letter AND trim(s.text) <> '')",
            {"needed": [str(letter) for letter in NEEDED_TO_SEND]},
        ),
    ),
    Check(
        "ehcps.versions_numbered",
        "the versions of a plan are numbered from one without a gap",
        rows(
            "SELECT plan_id FROM ehcps_planversion GROUP BY plan_id"
            " HAVING max(number) <> count(*) OR min(number) <> 1"
        ),
    ),
    Check(
        "ehcps.standing_fits_stage",
        "every plan stands where its assessment does",
        rows(
            PLANS + "p.standing NOT IN (SELECT unnest(CASE"
            " WHEN a.stage IN ('issuing', 'draft_sent') THEN ARRAY['draft']"
            " WHEN a.stage = 'issued' THEN ARRAY['live', 'ceased', 'replaced']"
            " WHEN a.stage IN ('withdrawn', 'not_issued', 'mistake')"
            " THEN ARRAY['abandoned']"
            " ELSE ARRAY[]::text[] END))"
        ),
    ),
    Check(
        "ehcps.stage_has_its_plan",
        "every assessment from the decision to issue onwards has its plan",
        rows(
            "SELECT a.id FROM ehcps_needsassessment a"
            " WHERE a.stage IN ('issuing', 'draft_sent', 'issued') AND NOT EXISTS"
            " (SELECT FROM ehcps_plan p WHERE p.assessment_id = a.id)"
        ),
    ),
    Check(
        "ehcps.draft_sent_was_sent",
        "a draft was sent where the stage says so, and only there",
        rows(
            PLANS + "a.stage IN ('issuing', 'draft_sent')"
            " AND (a.stage = 'draft_sent') <> EXISTS (SELECT FROM ehcps_planversion v"
            " WHERE v.plan_id = p.id AND v.sent_on IS NOT NULL)"
        ),
    ),
    Check(
        "ehcps.mistakes_agreed",
        "two people agreed on every request that counts as recorded by mistake",
        rows(
            "SELECT a.id FROM ehcps_needsassessment a"
            " LEFT JOIN ehcps_correction c ON c.assessment_id = a.id"
            " AND c.field = 'mistake' AND c.outcome = 'agreed'"
            " WHERE (a.stage = 'mistake') <> (c.id IS NOT NULL)"
        ),
    ),
    Check(
        "ehcps.corrections_stand",
        "every date that was corrected is as its last correction says",
        rows(
            "SELECT c.id FROM ehcps_correction c"
            " LEFT JOIN ehcps_needsassessment a ON a.id = c.assessment_id"
            " LEFT JOIN ehcps_plan p ON p.assessment_id = a.id"
            " LEFT JOIN ehcps_advice v ON v.id = c.advice_id"
            " LEFT JOIN ehcps_movein i ON i.id = c.move_in_id"
            " LEFT JOIN ehcps_moveout o ON o.id = c.move_out_id"
            " WHERE c.outcome IN ('agreed', 'alone') AND c.new_on IS DISTINCT FROM"
            " CASE c.field WHEN 'received_on' THEN a.received_on"
            " WHEN 'assess_told_on' THEN a.assess_told_on"
            " WHEN 'issue_told_on' THEN a.issue_told_on"
            " WHEN 'issued_on' THEN p.issued_on WHEN 'ceased_on' THEN p.ceased_on"
            " WHEN 'advice_asked' THEN v.asked_on WHEN 'advice_came' THEN v.received_on"
            " WHEN 'moved_on' THEN i.moved_on"
            " WHEN 'transferred_on' THEN i.transferred_on"
            " WHEN 'transfer_told' THEN i.told_on WHEN 'review_said' THEN i.review_on"
            " WHEN 'reviewed_on' THEN i.reviewed_on WHEN 'moves_on' THEN o.moves_on"
            " WHEN 'known_on' THEN o.known_on WHEN 'gone_on' THEN o.ended_on"
            " ELSE c.new_on END"
            " AND NOT EXISTS (SELECT FROM ehcps_correction d WHERE d.id > c.id"
            " AND d.assessment_id IS NOT DISTINCT FROM c.assessment_id"
            " AND d.move_in_id IS NOT DISTINCT FROM c.move_in_id"
            " AND d.move_out_id IS NOT DISTINCT FROM c.move_out_id"
            " AND d.field = c.field"
            " AND d.advice_id IS NOT DISTINCT FROM c.advice_id"
            " AND d.outcome IN ('agreed', 'alone'))"
        ),
    ),
    Check(
        "ehcps.corrections_of_one_case",
        "every correction belongs to the case of its request or its move",
        rows(
            "SELECT c.id FROM ehcps_correction c"
            " LEFT JOIN ehcps_needsassessment a ON a.id = c.assessment_id"
            " LEFT JOIN ehcps_movein i ON i.id = c.move_in_id"
            " LEFT JOIN ehcps_moveout o ON o.id = c.move_out_id"
            " WHERE c.case_id <> coalesce(a.case_id, i.case_id, o.case_id)"
        ),
    ),
    Check(
        "ehcps.plan_of_one_case",
        "every plan and its assessment belong to the same case",
        rows(PLANS + "p.case_id <> a.case_id"),
    ),
    Check(
        "ehcps.no_plan_after_death",
        "a child who has died has neither a live plan nor a draft",
        rows(
            "SELECT p.id FROM ehcps_plan p JOIN casework_case c ON c.id = p.case_id"
            " JOIN people_child k ON k.id = c.child_id"
            " WHERE k.died_on IS NOT NULL AND p.standing IN ('live', 'draft')"
        ),
    ),
    Check(
        "ehcps.plan_has_its_origin",
        "every plan came from an assessment of ours or by a transfer, and not by both",
        rows(
            "SELECT p.id FROM ehcps_plan p"
            " LEFT JOIN ehcps_movein m ON m.plan_id = p.id"
            " WHERE (p.assessment_id IS NULL) <> (m.id IS NOT NULL)"
        ),
    ),
    Check(
        "ehcps.moves_of_one_case",
        "every move belongs to the case of its plan and its assessment",
        rows(
            "SELECT m.id FROM (SELECT id, case_id, plan_id, assessment_id FROM"
            " ehcps_movein UNION ALL SELECT id, case_id, plan_id, assessment_id FROM"
            " ehcps_moveout) m LEFT JOIN ehcps_plan p ON p.id = m.plan_id"
            " LEFT JOIN ehcps_needsassessment a ON a.id = m.assessment_id"
            " WHERE p.case_id <> m.case_id OR a.case_id <> m.case_id"
        ),
    ),
    Check(
        "ehcps.gone_is_ended",
        "a plan that was transferred away ceased on that day for that reason",
        rows(
            "SELECT m.id FROM ehcps_moveout m JOIN ehcps_plan p ON p.id = m.plan_id"
            " WHERE m.ended = 'gone' AND p.ceased_on = m.ended_on"
            " AND p.cease_reason_id <> CASE WHEN m.authority_id IS NULL"
            " THEN 'CEASE_REASON:7' ELSE 'CEASE_REASON:5' END"
            " OR m.ended = 'gone' AND p.standing = 'live'"
        ),
    ),
    Check(
        "ehcps.assessed_again_with_its_plan",
        "a child is assessed again while the plan lives, and a plan is replaced by the "
        "one that a re-assessment led to",
        rows(
            "SELECT p.id FROM ehcps_plan p LEFT JOIN ehcps_needsassessment a"
            " ON a.reassesses_id = p.id AND a.stage = 'issued'"
            " WHERE (p.standing = 'replaced') <> (a.id IS NOT NULL)"
            " UNION ALL SELECT a.id FROM ehcps_needsassessment a"
            " JOIN ehcps_plan p ON p.id = a.reassesses_id"
            " WHERE p.case_id <> a.case_id"
            " OR p.standing <> 'live' AND a.stage = ANY(%(open)s::text[])",
            {"open": [str(stage) for stage in sorted(OPEN)]},
        ),
    ),
    Check(
        "ehcps.no_request_after_death",
        "a child who has died has no open request",
        rows(
            "SELECT a.id FROM ehcps_needsassessment a"
            " JOIN casework_case c ON c.id = a.case_id"
            " JOIN people_child k ON k.id = c.child_id"
            " WHERE k.died_on IS NOT NULL AND a.stage = ANY(%(open)s::text[])",
            {"open": [str(stage) for stage in sorted(OPEN)]},
        ),
    ),
    Check(
        "ehcps.deadlines_of_their_case",
        "every deadline of a request or of advice belongs to its case",
        rows(
            "SELECT d.id FROM casework_deadline d"
            " LEFT JOIN ehcps_advice v"
            " ON d.about_type = 'ehcps.advice' AND v.id = d.about_id"
            " JOIN ehcps_needsassessment a ON a.id = CASE d.about_type"
            " WHEN 'ehcps.needsassessment' THEN d.about_id"
            " WHEN 'ehcps.advice' THEN v.assessment_id END"
            " WHERE a.case_id <> d.case_id"
        ),
    ),
]
