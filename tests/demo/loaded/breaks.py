# ruff: noqa: S608  every statement is written here, for tests
"""For each check of `manage.py verify`, the ways in which data are broken for it.

Each way is a list of statements; what guards against them is switched off first.
"""

UNGUARDED = "ALTER TABLE {0} DISABLE TRIGGER USER"
LIVE = "(SELECT min(id) FROM ehcps_plan WHERE standing = 'live')"
FINAL = f"(SELECT id FROM ehcps_planversion WHERE plan_id = {LIVE} AND kind = 'final')"
ONE_CHILD = "(SELECT min(id) FROM people_child)"
ALIAS = "(SELECT id FROM people_child WHERE merged_into_id IS NOT NULL)"
DEAD = "(SELECT id FROM people_child WHERE died_on IS NOT NULL)"
SOME_FILE = "(SELECT min(id) FROM casework_document)"
OPEN_ONE = "(SELECT min(id) FROM casework_deadline WHERE ended = '')"
VERSIONS = UNGUARDED.format("ehcps_planversion")
SECTIONS = UNGUARDED.format("ehcps_plansection")


def off(table: str) -> str:
    """Switch off what guards a table."""
    return UNGUARDED.format(table)


def without(table: str, constraint: str) -> str:
    """Take a constraint away."""
    return f"ALTER TABLE {table} DROP CONSTRAINT {constraint}"


def set_child(column: str, value: str) -> list[str]:
    """Write something on one child."""
    return [f"UPDATE people_child SET {column} = {value} WHERE id = {ONE_CHILD}"]


BREAKS: dict[str, list[list[str]]] = {
    "core.constraints_validated": [
        [
            "ALTER TABLE core_code ADD CONSTRAINT core_code_x CHECK (code <> '') "
            "NOT VALID"
        ]
    ],
    "core.constraints_there": [
        [without("people_child", "people_child_upn_shape")],
        ["DROP INDEX casework_case_one_open_per_service"],
    ],
    "core.indexes_valid": [
        [
            "CREATE TABLE parted (a int) PARTITION BY LIST (a)",
            "CREATE TABLE part PARTITION OF parted FOR VALUES IN (1)",
            "CREATE INDEX unfinished ON ONLY parted (a)",
        ]
    ],
    "core.triggers_enabled": [
        [off("audit_act")],
        ["ALTER TABLE casework_deadline DISABLE TRIGGER USER"],
    ],
    "core.triggers_there": [["DROP TRIGGER {one_trigger} ON ehcps_planversion"]],
    "core.codes_there": [["DELETE FROM core_code WHERE id = 'SEN_SETTING:NIEO'"]],
    "audit.history_out_of_reach": [
        ["GRANT UPDATE ON audit_act TO pg_monitor"],
        ["GRANT TRUNCATE ON people_childevent TO pg_monitor"],
    ],
    "audit.triggers_never_ignored": [
        [
            "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name NAME)"
            " RETURNS BOOLEAN AS $$BEGIN RETURN true; END;$$ LANGUAGE plpgsql"
        ]
    ],
    "audit.last_version_kept": [
        [off("people_child"), *set_child("own_phone", "'01632 960999'")],
        [
            off("people_adult"),
            "INSERT INTO people_adult (version, name, phone, email, preferred_method,"
            " language, interpreter_needed, accessible_format) VALUES"
            " (1, 'Nobody', '', '', 'post', '', false, 'standard')",
        ],
    ],
    "audit.deletions_kept": [
        [off("casework_note"), "DELETE FROM casework_note WHERE id % 9 = 0"]
    ],
    "audit.acts_have_words": [
        [
            "INSERT INTO audit_act (act, at, happened_on, by_id, by_name, about_type,"
            " facts) VALUES ('people.guess', now(), current_date, 1, 'x', '', '{{}}')"
        ]
    ],
    "accounts.groups_are_roles": [
        ["INSERT INTO auth_group (name) VALUES ('wizard')"],
        ["UPDATE auth_group SET name = 'writer' WHERE name = 'caseworker'"],
        [
            "INSERT INTO auth_group_permissions (group_id, permission_id) SELECT"
            " min(g.id), min(p.id) FROM auth_group g, auth_permission p"
            " WHERE g.name = 'caseworker'"
        ],
    ],
    "accounts.rights_come_from_roles": [
        [
            "INSERT INTO accounts_user_user_permissions (user_id, permission_id)"
            " SELECT min(u.id), min(p.id) FROM accounts_user u, auth_permission p"
        ]
    ],
    "accounts.nobody_above_roles": [
        ["UPDATE accounts_user SET is_superuser = true WHERE name LIKE 'Carys%%'"]
    ],
    "accounts.emails_in_small_letters": [
        ["UPDATE accounts_user SET email = upper(email) WHERE name LIKE 'Carys%%'"]
    ],
    "schools.numbers_well_formed": [
        ["UPDATE schools_setting SET urn = '12345' WHERE laestab = '8841109'"],
        ["UPDATE schools_setting SET ukprn = '20000000' WHERE laestab = '8841109'"],
    ],
    "people.upn_right": [set_child("upn", "'A999999909001'")],
    "people.uln_right": [set_child("uln", "'1234567890'")],
    "people.nhs_number_right": [set_child("nhs_number", "'9990000001'")],
    "people.postcodes_well_formed": [
        ["UPDATE people_address SET postcode = 'HR10LE' WHERE id % 50 = 0"]
    ],
    "people.names_findable": [
        set_child("family_name", "'Otherwise'"),
        set_child("sort_name", "'z'"),
        ["UPDATE people_formername SET family_name = 'Unheard'"],
    ],
    "people.aliases_hold_nothing": [
        [
            off("casework_case"),
            f"UPDATE casework_case SET child_id = {ALIAS}"
            " WHERE id = (SELECT min(id) FROM casework_case)",
        ]
    ],
    "people.aliases_were_merged": [
        [
            "UPDATE people_merge SET undone_at = now(), undone_by_id = merged_by_id,"
            " undo_reason = 'x'"
        ],
        [off("people_child"), "UPDATE people_child SET merged_into_id = NULL"],
    ],
    "people.restricted_have_staff": [["DELETE FROM people_namedstaff"]],
    "people.open_have_no_named_staff": [
        [
            "INSERT INTO people_namedstaff (child_id, user_id) SELECT"
            f" {ONE_CHILD}, min(id) FROM accounts_user"
        ]
    ],
    "people.let_in_only_where_restricted": [
        [f"UPDATE people_accessrequest SET child_id = {ONE_CHILD} WHERE outcome = ''"],
        [
            f"UPDATE people_accessgrant SET child_id = {ONE_CHILD}, ended_at = NULL,"
            " ended_by_id = NULL, ends_at = now() + interval '1 day'"
            " WHERE reviewed_at IS NULL"
        ],
    ],
    "people.nothing_after_death": [
        [f"UPDATE people_attendance SET ends_on = NULL WHERE child_id = {DEAD}"],
        [f"UPDATE people_involvement SET ends_on = NULL WHERE child_id = {DEAD}"],
        [
            "INSERT INTO people_childstatus (version, child_id, kind, detail, "
            "starts_on)"
            f" VALUES (1, {DEAD}, 'young_carer', '', '2026-11-19')"
        ],
    ],
    "people.nothing_before_birth": [
        [
            "UPDATE people_address SET starts_on = '1999-01-01' WHERE id ="
            " (SELECT min(id) FROM people_address WHERE child_id IS NOT NULL)"
        ]
    ],
    "people.withheld_within_one_family": [
        [
            UNGUARDED.format("people_withholding"),
            f"UPDATE people_withholding SET child_id = {ONE_CHILD}",
        ],
        [
            UNGUARDED.format("people_withholding"),
            "UPDATE people_withholding SET about_id ="
            f" (SELECT min(id) FROM people_contact WHERE child_id = {ONE_CHILD})"
            " WHERE id = (SELECT min(id) FROM people_withholding)",
        ],
    ],
    "people.acts_about_somebody": [
        [
            "INSERT INTO audit_act (act, at, happened_on, by_id, by_name, about_type,"
            " facts, child_id)"
            " VALUES ('people.child_edit', now(), current_date, 1, 'x', '', '{{}}', 0)"
        ]
    ],
    "casework.open_deadlines_carry_their_case": [
        [
            off("casework_deadline"),
            f"UPDATE casework_deadline SET {column} = {value} WHERE id = {OPEN_ONE}",
        ]
        for column, value in (
            ("officer_id", "(SELECT max(id) FROM accounts_user)"),
            ("team_id", "NULL"),
            ("child_id", "(SELECT max(id) FROM people_child)"),
        )
    ],
    "casework.deadlines_of_one_child": [
        [
            off("casework_deadline"),
            "UPDATE casework_deadline SET child_id = (SELECT max(id) FROM people_child)"
            " WHERE ended = 'met'",
        ]
    ],
    "casework.ended_as_met": [
        [
            without("casework_deadline", "casework_deadline_ended_as_met"),
            f"UPDATE casework_deadline SET ended = '{wrong}' WHERE ended = '{right}'",
        ]
        for right, wrong in (("met", "late"), ("late", "met"), ("", "met"), ("met", ""))
    ],
    "casework.no_work_after_death": [
        [
            "UPDATE casework_deadline SET ended = '', met_on = NULL"
            f" WHERE child_id = {DEAD}"
        ]
    ],
    "casework.no_tasks_after_death": [
        [
            off("people_child"),
            "UPDATE people_child SET died_on = current_date WHERE id = (SELECT"
            " c.child_id FROM casework_task t JOIN casework_case c ON c.id = t.case_id"
            " WHERE t.ended = '' AND t.note_id IS NULL ORDER BY t.id LIMIT 1)",
        ]
    ],
    "casework.mentions_on_their_case": [
        [
            "UPDATE casework_task SET case_id = (SELECT min(id) FROM casework_case)"
            " WHERE note_id IS NOT NULL"
        ]
    ],
    "casework.no_work_on_closed_cases": [
        [
            "UPDATE casework_case SET closed_on = '2026-11-20' WHERE id ="
            f" (SELECT case_id FROM casework_deadline WHERE id = {OPEN_ONE})"
        ]
    ],
    "casework.rules_in_the_book": [
        [f"UPDATE casework_deadline SET rule = 'NA-99' WHERE id = {OPEN_ONE}"]
    ],
    "casework.deadlines_about_something": [
        [f"UPDATE casework_deadline SET about_id = 0 WHERE id = {OPEN_ONE}"]
    ],
    "casework.documents_have_their_file": [
        [f"UPDATE casework_document SET file = 'aa/nowhere' WHERE id = {SOME_FILE}"],
        [f"UPDATE casework_document SET size = size + 1 WHERE id = {SOME_FILE}"],
        [
            "UPDATE casework_document SET sha256 = repeat('0', 64)"
            f" WHERE id = {SOME_FILE}"
        ],
    ],
    "ehcps.deadlines_there": [
        [f"DELETE FROM casework_deadline WHERE id = {OPEN_ONE}"],
        ["DELETE FROM casework_deadline WHERE rule = 'NA-07'"],
        ["DELETE FROM casework_deadline WHERE rule = 'NA-11'"],
    ],
    "ehcps.advice_due_as_its_deadline": [
        ["UPDATE ehcps_advice SET due_on = due_on + 1 WHERE due_on IS NOT NULL"],
        ["DELETE FROM casework_deadline WHERE rule = 'NA-07'"],
    ],
    "ehcps.mistakes_agreed": [
        [
            "UPDATE ehcps_correction SET outcome = 'refused', because = 'No.'"
            " WHERE field = 'mistake'"
        ]
    ],
    "ehcps.deadlines_due": [
        [f"UPDATE casework_deadline SET due_on = due_on + 1 WHERE id = {OPEN_ONE}"],
        [
            "UPDATE casework_deadline SET due_on = due_on - 1"
            " WHERE rule = 'NA-07' AND ended = ''"
        ],
        [
            "UPDATE ehcps_needsassessment SET received_on = received_on - 1"
            " WHERE stage = 'requested'"
        ],
    ],
    "ehcps.deadlines_ended": [
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
    "letters.files_as_made": [
        [
            off("letters_letter"),
            "UPDATE letters_letter SET pdf = 'letters/aa/nowhere' WHERE id % 9 = 0",
        ],
        [
            off("letters_letter"),
            "UPDATE letters_letter SET word_sha256 = repeat('0', 64) WHERE id % 9 = 0",
        ],
    ],
    "letters.on_their_way": [
        [off("letters_delivery"), "DELETE FROM letters_delivery WHERE id % 9 = 0"]
    ],
    "letters.current_is_newest": [
        ["UPDATE letters_template SET current_id = NULL WHERE name = 'General letter'"],
        [
            "INSERT INTO letters_templateversion (template_id, number, subject, body,"
            " in_use, written_at) SELECT id, 9, '', 'x', true, now()"
            " FROM letters_template WHERE name = 'General letter'"
        ],
    ],
    "letters.nothing_sent_after_death": [
        [
            "UPDATE people_child SET died_on = '2026-11-19' WHERE id IN (SELECT"
            " c.child_id FROM letters_delivery d JOIN letters_letter l"
            " ON l.id = d.letter_id JOIN casework_case c ON c.id = l.case_id"
            " WHERE d.state = 'queued')"
        ]
    ],
    "letters.orders_finished_whole": [
        [
            "INSERT INTO letters_batch (version, template_version_id, asked_by_id,"
            " asked_at, finished_at) SELECT 1, min(v.id), min(u.id), now(), now()"
            " FROM letters_templateversion v, accounts_user u",
            "INSERT INTO letters_batchrow (batch_id, case_id, state, reason) SELECT"
            " max(b.id), min(c.id), 'waiting', ''"
            " FROM letters_batch b, casework_case c",
        ]
    ],
    "intakes.deadlines_there": [
        ["DELETE FROM casework_deadline WHERE about_type = 'intakes.intake'"]
    ],
    "intakes.deadlines_due": [
        [
            "UPDATE casework_deadline SET due_on = due_on + 1"
            " WHERE about_type = 'intakes.intake'"
        ],
    ],
    "intakes.deadlines_ended": [
        [
            "UPDATE casework_deadline SET ended = ''"
            " WHERE about_type = 'intakes.intake' AND ended = 'void'"
        ],
    ],
    "intakes.open_on_open_case": [
        [
            "UPDATE casework_case SET closed_on = opened_on WHERE id IN"
            " (SELECT case_id FROM intakes_intake WHERE outcome = '')"
        ],
        [
            "UPDATE intakes_intake SET case_id = (SELECT min(id) FROM casework_case"
            " WHERE service = 'ehc') WHERE id = (SELECT min(id) FROM intakes_intake)"
        ],
    ],
    "intakes.assessment_of_the_same_child": [
        [
            "UPDATE intakes_intake SET assessment_id = (SELECT min(id)"
            " FROM ehcps_needsassessment) WHERE outcome = 'assessment'"
        ]
    ],
    "intakes.none_in_hand_after_death": [
        [
            "UPDATE people_child SET died_on = '2026-11-19' WHERE id IN"
            " (SELECT c.child_id FROM casework_case c JOIN intakes_intake i"
            " ON i.case_id = c.id WHERE i.outcome = '')"
        ]
    ],
}
