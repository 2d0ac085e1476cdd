"""The log: a refused page is a line, a failed one brings what led there."""

import logging

import pytest

from sendhub.core.logs import Refusals


def record(status_code: int | None) -> logging.LogRecord:
    """A line of Django's about a page, with the error that led there."""
    try:
        raise PermissionError
    except PermissionError as error:
        why = (type(error), error, error.__traceback__)
    made = logging.LogRecord("django.request", 30, "", 0, "Refused", None, why)
    if status_code:
        made.status_code = status_code
    return made


@pytest.mark.parametrize(
    ("status_code", "told"), [(403, False), (404, False), (500, True), (None, True)]
)
def test_tells_how_a_failure_came_about_and_not_a_refusal(
    status_code: int | None, told: bool
) -> None:
    line = record(status_code)
    assert Refusals().filter(line)
    assert ("Traceback" in logging.Formatter().format(line)) is told
