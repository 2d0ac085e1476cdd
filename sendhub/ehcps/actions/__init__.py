"""Everything that changes a needs assessment or a plan."""

from sendhub.ehcps.actions.advice import advice_ask, advice_receive
from sendhub.ehcps.actions.advice_here import (
    advice_accept,
    advice_attach,
    advice_judge,
)
from sendhub.ehcps.actions.assessment import (
    assessment_decide,
    assessment_open,
    issue_decide,
    request_log,
    request_withdraw,
)
from sendhub.ehcps.actions.awaiting import (
    plan_attach,
    plan_await,
    plan_chase,
    plan_forgo,
)
from sendhub.ehcps.actions.ceasing import (
    cease_challenge,
    cease_drop,
    cease_end,
    cease_notify,
    cease_propose,
    plan_cease,
)
from sendhub.ehcps.actions.commissioner import (
    commissioner_ask,
    commissioner_change,
    commissioner_close,
    commissioner_tell,
)
from sendhub.ehcps.actions.correction import (
    correction_ask,
    correction_decide,
    move_in_correct,
    move_out_correct,
    request_void,
)
from sendhub.ehcps.actions.death import stop_at_death
from sendhub.ehcps.actions.exemption import exemption_record, exemption_withdraw
from sendhub.ehcps.actions.extract import extract_fail, extract_run, extract_write
from sendhub.ehcps.actions.move_facts import destination_correct, transfer_correct
from sendhub.ehcps.actions.move_in import (
    move_in_log,
    move_in_review,
    move_in_tell,
    request_take_over,
)
from sendhub.ehcps.actions.move_out import (
    move_out_drop,
    move_out_finish,
    move_out_record,
)
from sendhub.ehcps.actions.plan import (
    comments_record,
    draft_send,
    plan_issue,
    plan_write,
)
from sendhub.ehcps.actions.reassessment import reassessment_begin, reassessment_log
from sendhub.ehcps.actions.recompute import (
    case_clocks_refresh,
    case_requests_hold,
)
from sendhub.ehcps.actions.returned import (
    dispute_record,
    dispute_withdraw,
    plan_return_record,
)
from sendhub.ehcps.actions.reversal import refusal_reverse, reversal_tell

__all__ = [
    "advice_accept",
    "advice_ask",
    "advice_attach",
    "advice_judge",
    "advice_receive",
    "assessment_decide",
    "assessment_open",
    "case_clocks_refresh",
    "case_requests_hold",
    "cease_challenge",
    "cease_drop",
    "cease_end",
    "cease_notify",
    "cease_propose",
    "comments_record",
    "commissioner_ask",
    "commissioner_change",
    "commissioner_close",
    "commissioner_tell",
    "correction_ask",
    "correction_decide",
    "destination_correct",
    "dispute_record",
    "dispute_withdraw",
    "draft_send",
    "exemption_record",
    "exemption_withdraw",
    "extract_fail",
    "extract_run",
    "extract_write",
    "issue_decide",
    "move_in_correct",
    "move_in_log",
    "move_in_review",
    "move_in_tell",
    "move_out_correct",
    "move_out_drop",
    "move_out_finish",
    "move_out_record",
    "plan_attach",
    "plan_await",
    "plan_cease",
    "plan_chase",
    "plan_forgo",
    "plan_issue",
    "plan_return_record",
    "plan_write",
    "reassessment_begin",
    "reassessment_log",
    "refusal_reverse",
    "request_log",
    "request_take_over",
    "request_void",
    "request_withdraw",
    "reversal_tell",
    "stop_at_death",
    "transfer_correct",
]
