# ruff: noqa: S608  every statement is written here, for tests
"""Ways to break the kernel's data."""

from tests.demo.loaded.breaks.common import (
    ALIAS,
    DEAD,
    ONE_CHILD,
    OPEN_ONE,
    SOME_FILE,
    UNGUARDED,
    off,
    set_child,
    without,
)

KERNEL: dict[str, list[list[str]]] = {
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
        [
            off("casework_note"),
            "DELETE FROM casework_note WHERE id % 9 = 0 AND id NOT IN"
            " (SELECT note_id FROM casework_task WHERE note_id IS NOT NULL)",
        ]
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
        [
            "DELETE FROM auth_group_permissions WHERE group_id ="
            " (SELECT id FROM auth_group WHERE name = 'auditor')"
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
        [
            "UPDATE people_attendance SET ends_on = NULL WHERE id = (SELECT max(id)"
            f" FROM people_attendance WHERE child_id = {DEAD})"
        ],
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
}
