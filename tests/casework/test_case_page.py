"""The page of a case: what is due, what may be done, what is on it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.casework.models import Case
from sendhub.core.navigation import ActLink
from sendhub.people import actions as people
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)


def test_shows_whose_case_it_is(signed_in, case):
    build.status(case.child, "protection_plan")
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    for words in (
        "Amara Osei",
        case.reference,
        "5 May 2016, aged 10",
        "Nia Prosser",
        "North locality",
        "1 September 2026",
        "Child protection plan",
    ):
        assert words in text, words


def test_notes_who_looked(signed_in, case):
    client = signed_in("auditor")
    client.get(case.get_absolute_url())
    look = Look.objects.get()
    assert (look.kind, look.child_id) == ("case", case.child_id)
    assert (look.by_id, look.about_id) == (client.user.pk, case.pk)


def test_shows_what_presses_and_folds_what_can_wait(signed_in, case):
    for days in (15, 14, 60, -3):
        build.deadline(case_=case, due_on=TODAY + timedelta(days))
    context = signed_in("caseworker").get(case.get_absolute_url()).context
    assert [row.days for row in context["due"]] == [-3, 14]
    assert [row.days for row in context["later"]] == [15, 60]


def test_shows_the_next_date_even_if_it_can_wait(signed_in, case):
    for days in (60, 30):
        build.deadline(case_=case, due_on=TODAY + timedelta(days))
    context = signed_in("caseworker").get(case.get_absolute_url()).context
    assert [row.days for row in context["due"]] == [30]
    assert [row.days for row in context["later"]] == [60]


def test_shows_each_date_with_its_rule_its_law_and_its_reason(signed_in, case):
    build.deadline(case_=case, due_on=date(2026, 11, 23))
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    assert "3 days left" in text
    assert "Monday 23 November 2026" in text
    assert "Rule NA-03" in text
    assert "within 6 weeks" in text
    assert "reg. 5(1)" in text


def test_shows_the_dates_behind_us_as_they_ended(signed_in, case):
    due = date(2026, 11, 10)
    build.deadline(case_=case, due_on=due, met_on=date(2026, 11, 9), title="One")
    build.deadline(case_=case, due_on=due, met_on=date(2026, 11, 12), title="Two")
    build.deadline(case_=case, due_on=due, void=True, title="Three")
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    assert "No dates run on this case." in text
    assert "Dates behind us (3)" in text
    assert "Done on time" in text
    assert "Done 2 days late" in text
    assert "No longer needed" in text


@pytest.mark.parametrize(
    ("role", "offered", "not_offered"),
    [
        ("caseworker", ["Add a note", "Add documents"], ["Give it to another officer"]),
        ("team_manager", ["Add a note", "Give it to another officer"], []),
        ("auditor", [], ["Add a note", "Add documents", "Give it to another officer"]),
    ],
)
def test_offers_what_this_person_may_do(signed_in, case, role, offered, not_offered):
    text = seen(signed_in(role).get(case.get_absolute_url()))
    assert all(words in text for words in offered)
    assert not any(words in text for words in not_offered)


def test_shows_the_services_own_part_and_its_next_act(signed_in, some_service):
    some_service(
        acts=lambda case, user: [
            ActLink("Withdraw it", "/withdraw/", usual=False),
            ActLink("Offer a place", "/offer/", "Two are free."),
            ActLink("Decline", "/decline/"),
        ]
    )
    case = build.case(service="placements")
    client = signed_in("hub_coordinator")
    answer = client.get(case.get_absolute_url())
    text = seen(answer)
    assert f"Section for {client.user}" in text
    assert "Next step Offer a place Two are free." in text
    labels = [act.label for act in answer.context["acts"]]
    assert labels[:2] == ["Withdraw it", "Decline"]


def test_an_unusual_act_is_never_the_next_step(signed_in, some_service):
    some_service(acts=lambda case, user: [ActLink("Withdraw", "/w/", usual=False)])
    case = build.case(service="placements")
    answer = signed_in("hub_coordinator").get(case.get_absolute_url())
    assert answer.context["next"] is None
    assert "Next step" not in seen(answer)


def test_a_closed_case_says_so_and_offers_none_of_its_services_acts(
    signed_in, some_service
):
    some_service(acts=lambda case, user: [ActLink("Offer a place", "/offer/")])
    case = build.case(service="placements")
    Case.objects.update(closed_on=TODAY)
    text = seen(signed_in("hub_coordinator").get(case.get_absolute_url()))
    assert "This case is closed." in text
    assert "Offer a place" not in text
    assert "20 November 2026" in text


def test_a_case_of_a_service_without_an_app_still_opens(signed_in):
    case = build.case(service="placements")
    assert signed_in("caseworker").get(case.get_absolute_url()).status_code == 200


def test_shows_the_newest_notes_and_leads_to_all(signed_in, case):
    for day in range(1, 8):
        build.note(case_=case, happened_on=date(2026, 10, day), text=f"Words{day}.")
    client = signed_in("caseworker")
    text = seen(client.get(case.get_absolute_url()))
    assert text.index("Words7.") < text.index("Words6.") < text.index("Words3.")
    assert "Words2." not in text
    assert "All notes" in text
    everything = seen(client.get(reverse("casework:note-list", args=[case.pk])))
    assert all(f"Words{day}." in everything for day in range(1, 8))


def test_shows_the_newest_documents_and_leads_to_all(signed_in, case):
    for day in range(1, 13):
        build.document(
            case_=case, happened_on=date(2026, 10, day), title=f"Paper {day:02d}"
        )
    client = signed_in("caseworker")
    text = seen(client.get(case.get_absolute_url()))
    assert text.index("Paper 12") < text.index("Paper 03")
    assert "Paper 02" not in text
    assert "All documents" in text
    everything = seen(client.get(reverse("casework:document-list", args=[case.pk])))
    assert all(f"Paper {day:02d}" in everything for day in range(1, 13))


def test_says_when_there_is_nothing_yet(signed_in, case):
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    for words in ("No dates run", "No notes yet.", "No documents yet."):
        assert words in text
    assert "All notes" not in text


def test_says_nothing_of_papers_to_somebody_who_may_read_none(only, case):
    for permissions, shown in (
        ((Permission.EHC_VIEW,), False),
        ((Permission.EHC_VIEW, Permission.MONEY_VIEW), True),
    ):
        text = seen(only(*permissions).get(case.get_absolute_url()))
        assert ("No notes yet." in text) is shown
        assert ("No documents yet." in text) is shown


@pytest.mark.parametrize("name", ["note-list", "document-list"])
def test_turns_the_pages_of_its_papers_by_key(signed_in, case, monkeypatch, name):
    monkeypatch.setattr("sendhub.core.lists.ROWS", 2)
    for day in (1, 2, 2, 3, 4):
        facts = {"case_": case, "happened_on": date(2026, 10, day)}
        if name == "note-list":
            build.note(**facts)
        else:
            build.document(**facts)
    client, base = signed_in("caseworker"), reverse(f"casework:{name}", args=[case.pk])
    url, days = base, []
    while url:
        page = client.get(url).context["page"]
        days += [row.happened_on.day for row in page.rows]
        url = page.next_url and base + page.next_url
    assert days == [4, 3, 2, 2, 1]


def test_the_way_to_every_page_of_a_case_is_the_same(signed_in, case):
    client, pages = signed_in("team_manager"), ("case-page", "note-list", "note-add")
    for page in (*pages, "document-list", "document-add", "case-assign"):
        answer = client.get(reverse(f"casework:{page}", args=[case.pk]))
        titles = [crumb["title"] for crumb in answer.context["breadcrumbs"]]
        assert titles == ["My work", "Amara Osei", case.reference], page


def test_a_child_who_has_died_is_marked(signed_in, case):
    by = build.user("team_manager")
    people.child_died(child=case.child, died_on=TODAY, by=by)
    text = seen(signed_in("caseworker").get(case.get_absolute_url()))
    assert "Has died" in text
    assert "aged" not in text


def test_asks_the_database_no_more_when_there_is_more_to_show(
    signed_in, case, queries_stay_flat
):
    client = signed_in("team_manager")

    def grow():
        build.note(case_=case, category="health")
        build.document(case_=case)
        build.deadline(case_=case)
        build.deadline(case_=case, met_on=date(2026, 11, 30))

    queries_stay_flat(client, case.get_absolute_url(), grow)
    for name in ("note-list", "document-list"):
        queries_stay_flat(client, reverse(f"casework:{name}", args=[case.pk]), grow)
