"""History of children in Django admin: in words only to who may see the child."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions as casework
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db

URL = reverse("admin:audit_act_changelist")


@pytest.fixture
def act():
    by = build.user("caseworker", name="Nia Prosser")
    child = build.child(given_names="Canary", by=by)
    build.contact(child, name="Mrs Canary")
    return Act.objects.get(act="people.child_record", child_id=child.pk)


def page_of(act):
    return reverse("admin:audit_act_change", args=[act.pk])


def test_an_administrator_reads_who_and_when_but_not_what_about_whom(signed_in, act):
    page = signed_in("administrator").get(URL)
    text = seen(page)
    assert "Nia Prosser" in text
    assert "people.child_record" in text
    assert "About a child" in text
    for secret in ("Canary", act.sentence):
        assert secret not in page.content.decode()
    assert page_of(act) not in page.content.decode()
    shown = [
        page.context["cl"].model_admin.child_if_seen(a)
        for a in page.context["cl"].result_list
    ]
    assert not any(shown)


def test_an_administrator_can_neither_open_nor_look_for_it(signed_in, act):
    client = signed_in("administrator")
    assert client.get(page_of(act)).status_code == 403
    assert not client.get(URL).context["cl"].search_fields


def test_an_administrator_reads_acts_that_are_about_no_child(signed_in):
    Act.objects.create(
        act="people.child_record",
        at="2026-11-20T10:00Z",
        happened_on="2026-11-20",
        by_id=1,
        by_name="Somebody",
    )
    row = signed_in("administrator").get(URL).context["cl"].result_list[0]
    assert row.in_sight


@pytest.mark.parametrize("role", ["service_manager", "data_officer", "auditor"])
def test_who_may_see_the_child_reads_the_sentence_and_opens_it(signed_in, act, role):
    client = signed_in(role)
    page = client.get(URL, {"q": act.child_id})
    assert act.sentence in seen(page)
    assert page_of(act) in page.content.decode()
    assert client.get(page_of(act)).status_code == 200


def test_what_was_said_of_a_paper_entered_in_error_is_read_by_few(signed_in):
    case = build.case()
    wrong = build.document(case_=case, title="Canary")
    build.document(case_=case, title="Right one")
    note = build.note(case_=case, with_whom="Dr Canary")
    added = Act.objects.get(act="casework.document_add", about_id=wrong.pk)
    officer = signed_in("data_officer")
    before = officer.get(URL).content.decode()
    assert before.count("Canary") == 2
    assert officer.get(page_of(added)).status_code == 200
    casework.document_withdraw(document=wrong, reason="Wrong", by=wrong.added_by)
    casework.note_withdraw(note=note, reason="Wrong", by=note.written_by)
    page = seen(officer.get(URL))
    assert "Canary" not in page
    assert "Right one" in page
    assert page.count("entered in error. Wrong") == 2
    assert officer.get(page_of(added)).status_code == 403
    assert signed_in("auditor").get(URL).content.decode().count("Canary") == 2
    assert signed_in("auditor").get(page_of(added)).status_code == 200


@pytest.mark.parametrize("role", ["administrator", "data_officer", "auditor"])
@pytest.mark.parametrize(
    "asked",
    [
        "facts__named__startswith",
        "facts__what__icontains",
        "child_id",
        "act__startswith",
    ],
)
def test_no_filter_spells_out_what_is_not_shown(signed_in, act, role, asked):
    answer = signed_in(role).get(URL, {asked: "1"})
    assert answer.status_code == 400
    looks = signed_in(role).get(reverse("admin:audit_look_changelist"), {asked: "1"})
    assert looks.status_code in (302, 400)


def test_history_is_still_narrowed_by_date_and_kind(signed_in, act):
    client = signed_in("auditor")
    year = {"at__year": act.at.year}
    assert client.get(URL, year).status_code == 200
    looks = reverse("admin:audit_look_changelist")
    assert client.get(looks, {"kind__exact": "child"}).status_code == 200
