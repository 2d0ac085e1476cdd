"""How acts on cases read in the chronology."""

from sendhub.audit.sentences import Kind

SENTENCES = {
    "casework.case_open": "Case opened",
    "casework.case_close_if_idle": "Case closed: nothing is open on it",
    "casework.case_reopen": "Case opened again",
    "casework.case_assign": "Case given to {officer}{moved}. {handover}",
    "casework.cases_assign": "Case given to {officer}{moved}. {handover}",
    "casework.handover_read": "Handover of {written_by} read",
    "casework.note_add": "{kind} noted {what}{told}",
    "casework.document_add": "Document added: {what}",
    "casework.note_withdraw": "{kind} of {day} entered in error. {reason}",
    "casework.document_withdraw": (
        "Document received on {day} entered in error. {reason}"
    ),
    "casework.task_add": "Task for {given_to}, by {due_on}: {what}",
    "casework.task_do": "{name}: {what}. {outcome}",
    "casework.task_drop": "Task no longer needed: {what}. {outcome}",
    "casework.cover_set": (
        "{covered_by} covers for {officer} from {starts_on} to {ends_on}"
    ),
    "casework.cover_end": "{covered_by} no longer covers for {officer}",
    "casework.target_set": "Target for “{title}” set to {target_on}: {reason}",
}

KINDS = {
    "casework.note_add": Kind.NOTE,
    "casework.document_add": Kind.DOCUMENT,
    "casework.note_withdraw": Kind.NOTE,
    "casework.document_withdraw": Kind.DOCUMENT,
}
