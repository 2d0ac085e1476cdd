"""Pages of needs assessments and plans."""

from sendhub.ehcps.views.advice import (
    advice_accept,
    advice_ask,
    advice_attach,
    advice_judge,
    advice_receive,
)
from sendhub.ehcps.views.assessment import (
    assessment_decide,
    issue_decide,
    request_log,
    request_withdraw,
)
from sendhub.ehcps.views.awaiting import (
    plan_attach,
    plan_await,
    plan_chase,
    plan_forgo,
)
from sendhub.ehcps.views.ceasing import (
    cease_challenge,
    cease_drop,
    cease_end,
    cease_notify,
    cease_propose,
)
from sendhub.ehcps.views.closed import closed_setting_list
from sendhub.ehcps.views.commissioner import (
    commissioner_ask,
    commissioner_change,
    commissioner_close,
    commissioner_tell,
)
from sendhub.ehcps.views.correction import (
    correction_ask,
    correction_decide,
    correction_list,
    move_in_correct,
    move_out_correct,
    request_void,
)
from sendhub.ehcps.views.exemption import exemption_record, exemption_withdraw
from sendhub.ehcps.views.extract import extract_list, extract_open
from sendhub.ehcps.views.lists import (
    advice_list,
    advice_timeliness,
    plan_list,
    request_list,
)
from sendhub.ehcps.views.moves import (
    destination_correct,
    move_in_log,
    move_in_review,
    move_in_tell,
    move_out_drop,
    move_out_finish,
    move_out_record,
    request_take_over,
    transfer_correct,
)
from sendhub.ehcps.views.plan import (
    comments_record,
    draft_send,
    plan_cease,
    plan_issue,
    plan_page,
    plan_write,
)
from sendhub.ehcps.views.quality import quality_list, quality_page
from sendhub.ehcps.views.reassessment import reassessment_begin, reassessment_log
from sendhub.ehcps.views.returned import (
    case_return,
    dispute_record,
    dispute_withdraw,
    plan_return_record,
)
from sendhub.ehcps.views.reversal import refusal_reverse, reversal_tell

__all__ = [
    "advice_accept",
    "advice_ask",
    "advice_attach",
    "advice_judge",
    "advice_list",
    "advice_receive",
    "advice_timeliness",
    "assessment_decide",
    "case_return",
    "cease_challenge",
    "cease_drop",
    "cease_end",
    "cease_notify",
    "cease_propose",
    "closed_setting_list",
    "comments_record",
    "commissioner_ask",
    "commissioner_change",
    "commissioner_close",
    "commissioner_tell",
    "correction_ask",
    "correction_decide",
    "correction_list",
    "destination_correct",
    "dispute_record",
    "dispute_withdraw",
    "draft_send",
    "exemption_record",
    "exemption_withdraw",
    "extract_list",
    "extract_open",
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
    "plan_list",
    "plan_page",
    "plan_return_record",
    "plan_write",
    "quality_list",
    "quality_page",
    "reassessment_begin",
    "reassessment_log",
    "refusal_reverse",
    "request_list",
    "request_log",
    "request_take_over",
    "request_void",
    "request_withdraw",
    "reversal_tell",
    "transfer_correct",
]
