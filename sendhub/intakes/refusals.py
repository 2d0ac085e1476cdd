"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

LIST = "Choose one from the list."
WORDS = {
    "intakes_intake_one_open": Refusal(
        "One of this kind is in hand for the child already: follow that one.", "kind"
    ),
    "intakes_intake_known_kind": Refusal(LIST, "kind"),
    "intakes_intake_source_code": Refusal(LIST, "source"),
    "intakes_intake_answered_who_and_when": Refusal(
        "An answer needs its date, not before the day it is about.", "answered_on"
    ),
    "intakes_intake_ended_how_and_when": Refusal(
        "The end needs its date, not before the day it came.", "ended_on"
    ),
    "intakes_intake_ended_why": Refusal("Say why it ends.", "end_reason"),
    "intakes_intake_led_to_assessment": Refusal(
        "The assessment that it led to is missing."
    ),
    "intakes_intake_ended_as_its_kind": Refusal(
        "What reached us cannot end like this.", "outcome"
    ),
}
