"""A real Chromium against a real server: what people and their aids meet."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sendhub.accounts.models import User
from tests import build

CHROMIUM = os.environ.get("SENDHUB_CHROMIUM", "")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, NARROW = 1280, 375
AXE = Path(__file__).with_name("axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = f"""async () => (await axe.run({{runOnly: {RULES}}})).violations.map(
    (v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the browser's tests out, and say so, where there is no browser."""
    for item in items:
        if "tests/browser/test_" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium was found"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a file of tests; while it runs no other event loop may."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


Visit = Callable[..., BrowserContext]


@pytest.fixture
def visit(chromium: Browser, live_server: Any) -> Iterator[Visit]:
    """Give a window of somebody signed in; of a stranger without `user`."""
    windows: list[BrowserContext] = []

    def open_window(user: User | None = None, **options: Any) -> BrowserContext:
        options.setdefault("viewport", {"width": WIDE, "height": 900})
        window = chromium.new_context(base_url=live_server.url, **options)
        windows.append(window)
        if user:
            client = Client()
            client.force_login(user)
            name = settings.SESSION_COOKIE_NAME
            value = client.cookies[name].value
            window.add_cookies([{"name": name, "value": value, "url": live_server.url}])
        return window

    yield open_window
    for window in windows:
        window.close()


@pytest.fixture
def manager(transactional_db: None) -> User:
    """Somebody who may open nearly every page."""
    return build.user("service_manager", name="Margaret Oakes")


def complaints(page: Page) -> list[str]:
    """What axe finds wrong, and whether the page scrolls sideways."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE)
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append("scrolls sideways")
    return found
