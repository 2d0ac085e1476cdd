"""Everything that changes templates, letters and their way out."""

from sendhub.letters.actions.batches import batch_make, batch_run
from sendhub.letters.actions.deliveries import (
    deliveries_lost,
    delivery_send,
    delivery_settle,
    letter_withdraw,
    post_record,
    stop_at_death,
    stop_untrue,
)
from sendhub.letters.actions.making import letter_make
from sendhub.letters.actions.stray import stray_letters_remove
from sendhub.letters.actions.templates import (
    standard_load,
    template_add,
    template_write,
)

__all__ = [
    "batch_make",
    "batch_run",
    "deliveries_lost",
    "delivery_send",
    "delivery_settle",
    "letter_make",
    "letter_withdraw",
    "post_record",
    "standard_load",
    "stop_at_death",
    "stop_untrue",
    "stray_letters_remove",
    "template_add",
    "template_write",
]
