"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "casework_reassignment_has_handover": Refusal(
        "Write what the new officers must know.", "handover"
    ),
    "casework_handover_says_something": Refusal(
        "Write what the new officer must know.", "handover"
    ),
    "casework_cover_ends_after_start": Refusal(
        "The last day away is before the first.", "ends_on"
    ),
    "casework_cover_by_somebody_else": Refusal(
        "Somebody else must cover.", "covered_by"
    ),
    "casework_cover_called_off_who_and_when": Refusal(
        "What is called off keeps who called it off and when."
    ),
    "casework_cover_one_at_a_time": Refusal(
        "They are away on some of these days already. Change that one first.",
        "starts_on",
    ),
    "casework_digest_once_a_week": Refusal("This week’s digest is on its way already."),
    "casework_digest_of_a_monday": Refusal("A digest is of the week from a Monday."),
    "casework_digest_sent_when": Refusal("A digest is sent at a moment."),
    "casework_task_says_what": Refusal("Write what is to be done.", "what"),
    "casework_task_ended_who_when_why": Refusal(
        "A task that has ended keeps who ended it and when; a dropped one, why."
    ),
    "casework_task_one_mention_each": Refusal(
        "This colleague has been told of the note already.", "tell"
    ),
    "casework_case_one_open_per_service": Refusal(
        "The child already has an open case with this service."
    ),
    "casework_case_closes_after_opening": Refusal(
        "A case cannot close before it opened.", "closed_on"
    ),
    "casework_case_assigned_to_whom_and_when": Refusal(
        "An assigned case needs its officer and the moment.", "officer"
    ),
    "casework_deadline_once_per_rule": Refusal("This deadline is already there."),
    "casework_deadline_ended_as_met": Refusal(
        "A deadline is met or late by the day it was met."
    ),
    "casework_deadline_target_with_reason": Refusal(
        "A target date needs its reason.", "target_reason"
    ),
    "casework_document_file_once": Refusal(
        "Two files came to lie in one place. Upload them again.", "files"
    ),
    "casework_document_scan_has_its_moment": Refusal(
        "What the virus scanner said needs the moment it was said.", "files"
    ),
    "casework_document_fingerprint": Refusal(
        "The file arrived damaged. Upload it again.", "files"
    ),
    "casework_note_says_who_may_read": Refusal("Choose what it is about.", "category"),
    "casework_document_says_who_may_read": Refusal(
        "Choose what it is about.", "category"
    ),
    "casework_note_withdrawn_who_when_why": Refusal(
        "A note entered in error keeps who said so, when and why.", "reason"
    ),
    "casework_document_withdrawn_who_when_why": Refusal(
        "A document entered in error keeps who said so, when and why.", "reason"
    ),
}
