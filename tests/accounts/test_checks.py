"""What `manage.py check` says of a view without an owner and of a real site."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from psycopg.conninfo import make_conninfo

from sendhub.accounts.checks import second_step_is_obligatory, site_cannot_alter_history
from sendhub.core import access
from tests.audit.roles import as_site, site_settings

ROOT = Path(__file__).parents[2]
REAL_SITE = {
    "SENDHUB_SECRET_KEY": "only-for-this-test-9f8e7d6c5b4a39281706f5e4d3c2b1a0-xyz",
    "SENDHUB_HOSTS": "sendhub.example.gov.uk",
    "SENDHUB_BEHIND_PROXY": "1",
}


def address(settings: dict[str, Any]) -> str:
    """Write a database's settings as one address."""
    return make_conninfo(
        host=settings["HOST"],
        port=settings["PORT"],
        dbname=settings["NAME"],
        user=settings["USER"],
        password=settings["PASSWORD"],
    )


def check_deploy(url: str, **environment: str) -> str:
    """Run the check as a real site would; give what it says."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SENDHUB_", "DJANGO_", "DATABASE_"))
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=ROOT,
        env={**kept, "DATABASE_URL": url, **REAL_SITE, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.django_db
def test_finds_nothing_where_the_site_has_a_role_of_its_own() -> None:
    found = check_deploy(address(site_settings()))

    assert "no issues" in found


@pytest.mark.django_db
def test_finds_nothing_but_the_owners_rights_when_run_as_the_owner() -> None:
    found = check_deploy(address(connection.settings_dict))

    assert "identified 1 issue" in found
    assert "sendhub.W001" in found


@pytest.mark.django_db
def test_finds_a_site_without_a_second_step() -> None:
    found = check_deploy(address(connection.settings_dict), SENDHUB_SECOND_FACTOR="0")

    assert "sendhub.W003" in found


def test_says_so_when_there_is_no_database() -> None:
    found = check_deploy("host=127.0.0.1 port=1 dbname=x user=x connect_timeout=1")

    assert "sendhub.W002" in found


@pytest.mark.django_db
def test_is_content_with_the_restricted_role() -> None:
    with as_site():
        assert site_cannot_alter_history() == []


@pytest.mark.django_db
def test_is_content_with_an_obligatory_second_step(settings: Any) -> None:
    settings.SECOND_FACTOR_OBLIGATORY = True
    assert second_step_is_obligatory() == []


def says_nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@access.public
def says_public(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


class Urls:
    urlpatterns = [
        path("a/", says_public, name="a"),
        path("b/", include(([path("c/", says_nothing, name="c")], "inner"))),
    ]


def test_finds_a_view_that_says_nothing_about_access(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Resolver:
        url_patterns = Urls.urlpatterns

    monkeypatch.setattr(access, "get_resolver", Resolver)

    [error] = access.every_view_says_who_may_open_it()

    assert error.id == "sendhub.E001"
    assert "inner:c" in error.msg


def test_every_view_of_ours_says_it() -> None:
    assert settings.ROOT_URLCONF == "sendhub.urls"
    assert access.every_view_says_who_may_open_it() == []
