"""Two people at the same moment, with real connections and threads."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.ehcps.models import NeedsAssessment
from sendhub.intakes import actions
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind
from tests import build
from tests.pages import opened, press, seen
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_log_the_same_at_once_one_is_told(signed_in):
    from django.urls import reverse

    child = build.child(born_on=date(2023, 5, 5))
    url = reverse("intakes:intake-log", args=[child.pk])
    clients = [signed_in("caseworker"), signed_in("caseworker")]
    answers = {
        "kind": Kind.NOTICE,
        "received_on": date(2026, 11, 2),
        "source": build.code("REQUEST_SOURCE", "3"),
        "informant": "The trust",
        "words": "She does not speak.",
    }
    pages = [(client, opened(client, url)) for client in clients]
    sent = at_once(
        *(
            lambda client=client, hidden=hidden: press(
                client, url, hidden=hidden, **answers
            )
            for client, hidden in pages
        )
    )
    assert sorted(answer.status_code for answer in sent) == [200, 302]
    loser = next(answer for answer in sent if answer.status_code == 200)
    assert "in hand for the child already" in seen(loser)
    assert Intake.objects.count() == 1


def test_of_two_who_consider_an_assessment_at_once_one_is_told():
    intake = build.intake(kind=Kind.NOTICE)
    staff = [build.user("caseworker"), build.user("caseworker")]

    def assess(by):
        def act():
            try:
                actions.intake_assess(
                    intake=intake, responsible_on=intake.received_on, by=by
                )
            except RuleBroken as broken:
                return broken.message
            return "done"

        return act

    said = sorted(at_once(*map(assess, staff)))
    assert said[1] == "done"
    assert "ended already" in said[0]
    assert NeedsAssessment.objects.count() == 1
