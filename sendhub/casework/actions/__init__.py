"""Everything that changes a case and the work on it."""

from sendhub.casework.actions.cases import (
    case_assign,
    case_close_if_idle,
    case_open,
    case_reopen,
)
from sendhub.casework.actions.cover import cover_end, cover_set
from sendhub.casework.actions.deadlines import (
    deadlines_recompute,
    deadlines_refresh,
    deadlines_refresh_each,
    stop_at_death,
    target_set,
)
from sendhub.casework.actions.digest import digest_send, digests_send
from sendhub.casework.actions.handover import cases_assign, handover_read
from sendhub.casework.actions.joining import cases_compare, cases_join
from sendhub.casework.actions.papers import (
    document_add,
    document_withdraw,
    documents_scan,
    note_add,
    note_withdraw,
    stray_files_remove,
)
from sendhub.casework.actions.tasks import task_add, task_do, task_drop

__all__ = [
    "case_assign",
    "case_close_if_idle",
    "case_open",
    "case_reopen",
    "cases_assign",
    "cases_compare",
    "cases_join",
    "cover_end",
    "cover_set",
    "deadlines_recompute",
    "deadlines_refresh",
    "deadlines_refresh_each",
    "digest_send",
    "digests_send",
    "document_add",
    "document_withdraw",
    "documents_scan",
    "handover_read",
    "note_add",
    "note_withdraw",
    "stop_at_death",
    "stray_files_remove",
    "target_set",
    "task_add",
    "task_do",
    "task_drop",
]
