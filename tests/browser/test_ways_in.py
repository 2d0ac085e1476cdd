"""By keyboard alone, without JavaScript, and as a stranger with the README."""

import pytest
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.casework.models import Note
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Stage
from tests import build
from tests.browser.conftest import NARROW, Visit
from tests.browser.keyboard import not_by_tab

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "a quiet river in spring"


def test_a_decision_is_recorded_by_keyboard_alone(visit: Visit, manager: User) -> None:
    assessment = build.assessment()
    page = visit(manager).new_page()
    page.goto(reverse("ehcps:assessment-decide", args=[assessment.pk]))
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.activeElement.textContent").strip().startswith("Skip")
    )
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "assess":
            break
    page.keyboard.press("Space")
    for part in ("1", "10", "2026"):
        page.keyboard.press("Tab")
        page.keyboard.type(part)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{assessment.case.get_absolute_url()}*")
    assert NeedsAssessment.objects.get().stage == Stage.ASSESSING


def test_what_tab_misses_or_does_not_show_is_told(
    visit: Visit, transactional_db: None
) -> None:
    page = visit().new_page()
    page.set_content(
        "<a href='/a'>Fine</a> <a href='/b' tabindex='-1'>Out of reach</a>"
        "<a href='/c' style='outline: none'>Not shown</a>"
    )
    missed, unseen = not_by_tab(page)
    assert missed.startswith("Tab misses")
    assert "Out of reach" in missed
    assert unseen.startswith("shows no focus")
    assert "Not shown" in unseen


def test_a_note_is_added_without_javascript_on_a_telephone(
    visit: Visit, manager: User
) -> None:
    case = build.case()
    window = visit(
        manager,
        java_script_enabled=False,
        viewport={"width": NARROW, "height": 700},
    )
    page = window.new_page()
    page.goto(case.get_absolute_url())
    page.click("summary:has-text('What you can do')")
    page.click("text=Add a note")
    page.get_by_label("Call", exact=True).check()
    page.fill("[name=text]", "Mother rang: she agrees to the meeting.")
    page.click("main form button[type=submit]")
    assert "Mother rang" in page.locator("main").inner_text()
    assert Note.objects.get().written_by == manager


def test_menu_and_acts_are_folded_without_javascript_on_a_telephone_alone(
    visit: Visit, manager: User
) -> None:
    case = build.case()
    for width, folded in ((NARROW, True), (1280, False)):
        window = visit(
            manager, java_script_enabled=False, viewport={"width": width, "height": 700}
        )
        page = window.new_page()
        page.goto(case.get_absolute_url())
        menu = page.locator(".services").get_by_role("link", name="My work")
        act = page.get_by_role("link", name="Add a note")
        assert (menu.is_visible(), act.is_visible()) == (not folded, not folded)
        if folded:
            page.click("summary:has-text('Menu')")
            assert menu.is_visible()
        else:
            assert not page.locator("summary:has-text('Menu')").is_visible()


def test_a_stranger_s_first_ten_minutes(visit: Visit, transactional_db: None) -> None:
    user = build.user(
        "caseworker", email="caseworker@example.org", password=PASSWORD, name="Carys"
    )
    child = build.child(given_names="Łukasz", family_name="Kowalczyk")
    page = visit().new_page()

    page.goto("/")
    page.fill("[name=login]", "caseworker@example.org")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/work/")

    page.fill("header [name=q]", "kowalczk lukas")
    page.keyboard.press("Enter")
    page.click("text=Kowalczyk, Łukasz")
    page.click("text=Log a request for an assessment")
    for part, typed in (("day", "1"), ("month", "October"), ("year", "2026")):
        page.fill(f"[name=received_on_{part}]", typed)
    page.check("text=School or other education setting")
    page.fill("[name=reasons]", "He cannot follow lessons.")
    page.click("main form button[type=submit]")

    assert "12 Nov 2026" in page.locator("main").inner_text()
    assessment = NeedsAssessment.objects.get()
    assert (assessment.case.child, assessment.logged_by) == (child, user)
    page.goto("/work/")
    assert "Łukasz Kowalczyk" in page.locator("main").inner_text()
