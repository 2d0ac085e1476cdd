"""Jobs of casework."""

from datetime import timedelta

from procrastinate.contrib.django import app

from sendhub.casework import actions
from sendhub.core import clock


@app.periodic(cron="37 3 * * 0")
@app.task(queueing_lock="stray_files_remove")
def stray_files_remove(timestamp: int) -> int:
    """Remove files of acts that never finished; today's may still be finishing."""
    return actions.stray_files_remove(before=clock.now() - timedelta(days=1))
