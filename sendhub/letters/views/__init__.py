"""Pages of letters."""

from sendhub.letters.views.batches import (
    batch_list,
    batch_make,
    batch_page,
    batch_print,
)
from sendhub.letters.views.letters import (
    letter_list,
    letter_make,
    letter_open,
    letter_page,
    letter_withdraw,
)
from sendhub.letters.views.outbox import (
    delivery_settle,
    outbox,
    post_print,
    post_record,
)
from sendhub.letters.views.templates import (
    template_add,
    template_list,
    template_preview,
    template_versions,
    template_write,
)

__all__ = [
    "batch_list",
    "batch_make",
    "batch_page",
    "batch_print",
    "delivery_settle",
    "letter_list",
    "letter_make",
    "letter_open",
    "letter_page",
    "letter_withdraw",
    "outbox",
    "post_print",
    "post_record",
    "template_add",
    "template_list",
    "template_preview",
    "template_versions",
    "template_write",
]
