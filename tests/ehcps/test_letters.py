"""The letters of EHC casework: which fits where, what it says, whom it asks."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.ehcps import actions
from sendhub.ehcps import letters as ehc
from sendhub.ehcps.rules import AdviceKind, Stage
from sendhub.letters import kinds
from sendhub.letters.composing import compose
from sendhub.letters.models import Letter, Template
from sendhub.people.models import Professional
from sendhub.statutory.words import date_words
from tests import build
from tests.pages import opened, press, seen

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)
FIT = {
    Stage.REQUESTED: {"ehc_acknowledgement"},
    Stage.REFUSED: {"ehc_not_assess"},
    Stage.ASSESSING: {"ehc_assess"},
    Stage.ISSUING: {"ehc_assess", "ehc_issue"},
    Stage.DRAFT_SENT: {"ehc_assess", "ehc_issue", "ehc_draft"},
    Stage.ISSUED: {"ehc_assess", "ehc_issue", "ehc_final"},
}
DUE = {
    Stage.REQUESTED: {"ehc_acknowledgement"},
    Stage.REFUSED: {"ehc_not_assess"},
    Stage.ASSESSING: {"ehc_assess"},
    Stage.ISSUING: {"ehc_issue"},
    Stage.DRAFT_SENT: {"ehc_draft"},
    Stage.ISSUED: {"ehc_final"},
}


def facts(case, on=ON):
    known = kinds.known_of([case])
    return {kind.key: kinds.found(kind, case, known, on=on) for kind in ehc.KINDS}


@pytest.mark.parametrize("stage", FIT)
def test_at_each_stage_the_letters_fit_that_belong_there(stage):
    found = facts(build.assessment(stage=stage).case)
    assert {key for key, one in found.items() if not one.unfit} == FIT[stage]
    due = {key for key, one in found.items() if one.due_since}
    assert due == DUE[stage]


def test_a_decision_against_a_plan_has_its_own_letter():
    case = build.assessment(stage=Stage.ASSESSING).case
    actions.issue_decide(
        assessment=case.assessments.get(),
        issue=False,
        told_on=date(2026, 10, 13),
        reasons="The school can meet them.",
        by=build.user("service_manager"),
    )
    found = facts(case)["ehc_not_issue"]
    assert found.values["decision.reasons"] == "The school can meet them."
    assert found.due_since == date(2026, 10, 13)


def test_a_case_without_a_request_has_no_letter_of_ours():
    assert all(one.unfit == ehc.NO_REQUEST for one in facts(build.case()).values())


def test_dates_and_rights_come_from_the_rule_book():
    refused = facts(build.assessment(stage=Stage.REFUSED).case)["ehc_not_assess"]
    assert refused.values["decision.told_on"] == "29 September 2026"
    assert refused.values["appeal.by"] == "30 November 2026"
    assert refused.values["adviser.by"] == "29 November 2026"
    drafted = facts(build.assessment(stage=Stage.DRAFT_SENT).case)["ehc_draft"]
    assert drafted.values["draft.sent_on"] == "20 October 2026"
    assert drafted.values["draft.comments_by"] == "3 November 2026"
    assert drafted.values["limit.plan_by"] == "19 January 2027"


def test_after_a_refusal_was_reversed_its_own_clock_and_words_count():
    refused = build.assessment(stage=Stage.REFUSED)
    reversal = build.reversal(refused)
    case = refused.case
    found = facts(case)
    assert found["ehc_not_assess"].unfit
    assessing = found["ehc_assess"]
    assert assessing.due_since == date(2026, 10, 5)
    assert assessing.values["decision.reasons"] == "The tribunal ordered it."
    assert "limit.decide_by" not in assessing.values
    final = refused.case.deadlines.get(rule="NA-15", step="final")
    assert assessing.values["limit.plan_by"] == date_words(final.due_on)
    assert assessing.values["limit.plan_by"] != "19 January 2027"
    assert reversal.told_on is None


@pytest.fixture
def asked():
    """A case on which two services are asked for advice on 1 October 2026."""
    case = build.assessment(stage=Stage.ASSESSING).case
    actions.advice_ask(
        assessment=case.assessments.get(),
        asked_on=date(2026, 10, 1),
        asked_of={
            AdviceKind.EDUCATION: "Hillside School",
            AdviceKind.PSYCHOLOGY: "Dr Bevan",
        },
        by=build.user("caseworker"),
    )
    Professional.objects.create(
        name="Dr Bevan", kind="educational_psychology", email="bevan@example.org"
    )
    return case


def test_advice_is_asked_of_each_service_that_it_is_awaited_from(asked):
    found = facts(asked)["ehc_advice_request"]
    assert [(one.name, one.email) for one in found.services] == [
        ("Hillside School", ""),
        ("Dr Bevan", "bevan@example.org"),
    ]
    assert found.values["advice.due_on"] == "12 November 2026"


def test_only_those_who_are_late_are_reminded(asked):
    assert not facts(asked)["ehc_advice_reminder"].unfit
    early = facts(asked, on=date(2026, 11, 12))["ehc_advice_reminder"]
    assert early.unfit == "No advice is late."


def test_one_name_of_two_people_is_no_address(asked):
    Professional.objects.create(
        name="Dr Bevan", kind="paediatrics", email="other@example.org"
    )
    found = facts(asked)["ehc_advice_request"]
    assert found.services[1].email == ""


def test_a_letter_to_a_service_is_made_for_each(signed_in, asked):
    template = Template.objects.get(name="Please send your advice")
    url = reverse("letters:letter-make", args=[asked.pk])
    client = signed_in("caseworker")
    page = opened(client, f"{url}?template={template.pk}")
    assert "12 November 2026" in page["body"]
    press(client, f"{url}?template={template.pk}")
    assert {one.to_name for one in Letter.objects.all()} == {
        "Hillside School",
        "Dr Bevan",
    }
    assert {one.part for one in Letter.objects.all()} == {"service"}


def test_a_letter_to_a_service_has_its_postal_address(signed_in, asked):
    build.setting("Hillside School", street="Church Road", postcode="HR9 5AA", town="")
    Professional.objects.update(email="", address="Plough Lane, Hereford\nHR4 0LE")
    template = Template.objects.get(name="Please send your advice")
    url = f"{reverse('letters:letter-make', args=[asked.pk])}?template={template.pk}"
    client = signed_in("caseworker")
    assert "Printed without an address" not in seen(client.get(url))
    press(client, url)
    to = {letter.to_name: letter.sheet["to"][1:] for letter in Letter.objects.all()}
    assert to == {
        "Hillside School": ["Church Road", "HR9 5AA"],
        "Dr Bevan": ["Plough Lane", "Hereford", "HR4 0LE"],
    }


def test_a_service_without_an_address_is_said_and_written_to_all_the_same(
    signed_in, asked
):
    template = Template.objects.get(name="Please send your advice")
    url = f"{reverse('letters:letter-make', args=[asked.pk])}?template={template.pk}"
    client = signed_in("caseworker")
    said = "none is recorded under the name: Hillside School. "
    assert said in seen(client.get(url))
    press(client, url)
    assert Letter.objects.count() == 2


def test_an_organisation_has_the_address_of_its_people(asked):
    address = "Plough Lane, Hereford"
    for name in ("Dr Bevan", "Dr Rees"):
        Professional.objects.update_or_create(
            name=name, defaults={"organisation": "Hillside School", "address": address}
        )
    found = facts(asked)["ehc_advice_request"].services[0]
    assert (found.email, found.address) == ("", address)


def test_two_places_of_one_name_are_no_address(asked):
    for postcode in ("HR9 5AA", "HR4 0LE"):
        build.setting("Hillside School", postcode=postcode)
    assert facts(asked)["ehc_advice_request"].services[0].address == ""


@pytest.mark.parametrize("stage", [Stage.REFUSED, Stage.ISSUED])
def test_the_rights_in_a_letter_are_those_of_its_decision(stage):
    case = build.family_case(stage=stage)
    name = {Stage.REFUSED: "We will not assess", Stage.ISSUED: "The final plan"}[stage]
    [made] = compose([case], Template.objects.get(name=name).now, on=ON)
    assert ("section I" in made.body) is (stage == Stage.ISSUED)
    assert "certificate" in made.body
    assert "two months" in made.body


def page_of(case, kind):
    return f"{reverse('letters:letter-make', args=[case.pk])}?kind={kind}"


REFUSED, NO_PLAN = (
    (Stage.REFUSED, "ehc_not_assess"),
    (Stage.NOT_ISSUED, "ehc_not_issue"),
)
FINAL, DRAFT = (Stage.ISSUED, "ehc_final"), (Stage.DRAFT_SENT, "ehc_draft")


@pytest.mark.parametrize(("stage", "kind"), [REFUSED, NO_PLAN, FINAL, DRAFT])
def test_a_letter_whose_limits_are_long_past_warns_and_is_made(signed_in, stage, kind):
    case = build.family_case(stage=stage, received_on=date(2025, 10, 1))
    client, url = signed_in("caseworker"), page_of(case, kind)
    late = min(facts(case)[kind].limits.values())
    page = seen(client.get(url))
    assert f"gives the family a limit that is past: {date_words(late)}" in page
    press(client, url)
    assert kind in {one.kind for one in Letter.objects.all()}


def test_on_the_last_day_a_limit_is_not_past():
    case = build.family_case(stage=Stage.REFUSED)
    version = Template.objects.get(name="We will not assess").now
    last = facts(case)["ehc_not_assess"].limits["adviser.by"]
    [made] = compose([case], version, on=last)
    assert made.too_late == ""
    [made] = compose([case], version, on=last + timedelta(days=1))
    assert f"{date_words(last)} (by when to speak" in made.too_late


def test_a_letter_that_does_not_name_the_limit_does_not_warn():
    case = build.family_case(stage=Stage.REFUSED, received_on=date(2025, 10, 1))
    version = Template.objects.get(name="We will not assess").now
    version.body = "We will not assess."
    [made] = compose([case], version, on=ON)
    assert made.too_late == ""


def test_a_limit_that_is_past_is_named_before_many_are_written_to(signed_in):
    case = build.family_case(stage=Stage.REFUSED, received_on=date(2025, 10, 1))
    template = Template.objects.get(name="We will not assess")
    url = f"{reverse('letters:batch-make')}?template={template.pk}&case={case.pk}"
    page = seen(signed_in("caseworker").get(url))
    assert "gives the family a limit that is past" in page


def test_many_cases_are_loaded_with_as_few_questions_as_one():
    cases = [build.assessment(stage=stage).case for stage in FIT]
    with CaptureQueriesContext(connection) as one:
        ehc.load(cases[-1:])
    with CaptureQueriesContext(connection) as many:
        ehc.load(cases)
    assert len(many) <= len(one) + 2  # awaited advice asks for addresses


def test_the_list_of_requests_offers_ticks_to_those_who_write_letters(signed_in):
    build.assessment()
    url = reverse("ehcps:request-list")
    assert "Write to those ticked" in seen(signed_in("caseworker").get(url))
    assert "Write to those ticked" not in seen(signed_in("auditor").get(url))
