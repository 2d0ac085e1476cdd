"""Ways to break letters, notices and referrals."""

from tests.demo.loaded.breaks.common import (
    off,
)

OTHERS: dict[str, list[list[str]]] = {
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
    "letters.nothing_sent_in_error": [
        [
            off("letters_letter"),
            "UPDATE letters_letter SET withdrawn_at = now(), withdrawn_by_id ="
            " (SELECT min(id) FROM accounts_user), withdrawn_reason = 'Wrong.'"
            " WHERE id IN (SELECT letter_id FROM letters_delivery"
            " WHERE state = 'queued')",
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
    "intakes.deadlines_right": [
        ["DELETE FROM casework_deadline WHERE about_type = 'intakes.intake'"],
        [
            "UPDATE casework_deadline SET due_on = due_on + 1"
            " WHERE about_type = 'intakes.intake'"
        ],
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
