"""Children as you type, by keyboard and by mouse, on every page with a search box."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from sendhub.accounts.models import User
from sendhub.people.models import Child
from tests import build
from tests.browser.conftest import NARROW, Visit, complaints

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = reverse("schools:setting-list")


@pytest.fixture
def zoe(manager: User) -> Child:
    child = build.child(given_names="Zoë", family_name="Price")
    build.status(child, "protection_plan")
    build.child(given_names="Zoe", family_name="Prosser")
    return child


def typing(visit: Visit, who: User, text: str, **options: Any) -> Page:
    page = visit(who, **options).new_page()
    page.goto(PAGE)
    page.locator("#site-search").press_sequentially(text)
    return page


def test_a_child_is_opened_by_keyboard(visit: Visit, manager: User, zoe: Child) -> None:
    page = typing(visit, manager, "zoe pri")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Price, Zoë")
    expect(option).to_contain_text("Child protection plan")
    box = page.locator("#site-search")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "site-search-option-0")
    assert complaints(page) == []
    box.press("Enter")
    page.wait_for_url(f"**{zoe.get_absolute_url()}")


def test_a_child_is_opened_by_mouse_on_a_small_screen(
    visit: Visit, manager: User, zoe: Child
) -> None:
    small = {"width": NARROW, "height": 700}
    page = typing(visit, manager, "zoe pri", viewport=small)
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    assert complaints(page) == []
    option.click()
    page.wait_for_url(f"**{zoe.get_absolute_url()}")


def test_escape_closes_the_list_and_enter_sends_the_form(
    visit: Visit, manager: User, zoe: Child
) -> None:
    page = typing(visit, manager, "zoe")
    expect(page.get_by_role("listbox")).to_be_visible()
    box = page.locator("#site-search")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("zoe")
    box.press("Enter")
    page.wait_for_url("**/children/?q=zoe")


def test_the_list_goes_round_and_ends_at_all_results(
    visit: Visit, manager: User, zoe: Child
) -> None:
    page = typing(visit, manager, "zoe")
    expect(page.get_by_role("listbox")).to_be_visible()
    box = page.locator("#site-search")
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url("**/children/?q=zoe")


def test_what_was_found_is_said_aloud(visit: Visit, manager: User, zoe: Child) -> None:
    page = typing(visit, manager, "zoe")
    expect(page.get_by_role("status").first).to_have_text("2 children.")


def test_a_list_that_comes_too_late_is_not_shown(
    visit: Visit, manager: User, zoe: Child
) -> None:
    page = typing(visit, manager, "zoe")
    expect(page.get_by_role("listbox")).to_be_visible()
    box = page.locator("#site-search")
    box.fill("z")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_page_of_the_search_has_both_boxes(
    visit: Visit, manager: User, zoe: Child
) -> None:
    page = visit(manager).new_page()
    page.goto(reverse("people:child-search"))
    page.locator("#find-child").press_sequentially("zoe")
    expect(page.locator("#find-child-list")).to_be_visible()
    assert complaints(page) == []
