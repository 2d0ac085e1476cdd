"""What was written for a new officer stands until they have read it:
casework:handover-read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.models import Case, Handover
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

URL = reverse("casework:handover-read")
WORDS = "The school has not answered."


@pytest.fixture
def sam():
    return build.user("caseworker", name="Sam Okafor")


def hand_over(case, to, words=WORDS):
    actions.case_assign(
        case=case, officer=to, handover=words, by=build.user("team_manager")
    )
    return Handover.objects.latest("pk")


def test_stands_on_the_case_until_its_officer_has_read_it(signed_in, case, sam):
    given = hand_over(case, sam)
    Case.objects.update(assigned_at=given.written_at - timedelta(days=100))
    page = case.get_absolute_url()
    assert WORDS in seen(signed_in("team_manager").get(page))
    client = signed_in(sam)
    assert "Mark as read" in seen(client.get(page))
    url = f"{URL}?case={case.pk}"
    assert WORDS in seen(client.get(url))
    assert press(client, url).status_code == 302
    assert WORDS not in seen(client.get(page))
    given.refresh_from_db()
    assert given.read_at is not None
    act = Act.objects.get(act="casework.handover_read")
    assert (act.by_id, act.case_id) == (sam.pk, case.pk)
    assert WORDS in seen(
        client.get(reverse("people:child-chronology", args=[case.child_id]))
    )


def test_nobody_reads_it_for_another(signed_in, case, sam):
    given = hand_over(case, sam)
    client = signed_in("team_manager")
    assert "Mark as read" not in seen(client.get(case.get_absolute_url()))
    assert "You have read every handover." in seen(client.get(URL))
    actions.handover_read(handovers=[given.pk], by=client.user)
    given.refresh_from_db()
    assert given.read_at is None


def test_what_was_not_read_leaves_with_the_case(signed_in, case, sam):
    hand_over(case, sam)
    mair = build.user("caseworker")
    hand_over(case, mair, "She knows all.")
    assert "You have read every handover." in seen(signed_in(sam).get(URL))
    text = seen(signed_in(mair).get(case.get_absolute_url()))
    assert "She knows all." in text
    assert WORDS not in text


def test_a_closed_case_is_not_asked_to_be_read(signed_in, case, sam):
    hand_over(case, sam)
    assert Handover.objects.unread_by(sam).exists()
    Case.objects.update(closed_on=TODAY)
    client = signed_in(sam)
    assert "You have read every handover." in seen(client.get(URL))
    assert "Mark as read" not in seen(client.get(case.get_absolute_url()))
    assert not Handover.objects.standing().loads()
    Case.objects.update(closed_on=None)
    assert WORDS in seen(client.get(case.get_absolute_url()))


def test_many_of_the_same_words_are_read_at_once(signed_in, sam):
    cases = [build.case(officer=build.user("caseworker")) for _ in range(12)]
    single = build.case(officer=build.user("caseworker"))
    chosen = [Chosen(case.pk, case.officer_id) for case in cases]
    manager = build.user("team_manager")
    actions.cases_assign(
        cases=chosen, officers=[sam], handover="She left.", more={}, by=manager
    )
    hand_over(single, sam)
    client = signed_in(sam)
    page = client.get(URL)
    assert [len(group.ids) for group in page.context["groups"]] == [1, 12]
    assert "and 2 more" in seen(page)
    key = page.context["groups"][1].key
    press(client, URL, read=[key])
    unread = Handover.objects.unread_by(sam)
    assert [one.case for one in unread] == [single]
    assert Act.objects.filter(act="casework.handover_read").count() == 12


def test_the_work_list_leads_to_them_while_there_are_any(signed_in, case, sam):
    work, client = reverse("casework:work-list"), signed_in(sam)
    assert "to read" not in seen(client.get(work))
    hand_over(case, sam)
    assert "1 handover to read" in seen(client.get(work))
    press(client, f"{URL}?case={case.pk}")
    assert "to read" not in seen(client.get(work))


def test_says_that_nothing_is_ticked(signed_in, case, sam):
    hand_over(case, sam)
    client = signed_in(sam)
    assert errors(press(client, URL, read=[]))["read"] == ["Tick what you have read."]
    said = errors(press(client, URL, read=[10**9]))["read"]
    assert said == ["One of them was read already. Tick the others."]


def test_a_double_click_reads_once(signed_in, case, sam):
    given = hand_over(case, sam)
    client = signed_in(sam)
    hidden = {**opened(client, URL), "read": [given.pk]}
    assert client.post(URL, hidden).status_code == 302
    assert client.post(URL, hidden).status_code == 302
    assert Act.objects.filter(act="casework.handover_read").count() == 1


def test_asks_no_more_for_more_of_them(signed_in, queries_stay_flat, sam):
    def grow():
        case = build.case(officer=build.user("caseworker"))
        build.status(case.child, "protection_plan")
        hand_over(case, sam)

    queries_stay_flat(signed_in(sam), URL, grow)
