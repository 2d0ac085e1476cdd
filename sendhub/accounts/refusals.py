"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "accounts_lastfilter_once": Refusal("What this list shows is remembered already."),
    "accounts_notice_ends_after_start": Refusal(
        "The last day is before the first.", "ends_on"
    ),
    "accounts_notice_says_something": Refusal("Write what the notice says.", "text"),
    "accounts_noticeseen_once": Refusal("You have read this notice already."),
    "accounts_savedfilter_name_once": Refusal(
        "You have a filter of this name for this list. Choose another name, or delete "
        "the old one first.",
        "name",
    ),
    "accounts_savedfilter_asks_something": Refusal(
        "The list is not narrowed to anything. Choose filters first, then save them."
    ),
    "accounts_team_one_per_locality": Refusal(
        "That half of the county already has its team.", "locality"
    ),
    "accounts_user_email_once": Refusal(
        "Somebody with this e-mail address is already here.", "email"
    ),
}
