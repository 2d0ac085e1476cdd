"""Jobs of EHC plans."""

from procrastinate.contrib.django import app

from sendhub.ehcps import actions, quality
from sendhub.ehcps.extract import file_folder


@app.periodic(cron="17 2 * * *")
@app.task(queueing_lock="plans_extract", lock="plans_extract")
def plans_extract(timestamp: int) -> int:
    """Write the night's file of plans for social care; nothing without a folder."""
    folder = file_folder()
    return actions.extract_run(folder=folder).plans if folder else 0


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="quality_counts", lock="quality_counts")
def quality_counts(timestamp: int) -> int:
    """Count what the next return lacks, so that nobody waits for it."""
    return quality.keep_counts().cases
