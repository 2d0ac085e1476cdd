"""With SENDHUB_NO_SKIPS=1 a skipped test is a failed test: CI must run everything."""

import os
from collections.abc import Generator
from typing import Any

import pytest

SENTENCE = "skipped, and SENDHUB_NO_SKIPS=1 allows no skipped test: "


def refuse_skip(report: Any) -> None:
    """Turn the report of a skipped test into that of a failed one."""
    if os.environ.get("SENDHUB_NO_SKIPS") != "1" or not report.skipped:
        return
    if hasattr(report, "wasxfail"):
        return
    report.outcome = "failed"
    report.longrepr = SENTENCE + str(report.longrepr)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    refuse_skip(report)
    return report
