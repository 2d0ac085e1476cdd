"""The facts of reviews, of changes of phase and of moves, by name."""

from sendhub.statutory.facts.fact import Fact, Kind

FACTS = (
    Fact("anniversary", "Twelve-month date by which the review must be complete"),
    Fact("meeting", "Review meeting", "the review meeting"),
    Fact("invitations_sent", "Invitations to the review meeting sent"),
    Fact("advice_circulated", "Advice sent round before the review meeting"),
    Fact("review_report_sent", "Report of the review meeting sent"),
    Fact("review_decision_notified", "Family told what was decided after the review"),
    Fact(
        "amendment_notice",
        "Notice of proposed amendments sent to the family",
        "sending the notice of amendments",
    ),
    Fact("no_amendment_notified", "Family told that the plan will not be amended"),
    Fact("released", "Released from custody", "the release from custody"),
    Fact(
        "transfer",
        "Change of phase",
        kind=Kind.TEXT,
        choices=(
            "early years->school",
            "infant->junior",
            "primary->middle",
            "primary->secondary",
            "middle->secondary",
            "secondary->post16",
            "sixth form->college",
            "post16->post16",
        ),
    ),
    Fact("transfer_year", "Calendar year of the change of phase", kind=Kind.NUMBER),
    Fact(
        "transfer_date",
        "Day of the transfer (of the plan, or to the next setting)",
        "the transfer",
    ),
    Fact("move", "Family moves to another council's area", "the move"),
    Fact(
        "old_la_aware",
        "Old council became aware of the move",
        "becoming aware of the move",
    ),
    Fact("plan_transferred", "Old council transferred the plan"),
    Fact("family_told_of_transfer", "Family told what the new council will do"),
    Fact("plan_secured", "New council secures what the plan says"),
    Fact(
        "old_icb_aware",
        "Old health commissioner became aware of the change",
        "becoming aware of the change",
    ),
    Fact("new_icb_notified", "New health commissioner told", "being told"),
    Fact(
        "icb_request_received",
        "New health commissioner asked for a review or assessment",
    ),
)
