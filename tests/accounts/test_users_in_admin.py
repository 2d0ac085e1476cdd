"""People in Django admin: added, changed, shut out and found; all is written down."""

from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.roles import ROLES, RoleKey
from sendhub.audit.models import Act
from tests import build
from tests.accounts import doors

pytestmark = pytest.mark.django_db

LIST = reverse("admin:accounts_user_changelist")


def add(client: Client, **more: Any) -> Any:
    roles = Group.objects.filter(name__in=more.pop("roles", ["caseworker"]))
    typed = {
        "email": "New.Person@Example.org",
        "name": "New Person",
        "job_title": "",
        "team": "",
        "password1": doors.PASSWORD,
        "password2": doors.PASSWORD,
        "groups": [group.pk for group in roles],
    }
    return client.post(reverse("admin:accounts_user_add"), {**typed, **more})


def change(client: Client, user: User, **more: Any) -> Any:
    typed = {
        "email": user.email,
        "name": user.name,
        "job_title": user.job_title,
        "team": user.team_id or "",
        "is_active": "on",
        "groups": list(user.groups.values_list("pk", flat=True)),
    }
    url = reverse("admin:accounts_user_change", args=[user.pk])
    return client.post(url, {**typed, **more})


def test_adds_somebody_who_can_then_sign_in(signed_in: Any) -> None:
    client = signed_in("administrator")

    add(client)

    made = User.objects.get(email="new.person@example.org")
    assert made.role_keys == [RoleKey.CASEWORKER]
    browser = Client()
    doors.sign_in(browser, made)
    assert doors.is_signed_in(browser)


def test_writes_down_who_was_given_which_roles(signed_in: Any) -> None:
    client = signed_in("administrator")

    add(client, roles=["caseworker", "team_manager"])

    made = User.objects.get(email="new.person@example.org")
    acts = Act.objects.filter(about_type="accounts.user", about_id=made.pk)
    sentences = sorted(act.sentence for act in acts)
    assert sentences == [
        "Roles of New Person: Caseworker, Team manager",
        "User “New Person” added",
    ]
    assert {act.by_id for act in acts} == {client.user.pk}


def test_keeps_each_role_given_or_taken_however_it_was() -> None:
    user = build.user("caseworker")
    user.groups.clear()

    events = apps.get_model("accounts.RoleHeldEvent").objects.filter(user=user)
    assert [e.pgh_label for e in events.order_by("pgh_id")] == ["insert", "delete"]


def test_says_what_each_role_is_for(signed_in: Any) -> None:
    page = signed_in("administrator").get(reverse("admin:accounts_user_add"))

    for role in ROLES.values():
        assert role.purpose in unescape(page.content.decode())


def test_refuses_an_address_that_is_there_already(signed_in: Any) -> None:
    build.user(email="new.person@example.org")

    answer = add(signed_in("administrator"))

    assert answer.status_code == 200
    assert "already" in answer.content.decode()


def test_ends_somebodys_access_without_deleting_them(signed_in: Any) -> None:
    client, user = signed_in("administrator"), doors.person()

    change(client, user, is_active="")
    user.refresh_from_db()
    assert not user.is_active

    delete = reverse("admin:accounts_user_delete", args=[user.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403


def test_keeps_one_administrator(signed_in: Any) -> None:
    client = signed_in("administrator")

    answer = change(client, client.user, groups=[])

    assert "Nobody else is an administrator." in answer.content.decode()


def test_changes_the_address_somebody_signs_in_with(signed_in: Any) -> None:
    user = doors.person(email="before@example.org")
    Client().post(reverse("account_reset_password"), {"email": user.email})

    change(signed_in("administrator"), user, email="After@example.org")

    old, new = Client(), Client()
    doors.sign_in(old, "before@example.org")
    doors.sign_in(new, "after@example.org")
    assert (doors.is_signed_in(old), doors.is_signed_in(new)) == (False, True)


def test_sets_a_password_and_writes_that_down(signed_in: Any) -> None:
    client, user = signed_in("administrator"), doors.person()
    url = reverse("admin:auth_user_password_change", args=[user.pk])
    new = "copper lantern thistle"

    client.post(url, {"password1": new, "password2": new})

    browser = Client()
    doors.sign_in(browser, user, new)
    assert doors.is_signed_in(browser)
    act = Act.objects.get(act="accounts.admin_change", about_id=user.pk)
    assert "assword" in act.sentence
    assert new not in act.sentence


def test_resets_a_second_step(signed_in: Any) -> None:
    client, user = signed_in("administrator"), doors.person()
    doors.app_of(user)

    client.post(
        LIST,
        {"action": "reset_second_step", "_selected_action": [user.pk]},
    )

    assert not doors.has_app(user)
    act = Act.objects.get(act="accounts.second_factor_reset")
    assert act.sentence == f"Second step of {user.name} reset"


def test_finds_the_people_of_a_role(signed_in: Any) -> None:
    build.user("auditor", name="Ines Vale")
    build.user("caseworker", name="Cara Webb")

    page = signed_in("administrator").get(LIST, {"role": "auditor"})

    assert "Ines Vale" in page.content.decode()
    assert "Cara Webb" not in page.content.decode()


def test_lists_people_in_few_queries(signed_in: Any, queries_stay_flat: Any) -> None:
    queries_stay_flat(
        signed_in("administrator"),
        LIST,
        lambda: build.user("caseworker", team=build.team()),
    )
