"""Two people at the same moment, with real connections and threads."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.models import Case, Cover, Deadline, Document, Handover, Note
from sendhub.casework.rules import ServiceKey, Wanted
from sendhub.core.errors import RuleBroken
from tests import build
from tests.casework import samples
from tests.casework.samples import upload
from tests.pages import opened, press, seen
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_managers_who_give_a_case_away_at_once_one_is_told(signed_in, case):
    url = reverse("casework:case-assign", args=[case.pk])
    officers = [build.user("caseworker"), build.user("caseworker")]
    managers = [signed_in("team_manager"), signed_in("team_manager")]
    pages = [(manager, opened(manager, url)) for manager in managers]

    def give(manager, hidden, officer):
        return lambda: press(
            manager, url, hidden=hidden, officer=officer, handover="All is said."
        )

    answers = at_once(
        *(give(*page, officer) for page, officer in zip(pages, officers, strict=True))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    loser = next(answer for answer in answers if answer.status_code == 200)
    assert "changed this while you had it open" in seen(loser)
    assert "All is said." in loser.content.decode()
    assert (
        Act.objects.filter(act="casework.case_assign").count() == 2
    )  # Nia's, one more
    winner = next(n for n, answer in enumerate(answers) if answer.status_code == 302)
    assert Case.objects.get(pk=case.pk).officer == officers[winner]


def test_deadlines_refreshed_many_times_at_once_are_written_once(case):
    wanted = [
        Wanted("NA-03", "Decide", date(2026, 12, 1)),
        Wanted("NA-13", "Send", date(2027, 3, 1)),
    ]
    at_once(
        *[lambda: actions.deadlines_refresh(case=case, about=case, wanted=wanted)] * 6
    )
    rules = Deadline.objects.filter(case=case).values_list("rule", flat=True)
    assert sorted(rules) == ["NA-03", "NA-13"]


def test_a_case_opened_many_times_at_once_is_one_case():
    child, by = build.child(), build.user("caseworker")
    facts = {
        "child": child,
        "service": ServiceKey.EHC,
        "opened_on": date(2026, 9, 1),
        "by": by,
    }
    found = at_once(*[lambda: actions.case_open(**facts)] * 6)
    assert len({one.pk for one in found}) == Case.objects.count() == 1


def test_deadlines_written_while_the_case_changes_hands_go_to_the_new_officer(case):
    sam = build.user("caseworker")
    by = build.user("team_manager")
    wanted = [Wanted("NA-03", "Decide", date(2026, 12, 1))]
    at_once(
        lambda: actions.case_assign(
            case=case, officer=sam, handover="All is said.", by=by
        ),
        lambda: actions.deadlines_refresh(case=case, about=case, wanted=wanted),
    )
    assert Deadline.objects.get().officer == sam


def test_one_note_sent_eight_times_at_once_is_one_note(signed_in, case):
    client, url = signed_in("caseworker"), reverse("casework:note-add", args=[case.pk])
    hidden = opened(client, url)
    answers = {
        "kind": "call",
        "happened_on": date(2026, 11, 19),
        "text": "She called.",
        "category": "general",
    }
    found = at_once(*[lambda: press(client, url, hidden=hidden, **answers)] * 8)
    assert {answer.status_code for answer in found} == {302}
    assert Note.objects.count() == 1


def test_one_upload_sent_four_times_at_once_leaves_one_file(signed_in, case):
    client = signed_in("caseworker")
    url = reverse("casework:document-add", args=[case.pk])
    hidden = opened(client, url)

    def send():
        return press(
            client,
            url,
            hidden=hidden,
            files=[upload("report.pdf", samples.PDF)],
            happened_on=date(2026, 11, 19),
            category="general",
        )

    assert {answer.status_code for answer in at_once(*[send] * 4)} == {302}
    document = Document.objects.get()
    folders, _ = default_storage.listdir("")
    stored = [f"{a}/{b}" for a in folders for b in default_storage.listdir(a)[1]]
    assert stored == [document.file.name]


def test_a_target_set_twice_at_once_keeps_one_and_tells_the_other(signed_in, case):
    deadline = build.deadline(case_=case)
    url = reverse("casework:target-set", args=[deadline.pk])
    managers = [signed_in("team_manager"), signed_in("team_manager")]
    pages = [(manager, opened(manager, url)) for manager in managers]

    def set_to(manager, hidden, day):
        return lambda: press(
            manager,
            url,
            hidden=hidden,
            target_on=date(2026, 11, day),
            target_reason=f"The {day}th",
        )

    found = at_once(set_to(*pages[0], 26), set_to(*pages[1], 27))
    assert sorted(answer.status_code for answer in found) == [200, 302]
    assert Act.objects.filter(act="casework.target_set").count() == 1


@pytest.mark.parametrize("kind", ["note", "document"])
def test_a_paper_taken_off_twice_at_once_keeps_one_reason(signed_in, case, kind):
    paper = getattr(build, kind)(case_=case)
    url = reverse(f"casework:{kind}-withdraw", args=[paper.pk])
    managers = [signed_in("team_manager"), signed_in("team_manager")]
    pages = [(manager, opened(manager, url)) for manager in managers]

    def take_off(manager, hidden, reason):
        return lambda: press(manager, url, hidden=hidden, reason=reason)

    found = at_once(take_off(*pages[0], "First"), take_off(*pages[1], "Second"))
    assert sorted(answer.status_code for answer in found) == [200, 302]
    loser = next(answer for answer in found if answer.status_code == 200)
    assert "changed this while you had it open" in seen(loser)
    [act] = Act.objects.filter(act=f"casework.{kind}_withdraw")
    paper.refresh_from_db()
    assert act.facts["reason"] == paper.withdrawn_reason


def test_a_paper_taken_off_eight_times_with_one_form_is_taken_off_once(signed_in, case):
    client = signed_in("team_manager")
    url = reverse("casework:note-withdraw", args=[build.note(case_=case).pk])
    hidden = opened(client, url)
    found = at_once(*[lambda: press(client, url, hidden=hidden, reason="Wrong")] * 8)
    assert {answer.status_code for answer in found} == {302}
    assert Act.objects.filter(act="casework.note_withdraw").count() == 1


def test_of_two_managers_who_give_the_same_rows_away_at_once_each_row_goes_once(case):
    cases = [case, *(build.case(officer=case.officer) for _ in range(5))]
    chosen = [Chosen(one.pk, case.officer_id) for one in cases]
    officers = [build.user("caseworker"), build.user("caseworker")]
    managers = [build.user("team_manager"), build.user("team_manager")]

    def give(officer, by):
        def act():
            try:
                return actions.cases_assign(
                    cases=chosen, officers=[officer], handover="Go.", more={}, by=by
                )
            except RuleBroken as broken:
                return broken

        return act

    found = at_once(*(give(*pair) for pair in zip(officers, managers, strict=True)))
    refusals = [one for one in found if isinstance(one, RuleBroken)]
    assert len(refusals) == 1
    assert "while you had the page open" in refusals[0].message
    assert Handover.objects.count() == len(cases)
    assert Case.objects.values("officer").distinct().count() == 1


def test_one_officer_is_said_to_be_away_once_at_a_time(signed_in, case):
    url = reverse("casework:cover-set")
    colleague = build.user("caseworker")
    managers = [signed_in("team_manager"), signed_in("team_manager")]
    pages = [(manager, opened(manager, url)) for manager in managers]
    days = {"starts_on": date(2026, 11, 23), "ends_on": date(2026, 11, 27)}

    def away(manager, hidden):
        return lambda: press(
            manager,
            url,
            hidden=hidden,
            officer=case.officer,
            covered_by=colleague,
            **days,
        )

    found = at_once(*(away(*page) for page in pages))
    assert sorted(answer.status_code for answer in found) == [200, 302]
    assert Cover.objects.count() == 1


def test_a_task_done_by_two_at_once_is_done_by_one(signed_in, case):
    task = build.task(case_=case)
    url = reverse("casework:task-do", args=[task.pk])
    clients = [signed_in("caseworker"), signed_in("caseworker")]
    pages = [(client, opened(client, url)) for client in clients]

    def do(client, hidden):
        return lambda: press(client, url, hidden=hidden, outcome=str(client.user))

    found = at_once(*(do(*page) for page in pages))
    assert sorted(answer.status_code for answer in found) == [200, 302]
    task.refresh_from_db()
    assert task.outcome == str(task.ended_by)
