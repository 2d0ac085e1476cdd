"""The pages of background work: one's own, how far it is, and what came of it."""

import pytest
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.background import actions, files
from sendhub.background.models import Job
from sendhub.background.rules import State
from sendhub.core import clock
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


def page(job, name="job-page"):
    return reverse(f"background:{name}", args=[job.pk])


def test_says_that_it_waits_and_how_many_come_first(signed_in):
    client = signed_in("caseworker")
    build.job(by=build.user("team_manager"))
    job = build.job(by=client.user)
    text = seen(client.get(page(job)))
    assert "Waiting. 1 other comes first." in text
    assert "See how far it is now" in text


def test_shows_how_far_it_is(signed_in):
    client = signed_in("caseworker")
    far = {"done": 1500, "total": 6000, "started_at": clock.now()}
    job = build.job(by=client.user, state=State.RUNNING, **far)
    answer = client.get(page(job))
    assert "1,500 of 6,000 rows" in seen(answer)
    assert 'value="1500" max="6000"' in answer.content.decode()


def test_gives_the_result_of_what_is_done(signed_in):
    client = signed_in("caseworker")
    job = build.job(by=client.user, rows=3)
    assert actions.job_run(job_id=job.pk)
    answer = client.get(page(job))
    assert "Done. 3 rows." in seen(answer)
    assert "data-progress" not in answer.content.decode()
    file = client.get(page(job, "job-file"))
    assert b"".join(file.streaming_content) == b"0\n1\n2\n"
    assert file["Content-Disposition"] == 'attachment; filename="rows.csv"'
    assert file["X-Content-Type-Options"] == "nosniff"


def test_there_is_nothing_to_fetch_before_it_is_done(signed_in):
    client = signed_in("caseworker")
    job = build.job(by=client.user)
    assert client.get(page(job, "job-file")).status_code == 404


def test_nobody_else_finds_it(signed_in):
    job = build.job(by=build.user("caseworker"))
    actions.job_run(job_id=job.pk)
    client = signed_in("service_manager")
    for name in ("job-page", "job-file", "job-cancel"):
        assert client.get(page(job, name)).status_code == 404
    assert client.post(page(job, "job-cancel")).status_code == 404
    assert "Count rows" not in seen(client.get(reverse("background:job-list")))


def test_who_lost_the_right_to_it_no_longer_fetches_it(signed_in, monkeypatch):
    client = signed_in("caseworker")
    job = build.job(by=client.user)
    actions.job_run(job_id=job.pk)
    may = User.may

    def no_longer(user, permission):
        return permission != "work_view" and may(user, permission)

    assert client.get(page(job, "job-file")).getvalue()
    monkeypatch.setattr(User, "may", no_longer)
    assert client.get(page(job, "job-file")).status_code == 403


def test_lists_ones_own_the_latest_on_top(signed_in):
    client = signed_in("caseworker")
    for title in ("First", "Second"):
        build.job(by=client.user, title=title)
    text = seen(client.get(reverse("background:job-list")))
    assert text.index("Second") < text.index("First")
    assert "Waiting" in text


def test_the_list_asks_the_same_however_long(signed_in, queries_stay_flat):
    client = signed_in("caseworker")
    url = reverse("background:job-list")
    queries_stay_flat(client, url, lambda: build.job(by=client.user))


def test_cancels_what_waits_and_then_nothing_is_done(signed_in):
    client = signed_in("caseworker")
    job = build.job(by=client.user)
    answer = client.post(page(job, "job-cancel"), follow=True)
    assert "Cancelled. Nothing of it is kept." in seen(answer)
    assert not actions.job_run(job_id=job.pk)
    assert not files.result(job.pk).exists()


def test_opening_the_address_alone_cancels_nothing(signed_in):
    client = signed_in("caseworker")
    job = build.job(by=client.user)
    assert client.get(page(job, "job-cancel")).status_code == 302
    assert Job.objects.get(pk=job.pk).state == State.WAITING


def test_says_that_it_was_over_before_it_was_cancelled(signed_in):
    client = signed_in("caseworker")
    job = build.job(by=client.user)
    actions.job_run(job_id=job.pk)
    answer = client.post(page(job, "job-cancel"), follow=True)
    assert "It was over before you cancelled it." in seen(answer)
    assert Job.objects.get(pk=job.pk).state == State.DONE
