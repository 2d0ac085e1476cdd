"""How acts on assessments and plans read in the chronology."""

from sendhub.audit.sentences import Kind

SENTENCES = {
    "ehcps.request_log": "Request for a needs assessment received ({source})",
    "ehcps.request_withdraw": "Request withdrawn: {reason}",
    "ehcps.assessment_decide": "{decision}; family told on {told_on}",
    "ehcps.advice_ask": "Advice asked of {whom} ({kind})",
    "ehcps.advice_receive": "Advice received from {whom} ({kind})",
    "ehcps.issue_decide": "{decision}; family told on {told_on}",
    "ehcps.refusal_reverse": "{refusal} reversed: {route}",
    "ehcps.reversal_tell": "Family told that we go on after all",
    "ehcps.exemption_record": "Exemption recorded for “{what}”: {ground}",
    "ehcps.exemption_withdraw": "Exemption taken back for “{what}”: {reason}",
    "ehcps.plan_write": "Draft {number} written",
    "ehcps.draft_send": "Draft {number} sent to the family",
    "ehcps.comments_record": "Family's comments on the draft received",
    "ehcps.plan_issue": "Plan issued, naming {named}",
    "ehcps.plan_cease": "Plan ceased: {reason}",
}

KINDS = {
    "ehcps.assessment_decide": Kind.DECISION,
    "ehcps.issue_decide": Kind.DECISION,
    "ehcps.refusal_reverse": Kind.DECISION,
    "ehcps.plan_issue": Kind.DECISION,
    "ehcps.plan_cease": Kind.DECISION,
}
