"""The work list: which rows, in which order, under which number, and its export."""

from datetime import date, timedelta

import pytest

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.casework import actions
from sendhub.casework.models import Deadline
from sendhub.people import actions as people
from tests import build
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

URL = "/work/"
TODAY = date(2026, 11, 20)


def shown(client, **query):
    page = client.get(URL, query).context["page"]
    return [row.child.family_name for row in page.rows]


@pytest.fixture
def caseload():
    """Nia and Sam of two teams, one case each and one of nobody's; due in turn."""
    north, south = build.team(locality="north"), build.team(locality="south")
    nia = build.user("caseworker", name="Nia Prosser", team=north)
    mair = build.user("caseworker", name="Mair Rees", team=north)
    sam = build.user("caseworker", name="Sam Okafor", team=south)
    due = {
        "Osei": (nia, -9, "NA-03"),
        "Beddoe": (nia, 0, "NA-13"),
        "Yapp": (mair, 14, "NA-03"),
        "Rahman": (sam, 15, "NA-08"),
        "Powell": (None, 3, "NA-03"),
    }
    for family, (officer, days, rule) in due.items():
        child = build.child(given_names="Amara", family_name=family)
        case = build.case(child_=child, officer=officer)
        build.deadline(
            case_=case, due_on=TODAY + timedelta(days), rule=rule, title=f"Do {rule}"
        )
        build.deadline(case_=case, due_on=TODAY, met_on=TODAY, rule="AR-01")
    return {"nia": nia, "sam": sam, "north": north, "south": south}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Osei", "Beddoe"]),
        ({"whose": "mine"}, ["Osei", "Beddoe"]),
        ({"whose": "nonsense"}, ["Osei", "Beddoe"]),
        ({"whose": "team"}, ["Osei", "Beddoe", "Yapp"]),
        ({"whose": "unassigned"}, ["Powell"]),
        ({"whose": "everyone"}, ["Osei", "Beddoe", "Powell", "Yapp", "Rahman"]),
        ({"whose": "everyone", "late": "overdue"}, ["Osei"]),
        ({"whose": "everyone", "late": "soon"}, ["Beddoe", "Powell", "Yapp"]),
        ({"whose": "everyone", "late": "later"}, ["Rahman"]),
        ({"whose": "everyone", "rule": "NA-03"}, ["Osei", "Powell", "Yapp"]),
        ({"whose": "everyone", "child": "amara yap"}, ["Yapp"]),
        ({"whose": "everyone", "child": "nobody"}, []),
        (
            {"whose": "everyone", "sort": "child"},
            ["Beddoe", "Osei", "Powell", "Rahman", "Yapp"],
        ),
        (
            {"whose": "everyone", "sort": "-child"},
            ["Yapp", "Rahman", "Powell", "Osei", "Beddoe"],
        ),
        (
            {"whose": "everyone", "sort": "rule"},
            ["Osei", "Powell", "Yapp", "Rahman", "Beddoe"],
        ),
        ({"whose": "mine", "sort": "-due"}, ["Beddoe", "Osei"]),
        ({"sort": "nonsense", "after": "!!", "before": "%00"}, ["Osei", "Beddoe"]),
    ],
)
def test_shows_and_exports_the_same_rows_in_the_same_order(
    signed_in, caseload, query, names
):
    client = signed_in(caseload["nia"])
    assert shown(client, **query) == names
    assert [row["Child"] for row in exported(client, URL, **query)] == [
        f"Amara {name}" for name in names
    ]


def test_a_manager_without_cases_starts_with_the_team(signed_in, caseload):
    manager = build.user("team_manager", team=caseload["north"])
    client = signed_in(manager)
    assert shown(client) == shown(client, whose="team") == ["Osei", "Beddoe", "Yapp"]
    build.case(officer=manager)
    assert shown(client) == shown(client, whose="mine") == []


def test_whose_team_holds_no_cases_starts_with_everyone(signed_in, caseload):
    head = build.user("service_manager", team=build.team("Heads"))
    assert signed_in(head).get(URL).context["found"].whose == "everyone"


def test_a_manager_without_a_team_starts_with_everyone(signed_in, caseload):
    client = signed_in("service_manager")
    assert shown(client) == shown(client, whose="everyone")
    assert len(shown(client)) == 5
    assert shown(client, whose="mine") == []


def test_filters_by_officer_and_by_team(signed_in, caseload):
    client = signed_in(caseload["nia"])
    sam, south = caseload["sam"].pk, caseload["south"].pk
    assert shown(client, whose="everyone", officer=sam) == ["Rahman"]
    assert shown(client, whose="everyone", team=south) == ["Rahman"]
    assert shown(client, whose="team", officer=caseload["nia"].pk) == ["Osei", "Beddoe"]
    assert shown(client, whose="mine", officer=sam) == ["Osei", "Beddoe"]


def test_offers_the_kinds_that_services_set_by_the_names_of_their_rows(
    signed_in, some_service
):
    some_service(titles={"HB-01": "Offer a place"})
    made = build.assessment()
    client = signed_in("caseworker")
    answer = client.get(URL, {"whose": "everyone"})
    offered = dict(answer.context["found"].form.fields["rule"].choices)
    assert offered["HB-01"] == "Offer a place (HB-01)"
    for deadline in Deadline.objects.filter(about_id=made.pk):
        assert offered[deadline.rule] == f"{deadline.title} ({deadline.rule})"
    assert "NA-07" in offered
    assert not {"NA-09", "AR-01"} & set(offered)


@pytest.mark.parametrize("odd", [{"late": "nonsense"}, {"child": "\x00"}])
def test_a_filter_that_cannot_be_read_shows_nothing(signed_in, caseload, odd):
    assert shown(signed_in(caseload["nia"]), whose="everyone", **odd) == []


def test_names_an_officer_filter_that_cannot_be(signed_in, caseload):
    answer = signed_in(caseload["nia"]).get(URL, {"whose": "everyone", "officer": "x"})
    assert "not in this list. Choose again." in seen(answer)
    assert answer.context["rows"] == []


@pytest.mark.parametrize("late", ["overdue", "soon", "later"])
@pytest.mark.parametrize("whose", ["mine", "team", "everyone"])
def test_each_number_opens_as_many_records_as_it_says(signed_in, caseload, whose, late):
    client = signed_in(caseload["nia"])
    tiles = client.get(URL, {"whose": whose, "rule": "NA-03"}).context["tiles"]
    tile = next(tile for tile in tiles if f"late={late}" in tile["url"])
    page = client.get(URL + tile["url"]).context["page"]
    assert str(len(page.rows)) == tile["number"] == page.total
    assert {row.rule for row in page.rows} <= {"NA-03"}


def test_numbers_do_not_change_with_the_one_that_is_open(signed_in, caseload):
    client = signed_in(caseload["nia"])

    def numbers(**query):
        tiles = client.get(URL, {"whose": "everyone", **query}).context["tiles"]
        return [tile["number"] for tile in tiles]

    assert numbers() == numbers(late="later") == ["1", "3", "1"]


def test_stops_counting_where_nobody_reads_on(signed_in, caseload, monkeypatch):
    monkeypatch.setattr("sendhub.core.lists.COUNTED", 2)
    tiles = signed_in(caseload["nia"]).get(URL, {"whose": "everyone"}).context["tiles"]
    assert [tile["number"] for tile in tiles] == ["1", "2+", "1"]


def test_a_row_says_what_is_due_for_whom_by_when_and_why(signed_in, caseload):
    text = seen(signed_in(caseload["nia"]).get(URL, {"whose": "everyone"}))
    for words in (
        "Do NA-03",
        "Amara Osei",
        "9 days late",
        "11 Nov 2026",
        "Due today",
        "14 days left",
        "Nobody yet",
        "Sam Okafor",
        "rule NA-03",
        "within 6 weeks",
        "SEND Regulations 2014 (SI 2014/1530), reg. 5(1)",
    ):
        assert words in text, words


def test_a_row_shows_the_badges_of_its_child(signed_in, case):
    build.status(case.child, "protection_plan")
    build.deadline(case_=case)
    assert "Child protection plan" in seen(signed_in(case.officer).get(URL))


def test_marks_a_case_that_came_in_the_last_week(signed_in, case):
    build.deadline(case_=case)
    client = signed_in(case.officer)
    assert "New to you" in seen(client.get(URL))
    long_ago = case.assigned_at - timedelta(days=8)
    type(case).objects.update(assigned_at=long_ago)
    assert "New to you" not in seen(client.get(URL))


def test_a_target_stands_beside_the_limit_and_does_not_sort(signed_in, caseload):
    last = Deadline.objects.get(rule="NA-13")
    actions.target_set(
        deadline=last,
        target_on=TODAY,
        target_reason="Promised",
        by=build.user("team_manager"),
    )
    client = signed_in(caseload["nia"])
    assert shown(client) == ["Osei", "Beddoe"]
    assert "Our target: 20 Nov 2026" in seen(client.get(URL))


def test_a_row_opens_the_next_thing_to_do_for_who_may_do_it(
    signed_in, some_service, only
):
    some_service(deadline_url=lambda deadline: f"/do/{deadline.rule}/")
    officer = build.user("hub_coordinator")
    case = build.case(officer=officer, service="placements")
    build.deadline(case_=case, rule="HB-01")
    for permissions, url in (
        ((Permission.WORK_VIEW, Permission.NOTE_ADD), "/do/HB-01/"),
        ((Permission.WORK_VIEW,), case.get_absolute_url()),
    ):
        client = only(*permissions)
        [row] = client.get(URL, {"whose": "everyone"}).context["rows"]
        assert row.url == url


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "You have nothing to do."),
        ({"whose": "team"}, "Your account belongs to no team."),
        ({"whose": "unassigned"}, "Every case with an open deadline has its officer."),
        ({"whose": "everyone"}, "There is no open work."),
        ({"child": "Osei"}, "Nothing fits these filters."),
    ],
)
def test_an_empty_pile_says_why(signed_in, query, words):
    assert words in seen(signed_in("caseworker").get(URL, query))


def test_somebody_without_a_team_sees_no_team_work_of_cases_without_one(signed_in):
    build.deadline()
    client = signed_in("caseworker")
    assert shown(client, whose="team") == []
    assert len(shown(client, whose="unassigned")) == 1


def test_restricted_children_are_on_no_list_in_no_number_and_in_no_export(signed_in):
    named = build.user("team_manager")
    hidden = build.restricted_child(family_name="Canary", named=[named])
    build.deadline(case_=build.case(child_=hidden), due_on=TODAY)
    for role in ("caseworker", "team_manager", "auditor", "data_officer"):
        client = signed_in(role)
        for whose in ("mine", "team", "unassigned", "everyone"):
            answer = client.get(URL, {"whose": whose})
            assert "Canary" not in seen(answer)
            assert [t["number"] for t in answer.context["tiles"]] == ["0", "0", "0"]
            assert exported(client, URL, whose=whose) == []
    assert shown(signed_in(named), whose="everyone") == ["Canary"]


def test_hides_the_deadlines_of_a_service_that_is_closed_to_them(only, case):
    build.deadline(case_=case)
    client = only(Permission.WORK_VIEW)
    assert shown(client, whose="everyone") == []
    client = only(Permission.WORK_VIEW, Permission.EHC_VIEW)
    assert shown(client, whose="everyone") == ["Osei"]


def test_a_child_who_has_died_is_on_no_list(signed_in, case):
    build.deadline(case_=case)
    people.child_died(child=case.child, died_on=TODAY, by=build.user("team_manager"))
    assert shown(signed_in("caseworker"), whose="everyone") == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_an_export_runs_no_formula(signed_in, start):
    child = build.child(given_names=f"{start}cmd()", family_name="Evil")
    made = build.deadline(case_=build.case(child_=child), title=f"{start}1+1")
    Deadline.objects.filter(pk=made.pk).update(
        target_on=TODAY,
        target_by=build.user(),
        target_reason=f"{start}2+2",
    )
    [row] = exported(signed_in("caseworker"), URL, whose="everyone")
    assert row["Child"] == f"'{start}cmd() Evil"
    assert row["What is due"] == f"'{start}1+1"
    assert row["Reason for the target"] == f"'{start}2+2"


def test_an_export_says_everything_of_a_row(signed_in, case):
    build.deadline(case_=case)
    assert exported(signed_in("caseworker"), URL, whose="everyone") == [
        {
            "Child": "Amara Osei",
            "Date of birth": "2016-05-05",
            "Statuses": "",
            "Case": case.reference,
            "What is due": "Tell the family whether we will assess",
            "Rule": "NA-03",
            "Due": "2026-12-01",
            "Target": "",
            "Reason for the target": "",
            "Officer": "Nia Prosser",
            "Team": "North locality",
        }
    ]


def test_an_export_is_noted_with_the_children_in_it(signed_in, caseload):
    client = signed_in(caseload["nia"])
    client.get(URL, {"whose": "everyone"})
    assert not Look.objects.exists()
    exported(client, URL, whose="everyone", rule="NA-08")
    look = Look.objects.get()
    [row] = client.get(URL, {"whose": "everyone", "rule": "NA-08"}).context["rows"]
    assert (look.kind, look.ids) == ("export", [row.deadline.child_id])


def test_an_export_needs_its_permission(only, case):
    build.deadline(case_=case)
    client = only(Permission.WORK_VIEW, Permission.EHC_VIEW)
    assert client.get(URL, {"format": "csv"}).status_code == 403
    assert "Export to Excel" not in seen(client.get(URL, {"whose": "everyone"}))
    client = only(Permission.WORK_VIEW, Permission.EHC_VIEW, Permission.EXPORT)
    assert "Export to Excel" in seen(client.get(URL, {"whose": "everyone"}))


def test_turns_pages_by_key_both_ways_without_losing_a_row(signed_in, monkeypatch):
    monkeypatch.setattr("sendhub.core.lists.ROWS", 2)
    for number in range(5):
        child = build.child(family_name=f"Child{number}")
        build.deadline(case_=build.case(child_=child), due_on=TODAY)
    client = signed_in("caseworker")
    for sort in ("due", "-due", "child", "rule", "-rule"):
        everything = [
            row["Child"].split()[1]
            for row in exported(client, URL, whose="everyone", sort=sort)
        ]
        url, turned, back = f"{URL}?whose=everyone&sort={sort}", [], []
        while url:
            page = client.get(url).context["page"]
            turned += [row.child.family_name for row in page.rows]
            last, url = page, page.next_url and URL + page.next_url
        while last.previous_url:
            last = client.get(URL + last.previous_url).context["page"]
            back = [row.child.family_name for row in last.rows] + back
        assert turned == everything
        assert back == everything[:4]


def test_asks_the_database_no_more_when_there_is_more_to_show(
    signed_in, queries_stay_flat
):
    officer = build.user("caseworker", team=build.team())

    def grow():
        case = build.case(officer=officer)
        build.status(case.child, "protection_plan")
        build.deadline(case_=case)

    client = signed_in(officer)
    for whose in ("mine", "team", "everyone"):
        queries_stay_flat(client, f"{URL}?whose={whose}", grow)
