"""What the return asks of a plan besides its dates and needs (SEN2 4 and 4b)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.ehcps.models import Plan, PlanReturn
from sendhub.ehcps.rules import Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:plan-return-record", args=[plan.pk])


def usual(**changed):
    return {"provision": "ordinary", "personal_budget": "no", **changed}


def with_arrangement(code):
    plan = build.plan()
    Plan.objects.filter(pk=plan.pk).update(
        setting=None, arrangement=f"SEN_SETTING:{code}"
    )
    plan.refresh_from_db()
    return plan


def test_the_flags_are_kept_and_nothing_is_missing_any_more(signed_in):
    plan, second = build.plan(), build.setting()
    caseworker = signed_in("caseworker")
    case_page = plan.case.get_absolute_url()
    assert "(SH-415)" in seen(caseworker.get(case_page))
    press(
        caseworker,
        url(plan),
        **usual(
            provision="unit",
            residential="RESIDENTIAL:B",
            work_based="WBP:S",
            second_setting=second,
            second_provision="resourced",
            personal_budget="yes",
            organised=True,
            direct_payment="DIRECT_PAYMENT:E",
        ),
    )
    said = PlanReturn.objects.get(plan=plan)
    assert (said.provision, said.residential_id) == ("unit", "RESIDENTIAL:B")
    assert (said.second_setting, said.second_provision) == (second, "resourced")
    assert (said.personal_budget, said.organised) == (True, True)
    assert (said.direct_payment_id, said.work_based_id) == ("DIRECT_PAYMENT:E", "WBP:S")
    assert said.recorded_by == caseworker.user
    assert "(SH-415)" not in seen(caseworker.get(case_page))


def test_a_second_setting_elsewhere_is_named_by_its_urn(signed_in):
    plan, far = build.plan(), build.setting(authority_code="301")
    there = {"second_setting_urn": far.urn, "second_provision": "unit"}
    caseworker = signed_in("caseworker")
    press(caseworker, url(plan), **usual(**there))
    assert not PlanReturn.objects.exists()
    there = {"second_setting": far, "second_provision": "unit"}
    press(caseworker, url(plan), **usual(**there))
    assert PlanReturn.objects.get(plan=plan).second_setting == far
    far.status = "2"
    far.save()
    press(caseworker, url(plan), personal_budget="no")  # what stands may stay
    assert PlanReturn.objects.get(plan=plan).second_setting == far


def test_what_was_said_stands_in_the_form_and_may_change(signed_in):
    plan = build.plan()
    build.plan_return(plan, personal_budget=True, organised=True)
    client = signed_in("data_officer")
    shown = client.get(url(plan)).context["form"]
    assert (shown["personal_budget"].value(), shown["organised"].value()) == (
        "yes",
        True,
    )
    press(client, url(plan), personal_budget="no", organised=False)
    said = PlanReturn.objects.get(plan=plan)
    assert (said.personal_budget, said.organised) == (False, False)


def test_an_other_arrangement_is_explained(signed_in):
    plan = with_arrangement("OTH")
    client = signed_in("caseworker")
    asked = client.get(url(plan)).context["form"].fields
    assert "explained" in asked
    assert not {"provision", "second_setting", "second_provision"} & set(asked)
    refused = press(client, url(plan), personal_budget="no")
    assert "Enter" in errors(refused)["explained"][0]
    press(client, url(plan), personal_budget="no", explained="A hospital school.")
    assert PlanReturn.objects.get(plan=plan).explained == "A hospital school."


def test_another_arrangement_needs_no_words(signed_in):
    plan = with_arrangement("EHE")
    client = signed_in("caseworker")
    assert "explained" not in client.get(url(plan)).context["form"].fields
    press(client, url(plan), personal_budget="no")
    assert PlanReturn.objects.get(plan=plan).provision == ""


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"provision": None}, "provision", "Choose the kind of place"),
        ({"provision": "attic"}, "provision", "valid"),
        ({"personal_budget": None}, "personal_budget", "Choose whether"),
        ({"organised": True}, "organised", "no personal budget"),
        ({"direct_payment": "DIRECT_PAYMENT:H"}, "direct_payment", "no personal"),
        ({"direct_payment": "SEX:F"}, "direct_payment", "valid"),
        ({"second_provision": "unit"}, "second_setting", "Choose the second"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.plan()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_the_second_setting_is_another_one_with_its_kind_of_place(signed_in):
    plan = build.plan()
    client = signed_in("caseworker")
    same = usual(second_setting=plan.setting, second_provision="unit")
    answer = press(client, url(plan), **same)
    assert "already" in errors(answer)["second_setting"][0]
    answer = press(client, url(plan), **usual(second_setting=build.setting()))
    assert "Choose the kind" in errors(answer)["second_provision"][0]


def test_a_plan_that_has_ended_is_told_of_too(signed_in):
    plan = build.plan()
    Plan.objects.filter(pk=plan.pk).update(
        standing=Standing.CEASED,
        ceased_on=date(2026, 11, 19),
        ceased_by=plan.issued_by,
        cease_reason="CEASE_REASON:9",
    )
    press(signed_in("caseworker"), url(plan), **usual())
    assert PlanReturn.objects.filter(plan=plan).exists()


def test_a_draft_is_not_told_of(signed_in):
    draft = build.plan(standing=Standing.DRAFT)
    assert signed_in("caseworker").get(url(draft)).status_code == 404


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.plan())).status_code == 403
    hidden = build.plan(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
