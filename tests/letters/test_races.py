"""Two workers, or two people, at the same moment, with real connections and threads."""

import time

import pytest
from django.db import connection

from sendhub.core import clock, mail
from sendhub.core.errors import RuleBroken
from sendhub.core.mail import Answer, Outcome
from sendhub.core.models import Partnership
from sendhub.letters import actions
from sendhub.letters.models import Delivery, Letter
from sendhub.letters.rules import State
from sendhub.people.actions import child_died
from tests import build
from tests.letters.conftest import template
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_letter_made_while_a_death_is_recorded_is_not_sent():
    case = build.family_case()
    by = build.user("caseworker")
    at_once(
        lambda: child_died(child=case.child, died_on=clock.today(), by=by),
        lambda: _broken(lambda: build.letter(case_=case)),
    )
    queued = Delivery.objects.filter(state=State.QUEUED)
    assert not queued.exists()


def _broken(job):
    try:
        job()
    except RuleBroken as broken:
        return broken
    return None


def test_of_many_workers_one_sends_the_letter(monkeypatch):
    Partnership.objects.update(letters_by_email=True)
    case = build.family_case()
    adult = case.child.contacts.get().adult
    adult.preferred_method, adult.email = "email", "ceri@example.org"
    adult.save()
    delivery = build.letter(case_=case).deliveries.get()
    sent = []

    def slowly(message):
        assert not connection.in_atomic_block  # committed before the network
        sent.append(message.to)
        time.sleep(0.2)
        return Outcome(Answer.SENT)

    monkeypatch.setattr(mail, "send", slowly)
    job = lambda: actions.delivery_send(delivery_id=delivery.pk)  # noqa: E731
    found = at_once(*[job] * 5)
    assert sent == [["ceri@example.org"]]
    assert found.count(State.SENT) == 1
    delivery.refresh_from_db()
    assert (delivery.state, delivery.tries) == ("sent", 1)


def test_a_letter_marked_while_a_worker_takes_it_goes_or_is_marked(monkeypatch):
    Partnership.objects.update(letters_by_email=True)
    case = build.family_case()
    adult = case.child.contacts.get().adult
    adult.preferred_method, adult.email = "email", "ceri@example.org"
    adult.save()
    letter, by = build.letter(case_=case), build.user("caseworker")
    delivery = letter.deliveries.get()
    sent = []
    monkeypatch.setattr(mail, "send", lambda m: sent.append(m) or Outcome(Answer.SENT))

    def mark():
        try:
            actions.letter_withdraw(letter=letter, reason="Wrong.", by=by)
        except RuleBroken as broken:
            return broken.message
        return "marked"

    _, said = at_once(lambda: actions.delivery_send(delivery_id=delivery.pk), mark)
    delivery.refresh_from_db()
    assert (delivery.state == "sent") == bool(sent)
    assert said == "marked" or "at this moment" in said
    assert delivery.state in ("sent", "failed")


def test_two_workers_on_one_order_make_each_letter_once():
    cases = [build.family_case() for _ in range(4)]
    batch = actions.batch_make(
        version=template("General letter").now,
        cases=cases,
        by=build.user("caseworker"),
    )
    job = lambda: actions.batch_run(batch_id=batch.pk)  # noqa: E731
    assert sum(at_once(job, job, job)) == 4
    assert sorted(Letter.objects.values_list("case", flat=True)) == sorted(
        case.pk for case in cases
    )
    batch.refresh_from_db()
    assert batch.finished_at
