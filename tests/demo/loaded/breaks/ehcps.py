# ruff: noqa: S608  every statement is written here, for tests
"""Ways to break assessments and plans."""

from tests.demo.loaded.breaks.common import (
    FINAL,
    LIVE,
    OPEN_ONE,
    SECTIONS,
    VERSIONS,
    off,
    without,
)

EHCPS: dict[str, list[list[str]]] = {
    "ehcps.deadlines_right": [
        [f"DELETE FROM casework_deadline WHERE id = {OPEN_ONE}"],
        ["DELETE FROM casework_deadline WHERE rule = 'NA-07'"],
        ["DELETE FROM casework_deadline WHERE rule = 'NA-11'"],
        [f"UPDATE casework_deadline SET due_on = due_on + 1 WHERE id = {OPEN_ONE}"],
        [
            "UPDATE casework_deadline SET due_on = due_on - 1"
            " WHERE rule = 'NA-07' AND ended = ''"
        ],
        [
            "UPDATE ehcps_needsassessment SET received_on = received_on - 1"
            " WHERE stage = 'requested'"
        ],
        [f"UPDATE casework_deadline SET ended = 'void' WHERE id = {OPEN_ONE}"],
        [
            "UPDATE casework_deadline SET ended = ''"
            " WHERE rule = 'NA-13' AND ended = 'void'"
        ],
        [
            "UPDATE casework_deadline SET rule = 'NA-09'"
            " WHERE rule = 'NA-13' AND ended = ''"
        ],
    ],
    "ehcps.advice_due_as_its_deadline": [
        ["UPDATE ehcps_advice SET due_on = due_on + 1 WHERE due_on IS NOT NULL"],
        ["DELETE FROM casework_deadline WHERE rule = 'NA-07'"],
    ],
    "ehcps.limits_kept": [
        [
            off("ehcps_needsassessment"),
            "UPDATE ehcps_needsassessment SET limit_on = limit_on - 1"
            " WHERE stage = 'requested'",
        ],
        [
            off("ehcps_needsassessment"),
            "UPDATE ehcps_needsassessment SET limit_on = received_on + 42"
            " WHERE stage = 'issued'",
        ],
        [
            off("casework_deadline"),
            f"UPDATE casework_deadline SET due_on = due_on - 9 WHERE id = {OPEN_ONE}",
        ],
    ],
    "ehcps.advice_outstanding": [
        [
            off("ehcps_advice"),
            "UPDATE ehcps_advice SET outstanding = NOT outstanding"
            " WHERE id = (SELECT min(id) FROM ehcps_advice WHERE outstanding)",
        ],
        [
            off("ehcps_advice"),
            "UPDATE ehcps_advice SET outstanding = NOT outstanding"
            " WHERE id = (SELECT min(id) FROM ehcps_advice WHERE NOT outstanding)",
        ],
    ],
    "ehcps.mistakes_agreed": [
        [
            "UPDATE ehcps_correction SET outcome = 'refused', because = 'No.'"
            " WHERE field = 'mistake'"
        ]
    ],
    "ehcps.one_final_version": [
        [
            VERSIONS,
            f"UPDATE ehcps_planversion SET kind = 'draft' WHERE id = {FINAL}",
        ],
        [
            VERSIONS,
            "UPDATE ehcps_planversion SET kind = 'final' WHERE plan_id ="
            " (SELECT min(id) FROM ehcps_plan WHERE standing = 'draft')"
            " AND sent_on IS NOT NULL OR id = (SELECT min(id) FROM ehcps_planversion"
            f" WHERE plan_id = {LIVE})",
        ],
    ],
    "ehcps.final_is_last": [
        [f"UPDATE ehcps_plan SET issued_on = issued_on + 1 WHERE id = {LIVE}"],
        [
            VERSIONS,
            f"UPDATE ehcps_planversion SET number = number + 9 WHERE plan_id = {LIVE}"
            " AND kind = 'draft'",
        ],
    ],
    "ehcps.final_names_setting": [
        [
            SECTIONS,
            "UPDATE ehcps_plansection SET text = ' ' WHERE letter = 'I'"
            f" AND plan_version_id = {FINAL}",
        ]
    ],
    "ehcps.sent_versions_whole": [
        [
            SECTIONS,
            "DELETE FROM ehcps_plansection WHERE letter = 'F'"
            f" AND plan_version_id = {FINAL}",
        ]
    ],
    "ehcps.versions_numbered": [
        [
            VERSIONS,
            f"UPDATE ehcps_planversion SET number = 7 WHERE id = {FINAL}",
        ]
    ],
    "ehcps.standing_fits_stage": [
        [
            "UPDATE ehcps_needsassessment SET stage = 'draft_sent'"
            f" WHERE id = (SELECT assessment_id FROM ehcps_plan WHERE id = {LIVE})"
        ]
    ],
    "ehcps.stage_has_its_plan": [
        [
            "UPDATE ehcps_needsassessment SET stage = 'issuing',"
            " issue_told_on = assess_told_on, issue_decided_by_id = logged_by_id"
            " WHERE stage = 'assessing'"
        ]
    ],
    "ehcps.draft_sent_was_sent": [
        [
            "UPDATE ehcps_needsassessment SET stage = 'draft_sent' WHERE stage = "
            "'issuing'"
        ],
        [
            "UPDATE ehcps_needsassessment SET stage = 'issuing' WHERE stage = "
            "'draft_sent'"
        ],
    ],
    "ehcps.corrections_stand": [["UPDATE ehcps_correction SET new_on = new_on + 1"]],
    "ehcps.corrections_of_one_case": [
        ["UPDATE ehcps_correction SET case_id = (SELECT max(id) FROM casework_case)"]
    ],
    "ehcps.plan_of_one_case": [
        [
            "UPDATE ehcps_plan SET case_id = (SELECT min(id) FROM casework_case)"
            f" WHERE id = {LIVE}"
        ]
    ],
    "ehcps.no_plan_after_death": [
        [
            "UPDATE ehcps_plan SET standing = 'live', ceased_on = NULL, ceased_by_id ="
            " NULL, cease_reason_id = NULL WHERE cease_reason_id = 'CEASE_REASON:8'"
        ]
    ],
    "ehcps.plan_has_its_origin": [
        [
            without("ehcps_movein", "ehcps_movein_plan_or_assessment"),
            "DELETE FROM casework_deadline WHERE about_type = 'ehcps.movein'",
            "DELETE FROM ehcps_correction WHERE move_in_id IS NOT NULL",
            "DELETE FROM ehcps_movein WHERE plan_id IS NOT NULL",
        ]
    ],
    "ehcps.moves_of_one_case": [
        [
            "UPDATE ehcps_moveout SET case_id = (SELECT max(id) FROM casework_case)"
            " WHERE id = (SELECT min(id) FROM ehcps_moveout WHERE ended = 'gone')"
        ]
    ],
    "ehcps.gone_is_ended": [
        [
            "UPDATE ehcps_plan SET cease_reason_id = 'CEASE_REASON:9'"
            " WHERE cease_reason_id = 'CEASE_REASON:5'"
        ]
    ],
    "ehcps.assessed_again_with_its_plan": [
        [f"UPDATE ehcps_plan SET standing = 'replaced' WHERE id = {LIVE}"]
    ],
    "ehcps.no_request_after_death": [
        [
            "UPDATE people_child SET died_on = '2026-11-19' WHERE id ="
            f" (SELECT child_id FROM casework_deadline WHERE id = {OPEN_ONE})"
        ]
    ],
    "ehcps.deadlines_of_their_case": [
        [
            off("casework_deadline"),
            "UPDATE casework_deadline SET case_id = (SELECT max(id) FROM casework_case)"
            f" WHERE id = {OPEN_ONE}",
        ],
        [
            off("casework_deadline"),
            "UPDATE casework_deadline SET case_id = (SELECT max(id) FROM casework_case)"
            " WHERE rule = 'NA-07'",
        ],
    ],
}
