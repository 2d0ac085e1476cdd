"""A date of a move away that was written down wrong."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import Correction
from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
WHY = {"reason": "The removal firm says so."}


def url(move):
    return reverse("ehcps:move-out-correct", args=[move.pk])


def leaving(**more):
    return build.move_out(build.plan().case, **more)


def gone(move, **more):
    facts = {"gone_on": date(2026, 11, 19), "papers": "The plan.", **more}
    return ehcps.move_out_finish(move=move, by=build.user("team_manager"), **facts)


def agreed(made):
    by = build.user("service_manager")
    return ehcps.correction_decide(correction=made, agree=True, because="", by=by)


def test_a_manager_corrects_the_day_of_the_move_and_of_hearing_of_it(signed_in):
    move = leaving()
    manager = signed_in("team_manager")
    press(manager, url(move), field="known_on", new_on=date(2026, 11, 16), **WHY)
    assert Deadline.objects.get(rule="TF-01").due_on == date(2026, 12, 4)
    press(manager, url(move), field="moves_on", new_on=date(2026, 12, 18), **WHY)
    assert Deadline.objects.get(rule="TF-01").due_on == date(2026, 12, 18)
    move.refresh_from_db()
    assert (move.known_on, move.moves_on) == (date(2026, 11, 16), date(2026, 12, 18))


def test_the_plan_ceased_on_the_day_of_the_transfer():
    move = gone(leaving())
    made = build.move_correction(move, field="gone_on", new_on=date(2026, 11, 20))
    plan = move.plan
    plan.refresh_from_db()
    assert plan.ceased_on == date(2026, 11, 19)
    agreed(made)
    plan.refresh_from_db()
    move.refresh_from_db()
    assert plan.ceased_on == move.ended_on == date(2026, 11, 20)
    assert Deadline.objects.get(rule="TF-01").met_on == date(2026, 11, 20)


def test_the_end_of_a_plan_that_was_transferred_is_the_day_of_the_transfer():
    move = gone(leaving())
    day = date(2026, 11, 20)
    with pytest.raises(RuleBroken, match="no such date"):
        build.correction(move.plan.assessment, field="ceased_on", new_on=day)


def test_an_assessment_ended_on_the_day_they_were_gone():
    assessment = build.assessment(stage=Stage.ASSESSING)
    move = gone(build.move_out(assessment.case), papers="")
    agreed(build.move_correction(move, field="gone_on", new_on=date(2026, 11, 18)))
    assessment.refresh_from_db()
    assert assessment.withdrawn_on == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("field", "day", "said"),
    [
        ("gone_on", date(2026, 11, 17), "before the day of the move on 18"),
        ("moves_on", date(2026, 11, 20), "after the transfer on 19"),
        ("moves_on", date(2026, 10, 1), "before the plan was issued"),
        ("known_on", date(2026, 11, 20), "after it was over on 19"),
    ],
)
def test_keeps_the_order_of_the_steps(signed_in, field, day, said):
    move = gone(leaving())
    answer = press(signed_in("team_manager"), url(move), field=field, new_on=day, **WHY)
    assert said in " ".join(errors(answer)["new_on"])
    assert not Correction.objects.exists()


def test_says_what_is_wrong(signed_in):
    move = leaving()
    manager = signed_in("team_manager")
    page = seen(manager.get(url(move)))
    assert "Day of the move away: 18 November 2026" in page
    assert "Day of the transfer away" not in page
    far = {"field": "moves_on", "new_on": date(2028, 1, 1)}
    answer = press(manager, url(move), **far, **WHY)
    assert "Check the year" in errors(answer)["new_on"][0]
    ahead = {"field": "known_on", "new_on": date(2026, 11, 21)}
    answer = press(manager, url(move), **ahead, **WHY)
    assert "future" in errors(answer)["new_on"][0]
    with pytest.raises(RuleBroken, match="Only a manager"):
        build.move_correction(move, field="known_on", new_on=date(2026, 11, 1))


def test_is_offered_only_to_whoever_has_something_to_choose(signed_in):
    move = leaving()
    page = move.case.get_absolute_url()
    assert "Correct a date of the move" in seen(signed_in("team_manager").get(page))
    caseworker = signed_in("caseworker")
    assert "Correct a date of the move" not in seen(caseworker.get(page))
    said = seen(caseworker.get(url(move)))
    assert "only days are recorded that a manager corrects alone" in said
    assert "What is wrong?" not in said
    gone(move)
    assert "Correct a date of the move" in seen(caseworker.get(page))
    assert "What is wrong?" in seen(caseworker.get(url(move)))


def test_a_child_who_came_did_not_leave_before():
    came = build.move_in()
    move = build.move_out(came.case)
    manager = build.user("team_manager")
    day = {"new_on": date(2026, 9, 30), "by": manager}
    with pytest.raises(RuleBroken, match="they moved here on 1 October"):
        build.move_correction(move, field="moves_on", **day)


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(leaving())).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    answer = signed_in("caseworker").get(url(build.move_out(hidden.case)))
    assert answer.status_code == 404
