"""The facts of a needs assessment, a plan and its end, by name."""

from sendhub.statutory.facts.fact import Fact, Kind

FACTS = (
    Fact("as_at", "Looked at on"),
    Fact("event", "Day of the event"),
    Fact("period", "Period, in words", kind=Kind.TEXT),
    Fact(
        "request_received",
        "Request for an assessment received by the council",
        "receiving the request",
    ),
    Fact(
        "became_responsible",
        "Council became responsible for the child without a request",
        "becoming responsible for the child",
    ),
    Fact(
        "early_years_referral",
        "Child referred to early years support or portage",
        "receiving the referral",
    ),
    Fact("welcome_sent", "Welcome letter sent to the family"),
    Fact(
        "decision_to_assess_notified",
        "Family told that the council will assess",
    ),
    Fact(
        "refusal_to_assess_notified",
        "Family told that the council will not assess",
    ),
    Fact(
        "advice_requested",
        "Advice asked for",
        "being asked",
    ),
    Fact("advice_received", "Advice received by the council"),
    Fact(
        "decision_to_issue_notified",
        "Family told that a plan will be issued",
    ),
    Fact(
        "not_to_issue_notified",
        "Family told that no plan will be issued",
    ),
    Fact("draft_served", "Draft plan served on the family"),
    Fact(
        "representations_received",
        "Family's comments on the draft received",
    ),
    Fact("plan_sent", "Final plan sent to the family", "sending the final plan"),
    Fact("plan_date", "Plan first made", "making the plan"),
    Fact(
        "previous_review_completed",
        "Last review completed (its decision sent)",
        "completing the last review",
    ),
    Fact(
        "review_completed",
        "This review completed (its decision sent)",
    ),
    Fact(
        "refused_then_agreed_to_assess",
        "Council agreed to assess after first refusing",
        "agreeing to assess",
    ),
    Fact(
        "route",
        "How the refusal was reversed",
        kind=Kind.TEXT,
        choices=("order", "unopposed", "mediation", "informal"),
    ),
    Fact(
        "reassessment_requested",
        "Request for a re-assessment received by the council",
        "receiving the request",
    ),
    Fact(
        "reassessment_agreed_notified",
        "Family told that the council will assess again",
        "telling you that it will assess again",
    ),
    Fact(
        "reassessment_refused_notified",
        "Family told that the council will not assess again",
    ),
    Fact(
        "reassessment_decided",
        "Council itself decided to assess again",
        "deciding to assess again",
    ),
    Fact("school_consulted", "School or college consulted", "being consulted"),
    Fact("school_replied", "School or college answered the consultation"),
    Fact("closure_from", "First day the school is closed"),
    Fact("reopens", "School re-opens on"),
    Fact(
        "advice_asked_of",
        "Who was asked for advice",
        kind=Kind.TEXT,
        choices=("school", "early years", "other"),
    ),
    Fact("absent_from", "First day the child, parent or young person was away"),
    Fact("returned", "Child, parent or young person back on"),
    Fact("appointment_missed", "Child missed an appointment for an examination"),
    Fact("reason", "Reason for being late, in words", kind=Kind.TEXT),
    Fact(
        "impractical_because",
        "Why this made it impractical to keep the limit",
        kind=Kind.TEXT,
    ),
    Fact("provision_in_place", "Help of section F in place"),
    Fact("personal_budget_requested", "Personal budget asked for"),
    Fact("personal_budget_prepared", "Personal budget prepared"),
    Fact(
        "personal_budget_refused",
        "Family told that there will be no personal budget",
        "telling you that there will be no personal budget",
    ),
    Fact(
        "direct_payment_from",
        "Direct payment began",
        "the first direct payment",
    ),
    Fact("direct_payment_reviewed", "Direct payment reviewed"),
    Fact("direct_payment_notice", "Notice of a lower or ended direct payment sent"),
    Fact("cease_consulted", "Family asked about ending the plan"),
    Fact(
        "cease_notified",
        "Family told that the plan will end",
        "telling you that the plan will end",
    ),
    Fact("appeal_decided", "Appeal decided or withdrawn"),
    Fact("left_setting", "Young person left the school or college"),
    Fact("born_on", "Date of birth"),
    Fact(
        "learning",
        "Where the young person learns",
        kind=Kind.TEXT,
        choices=("college", "other"),
    ),
    Fact(
        "lacks_capacity",
        "Young person lacks capacity for the decision",
        kind=Kind.TEXT,
        choices=("yes", "no"),
    ),
    Fact(
        "representative",
        "There is a deputy or attorney",
        kind=Kind.TEXT,
        choices=("yes", "no"),
    ),
    Fact("special_place_from", "First day in a special school or base"),
)
