"""Jobs of casework."""

from datetime import timedelta

from procrastinate.contrib.django import app

from sendhub.casework import actions
from sendhub.core import clock

SCANNED_AT_ONCE = 200


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="documents_scan", lock="documents_scan")
def documents_scan(timestamp: int) -> int:
    """Scan documents that were added while the virus scanner was away."""
    return actions.documents_scan(at_most=SCANNED_AT_ONCE)


@app.periodic(cron="*/10 * * * 1,2")
@app.task(queueing_lock="digests_send")
def digests_send(timestamp: int) -> int:
    """Send the weekly digests on Monday; on Tuesday what could not go before."""
    return actions.digests_send(now=clock.now())


@app.periodic(cron="37 3 * * 0")
@app.task(queueing_lock="stray_files_remove")
def stray_files_remove(timestamp: int) -> int:
    """Remove files of acts that never finished; today's may still be finishing."""
    return actions.stray_files_remove(before=clock.now() - timedelta(days=1))
