"""A child's badges are on every page that shows the child (PPL-2).

A child in danger must not look like any other on the page where somebody is about to
send a letter. The pages come from the access table, so that a new page is tried too.
"""

import re
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.ehcps.rules import Stage
from sendhub.intakes.rules import Kind
from sendhub.people import actions as people
from tests import build
from tests.architecture import subjects
from tests.architecture.test_access import PAGES
from tests.conftest import SignedIn

pytestmark = pytest.mark.django_db

# Pages about a child's record that show no child, and why.
NOT_SHOWN = {
    "casework:document-open": "a file as it was received, no page of ours",
    "letters:letter-open": "a letter as it goes to the family",
}
OF_A_CHILD = [
    page
    for page in PAGES
    if subjects.about_a_child(page) and page not in subjects.OF_HUB_SCHOOLS
]
# Lists show children too; what is typed after their address to find this one.
LISTS = {
    "people:child-search": "?q=Sesame",
    "casework:work-list": "?whose=everyone",
    "casework:case-list": "",
    "ehcps:request-list": "",
    "ehcps:plan-list": "",
    "intakes:intake-list": "",
    "nurture_hubs:referral-list": "",
    "nurture_hubs:board": "",
    "nurture_hubs:place-list": "",
}


def badges_on(answer: Any) -> set[str]:
    """The words of the badges in the body of a page."""
    main = answer.content.decode().partition("<main")[2]
    spans = re.findall(r'<span class="badge [^"]*">(.*?)</span>\s', f"{main} ")
    return {re.sub(r"<span.*?</span>", "", words).strip() for words in spans}


@pytest.fixture
def manager() -> User:
    """Somebody who may open every page about a child, a hub school's among them."""
    made = build.user("service_manager")
    made.groups.add(Group.objects.get(name="hub_school"))
    return made


@pytest.fixture
def client(manager: User, signed_in: SignedIn) -> Client:
    return signed_in(manager)


@pytest.mark.parametrize("name", OF_A_CHILD)
def test_a_page_about_a_child_shows_its_badges(
    name: str, client: Client, manager: User
) -> None:
    child = build.child()
    build.status(child, "protection_plan")
    args = subjects.address(name, child, [manager])

    answer: Any = client.get(reverse(name, args=args))

    assert answer.status_code == 200
    if name in NOT_SHOWN:
        assert answer.streaming
        b"".join(answer.streaming_content)  # reading to the end closes the file
    else:
        assert "Child protection plan" in badges_on(answer)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_shows_the_badges_of_each_child(name: str, client: Client) -> None:
    child = build.child(family_name="Sesame")
    build.status(child, "protection_plan")
    stage = Stage.ISSUED if name == "ehcps:plan-list" else Stage.REQUESTED
    build.assessment(child_=child, stage=stage)

    if name == "intakes:intake-list":
        build.intake(child_=child, kind=Kind.ATTENTION)
    if name == "nurture_hubs:referral-list":
        build.hubs.referral(child_=child)
    elif name.startswith("nurture_hubs:"):
        subjects.hub_place(child, [])
    answer = client.get(reverse(name) + LISTS[name])

    assert "Child protection plan" in badges_on(answer)


def test_a_page_says_who_is_restricted_and_who_has_died(
    client: Client, manager: User
) -> None:
    assessment = build.assessment()
    child = subjects.restricted(assessment.case.child, [manager])
    url = reverse("casework:note-add", args=[assessment.case_id])
    assert "Restricted" in badges_on(client.get(url))

    people.child_died(child=child, died_on=date(2026, 11, 1), by=manager)

    assert {"Restricted", "Has died"} <= badges_on(client.get(url))


def test_the_pages_left_out_are_pages() -> None:
    assert set(NOT_SHOWN) <= set(OF_A_CHILD)
