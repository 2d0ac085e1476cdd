"""A manager's export of everything, with the totals of the screen (RPT-2, WRK-9)."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.background import exports, tasks
from sendhub.background.models import Job
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db

PLANS = reverse("ehcps:plan-list")


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits for more than twenty rows."""
    monkeypatch.setattr(exports, "WAITED_FOR", {"csv": 20, "xlsx": 20})


def given_a_county_of_live_plans(number):
    for day in range(number):
        build.plan(issued_on=date(2025, 1, 1 + day % 28))
    names = ("=HYPERLINK(1)", "+44", "-Ann", "@Bo")
    for name in names:
        child = build.child(given_names=name)
        build.plan(child_=child)
    return number + len(names)


def when_everything_is_exported(manager, ending):
    page = manager.get(PLANS)
    assert f"format={ending}" in page.content.decode()
    asked = manager.get(PLANS, {"format": ending}, follow=True)
    return asked.context["job"]


def then_the_worker_makes_it(manager, job):
    assert "Waiting" in seen(manager.get(job.get_absolute_url()))
    tasks.job_run(job_id=job.pk)
    page = seen(manager.get(job.get_absolute_url()))
    answer = manager.get(reverse("background:job-file", args=[job.pk]))
    return page, b"".join(answer.streaming_content)


def test_a_managers_export_of_everything(signed_in, impatient):
    manager = signed_in("team_manager")
    total = given_a_county_of_live_plans(30)
    assert f"{total} plans" in seen(manager.get(PLANS))

    page, content = then_the_worker_makes_it(
        manager, when_everything_is_exported(manager, "csv")
    )
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert f"Done. {total} rows." in page
    assert len(rows) == total
    assert not [row for row in rows if row["Child"].startswith(("=", "+", "-", "@"))]

    page, content = then_the_worker_makes_it(
        manager, when_everything_is_exported(manager, "xlsx")
    )
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    heading, *there = sheet.iter_rows(values_only=True)
    assert f"Done. {total} rows." in page
    assert len(there) == total
    assert list(heading) == list(rows[0])
    assert {row[heading.index("Issued")].year for row in there} <= {2025, 2026}
    assert not [
        cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]

    assert Job.objects.count() == 2
    kept = Act.objects.filter(act="background.export_make")
    assert {act.facts["rows"] for act in kept} == {total}
