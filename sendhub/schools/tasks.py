"""The worker's part that tidies up after registers, each night."""

from datetime import timedelta

from procrastinate.contrib.django import app

from sendhub.core import clock
from sendhub.schools import actions

CONFIRMED_WITHIN = timedelta(days=7)
ON_ITS_WAY = timedelta(days=1)
"""A file may lie in the store for as long before its register is written down."""


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="registers_clear")
def registers_clear(timestamp: int) -> int:
    """Let go of registers that nobody confirmed, and of files that belong to none."""
    now = clock.now()
    forgotten = actions.registers_forget(before=now - CONFIRMED_WITHIN)
    return forgotten + actions.register_files_sweep(before=now - ON_ITS_WAY)
