"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "schools_setting_urn_once": Refusal("Another setting already has this URN.", "urn"),
    "schools_setting_closes_after_opening": Refusal(
        "A setting cannot close before it opened.", "closed_on"
    ),
}
