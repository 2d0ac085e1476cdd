"""Logging a visit of the Behaviour Support Team, with a referral or without (HUB-2)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Case
from sendhub.nurture_hubs.models import Visit
from sendhub.nurture_hubs.rules import VisitKind
from sendhub.people import actions as people
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(child):
    return reverse("nurture_hubs:visit-log", args=[child.pk])


def young():
    return build.child(born_on=hubs.BORN)


@pytest.fixture
def usual():
    return {
        "kind": VisitKind.OBSERVATION,
        "on": date(2026, 11, 9),
        "visitor": "Mr Lewis",
        "setting": build.setting("Kingsland Primary"),
        "found": "He hides below the table at noise.",
    }


def test_a_visit_needs_no_referral(signed_in, usual):
    client, child = signed_in("hub_coordinator"), young()
    answer = press(client, url(child), **usual)
    visit = Visit.objects.get()
    assert answer.url == visit.case.get_absolute_url()
    assert visit.case.officer == client.user
    act = Act.objects.get(act="nurture_hubs.visit_log")
    assert str(act) == "Behaviour Support Team: Observation at Kingsland Primary"
    text = seen(client.get(answer.url))
    assert "9 November 2026 : observation at Kingsland Primary by Mr Lewis" in text
    assert "He hides below the table at noise." in text
    assert "Nobody has referred this child" in text
    home = client.get(child.get_absolute_url())
    assert "Last visited by the Behaviour Support Team on 9 November 2026" in seen(home)
    told = client.get(reverse("people:child-chronology", args=[child.pk]))
    assert "Behaviour Support Team: Observation at Kingsland Primary" in seen(told)


def test_it_stands_on_the_case_of_the_referral(signed_in, usual):
    referral = hubs.referral()
    press(signed_in("hub_coordinator"), url(referral.case.child), **usual)
    assert Visit.objects.get().case == referral.case
    assert Case.objects.count() == 1


def test_another_school_than_the_childs_is_said(signed_in, usual):
    client, child = signed_in("hub_coordinator"), young()
    build.attendance(child, build.setting("Weobley Primary"))
    press(client, url(child), **usual)
    visit = Visit.objects.get()
    assert str(Act.objects.get(act="nurture_hubs.visit_log")) == (
        "Behaviour Support Team: Observation at Kingsland Primary "
        "(not the child’s school on that day)"
    )
    page = seen(client.get(visit.get_absolute_url()))
    assert "by Mr Lewis; not the child’s school on that day." in page


def test_the_childs_own_school_is_not(signed_in, usual):
    client, child = signed_in("hub_coordinator"), young()
    build.attendance(child, usual["setting"])
    press(client, url(child), **usual)
    page = seen(client.get(Visit.objects.get().get_absolute_url()))
    assert "not the child’s school" not in page


def test_what_was_seen_is_for_who_reads_notes(signed_in, usual):
    child = young()
    answer = press(signed_in("hub_coordinator"), url(child), **usual)
    text = seen(signed_in("finance_officer").get(answer.url))
    assert "observation at Kingsland Primary" in text
    assert "He hides below the table" not in text


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"kind": None}, "kind", "Choose what the visit was for"),
        ({"kind": "tea"}, "kind", "valid choice"),
        ({"on": None}, "on", "Enter"),
        ({"on": date(2026, 11, 21)}, "on", "today or in the past"),
        ({"on": date(2020, 5, 4)}, "on", "was born on 5 May 2020"),
        ({"visitor": ""}, "visitor", "Enter"),
        ({"setting": None}, "setting", "Choose the school"),
        ({"found": ""}, "found", "Enter"),
        ({"found": "x" * 10_001}, "found", "10,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, usual, changed, field, said):
    answer = press(signed_in("hub_coordinator"), url(young()), **{**usual, **changed})
    assert said in " ".join(errors(answer)[field])
    assert not Visit.objects.exists()


def test_no_visit_after_the_child_died(signed_in, usual):
    client, child = signed_in("hub_coordinator"), young()
    died_on = date(2026, 11, 15)
    people.child_died(child=child, died_on=died_on, by=build.user("caseworker"))
    answer = press(client, url(child), **{**usual, "on": TODAY})
    assert "died on 15 November 2026" in errors(answer)["on"][0]
    assert press(client, url(child), **usual).status_code == 302


def test_a_double_click_acts_once(signed_in, usual):
    client, child = signed_in("hub_coordinator"), young()
    hidden = opened(client, url(child))
    first = press(client, url(child), hidden=hidden, **usual)
    second = press(client, url(child), hidden=hidden, **usual)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Visit.objects.count() == 1


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(young())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    child = build.restricted_child(born_on=hubs.BORN)
    assert signed_in("hub_coordinator").get(url(child)).status_code == 404
