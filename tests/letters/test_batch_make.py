"""One letter to many: chosen, looked at, made by a worker, each once."""

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from sendhub.accounts.models import User
from sendhub.ehcps.rules import Stage
from sendhub.letters import actions, tasks
from sendhub.letters.actions import batches
from sendhub.letters.models import Batch, BatchRow, Letter
from sendhub.people import actions as people
from tests import build
from tests.letters.conftest import template
from tests.pages import press, seen

URL = reverse("letters:batch-make")
pytestmark = pytest.mark.django_db


def url_of(cases, name="General letter"):
    ticked = "".join(f"&case={case.pk}" for case in cases)
    return f"{URL}?template={template(name).pk}{ticked}"


@pytest.fixture
def cases(db):
    """Four cases: two fit, one has nobody to write to, one is refused already."""
    return [
        build.family_case(),
        build.family_case(),
        build.assessment().case,
        build.family_case(stage=Stage.REFUSED),
    ]


def order(cases, by=None, name="We have your request"):
    return actions.batch_make(
        version=template(name).now, cases=cases, by=by or build.user("caseworker")
    )


def test_the_first_is_shown_and_those_left_out_with_their_reasons(signed_in, cases):
    answer = signed_in("caseworker").get(url_of(cases, "We have your request"))
    shown = seen(answer)
    assert "4 cases chosen." in shown
    assert "2 letters on 2 cases." in shown
    assert f"The first of them: {cases[0].child.known_as}" in shown
    assert "We received a request" in shown
    assert "no contact with parental responsibility is recorded" in shown
    assert "The request has been decided on." in shown
    assert not Letter.objects.exists()


def test_a_worker_makes_them_and_says_what_was_left_out(signed_in, cases):
    client = signed_in("caseworker")
    answer = press(client, url_of(cases, "We have your request"))
    batch = Batch.objects.get()
    assert answer.url == batch.get_absolute_url()
    shown = client.get(answer.url)
    assert "0 of 4 cases looked at." in seen(shown)
    assert "See how far it is now" in seen(shown)
    job = ProcrastinateJob.objects.get(task_name="sendhub.letters.tasks.batch_run")
    tasks.batch_run(**job.args)
    shown = seen(client.get(answer.url))
    assert "Done. 2 letters on 2 cases; 2 left out." in shown
    assert "no contact with parental responsibility" in shown
    pdf = client.get(reverse("letters:batch-print", args=[batch.pk]))
    assert pdf.content.startswith(b"%PDF")
    assert {letter.made_by for letter in batch.letters.all()} == {client.user}
    assert "We have your request" in seen(client.get(reverse("letters:batch-list")))


def test_a_second_run_makes_nothing_twice(cases):
    batch = order(cases)
    assert actions.batch_run(batch_id=batch.pk) == 2
    assert actions.batch_run(batch_id=batch.pk) == 0
    assert Letter.objects.count() == 2


def test_a_worker_killed_in_the_middle_is_followed_by_one_that_finishes(
    cases, monkeypatch
):
    batch = order(cases)
    make, made = batches.letters_keep, []

    class Killed(BaseException):
        pass

    def killed_at_the_second(*args, **kwargs):
        if made:
            raise Killed
        made.append(1)
        return make(*args, **kwargs)

    monkeypatch.setattr(batches, "letters_keep", killed_at_the_second)
    with pytest.raises(Killed):
        actions.batch_run(batch_id=batch.pk)
    assert Letter.objects.count() == 1
    monkeypatch.setattr(batches, "letters_keep", make)
    Batch.objects.update(asked_at="2026-01-01T00:00Z")
    assert tasks.batches_finish(timestamp=0) == 1
    assert Letter.objects.count() == 2
    batch.refresh_from_db()
    assert batch.finished_at
    assert tasks.batches_finish(timestamp=0) == 0


def test_one_that_breaks_down_does_not_stop_the_others(cases, monkeypatch, caplog):
    batch = order(cases[:2])
    make = batches.letters_keep

    def breaks(now, *args, **kwargs):
        if now.case == cases[0]:
            raise ValueError("a stone in the works")
        return make(now, *args, **kwargs)

    monkeypatch.setattr(batches, "letters_keep", breaks)
    assert actions.batch_run(batch_id=batch.pk) == 1
    [row] = BatchRow.objects.skipped()
    assert row.reason.startswith("Something went wrong")
    assert "could not be made" in caplog.text


def test_a_record_restricted_meanwhile_is_left_out_and_not_named(signed_in, cases):
    client = signed_in("caseworker")
    batch = order(cases[:2], by=client.user)
    by = build.user("service_manager")
    child = cases[0].child
    people.child_restrict(child=child, named=[], reason="A relative", by=by)
    actions.batch_run(batch_id=batch.pk)
    assert [one.case for one in Letter.objects.all()] == [cases[1]]
    shown = seen(client.get(batch.get_absolute_url()))
    assert child.known_as not in shown
    assert "1 more that is not shown here." in shown


def test_who_left_the_service_meanwhile_makes_no_letters(cases):
    by = build.user("caseworker")
    batch = order(cases[:1], by=by)
    User.objects.filter(pk=by.pk).update(is_active=False)
    actions.batch_run(batch_id=batch.pk)
    assert not Letter.objects.exists()


def test_a_restricted_case_that_is_ticked_is_not_there(signed_in):
    hidden = build.case(child_=build.restricted_child(given_names="Canary"))
    shown = seen(signed_in("caseworker").get(url_of([hidden])))
    assert "No case is chosen." in shown
    assert "Canary" not in shown


@pytest.mark.parametrize("query", ["", "?case=x", "?case=99999999999999999999"])
def test_nothing_chosen_is_said(signed_in, query):
    assert "No case is chosen." in seen(signed_in("caseworker").get(URL + query))


def test_a_template_that_is_not_there_is_asked_for_again(signed_in, cases):
    url = f"{URL}?case={cases[0].pk}&template=99999999"
    answer = signed_in("caseworker").get(url)
    assert "What will be made" not in seen(answer)


def test_more_than_can_be_made_at_once_is_said(signed_in, cases, monkeypatch):
    from sendhub.letters.views import batches as views

    monkeypatch.setattr(views, "AT_ONCE", 3)
    answer = signed_in("caseworker").get(url_of(cases))
    assert "3 cases chosen." in seen(answer)
    assert "There are more than can be written to at once." in seen(answer)


def test_a_double_click_orders_once(signed_in, cases):
    client = signed_in("caseworker")
    url = url_of(cases)
    once = client.get(url).context["form"]["once"].value()
    for _ in range(2):
        assert client.post(url, {"once": once}).status_code == 302
    assert Batch.objects.count() == 1


@pytest.mark.parametrize("page", ["batch-make", "batch-list"])
def test_others_may_not(signed_in, page):
    url = reverse(f"letters:{page}")
    assert signed_in("auditor").get(url).status_code == 403


def test_the_preview_asks_no_more_for_more_cases(
    signed_in, cases, queries_stay_flat, django_assert_max_num_queries
):
    client = signed_in("caseworker")
    client.get(url_of(cases))
    with django_assert_max_num_queries(60):
        client.get(url_of(cases))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        client.get(url_of(cases[:1], "We have your request"))
    with CaptureQueriesContext(connection) as many:
        client.get(url_of(cases, "We have your request"))
    assert len(many) == len(few)


def test_the_list_of_requests_leads_here(signed_in, cases):
    client = signed_in("caseworker")
    page = client.get(reverse("ehcps:request-list")).content.decode()
    assert f'name="case" value="{cases[0].pk}"' in page
    answer = client.get(URL, {"from": "ehc-requests", "all": "1"})
    assert "3 cases chosen." in seen(answer)
    answer = client.get(URL, {"from": "ehc-requests", "all": "1", "stage": "refused"})
    assert "1 case chosen." in seen(answer)


@pytest.mark.parametrize("asked", ["stage", "team", "officer", "source"])
def test_a_filter_that_the_list_does_not_have_chooses_nobody(signed_in, cases, asked):
    client = signed_in("caseworker")
    answer = client.get(URL, {"from": "ehc-requests", "all": "1", asked: "nonsense"})
    assert "No case is chosen" in seen(answer)
