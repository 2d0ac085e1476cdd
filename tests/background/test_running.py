"""Doing what was asked for: once, to the end or not at all, and never for ever."""

import errno
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from sendhub.background import actions, files, kinds, progress
from sendhub.background.kinds import Kind, Outcome
from sendhub.background.models import Job
from sendhub.background.rules import (
    GIVEN_UP,
    NO_ROOM,
    NOT_ALLOWED,
    WENT_WRONG,
    State,
)
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from tests import build
from tests.build.background import KEY
from tests.races import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(monkeypatch):
    """Let the kind of the tests do something else."""

    def become(run, may=lambda user, job: True):
        monkeypatch.setitem(kinds._kinds, KEY, Kind(KEY, run, may))

    return become


def asked(**more):
    return build.job(by=build.user("caseworker"), **more)


def lies_there():
    return sorted(path.name for path in files.folder().iterdir())


def test_is_done_and_leaves_its_result_alone(django_assert_max_num_queries):
    job = asked(rows=5000)
    with django_assert_max_num_queries(14):
        assert actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == (State.DONE, 5000, 5000)
    assert (job.said, job.filename) == ("5000 rows.", "rows.csv")
    assert lies_there() == [str(job.pk)]
    assert files.result(job.pk).stat().st_mode & 0o777 == 0o600


def test_the_same_asked_for_again_while_it_waits_is_the_same():
    person, other = build.user("caseworker"), build.user("caseworker")
    asks = {"kind": KEY, "title": "Count", "asks": {"rows": 1}}
    first = actions.job_ask(**asks, by=person)
    assert actions.job_ask(**asks, by=person) == first
    assert actions.job_ask(**asks, by=other) != first
    actions.job_run(job_id=first.pk)
    assert actions.job_ask(**asks, by=person) != first


def test_who_may_not_have_it_cannot_ask_for_it():
    with pytest.raises(PermissionDenied):
        actions.job_ask(kind=KEY, title="x", asks={}, by=build.user("panel_member"))
    assert not Job.objects.exists()


def test_who_may_no_longer_have_it_when_it_runs_is_told(runs):
    job = asked()
    runs(lambda job, progress: pytest.fail("ran"), may=lambda user, job: False)
    actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.said) == (State.FAILED, NOT_ALLOWED)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (RuleBroken("Choose fewer."), "Choose fewer."),
        (OSError(errno.ENOSPC, "No space left on device"), NO_ROOM),
        (OSError(errno.EACCES, "Permission denied"), WENT_WRONG),
        (ValueError("of a child"), WENT_WRONG),
    ],
)
def test_what_went_wrong_is_said_in_plain_words_and_leaves_no_file(
    runs, trouble, said, caplog
):
    def half(job, progress):
        (progress.folder / "half").write_text("x" * 1000)
        raise trouble

    job = asked()
    runs(half)
    assert not actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.said) == (State.FAILED, said)
    assert lies_there() == []
    assert ("Traceback" in caplog.text) == (said == WENT_WRONG)


def test_a_cancelled_run_stops_at_its_next_step_and_leaves_no_file(runs, monkeypatch):
    monkeypatch.setattr(progress, "OFTEN", 0)
    steps = []

    def long(job, told):
        told.of(10)
        (told.folder / "half").write_text("half")
        for number in range(10):
            steps.append(number)
            if number == 4:
                actions.job_cancel(job=job)
            told.step(number)
        return Outcome("")

    job = asked()
    runs(long)
    assert not actions.job_run(job_id=job.pk)
    assert steps == [0, 1, 2, 3, 4]
    job.refresh_from_db()
    assert job.state == State.CANCELLED
    assert lies_there() == []


def test_what_is_cancelled_at_the_last_moment_is_not_done(runs):
    def last(job, told):
        made = told.folder / "all"
        made.write_text("all")
        actions.job_cancel(job=job)
        return Outcome("Done.", file=made, filename="all.csv")

    job = asked()
    runs(last)
    assert not actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.filename) == (State.CANCELLED, "")
    assert lies_there() == []


def test_runs_again_from_the_beginning_after_its_worker_was_killed():
    far = {"done": 2, "total": 3, "attempts": 1, "started_at": clock.now()}
    job = asked(state=State.RUNNING, **far)
    left = files.folder() / f"{job.pk}.1"
    left.mkdir()
    (left / "half").write_text("half")
    assert actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.done) == (State.DONE, 2, 3)
    assert lies_there() == [str(job.pk)]
    actions.jobs_clear(before=clock.now() - timedelta(days=1))
    assert files.result(job.pk).exists()


def test_the_run_of_a_worker_thought_dead_gives_way_to_the_new_one(runs):
    def again(job, told):
        Job.objects.filter(pk=job.pk).update(attempts=job.attempts + 1)
        told.of(1)
        return Outcome("")

    job = asked()
    runs(again)
    assert not actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert job.state == State.RUNNING


def queue(job, status):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s WHERE id = %s",
            [status, job.queue_id],
        )


@pytest.mark.parametrize("status", ["failed", "succeeded", "aborted"])
def test_what_no_worker_has_any_more_is_said_to_have_failed(status):
    lost = asked(state=State.RUNNING, started_at=clock.now())
    waiting, doing = asked(), asked(state=State.RUNNING, started_at=clock.now())
    queue(lost, "doing")
    queue(lost, status)
    queue(doing, "doing")
    assert actions.jobs_settle() == 1
    lost.refresh_from_db()
    assert (lost.state, lost.said) == (State.FAILED, GIVEN_UP)
    states = Job.objects.filter(pk__in=[waiting.pk, doing.pk]).order_by("pk")
    assert [job.state for job in states] == [State.WAITING, State.RUNNING]


def test_is_forgotten_after_a_day_with_its_result():
    old, young = asked(), asked()
    for job in (old, young):
        actions.job_run(job_id=job.pk)
    yesterday = clock.now() - timedelta(days=1)
    Job.objects.filter(pk=old.pk).update(finished_at=yesterday - timedelta(minutes=1))
    stray = files.folder() / "987654321.2"
    stray.mkdir()
    (stray / "half").write_text("half")
    assert actions.jobs_clear(before=yesterday) == 1
    assert list(Job.objects.all()) == [young]
    assert lies_there() == [str(young.pk)]


@pytest.mark.django_db(transaction=True)
def test_a_double_click_asks_once():
    person = build.user("caseworker")
    asks = {"kind": KEY, "title": "Count", "asks": {"rows": 1}, "by": person}
    first, second = at_once(*[lambda: actions.job_ask(**asks)] * 2)
    assert first == second
    assert Job.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_with_one_job_make_one_result():
    job = asked(rows=20_000)
    done = at_once(*[lambda: actions.job_run(job_id=job.pk)] * 2)
    assert True in done
    job.refresh_from_db()
    assert job.state == State.DONE
    assert lies_there() == [str(job.pk)]
    assert len(files.result(job.pk).read_text().splitlines()) == 20_000
