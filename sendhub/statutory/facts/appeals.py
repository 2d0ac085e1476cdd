"""The facts of mediation, appeals and orders of the tribunal, by name."""

from sendhub.statutory.facts.fact import Fact, Kind

ASSESS = "refusal to assess"
ISSUE = "refusal to issue"
CONTENTS = "contents"
PLACEMENT = "placement"
AMEND = "refusal to amend"
CEASE = "ceasing"
OTHER = "other"

FACTS = (
    Fact(
        "decision_letter",
        "Council's letter with its decision and the right to appeal sent",
        "the council sending its decision",
    ),
    Fact("adviser_contacted", "Mediation adviser contacted by the family"),
    Fact(
        "mediation_declined",
        "Adviser told that the family does not want mediation",
        "being told that you do not want mediation",
    ),
    Fact(
        "mediation_requested",
        "Council told that the family wants mediation",
        "being told that you want mediation",
    ),
    Fact(
        "icb_notified_of_mediation",
        "Health commissioner told of the mediation",
        "being told of the mediation",
    ),
    Fact("mediation_held", "Mediation took place", "the mediation"),
    Fact(
        "adviser_told_no_mediation",
        "Adviser told that mediation cannot be arranged in time",
        "being told that mediation cannot be arranged in time",
    ),
    Fact("mediation_certificate", "Mediation certificate issued"),
    Fact(
        "mediation_agreement",
        "Agreement at mediation",
        "the mediation agreement",
    ),
    Fact(
        "mediation_agreement_to_assess",
        "Agreement at mediation to assess",
        "the mediation agreement",
    ),
    Fact("agreed_by", "Other date agreed in writing at mediation"),
    Fact("agreement_kept", "What was agreed at mediation done"),
    Fact("agreement_passed_on", "Council told what was agreed"),
    Fact(
        "matter",
        "What the appeal or mediation was about",
        kind=Kind.TEXT,
        choices=(ASSESS, ISSUE, CONTENTS, PLACEMENT, AMEND, CEASE, OTHER),
    ),
    Fact("appeal_received", "Appeal received by the tribunal"),
    Fact(
        "appeal_sent_to_la",
        "Appeal sent to the council by the tribunal",
        "the tribunal sending the appeal",
    ),
    Fact("response_sent", "Council's response to the appeal sent"),
    Fact("tribunal_order", "Order of the tribunal", "the order"),
    Fact("tribunal_order_to_assess", "Order of the tribunal to assess", "the order"),
    Fact(
        "unopposed_notice",
        "Council told the tribunal that it will not oppose the appeal",
        "telling the tribunal that it will not oppose the appeal",
    ),
    Fact("plan_ceased", "Plan ceased"),
    Fact("plan_kept", "Family told that the plan is kept"),
    Fact("reconsidered", "Family told what was decided on looking again"),
    Fact(
        "recommendation_made",
        "Recommendation of the tribunal on health or social care",
        "the recommendation",
    ),
    Fact("recommendation_answered", "Recommendation answered in writing"),
)
