"""Django admin: who may come in, what they may see, and what is written down."""

from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import Team, User
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import ROLES, RoleKey
from sendhub.audit.models import Act, Look
from sendhub.people.models import LocalityArea
from tests import build
from tests.accounts import doors

pytestmark = pytest.mark.django_db

SEEN = {
    "administrator": {
        "accounts.team",
        "accounts.user",
        "audit.act",
        "audit.look",
        "audit.signin",
        "core.code",
        "core.partnership",
        "people.localityarea",
        "schools.setting",
    },
    "data_officer": {
        "audit.act",
        "audit.look",
        "audit.signin",
        "core.code",
        "schools.setting",
    },
    "service_manager": {"audit.act", "audit.look", "audit.signin"},
    "auditor": {
        "audit.act",
        "audit.look",
        "audit.signin",
        "casework.case",
        "casework.deadline",
        "casework.document",
        "casework.note",
        "ehcps.needsassessment",
        "ehcps.plan",
        "people.child",
    },
}
REGISTERED = sorted(model._meta.label_lower for model in admin.site._registry)


def list_of(label: str) -> str:
    """The address of a model's list."""
    return reverse(f"admin:{label.replace('.', '_')}_changelist")


@pytest.mark.parametrize("role", list(ROLES))
def test_shows_each_role_its_own_lists(role: str, signed_in: Any) -> None:
    client = signed_in(role)
    allowed = SEEN.get(role, set())

    if not allowed:
        assert client.get(reverse("admin:index"), follow=True).status_code == 403
    for label in REGISTERED:
        status = client.get(list_of(label), follow=True).status_code
        assert status == (200 if label in allowed else 403), label


def test_registers_nothing_of_the_libraries() -> None:
    assert all(m.__module__.startswith("sendhub.") for m in admin.site._registry)
    assert apps.get_model("auth.Group") not in admin.site._registry


def test_sends_strangers_to_our_sign_in(client: Client) -> None:
    answer = client.get(list_of("accounts.user"), follow=True)

    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
    assert answer.status_code == 200


def test_refuses_staff_without_a_role_for_it(signed_in: Any) -> None:
    answer = signed_in("caseworker").get(reverse("admin:index"), follow=True)

    assert answer.status_code == 403


class TestUsers:
    def add(self, client: Client, **more: Any) -> Any:
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

    def change(self, client: Client, user: User, **more: Any) -> Any:
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

    def test_adds_somebody_who_can_then_sign_in(self, signed_in: Any) -> None:
        client = signed_in("administrator")

        self.add(client)

        made = User.objects.get(email="new.person@example.org")
        assert made.role_keys == [RoleKey.CASEWORKER]
        browser = Client()
        doors.sign_in(browser, made)
        assert doors.is_signed_in(browser)

    def test_writes_down_who_was_given_which_roles(self, signed_in: Any) -> None:
        client = signed_in("administrator")

        self.add(client, roles=["caseworker", "team_manager"])

        made = User.objects.get(email="new.person@example.org")
        acts = Act.objects.filter(about_type="accounts.user", about_id=made.pk)
        sentences = sorted(act.sentence for act in acts)
        assert sentences == [
            "Roles of New Person: Caseworker, Team manager",
            "User “New Person” added",
        ]
        assert {act.by_id for act in acts} == {client.user.pk}

    def test_keeps_each_role_given_or_taken_however_it_was(self) -> None:
        user = build.user("caseworker")
        user.groups.clear()

        events = apps.get_model("accounts.RoleHeldEvent").objects.filter(user=user)
        assert [e.pgh_label for e in events.order_by("pgh_id")] == ["insert", "delete"]

    def test_says_what_each_role_is_for(self, signed_in: Any) -> None:
        page = signed_in("administrator").get(reverse("admin:accounts_user_add"))

        for role in ROLES.values():
            assert role.purpose in unescape(page.content.decode())

    def test_refuses_an_address_that_is_there_already(self, signed_in: Any) -> None:
        build.user(email="new.person@example.org")

        answer = self.add(signed_in("administrator"))

        assert answer.status_code == 200
        assert "already" in answer.content.decode()

    def test_ends_somebodys_access_without_deleting_them(self, signed_in: Any) -> None:
        client, user = signed_in("administrator"), doors.person()

        self.change(client, user, is_active="")
        user.refresh_from_db()
        assert not user.is_active

        delete = reverse("admin:accounts_user_delete", args=[user.pk])
        assert client.post(delete, {"post": "yes"}).status_code == 403

    def test_keeps_one_administrator(self, signed_in: Any) -> None:
        client = signed_in("administrator")

        answer = self.change(client, client.user, groups=[])

        assert "Nobody else is an administrator." in answer.content.decode()

    def test_changes_the_address_somebody_signs_in_with(self, signed_in: Any) -> None:
        user = doors.person(email="before@example.org")
        Client().post(reverse("account_reset_password"), {"email": user.email})

        self.change(signed_in("administrator"), user, email="After@example.org")

        old, new = Client(), Client()
        doors.sign_in(old, "before@example.org")
        doors.sign_in(new, "after@example.org")
        assert (doors.is_signed_in(old), doors.is_signed_in(new)) == (False, True)

    def test_sets_a_password_and_writes_that_down(self, signed_in: Any) -> None:
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

    def test_resets_a_second_step(self, signed_in: Any) -> None:
        client, user = signed_in("administrator"), doors.person()
        doors.app_of(user)

        client.post(
            list_of("accounts.user"),
            {"action": "reset_second_step", "_selected_action": [user.pk]},
        )

        assert not doors.has_app(user)
        act = Act.objects.get(act="accounts.second_factor_reset")
        assert act.sentence == f"Second step of {user.name} reset"

    def test_finds_the_people_of_a_role(self, signed_in: Any) -> None:
        build.user("auditor", name="Ines Vale")
        build.user("caseworker", name="Cara Webb")

        page = signed_in("administrator").get(
            list_of("accounts.user"), {"role": "auditor"}
        )

        assert "Ines Vale" in page.content.decode()
        assert "Cara Webb" not in page.content.decode()

    def test_lists_people_in_few_queries(
        self, signed_in: Any, queries_stay_flat: Any
    ) -> None:
        queries_stay_flat(
            signed_in("administrator"),
            list_of("accounts.user"),
            lambda: build.user("caseworker", team=build.team()),
        )


class TestReferenceData:
    def test_changes_the_partnership_and_writes_it_down(self, signed_in: Any) -> None:
        client = signed_in("administrator")
        url = client.get(list_of("core.partnership"))["Location"]

        client.post(
            url,
            {
                "name": "Our partnership",
                "authority": "Ours",
                "authority_code": "884",
                "glass_hours": 12,
            },
        )

        act = Act.objects.get(act="accounts.admin_change")
        assert act.sentence.startswith("Partnership “Our partnership” changed:")

    def test_adds_and_deletes_a_locality_area(self, signed_in: Any) -> None:
        client, team = signed_in("administrator"), build.team(locality="north")
        add = reverse("admin:people_localityarea_add")

        client.post(add, {"postcode_start": "HR6", "team": team.pk})
        area = LocalityArea.objects.get()
        delete = reverse("admin:people_localityarea_delete", args=[area.pk])
        client.post(delete, {"post": "yes"})

        assert not LocalityArea.objects.exists()
        acts = Act.objects.filter(act__startswith="accounts.admin_").order_by("pk")
        assert [act.act for act in acts] == [
            "accounts.admin_add",
            "accounts.admin_delete",
        ]

    def test_changes_a_code_whose_key_is_a_word(self, signed_in: Any) -> None:
        client, code = signed_in("data_officer"), build.code("SEX", "F")
        url = reverse("admin:core_code_change", args=[code.pk])

        client.post(url, {"meaning": "Female", "first_return": "2023", "position": "0"})

        assert Act.objects.get(act="accounts.admin_change").about_id is None

    def test_does_not_delete_teams(self, signed_in: Any) -> None:
        team = Team.objects.create(name="Old team")
        url = reverse("admin:accounts_team_delete", args=[team.pk])

        assert signed_in("administrator").get(url).status_code == 403

    def test_leaves_what_the_register_says_as_it_is(self, signed_in: Any) -> None:
        setting = build.setting("Lower Wick")
        url = reverse("admin:schools_setting_change", args=[setting.pk])

        client = signed_in("administrator")
        client.post(url, {"name": "Changed", "senco_name": "Mrs Senco"})

        setting.refresh_from_db()
        assert (setting.name, setting.senco_name) == ("Lower Wick", "Mrs Senco")

    def test_adds_a_setting_that_the_register_does_not_have(
        self, signed_in: Any
    ) -> None:
        page = signed_in("administrator").get(reverse("admin:schools_setting_add"))

        assert page.status_code == 200
        assert 'name="name"' in page.content.decode()


class TestCaseRecords:
    @pytest.fixture
    def auditor(self, signed_in: Any) -> Client:
        return signed_in("auditor")

    def page_of(self, record: Any) -> str:
        name = record._meta.label_lower.replace(".", "_")
        return reverse(f"admin:{name}_change", args=[record.pk])

    def test_shows_a_child_and_notes_the_look(self, auditor: Client) -> None:
        child = build.child()

        answer = auditor.get(self.page_of(child))

        assert answer.status_code == 200
        assert child.family_name in answer.content.decode()
        look = Look.objects.get(kind=Look.Kind.ADMIN)
        assert (look.child_id, look.about_id) == (child.pk, child.pk)

    def test_shows_a_case_and_notes_whose_it_is(self, auditor: Client) -> None:
        case = build.case()

        assert auditor.get(self.page_of(case)).status_code == 200
        assert Look.objects.get(kind=Look.Kind.ADMIN).child_id == case.child_id

    @pytest.mark.parametrize("make", [build.child, build.case])
    def test_changes_nothing(self, make: Any, auditor: Client) -> None:
        record = make()

        assert auditor.post(self.page_of(record), {"x": "1"}).status_code == 403
        delete = self.page_of(record).replace("/change/", "/delete/")
        assert auditor.post(delete, {"post": "yes"}).status_code == 403

    def test_hides_a_restricted_child_and_everything_of_theirs(
        self, auditor: Client
    ) -> None:
        child = build.restricted_child(family_name="Canary")

        for label in SEEN["auditor"]:
            page = auditor.get(list_of(label)).content.decode()
            assert "Canary" not in page, label
            if label.startswith(("audit.a", "audit.l")):
                assert f">{child.pk}<" not in page, label
        assert auditor.get(self.page_of(child), follow=True).status_code == 200
        shown = auditor.get(self.page_of(child), follow=True).content.decode()
        assert "Canary" not in shown
        assert not Look.objects.filter(child_id=child.pk, kind="admin").exists()

    def test_shows_a_restricted_child_to_those_named(self, signed_in: Any) -> None:
        auditor = build.user("auditor")
        child = build.restricted_child(named=[auditor], family_name="Canary")

        page = signed_in(auditor).get(self.page_of(child))

        assert "Canary" in page.content.decode()

    def test_leaves_no_second_log_of_looks(self, auditor: Client) -> None:
        auditor.get(self.page_of(build.child()))

        assert not LogEntry.objects.exists()


UNREADABLE = [
    "?q=%00",
    "?q=" + "x%20" * 400,
    "?kind=%00",
    "?id__exact=99999999999999999999999",
    "?p=99999999999999999999999",
    "?o=999",
    "?at__year=9999",
    "?at__gte=%00",
    "?email__regex=(",
    "?name__iregex=%5B",
    "?child_id=99999999999999999999999",
    "?_to_field=password",
    "%00/change/",
    "99999999999999999999999/change/",
    "_00/history/",
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("label", REGISTERED)
def test_an_address_that_nothing_can_be_read_from_is_no_failure(
    label: str, signed_in: Any
) -> None:
    [role, *_] = [role for role, labels in SEEN.items() if label in labels]
    client = signed_in(role)
    client.raise_request_exception = False
    answers = {asked: client.get(list_of(label) + asked) for asked in UNREADABLE}
    assert [asked for asked, got in answers.items() if got.status_code >= 500] == []


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_offers_the_way_in_to_those_who_may_come_in(role: Any) -> None:
    assert bool(role.admin) == (Permission.ADMIN_OPEN in role.may)


def test_lists_roles_and_what_they_may_do(signed_in: Any) -> None:
    page = signed_in("administrator").get(reverse("accounts:role-list"))

    for role in ROLES.values():
        assert role.purpose in unescape(page.content.decode())
    assert "Decide whether to assess" in page.content.decode()
