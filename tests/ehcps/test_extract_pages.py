"""How the nightly file went, and fetching it by hand."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.ehcps import actions
from sendhub.ehcps.models import Extract
from sendhub.people.models import Child
from tests import build
from tests.conftest import TODAY
from tests.pages import seen

pytestmark = pytest.mark.django_db

URL = reverse("ehcps:extract-list")
NAME = f"sendhub-plans-{TODAY}.csv"


@pytest.fixture
def folder(settings, tmp_path):
    settings.EXTRACT_DIR = str(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder):
    build.plan()
    return actions.extract_run(folder=folder)


def fetch(client, run):
    return client.get(reverse("ehcps:extract-open", args=[run.pk]))


def restrict(pk):
    Child.objects.filter(pk=pk).update(
        restricted_at="2026-11-01T10:00Z",
        restricted_by=build.user("service_manager"),
        restricted_reason="A relative works here",
        restricted_review_on="2027-01-01",
    )


def test_each_run_says_how_many_and_its_file_is_fetched(signed_in, folder, run):
    client = signed_in("service_manager")
    page = client.get(URL)
    assert page.context["stored"] == {run.pk}
    assert "The last file was not written" not in seen(page)
    answer = fetch(client, run)
    assert b"".join(answer.streaming_content) == (folder / NAME).read_bytes()
    assert NAME in answer["Content-Disposition"]
    look = Look.objects.get(kind="export")
    assert look.ids == run.children


def test_a_run_that_failed_says_why(signed_in, run):
    actions.extract_fail(why="No space left on device")
    text = seen(signed_in("administrator").get(URL))
    assert "The last file was not written." in text
    assert "No space left on device" in text
    failed = Extract.objects.newest_first()[0]
    assert fetch(signed_in("data_officer"), failed).status_code == 404


def test_an_administrator_reads_how_it_went_and_fetches_nothing(signed_in, run):
    client = signed_in("administrator")
    assert client.get(URL).context["stored"] == set()
    assert fetch(client, run).status_code == 403


def test_of_two_runs_of_a_day_the_second_has_the_file(signed_in, folder, run):
    second = actions.extract_run(folder=folder)
    client = signed_in("data_officer")
    assert client.get(URL).context["stored"] == {second.pk}
    assert fetch(client, run).status_code == 404


def test_a_file_that_was_fetched_away_is_no_longer_offered(signed_in, folder, run):
    (folder / NAME).unlink()
    client = signed_in("data_officer")
    assert client.get(URL).context["stored"] == set()
    assert fetch(client, run).status_code == 404


def test_a_file_of_somebody_out_of_sight_since_is_not_given(signed_in, run):
    restrict(run.children[0])
    assert fetch(signed_in("data_officer"), run).status_code == 404
    assert not Look.objects.filter(kind="export").exists()


def test_a_file_may_tell_of_more_children_than_a_query_takes_values(signed_in, run):
    nobody = range(10**9, 10**9 + 65_536)
    Extract.objects.filter(pk=run.pk).update(children=[*run.children, *nobody])
    assert fetch(signed_in("data_officer"), run).status_code == 404


def test_without_a_folder_it_says_so(signed_in, settings):
    settings.EXTRACT_DIR = ""
    text = seen(signed_in("administrator").get(URL))
    assert "no folder is set" in text
    assert "Nothing was written yet." in text


@pytest.mark.parametrize("role", ["caseworker", "team_manager", "auditor"])
def test_is_not_for_others(signed_in, run, role):
    client = signed_in(role)
    assert client.get(URL).status_code == 403
    assert fetch(client, run).status_code == 403


def test_queries_stay_flat(signed_in, folder, run, queries_stay_flat):
    queries_stay_flat(
        signed_in("data_officer"), URL, lambda: actions.extract_run(folder=folder)
    )
