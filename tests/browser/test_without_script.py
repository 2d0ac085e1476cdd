"""Every form answers without JavaScript, sent with the Enter key as it opens."""

from collections import defaultdict
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sendhub.accounts.models import User
from tests import build
from tests.architecture import subjects
from tests.browser.conftest import Visit
from tests.browser.test_every_page import BY_APP

pytestmark = pytest.mark.django_db(transaction=True)

# What only a script could bring to life: a button that sends nothing, a link that
# leads nowhere, a box that belongs to no form.
DEAD = """[...document.querySelectorAll('a, button, input, select, textarea')]
    .filter((e) => e.checkVisibility({visibilityProperty: true})
        && (e.matches('a') ? !e.getAttribute('href') || e.hash === '#' ||
            e.getAttribute('href') === '#' || e.protocol === 'javascript:'
          : !e.form || e.type === 'button'))
    .map((e) => e.outerHTML.slice(0, 120))"""


def what_is_wrong(page: Page, url: str) -> list[str]:
    """Open a page, press Enter on the button of its form, and see what comes."""
    opened: Any = page.goto(url)
    wrong = [] if opened.ok else [f"answers {opened.status}"]
    wrong += [f"does nothing: {what}" for what in page.evaluate(DEAD)]
    button = page.locator("main form button[type=submit]:visible").first
    if not button.count():
        return wrong
    with page.expect_navigation() as sent:
        button.press("Enter")
    answer: Any = sent.value
    if not answer.ok:
        wrong.append(f"the form answers {answer.status}")
    if page.locator("main h1").count() != 1:
        wrong.append("the form answers with no page")
    return wrong


@pytest.mark.parametrize("app", sorted(BY_APP))
def test_every_form_answers(visit: Visit, manager: User, app: str) -> None:
    page = visit(manager, java_script_enabled=False).new_page()
    wrong: dict[str, list[str]] = defaultdict(list)
    for name in BY_APP[app]:
        args = subjects.address(name, build.child(), [manager])
        wrong[name] += what_is_wrong(page, reverse(name, args=args))
    assert {name: what for name, what in wrong.items() if what} == {}


def test_a_control_that_does_nothing_is_found(
    visit: Visit, transactional_db: None
) -> None:
    page = visit(java_script_enabled=False).new_page()
    page.set_content(
        "<a href='/fine'>Fine</a><a href='#'>Nowhere</a><a>Nothing</a>"
        "<button>Lost</button><form><button>Fine</button></form>"
    )
    assert len(page.evaluate(DEAD)) == 3
