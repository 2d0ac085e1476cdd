"""A plan's own page."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.ehcps.rules import Section
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:plan-page", args=[plan.pk])


def test_the_plan_s_page_shows_its_text_by_version(signed_in):
    plan = build.plan()
    page = signed_in("caseworker").get(url(plan))
    assert build.TEXTS[Section.F] in seen(page)
    assert "First review by" in seen(page)
    older = signed_in("caseworker").get(url(plan), {"version": "1"})
    assert "I. Setting" not in seen(older)
    nowhere = signed_in("caseworker").get(url(plan), {"version": "9"})
    assert nowhere.status_code == 404


def test_a_role_that_does_not_read_plans_sees_no_text(signed_in):
    page = signed_in("finance_officer").get(url(build.plan()))
    assert build.TEXTS[Section.F] not in seen(page)


@pytest.mark.parametrize("page", ["plan-page", "plan-write", "plan-issue"])
def test_opening_a_page_of_a_plan_is_a_look_noted_once(signed_in, page):
    plan = build.plan()
    manager = signed_in("team_manager")
    for _ in range(2):
        manager.get(reverse(f"ehcps:{page}", args=[plan.pk]))
    look = Look.objects.get(by_id=manager.user.pk)
    assert (look.child_id, look.about_id) == (plan.case.child_id, plan.case_id)


@pytest.mark.parametrize(
    ("page", "title"), [("plan-page", "EHC plan"), ("plan-issue", "Issue the plan")]
)
def test_the_way_to_a_page_of_a_plan_goes_through_its_case(signed_in, page, title):
    plan = build.plan()
    answer = signed_in("team_manager").get(reverse(f"ehcps:{page}", args=[plan.pk]))
    titles = [crumb["title"] for crumb in answer.context["breadcrumbs"]]
    child, case = plan.case.child, plan.case
    assert titles == ["My work", child.known_as, case.reference, title]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("hub_school").get(url(build.plan())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(plan)).status_code == 404
