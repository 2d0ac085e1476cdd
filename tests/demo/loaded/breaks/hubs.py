# ruff: noqa: S608  every statement is written here
"""Ways to break nurture hubs."""

from tests.demo.loaded.breaks.common import off

ONE_IN_NINE = " WHERE id % 9 = 0"
HUBS: dict[str, list[list[str]]] = {
    "nurture_hubs.deadlines_right": [
        ["DELETE FROM casework_deadline WHERE about_type = 'nurture_hubs.hubplace'"],
        [
            "UPDATE casework_deadline SET due_on = due_on + 1"
            " WHERE about_type = 'nurture_hubs.hubplace'"
        ],
        [
            "UPDATE casework_deadline SET ended = '', met_on = NULL"
            " WHERE about_type = 'nurture_hubs.hubplace' AND ended = 'met'"
        ],
    ],
    "nurture_hubs.days_counted": [
        [
            off("nurture_hubs_hubday"),
            "UPDATE nurture_hubs_hubday SET taken = taken - 1 WHERE taken > 2",
        ],
        [
            off("nurture_hubs_hubday"),
            "DELETE FROM nurture_hubs_hubday WHERE taken > 0 AND id % 9 = 0",
        ],
    ],
    "nurture_hubs.days_have_their_places": [
        [
            off("nurture_hubs_hubday"),
            "UPDATE nurture_hubs_hubday SET places = 9" + ONE_IN_NINE,
        ]
    ],
    "nurture_hubs.never_overbooked": [
        [
            off("nurture_hubs_hubcapacity"),
            "UPDATE nurture_hubs_hubcapacity SET places = 1",
        ]
    ],
    "nurture_hubs.place_of_the_child_referred": [
        [
            off("nurture_hubs_hubplace"),
            "UPDATE nurture_hubs_hubplace p SET referral_id = (SELECT max(r.id)"
            " FROM nurture_hubs_referral r WHERE r.id < p.referral_id)"
            " WHERE p.id % 9 = 0",
        ]
    ],
    "nurture_hubs.places_agreed": [
        [
            off("nurture_hubs_agreement"),
            "UPDATE nurture_hubs_agreement SET agreed = false, conditions = 'x'"
            " WHERE referral_id IN (SELECT referral_id FROM nurture_hubs_hubplace)",
        ],
        [
            off("nurture_hubs_referral"),
            "UPDATE nurture_hubs_referral SET consent_on = NULL, consent_by = ''"
            " WHERE standing = 'placed'",
        ],
    ],
    "nurture_hubs.referral_stands_as_its_place": [
        [
            off("nurture_hubs_hubplace"),
            "DELETE FROM nurture_hubs_destination",
            "UPDATE nurture_hubs_hubplace SET withdrawn_at = now(), withdrawn_by_id ="
            " allocated_by_id, withdrawn_reason = 'x'" + ONE_IN_NINE,
        ]
    ],
    "nurture_hubs.who_waits_is_agreed": [
        [
            off("nurture_hubs_agreement"),
            "UPDATE nurture_hubs_agreement SET agreed = false, conditions = 'x'"
            " WHERE referral_id IN (SELECT id FROM nurture_hubs_referral"
            " WHERE standing = 'waiting')",
        ]
    ],
    "nurture_hubs.waits_since_the_last_agreed": [
        [
            "UPDATE nurture_hubs_referral SET waits_since = waits_since + 1"
            " WHERE standing = 'waiting'",
        ]
    ],
    "nurture_hubs.open_on_open_case": [
        [
            off("casework_case"),
            "UPDATE casework_case SET closed_on = opened_on WHERE service = 'hub'",
        ]
    ],
    "nurture_hubs.nothing_after_death": [
        [
            off("people_child"),
            "UPDATE people_child SET died_on = '2026-11-01' WHERE id IN (SELECT"
            " child_id FROM nurture_hubs_hubplace WHERE ends_on > '2026-12-01')",
        ]
    ],
    "nurture_hubs.hubs_have_a_host": [
        [off("nurture_hubs_hubhost"), "DELETE FROM nurture_hubs_hubhost"]
    ],
}
