"""The pages outside the access table: signing in, what failed, Django admin."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.ehcps.rules import Stage
from tests import build
from tests.accounts import doors
from tests.browser.conftest import Visit, look_at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person(transactional_db: None) -> User:
    """Somebody with a password."""
    return doors.person("service_manager")


def test_setting_up_the_second_step(visit: Visit, person: User, client: Client) -> None:
    doors.sign_in(client, person)
    names = ("mfa_index", "mfa_activate_totp", "account_change_password")
    assert look_at(visit, client, [reverse(name) for name in names]) == {}


def test_what_the_second_step_is_kept_by(
    visit: Visit, person: User, client: Client
) -> None:
    doors.sign_in(client, person)
    doors.app_of(person)
    doors.recovery_codes_of(person)
    names = (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "mfa_reauthenticate",
        "account_reauthenticate",
    )
    assert look_at(visit, client, [reverse(name) for name in names]) == {}


def test_the_second_step_at_the_door(
    visit: Visit, person: User, client: Client
) -> None:
    doors.app_of(person)
    doors.sign_in(client, person)
    assert not doors.is_signed_in(client)
    assert look_at(visit, client, [reverse("mfa_authenticate")]) == {}


def test_a_forgotten_password(visit: Visit, person: User, client: Client) -> None:
    client.post(reverse("account_reset_password"), {"email": person.email})
    [link] = [w for w in mail.outbox[0].body.split() if "/sign-in/forgotten/" in w]
    names = (
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_inactive",
        "account_logout",
    )
    old = reverse("account_reset_password_from_key", args=["1", "2-ended"])
    urls = [*map(reverse, names), f"/{link.split('/', 3)[3]}", old]
    assert look_at(visit, None, urls) == {}


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503, 507])
def test_a_page_that_failed(
    visit: Visit, manager: User, settings: Any, status: int
) -> None:
    settings.ROOT_URLCONF = "tests.browser.troubles"
    urls = ["/no/such/page/"] if status == 404 else [f"/fails/{status}/"]
    if status == 403:
        urls.append("/fails/expired/")
    for who in (manager, None) if status != 404 else (manager,):
        assert look_at(visit, who, urls, answers=status) == {}


def test_django_admin(visit: Visit, transactional_db: None) -> None:
    administrator = build.user("administrator")
    urls = [
        reverse("admin:index"),
        reverse("admin:accounts_user_changelist"),
        reverse("admin:accounts_user_add"),
        reverse("admin:accounts_user_change", args=[administrator.pk]),
    ]
    assert look_at(visit, administrator, urls) == {}


def test_children_found_and_a_long_chronology(visit: Visit, manager: User) -> None:
    child = build.child(family_name="Sesame")
    build.child(family_name="Sesame")
    build.status(child, "protection_plan")
    build.address(child)
    build.contact(child)
    case = build.assessment(child_=child, stage=Stage.ISSUED).case
    for _ in range(12):
        build.note(case_=case)
    urls = [
        reverse("people:child-search") + "?q=Sesame",
        reverse("people:child-search") + "?q=Nobody+Such",
        reverse("people:child-chronology", args=[child.pk]),
        reverse("casework:note-list", args=[case.pk]),
    ]
    assert look_at(visit, manager, urls) == {}
