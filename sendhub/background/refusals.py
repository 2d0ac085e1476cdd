"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "background_job_finished_when_over": Refusal(
        "Work that is over has the moment when it ended, and other work has none."
    ),
    "background_job_failed_why": Refusal("Say why it did not work."),
    "background_job_result_when_done": Refusal("Only what is done has a result."),
    "background_job_done_of_total": Refusal("No more can be done than there is."),
}
