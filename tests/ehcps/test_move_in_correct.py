"""A date of a move here, or what the family was told, that was written down wrong."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import Correction
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
WHY = {"reason": "The letter says so."}


def url(move):
    return reverse("ehcps:move-in-correct", args=[move.pk])


def told(move, **more):
    """The family was told on 2 November: no new assessment, a review by 1 February."""
    facts = {
        "told_on": date(2026, 11, 2),
        "will_assess": False,
        "review_on": date(2027, 2, 1),
    }
    by = build.user("caseworker")
    return ehcps.move_in_tell(move=move, by=by, **(facts | more))


def agreed(made):
    by = build.user("service_manager")
    return ehcps.correction_decide(correction=made, agree=True, because="", by=by)


def due(rule):
    return Deadline.objects.get(rule=rule, about_type="ehcps.movein").due_on


def test_the_transfer_changes_when_a_second_person_agrees(signed_in):
    move = build.move_in()
    caseworker = signed_in("caseworker")
    wrong = {"field": "transferred_on", "new_on": date(2026, 10, 12)}
    answer = press(caseworker, url(move), **wrong, **WHY)
    assert answer.url == move.case.get_absolute_url()
    move.refresh_from_db()
    assert move.transferred_on == date(2026, 10, 5)
    assert due("TF-02") == date(2026, 11, 16)
    assert "Waiting already" in seen(caseworker.get(url(move)))

    made = Correction.objects.get()
    decide = reverse("ehcps:correction-decide", args=[made.pk])
    manager = signed_in("team_manager")
    listed = seen(manager.get(reverse("ehcps:correction-list")))
    assert "Day the plan was transferred to us" in listed
    press(manager, decide, agree="yes")
    move.refresh_from_db()
    assert move.transferred_on == date(2026, 10, 12)
    assert due("TF-02") == date(2026, 11, 23)
    sentences = [
        act.sentence for act in Act.objects.filter(child_id=move.case.child_id)
    ]
    assert any(
        "Day the plan was transferred to us to be corrected from 5 October 2026 to 12 "
        "October 2026" in sentence
        for sentence in sentences
    )


def test_the_day_of_the_move_is_a_managers(signed_in):
    move = build.move_in()
    assert "Day they moved here" not in seen(signed_in("caseworker").get(url(move)))
    wrong = {"field": "moved_on", "new_on": date(2026, 9, 30)}
    with pytest.raises(RuleBroken, match="Only a manager"):
        build.move_correction(move, **wrong)
    press(signed_in("team_manager"), url(move), **wrong, **WHY)
    move.refresh_from_db()
    assert move.moved_on == date(2026, 9, 30)


def test_what_the_family_was_told_reads_the_other_way():
    move = told(build.move_in())
    agreed(build.move_correction(move, field="will_assess"))
    move.refresh_from_db()
    assert move.will_assess is True
    assert Correction.objects.get().new == "yes"


def test_the_days_of_what_was_told_and_reviewed_change(signed_in):
    move = told(build.move_in())
    reviewed = {"reviewed_on": date(2026, 11, 9), "by": build.user("caseworker")}
    ehcps.move_in_review(move=move, **reviewed)
    late = {"field": "transfer_told", "new_on": date(2026, 11, 17)}
    agreed(build.move_correction(move, **late))
    assert Deadline.objects.get(rule="TF-02").ended == "late"
    other = {"field": "review_said", "new_on": date(2027, 2, 8)}
    agreed(build.move_correction(move, **other))
    day = {"field": "reviewed_on", "new_on": date(2026, 11, 10)}
    agreed(build.move_correction(move, **day))
    move.refresh_from_db()
    assert (move.review_on, move.reviewed_on) == (date(2027, 2, 8), date(2026, 11, 10))


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"field": ""}, "field", "Choose what is wrong"),
        ({"field": "reviewed_on"}, "field", "valid choice"),
        ({"reason": ""}, "reason", "Say how it came"),
        ({"new_on": None}, "new_on", "Enter the right date"),
        ({"new_on": date(2026, 9, 30)}, "new_on", "before the move on 1 October"),
        ({"new_on": date(2026, 11, 3)}, "new_on", "the family was told of it"),
        ({"new_on": date(2026, 11, 21)}, "new_on", "future"),
        (
            {"field": "review_said", "new_on": date(2027, 3, 3)},
            "new_on",
            "by 2 March 2027",
        ),
        (
            {"field": "will_assess", "new_on": date(2026, 11, 3)},
            "new_on",
            "reads the other way",
        ),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    move = told(build.move_in())
    usual = {"field": "transferred_on", "new_on": date(2026, 10, 6), **WHY}
    answer = press(signed_in("caseworker"), url(move), **{**usual, **changed})
    assert said in " ".join(errors(answer)[field])
    assert not Correction.objects.exists()


def test_they_came_before_we_knew_of_the_assessment():
    assessment = build.taken_over()
    manager = build.user("team_manager")
    day = {"new_on": date(2026, 9, 30), "by": manager}
    with pytest.raises(RuleBroken, match="they moved here on 1 October"):
        build.correction(assessment, field="received_on", **day)
    move = assessment.move_in
    build.move_correction(move, field="moved_on", **day)
    move.refresh_from_db()
    assert move.moved_on == date(2026, 9, 30)
    later = {"new_on": date(2026, 10, 7), "by": manager}
    with pytest.raises(RuleBroken, match="it came to our attention"):
        build.move_correction(move, field="moved_on", **later)


def test_a_value_changed_meanwhile_is_asked_for_anew():
    move = told(build.move_in())
    made = build.move_correction(move, field="will_assess")
    agreed(made)
    again = build.move_correction(move, field="will_assess")
    type(move).objects.filter(pk=move.pk).update(will_assess=False)
    with pytest.raises(RuleBroken, match="changed meanwhile"):
        agreed(again)
    with pytest.raises(RuleBroken, match="no such answer"):
        build.move_correction(build.move_in(), field="will_assess")


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.move_in())).status_code == 403
    hidden = build.move_in(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
