"""Pages of casework: the work list, a case, and what is done on it."""

from sendhub.casework.views.board import digest_page, team_board
from sendhub.casework.views.boardlists import deadline_list, handover_list
from sendhub.casework.views.case import case_assign, case_page, target_set
from sendhub.casework.views.cover import cover_end, cover_list, cover_set
from sendhub.casework.views.handover import (
    case_list,
    cases_assign,
    handover_read,
    reassignment_page,
)
from sendhub.casework.views.papers import (
    document_add,
    document_list,
    document_open,
    document_read,
    document_withdraw,
    note_add,
    note_list,
    note_withdraw,
)
from sendhub.casework.views.tasks import task_add, task_do, task_drop
from sendhub.casework.views.work import home, work_list

__all__ = [
    "case_assign",
    "case_list",
    "case_page",
    "cases_assign",
    "cover_end",
    "cover_list",
    "cover_set",
    "deadline_list",
    "digest_page",
    "document_add",
    "document_list",
    "document_open",
    "document_read",
    "document_withdraw",
    "handover_list",
    "handover_read",
    "home",
    "note_add",
    "note_list",
    "note_withdraw",
    "reassignment_page",
    "target_set",
    "task_add",
    "task_do",
    "task_drop",
    "team_board",
    "work_list",
]
