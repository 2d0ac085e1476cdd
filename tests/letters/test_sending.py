"""E-mails: what becomes of each, a server that is away, a worker that was killed."""

from datetime import timedelta
from smtplib import (
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPServerDisconnected,
)
from types import SimpleNamespace

import pytest
from django.core import mail as sent_mail
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from sendhub.audit.models import Act
from sendhub.core import clock, mail
from sendhub.letters import actions, tasks
from sendhub.letters.models import Delivery
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def delivery(case, by_email):
    """A letter to the mother that waits to be e-mailed."""
    adult = case.child.contacts.get().adult
    adult.preferred_method, adult.email = "email", "ceri@example.org"
    adult.save()
    return build.letter(case_=case).deliveries.get()


@pytest.fixture
def server(monkeypatch):
    """A mail server that answers as a test asks: `opens` and `sends` may raise."""
    answers = SimpleNamespace(opens=None, sends=None, asked=0)

    class Connection:
        def open(self):
            if answers.opens:
                raise answers.opens

        def send_messages(self, messages):
            answers.asked += 1
            if answers.sends:
                raise answers.sends
            return len(messages)

        def close(self):
            raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(mail, "get_connection", lambda: Connection())
    return answers


def send(delivery):
    actions.delivery_send(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    return delivery


def test_an_e_mail_carries_the_letter_and_names_no_child(delivery):
    assert send(delivery).state == "sent"
    assert delivery.sent_on == clock.today()
    [said] = sent_mail.outbox
    assert said.to == ["ceri@example.org"]
    assert said.subject == "A letter from Herefordshire Council"
    assert "Amara" not in said.subject + said.body
    [(name, content, kind)] = said.attachments
    assert (name, kind) == (f"{delivery.letter.case.reference}.pdf", "application/pdf")
    assert content.startswith(b"%PDF")
    act = Act.objects.get(act="letters.delivery_send")
    assert act.by_id == delivery.queued_by_id


def test_it_is_asked_for_in_the_same_transaction(delivery):
    job = ProcrastinateJob.objects.get(task_name="sendhub.letters.tasks.delivery_send")
    assert job.args == {"delivery_id": delivery.pk}


def test_what_was_sent_is_not_sent_again(delivery):
    send(delivery)
    assert actions.delivery_send(delivery_id=delivery.pk) is None
    assert len(sent_mail.outbox) == 1


def test_a_server_down_for_an_hour_delays_the_letter_and_loses_nothing(
    delivery, server, monkeypatch
):
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    server.opens = ConnectionRefusedError()
    waits = []
    while sum(waits, timedelta()) < timedelta(hours=1):
        tasks.outbox_send(timestamp=0)
        delivery.refresh_from_db()
        assert (delivery.state, delivery.reason) == ("queued", mail.AWAY)
        waits.append(delivery.next_at - now)
        assert tasks.outbox_send(timestamp=0) == 0  # not before its time
        now = delivery.next_at
    assert waits == sorted(waits)
    assert server.asked == 0
    server.opens = None
    tasks.outbox_send(timestamp=0)
    delivery.refresh_from_db()
    assert (delivery.state, server.asked) == ("sent", 1)


@pytest.mark.parametrize(
    ("error", "state", "words"),
    [
        (SMTPRecipientsRefused({"x": (550, b"No such user")}), "failed", "550 No such"),
        (SMTPRecipientsRefused({"x": (450, b"Busy")}), "queued", "450 Busy"),
        (SMTPDataError(554, b"Spam"), "failed", "554 Spam"),
        (SMTPDataError(452, b"Full"), "queued", "452 Full"),
        (SMTPServerDisconnected("cut"), "unknown", mail.BROKE_OFF),
        (TimeoutError(), "unknown", mail.BROKE_OFF),
    ],
)
def test_what_the_server_says_is_kept(delivery, server, error, state, words):
    server.sends = error
    assert send(delivery).state == state
    assert words in delivery.reason


def test_a_server_that_is_never_there_is_given_up(delivery, server, monkeypatch):
    server.opens = OSError()
    Delivery.objects.filter(pk=delivery.pk).update(tries=29)
    assert send(delivery).state == "failed"
    assert delivery.reason


def test_a_worker_killed_while_sending_leaves_it_unknown_and_sends_nothing(
    delivery, server, monkeypatch
):
    class Killed(BaseException):
        pass

    server.sends = Killed()
    with pytest.raises(Killed):
        actions.delivery_send(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == "sending"
    server.sends = None
    assert actions.delivery_send(delivery_id=delivery.pk) is None  # tried again at once
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=14))
    tasks.outbox_send(timestamp=0)
    delivery.refresh_from_db()
    assert delivery.state == "sending"
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=16))
    tasks.outbox_send(timestamp=0)
    delivery.refresh_from_db()
    assert delivery.state == "unknown"
    assert "stopped before the mail server had answered" in delivery.reason
    assert server.asked == 1


def test_nothing_is_held_open_while_the_server_is_spoken_to(
    delivery, server, monkeypatch
):
    """That it is being sent is committed first: else a killed worker forgets it."""
    depth = len(connection.savepoint_ids)
    seen = []
    monkeypatch.setattr(
        mail, "_handed_over", lambda *_: seen.append(len(connection.savepoint_ids))
    )
    with pytest.raises(AttributeError):
        actions.delivery_send(delivery_id=delivery.pk)
    assert seen == [depth]
