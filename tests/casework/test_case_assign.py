"""Giving a case to an officer, with a handover."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from tests import build
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db

HANDOVER = "The school has not answered.\n\nCall the mother on Friday."


def url_of(case):
    return reverse("casework:case-assign", args=[case.pk])


@pytest.fixture
def sam():
    return build.user("caseworker", name="Sam Okafor", team=build.team("South"))


def test_gives_the_case_its_deadlines_and_its_team_to_the_new_officer(
    signed_in, case, sam
):
    deadline = build.deadline(case_=case)
    client = signed_in("team_manager")
    answer = press(client, url_of(case), officer=sam, handover=HANDOVER)
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    case.refresh_from_db()
    deadline.refresh_from_db()
    assert (case.officer, case.team) == (sam, sam.team)
    assert (deadline.officer, deadline.team) == (sam, sam.team)
    assert "The case is now Sam Okafor’s." in seen(client.get(answer.url))


def test_the_handover_stands_on_the_case(signed_in, case, sam):
    client = signed_in("team_manager")
    press(client, url_of(case), officer=sam, handover=HANDOVER)
    page = seen(client.get(case.get_absolute_url()))
    assert "Call the mother on Friday." in page
    assert f"Written by {client.user} on" in page
    assert "for Sam Okafor, who has not marked it as read" in page


def test_the_former_officers_tasks_go_along(signed_in, case, sam):
    task = build.task(case_=case)
    press(signed_in("team_manager"), url_of(case), officer=sam, handover=HANDOVER)
    task.refresh_from_db()
    assert task.given_to == sam


def test_the_handover_stays_in_the_chronology(signed_in, case, sam):
    press(signed_in("team_manager"), url_of(case), officer=sam, handover=HANDOVER)
    act = Act.objects.about_child(case.child_id).filter(act="casework.case_assign")
    assert act.first().sentence.startswith(
        "Case given to Sam Okafor and moved to South. The school has"
    )


def test_a_first_officer_needs_no_handover(signed_in, sam):
    case = build.case()
    answer = press(signed_in("team_manager"), url_of(case), officer=sam, handover="")
    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.officer == sam
    act = Act.objects.get(act="casework.case_assign")
    assert act.sentence == "Case given to Sam Okafor and moved to South"


def test_a_change_of_officer_needs_a_handover(signed_in, case, sam):
    client = signed_in("team_manager")
    for empty in ("", " \n "):
        said = errors(press(client, url_of(case), officer=sam, handover=empty))
        assert said == {
            "handover": ["Write what the new officer must know from Nia Prosser."]
        }
    case.refresh_from_db()
    assert case.officer.name == "Nia Prosser"


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (None, "Choose the officer."),
        ("the same", "This officer already has the case."),
        ("auditor", "This person cannot take the case."),
        ("somebody who left", "This person cannot take the case."),
        ("nobody", "This person cannot take the case."),
    ],
)
def test_says_who_cannot_take_it_and_keeps_the_handover(signed_in, case, who, words):
    people = {
        None: None,
        "the same": case.officer,
        "auditor": build.user("auditor"),
        "somebody who left": build.user("caseworker", is_active=False),
        "nobody": 10**12,
    }
    answer = press(
        signed_in("team_manager"), url_of(case), officer=people[who], handover=HANDOVER
    )
    [said] = errors(answer)["officer"]
    assert words in said
    assert "Call the mother on Friday." in answer.content.decode()
    assert Act.objects.filter(act="casework.case_assign").count() == 1


def test_offers_staff_of_the_cases_team_first_and_nobody_else(signed_in, case, sam):
    build.user("auditor", name="Ade Auditor")
    build.user("caseworker", name="Gone Away", is_active=False)
    build.user("caseworker", name="Zed North", team=case.team)
    form = signed_in("team_manager").get(url_of(case)).context["form"]
    names = [label for _, label in form.fields["officer"].choices]
    assert names[:2] == ["Choose an officer", "Zed North"]
    assert "Sam Okafor (the case moves to South)" in names
    assert not {"Ade Auditor", "Gone Away", "Nia Prosser"} & set(names)


def test_says_nothing_of_the_team_when_it_stays(signed_in, case):
    mair = build.user("caseworker", name="Mair Rees", team=case.team)
    pat = build.user("caseworker", name="Pat Teamless")
    client, team = signed_in("team_manager"), case.team
    form = client.get(url_of(case)).context["form"]
    names = [label for _, label in form.fields["officer"].choices]
    assert {"Mair Rees", "Pat Teamless"} <= set(names)
    for officer in (mair, pat):
        press(client, url_of(case), officer=officer, handover=HANDOVER)
        act = Act.objects.filter(act="casework.case_assign").latest("pk")
        assert act.sentence.startswith(f"Case given to {officer}. The school has")
        case.refresh_from_db()
        assert case.team == team


def test_the_list_of_officers_stays_short_and_takes_any_of_them(
    signed_in, case, sam, monkeypatch
):
    monkeypatch.setattr("sendhub.casework.choices.SHOWN", 1)
    build.user("caseworker", name="Aaron First", team=case.team)
    client = signed_in("team_manager")
    form = client.get(url_of(case)).context["form"]
    assert [label for _, label in form.fields["officer"].choices] == [
        "Choose an officer",
        "Aaron First",
    ]
    answer = press(client, url_of(case), officer=sam, handover=HANDOVER)
    assert answer.status_code == 302


def test_the_second_of_two_is_told_what_the_first_changed(signed_in, case, sam):
    client, url = signed_in("team_manager"), url_of(case)
    hidden = opened(client, url)
    mair = build.user("caseworker", name="Mair Rees")
    press(signed_in("team_manager"), url, officer=mair, handover="She knows it.")
    answer = press(client, url, hidden=hidden, officer=sam, handover=HANDOVER)
    text = seen(answer)
    assert "changed this while you had it open" in text
    assert "Mair Rees" in text
    assert "Call the mother on Friday." in answer.content.decode()
    case.refresh_from_db()
    assert case.officer == mair
    again = held(answer)
    press(client, url, hidden=again, officer=sam, handover=HANDOVER)
    case.refresh_from_db()
    assert case.officer == sam


def test_a_double_click_gives_it_once(signed_in, case, sam):
    client, url = signed_in("team_manager"), url_of(case)
    hidden = opened(client, url)
    for _ in range(2):
        answer = press(client, url, hidden=hidden, officer=sam, handover=HANDOVER)
        assert answer.status_code == 302
    assert Act.objects.filter(act="casework.case_assign").count() == 2  # Nia, then Sam


def test_refuses_an_officer_whom_the_record_is_kept_from(signed_in, sam):
    manager = build.user("team_manager")
    case = build.case(child_=build.restricted_child(named=[manager]))
    answer = press(signed_in(manager), url_of(case), officer=sam, handover="")
    assert errors(answer)["officer"] == [
        "This record is restricted and Sam Okafor is not named on it."
    ]
