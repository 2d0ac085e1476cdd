"""Agreeing to a correction that somebody else asked for, or refusing it."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.rules import Stage
from sendhub.ehcps.waiting import corrections_waiting
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(correction):
    return reverse("ehcps:correction-decide", args=[correction.pk])


def test_changes_the_date_and_its_deadlines_on_agreement(signed_in):
    late = build.assessment(received_on=date(2026, 8, 1), stage=Stage.REFUSED)
    actions_told = {"field": "assess_told_on", "new_on": date(2026, 9, 15)}
    made = build.correction(late, **actions_told)
    manager = signed_in("team_manager")
    assert press(manager, url(made), agree="yes").status_code == 302
    late.refresh_from_db()
    assert late.assess_told_on == date(2026, 9, 15)
    deadline = Deadline.objects.get(rule="NA-03")
    assert (deadline.ended, deadline.met_on) == ("late", date(2026, 9, 15))
    made.refresh_from_db()
    assert (made.outcome, made.decided_by) == ("agreed", manager.user)
    act = Act.objects.get(act="ehcps.correction_decide")
    assert "corrected from 29 August 2026 to 15 September 2026" in act.sentence
    assert f"asked by {made.asked_by}" in act.sentence


def test_a_refusal_leaves_the_date_and_says_why(signed_in, assessing):
    made = build.correction(assessing)
    manager = signed_in("team_manager")
    answer = press(manager, url(made), agree="no")
    assert "Say why not" in errors(answer)["because"][0]
    press(manager, url(made), agree="no", because="The letter says the 22nd.")
    assessing.refresh_from_db()
    assert assessing.assess_told_on == date(2026, 9, 22)
    made.refresh_from_db()
    assert (made.outcome, made.because) == ("refused", "The letter says the 22nd.")
    assert build.correction(assessing).outcome == ""


def test_an_answer_is_needed(signed_in, assessing):
    made = build.correction(assessing)
    answer = press(signed_in("team_manager"), url(made))
    assert "Say whether you agree" in errors(answer)["agree"][0]


def test_nobody_agrees_to_their_own(signed_in, assessing):
    manager = signed_in("team_manager")
    made = build.correction(assessing, by=manager.user)
    answer = press(manager, url(made), agree="yes")
    assert "somebody else must agree" in errors(answer)["__all__"][0]
    assert corrections_waiting(manager.user) == 0
    assert corrections_waiting(build.user("service_manager")) == 1


def test_is_decided_once(signed_in, assessing):
    made = build.correction(assessing)
    by = build.user("team_manager")
    actions.correction_decide(correction=made, agree=True, because="", by=by)
    with pytest.raises(RuleBroken, match="decided already"):
        actions.correction_decide(correction=made, agree=True, because="", by=by)


def test_the_rules_of_the_date_are_asked_again(assessing):
    made = build.correction(assessing, new_on=date(2026, 9, 25))
    build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    by = build.user("team_manager")
    with pytest.raises(RuleBroken, match="advice was asked for"):
        actions.correction_decide(correction=made, agree=True, because="", by=by)
    made.refresh_from_db()
    assert made.outcome == ""


def test_the_list_shows_what_waits_and_whose(signed_in, assessing):
    made = build.correction(assessing)
    manager = signed_in("team_manager")
    page = manager.get(reverse("ehcps:correction-list"))
    assert url(made) in page.content.decode()
    own = build.correction(build.assessment(stage=Stage.ASSESSING), by=manager.user)
    page = manager.get(reverse("ehcps:correction-list"))
    assert url(own) not in page.content.decode()
    assert "Yours: somebody else must agree" in seen(page)


def test_the_list_asks_the_same_number_of_queries(signed_in, queries_stay_flat):
    queries_stay_flat(
        signed_in("team_manager"),
        reverse("ehcps:correction-list"),
        lambda: build.correction(build.assessment(stage=Stage.ASSESSING)),
    )


def test_restricted_children_are_not_listed(signed_in):
    hidden = build.restricted_child()
    made = build.correction(build.assessment(child_=hidden, stage=Stage.ASSESSING))
    manager = signed_in("service_manager")
    assert not manager.get(reverse("ehcps:correction-list")).context["page"].rows
    assert manager.get(url(made)).status_code == 404


@pytest.mark.parametrize("role", ["caseworker", "auditor"])
def test_is_not_for_those_without_the_right(signed_in, assessing, role):
    assert signed_in(role).get(url(build.correction(assessing))).status_code == 403
    page = reverse("ehcps:correction-list")
    assert signed_in(role).get(page).status_code == 403
