"""Lists as files: small ones at once, big ones by a worker as whoever asked."""

import csv
import errno
import io
from datetime import date

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import RoleKey
from sendhub.audit.models import Act, Look
from sendhub.background import actions, exports, progress
from sendhub.background.models import Job
from sendhub.background.rules import NO_ROOM, NOT_ALLOWED, State
from sendhub.core import spreadsheets
from sendhub.ehcps.rules import Stage
from sendhub.people import actions as people
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db

LIST = reverse("ehcps:request-list")


@pytest.fixture
def big(monkeypatch):
    """Let a list of two rows be too long to wait for."""
    monkeypatch.setattr(exports, "WAITED_FOR", {"csv": 1, "xlsx": 1})
    monkeypatch.setattr(spreadsheets, "STEP", 1)
    monkeypatch.setattr(progress, "OFTEN", 0)


def body(answer):
    return b"".join(answer.streaming_content)


def csv_rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def excel_rows(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.rows]


def ask(client, ending="csv", **query):
    """Ask for a big list; give the job."""
    answer = client.get(LIST, {**query, "format": ending})
    job = Job.objects.newest_first()[0]
    assert answer.status_code == 302
    assert answer.url == job.get_absolute_url()
    return job


def fetched(client, job):
    actions.job_run(job_id=job.pk)
    job.refresh_from_db()
    assert job.state == State.DONE, job.said
    return body(client.get(reverse("background:job-file", args=[job.pk])))


def test_a_small_list_is_the_answer_in_both_forms(signed_in):
    made = build.assessment(received_on=date(2026, 9, 1))
    client = signed_in("team_manager")
    answer = client.get(LIST, {"format": "xlsx"})
    assert answer["Content-Disposition"].endswith('"requests-2026-11-20.xlsx"')
    heading, row = excel_rows(body(answer))
    assert heading == csv_rows(body(client.get(LIST, {"format": "csv"})))[0]
    assert row[0] == str(made.case.child)
    assert row[heading.index("Request received")].date() == date(2026, 9, 1)


def test_who_exported_what_is_kept(signed_in):
    made = build.assessment()
    client = signed_in("team_manager")
    body(client.get(LIST, {"format": "xlsx", "sort": "child"}))
    act = Act.objects.get(act="background.export_make")
    assert act.by_id == client.user.pk
    assert act.sentence == (
        f"Exported requests-2026-11-20.xlsx, 1 rows, from {LIST}?format=xlsx&sort=child"
    )
    look = Look.objects.get(kind=Look.Kind.EXPORT)
    assert (look.ids, look.path) == ([made.case.child_id], act.facts["address"])


def test_a_big_list_is_made_by_a_worker_as_it_was_filtered(signed_in, big):
    for day in (3, 1, 2):
        build.assessment(received_on=date(2026, 9, day))
    build.assessment(received_on=date(2026, 9, 4), stage=Stage.WITHDRAWN)
    client = signed_in("team_manager")
    for ending, read in (("csv", csv_rows), ("xlsx", excel_rows)):
        job = ask(client, ending, sort="-received")
        assert job.title == f"requests-2026-11-20.{ending}"
        assert not Act.objects.filter(facts__address=job.asks["address"]).exists()
        heading, *rows = read(fetched(client, job))
        received = [str(row[heading.index("Request received")])[:10] for row in rows]
        assert received == ["2026-09-03", "2026-09-02", "2026-09-01"]
        assert job.said == "3 rows."
        act = Act.objects.get(facts__address=job.asks["address"])
        assert (act.by_id, act.facts["rows"]) == (client.user.pk, 3)
    text = seen(client.get(LIST))
    assert "3 requests" in text


def test_the_page_says_what_is_in_it(signed_in, big):
    for _ in range(2):
        build.assessment()
    client = signed_in("team_manager")
    job = ask(client)
    assert "Waiting" in seen(client.get(job.get_absolute_url()))
    fetched(client, job)
    page = seen(client.get(job.get_absolute_url()))
    assert "Done. 2 rows." in page
    assert "Fetch requests-2026-11-20.csv" in page


def test_a_child_restricted_meanwhile_is_not_in_the_file(signed_in, big):
    secret, open_one = (build.assessment().case.child for _ in range(2))
    client = signed_in("team_manager")
    job = ask(client)
    manager = build.user("service_manager")
    people.child_restrict(child=secret, named=[], reason="A relative", by=manager)
    content = fetched(client, job).decode("utf-8-sig")
    assert str(secret) not in content
    assert str(open_one) in content
    assert Look.objects.get(kind=Look.Kind.EXPORT).ids == [open_one.pk]


def roles(user, *keys):
    user.groups.set(Group.objects.filter(name__in=keys))


@pytest.mark.parametrize("left", [[], [RoleKey.ADMINISTRATOR]])
def test_who_lost_the_role_meanwhile_gets_no_file(signed_in, big, left):
    for _ in range(2):
        build.assessment()
    client = signed_in("team_manager")
    job, later = ask(client), ask(client, "xlsx")
    fetched(client, job)
    roles(client.user, *left)
    actions.job_run(job_id=later.pk)
    later.refresh_from_db()
    assert (later.state, later.said) == (State.FAILED, NOT_ALLOWED)
    url = reverse("background:job-file", args=[job.pk])
    assert client.get(url).status_code == 403
    assert Act.objects.filter(act="background.export_make").count() == 1


def test_who_may_no_longer_open_the_list_gets_no_file_of_it(only, big, monkeypatch):
    for _ in range(2):
        build.assessment()
    may = {Permission.EHC_VIEW, Permission.EXPORT, Permission.JOB_VIEW}
    client = only(*may)
    job = ask(client)
    fetched(client, job)
    user = type(client.user)
    monkeypatch.setattr(
        user, "may", lambda self, asked: asked in may - {Permission.EHC_VIEW}
    )
    url = reverse("background:job-file", args=[job.pk])
    assert client.get(url).status_code == 403


def test_an_export_needs_its_permission_before_anything_is_counted(only, big):
    client = only(Permission.EHC_VIEW)
    for ending in ("csv", "xlsx"):
        assert client.get(LIST, {"format": ending}).status_code == 403
    assert not Job.objects.exists()
    assert "Excel" not in seen(client.get(LIST))


def test_the_same_list_asked_for_twice_waits_once(signed_in, big):
    for _ in range(2):
        build.assessment()
    client = signed_in("team_manager")
    ask(client)
    ask(client)
    assert Job.objects.count() == 1
    ask(client, "xlsx")
    assert Job.objects.count() == 2


def test_a_cancelled_export_leaves_no_file_and_no_look(signed_in, big, monkeypatch):
    for _ in range(3):
        build.assessment()
    client = signed_in("team_manager")
    job = ask(client)
    told = []
    step = progress.Progress.step

    def cancelled(self, done):
        told.append(done)
        client.post(reverse("background:job-cancel", args=[job.pk]))
        step(self, done)

    monkeypatch.setattr(progress.Progress, "step", cancelled)
    assert not actions.job_run(job_id=job.pk)
    assert told == [1]
    assert "Cancelled" in seen(client.get(job.get_absolute_url()))
    assert not Look.objects.filter(kind=Look.Kind.EXPORT).exists()


def test_a_full_disk_is_said_where_the_file_was_asked_for(signed_in, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exports, "write", full)
    client = signed_in("team_manager")
    answer = client.get(LIST, {"format": "csv"}, follow=True)
    assert answer.redirect_chain == [(LIST, 302)]
    assert NO_ROOM in seen(answer).replace("&#x27;", "'")
    assert not Look.objects.filter(kind=Look.Kind.EXPORT).exists()


def test_a_disk_that_fills_at_the_last_byte_is_said_before_the_file_is_sent(
    signed_in, monkeypatch
):
    def nearly_full():
        return open("/dev/full", "w+b", buffering=1_000_000)

    monkeypatch.setattr(exports, "TemporaryFile", nearly_full)
    client = signed_in("team_manager")
    build.assessment()
    answer = client.get(LIST, {"format": "csv"}, follow=True)
    assert answer.redirect_chain == [(LIST, 302)]
    assert NO_ROOM in seen(answer).replace("&#x27;", "'")
    assert not Look.objects.filter(kind=Look.Kind.EXPORT).exists()


def test_an_unknown_form_shows_the_page(signed_in):
    answer = signed_in("team_manager").get(LIST, {"format": "pdf"})
    assert answer["Content-Type"].startswith("text/html")


def test_one_line_of_looks_names_so_many_children_at_most(signed_in, monkeypatch):
    monkeypatch.setattr(exports, "AT_A_LOOK", 2)
    children = {build.assessment().case.child_id for _ in range(3)}
    body(signed_in("team_manager").get(LIST, {"format": "csv"}))
    looks = Look.objects.filter(kind=Look.Kind.EXPORT).order_by("pk")
    first, second = (set(look.ids) for look in looks)
    assert (len(first), first | second, first & second) == (2, children, set())


def test_the_number_of_queries_does_not_follow_the_rows(
    signed_in, django_assert_max_num_queries
):
    client = signed_in("team_manager")
    build.assessment()
    body(client.get(LIST, {"format": "csv"}))
    for _ in range(3):
        build.assessment()
    with django_assert_max_num_queries(14):
        body(client.get(LIST, {"format": "csv"}))
