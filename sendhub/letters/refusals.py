"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "letters_template_name_once": Refusal(
        "There is a template of this name already.", "name"
    ),
    "letters_templateversion_once": Refusal(
        "Somebody else saved this template at the same moment. Press the button again."
    ),
    "letters_templateversion_kept_as_written": Refusal(
        "A version of a template stays as it was written. Write a new one."
    ),
    "letters_letter_once_in_a_batch": Refusal(
        "This letter was made in the same order already."
    ),
    "letters_letter_kept_as_made": Refusal(
        "A letter stays as it was made. Write a new one."
    ),
    "letters_letter_withdrawn_who_when_why": Refusal(
        "A letter entered in error keeps who said so, when and why.", "reason"
    ),
    "letters_delivery_never_in_error": Refusal(
        "This letter is marked as entered in error: it is not sent."
    ),
    "letters_letter_fingerprints": Refusal(
        "The letter could not be stored whole. Press the button again."
    ),
    "letters_letter_known_part": Refusal(
        "A letter goes to whoever holds the rights, as a copy, or to a service."
    ),
    "letters_delivery_one_stands": Refusal(
        "This letter is on its way already, or has arrived."
    ),
    "letters_delivery_sent_when": Refusal(
        "A letter that was sent has its day.", "sent_on"
    ),
    "letters_delivery_failed_why": Refusal(
        "What was not sent has its reason.", "reason"
    ),
    "letters_delivery_way_fits": Refusal(
        "An e-mail needs an address; the post needs none."
    ),
    "letters_batchrow_once": Refusal("This case is in the order already."),
    "letters_batchrow_skipped_why": Refusal("A case left out has its reason."),
}
