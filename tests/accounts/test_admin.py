"""Django admin: who may come in, what they may see, and what is written down."""

from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import Team
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import ROLES
from sendhub.audit.models import Act, Look
from sendhub.people.models import LocalityArea
from tests import build

pytestmark = pytest.mark.django_db

SEEN = {
    "administrator": {
        "accounts.notice",
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
    "service_manager": {
        "accounts.notice",
        "audit.act",
        "audit.look",
        "audit.signin",
    },
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
        "nurture_hubs.hub",
        "nurture_hubs.hubplace",
        "nurture_hubs.referral",
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
