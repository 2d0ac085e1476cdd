"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "accounts_team_one_per_locality": Refusal(
        "That half of the county already has its team.", "locality"
    ),
    "accounts_user_email_once": Refusal(
        "Somebody with this e-mail address is already here.", "email"
    ),
}
