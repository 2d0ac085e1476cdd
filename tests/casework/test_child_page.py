"""What casework adds to a child's page and to the search."""

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.casework.casefile import child_panel, child_with_reference
from sendhub.casework.models import Case
from sendhub.people import casefile, finders
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


def test_the_childs_page_shows_open_cases_and_what_is_due(signed_in, case):
    build.deadline(case_=case, title="Send the final plan")
    build.deadline(case_=case, title="Long done", void=True)
    build.deadline(title="Of another child")
    text = seen(signed_in("caseworker").get(case.child.get_absolute_url()))
    assert "Work and cases" in text
    assert case.reference in text
    assert "Send the final plan" in text
    assert "Long done" not in text
    assert "Of another child" not in text


def test_a_closed_case_leaves_the_childs_page(case):
    Case.objects.update(closed_on=case.opened_on)
    assert child_panel(case.child, case.officer)["cases"] == []


def test_the_panel_hides_a_service_that_is_closed_to_them(only, case):
    build.deadline(case_=case)
    user = only(Permission.NOTE_ADD).user
    assert child_panel(case.child, user) == {"cases": [], "due": []}


def test_the_panel_asks_no_more_when_there_is_more(case, django_assert_max_num_queries):
    build.deadline(case_=case)
    for _ in range(3):
        build.deadline(case_=case)
    with django_assert_max_num_queries(3):  # who is away is loaded apart
        assert len(child_panel(case.child, case.officer)["due"]) == 4


def test_is_registered_with_the_childs_page_and_the_search(case):
    keys = [panel.key for panel in casefile.panels_for(case.child, case.officer)]
    assert "casework" in keys
    assert list(finders.found_by_others(case.officer, case.reference)) == [case.child]


@pytest.mark.parametrize("typed", ["{0}", " {1} ", "ehc {2}", "{2}", "#{2}"])
def test_finds_a_child_by_the_reference_of_a_case(case, typed):
    text = typed.format(case.reference, case.reference.lower(), case.pk)
    assert list(child_with_reference(case.officer, text)) == [case.child]


def test_a_reference_of_another_service_finds_nobody(case):
    assert list(child_with_reference(case.officer, f"HUB-{case.pk}")) == []


@pytest.mark.parametrize("typed", ["Osei", "", "EHC", "9434765919"])
def test_leaves_other_texts_to_others(case, typed):
    assert child_with_reference(case.officer, typed) is None


@pytest.mark.parametrize("typed", ["{}", " {} "])
def test_a_whole_reference_opens_its_case(signed_in, case, typed):
    client = signed_in("caseworker")
    answer = client.get("/children/", {"q": typed.format(case.reference.lower())})
    assert answer.url == case.get_absolute_url()
    assert client.get("/children/", {"q": str(case.pk)}).status_code == 200


def test_the_search_finds_no_restricted_child_by_reference(signed_in):
    case = build.case(child_=build.restricted_child(family_name="Canary"))
    client = signed_in("caseworker")
    answer = client.get("/children/", {"q": case.reference}, follow=True)
    assert "Canary" not in seen(answer)


def test_finding_a_child_by_a_case_is_written_down(signed_in, case):
    client = signed_in("caseworker")
    client.get(reverse("people:child-search"), {"q": case.reference})
    assert Look.objects.get(kind=Look.Kind.SEARCH).ids == [case.child_id]
