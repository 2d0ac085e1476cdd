"""Jobs: they run as the site's own role, and those of a killed worker run again."""

import asyncio
import os
import subprocess
import sys
import uuid
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Status

from sendhub.core import clock, tasks
from sendhub.core.models import FormToken
from tests import build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _no_jobs_yet(transactional_db):
    """What the clock asked for in another test at a full five minutes is forgotten."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def sent(*, ago):
    """A form that was sent some time ago."""
    token = FormToken.objects.create(token=uuid.uuid4(), by=build.user())
    FormToken.objects.filter(pk=token.pk).update(used_at=clock.now() - ago)
    return token


def run_worker():
    """Run what waits, as `manage.py procrastinate worker --one-shot` does.

    What the clock asks for at this very moment runs too.
    """

    async def run():
        ours = app.with_connector(app.connector.get_worker_connector())
        async with ours.open_async():
            await ours.run_worker_async(
                wait=False, install_signal_handlers=False, listen_notify=False
            )

    asyncio.run(run())


def statuses():
    return dict(ProcrastinateJob.objects.values_list("id", "status"))


def killed_worker(*, seconds_ago, attempts=0):
    """A job that a worker began; the worker was last heard of some time ago."""
    job = tasks.form_tokens_forget.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - make_interval(secs => %s)) RETURNING id",
            [seconds_ago],
        )
        [worker] = cursor.fetchone()
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s,"
            " attempts = %s WHERE id = %s",
            [worker, attempts, job],
        )
    return job


def test_forgets_the_forms_of_the_day_before_yesterday_and_no_younger_one():
    old = sent(ago=timedelta(days=2, minutes=1))
    young = sent(ago=timedelta(days=1, hours=23))
    assert tasks.form_tokens_forget(timestamp=0) == 1
    assert list(FormToken.objects.all()) == [young]
    assert old != young


def test_a_job_that_was_put_off_runs_in_the_worker():
    sent(ago=timedelta(days=3))
    job = tasks.form_tokens_forget.defer(timestamp=0)
    run_worker()
    assert statuses()[job] == "succeeded"
    assert not FormToken.objects.exists()


def test_starts_again_the_job_of_a_worker_that_was_killed():
    sent(ago=timedelta(days=3))
    job = killed_worker(seconds_ago=600)
    assert statuses()[job] == "doing"
    tasks.stalled_jobs_retry.defer(timestamp=0)
    run_worker()
    assert statuses()[job] == "succeeded"
    assert not FormToken.objects.exists()


def test_leaves_the_job_of_a_worker_that_lives():
    job = killed_worker(seconds_ago=1)
    tasks.stalled_jobs_retry.defer(timestamp=0)
    run_worker()
    assert statuses()[job] == "doing"


def test_gives_up_a_job_that_kills_its_worker_again_and_again(caplog):
    job = killed_worker(seconds_ago=600, attempts=tasks.TRIES)
    tasks.stalled_jobs_retry.defer(timestamp=0)
    run_worker()
    assert statuses()[job] == Status.FAILED.value
    assert f"job {job} (sendhub.core.tasks.form_tokens_forget) is given up" in (
        caplog.text
    )


def test_forgets_old_jobs_that_went_well_and_keeps_those_that_failed():
    good, bad, fresh = (
        _ended(status, days)
        for status, days in (("succeeded", 15), ("failed", 15), ("succeeded", 13))
    )
    tasks.old_jobs_forget.defer(timestamp=0)
    run_worker()
    assert good not in statuses()
    assert statuses()[bad] == "failed"
    assert statuses()[fresh] == "succeeded"


def _ended(status, days):
    job = tasks.form_tokens_forget.configure(queueing_lock=str(uuid.uuid4())).defer(
        timestamp=0
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job]
        )
        cursor.execute(
            "UPDATE procrastinate_events SET at = now() - make_interval(days => %s)"
            " WHERE job_id = %s",
            [days, job],
        )
    return job


def test_runs_by_the_clock():
    periodic = {
        task.task.name.rpartition(".")[2]: task.cron
        for task in app.periodic_registry.periodic_tasks.values()
    }
    assert periodic["stalled_jobs_retry"] == "*/5 * * * *"
    assert {"form_tokens_forget", "old_jobs_forget", "stray_files_remove"} <= set(
        periodic
    )


def test_the_worker_runs_as_the_restricted_role():
    """The command itself, in a process of its own, with the site's own rights."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    address = urlunsplit(url._replace(path=f"/{name}"))
    sent(ago=timedelta(days=3))
    job = tasks.form_tokens_forget.defer(timestamp=0)
    done = subprocess.run(
        [sys.executable, "manage.py", "procrastinate", "worker", "--one-shot"],
        env={**os.environ, "DATABASE_URL": address, "SENDHUB_AS_OWNER": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert statuses()[job] == "succeeded", done.stderr
