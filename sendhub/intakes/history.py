"""How acts on notices and referrals read in the chronology."""

from sendhub.audit.sentences import Kind

SENTENCES = {
    "intakes.intake_log": "{kind} received from {informant}",
    "intakes.intake_answer": "{what}",
    "intakes.intake_start": "Support began ({kind}), after {weeks} weeks",
    "intakes.intake_assess": "{kind}: {what}",
    "intakes.intake_resume": (
        "{kind} is in hand again: the {request} was recorded by mistake"
    ),
    "intakes.intake_close": "{kind}: {outcome} ({reason})",
}

KINDS = {
    "intakes.intake_start": Kind.DECISION,
    "intakes.intake_close": Kind.DECISION,
}
