"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

LIST = "Choose one from the list."
OF_MEASURES = {
    "nurture_hubs_measure_once": Refusal(
        "This is recorded for that time already. If it is wrong, say first that it "
        "was entered in error.",
        "stage",
    ),
    "nurture_hubs_measure_known": Refusal(LIST, "stage"),
    "nurture_hubs_measure_withdrawn_who_when_why": Refusal(
        "Say why it was an error.", "reason"
    ),
    "nurture_hubs_score_once": Refusal("One of the numbers is there twice."),
    "nurture_hubs_score_within_its_scale": Refusal(
        "One of the numbers is outside its scale."
    ),
    "nurture_hubs_target_rated_to_ten": Refusal("A target is rated from 0 to 10."),
}

WORDS: dict[str, Refusal] = {**OF_MEASURES}
