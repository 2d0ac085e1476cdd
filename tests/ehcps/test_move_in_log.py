"""Logging a plan that another authority transferred to us (TF-02 to TF-04)."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sendhub.casework.models import Case, Deadline
from sendhub.ehcps.models import MoveIn, Plan
from sendhub.ehcps.rules import Stage, Standing
from sendhub.people import actions as people
from tests import build
from tests.pages import errors, opened, press, seen, typed, written_over

pytestmark = pytest.mark.django_db


def url(child):
    return reverse("ehcps:move-in-log", args=[child.pk])


def usual(**changed):
    answers = {
        "authority": build.code("LA_CODE", "893"),
        "moved_on": date(2026, 10, 1),
        "transferred_on": date(2026, 10, 5),
        "made_on": date(2026, 3, 2),
        "primary_need": build.code("SEN_TYPE", "SLCN"),
        "arrangement": build.code("SEN_SETTING", "OTH"),
    }
    return {**answers, **changed}


def test_the_plan_is_ours_with_its_own_date_and_its_limits(signed_in):
    child = build.child()
    caseworker = signed_in("caseworker")
    answer = press(caseworker, url(child), **usual())
    plan = Plan.objects.get()
    assert answer.url == plan.get_absolute_url()
    assert (plan.standing, plan.issued_on) == (Standing.LIVE, date(2026, 3, 2))
    assert plan.assessment is None
    limits = Deadline.objects.open().filter(case=plan.case)
    assert dict(limits.values_list("rule", "due_on")) == {
        "TF-02": date(2026, 11, 16),
        "TF-03": date(2027, 3, 2),
    }
    page = seen(caseworker.get(plan.get_absolute_url()))
    assert "Shropshire provided and paid for everything in the plan until 4 Oct" in page
    assert "Its text will be the document that comes with it." in page
    case = seen(caseworker.get(plan.case.get_absolute_url()))
    assert "Made by Shropshire on 2 March 2026" in case
    assert "No request has been logged" not in case
    assert "of another authority, made 2 March 2026" in seen(
        caseworker.get(child.get_absolute_url())
    )


def test_the_plan_as_it_came_is_kept_and_opens(signed_in):
    child = build.child()
    caseworker = signed_in("caseworker")
    facts = written_over(opened(caseworker, url(child)), **usual())
    paper = SimpleUploadedFile("plan.pdf", b"%PDF-1.4\n%%EOF\n")
    caseworker.post(url(child), {**facts, "paper": paper})
    document = MoveIn.objects.get().document
    assert document.title == "EHC plan made by Shropshire"
    page = caseworker.get(Plan.objects.get().get_absolute_url()).content.decode()
    assert document.get_absolute_url() in page
    assert "Its text is the document that came with it" in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"authority": None}, "authority", "Choose"),
        ({"authority": "LA_CODE:884"}, "authority", "our own authority"),
        ({"moved_on": None}, "moved_on", "Enter"),
        ({"moved_on": date(2026, 11, 21)}, "moved_on", "today or in the past"),
        ({"transferred_on": None}, "transferred_on", "Enter"),
        ({"transferred_on": date(2026, 9, 30)}, "transferred_on", "1 October 2026"),
        ({"made_on": None}, "made_on", "Enter"),
        ({"made_on": date(2016, 5, 4)}, "made_on", "born"),
        ({"made_on": date(2026, 10, 6)}, "made_on", "cannot be newer"),
        ({"last_review_on": date(2026, 3, 1)}, "last_review_on", "2 March 2026"),
        ({"last_review_on": date(2026, 10, 6)}, "last_review_on", "our own review"),
        ({"primary_need": None}, "primary_need", "Choose"),
        ({"arrangement": None}, "setting", "Name the setting"),
        ({"secondary_need": "SEN_TYPE:SLCN"}, "secondary_need", "differ"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.child()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Case.objects.exists()


def test_a_setting_that_has_closed_is_not_named(signed_in):
    gone = build.setting("Gone School", authority_code="301", status="2")
    named = usual(arrangement=None, setting_urn=gone.urn)
    answer = press(signed_in("caseworker"), url(build.child()), **named)
    assert "Gone School is not open." in errors(answer)["setting_urn"][0]
    assert not Case.objects.exists()


def test_a_plan_that_is_here_already_is_led_to(signed_in):
    plan = build.plan()
    page = seen(signed_in("caseworker").get(url(plan.case.child)))
    assert "The child has a live plan here. Open the plan" in page
    assert "Log the plan" not in page


def test_an_open_request_is_closed_first(signed_in):
    made = build.assessment(stage=Stage.ASSESSING)
    client = signed_in("caseworker")
    facts = typed(**usual(), once="8a3e4c52-3f4c-4b7e-9a43-2f6f5e1c2b11", seen="")
    answer = client.post(url(made.case.child), facts)
    assert "open request here" in errors(answer)["__all__"][0]
    assert "Follow that one" in seen(answer)


def test_nothing_is_logged_for_a_child_who_died(signed_in):
    child = build.child(died_on=None)
    child_died(child)
    answer = press(signed_in("caseworker"), url(child), **usual())
    assert "has died" in errors(answer)["__all__"][0]


def child_died(child):
    people.child_died(
        child=child, died_on=date(2026, 11, 1), by=build.user("caseworker")
    )


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.child())).status_code == 403
    hidden = build.restricted_child()
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
