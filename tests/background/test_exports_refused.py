"""A list whose filters cannot be read is not exported: it would hold too much."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act, Look
from sendhub.background import actions, exports
from sendhub.background.exports import NOT_FILTERED
from sendhub.background.models import Job
from sendhub.background.rules import State
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db

LISTS = [
    ("casework:work-list", "team"),
    ("casework:case-list", "service"),
    ("casework:deadline-list", "became"),
    ("casework:handover-list", "officer"),
    ("intakes:intake-list", "outcome"),
    ("ehcps:request-list", "stage"),
    ("ehcps:plan-list", "standing"),
    ("ehcps:advice-list", "team"),
    ("ehcps:quality-list", "rule"),
    ("nurture_hubs:referral-list", "standing"),
    ("nurture_hubs:place-list", "hub"),
    ("schools:setting-list", "status"),
    ("people:glass-list", "state"),
]


@pytest.mark.parametrize(("name", "asked"), LISTS)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_list_is_exported_by_a_filter_that_it_does_not_have(
    signed_in, name, asked, ending
):
    client = signed_in("service_manager")
    address = reverse(name)
    b"".join(client.get(address, {"format": ending}).streaming_content)
    before = Act.objects.count(), Look.objects.count()
    answer = client.get(address, {"format": ending, asked: "nonsense"})
    assert answer.status_code == 200
    assert "Content-Disposition" not in answer
    assert NOT_FILTERED in seen(answer)
    assert "There is a problem" in seen(answer)
    assert (Act.objects.count(), Look.objects.count()) == before
    assert not Job.objects.exists()


def test_a_filter_that_is_gone_when_a_worker_comes_to_it_is_said(
    signed_in, monkeypatch
):
    monkeypatch.setattr(exports, "WAITED_FOR", {"csv": 1, "xlsx": 1})
    officer = build.user("caseworker")
    for _ in range(2):
        build.assessment(officer=officer)
    address = reverse("ehcps:request-list")
    asked = {"officer": officer.pk, "format": "csv"}
    answer = signed_in("team_manager").get(address, asked)
    job = Job.objects.newest_first()[0]
    assert answer.url == job.get_absolute_url()
    officer.groups.clear()
    officer.is_active = False
    officer.save()
    assert not actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.said) == (State.FAILED, NOT_FILTERED)
    assert not Look.objects.filter(kind=Look.Kind.EXPORT).exists()
