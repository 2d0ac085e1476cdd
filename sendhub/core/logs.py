"""What the server's log says."""

import logging

FAILED = 500


class Refusals(logging.Filter):
    """Write one line of a page that was refused, not how the refusal came about.

    Django adds the traceback where somebody may not open a page: nothing has failed.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything pass; what was only refused without its traceback."""
        if getattr(record, "status_code", FAILED) < FAILED:
            record.exc_info = record.exc_text = None
        return True
