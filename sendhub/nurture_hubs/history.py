"""How acts on nurture hubs, referrals and places read in the chronology."""

from sendhub.audit.sentences import Kind

SENTENCES = {
    # --- hubs
    "nurture_hubs.hub_open": (
        "{hub} opens on {opens_on}: {places} places, run by {hosts}"
    ),
    "nurture_hubs.hub_change": "What is kept of {hub} was changed",
    "nurture_hubs.hub_close": "{hub} {what} ({reason})",
    "nurture_hubs.host_add": "{setting} runs {hub} from {starts_on}",
    "nurture_hubs.host_end": "{setting} runs {hub} until {ends_on}",
    "nurture_hubs.capacity_set": "{hub}: {places} places {days} ({reason})",
    "nurture_hubs.pause_set": "{hub} paused {days}: {reason}",
    "nurture_hubs.pause_end": "Pause of {hub} ended on {day}",
    "nurture_hubs.member_add": "{person} sees {hub} from {starts_on}",
    "nurture_hubs.member_end": "{person} does not see {hub} any more",
    "nurture_hubs.budget_set": "Budget of {whose}, {year}: £{pounds}",
    # --- referrals
    "nurture_hubs.referral_log": "Referred to the nurture hubs by {setting}",
    "nurture_hubs.referral_change": "Nurture hub referral changed: {what}",
    "nurture_hubs.visit_log": "Behaviour Support Team: {kind} at {setting}{elsewhere}",
    "nurture_hubs.visit_withdraw": (
        "Behaviour Support Team: {kind} at {setting} was entered in error ({reason})"
    ),
    "nurture_hubs.agreement_record": "{who} {said} ({hub})",
    "nurture_hubs.agreement_answer": "{hub}: the hub school {said}",
    "nurture_hubs.agreement_withdraw": "{who} took the {what} back ({hub}): {reason}",
    "nurture_hubs.referral_end": "Nurture hub referral {how}: {reason}",
    # --- places
    "nurture_hubs.place_allocate": (
        "Place in {hub} from {starts_on} to {ends_on} allocated"
    ),
    "nurture_hubs.place_move": "Place in {hub} is now from {starts_on} to {ends_on}",
    "nurture_hubs.place_end": "Place in {hub} ends early, on {ends_on}: {reason}",
    "nurture_hubs.place_withdraw": "Place in {hub} taken back: {reason}",
    "nurture_hubs.onward_request": "Asked for out of the nurture hub {hub}",
    # --- the end of a place
    "nurture_hubs.talk_arrange": (
        "Talk about what follows the place in {hub} {how} {planned_for}"
    ),
    "nurture_hubs.talk_hold": "Talk about what follows: {decision} ({setting})",
    "nurture_hubs.talk_withdraw": (
        "Talk about what follows the place in {hub} was entered in error: {reason}"
    ),
    "nurture_hubs.talk_cancel": (
        "Talk planned for {planned_for} cancelled, to be arranged anew: {reason}"
    ),
    "nurture_hubs.step_add": "Step by {due_on}: {what} ({who})",
    "nurture_hubs.step_do": "Step taken: {what}",
    "nurture_hubs.step_drop": "Step not needed any more: {what} ({reason})",
    "nurture_hubs.destination_record": "After the hub, {when}: {where}",
    "nurture_hubs.destination_withdraw": (
        "After the hub, {when}: entered in error ({reason})"
    ),
    # --- measures
    "nurture_hubs.measure_record": "{what}: measured by {who}",
    "nurture_hubs.measure_withdraw": "{what}: entered in error ({reason})",
    "nurture_hubs.target_add": "Target in the hub: {target}",
    "nurture_hubs.target_rate": "Target in the hub rated ({rated}): {target}",
    "nurture_hubs.target_drop": "Target not followed any more ({reason}): {target}",
}

KINDS = {
    "nurture_hubs.hub_open": Kind.RECORD,
    "nurture_hubs.hub_change": Kind.RECORD,
    "nurture_hubs.hub_close": Kind.RECORD,
    "nurture_hubs.host_add": Kind.RECORD,
    "nurture_hubs.host_end": Kind.RECORD,
    "nurture_hubs.capacity_set": Kind.RECORD,
    "nurture_hubs.pause_set": Kind.RECORD,
    "nurture_hubs.pause_end": Kind.RECORD,
    "nurture_hubs.member_add": Kind.RECORD,
    "nurture_hubs.member_end": Kind.RECORD,
    "nurture_hubs.budget_set": Kind.RECORD,
    "nurture_hubs.referral_end": Kind.DECISION,
    "nurture_hubs.place_allocate": Kind.DECISION,
    "nurture_hubs.place_end": Kind.DECISION,
    "nurture_hubs.talk_hold": Kind.DECISION,
}
