"""Each constraint on background work, broken once."""

import pytest
from django.db import IntegrityError, transaction

from sendhub.background.models import Job
from sendhub.background.rules import State
from sendhub.core import clock
from tests import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("background_job_finished_when_over", {"state": State.CANCELLED}),
        ("background_job_finished_when_over", {"finished_at": clock.now}),
        ("background_job_failed_why", {"state": State.FAILED}),
        ("background_job_result_when_done", {"filename": "half.csv"}),
        ("background_job_done_of_total", {"done": 2, "total": 1}),
    ],
)
def test_the_database_refuses(name, wrong):
    facts = {key: value() if callable(value) else value for key, value in wrong.items()}
    if wrong.get("state") == State.FAILED:
        facts["finished_at"] = clock.now()
    job = build.job(by=build.user("caseworker"))
    with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(**facts)
