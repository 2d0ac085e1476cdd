"""Jobs of letters. Each may run twice without harm: it finds what is still to do."""

from datetime import timedelta

from procrastinate.contrib.django import app

from sendhub.core import clock
from sendhub.letters import actions
from sendhub.letters.models import Batch, Delivery

AT_ONCE = 200
UNFINISHED = timedelta(days=1)
"""What is younger may still be finishing."""
PATIENCE = timedelta(minutes=10)


@app.task
def delivery_send(delivery_id: int) -> str:
    """Send one e-mail."""
    return str(actions.delivery_send(delivery_id=delivery_id) or "")


@app.task
def batch_run(batch_id: int) -> int:
    """Make the letters of an order."""
    return actions.batch_run(batch_id=batch_id)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="outbox_send")
def outbox_send(timestamp: int) -> int:
    """Send what waited for the mail server, and find what was lost on the way."""
    actions.deliveries_lost()
    due = Delivery.objects.due(now=clock.now()).values_list("pk", flat=True)
    keys = list(due[:AT_ONCE])
    for key in keys:
        actions.delivery_send(delivery_id=key)
    return len(keys)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="batches_finish")
def batches_finish(timestamp: int) -> int:
    """Go on with orders whose worker was killed."""
    unfinished = Batch.objects.unfinished(asked_before=clock.now() - PATIENCE)
    keys = list(unfinished.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        actions.batch_run(batch_id=key)
    return len(keys)


@app.periodic(cron="7 3 * * *")
@app.task(queueing_lock="stray_letters_remove")
def stray_letters_remove(timestamp: int) -> int:
    """Remove files of letters that were never made."""
    return actions.stray_letters_remove(before=clock.now() - UNFINISHED)
