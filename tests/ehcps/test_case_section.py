"""EHC on the case page: who reads what, who acts next, and what is usual next."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.services import offered
from sendhub.ehcps import actions
from sendhub.ehcps.acts import case_acts
from sendhub.ehcps.rules import NAMED_BY_LAW, AdviceKind, Stage
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db

WORDS = {
    AdviceKind.MEDICAL: "Seen in clinic in May.",
    AdviceKind.SOCIAL_CARE: "Known to the family team.",
    AdviceKind.EDUCATION: "Reads with an adult beside him.",
}


def advised():
    assessment = build.assessment(stage=Stage.ASSESSING)
    by = build.user("caseworker")
    on = assessment.assess_told_on
    asked = dict.fromkeys(WORDS, "Somebody")
    actions.advice_ask(assessment=assessment, asked_on=on, asked_of=asked, by=by)
    for advice in assessment.advices.all():
        actions.advice_receive(
            advice=advice,
            received_on=on,
            summary=WORDS[AdviceKind(advice.kind)],
            document=None,
            by=by,
        )
    return assessment


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        ("caseworker", set(WORDS)),
        ("auditor", set(WORDS)),
        ("hub_coordinator", {AdviceKind.EDUCATION}),
        ("placements_officer", {AdviceKind.EDUCATION}),
        ("finance_officer", set()),
    ],
)
def test_advice_is_read_by_those_whose_role_reads_its_kind(signed_in, role, reads):
    text = seen(signed_in(role).get(advised().case.get_absolute_url()))
    assert {kind for kind, words in WORDS.items() if words in text} == reads


def next_act(role, assessment):
    step = offered(case_acts(assessment.case, build.user(role))).next
    return step.label if step else None


@pytest.mark.parametrize(
    ("stage", "caseworker", "manager"),
    [
        (Stage.REQUESTED, None, "Decide whether to assess"),
        (Stage.ASSESSING, "Ask for advice", "Ask for advice"),
        (Stage.ISSUING, "Write the draft", "Write the draft"),
        (Stage.DRAFT_SENT, "Record the family's comments", "Issue the plan"),
        (Stage.ISSUED, None, None),
        (Stage.REFUSED, None, None),
    ],
)
def test_the_next_step_is_what_is_usual_then(stage, caseworker, manager):
    assessment = build.assessment(stage=stage)
    assert next_act("caseworker", assessment) == caseworker
    assert next_act("team_manager", assessment) == manager


def test_once_all_was_asked_the_next_step_is_its_arrival_and_then_the_decision():
    assessment = build.assessment(stage=Stage.ASSESSING)
    by = build.user("caseworker")
    on = assessment.assess_told_on
    everybody = dict.fromkeys(NAMED_BY_LAW, "Somebody")
    actions.advice_ask(assessment=assessment, asked_on=on, asked_of=everybody, by=by)
    assert next_act("team_manager", assessment).startswith("Record advice: ")
    for advice in assessment.advices.all():
        actions.advice_receive(
            advice=advice, received_on=on, summary="", document=None, by=by
        )
    assert next_act("team_manager", assessment) == "Decide whether to issue a plan"


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage.REQUESTED, "waits for a manager to decide whether to assess"),
        (Stage.ASSESSING, "waits for a manager to decide whether to issue"),
        (Stage.DRAFT_SENT, "waits for a manager to issue the plan"),
    ],
)
def test_a_caseworker_reads_whom_the_case_waits_for(signed_in, stage, said):
    url = build.assessment(stage=stage).case.get_absolute_url()
    assert said in seen(signed_in("caseworker").get(url))
    assert said not in seen(signed_in("team_manager").get(url))


def test_the_case_says_who_decided(signed_in):
    manager = build.user("team_manager", name="Gwen Treharne")
    assessment = build.assessment(stage=Stage.ASSESSING, by=manager)
    text = seen(signed_in("caseworker").get(assessment.case.get_absolute_url()))
    assert "decided by Gwen Treharne, family told on 22 September 2026" in text


@pytest.mark.parametrize("page", ["issue-decide", "plan-issue"])
def test_what_lacks_is_said_before_a_plan_is_decided(signed_in, page):
    stage = Stage.ASSESSING if page == "issue-decide" else Stage.DRAFT_SENT
    assessment = build.assessment(stage=stage)
    thing = assessment if page == "issue-decide" else assessment.plan
    text = seen(
        signed_in("team_manager").get(reverse(f"ehcps:{page}", args=[thing.pk]))
    )
    assert "Not here: Parent or young person, School or setting, Health" in text
    assert "There is nobody to write to" in text


def test_a_request_that_is_open_is_told_before_anything_is_typed(signed_in):
    assessment = build.assessment(received_on=date(2026, 9, 1))
    url = reverse("ehcps:request-log", args=[assessment.case.child_id])
    page = signed_in("caseworker").get(url)
    assert assessment.case.get_absolute_url() in page.content.decode()
    assert "Reasons given" not in seen(page)


def test_the_school_that_asked_is_the_one_to_ask(signed_in):
    assessment = build.assessment(stage=Stage.ASSESSING)
    client = signed_in("caseworker")
    url = reverse("ehcps:advice-ask", args=[assessment.pk])
    page = client.get(url)
    assert page.context["form"]["of_education"].value() == ""
    assessment.requester = "Hillside School"
    assessment.save(update_fields=["requester"])
    page = client.get(url)
    assert page.context["form"]["of_education"].value() == "Hillside School"
    assert press(client, url, asked_on=assessment.assess_told_on).status_code == 302
    assert "Asked or held already" in seen(client.get(url))


@pytest.mark.parametrize(
    ("role", "step"),
    [("team_manager", "Decide whether to assess"), ("caseworker", None)],
)
def test_the_childs_page_offers_the_next_step_of_the_case(signed_in, role, step):
    assessment = build.assessment(stage=Stage.REQUESTED)
    answer = signed_in(role).get(assessment.case.child.get_absolute_url())
    offered = answer.context["next_step"]
    assert (offered and offered.label) == step
    if step:
        url = reverse("ehcps:assessment-decide", args=[assessment.pk])
        assert f'href="{url}"' in answer.content.decode()
