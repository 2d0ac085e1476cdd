"""The facts of social care, complaints and information requests, by name."""

from sendhub.statutory.facts.fact import Fact

FACTS = (
    Fact("referral", "Referral to social care", "the referral"),
    Fact("referral_answered", "Family told what happens with the referral"),
    Fact("social_care_assessed", "Social care assessment finished"),
    Fact("excluded_on", "Child excluded from school", "the exclusion"),
    Fact("out_of_school_from", "First day the child could not be at school"),
    Fact("education_arranged", "Suitable education out of school begins"),
    Fact("stage1_start", "Complaint received", "receiving the complaint"),
    Fact("stage1_answered", "Complaint answered at stage 1"),
    Fact("stage2_start", "Stage 2 of the complaint began", "the start of stage 2"),
    Fact("stage2_answered", "Complaint answered at stage 2", "the answer at stage 2"),
    Fact(
        "stage3_requested",
        "Panel asked for (stage 3)",
        "being asked for a panel",
    ),
    Fact("panel_held", "Panel met", "the panel's meeting"),
    Fact("panel_report_sent", "Panel's report sent", "the panel's report"),
    Fact("stage3_answered", "Council answered the panel's report"),
    Fact("sar_received", "Subject access request received", "receiving the request"),
    Fact("sar_answered", "Subject access request answered"),
    Fact("extension_notified", "Person told that the request is complex"),
    Fact("clarification_asked", "Person asked to explain the request, or who they are"),
    Fact("clarification_answered", "Person answered"),
    Fact(
        "foi_received",
        "Freedom of information request received",
        "receiving the request",
    ),
    Fact("foi_answered", "Freedom of information request answered"),
)
