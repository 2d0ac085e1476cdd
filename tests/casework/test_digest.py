"""The weekly digest: when it goes, to whom, what it says, and never twice."""

import re
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPServerDisconnected
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as sent_mail
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from sendhub.casework import actions
from sendhub.casework.models import Case, Digest
from sendhub.casework.rules.digest import digest_week
from sendhub.casework.tasks import digests_send
from sendhub.core import clock, mail
from tests import build
from tests.conftest import TODAY
from tests.pages import seen
from tests.races import at_once

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 7, 30, tzinfo=LONDON)
URL = reverse("casework:digest-page")


@pytest.fixture
def moment(monkeypatch):
    """Let it be another moment: the Monday morning, unless a test says when."""
    now = SimpleNamespace(at=MONDAY)
    monkeypatch.setattr(clock, "now", lambda: now.at)
    monkeypatch.setattr(clock, "today", lambda: now.at.astimezone(LONDON).date())
    return now


@pytest.fixture
def north():
    return build.team("North & East")


@pytest.fixture
def leader(north):
    return build.user("team_manager", name="Gwen Leader", team=north)


@pytest.fixture
def work(leader):
    """Nia of the team: a deadline overdue, one due in the week, a task; one unheld."""
    nia = build.user("caseworker", name="Nia O’Brien", team=leader.team)
    case = build.case(officer=nia, child_=build.child(family_name="Osei"))
    build.deadline(case_=case, due_on=TODAY - timedelta(2), title="Decide")
    build.deadline(case_=case, due_on=MONDAY.date() + timedelta(1), title="Send")
    build.task(case_=case, given_to=nia, due_on=MONDAY.date() + timedelta(4))
    build.case(child_=build.child(family_name="Yapp", team=leader.team))
    return nia


def some_work():
    """Give a team of its own a case that nobody has."""
    return build.case(child_=build.child(team=build.team()))


@pytest.fixture
def server(monkeypatch):
    """A mail server that answers as a test asks."""
    answers = SimpleNamespace(opens=None, sends=None)
    real = mail.get_connection

    class Connection:
        def open(self):
            if answers.opens:
                raise answers.opens

        def send_messages(self, messages):
            if answers.sends:
                raise answers.sends
            return real().send_messages(messages)

        def close(self):
            pass

    monkeypatch.setattr(mail, "get_connection", lambda: Connection())
    return answers


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        ("2026-11-22 23:59", None),
        ("2026-11-23 06:29", None),
        ("2026-11-23 06:30", "2026-11-23"),
        ("2026-11-24 00:10", "2026-11-23"),
        ("2026-11-24 23:59", "2026-11-23"),
        ("2026-11-25 00:00", None),
        ("2026-07-06 06:30", "2026-07-06"),
        ("2026-07-06 06:10", None),
    ],
)
def test_goes_from_monday_morning_until_tuesday_night(moment, week):
    local = datetime.fromisoformat(moment).replace(tzinfo=LONDON)
    found = digest_week(local)
    assert (found.isoformat() if found else None) == week


def test_goes_once_to_each_leader_of_a_team(moment, leader, work):
    service_manager = build.user("service_manager", team=some_work().team)
    build.user("service_manager")  # of no team
    build.user("caseworker", team=leader.team)
    build.user("team_manager", team=leader.team, weekly_digest=False)
    build.user("team_manager", team=leader.team, is_active=False)
    build.user("auditor", team=leader.team)
    assert digests_send(timestamp=0) == 2
    assert {one.to[0] for one in sent_mail.outbox} == {
        leader.email,
        service_manager.email,
    }
    assert digests_send(timestamp=0) == 0
    moment.at = MONDAY + timedelta(days=1)
    assert digests_send(timestamp=0) == 0
    moment.at = MONDAY + timedelta(days=7)
    assert digests_send(timestamp=0) == 2
    assert len(sent_mail.outbox) == 4


def test_a_leader_without_work_has_no_mail_of_zeros(moment, leader):
    assert digests_send(timestamp=0) == 0
    assert Digest.objects.get().state == "empty"
    build.case(child_=build.child(team=leader.team))
    moment.at = MONDAY + timedelta(hours=1)
    assert digests_send(timestamp=0) == 0
    assert not sent_mail.outbox
    moment.at = MONDAY + timedelta(days=7)
    assert digests_send(timestamp=0) == 1


def test_says_numbers_and_links_and_no_childs_name(moment, leader, work, settings):
    settings.SITE_URL = "https://send.example"
    digests_send(timestamp=0)
    [said] = sent_mail.outbox
    assert said.subject == "North & East: the week from 23 November 2026"
    [(html, kind)] = said.alternatives
    assert kind == "text/html"
    for text in (said.body, html):
        assert "Osei" not in text
        assert "Yapp" not in text
        assert "https://send.example/work/board/digest/" in text
        assert "https://send.example/accounts/me/" in text
    assert "Nia O’Brien: 1, 0, 2, 1" in said.body
    assert "North & East" in said.body
    assert "1 deadlines overdue" in said.body
    assert "North &amp; East" in html
    assert "style=" not in html


def test_without_the_sites_address_it_says_where_to_look(
    moment, leader, work, settings
):
    settings.SITE_URL = ""
    digests_send(timestamp=0)
    [said] = sent_mail.outbox
    assert "Team board, Weekly digest" in said.body
    assert "http" not in said.body
    assert "href" not in said.alternatives[0][0]


def test_every_number_of_the_page_opens_its_list(signed_in, leader, work):
    client = signed_in(leader)
    context = client.get(URL).context
    for total in context["totals"]:
        shown = client.get(total.url).context
        rows = shown["rows"] if "/work/?" in total.url else shown["page"].rows
        assert len(rows) == total.number, total
    labels = {total.label: total.number for total in context["totals"]}
    assert labels["deadlines overdue"] == 1
    assert labels["cases given in the last week"] == 1
    assert labels["cases that nobody has yet"] == 1


def test_the_numbers_are_of_children_whom_the_leader_sees(signed_in, leader):
    named = build.user("caseworker")
    child = build.restricted_child(named=[named])
    Case.objects.filter(pk=build.case(child_=child).pk).update(team=leader.team)
    totals = signed_in(leader).get(URL).context["totals"]
    assert [total.number for total in totals] == [0, 0, 0, 0, 0]


def test_the_page_says_what_became_of_the_e_mail(signed_in, leader):
    client = signed_in(leader)
    assert "Your e-mail of this week" not in seen(client.get(URL))
    row = Digest.objects.create(
        person=leader, team=leader.team, week_on="2026-11-16", state="unknown"
    )
    assert "not known whether it went" in seen(client.get(URL))
    row.state, row.sent_at = "sent", "2026-11-16T07:40Z"
    row.save()
    assert "sent on 16 November, 07:40" in seen(client.get(URL))


@pytest.mark.parametrize(("role", "status"), [("caseworker", 403), ("auditor", 200)])
def test_opens_for_those_who_see_the_board(signed_in, role, status):
    assert signed_in(role).get(URL).status_code == status


def test_of_another_team_and_of_all(signed_in, leader, work):
    client = signed_in(leader)
    other = client.get(URL, {"team": build.team().pk})
    assert [row.name for row in other.context["rows"]] == ["Nobody yet"]
    assert "Every team" in seen(client.get(URL, {"team": ""}))


def test_queries_stay_flat(signed_in, leader, work, queries_stay_flat):
    queries_stay_flat(
        signed_in(leader),
        URL,
        lambda: build.case(officer=build.user("caseworker", team=leader.team)),
    )


def test_a_mail_server_that_is_away_is_asked_again_and_nothing_comes_twice(
    moment, leader, work, server
):
    server.opens = ConnectionRefusedError()
    for _ in range(3):
        assert digests_send(timestamp=0) == 0
        assert Digest.objects.get().state == "waiting"
    server.opens = None
    moment.at = MONDAY + timedelta(hours=20)
    assert digests_send(timestamp=0) == 1
    assert digests_send(timestamp=0) == 0
    row = Digest.objects.get()
    assert (row.state, row.sent_at) == ("sent", moment.at)
    assert len(sent_mail.outbox) == 1


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (SMTPServerDisconnected("cut"), "unknown"),
        (SMTPDataError(554, b"Spam"), "failed"),
        (SMTPDataError(452, b"Full"), "waiting"),
    ],
)
def test_what_may_have_gone_or_never_will_is_not_sent_again(
    moment, leader, work, server, error, state
):
    server.sends = error
    digests_send(timestamp=0)
    assert Digest.objects.get().state == state
    server.sends = None
    assert digests_send(timestamp=0) == (1 if state == "waiting" else 0)


def test_a_worker_that_was_killed_in_the_middle_sends_nothing_twice(moment, leader):
    row = Digest.objects.create(
        person=leader,
        team=leader.team,
        week_on=MONDAY.date(),
        state="sending",
        began_at=MONDAY,
    )
    assert digests_send(timestamp=0) == 0
    moment.at = MONDAY + timedelta(minutes=16)
    assert digests_send(timestamp=0) == 0
    row.refresh_from_db()
    assert row.state == "unknown"


def test_on_other_days_nothing_goes(moment, leader):
    moment.at = MONDAY + timedelta(days=2)
    assert digests_send(timestamp=0) == 0
    assert not Digest.objects.exists()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"week_on": "2026-11-24"}, "casework_digest_of_a_monday"),
        ({"state": "sent"}, "casework_digest_sent_when"),
        ({}, "casework_digest_once_a_week"),
    ],
)
def test_what_must_never_be(leader, facts, constraint):
    row = {"person": leader, "team": leader.team, "week_on": "2026-11-23"}
    if not facts:
        Digest.objects.create(**row)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Digest.objects.create(**(row | facts))


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_sends_it(transactional_db, moment):
    build.user("team_manager", team=some_work().team)
    found = at_once(*[lambda: actions.digests_send(now=MONDAY)] * 4)
    assert sum(found) == 1
    assert len(sent_mail.outbox) == 1
    assert not connection.in_atomic_block


def test_no_address_of_the_digest_names_a_child(moment, leader, work, settings):
    settings.SITE_URL = "https://send.example"
    digests_send(timestamp=0)
    links = re.findall(r"https://\S+", sent_mail.outbox[0].body)
    assert links
    assert not [link for link in links if "/children/" in link or "child=" in link]
