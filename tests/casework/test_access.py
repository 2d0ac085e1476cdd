"""Who may open which page: the right role, a wrong one, and a child out of sight."""

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission as P
from sendhub.audit.models import Look
from tests import build

pytestmark = pytest.mark.django_db

CASE_PAGES = {
    "case-page": "auditor",
    "note-list": "auditor",
    "document-list": "auditor",
    "note-add": "caseworker",
    "document-add": "caseworker",
    "task-add": "caseworker",
    "case-assign": "team_manager",
}
WRONG = {
    "case-page": "administrator",
    "note-list": "administrator",
    "document-list": "administrator",
    "note-add": "auditor",
    "document-add": "auditor",
    "task-add": "auditor",
    "case-assign": "caseworker",
}


@pytest.mark.parametrize(("name", "role"), CASE_PAGES.items())
def test_opens_to_the_right_role(signed_in, case, name, role):
    url = reverse(f"casework:{name}", args=[case.pk])
    assert signed_in(role).get(url).status_code == 200


@pytest.mark.parametrize(("name", "role"), WRONG.items())
def test_is_closed_to_another_role(signed_in, case, name, role):
    url = reverse(f"casework:{name}", args=[case.pk])
    client = signed_in(role)
    assert client.get(url).status_code == 403
    assert client.post(url).status_code == 403
    assert not Look.objects.exists()


@pytest.mark.parametrize("name", CASE_PAGES)
def test_shows_nothing_of_a_restricted_child(signed_in, name):
    hidden = build.case(child_=build.restricted_child())
    url = reverse(f"casework:{name}", args=[hidden.pk])
    client = signed_in("team_manager")
    assert client.get(url).status_code == 404
    assert client.post(url).status_code in (404, 405)
    assert not Look.objects.exists()


@pytest.mark.parametrize("name", CASE_PAGES)
def test_opens_a_restricted_child_to_staff_named_on_it(signed_in, name):
    manager = build.user("team_manager")
    case = build.case(child_=build.restricted_child(named=[manager]))
    url = reverse(f"casework:{name}", args=[case.pk])
    assert signed_in(manager).get(url).status_code == 200


@pytest.mark.parametrize("name", CASE_PAGES)
def test_refuses_the_case_of_a_service_that_is_closed_to_them(only, case, name):
    client = only(P.NOTE_ADD, P.DOCUMENT_ADD, P.CASE_ASSIGN)
    url = reverse(f"casework:{name}", args=[case.pk])
    assert client.get(url).status_code == 403


@pytest.mark.parametrize("name", [*CASE_PAGES, "work-list"])
def test_asks_to_sign_in_first(client, case, name):
    url = reverse(f"casework:{name}", args=[case.pk] if name in CASE_PAGES else [])
    answer = client.get(url)
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_there_is_no_case_with_a_number_nobody_gave(signed_in):
    url = reverse("casework:case-page", args=[9_000_000_000])
    assert signed_in("caseworker").get(url).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("caseworker", 200),
        ("auditor", 200),
        ("administrator", 403),
        ("hub_school", 403),
    ],
)
def test_the_work_list_needs_its_permission(signed_in, role, status):
    assert signed_in(role).get(reverse("casework:work-list")).status_code == status


def test_a_target_is_for_managers_and_for_children_in_sight(signed_in, case):
    seen = reverse("casework:target-set", args=[build.deadline(case_=case).pk])
    assert signed_in("team_manager").get(seen).status_code == 200
    assert signed_in("caseworker").get(seen).status_code == 403
    hidden = build.deadline(case_=build.case(child_=build.restricted_child()))
    url = reverse("casework:target-set", args=[hidden.pk])
    assert signed_in("team_manager").get(url).status_code == 404
