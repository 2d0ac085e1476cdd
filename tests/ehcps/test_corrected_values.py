"""What each correction changes, and where it may not reach."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.models import Correction, Plan
from sendhub.ehcps.rules import Refusal, Route, Stage, Standing
from sendhub.people.actions import child_died
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def ask_url(assessment):
    return reverse("ehcps:correction-ask", args=[assessment.pk])


def agreed(made):
    """A correction, agreed to by somebody else."""
    by = build.user("service_manager")
    return actions.correction_decide(correction=made, agree=True, because="", by=by)


def turned(assessment, field, **more):
    """The decision reads the other way, agreed by two."""
    facts = {"field": field, "new_on": None, "reasons": "Needs are met.", **more}
    return agreed(build.correction(assessment, **facts))


@pytest.mark.parametrize(
    ("stage", "field", "after"),
    [
        (Stage.ASSESSING, "assess", Stage.REFUSED),
        (Stage.REFUSED, "assess", Stage.ASSESSING),
        (Stage.ISSUING, "issue", Stage.NOT_ISSUED),
        (Stage.NOT_ISSUED, "issue", Stage.ISSUING),
    ],
)
def test_a_decision_reads_the_other_way_and_back(stage, field, after):
    assessment = build.assessment(stage=stage, received_on=date(2026, 6, 1))
    told = getattr(assessment, f"{field}_told_on")
    assessment.advices.all().delete()
    yes = after in {Stage.ASSESSING, Stage.ISSUING}
    assert turned(assessment, field).new == ("yes" if yes else "no")
    assessment.refresh_from_db()
    assert (assessment.stage, getattr(assessment, f"{field}_told_on")) == (after, told)
    turned(assessment, field)
    assessment.refresh_from_db()
    assert assessment.stage == stage
    assert Plan.objects.filter(assessment=assessment).count() <= 1


def test_a_draft_is_put_away_and_taken_up_again():
    assessment = build.assessment(stage=Stage.ISSUING)
    assert Plan.objects.get(assessment=assessment).standing == Standing.DRAFT
    turned(assessment, "issue")
    assert Plan.objects.get(assessment=assessment).standing == Standing.ABANDONED
    assessment.refresh_from_db()
    assert assessment.issue_reasons == "Needs are met."
    actions.refusal_reverse(
        assessment=assessment,
        by=build.user("service_manager"),
        route=Route.INFORMAL,
        happened_on=date(2026, 11, 10),
        agreed_by=None,
        told_on=None,
        reasons="New report.",
    )
    assert Plan.objects.get(assessment=assessment).standing == Standing.DRAFT


def test_the_deadlines_follow_a_decision():
    assessment = build.assessment(stage=Stage.ASSESSING)
    open_rules = Deadline.objects.open().filter(about_id=assessment.pk)
    assert open_rules.exists()
    turned(assessment, "assess")
    assert not open_rules.filter(rule="NA-13").exists()


def test_the_page_says_which_way_the_decision_reads(signed_in, assessing):
    client = signed_in("caseworker")
    assert "Decision whether to assess: yes" in seen(client.get(ask_url(assessing)))
    sent = {"field": "assess", "reason": "Wrong case.", "reasons": "Needs are met."}
    assert press(client, ask_url(assessing), **sent).status_code == 302
    act = Act.objects.get(act="ehcps.correction_ask")
    assert "Decision whether to assess to be corrected from yes to no" in act.sentence
    shown = seen(client.get(ask_url(assessing)))
    assert "from yes to no" in shown


def test_a_decision_has_no_day_of_its_own(signed_in, assessing):
    sent = {"field": "assess", "reason": "Wrong case.", "new_on": date(2026, 9, 25)}
    answer = press(signed_in("caseworker"), ask_url(assessing), **sent)
    assert "reads the other way" in errors(answer)["new_on"][0]
    assert not Correction.objects.exists()


def test_a_letter_that_tells_the_wrong_decision_stays_here():
    assessment = build.assessment(stage=Stage.REFUSED)
    wrong = build.letter(case_=assessment.case, kind="ehc_not_assess")
    other = build.letter(case_=assessment.case, kind="general")
    turned(assessment, "assess")
    stopped = wrong.deliveries.get()
    assert (stopped.state, stopped.reason) == (
        "failed",
        "The decision that it tells was corrected.",
    )
    assert other.deliveries.get().state == "queued"


def test_a_refusal_needs_its_reasons(signed_in, assessing):
    sent = {"field": "assess", "reason": "Wrong case."}
    answer = press(signed_in("caseworker"), ask_url(assessing), **sent)
    assert "reasons for the refusal" in errors(answer)["reasons"][0]


def test_a_date_needs_its_day(signed_in, assessing):
    sent = {"field": "assess_told_on", "reason": "Wrong case."}
    answer = press(signed_in("caseworker"), ask_url(assessing), **sent)
    assert "Enter the right date" in errors(answer)["new_on"][0]


def test_a_decision_stays_once_advice_was_asked_for(assessing):
    build.advice(assessment_=assessing)
    with pytest.raises(RuleBroken, match="Advice was asked for"):
        turned(assessing, "assess")


def test_a_decision_stays_once_its_refusal_was_reversed():
    assessment = build.assessment(stage=Stage.REFUSED)
    actions.refusal_reverse(
        assessment=assessment,
        by=build.user("service_manager"),
        route=Route.INFORMAL,
        happened_on=date(2026, 11, 10),
        agreed_by=None,
        told_on=None,
        reasons="New report.",
    )
    assert assessment.reversals.get().of == Refusal.ASSESS
    assessment.refresh_from_db()
    with pytest.raises(RuleBroken, match="More has happened"):
        turned(assessment, "assess")


def test_a_decision_changed_meanwhile_is_asked_for_anew(assessing):
    made = build.correction(assessing, field="assess", new_on=None, reasons="Met.")
    actions.request_withdraw(
        assessment=assessing,
        withdrawn_on=date(2026, 11, 1),
        reason="They moved.",
        by=build.user("caseworker"),
    )
    with pytest.raises(RuleBroken):
        agreed(made)


def test_a_plan_was_issued_on_another_day():
    plan = build.plan()
    day = plan.issued_on + timedelta(days=1)
    agreed(build.correction(plan.assessment, field="issued_on", new_on=day))
    plan.refresh_from_db()
    assert plan.issued_on == day
    assert plan.versions.newest_first()[0].sent_on == day
    met = Deadline.objects.get(about_id=plan.assessment_id, rule="NA-13")
    assert met.met_on == day


def test_a_plan_was_not_issued_before_the_family_could_answer():
    plan = build.plan()
    with pytest.raises(RuleBroken, match="may comment until 3 November") as refused:
        build.correction(plan.assessment, field="issued_on", new_on=date(2026, 11, 2))
    assert refused.value.field == "new_on"


def test_a_final_version_keeps_its_day_without_a_correction():
    final = build.plan().versions.newest_first()[0]
    final.sent_on += timedelta(days=1)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        final.save()
    cause = refused.value.__cause__.diag.constraint_name
    assert cause == "ehcps_planversion_sent_is_sent"


def test_a_notice_that_a_plan_ends_was_of_another_day():
    plan = build.plan(issued_on=date(2026, 6, 1))
    ceasing = build.ceasing(plan, told_on=date(2026, 10, 1))
    day = date(2026, 10, 8)
    agreed(build.correction(plan.assessment, field="cease_told", new_on=day))
    ceasing.refresh_from_db()
    assert ceasing.told_on == day
    assert Deadline.objects.get(rule="CE-04").due_on == date(2026, 12, 8)
    with pytest.raises(RuleBroken, match="they were asked"):
        build.correction(plan.assessment, field="cease_told", new_on=date(2026, 6, 10))


def test_a_plan_ceased_on_another_day():
    plan = build.plan(issued_on=date(2025, 6, 1))
    ceasing = build.ceasing(plan, told_on=date(2026, 2, 2))
    by = build.user("team_manager")
    actions.cease_end(ceasing=ceasing, ceased_on=date(2026, 5, 1), detail="", by=by)
    with pytest.raises(RuleBroken, match="goes on until"):
        build.correction(plan.assessment, field="ceased_on", new_on=date(2026, 3, 1))
    day = date(2026, 5, 4)
    agreed(build.correction(plan.assessment, field="ceased_on", new_on=day))
    plan.refresh_from_db()
    ceasing.refresh_from_db()
    assert (plan.ceased_on, ceasing.ended_on) == (day, day)


def test_a_manager_corrects_the_days_of_advice(signed_in, assessing):
    advice = build.advice(assessment_=assessing, asked_on=date(2026, 9, 23))
    client = signed_in("team_manager")
    sent = {
        "field": f"advice_asked-{advice.pk}",
        "new_on": date(2026, 9, 28),
        "reason": "The e-mail is of that day.",
    }
    assert press(client, ask_url(assessing), **sent).status_code == 302
    advice.refresh_from_db()
    assert (advice.asked_on, advice.due_on) == (date(2026, 9, 28), date(2026, 11, 9))
    assert (
        Deadline.objects.get(about_id=advice.pk, rule="NA-07").due_on == advice.due_on
    )
    assert str(advice) in Act.objects.get(act="ehcps.correction_ask").sentence


def test_advice_came_on_another_day(assessing):
    advice = build.advice_here(assessment_=assessing)
    by = build.user("team_manager")
    came = {"field": "advice_came", "advice": advice, "by": by}
    build.correction(assessing, new_on=date(2026, 10, 12), **came)
    advice.refresh_from_db()
    assert advice.received_on == date(2026, 10, 12)
    with pytest.raises(RuleBroken, match="it was asked for"):
        build.correction(assessing, new_on=date(2026, 9, 1), **came)
    with pytest.raises(RuleBroken, match="Only a manager"):
        build.correction(
            assessing, new_on=date(2026, 10, 13), field="advice_came", advice=advice
        )


def test_advice_of_another_child_cannot_be_named(signed_in, assessing):
    other = build.advice_here()
    sent = {
        "field": f"advice_came-{other.pk}",
        "new_on": date(2026, 10, 12),
        "reason": "Wrong.",
    }
    answer = press(signed_in("team_manager"), ask_url(assessing), **sent)
    assert "valid choice" in errors(answer)["field"][0]


def test_the_database_wants_one_advice_for_its_dates(assessing):
    made = build.correction(assessing)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Correction.objects.filter(pk=made.pk).update(field="advice_came")
    cause = refused.value.__cause__.diag.constraint_name
    assert cause == "ehcps_correction_of_one_advice"


def unchanged(**more):
    """A child who was assessed again, and whose plan stayed as it was."""
    plan = build.plan(issued_on=date(2026, 6, 1))
    again = build.again(plan)
    manager = build.user("service_manager")
    told = {"told_on": date(2026, 10, 20), "reasons": "As before.", "by": manager}
    actions.assessment_decide(assessment=again, assess=True, **told)
    again = actions.issue_decide(assessment=again, issue=False, **told)
    return plan, again


def test_a_plan_left_as_it_was_is_amended_after_all(signed_in):
    plan, again = unchanged()
    assert Deadline.objects.get(rule="RA-03").ended == "met"
    shown = seen(signed_in("caseworker").get(ask_url(again)))
    assert "Decision whether to amend the plan: no" in shown
    made = build.correction(again, field="issue", new_on=None, reasons="")
    assert (str(made), made.new) == ("Decision whether to amend the plan", "yes")
    agreed(made)
    again.refresh_from_db()
    assert again.stage == Stage.ISSUING
    draft = Plan.objects.get(assessment=again)
    assert draft.standing == Standing.DRAFT
    assert draft.versions.get().sections.get(letter="B").text
    assert Deadline.objects.get(rule="RA-03").ended == ""
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE


def test_a_plan_that_has_ended_since_stays_as_it_was():
    plan, again = unchanged()
    made = build.correction(again, field="issue", new_on=None, reasons="")
    actions.plan_cease(
        plan=plan,
        told_on=date(2026, 11, 9),
        ceased_on=date(2026, 11, 10),
        cease_reason=build.code("CEASE_REASON", "1"),
        detail="",
        by=build.user("team_manager"),
    )
    with pytest.raises(RuleBroken, match="has ended since"):
        agreed(made)


def test_one_assessment_runs_at_a_time():
    plan, again = unchanged()
    made = build.correction(again, field="issue", new_on=None, reasons="")
    build.again(plan, received_on=date(2026, 11, 2))
    with pytest.raises(RuleBroken, match="another open request"):
        agreed(made)


def test_a_refusal_stays_where_the_child_has_died_or_asked_again():
    refused = build.assessment(stage=Stage.REFUSED, received_on=date(2026, 3, 2))
    facts = {"field": "assess", "new_on": None, "reasons": ""}
    asked = build.correction(refused, **facts)
    build.assessment(child_=refused.case.child)
    with pytest.raises(RuleBroken, match="another open request"):
        agreed(asked)
    by = build.user("caseworker")
    child_died(child=refused.case.child, died_on=date(2026, 11, 1), by=by)
    with pytest.raises(RuleBroken, match="has died"):
        agreed(asked)
