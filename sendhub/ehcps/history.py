"""How acts on assessments and plans read in the chronology."""

from sendhub.audit.sentences import Kind

SENTENCES = {
    "ehcps.request_log": "Request for a needs assessment received ({source})",
    "ehcps.reassessment_log": "Request to assess again received ({source})",
    "ehcps.reassessment_begin": "Decided ourselves to assess again",
    "ehcps.request_withdraw": "Request withdrawn: {reason}",
    "ehcps.assessment_decide": "{decision}; family told on {told_on}",
    "ehcps.advice_ask": "Advice asked of {whom} ({kind})",
    "ehcps.advice_receive": "Advice received from {whom} ({kind})",
    "ehcps.advice_accept": "Advice of {dated_on} held already, from {whom} ({kind}), "
    "agreed to be enough",
    "ehcps.advice_judge": "Advice from {whom} ({kind}) {found}",
    "ehcps.advice_attach": "Document added to the advice from {whom} ({kind})",
    "ehcps.issue_decide": "{decision}; family told on {told_on}",
    "ehcps.refusal_reverse": "{refusal} reversed: {route}",
    "ehcps.reversal_tell": "Family told that we go on after all",
    "ehcps.correction_ask": "{what} {said} from {old} to {new}: {reason}",
    "ehcps.correction_decide": "{what} {said} from {old} to {new}: {reason}; "
    "asked by {asked_by}",
    "ehcps.move_in_correct": "{what} {said} from {old} to {new}: {reason}",
    "ehcps.move_out_correct": "{what} {said} from {old} to {new}: {reason}",
    "ehcps.transfer_correct": "Plan that was transferred to us: {changes}: {reason}",
    "ehcps.destination_correct": "Where the family moves corrected from {old} to "
    "{new}: {reason}",
    "ehcps.exemption_record": "Exemption recorded for “{what}”: {ground}",
    "ehcps.exemption_withdraw": "Exemption taken back for “{what}”: {reason}",
    "ehcps.plan_write": "Draft {number} written",
    "ehcps.draft_send": "Draft {number} sent to the family",
    "ehcps.comments_record": "Family's comments on the draft received",
    "ehcps.plan_issue": "Plan issued, naming {named}",
    "ehcps.plan_return_record": "What the return asks of the plan recorded",
    "ehcps.dispute_record": "{what}",
    "ehcps.dispute_withdraw": "Taken back: {what}: {reason}",
    "ehcps.cease_propose": "Family and setting asked about ending the plan: {reason}",
    "ehcps.cease_notify": "Family told that the plan will end; kept until {until}",
    "ehcps.cease_challenge": "Mediation or appeal about ending the plan recorded",
    "ehcps.cease_end": "Plan ceased after its notice: {reason}",
    "ehcps.cease_drop": "Plan kept: {reason}",
    "ehcps.move_in_log": "Plan of {made_on} transferred to us from {authority}",
    "ehcps.plan_await": "Plan asked for from {authority}, where they came from",
    "ehcps.plan_chase": "{authority} reminded of the plan{answer}",
    "ehcps.plan_forgo": "No plan will come from {authority}: {reason}",
    "ehcps.plan_attach": "The file of the plan came from {authority}",
    "ehcps.commissioner_change": "Health commissioner is now {whom}",
    "ehcps.commissioner_tell": "{whom} told that it is responsible for the plan",
    "ehcps.commissioner_ask": "{whom} asks for {what}",
    "ehcps.commissioner_close": "Health commissioner {whom} settled: {how}",
    "ehcps.move_in_tell": "Family told of the transfer: {intent}, and review the plan "
    "by {review_on}",
    "ehcps.move_in_review": "Plan reviewed after the transfer",
    "ehcps.request_take_over": "Moved here during an assessment in {authority}: we "
    "decide afresh",
    "ehcps.move_out_record": "Family moves to {where} on {moves_on}",
    "ehcps.move_out_finish": "Family moved to {where}{sent}",
    "ehcps.move_out_drop": "Move to {where} came to nothing: {reason}",
    "ehcps.plan_cease": "Plan ceased: {reason}",
}

KINDS = {
    "ehcps.assessment_decide": Kind.DECISION,
    "ehcps.reassessment_begin": Kind.DECISION,
    "ehcps.issue_decide": Kind.DECISION,
    "ehcps.refusal_reverse": Kind.DECISION,
    "ehcps.correction_decide": Kind.DECISION,
    "ehcps.plan_issue": Kind.DECISION,
    "ehcps.cease_notify": Kind.DECISION,
    "ehcps.cease_end": Kind.DECISION,
    "ehcps.cease_drop": Kind.DECISION,
    "ehcps.move_out_finish": Kind.DECISION,
    "ehcps.plan_cease": Kind.DECISION,
}
