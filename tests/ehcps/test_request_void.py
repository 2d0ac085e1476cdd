"""A request recorded by mistake: asked by one, agreed by another, counted nowhere."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from sendhub.audit.models import Act
from sendhub.casework import services
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions
from sendhub.ehcps.models import Advice, Correction, NeedsAssessment
from sendhub.ehcps.quality import in_return
from sendhub.ehcps.rules import REFUSED_AT, Stage
from sendhub.letters import kinds
from sendhub.letters.models import Delivery
from sendhub.statutory.words import date_words
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
REASON = "It was logged on the record of his brother."
VOIDABLE = [
    Stage.REQUESTED,
    Stage.REFUSED,
    Stage.ASSESSING,
    Stage.NOT_ISSUED,
    Stage.WITHDRAWN,
]


def url(assessment):
    return reverse("ehcps:request-void", args=[assessment.pk])


def asked(assessment, by=None):
    return actions.request_void(
        assessment=assessment, reason=REASON, by=by or build.user("caseworker")
    )


def voided(assessment):
    made = asked(assessment)
    manager = build.user("team_manager")
    actions.correction_decide(correction=made, agree=True, because="", by=manager)
    assessment.refresh_from_db()
    return assessment


def test_waits_for_a_second_person(signed_in):
    assessment, client = build.assessment(), signed_in("caseworker")
    answer = press(client, url(assessment), reason=REASON)
    assert answer.url == assessment.get_absolute_url()
    assessment.refresh_from_db()
    assert assessment.stage == Stage.REQUESTED
    made = Correction.objects.get()
    assert (made.outcome, made.old, made.new) == ("", "no", "yes")
    assert str(Act.objects.get(act="ehcps.request_void")) == (
        f"Request of 1 September 2026 said to be recorded by mistake: {REASON}"
    )
    assert "Waiting already" in seen(client.get(url(assessment)))


def test_the_case_says_that_it_waits_for_a_manager(signed_in):
    assessment = build.assessment()
    page = assessment.get_absolute_url()
    caseworker = signed_in("caseworker")
    assert "Waits for a manager:" not in seen(caseworker.get(page))
    made = asked(assessment, by=build.user("caseworker", name="Sam Okafor"))
    day = date_words(localtime(made.asked_at).date())
    line = (
        "Waits for a manager: Request of 1 September 2026 recorded by mistake, "
        f"asked by Sam Okafor on {day}."
    )
    assert line in seen(caseworker.get(page))
    manager = build.user("team_manager")
    actions.correction_decide(correction=made, agree=True, because="", by=manager)
    assert "Waits for a manager:" not in seen(caseworker.get(page))


@pytest.mark.parametrize("stage", VOIDABLE)
def test_counts_nowhere_once_a_manager_has_agreed(signed_in, stage):
    assessment = build.assessment(received_on=date(2026, 5, 4), stage=stage)
    made = asked(assessment)
    manager = signed_in("team_manager")
    page = reverse("ehcps:correction-decide", args=[made.pk])
    assert REASON in seen(manager.get(page))
    assert press(manager, page, agree="yes").status_code == 302
    assessment.refresh_from_db()
    assert assessment.stage == Stage.MISTAKE
    assert set(Deadline.objects.values_list("ended", "met_on")) == {(Ended.VOID, None)}
    assert Case.objects.get().closed_on == TODAY
    act = Act.objects.get(act="ehcps.correction_decide")
    assert "recorded by mistake corrected from no to yes" in act.sentence
    assert REASON in act.sentence


def test_is_in_no_list_and_in_no_return(signed_in):
    assessment = build.assessment(stage=Stage.ASSESSING)
    build.advice_here(assessment_=assessment)
    assert in_return(Case.objects.all(), on=TODAY).exists()
    case = voided(assessment).case
    client = signed_in("service_manager")
    for name, query in (
        ("ehcps:request-list", {"stage": "any"}),
        ("ehcps:advice-list", {"state": "any"}),
        ("ehcps:advice-list", {"state": "here"}),
    ):
        assert not client.get(reverse(name), query).context["page"].rows, name
    assert not Advice.objects.counted(on=date(2027, 3, 1)).exists()
    assert not in_return(Case.objects.all(), on=TODAY).exists()
    assert not Case.objects.open().exists()
    found = kinds.found(
        kinds.of_key("ehc_assess"), case, kinds.known_of([case]), on=TODAY
    )
    assert "No request" in found.unfit
    text = seen(client.get(case.child.get_absolute_url()))
    assert "No request has been made." in text


def test_the_case_says_why_and_what_belongs_to_it(signed_in):
    assessment = build.assessment(stage=Stage.ASSESSING)
    advice = build.advice(assessment_=assessment)
    case = voided(assessment).case
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    assert "Recorded by mistake" in text
    assert REASON in text
    assert f"{advice}, asked for on" in text
    assert "Letters on this case from 1 September 2026" in text
    assert "The 20 weeks" not in text


def test_letters_not_sent_yet_are_stopped():
    case = build.family_case()
    build.letter(case_=case, kind="ehc_acknowledgement")
    voided(case.assessments.get())
    delivery = Delivery.objects.get()
    assert delivery.state == "failed"
    assert "recorded by mistake" in delivery.reason


def test_it_is_undone_by_recording_anew():
    assessment = voided(build.assessment())
    again = build.assessment(child_=assessment.case.child)
    assert again.is_open
    assert again.case != assessment.case
    with pytest.raises(RuleBroken, match="nothing of it counts"):
        asked(assessment)
    with pytest.raises(RuleBroken, match="nothing of it counts"):
        build.correction(assessment, field="received_on", new_on=date(2026, 8, 3))


def test_a_request_logged_twice_leaves_the_other_as_it_was(signed_in):
    first = build.assessment(received_on=date(2026, 6, 1), stage=Stage.REFUSED)
    second = build.assessment(child_=first.case.child)
    voided(second)
    case = second.case
    case.refresh_from_db()
    assert case.closed_on is None
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    assert "Not assessed" in text
    assert Deadline.objects.filter(about_id=first.pk, ended=Ended.MET).exists()


@pytest.mark.parametrize("stage", [Stage.ISSUING, Stage.DRAFT_SENT, Stage.ISSUED])
def test_stays_once_a_plan_hangs_on_it(stage):
    assessment = build.assessment(stage=stage)
    with pytest.raises(RuleBroken, match="A plan hangs on this request"):
        asked(assessment)


def test_stays_once_a_reversal_hangs_on_it():
    refused = build.assessment(received_on=date(2026, 5, 4), stage=Stage.REFUSED)
    build.reversal(refused)
    refused.refresh_from_db()
    with pytest.raises(RuleBroken, match="A refusal that was reversed hangs"):
        asked(refused)


def test_stays_once_an_appeal_hangs_on_it():
    refused = build.assessment(received_on=date(2026, 5, 4), stage=Stage.REFUSED)
    actions.dispute_record(
        case=refused.case,
        about="assess",
        forum="tribunal",
        happened_on=date(2026, 7, 6),
        detail="",
        by=build.user("caseworker"),
    )
    with pytest.raises(RuleBroken, match="Mediation or an appeal hangs"):
        asked(refused)


def test_another_correction_is_decided_first():
    assessment = build.assessment(stage=Stage.ASSESSING)
    made = asked(assessment)
    build.correction(assessment)
    with pytest.raises(RuleBroken, match="A correction that waits hangs"):
        actions.correction_decide(
            correction=made, agree=True, because="", by=build.user("team_manager")
        )


def test_a_family_that_moves_is_told_of_first():
    assessment = build.assessment()
    build.move_out(assessment.case)
    with pytest.raises(RuleBroken, match="A family’s move hangs"):
        asked(assessment)


def test_nobody_agrees_to_their_own():
    manager = build.user("team_manager")
    made = asked(build.assessment(), by=manager)
    with pytest.raises(RuleBroken, match="somebody else must agree"):
        actions.correction_decide(correction=made, agree=True, because="", by=manager)


def test_a_manager_who_does_not_agree_leaves_it():
    assessment = build.assessment()
    actions.correction_decide(
        correction=asked(assessment),
        agree=False,
        because="The parent did ask.",
        by=build.user("team_manager"),
    )
    assessment.refresh_from_db()
    assert assessment.is_open
    assert Deadline.objects.open().exists()


def test_the_case_offers_it_while_it_may(signed_in):
    client = signed_in("caseworker")
    for stage, offered in (
        (Stage.REQUESTED, True),
        (Stage.REFUSED, True),
        (Stage.DRAFT_SENT, False),
    ):
        case = build.assessment(stage=stage).case
        acts = services.service_of(case).acts(case, client.user)
        labels = [act.label for act in acts]
        assert ("Say that it was recorded by mistake" in labels) is offered
    assert Stage.REFUSED in REFUSED_AT


@pytest.mark.parametrize("reason", ["", "x" * 2001])
def test_says_beside_the_field_what_is_wrong(signed_in, reason):
    answer = press(signed_in("caseworker"), url(build.assessment()), reason=reason)
    assert errors(answer)["reason"]
    assert NeedsAssessment.objects.get().is_open


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.assessment())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    assessment = build.assessment(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(assessment)).status_code == 404
