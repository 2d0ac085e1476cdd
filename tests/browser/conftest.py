"""A real Chromium against a real server: what people and their aids meet."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sendhub.accounts.models import User
from tests import build
from tests.browser.keyboard import not_by_tab

CHROMIUM = os.environ.get("SENDHUB_CHROMIUM", "")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, NARROW, NARROWEST = 1280, 375, 320
AXE = Path(__file__).with_name("axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = f"{{runOnly: {RULES}, resultTypes: ['violations']}}"
RUN_AXE = f"""async () => (await axe.run({ASKED})).violations.map(
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
    """Give a window of somebody signed in, or of a test client; else a stranger's."""
    windows: list[BrowserContext] = []

    def open_window(who: User | Client | None = None, **options: Any) -> BrowserContext:
        options.setdefault("viewport", {"width": WIDE, "height": 900})
        window = chromium.new_context(base_url=live_server.url, **options)
        windows.append(window)
        client = who
        if isinstance(who, User):
            client = Client()
            client.force_login(who)
        if isinstance(client, Client):
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
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE)
    return found + sideways(page)


def sideways(page: Page) -> list[str]:
    """Whether the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return ["scrolls sideways"] if wide else []


def look_at(
    visit: Visit, who: User | Client | None, urls: list[str], *, answers: int = 200
) -> dict[str, list[str]]:
    """Open each address; give what is wrong with it on a screen of each width.

    A page is loaded once and the screen made narrower, as on a tablet that is turned.
    """
    wrong: dict[str, list[str]] = defaultdict(list)
    page = visit(who).new_page()
    said: list[Any] = []
    page.on("console", lambda message: said.append(message))
    page.on("pageerror", lambda error: said.append(error))
    for url in urls:
        page.set_viewport_size({"width": WIDE, "height": 800})
        said.clear()
        answer: Any = page.goto(url)
        wrong[url] += scolded(said, answers)
        if answer.status != answers:
            wrong[url].append(f"answers {answer.status}")
        wrong[f"{url} at {WIDE}"] += complaints(page) + not_by_tab(page)
        page.set_viewport_size({"width": NARROW, "height": 800})
        wrong[f"{url} at {NARROW}"] += complaints(page)
        page.set_viewport_size({"width": NARROWEST, "height": 800})
        wrong[f"{url} at {NARROWEST}"] += sideways(page)
    return {where: what for where, what in wrong.items() if what}


def scolded(said: list[Any], answers: int) -> list[str]:
    """What the browser says against a page while loading it, but for its status."""
    words = [
        f"{w.text}" if hasattr(w, "text") else f"{w}"
        for w in said
        if getattr(w, "type", "error") in ("error", "warning")
    ]
    return [w for w in words if answers == 200 or f"status of {answers}" not in w]
