"""What browsers are told about every page, and what no page holds."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts import doors

pytestmark = pytest.mark.django_db

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGES = ["account_login", "mfa_index", "mfa_activate_totp", "account_change_password"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_kept_by_nobody_and_run_no_foreign_script(
    name: str, client: Client
) -> None:
    doors.sign_in(client, doors.person())
    if name == "account_login":
        client.logout()

    answer = client.get(reverse(name))

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    sorted(TEMPLATES.rglob("*.html")),
    ids=lambda p: str(p.relative_to(TEMPLATES)),
)
def test_no_template_holds_script_or_style_of_its_own(path: Path) -> None:
    text = path.read_text()

    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=", text)
    assert not re.search(r"<[a-z][^>]*\son[a-z]+=\"", text)


def test_a_page_that_is_not_there_has_the_headers_too(client: Client) -> None:
    answer = client.get("/no/such/page/")

    assert "no-store" in answer["Cache-Control"]
    assert "camera=()" in answer["Permissions-Policy"]


def test_behind_a_proxy_the_persons_own_address_counts() -> None:
    from django.http import HttpResponse
    from django.test import RequestFactory

    from sendhub.audit.middleware import BehindProxyMiddleware

    request = RequestFactory().get(
        "/", headers={"x-forwarded-for": "6.6.6.6, 10.1.2.3"}
    )
    BehindProxyMiddleware(lambda _: HttpResponse())(request)

    assert request.META["REMOTE_ADDR"] == "10.1.2.3"
